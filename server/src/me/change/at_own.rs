//! A request to a page that changes a membership, by somebody who signed in with its member's
//! address. A handler that takes one cannot be reached without.

use app::committee::Viewer;
use app::me::{ChangePage, Changed, ShowsChange};
use app::{Page, Trouble};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use register::{OwnContact, OwnMembership, OwnPermit, OwnStanding, Version};

use crate::answer::{Answer, redirect};
use crate::state::AppState;
use crate::visit::Visit;

/// A request, with the permit and the membership whose number is in the address.
pub(super) struct AtOwn {
    pub(super) visit: Visit,
    pub(super) permit: OwnPermit,
    pub(super) name: String,
    pub(super) membership: OwnMembership,
    viewer: Viewer,
}

impl FromRequestParts<AppState> for AtOwn {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let params = RawPathParams::from_request_parts(parts, state).await.ok();
        let number = params.iter().flatten().find(|(name, _)| *name == "number");
        let number = number.map(|(_, number)| number.to_owned()).unwrap_or_default();
        let (token, session) = visit.session().await?;
        let permit = visit.register().own_permit(&token, visit.now()).await;
        let permit = visit.permitted(permit).await?;
        let viewer = Viewer::of(&session, visit.now());
        let (name, membership) = find(&visit, &permit, &number).await?;
        Ok(Self { visit, permit, name, membership, viewer })
    }
}

impl AtOwn {
    /// The number of the membership.
    pub(super) fn number(&self) -> &str {
        &self.membership.number
    }

    /// The page.
    pub(super) async fn show(self, shows: ShowsChange) -> Response {
        self.show_as(shows, StatusCode::OK).await
    }

    /// The page, with what is wrong in the form (422).
    pub(super) async fn refuse(self, shows: ShowsChange) -> Response {
        self.show_as(shows, StatusCode::UNPROCESSABLE_ENTITY).await
    }

    /// The page, with what has changed meanwhile (409).
    pub(super) async fn conflict(self, shows: ShowsChange) -> Response {
        self.show_as(shows, StatusCode::CONFLICT).await
    }

    pub(super) async fn show_as(self, shows: ShowsChange, status: StatusCode) -> Response {
        let Self { visit, viewer, name, membership, .. } = self;
        let page = ChangePage { viewer, name, number: membership.number, shows };
        visit.answer(Answer::page(Page::Change(Box::new(page))).status(status)).await
    }

    /// The membership as it is by now: it was changed since the request began.
    pub(super) async fn read_again(&mut self) -> Result<(String, OwnContact), Response> {
        let number = self.membership.number.clone();
        let (name, membership) = find(&self.visit, &self.permit, &number).await?;
        self.name.clone_from(&name);
        let contact = membership.contact.clone();
        self.membership = membership;
        Ok((name, contact))
    }

    /// What the register answered; what it does not find any more is not there.
    pub(super) async fn found<T>(
        &self,
        asked: Result<Option<T>, register::Error>,
    ) -> Result<T, Response> {
        match self.visit.done(asked).await? {
            Some(found) => Ok(found),
            None => Err(self.visit.trouble(Trouble::NotFound).await),
        }
    }

    /// Which state of the member a form was filled in for.
    pub(super) async fn seen(&self, version: &str) -> Result<Version, Response> {
        match Version::parse(version) {
            Some(version) => Ok(version),
            None => Err(self.visit.trouble(Trouble::Unreadable).await),
        }
    }
}

/// To the first page of their own place, which says what was changed.
pub(super) fn lead_home(changed: Changed) -> Response {
    redirect(&format!("/me?changed={}", changed.as_str()), [])
}

/// The membership of this number among those of an address, and whose it is.
async fn find(
    visit: &Visit,
    permit: &OwnPermit,
    number: &str,
) -> Result<(String, OwnMembership), Response> {
    let place = visit.done(visit.register().own_place(permit, visit.now()).await).await?;
    let Some(place) = place else { return Err(visit.to_sign_in()) };
    let found = place.people.into_iter().find_map(|person| match person.standing {
        OwnStanding::Member(membership) if membership.number == number => {
            Some((person.name, membership))
        }
        _ => None,
    });
    match found {
        Some(found) => Ok(found),
        None => Err(visit.trouble(Trouble::NotFound).await),
    }
}
