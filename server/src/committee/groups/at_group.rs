//! A request to a page of a group, by somebody who may judge its evidence: from the branch, or as
//! its nominee. A handler that takes one cannot be reached without the permit.

use app::Page;
use app::committee::{Done, GroupPage, GroupView, NomineeForm, ShowsGroup, Viewer};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use register::{BranchPermit, EvidencePermit, GroupShown};

use super::super::at_branch::{AtBranch, is_plain};
use crate::answer::{Answer, redirect};
use crate::state::AppState;
use crate::visit::Visit;

/// A request, with the permit for the group in its address.
pub(super) struct AtGroup {
    pub(super) visit: Visit,
    pub(super) permit: EvidencePermit,
    /// The permit for the branch; `None` for a nominee.
    pub(super) branch: Option<BranchPermit>,
    viewer: Viewer,
    place: Option<u8>,
    round: Option<i32>,
}

impl FromRequestParts<AppState> for AtGroup {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let params = RawPathParams::from_request_parts(parts, state).await.ok();
        let params: Vec<_> = params.iter().flatten().collect();
        let plain = params.iter().all(|(_, part)| is_plain(part));
        let part = |named: &str| {
            params.iter().find(|(name, _)| plain && *name == named).map(|(_, part)| *part)
        };
        let (place, round) = (part("place"), part("round"));
        let (place, round) =
            (place.and_then(|it| it.parse().ok()), round.and_then(|it| it.parse().ok()));
        let number = visit.part(part("group")).await?;
        if part("branch").is_some() {
            let at = AtBranch::from_request_parts(parts, state).await?;
            let permit = visit.register().evidence_permit_in(&at.permit, number).await;
            let permit = visit.found(permit).await?;
            let AtBranch { visit, permit: branch, viewer } = at;
            return Ok(Self { visit, permit, branch: Some(branch), viewer, place, round });
        }
        let (token, session) = visit.session().await?;
        let permit = visit.register().evidence_permit(&token, number, visit.now()).await;
        let permit = visit.permitted(permit).await?;
        Ok(Self {
            viewer: Viewer::of(&session, visit.now()),
            visit,
            permit,
            branch: None,
            place,
            round,
        })
    }
}

impl AtGroup {
    /// The seat in the address.
    pub(super) async fn place(&self) -> Result<u8, Response> {
        self.visit.part(self.place.filter(|place| matches!(place, 1 | 2))).await
    }

    /// The round in the address.
    pub(super) async fn round(&self) -> Result<i32, Response> {
        self.visit.part(self.round).await
    }

    /// The group, which somebody opens.
    pub(super) async fn group(&self) -> Result<GroupShown, Response> {
        let group = self.visit.register().group(&self.permit, self.visit.now()).await;
        self.visit.found(group).await
    }

    /// The page of the group itself.
    pub(super) async fn page(&self) -> Result<GroupPage, Response> {
        let may_name_nominees = self.branch.as_ref().is_some_and(BranchPermit::may_give_roles);
        let nominee = NomineeForm::default();
        Ok(GroupPage { group: self.group().await?, may_name_nominees, nominee, changed: false })
    }

    /// The page.
    pub(super) async fn show(self, shows: ShowsGroup) -> Response {
        self.show_as(shows, StatusCode::OK).await
    }

    /// The page, with what is wrong in the form (422).
    pub(super) async fn refuse(self, shows: ShowsGroup) -> Response {
        self.show_as(shows, StatusCode::UNPROCESSABLE_ENTITY).await
    }

    /// The page, with what somebody else has done meanwhile (409).
    pub(super) async fn conflict(self, shows: ShowsGroup) -> Response {
        self.show_as(shows, StatusCode::CONFLICT).await
    }

    /// The group as it is, when what was asked for cannot be done to it any more.
    pub(super) async fn changed(self) -> Result<Response, Response> {
        let page = GroupPage { changed: true, ..self.page().await? };
        Ok(self.conflict(ShowsGroup::Group(page)).await)
    }

    async fn show_as(self, shows: ShowsGroup, status: StatusCode) -> Response {
        let Self { visit, permit, viewer, branch, .. } = self;
        let (number, done) = (permit.group().number.clone(), visit.just_done());
        let branch = branch.map(|branch| branch.branch().clone());
        let view = GroupView { viewer, branch, number, done, shows };
        visit.answer(Answer::page(Page::Group(Box::new(view))).status(status)).await
    }

    /// To the page of the group, which says what was done.
    pub(super) fn lead_back(&self, done: Done) -> Response {
        let number = &self.permit.group().number;
        let base = match &self.branch {
            Some(branch) => format!("/committee/{}/groups/{number}", branch.branch().slug),
            None => format!("/groups/{number}"),
        };
        redirect(&format!("{base}?done={}", done.as_str()), [])
    }
}
