//! The links in letters: a parent or guardian confirms, a representative confirms. Following a
//! link only shows the question; the button answers it, since programs that check mail follow
//! links too.

use app::{LinkPage, Page, Trouble};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use register::{GuardianRequest, Refusal, SeatRequest, Token};

use crate::answer::{Answer, trouble_of};
use crate::state::AppState;

/// What the button said.
enum Said {
    Confirm,
    Decline,
}

/// `GET /guardian/<token>`.
pub(crate) async fn guardian(
    State(state): State<AppState>,
    Path(token): Path<String>,
    uri: Uri,
) -> Response {
    let (token, now) = (Token::new(token), state.desk.clock.now());
    let page = state.desk.register.guardian_request(&token, now).await.map(guardian_page);
    finish(page.map(Page::Guardian), &state, &uri).await
}

/// `POST /guardian/<token>`.
pub(crate) async fn answer_guardian(
    State(state): State<AppState>,
    Path(token): Path<String>,
    uri: Uri,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (register, now) = (&state.desk.register, state.desk.clock.now());
    let token = Token::new(token);
    let page = match said(body) {
        Some(Said::Confirm) => register.confirm_guardian(&token, now).await.map(guardian_page),
        Some(Said::Decline) => match register.refuse_guardian(&token, now).await {
            Ok(Refusal::Erased) => Ok(LinkPage::Declined),
            Ok(Refusal::NotFound) => Ok(LinkPage::Gone),
            Ok(Refusal::AlreadyConfirmed) => {
                register.guardian_request(&token, now).await.map(guardian_page)
            }
            Err(error) => Err(error),
        },
        None => return Answer::trouble(Trouble::Unreadable).render(&state, &uri).await,
    };
    finish(page.map(Page::Guardian), &state, &uri).await
}

/// `GET /representative/<token>`.
pub(crate) async fn seat(
    State(state): State<AppState>,
    Path(token): Path<String>,
    uri: Uri,
) -> Response {
    let page = state.desk.register.seat(&Token::new(token)).await.map(seat_page);
    finish(page.map(Page::Representative), &state, &uri).await
}

/// `POST /representative/<token>`.
pub(crate) async fn answer_seat(
    State(state): State<AppState>,
    Path(token): Path<String>,
    uri: Uri,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (register, now) = (&state.desk.register, state.desk.clock.now());
    let token = Token::new(token);
    let page = match said(body) {
        Some(Said::Confirm) => register.confirm_seat(&token, now).await.map(seat_page),
        Some(Said::Decline) => {
            let declined = register.decline_seat(&token, now).await;
            declined.map(|seat| seat.map_or(LinkPage::Gone, |_| LinkPage::Declined))
        }
        None => return Answer::trouble(Trouble::Unreadable).render(&state, &uri).await,
    };
    finish(page.map(Page::Representative), &state, &uri).await
}

fn guardian_page(asked: Option<GuardianRequest>) -> LinkPage<GuardianRequest> {
    match asked {
        None => LinkPage::Gone,
        Some(request) if request.confirmed => LinkPage::Confirmed(request),
        Some(request) => LinkPage::Asks(request),
    }
}

fn seat_page(seat: Option<SeatRequest>) -> LinkPage<SeatRequest> {
    match seat {
        None => LinkPage::Gone,
        Some(request) if request.confirmed => LinkPage::Confirmed(request),
        Some(request) => LinkPage::Asks(request),
    }
}

async fn finish(page: Result<Page, register::Error>, state: &AppState, uri: &Uri) -> Response {
    let answer = match page {
        Ok(page) => Answer::page(page),
        Err(error) => Answer::trouble(trouble_of(&error)),
    };
    answer.render(state, uri).await
}

/// Which button was pressed; `None` for anything that no button sends.
fn said(body: Result<Bytes, BytesRejection>) -> Option<Said> {
    match body.as_deref() {
        Ok(b"answer=confirm") => Some(Said::Confirm),
        Ok(b"answer=decline") => Some(Said::Decline),
        _ => None,
    }
}
