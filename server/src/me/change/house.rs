//! Moving house: the new postcode, a look at what it means, and then it is done.

use app::Trouble;
use app::me::{Changed, HouseChange, HouseCheck, ShowsChange};
use axum::http::StatusCode;
use register::{HouseMove, HouseMoved, Placed, PostcodeWithdrawn, Version, WhichBranch};
use rules::Postcode;

use super::Reply;
use super::at_own::{AtOwn, lead_home};
use crate::form::Posted;

/// What a wrong postcode is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /me/<number>/postcode`.
pub(super) async fn form(at: AtOwn) -> Reply {
    let contact = &at.membership.contact;
    let form = HouseChange {
        seen: contact.version,
        postcode: contact.postcode.clone().unwrap_or_default(),
        wrong: None,
        now: None,
        may_withdraw: may_withdraw(&at),
    };
    Ok(at.show(ShowsChange::House(form)).await)
}

/// `POST` to the same: first with the postcode alone, then from the page that says what it means.
pub(super) async fn change(mut at: AtOwn, form: Posted) -> Reply {
    let fields = ["version", "postcode", "covers", "branch", "sure", "back"];
    let [version, typed, covers, branch, sure, back] = at.visit.form(form, fields).await?;
    let seen = at.seen(&version).await?;
    if back == "yes" {
        return withdraw(at, seen).await;
    }
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
            let done = register.move_house(&at.permit, at.number(), to, seen, now).await;
            match at.found(done).await? {
                HouseMoved::Done => return Ok(lead_home(Changed::House)),
                HouseMoved::CoversOther => {
                    return look(at, seen, postcode, StatusCode::CONFLICT).await;
                }
                HouseMoved::ChangedMeanwhile => {
                    let now = at.read_again().await?;
                    let is_in = at.membership.branch.as_ref().map(|own| own.branch.slug.as_str());
                    // Sent twice: it is as they would like it.
                    if now.1.postcode.as_deref() == Some(postcode.to_string().as_str())
                        && (branch == WhichBranch::Chosen || is_in == covers)
                    {
                        return Ok(lead_home(Changed::House));
                    }
                    let now = Some(now);
                    let seen = at.membership.contact.version;
                    let may_withdraw = may_withdraw(&at);
                    let form =
                        HouseChange { seen, postcode: typed, wrong: None, now, may_withdraw };
                    return Ok(at.conflict(ShowsChange::House(form)).await);
                }
            }
        }
        Err(_) if typed.trim().is_empty() => HouseChange::MISSING,
        Err(wrong) => Some(Some(wrong)),
    };
    let postcode = typed.chars().take(MOST_SHOWN).collect();
    let may_withdraw = may_withdraw(&at);
    let form = HouseChange { seen, postcode, wrong, now: None, may_withdraw };
    Ok(at.refuse(ShowsChange::House(form)).await)
}

/// Erases the postcode there is.
async fn withdraw(mut at: AtOwn, seen: Version) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    let done = register.withdraw_postcode(&at.permit, at.number(), seen, now).await;
    match at.found(done).await? {
        PostcodeWithdrawn::Done => Ok(lead_home(Changed::PostcodeWithdrawn)),
        // Nobody is offered it whose branch goes by their postcode.
        PostcodeWithdrawn::NotByHand | PostcodeWithdrawn::ChangedMeanwhile => {
            let now = at.read_again().await?;
            let postcode = now.1.postcode.clone().unwrap_or_default();
            let (seen, now, may_withdraw) = (now.1.version, Some(now), may_withdraw(&at));
            let form = HouseChange { seen, postcode, wrong: None, now, may_withdraw };
            Ok(at.conflict(ShowsChange::House(form)).await)
        }
    }
}

/// Whether their branch does not go by the postcode that they gave.
fn may_withdraw(at: &AtOwn) -> bool {
    let placed = at.membership.branch.as_ref().and_then(|own| own.placed);
    at.membership.contact.postcode.is_some() && placed == Some(Placed::ByHand)
}

/// What a postcode means; in a conflict, what it means by now.
async fn look(at: AtOwn, seen: Version, postcode: Postcode, status: StatusCode) -> Reply {
    let look = at.visit.register().look_at_house_move(&at.permit, at.number(), &postcode).await;
    let look = at.found(look).await?;
    let is_other = status == StatusCode::CONFLICT;
    let check = HouseCheck { seen, postcode, look, is_other };
    Ok(at.show_as(ShowsChange::HouseCheck(Box::new(check)), status).await)
}
