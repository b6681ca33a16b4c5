//! The class of a membership. The answers that decide it go from the form to the rules, and end
//! there: nothing of them is kept, logged or put into an address.

use app::me::{Changed, ClassForm, ClassStage, ShowsChange};
use axum::response::Response;
use register::{ClassChanged, Version};
use rules::{Age, AgeNow, Class, ClassChange, Eligibility, Experience, Step, eligibility};

use super::Reply;
use super::at_own::{AtOwn, lead_home};
use crate::form::Posted;

/// `GET /me/<number>/class`.
pub(super) async fn form(at: AtOwn) -> Reply {
    let stage = match (at.membership.class, at.membership.age) {
        (Class::Full, _) => ClassStage::ToAssociate,
        (Class::Associate, AgeNow::UnderEighteen(opens)) => ClassStage::NotYet(opens),
        (Class::Associate, AgeNow::Unsaid) => ClassStage::Age { missing: false },
        (Class::Associate, AgeNow::Adult) => ClassStage::Experience { age: None, missing: false },
    };
    let seen = at.membership.contact.version;
    Ok(show(at, seen, stage).await)
}

/// `POST` to the same: from question to question, and then from the page that says what is open.
pub(super) async fn change(at: AtOwn, form: Posted) -> Reply {
    let fields = ["version", "age", "experience", "asked", "to", "sure"];
    let [version, age, experience, asked, to, sure] = at.visit.form(form, fields).await?;
    let seen = at.seen(&version).await?;
    let sure = sure == "yes";
    // Sent twice, or on two devices.
    if sure && Class::parse(&to) == Some(at.membership.class) {
        return Ok(lead_home(Changed::Class));
    }
    if at.membership.class == Class::Full {
        return match sure {
            true => finish(at, seen, ClassStage::ToAssociate, ClassChange::TO_ASSOCIATE).await,
            false => Ok(show(at, seen, ClassStage::ToAssociate).await),
        };
    }
    let said = Age::parse(&age).filter(|_| at.membership.age == AgeNow::Unsaid);
    let age = match (at.membership.age, at.membership.age.known().or(said)) {
        (AgeNow::UnderEighteen(opens), _) => {
            return Ok(show(at, seen, ClassStage::NotYet(opens)).await);
        }
        (_, Some(age)) => age,
        (_, None) => {
            let missing = asked == Step::Age.as_str();
            return Ok(show(at, seen, ClassStage::Age { missing }).await);
        }
    };
    let Some(open) = eligibility(age, Experience::parse(&experience)) else {
        let missing = asked == Step::Experience.as_str();
        return Ok(show(at, seen, ClassStage::Experience { age: said, missing }).await);
    };
    let answer = Experience::parse(&experience);
    let change = answer.and_then(|experience| ClassChange::to_full(age, experience));
    match (answer, change) {
        (Some(experience), Some(change)) => {
            let stage = ClassStage::Open { age: said, experience };
            if sure {
                finish(at, seen, stage, change).await
            } else {
                Ok(show(at, seen, stage).await)
            }
        }
        _ => {
            let Eligibility { reason } = open;
            Ok(show(at, seen, ClassStage::Stays(reason)).await)
        }
    }
}

/// Changes it, or shows what has changed meanwhile.
async fn finish(mut at: AtOwn, seen: Version, stage: ClassStage, change: ClassChange) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    let done = register.change_class(&at.permit, at.number(), change, seen, now).await;
    match at.found(done).await? {
        ClassChanged::Done | ClassChanged::SoAlready => Ok(lead_home(Changed::Class)),
        ClassChanged::UnderEighteen => {
            Ok(show(at, seen, ClassStage::Stays(rules::Reason::UnderEighteen)).await)
        }
        ClassChanged::ChangedMeanwhile => {
            at.read_again().await?;
            // The same was done on another device.
            if at.membership.class == change.to() {
                return Ok(lead_home(Changed::Class));
            }
            let seen = at.membership.contact.version;
            let form = ClassForm { seen, stage, is_other: true };
            Ok(at.conflict(ShowsChange::Class(form)).await)
        }
    }
}

async fn show(at: AtOwn, seen: Version, stage: ClassStage) -> Response {
    let is_wrong = matches!(
        stage,
        ClassStage::Age { missing: true } | ClassStage::Experience { missing: true, .. }
    );
    let shows = ShowsChange::Class(ClassForm { seen, stage, is_other: false });
    if is_wrong { at.refuse(shows).await } else { at.show(shows).await }
}
