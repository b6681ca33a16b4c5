//! Leaving: what it means, the question whether somebody wants it, and then it is done, at once.

use app::{LeaveEnd, LeavePage, LeaveQuestion, OwnPage, Page};
use axum::http::StatusCode;
use axum::response::Response;
use register::{Left, OwnPerson, OwnPlace, OwnStanding};

use super::own::Own;
use crate::answer::Answer;
use crate::form::Posted;
use crate::visit::Visit;

/// `GET /me/leave`.
pub(super) async fn page(visit: Visit) -> Response {
    match place(visit).await {
        Ok((own, place)) => {
            let roles = own.session.roles.clone();
            let page = LeavePage { viewer: own.viewer(), place, roles };
            own.visit.show(Page::Own(Box::new(OwnPage::Leave(page)))).await
        }
        Err(response) => response,
    }
}

/// `POST` to the same: first with who leaves, then from the page that asks whether that is wanted.
pub(super) async fn leave(visit: Visit, form: Posted) -> Response {
    let [number, sure] = match visit.form(form, ["number", "sure"]).await {
        Ok(fields) => fields,
        Err(response) => return response,
    };
    // Whoever has left is signed out by that, and cannot sign in to be told so.
    match visit.is_signed_in().await {
        Ok(true) => {}
        Ok(false) => return ended(&visit, LeaveEnd::SignedOut, StatusCode::FORBIDDEN).await,
        Err(response) => return response,
    }
    match sure.as_str() {
        "yes" => done(visit, &number).await,
        _ => question(visit, number).await,
    }
}

async fn question(visit: Visit, number: String) -> Response {
    let (own, place) = match place(visit).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let viewer = own.viewer();
    let who = place.people.into_iter().find(|person| number_of(person) == Some(&number));
    match who {
        Some(person) => {
            let page = Box::new(LeaveQuestion { viewer, person, number });
            own.visit.show(Page::Own(Box::new(OwnPage::LeaveQuestion(page)))).await
        }
        None => ended(&own.visit, LeaveEnd::NotThere(viewer), StatusCode::OK).await,
    }
}

async fn done(visit: Visit, number: &str) -> Response {
    let own = match Own::of(visit).await {
        Ok(own) => own,
        Err(response) => return response,
    };
    let (register, now) = (own.visit.register(), own.visit.now());
    match own.found(register.leave(&own.permit, number, now).await).await {
        // No page to come back to would be true of whoever opens it.
        Ok(Left::Done) => {
            let left = ended(&own.visit, LeaveEnd::Left, StatusCode::OK).await;
            own.forgotten(left).await
        }
        Ok(Left::NotThere) => {
            ended(&own.visit, LeaveEnd::NotThere(own.viewer()), StatusCode::OK).await
        }
        Err(response) => response,
    }
}

async fn ended(visit: &Visit, end: LeaveEnd, status: StatusCode) -> Response {
    let page = Page::Own(Box::new(OwnPage::LeaveEnd(end)));
    visit.answer(Answer::page(page).status(status)).await
}

async fn place(visit: Visit) -> Result<(Own, OwnPlace), Response> {
    let own = Own::of(visit).await?;
    let place = own.visit.register().own_place(&own.permit, own.visit.now()).await;
    let place = own.found(place).await?;
    Ok((own, place))
}

/// By which number somebody can leave.
fn number_of(person: &OwnPerson) -> Option<&String> {
    match &person.standing {
        OwnStanding::Member(member) => Some(&member.number),
        OwnStanding::Waiting(waiting) => Some(&waiting.number),
        OwnStanding::Elsewhere | OwnStanding::NoMember => None,
    }
}
