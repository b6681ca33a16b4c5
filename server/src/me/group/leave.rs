//! A group leaves: what it means, the question whether its contact wants it, and then it is done,
//! at once.

use app::me::{GroupLeaveEnd, GroupLeavePage};
use app::{OwnPage, Page};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::Left;

use super::super::own::Own;
use super::at_group::AtContact;
use crate::answer::Answer;
use crate::form::Posted;
use crate::visit::Visit;

/// `GET /me/groups/<number>/leave`.
pub(super) async fn page(at: AtContact) -> Response {
    let AtContact { visit, viewer, group, .. } = at;
    let page = GroupLeavePage { viewer, group, asks: false };
    visit.show(Page::Own(Box::new(OwnPage::GroupLeave(page)))).await
}

/// `POST` to the same: first from there, then from the page that asks whether it is wanted.
pub(super) async fn leave(visit: Visit, Path(number): Path<String>, form: Posted) -> Response {
    let [sure] = match visit.form(form, ["sure"]).await {
        Ok(fields) => fields,
        Err(response) => return response,
    };
    // Whose group has left may be signed out by that, and cannot sign in to be told so.
    match visit.is_signed_in().await {
        Ok(true) => {}
        Ok(false) => return ended(&visit, GroupLeaveEnd::SignedOut, StatusCode::FORBIDDEN).await,
        Err(response) => return response,
    }
    let own = match Own::of(visit).await {
        Ok(own) => own,
        Err(response) => return response,
    };
    match sure.as_str() {
        "yes" => done(own, &number).await,
        _ => question(own, &number).await,
    }
}

async fn question(own: Own, number: &str) -> Response {
    let (register, now) = (own.visit.register(), own.visit.now());
    match register.own_group(&own.permit, number, now).await {
        Ok(Some(shown)) if shown.details.is_some() => {
            let page = GroupLeavePage { viewer: own.viewer(), group: shown.group, asks: true };
            own.visit.show(Page::Own(Box::new(OwnPage::GroupLeave(page)))).await
        }
        Ok(_) => not_there(&own).await,
        Err(error) => own.visit.fault(&error).await,
    }
}

async fn done(own: Own, number: &str) -> Response {
    let (register, now) = (own.visit.register(), own.visit.now());
    match own.found(register.group_leaves(&own.permit, number, now).await).await {
        // No page to come back to would be true of whoever opens it.
        Ok(Left::Done) => {
            let left = ended(&own.visit, GroupLeaveEnd::Left, StatusCode::OK).await;
            own.forgotten(left).await
        }
        Ok(Left::NotThere) => not_there(&own).await,
        Err(response) => response,
    }
}

async fn not_there(own: &Own) -> Response {
    ended(&own.visit, GroupLeaveEnd::NotThere(own.viewer()), StatusCode::NOT_FOUND).await
}

async fn ended(visit: &Visit, end: GroupLeaveEnd, status: StatusCode) -> Response {
    let page = Page::Own(Box::new(OwnPage::GroupLeaveEnd(end)));
    visit.answer(Answer::page(page).status(status)).await
}
