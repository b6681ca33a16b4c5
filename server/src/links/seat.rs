//! What a representative is asked, sees and does.

use app::links::ShowsSeat;
use app::{LinkPage, Trouble};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::routing::get;
use register::{HeldFiles, SeatRequest};

use super::at_seat::{Answers, AtSeat};
use super::name::{Named, first_form, read};
use super::{Reply, answered, file, has_renamed};
use crate::answer::redirect;
use crate::form::Posted;
use crate::state::AppState;

/// Their pages by the link in a letter.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/representative/{token}", get(show).post(answer))
        .route("/representative/{token}/rename", get(name).post(rename))
        .route("/representative/{token}/stop", get(stop).post(stopped))
        .route("/representative/{token}/everything", get(everything))
        .route("/representative/{token}/everything.json", get(everything_file))
}

/// The same for whoever signed in with their address.
pub(crate) fn own_routes() -> Router<AppState> {
    Router::new()
        .route("/me/groups/{number}/seats/{place}/rename", get(name).post(rename))
        .route("/me/groups/{number}/seats/{place}/everything", get(everything))
        .route("/me/groups/{number}/seats/{place}/everything.json", get(everything_file))
}

/// The pages on which they say no, or stop: whoever has done so may have been signed out by that.
pub(crate) fn own_answers() -> Router<AppState> {
    Router::new()
        .route("/me/groups/{number}/seats/{place}", get(show).post(answer))
        .route("/me/groups/{number}/seats/{place}/stop", get(stop).post(stopped))
}

/// `GET`: the question, or how it stands with the seat.
async fn show(at: AtSeat) -> Reply {
    let seat = seat(&at).await?;
    let renamed = has_renamed(&at.visit);
    Ok(at.show(ShowsSeat::Seat { page: shown(seat), today: at.today(), renamed }).await)
}

/// `POST` to the same: one of the two buttons.
async fn answer(Answers(at): Answers, body: Result<Bytes, BytesRejection>) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    match answered(body.as_deref().ok()) {
        Some(true) => {
            let seat = at.still(register.confirm_seat(at.way(), now).await).await?;
            let shows = ShowsSeat::Seat { page: shown(seat), today: at.today(), renamed: false };
            Ok(at.show(shows).await)
        }
        Some(false) => decline(&at).await,
        None => Err(at.visit.trouble(Trouble::Unreadable).await),
    }
}

/// `GET …/stop`: what goes then.
async fn stop(at: AtSeat) -> Reply {
    let seat = seat(&at).await?;
    Ok(at.show(ShowsSeat::Stop(seat)).await)
}

/// `POST` to the same.
async fn stopped(Answers(at): Answers, form: Posted) -> Reply {
    let [sure] = at.visit.form(form, ["sure"]).await?;
    match sure.as_str() {
        "yes" => decline(&at).await,
        _ => stop(at).await,
    }
}

async fn decline(at: &AtSeat) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    at.still(register.decline_seat(at.way(), now).await).await?;
    Ok(at.declined().await)
}

/// `GET …/rename`.
async fn name(at: AtSeat) -> Reply {
    let form = first_form(&seat(&at).await?.name);
    Ok(at.show(ShowsSeat::Name(form)).await)
}

/// `POST` to the same.
async fn rename(at: AtSeat, form: Posted) -> Reply {
    let (was, name, parsed) = read(&at.visit, form).await?;
    let (register, now) = (at.visit.register(), at.visit.now());
    let named = match parsed {
        Ok(parsed) => {
            let done = register.rename_seat(at.way(), &parsed, &was, now).await;
            Named::of(at.found(done).await?, was, name)
        }
        Err(wrong) => Named::wrong(wrong, was, name),
    };
    let (form, status) = match named {
        Named::Done => {
            return Ok(redirect(&format!("{}?done=name", at.places.seat), []));
        }
        Named::Changed(form) => (form.now(seat(&at).await?.name), axum::http::StatusCode::CONFLICT),
        Named::Wrong(form) => {
            seat(&at).await?;
            (form, axum::http::StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    Ok(at.show_as(ShowsSeat::Name(form), status).await)
}

/// `GET …/everything`.
async fn everything(at: AtSeat) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    let held = register.everything_of_seat(at.way(), HeldFiles::Named, now).await;
    let held = at.found(held).await?;
    Ok(at.show(ShowsSeat::Everything(held)).await)
}

/// `GET …/everything.json`.
async fn everything_file(at: AtSeat) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    let held = register.everything_of_seat(at.way(), HeldFiles::Whole, now).await;
    let held = at.found(held).await?;
    Ok(file(&at.visit, &held).await)
}

async fn seat(at: &AtSeat) -> Result<SeatRequest, axum::response::Response> {
    at.found(at.visit.register().seat(at.way()).await).await
}

fn shown(seat: SeatRequest) -> LinkPage<SeatRequest> {
    if seat.confirmed.is_some() { LinkPage::Confirmed(seat) } else { LinkPage::Asks(seat) }
}
