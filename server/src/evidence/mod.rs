//! A representative sends evidence, by the link in a letter.

mod upload;
mod uploads;

use app::{EvidencePage, Page, Trouble, WrongEvidence, trouble_of};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::get;
use chrono_tz::Europe::London;
use register::{
    Error, Evidence, EvidenceFile, EvidenceRequest, EvidenceSent, EvidenceStage, EvidenceText,
    FileError, TextError, Token,
};

use crate::answer::{Answer, redirect};
use crate::keys::Keys;
use crate::state::AppState;
use upload::{MOST_READ, Upload};
use uploads::Unread;
pub(crate) use uploads::Uploads;

/// The page of a representative.
pub(crate) fn routes() -> Router<AppState> {
    let page = get(show).post(send).layer(DefaultBodyLimit::max(MOST_READ));
    Router::new().route("/evidence/{token}", page)
}

/// `GET /evidence/<token>`.
async fn show(State(state): State<AppState>, Path(link): Path<String>, uri: Uri) -> Response {
    let request = state.desk.register.evidence_request(&Token::new(link)).await;
    answer(&state, &uri, request, String::new(), Vec::new()).await
}

/// `POST` to the same: a text, a file, or both. Nobody's bytes are read who has no link that asks
/// for them.
async fn send(
    State(state): State<AppState>,
    Path(link): Path<String>,
    uri: Uri,
    request: Request,
) -> Response {
    let link = Token::new(link);
    let found = match state.desk.register.evidence_request(&link).await {
        Ok(Some(found)) => found,
        nothing => return answer(&state, &uri, nothing, String::new(), Vec::new()).await,
    };
    let refused = |text: String, wrong: Vec<WrongEvidence>| {
        answer(&state, &uri, Ok(Some(found.clone())), text, wrong)
    };
    if !matches!(found.stage, EvidenceStage::Asked { .. } | EvidenceStage::Sent { .. }) {
        return refused(String::new(), vec![WrongEvidence::NotAsked]).await;
    }
    if upload::is_too_large(&request) {
        return refused(String::new(), vec![WrongEvidence::File(FileError::TooLarge)]).await;
    }
    let mut upload = Upload::default();
    let reading = upload::read(request, &state, &mut upload);
    let _turn = match state.uploads.read(found.seat, reading).await {
        Ok(turn) => turn,
        Err(why) => {
            let wrong = match why {
                Unread::Broken => {
                    return Answer::trouble(Trouble::Unreadable).render(&state, &uri).await;
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
    let (register, now) = (&state.desk.register, state.desk.clock.now());
    match register.supply_evidence(&link, &evidence, now).await {
        Ok(Some(EvidenceSent::Done)) => redirect(uri.path(), []),
        Ok(Some(EvidenceSent::NotAsked)) => {
            let now = register.evidence_request(&link).await;
            answer(&state, &uri, now, text, vec![WrongEvidence::NotAsked]).await
        }
        Ok(None) => answer(&state, &uri, Ok(None), String::new(), Vec::new()).await,
        Err(error) => answer(&state, &uri, Err(error), String::new(), Vec::new()).await,
    }
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

async fn answer(
    state: &AppState,
    uri: &Uri,
    request: Result<Option<EvidenceRequest>, Error>,
    text: String,
    wrong: Vec<WrongEvidence>,
) -> Response {
    let request = match request {
        Ok(request) => request,
        Err(error) => return Answer::trouble(trouble_of(&error)).render(state, uri).await,
    };
    let status = match (&request, wrong.first()) {
        (None, _) => StatusCode::NOT_FOUND,
        (Some(_), None) => StatusCode::OK,
        (Some(_), Some(WrongEvidence::Busy)) => StatusCode::SERVICE_UNAVAILABLE,
        (Some(_), Some(WrongEvidence::TooSlow)) => StatusCode::REQUEST_TIMEOUT,
        (Some(_), Some(WrongEvidence::NotAsked | WrongEvidence::Overtaken)) => StatusCode::CONFLICT,
        (Some(_), Some(_)) if wrong.contains(&WrongEvidence::File(FileError::TooLarge)) => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        (Some(_), Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let today = state.desk.clock.now().with_timezone(&London).date_naive();
    let page = EvidencePage { request, today, text, wrong };
    let mut answer = Answer::page(Page::Evidence(Box::new(page))).status(status);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer = answer.with(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    answer.render(state, uri).await
}
