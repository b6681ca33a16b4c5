//! A group: what is known of it, its seats, and who looks at its evidence.

use leptos::prelude::*;
use register::{
    EvidenceRound, GroupDetails, GroupShown, Nominee, SeatHolder, SeatShown, SeatState, SeatStep,
    Verdict,
};
use rules::{Field, Problem};

use super::super::super::form::{TextField, text_field};
use super::super::days::{date, day, moment};
use super::{changed, stands, summary, which};
use crate::words::words;

/// A group as shown.
#[derive(Debug, Clone)]
pub struct GroupPage {
    /// The group.
    pub group: GroupShown,
    /// Whether whoever looks may name nominees and withdraw them.
    pub may_name_nominees: bool,
    /// The form to name one.
    pub nominee: NomineeForm,
    /// Whether somebody else changed it before what was asked for could be done.
    pub changed: bool,
}

/// What was filled in to name a nominee, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct NomineeForm {
    /// Their address.
    pub email: String,
    /// What is wrong; `Err` for somebody who is named already.
    pub wrong: Option<Result<Problem, ()>>,
}

impl NomineeForm {
    fn says(&self) -> Option<(&'static str, &'static str)> {
        let says = match self.wrong? {
            Ok(problem) => (words().join.problem)(Field::Email, problem),
            Err(()) => words().groups.nominee_already,
        };
        Some(("email", says))
    }
}

impl GroupPage {
    pub(super) fn wrong(&self) -> AnyView {
        summary(self.nominee.says().into_iter())
    }
}

/// The page. `committee` is where roles are withdrawn.
pub(super) fn page(page: &GroupPage, base: &str, committee: Option<&str>) -> impl IntoView + use<> {
    let GroupPage { group, may_name_nominees, nominee, changed: is_changed } = page;
    let about = group.details.as_ref().map(|of| details(group, of));
    let alone = about.is_none().then(|| view! { <p>{words().groups.nominee_of}</p> });
    let seats: Vec<_> = group.seats.iter().map(|it| seat(it, about.is_some(), base)).collect();
    let nominees = group.details.as_ref().zip(committee).map(|(of, committee)| {
        nominees(&of.nominees, may_name_nominees.then_some(nominee), base, committee)
    });
    view! {
        {changed(*is_changed, group)}
        {alone}
        {about}
        {seats}
        {nominees}
    }
}

fn terms(lines: Vec<(&'static str, String)>) -> impl IntoView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect();
    view! { <dl class="terms">{lines}</dl> }
}

fn details(group: &GroupShown, of: &GroupDetails) -> AnyView {
    let (w, member) = (&words().groups, &words().member);
    let or_none =
        |value: Option<&String>| value.map_or(member.not_given, String::as_str).to_owned();
    let lines = vec![
        (w.kind, (w.kind_of)(group.kind).to_owned()),
        (w.number, group.group.number.clone()),
        (w.joined, day(of.joined)),
        (w.contact, of.contact_name.clone()),
        (member.email, of.contact_email.clone()),
        (member.phone, or_none(of.contact_phone.as_ref())),
        (member.postcode, of.postcode.clone()),
        (w.website, or_none(of.website.as_ref())),
    ];
    view! { <section class="narrow"><h2>{w.about}</h2>{terms(lines)}</section> }.into_any()
}

fn seat(seat: &SeatShown, whole: bool, base: &str) -> AnyView {
    let w = &words().groups;
    let path = format!("{base}/seats/{}", seat.place);
    let state = (w.state_is, stands(seat.stands));
    let mut lines = seat.holder.as_ref().map(holder).unwrap_or_default();
    lines.push(state);
    let ask = seat.stands.state.may(SeatStep::Ask).then(|| {
        view! { <a href=format!("{path}/ask")>{w.ask}</a> }
    });
    let waiting = seat.rounds.first().filter(|_| seat.stands.state == SeatState::Supplied);
    let open = waiting.map(|round| {
        let to = format!("{path}/evidence/{}", round.number);
        view! { <a class="button" href=to>{w.open}</a> }
    });
    let says = if seat.holder.is_some() { w.name_somebody_else } else { w.name_somebody };
    let name = whole.then(|| view! { <a href=format!("{path}/name")>{says}</a> });
    let rounds: Vec<_> = seat.rounds.iter().map(|it| round(it, &path)).collect();
    let history = (!rounds.is_empty()).then(|| {
        view! { <h3>{w.history}</h3><ol reversed class="rounds">{rounds}</ol> }
    });
    view! {
        <section class="narrow">
            <h2>{which(seat.place)}</h2>
            {terms(lines)}
            <p class="actions">{open} {ask} {name}</p>
            {history}
        </section>
    }
    .into_any()
}

fn holder(holder: &SeatHolder) -> Vec<(&'static str, String)> {
    let w = &words().groups;
    let confirmed = holder.confirmed.map_or_else(|| w.not_yet.to_owned(), day);
    let mut lines = vec![(w.name, holder.name.clone())];
    lines.extend(holder.email.clone().map(|email| (words().member.email, email)));
    lines.extend([(w.named, day(holder.declared)), (w.confirmed, confirmed)]);
    lines
}

fn round(round: &EvidenceRound, path: &str) -> AnyView {
    let w = &words().groups;
    let asked = (w.asked)(&day(round.asked), round.asked_by.as_deref(), &date(round.due));
    // What waits to be judged is opened by its button.
    let open = (round.judged.is_some() && round.erased.is_none()).then(|| {
        let to = format!("{path}/evidence/{}", round.number);
        view! { <a href=to>{w.open}</a> }
    });
    let sent = round.supplied.map(|at| view! { " " {(w.sent)(&moment(at))} " " {open} });
    let erased = round.erased.map(|at| view! { <p>{(w.erased)(&day(at))}</p> });
    view! { <li>{asked} {sent} {judged(round)} {erased}</li> }.into_any()
}

/// What was said of it.
pub(super) fn judged(round: &EvidenceRound) -> AnyView {
    let w = &words().groups;
    let Some(judged) = &round.judged else { return ().into_any() };
    let (at, by) = (moment(judged.at), judged.by.as_deref());
    match judged.verdict.clone() {
        Verdict::Accepted => view! { <p>{(w.accepted)(&at, by)}</p> }.into_any(),
        Verdict::Queried { missing: None } => {
            view! { <p>{(w.queried_once)(&at, by)}</p> }.into_any()
        }
        Verdict::Queried { missing: Some(missing) } => {
            view! { <p class="written">{(w.queried)(&at, by)} " " <q>{missing}</q></p> }.into_any()
        }
    }
}

fn nominees(
    nominees: &[Nominee],
    form: Option<&NomineeForm>,
    base: &str,
    committee: &str,
) -> AnyView {
    let (w, roles) = (&words().groups, &words().roles);
    let may = form.is_some();
    let one = |nominee: &Nominee| {
        let withdraw = may.then(|| {
            let to = format!("{committee}/{}/withdraw", nominee.role);
            view! { <a href=to>{roles.withdraw}</a> }
        });
        let says =
            format!("{}, {} {}. ", nominee.email, w.since.to_lowercase(), day(nominee.since));
        view! { <li>{says} {withdraw}</li> }
    };
    let list: Vec<_> = nominees.iter().map(one).collect();
    let list = if list.is_empty() {
        view! { <p>{w.no_nominee}</p> }.into_any()
    } else {
        view! { <ul>{list}</ul> }.into_any()
    };
    let form = form.map(|form| {
        let email = text_field(&TextField {
            name: "email",
            label: (words().join.label)(Field::Email),
            hint: w.nominee_hint,
            kind: "email",
            autocomplete: "off",
            value: &form.email,
            error: form.says().map(|said| said.1),
            ..TextField::default()
        });
        view! {
            <form method="post" action=base.to_owned() novalidate>
                {email}
                <div class="actions">
                    <button class="button" type="submit">{w.add_nominee}</button>
                </div>
            </form>
        }
    });
    view! {
        <section class="narrow">
            <h2>{w.nominees}</h2>
            <p>{w.nominees_text}</p>
            {list}
            {form}
        </section>
    }
    .into_any()
}
