//! A request to a page of a group, by somebody who signed in with its contact's address, or with a
//! representative's. A handler that takes one cannot be reached without.

use app::committee::Viewer;
use app::me::{GroupChangePage, GroupChanged, GroupNow, ShowsGroupChange};
use app::{OwnPage, Page, Trouble};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use register::{OwnGroup, OwnGroupDetails, OwnGroupShown, OwnPermit, Version};

use crate::answer::{Answer, redirect};
use crate::state::AppState;
use crate::visit::Visit;

/// A request to the group whose number is in the address, by its contact or a representative.
pub(super) struct AtGroup {
    pub(super) visit: Visit,
    pub(super) permit: OwnPermit,
    pub(super) viewer: Viewer,
    pub(super) shown: OwnGroupShown,
    /// The seat in the address, if there is one.
    place: Option<u8>,
}

/// The same, by its contact alone: for everybody else it is not there.
pub(super) struct AtContact {
    pub(super) visit: Visit,
    pub(super) permit: OwnPermit,
    pub(super) viewer: Viewer,
    pub(super) group: OwnGroup,
    pub(super) details: OwnGroupDetails,
    /// The seat in the address, if there is one.
    pub(super) place: Option<u8>,
}

impl FromRequestParts<AppState> for AtGroup {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let params = RawPathParams::from_request_parts(parts, state).await.ok();
        let part = |named: &str| {
            params.iter().flatten().find(|(name, _)| *name == named).map(|(_, part)| part)
        };
        let number = part("number").unwrap_or_default().to_owned();
        let place = part("place").and_then(|place| place.parse().ok());
        let (token, session) = visit.session().await?;
        let permit = visit.register().own_permit(&token, visit.now()).await;
        let permit = visit.permitted(permit).await?;
        let viewer = Viewer::of(&session, visit.now());
        let shown = find(&visit, &permit, &number).await?;
        Ok(Self { visit, permit, viewer, shown, place })
    }
}

impl FromRequestParts<AppState> for AtContact {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let AtGroup { visit, permit, viewer, shown, place } =
            AtGroup::from_request_parts(parts, state).await?;
        let OwnGroupShown { group, details } = shown;
        match details {
            Some(details) => Ok(Self { visit, permit, viewer, group, details, place }),
            None => Err(visit.trouble(Trouble::NotFound).await),
        }
    }
}

impl AtContact {
    /// The number of the group.
    pub(super) fn number(&self) -> &str {
        &self.group.group.number
    }

    /// A page that changes something of it.
    pub(super) async fn show(self, shows: ShowsGroupChange) -> Response {
        self.show_as(shows, StatusCode::OK).await
    }

    /// The page, with what is wrong in the form (422).
    pub(super) async fn refuse(self, shows: ShowsGroupChange) -> Response {
        self.show_as(shows, StatusCode::UNPROCESSABLE_ENTITY).await
    }

    /// The page, with what has changed meanwhile (409).
    pub(super) async fn conflict(self, shows: ShowsGroupChange) -> Response {
        self.show_as(shows, StatusCode::CONFLICT).await
    }

    pub(super) async fn show_as(self, shows: ShowsGroupChange, status: StatusCode) -> Response {
        let Self { visit, viewer, group, .. } = self;
        let page = OwnPage::GroupChange(GroupChangePage { viewer, group, shows });
        visit.answer(Answer::page(Page::Own(Box::new(page))).status(status)).await
    }

    /// To the page of the group, which says what was changed.
    pub(super) fn lead_home(&self, changed: GroupChanged) -> Response {
        redirect(&format!("/me/groups/{}?changed={}", self.number(), changed.as_str()), [])
    }

    /// The group as it is by now: it was changed since the request began.
    pub(super) async fn read_again(&mut self) -> Result<GroupNow, Response> {
        let OwnGroupShown { group, details } =
            find(&self.visit, &self.permit, &self.group.group.number).await?;
        match details {
            Some(details) => {
                (self.group, self.details) = (group, details);
                let name = self.group.group.name.clone();
                Ok(GroupNow { name, details: self.details.clone() })
            }
            None => Err(self.visit.trouble(Trouble::NotFound).await),
        }
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

    /// Which state of the group a form was filled in for.
    pub(super) async fn seen(&self, version: &str) -> Result<Version, Response> {
        match Version::parse(version) {
            Some(version) => Ok(version),
            None => Err(self.visit.trouble(Trouble::Unreadable).await),
        }
    }
}

/// The group of this number, if the address has to do with it.
async fn find(visit: &Visit, permit: &OwnPermit, number: &str) -> Result<OwnGroupShown, Response> {
    match visit.done(visit.register().own_group(permit, number, visit.now()).await).await? {
        Some(shown) => Ok(shown),
        None => Err(visit.trouble(Trouble::NotFound).await),
    }
}
