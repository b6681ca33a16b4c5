//! A representative sends evidence and sees what they sent, by the link in a letter or signed in;
//! so may the contact of their group.

mod file;
mod upload;
mod uploads;

use app::sign_in::SignInPage;
use app::{EvidencePage, Page, Trouble, WrongEvidence, trouble_of};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use register::{
    Error, Evidence, EvidenceFile, EvidenceMark, EvidenceRequest, EvidenceSent, EvidenceStage,
    EvidenceText, FileError, TextError,
};

use crate::answer::{Answer, redirect};
use crate::keys::Keys;
use crate::links::AtSeat;
use crate::state::AppState;
use crate::visit::Visit;
pub(crate) use file::attachment;
use upload::{MOST_READ, Upload};
use uploads::Unread;
pub(crate) use uploads::Uploads;

/// The pages of a representative, and of the contact of their group.
pub(crate) fn routes() -> Router<AppState> {
    let page = || get(show).post(send).layer(DefaultBodyLimit::max(MOST_READ));
    Router::new()
        .route("/evidence/{token}", page())
        .route("/evidence/{token}/{round}/file", get(hand_out))
        .route("/me/groups/{number}/seats/{place}/evidence", page())
        .route("/me/groups/{number}/seats/{place}/evidence/{round}/file", get(hand_out))
}

/// `GET /evidence/<token>`.
async fn show(at: AtSeat) -> Response {
    answer(&at, now(&at).await, None, String::new(), Vec::new()).await
}

/// What is asked by now, and what was sent.
async fn now(at: &AtSeat) -> Result<Option<EvidenceRequest>, Error> {
    match at.viewer() {
        None => at.visit.register().evidence_request(at.way()).await,
        Some(_) => at.visit.register().open_sent(at.way(), at.visit.now()).await,
    }
}

/// What the form was filled in for, as its address says: it is known before anything has arrived.
fn seen(at: &AtSeat) -> EvidenceMark {
    let mut fields = form_urlencoded::parse(at.visit.uri.query().unwrap_or("").as_bytes());
    let seen = fields.find(|(name, _)| name == "seen");
    EvidenceMark::parse(&seen.map(|(_, mark)| mark).unwrap_or_default())
}

/// `GET /evidence/<token>/<round>/file`.
async fn hand_out(at: AtSeat) -> Result<Response, Response> {
    let round = at.round.unwrap_or_default();
    let file = at.visit.register().sent_file(at.way(), round, at.visit.now()).await;
    let Some(file) = at.visit.done(file).await? else {
        return Err(at.visit.trouble(Trouble::NotFound).await);
    };
    let name = format!("evidence-{round}.{}", file.kind.as_str());
    Ok(attachment(&at.visit, file, &name).await)
}

/// `POST` to the same: a text, a file, or both. Nobody's bytes are read who has no link that asks
/// for them.
async fn send(visit: Visit, at: Result<AtSeat, Response>, request: Request) -> Response {
    let at = match at {
        Ok(at) => at,
        Err(response) => return signed_out(&visit, request, response).await,
    };
    let state = &at.visit.state;
    let found = match at.visit.register().evidence_request(at.way()).await {
        Ok(Some(found)) => found,
        nothing => return answer(&at, nothing, None, String::new(), Vec::new()).await,
    };
    let seen = seen(&at);
    let refused = |text: String, wrong: Vec<WrongEvidence>| {
        answer(&at, Ok(Some(found.clone())), Some(seen.clone()), text, wrong)
    };
    if !matches!(found.stage, EvidenceStage::Asked { .. } | EvidenceStage::Sent { .. }) {
        return refused(String::new(), vec![WrongEvidence::NotAsked]).await;
    }
    if upload::is_too_large(&request) {
        return refused(String::new(), vec![WrongEvidence::File(FileError::TooLarge)]).await;
    }
    let mut upload = Upload::default();
    let reading = upload::read(request, state, &mut upload);
    let _turn = match state.uploads.read(found.seat, reading).await {
        Ok(turn) => turn,
        Err(why) => {
            let wrong = match why {
                Unread::Broken => {
                    return at.visit.trouble(Trouble::Unreadable).await;
                }
                Unread::Busy => WrongEvidence::Busy,
                Unread::TooSlow => WrongEvidence::TooSlow,
                Unread::Overtaken => WrongEvidence::Overtaken,
            };
            return refused(upload.text, vec![wrong]).await;
        }
    };
    let (evidence, text) = match parse(upload) {
        Ok(parsed) => parsed,
        Err((text, wrong)) => return refused(text, wrong).await,
    };
    let register = at.visit.register();
    match register.supply_evidence(at.way(), &evidence, &seen, at.visit.now()).await {
        Ok(Some(EvidenceSent::Done)) => redirect(&at.places.evidence, []),
        Ok(Some(EvidenceSent::NotAsked)) => {
            let now = register.evidence_request(at.way()).await;
            answer(&at, now, None, text, vec![WrongEvidence::NotAsked]).await
        }
        Ok(Some(EvidenceSent::ChangedMeanwhile)) => {
            let wrong = vec![WrongEvidence::ChangedMeanwhile];
            answer(&at, now(&at).await, None, text, wrong).await
        }
        Ok(None) => answer(&at, Ok(None), None, String::new(), Vec::new()).await,
        Err(error) => answer(&at, Err(error), None, String::new(), Vec::new()).await,
    }
}

/// What was written by somebody whose session has ended, in a page that sends it again; or the
/// response that there is otherwise. A file is not kept: it is chosen again.
async fn signed_out(visit: &Visit, request: Request, otherwise: Response) -> Response {
    match visit.is_signed_in().await {
        Ok(false) => {}
        Ok(true) => return otherwise,
        Err(response) => return response,
    }
    let Ok(text) = visit.state.uploads.text_of(upload::text(request, &visit.state)).await else {
        return otherwise;
    };
    let to = visit.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let page = Page::SignIn(SignInPage::Evidence { to, text });
    visit.answer(Answer::page(page).status(StatusCode::FORBIDDEN)).await
}

/// What was sent, as evidence, with its text; or the text and what is wrong.
fn parse(upload: Upload) -> Result<(Evidence, String), (String, Vec<WrongEvidence>)> {
    let Upload { text, file, too_large } = upload;
    let mut wrong = Vec::new();
    let parsed = match EvidenceText::parse(&text) {
        Ok(parsed) => Some(parsed),
        Err(TextError::Missing) => None,
        Err(TextError::TooLong) => {
            wrong.push(WrongEvidence::TextTooLong);
            None
        }
    };
    if too_large {
        wrong.push(WrongEvidence::File(FileError::TooLarge));
    }
    let file = file.map(|(name, bytes)| EvidenceFile::new(&Keys::draw(), &name, bytes));
    let file = match file.transpose() {
        Ok(file) => file,
        Err(error) => {
            wrong.push(WrongEvidence::File(error));
            None
        }
    };
    if !wrong.is_empty() {
        return Err((text, wrong));
    }
    match Evidence::new(parsed, file) {
        Some(evidence) => Ok((evidence, text)),
        None => Err((text, vec![WrongEvidence::Nothing])),
    }
}

/// The page. `seen` is what was seen by whoever filled in the form, unless this page shows it.
async fn answer(
    at: &AtSeat,
    request: Result<Option<EvidenceRequest>, Error>,
    seen: Option<EvidenceMark>,
    text: String,
    wrong: Vec<WrongEvidence>,
) -> Response {
    let request = match request {
        Ok(request) => request,
        Err(error) => return at.visit.answer(Answer::trouble(trouble_of(&error))).await,
    };
    let viewer = at.viewer();
    if request.is_none() && viewer.is_some() {
        return at.gone().await;
    }
    let status = match (&request, wrong.first()) {
        (None, _) => StatusCode::NOT_FOUND,
        (Some(_), None) => StatusCode::OK,
        (Some(_), Some(WrongEvidence::Busy)) => StatusCode::SERVICE_UNAVAILABLE,
        (Some(_), Some(WrongEvidence::TooSlow)) => StatusCode::REQUEST_TIMEOUT,
        (
            Some(_),
            Some(
                WrongEvidence::NotAsked
                | WrongEvidence::Overtaken
                | WrongEvidence::ChangedMeanwhile,
            ),
        ) => StatusCode::CONFLICT,
        (Some(_), Some(_)) if wrong.contains(&WrongEvidence::File(FileError::TooLarge)) => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        (Some(_), Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    // The seat is not theirs, if they are the contact of the group: its page is.
    let is_theirs = request.as_ref().is_none_or(|request| request.is_theirs);
    let places = if is_theirs { at.places.clone() } else { at.places_of_contact() };
    let page = EvidencePage { places, viewer, request, seen, today: at.today(), text, wrong };
    let mut answer = Answer::page(Page::Evidence(Box::new(page))).status(status);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer = answer.with(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    at.visit.answer(answer).await
}
