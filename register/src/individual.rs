//! A person joins.

use rules::{Home, IndividualJoin};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::access_log::{self, Action, Actor, Whom};
use crate::consents::{self, GivenBy};
use crate::counters::{Changes, Counted};
use crate::entities::{guardians, memberships, people};
use crate::error::Error;
use crate::join::Submission;
use crate::letters::{self, About};
use crate::links::{self, Links};
use crate::listing::{self, Listed};
use crate::person::{self, Found};
use crate::place::{Place, Placing};
use crate::{help_offers, placings, stored, waiting, words};

/// Makes a member of the person, or asks their guardian; somebody who is one is told so. Gives who
/// it is.
pub(crate) async fn join(
    db: &DatabaseTransaction,
    submission: &Submission,
    join: &IndividualJoin,
    placing: &Placing,
) -> Result<i64, Error> {
    let at = submission.at;
    let mut changes = Changes::default();
    let (person, old_links) = match person::find_or_make(db, join, at).await? {
        Found::New(person) => (person, Links::none()),
        Found::Known(known) => match current(db, known).await? {
            Some(member) if member.started_at.is_some() => {
                letters::owe_once_a_day(db, About::AlreadyAMember(member.id), at).await?;
                return Ok(known);
            }
            waiting => {
                if let Some(member) = goes_on_as(db, known).await? {
                    letters::owe_once_a_day(db, About::AlreadyAMember(member.id), at).await?;
                    return Ok(member.person_id);
                }
                let links = match waiting {
                    Some(waiting) => waiting::withdraw(db, &waiting, join, &mut changes).await?,
                    None => Links::none(),
                };
                person::replace_details(db, known, join).await?;
                (known, links)
            }
        },
    };
    let district = match &join.home {
        Home::Postcode { postcode, .. } => Some(postcode.district()),
        Home::Chosen(_) => None,
    };
    let listed = Listed::joining(join, district, at);
    let membership = memberships::ActiveModel {
        person_id: Set(person),
        class: Set(join.class.as_str().to_owned()),
        number: Set(submission.number.clone()),
        asked_at: Set(at),
        started_at: Set(join.guardian.is_none().then_some(at)),
        branch_id: Set(placing.branch_id),
        placed: Set(placing.how()),
        sort_name: Set(listed.sort_name),
        district_key: Set(listed.district_key),
        adult_by: Set(listed.adult_by),
        ..Default::default()
    };
    let membership = memberships::Entity::insert(membership).exec(db).await?.last_insert_id;
    let found_by = words::of_member(join.name.as_str(), join.email.as_str(), &submission.number);
    listing::found_by(db, membership, placing.branch_id, found_by).await?;
    let whom = Whom { person: Some(person), branch: placing.branch_id, ..Whom::default() };

    if let Some(guardian) = &join.guardian {
        // What needs an agreement waits with the membership for the guardian's.
        let guardian = guardians::ActiveModel {
            membership_id: Set(membership),
            name: Set(guardian.name.as_str().to_owned()),
            email: Set(guardian.email.as_str().to_owned()),
            asked_at: Set(at),
            newsletter: Set(join.newsletter),
            start_branch: Set(offers_help(placing)),
            ..Default::default()
        };
        let guardian = guardians::Entity::insert(guardian).exec(db).await?.last_insert_id;
        links::keep(db, old_links, guardian).await?;
        letters::owe(db, About::Guardian(guardian), at).await?;
        access_log::write(db, at, Actor::Applicant, Action::AskedGuardian, whom).await?;
        changes.waits(placing.branch_id);
        changes.keep(db).await?;
        return Ok(person);
    }

    placings::open(db, membership, placing.branch_id, placing.how(), None, at).await?;
    let agreed = consents::of_joining(join.newsletter, offers_help(placing));
    consents::give(db, GivenBy::Member(person), &agreed, at).await?;
    if let (true, Home::Postcode { postcode, .. }) = (offers_help(placing), &join.home) {
        help_offers::offer(db, person, postcode.district(), at, &mut changes).await?;
    }
    letters::owe(db, About::Welcome(membership), at).await?;
    access_log::write(db, at, Actor::Applicant, Action::Joined, whom).await?;
    let member = Counted::Member { class: join.class, district };
    changes.joined(placing.branch_id, member, at);
    changes.keep(db).await?;
    Ok(person)
}

/// The membership of a person that has not ended, started or not.
async fn current(
    db: &DatabaseTransaction,
    person: i64,
) -> Result<Option<memberships::Model>, Error> {
    let current = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(person))
        .filter(memberships::Column::EndedAt.is_null());
    Ok(current.one(db).await?)
}

/// The membership of whoever somebody was found to be who had joined twice.
async fn goes_on_as(
    db: &DatabaseTransaction,
    known: i64,
) -> Result<Option<memberships::Model>, Error> {
    let known = stored::there(people::Entity::find_by_id(known).one(db).await?)?;
    let Some(same) = known.same_as else { return Ok(None) };
    // Held, as everybody whose letters are owed once a day.
    if !person::hold(db, same).await? {
        return Ok(None);
    }
    Ok(current(db, same).await?.filter(|member| member.started_at.is_some()))
}

const fn offers_help(placing: &Placing) -> bool {
    matches!(placing.place, Place::Outside { help_offered: true })
}
