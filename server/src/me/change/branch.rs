//! Choosing a branch by hand.

use app::me::{BranchChange, Changed, ShowsChange};
use axum::response::Response;
use register::{BranchChosen, InBranch};
use rules::Postcode;

use super::Reply;
use super::at_own::{AtOwn, lead_home};
use crate::form::Posted;

/// `GET /me/<number>/branch`.
pub(super) async fn form(at: AtOwn) -> Reply {
    let form = blank(&at).await?;
    Ok(at.show(ShowsChange::Branch(form)).await)
}

/// `POST` to the same.
pub(super) async fn change(mut at: AtOwn, form: Posted) -> Reply {
    let [version, to] = at.visit.form(form, ["version", "branch"]).await?;
    let seen = at.seen(&version).await?;
    let form = blank(&at).await?;
    let is_there = form.branches.iter().any(|branch| branch.slug == to);
    let chosen = if is_there {
        let (register, now) = (at.visit.register(), at.visit.now());
        let chosen = register.choose_branch(&at.permit, at.number(), &to, seen, now).await;
        at.found(chosen).await?
    } else {
        BranchChosen::NoSuchBranch
    };
    match chosen {
        BranchChosen::Done => Ok(lead_home(Changed::Branch)),
        BranchChosen::NoSuchBranch => {
            let form = BranchChange { seen, to: String::new(), is_wrong: true, ..form };
            Ok(at.refuse(ShowsChange::Branch(form)).await)
        }
        BranchChosen::ChangedMeanwhile => {
            let now = Some(at.read_again().await?);
            let form = BranchChange { to, now, ..blank(&at).await? };
            Ok(at.conflict(ShowsChange::Branch(form)).await)
        }
    }
}

/// The form before anything is chosen, with the branch that they are in.
async fn blank(at: &AtOwn) -> Result<BranchChange, Response> {
    let contact = &at.membership.contact;
    let branches = at.visit.done(at.visit.register().branches().await).await?;
    let branches = branches
        .iter()
        .map(|branch| InBranch { slug: branch.slug.clone(), name: branch.name.clone() })
        .collect();
    let covers = match contact.postcode.as_deref().map(Postcode::parse) {
        Some(Ok(own)) => {
            let look = at.visit.register().look_at_house_move(&at.permit, at.number(), &own);
            at.found(look.await).await?.covers
        }
        _ => None,
    };
    let to = at.membership.branch.as_ref().map(|own| own.branch.slug.clone()).unwrap_or_default();
    Ok(BranchChange { seen: contact.version, branches, covers, to, is_wrong: false, now: None })
}
