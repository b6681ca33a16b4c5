//! A group moves: the new postcode, a look at what it means, and then it is done.

use app::Trouble;
use app::me::{GroupChanged, GroupMoveCheck, GroupMoveForm, ShowsGroupChange, WrongPostcode};
use axum::http::StatusCode;
use register::{HouseMove, HouseMoved, Version, WhichBranch};
use rules::{Field, Postcode};

use super::Reply;
use super::at_group::AtContact;
use crate::form::Posted;

/// What a wrong postcode is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /me/groups/<number>/postcode`.
pub(super) async fn form(at: AtContact) -> Reply {
    let (seen, postcode) = (at.details.version, at.details.postcode.clone());
    let form = GroupMoveForm { seen, postcode, wrong: None, now: None };
    Ok(at.show(ShowsGroupChange::Move(form)).await)
}

/// `POST` to the same: first with the postcode alone, then from the page that says what it means.
pub(super) async fn change(mut at: AtContact, form: Posted) -> Reply {
    let fields = ["version", Field::GroupPostcode.as_str(), "covers", "branch", "sure"];
    let [version, typed, covers, branch, sure] = at.visit.form(form, fields).await?;
    let seen = at.seen(&version).await?;
    let branch = match branch.as_str() {
        "" => WhichBranch::Chosen,
        "covering" => WhichBranch::Covering,
        _ => return Err(at.visit.trouble(Trouble::Unreadable).await),
    };
    let wrong = match Postcode::parse(&typed) {
        Ok(postcode) if sure != "yes" => return look(at, seen, postcode, StatusCode::OK).await,
        Ok(postcode) => {
            let covers = Some(covers.as_str()).filter(|covers| !covers.is_empty());
            let to = HouseMove { postcode: &postcode, covers, branch };
            let (register, now) = (at.visit.register(), at.visit.now());
            let done = register.move_group(&at.permit, at.number(), to, seen, now).await;
            match at.found(done).await? {
                HouseMoved::Done => return Ok(at.lead_home(GroupChanged::Postcode)),
                HouseMoved::CoversOther => {
                    return look(at, seen, postcode, StatusCode::CONFLICT).await;
                }
                HouseMoved::ChangedMeanwhile => {
                    let now = at.read_again().await?;
                    let is_in = at.group.branch.as_ref().map(|own| own.branch.slug.as_str());
                    // Sent twice: it is as they would like it.
                    if now.details.postcode == postcode.to_string()
                        && (branch == WhichBranch::Chosen || is_in == covers)
                    {
                        return Ok(at.lead_home(GroupChanged::Postcode));
                    }
                    let (seen, now) = (at.details.version, Some(now));
                    let form = GroupMoveForm { seen, postcode: typed, wrong: None, now };
                    return Ok(at.conflict(ShowsGroupChange::Move(form)).await);
                }
            }
        }
        Err(_) if typed.trim().is_empty() => Some(WrongPostcode::Missing),
        Err(wrong) => Some(WrongPostcode::Not(wrong)),
    };
    let postcode = typed.chars().take(MOST_SHOWN).collect();
    let form = GroupMoveForm { seen, postcode, wrong, now: None };
    Ok(at.refuse(ShowsGroupChange::Move(form)).await)
}

/// What a postcode means; in a conflict, what it means by now.
async fn look(at: AtContact, seen: Version, postcode: Postcode, status: StatusCode) -> Reply {
    let look = at.visit.register().look_at_group_move(&at.permit, at.number(), &postcode).await;
    let look = at.found(look).await?;
    let is_other = status == StatusCode::CONFLICT;
    let check = GroupMoveCheck { seen, postcode, look, is_other };
    Ok(at.show_as(ShowsGroupChange::MoveCheck(Box::new(check)), status).await)
}
