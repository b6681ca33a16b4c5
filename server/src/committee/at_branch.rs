//! A request to a page of a branch, by somebody who may open it. A handler that takes one cannot
//! be reached without the permit.

use app::committee::{BranchView, Done, Shows, Viewer};
use app::{Page, Trouble};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use register::{BranchPermit, Version};

use crate::answer::{Answer, redirect};
use crate::state::AppState;
use crate::visit::Visit;

/// A request, with the permit for the branch in its address.
pub(super) struct AtBranch {
    pub(super) visit: Visit,
    pub(super) permit: BranchPermit,
    pub(super) viewer: Viewer,
}

impl FromRequestParts<AppState> for AtBranch {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let params = RawPathParams::from_request_parts(parts, state).await.ok();
        let params: Vec<_> = params.iter().flatten().collect();
        let plain = params.iter().all(|(_, part)| is_plain(part));
        let slug = params.iter().find(|(name, _)| plain && *name == "branch");
        let slug = visit.part(slug.map(|(_, slug)| *slug)).await?;
        let (token, session) = visit.session().await?;
        let permit = visit.register().branch_permit(&token, slug, visit.now()).await;
        let permit = visit.permitted(permit).await?;
        Ok(Self { viewer: Viewer::of(&session, visit.now()), visit, permit })
    }
}

impl AtBranch {
    /// The page.
    pub(super) async fn show(self, shows: Shows) -> Response {
        self.show_as(shows, StatusCode::OK).await
    }

    /// The page, with what is wrong in the form (422).
    pub(super) async fn refuse(self, shows: Shows) -> Response {
        self.show_as(shows, StatusCode::UNPROCESSABLE_ENTITY).await
    }

    /// The page, with what somebody else has done meanwhile (409).
    pub(super) async fn conflict(self, shows: Shows) -> Response {
        self.show_as(shows, StatusCode::CONFLICT).await
    }

    /// The page, with another status.
    pub(super) async fn show_as(self, shows: Shows, status: StatusCode) -> Response {
        let Self { visit, permit, viewer } = self;
        let (branch, done) = (permit.branch().clone(), visit.just_done());
        let view = BranchView { viewer, branch, done, shows };
        visit.answer(Answer::page(Page::Branch(Box::new(view))).status(status)).await
    }

    /// Which state of something a form was filled in for.
    ///
    /// # Errors
    /// The response to what is none.
    pub(super) async fn seen(&self, version: &str) -> Result<Version, Response> {
        match Version::parse(version) {
            Some(version) => Ok(version),
            None => Err(self.visit.trouble(Trouble::Unreadable).await),
        }
    }

    /// To a page of the branch, which says what was done.
    pub(super) fn lead_to(&self, page: &str, done: Done) -> Response {
        redirect(
            &format!("/committee/{}/{page}?done={}", self.permit.branch().slug, done.as_str()),
            [],
        )
    }
}

/// Whether a part of an address can name anything: some databases take no other characters at all.
pub(super) fn is_plain(part: &str) -> bool {
    part.len() <= 100 && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}
