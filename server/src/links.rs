//! The links in letters: a parent or guardian confirms, a representative confirms, and both see and
//! change what concerns them. Following a link only shows the question; the button answers it,
//! since programs that check mail follow links too.

mod at_seat;
mod emails;
mod guardian;
mod name;
mod seat;

use app::{LinkPage, Page, Site, Trouble, everything_file_by_link, trouble_of};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use register::{Error, Everything, Register, Token};

use crate::answer::Answer;
use crate::state::AppState;
use crate::visit::Visit;

pub(crate) use at_seat::AtSeat;
pub(crate) use seat::{own_answers, own_routes};

/// What a handler answers with, either way.
type Reply = Result<Response, Response>;

/// What somebody is asked behind a link.
pub(crate) trait Request: Sized + Send {
    /// What was asked, or `None` when the link leads nowhere.
    fn find(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Option<Self>, Error>> + Send;

    /// They say yes.
    fn confirm(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Option<Self>, Error>> + Send;

    /// They say no.
    fn decline(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<LinkPage<Self>, Error>> + Send;

    /// Whether they have said yes.
    fn is_confirmed(&self) -> bool;

    /// The page that shows it.
    fn page(shown: LinkPage<Self>) -> Page;
}

/// The pages of representatives, parents and guardians, by the links in letters to them.
pub(crate) fn routes() -> Router<AppState> {
    guardian::routes().merge(seat::routes())
}

/// `GET`: the question, or how it was answered.
pub(crate) async fn show<R: Request>(
    State(state): State<AppState>,
    Path(link): Path<String>,
    uri: Uri,
) -> Response {
    let now = state.desk.clock.now();
    let found = R::find(&state.desk.register, &Token::new(link), now).await;
    finish(found.map(shown::<R>), &state, &uri).await
}

/// `POST`: one of the two buttons.
pub(crate) async fn answer<R: Request>(
    State(state): State<AppState>,
    Path(link): Path<String>,
    uri: Uri,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (register, now) = (&state.desk.register, state.desk.clock.now());
    let link = Token::new(link);
    let page = match answered(body.as_deref().ok()) {
        Some(true) => R::confirm(register, &link, now).await.map(shown::<R>),
        Some(false) => R::decline(register, &link, now).await,
        None => return Answer::trouble(Trouble::Unreadable).render(&state, &uri).await,
    };
    finish(page, &state, &uri).await
}

/// Whether they said yes; `None` for nothing that a button of ours sends.
fn answered(body: Option<&[u8]>) -> Option<bool> {
    match body {
        Some(b"answer=confirm") => Some(true),
        Some(b"answer=decline") => Some(false),
        _ => None,
    }
}

/// Whether they have just put their name right, by the address that they are led back to.
fn has_renamed(visit: &Visit) -> bool {
    visit.uri.query() == Some("done=name")
}

/// Everything that is held, as a file to keep.
async fn file(visit: &Visit, everything: &Everything) -> Response {
    let site: &Site = &visit.state.site;
    let Ok(file) = everything_file_by_link(everything, site) else {
        tracing::error!("Everything that is held could not be written.");
        return visit.trouble(Trouble::Fault).await;
    };
    let headers: [(HeaderName, HeaderValue); 2] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"everything.json\""),
        ),
    ];
    (headers, file).into_response()
}

fn shown<R: Request>(found: Option<R>) -> LinkPage<R> {
    match found {
        None => LinkPage::Gone,
        Some(request) if request.is_confirmed() => LinkPage::Confirmed(request),
        Some(request) => LinkPage::Asks(request),
    }
}

async fn finish<R: Request>(
    shown: Result<LinkPage<R>, Error>,
    state: &AppState,
    uri: &Uri,
) -> Response {
    let answer = match shown {
        Ok(shown) => Answer::page(R::page(shown)),
        Err(error) => Answer::trouble(trouble_of(&error)),
    };
    answer.render(state, uri).await
}
