//! The page where a representative sends evidence of how their group chose them, and sees what they
//! sent.

use chrono::NaiveDate;
use leptos::prelude::*;
use register::{
    EvidenceMark, EvidenceRequest, EvidenceStage, FileError, SentFile, SentRound, Verdict,
};

use super::committee::Viewer;
use super::committee::days::{date, day, moment};
use super::form::{TextArea, error_line, error_summary, text_area};
use super::links::{SeatPlaces, framed};
use super::paths;
use crate::words::words;

/// What a representative is asked for, and what they filled in.
#[derive(Debug, Clone)]
pub struct EvidencePage {
    /// Where the pages of the representative are.
    pub places: SeatPlaces,
    /// Who looks, if they have signed in.
    pub viewer: Option<Viewer>,
    /// What they are asked; `None` when the link leads nowhere.
    pub request: Option<EvidenceRequest>,
    /// What the form was filled in for, if that is not what is shown.
    pub seen: Option<EvidenceMark>,
    /// The day on which they look.
    pub today: NaiveDate,
    /// What was written and not kept.
    pub text: String,
    /// What is wrong with that, or with the file.
    pub wrong: Vec<WrongEvidence>,
}

/// Why evidence was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongEvidence {
    /// There was neither a text nor a file.
    Nothing,
    /// The text is too long.
    TextTooLong,
    /// The file is not taken.
    File(FileError),
    /// Too many files were arriving.
    Busy,
    /// It took too long to arrive.
    TooSlow,
    /// Something newer was sent by the same representative.
    Overtaken,
    /// Nobody asks for it any more.
    NotAsked,
    /// Something else was sent meanwhile, or somebody else is asked.
    ChangedMeanwhile,
}

impl WrongEvidence {
    fn says(self) -> (&'static str, &'static str) {
        let w = &words().evidence;
        match self {
            Self::Nothing => ("text", w.nothing),
            Self::TextTooLong => ("text", w.too_long),
            Self::File(FileError::Empty) => ("file", w.empty_file),
            Self::File(FileError::TooLarge) => ("file", w.too_large),
            Self::File(FileError::OtherKind) => ("file", w.other_kind),
            Self::Busy => ("file", w.busy),
            Self::TooSlow => ("file", w.too_slow),
            Self::Overtaken => ("file", w.overtaken),
            Self::NotAsked => ("main", w.judged),
            Self::ChangedMeanwhile => ("main", w.meanwhile),
        }
    }
}

/// `/evidence/<token>`.
pub(crate) fn evidence_page(page: EvidencePage) -> AnyView {
    let w = &words().evidence;
    let EvidencePage { places, viewer, request, seen, today, text, wrong } = page;
    let before_now = request.as_ref().map(|request| sent_before(request, &places));
    let is_theirs = request.as_ref().is_none_or(|request| request.is_theirs);
    let title = if is_theirs { w.title } else { w.title_contact };
    let said: Vec<_> = wrong.iter().map(|wrong| wrong.says()).collect();
    let before = if said.is_empty() { "" } else { words().join.phrase.error_title };
    let mark = seen.or_else(|| request.as_ref().map(|request| request.mark.clone()));
    let to = mark.map_or_else(String::new, |mark| format!("{}?seen={mark}", places.evidence));
    let inner = match request {
        None => plain(w.gone, w.gone_text.to_owned()),
        Some(request) => match request.stage.clone() {
            EvidenceStage::NotAsked if is_theirs => plain(w.not_asked, w.not_asked_text.to_owned()),
            EvidenceStage::NotAsked => plain(w.not_asked, (w.not_asked_contact)(&request.name)),
            EvidenceStage::Accepted => {
                let accepted = if is_theirs { w.accepted } else { w.accepted_contact };
                plain(accepted, w.accepted_text.to_owned())
            }
            EvidenceStage::Asked { due, missing } => {
                let missing = missing.map(|missing| {
                    view! { <p>{w.missing}</p><blockquote class="written">{missing}</blockquote> }
                });
                let until = if due < today { w.overdue } else { w.due };
                view! {
                    <h1>{heading(&request)}</h1>
                    {asks(&request)}
                    {missing}
                    <p><strong>{until(&date(due))}</strong></p>
                    {evidence_form(to, &text, &said, w.send)}
                }
                .into_any()
            }
            EvidenceStage::Sent { round, at, text: sent, file } => {
                // The letter goes to whoever is in the seat.
                let told = (!is_theirs).then_some(request.name.as_str());
                let again = if wrong.is_empty() { sent.clone().unwrap_or_default() } else { text };
                view! {
                    <h1>{w.sent}</h1>
                    <p>{(w.sent_at)(&moment(at), told)}</p>
                    {sent.map(|text| {
                        view! { <h2>{w.written}</h2><blockquote class="written">{text}</blockquote> }
                    })}
                    {file.map(|file| {
                        view! { <h2>{w.file_sent}</h2> {download(&file, round, &places)} }
                    })}
                    <h2>{w.replace}</h2>
                    <p>{w.replace_text}</p>
                    {evidence_form(to, &again, &said, w.replace_button)}
                }
                .into_any()
            }
        },
    };
    let inner = view! {
        <div class="wizard">{error_summary(&said)} {inner} {before_now}</div>
    };
    framed(&format!("{before}{title}"), viewer, inner.into_any())
}

fn plain(heading: &'static str, text: String) -> AnyView {
    view! {
        <h1>{heading}</h1>
        <p>{text}</p>
        <p><a href=paths::CONTACT>{words().links.contact}</a></p>
    }
    .into_any()
}

fn heading(request: &EvidenceRequest) -> String {
    let w = &words().evidence;
    if request.is_theirs { w.heading.to_owned() } else { (w.heading_contact)(&request.name) }
}

/// Who asks, and what for.
fn asks(request: &EvidenceRequest) -> impl IntoView + use<> {
    let w = &words().evidence;
    let branch = request.branch.as_ref().map(|branch| branch.name.as_str());
    let says = if request.is_theirs { w.asks } else { w.asks_contact };
    let asks = says(&request.name, &request.group, branch);
    let about: Vec<_> = w.about.iter().map(|line| view! { <p>{*line}</p> }).collect();
    view! { <p>{asks}</p> {about} }
}

/// What was sent in earlier rounds and looked at, and the way to what else concerns them.
fn sent_before(request: &EvidenceRequest, places: &SeatPlaces) -> impl IntoView + use<> {
    let w = &words().evidence;
    let rounds: Vec<_> = request.judged.iter().map(|round| sent_round(round, places)).collect();
    let before = (!rounds.is_empty()).then(|| view! { <h2>{w.before}</h2> {rounds} });
    let to_seat = places.seat.clone();
    let back = if request.is_theirs { w.to_seat } else { w.to_group };
    view! { {before} <p><a href=to_seat>{back}</a></p> }
}

fn sent_round(round: &SentRound, places: &SeatPlaces) -> AnyView {
    let w = &words().evidence;
    let (sent, judged) = (moment(round.sent), moment(round.judged));
    let (said, missing) = match &round.verdict {
        Verdict::Accepted => ((w.was_accepted)(&sent, &judged), None),
        Verdict::Queried { missing } => ((w.was_queried)(&sent, &judged), missing.clone()),
    };
    let missing = missing.map(|text| view! { <blockquote class="written">{text}</blockquote> });
    let text = round.text.clone().map(|text| {
        view! { <h3>{w.written}</h3><blockquote class="written">{text}</blockquote> }
    });
    let file = round.file.as_ref().map(|file| {
        view! { <h3>{w.file_sent}</h3> {download(file, round.number, places)} }
    });
    let erased = round.erased.map(|at| view! { <p>{(w.erased)(&day(at))}</p> });
    view! { <p>{said}</p> {missing} {text} {file} {erased} }.into_any()
}

/// A file that was sent, to be saved.
fn download(file: &SentFile, round: i32, places: &SeatPlaces) -> AnyView {
    let to = format!("{}/{round}/file", places.evidence);
    view! {
        <p>{about(file)}</p>
        <p><a href=to download>{words().evidence.download}</a></p>
    }
    .into_any()
}

/// A file in a few words.
fn about(file: &SentFile) -> String {
    let w = &words().groups;
    format!("{} ({}, {})", file.name, (w.file_kind)(file.kind), (w.size)(file.size))
}

/// The form. `to` is where it goes, with what it was filled in for.
pub(super) fn evidence_form(
    to: String,
    text: &str,
    wrong: &[(&'static str, &'static str)],
    send: &'static str,
) -> AnyView {
    let w = &words().evidence;
    let error = |name| wrong.iter().find(|said| said.0 == name).map(|said| said.1);
    let text = text_area(&TextArea {
        name: "text",
        label: w.text,
        hint: w.text_hint,
        value: text,
        error: error("text"),
    });
    let is_wrong = error("file").is_some();
    let described = if is_wrong { "file-error file-hint" } else { "file-hint" };
    let again = (!wrong.is_empty()).then_some(w.choose_again);
    view! {
        <form method="post" action=to enctype="multipart/form-data" novalidate>
            {text}
            <div class="field" class:has-error=is_wrong>
                <label for="file">{w.file}</label>
                <p class="hint" id="file-hint">{w.file_hint} " " {again}</p>
                {error_line("file", error("file"))}
                <input
                    type="file"
                    id="file"
                    name="file"
                    accept=".pdf,.png,.jpg,.jpeg"
                    aria-describedby=described
                    aria-invalid=is_wrong.then_some("true")
                />
            </div>
            <div class="actions"><button class="button" type="submit">{send}</button></div>
        </form>
    }
    .into_any()
}
