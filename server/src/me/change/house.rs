//! Moving house: the new postcode, a look at what it means, and then it is done.

use app::Trouble;
use app::me::{Changed, HouseChange, HouseCheck, ShowsChange};
use axum::http::StatusCode;
use register::{HouseMove, HouseMoved, Version, WhichBranch};
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
    };
    Ok(at.show(ShowsChange::House(form)).await)
}

/// `POST` to the same: first with the postcode alone, then from the page that says what it means.
pub(super) async fn change(mut at: AtOwn, form: Posted) -> Reply {
    let fields = ["version", "postcode", "covers", "branch", "sure"];
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
                    let form = HouseChange { seen, postcode: typed, wrong: None, now };
                    return Ok(at.conflict(ShowsChange::House(form)).await);
                }
            }
        }
        Err(_) if typed.trim().is_empty() => HouseChange::MISSING,
        Err(wrong) => Some(Some(wrong)),
    };
    let postcode = typed.chars().take(MOST_SHOWN).collect();
    Ok(at.refuse(ShowsChange::House(HouseChange { seen, postcode, wrong, now: None })).await)
}

/// What a postcode means; in a conflict, what it means by now.
async fn look(at: AtOwn, seen: Version, postcode: Postcode, status: StatusCode) -> Reply {
    let look = at.visit.register().look_at_house_move(&at.permit, at.number(), &postcode).await;
    let look = at.found(look).await?;
    let is_other = status == StatusCode::CONFLICT;
    let check = HouseCheck { seen, postcode, look, is_other };
    Ok(at.show_as(ShowsChange::HouseCheck(Box::new(check)), status).await)
}
