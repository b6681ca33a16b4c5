//! Ending a membership: the reason, a look at what will happen, and then it ends.

use app::committee::{Done, EndForm, Shows, WrongEnd};
use axum::extract::Path;
use register::{Ended, Member, Version};
use rules::EndReason;

use super::super::at_branch::AtBranch;
use super::super::reply::Reply;
use super::{Number, found_in, member};
use crate::form::Posted;

/// `GET /committee/<branch>/members/<number>/end`.
pub(super) async fn form(at: AtBranch, Path((_, number)): Number) -> Reply {
    let member = member(&at, &number).await?;
    let form = form_for(number, &member, member.version);
    Ok(at.show(Shows::End(Box::new(form))).await)
}

/// `POST` to the same: first with the reason alone, then from the page that says what it means.
pub(super) async fn end(at: AtBranch, Path((_, number)): Number, form: Posted) -> Reply {
    let [version, how, sure] = at.visit.form(form, ["version", "how", "sure"]).await?;
    let seen = at.seen(&version).await?;
    let Some(how) = EndReason::parse(&how) else {
        let member = member(&at, &number).await?;
        let wrong = Some(WrongEnd::NoReason);
        let form = EndForm { wrong, ..form_for(number, &member, seen) };
        return Ok(at.refuse(Shows::End(Box::new(form))).await);
    };
    if sure != "yes" {
        let member = member(&at, &number).await?;
        let form = form_for(number, &member, seen);
        return Ok(at.show(Shows::CheckEnd(Box::new(form), how)).await);
    }
    let (register, now) = (at.visit.register(), at.visit.now());
    let ended = register.end_membership(&at.permit, &number, how, seen, now).await;
    match found_in(&at, ended).await? {
        // There is nobody left to show.
        Ended::Done => Ok(at.lead_to("members", Done::Erased)),
        Ended::NotCurrent => {
            let member = member(&at, &number).await?;
            let wrong = Some(WrongEnd::NotCurrent);
            let form = EndForm { how: Some(how), wrong, ..form_for(number, &member, seen) };
            Ok(at.refuse(Shows::End(Box::new(form))).await)
        }
        Ended::ChangedMeanwhile => {
            let now = member(&at, &number).await?;
            let form = form_for(number, &now, now.version);
            let form = EndForm { how: Some(how), now: Some(now), ..form };
            Ok(at.conflict(Shows::End(Box::new(form))).await)
        }
    }
}

fn form_for(number: String, member: &Member, seen: Version) -> EndForm {
    EndForm { number, name: member.name.clone(), seen, how: None, wrong: None, now: None }
}
