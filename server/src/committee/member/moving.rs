//! Moving a member to another branch.

use app::committee::{Done, MoveForm, Shows, WrongMove};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::{InBranch, Member, MoveReason, Moved};

use super::super::at_branch::{AtBranch, is_plain};
use super::super::reply::Reply;
use super::{Number, found_in, member};
use crate::form::Posted;

/// `GET /committee/<branch>/members/<number>/branch`.
pub(super) async fn form(at: AtBranch, Path((_, number)): Number) -> Reply {
    let member = member(&at, &number).await?;
    let form = blank(&at, number, &member).await?;
    Ok(at.show(Shows::Move(Box::new(form))).await)
}

/// `POST` to the same.
pub(super) async fn go(at: AtBranch, Path((_, number)): Number, form: Posted) -> Reply {
    let [version, to, why] = at.visit.form(form, ["version", "to", "why"]).await?;
    let seen = at.seen(&version).await?;
    let mut wrong = Vec::new();
    let to_branch = match to.as_str() {
        MoveForm::NO_BRANCH => Some(None),
        slug if !slug.is_empty() && is_plain(slug) => Some(Some(slug)),
        _ => None,
    };
    if to_branch.is_none() {
        wrong.push(WrongMove::NoBranch);
    }
    let reason = MoveReason::parse(&why);
    wrong.extend(reason.as_ref().err().map(|wrong| WrongMove::Why(*wrong)));
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let (Some(to), Ok(reason)) = (to_branch, &reason) {
        let (register, now) = (at.visit.register(), at.visit.now());
        let moved = register.move_member(&at.permit, &number, to, reason, seen, now).await;
        match found_in(&at, moved).await? {
            // Whoever was moved out of the branch is not seen from it any more.
            Moved::Done => return Ok(at.lead_to("members", Done::Moved)),
            Moved::ThereAlready => wrong.push(WrongMove::ThereAlready),
            Moved::NoSuchBranch => wrong.push(WrongMove::NoBranch),
            Moved::NotCurrent => wrong.push(WrongMove::NotCurrent),
            Moved::ChangedMeanwhile => status = StatusCode::CONFLICT,
        }
    }
    let now = member(&at, &number).await?;
    let form = MoveForm { to, why, wrong, ..blank(&at, number, &now).await? };
    if status == StatusCode::CONFLICT {
        let form = MoveForm { now: Some(now), ..form };
        return Ok(at.conflict(Shows::Move(Box::new(form))).await);
    }
    Ok(at.refuse(Shows::Move(Box::new(MoveForm { seen, ..form }))).await)
}

/// The form before anything is filled in.
async fn blank(at: &AtBranch, number: String, member: &Member) -> Result<MoveForm, Response> {
    Ok(MoveForm {
        number,
        name: member.name.clone(),
        seen: member.version,
        branches: other_branches(at).await?,
        to: String::new(),
        why: String::new(),
        wrong: Vec::new(),
        now: None,
    })
}

async fn other_branches(at: &AtBranch) -> Result<Vec<InBranch>, Response> {
    let branches = at.visit.done(at.visit.register().branches().await).await?;
    let others = branches.iter().filter(|branch| branch.slug != at.permit.branch().slug);
    Ok(others
        .map(|branch| InBranch { slug: branch.slug.clone(), name: branch.name.clone() })
        .collect())
}
