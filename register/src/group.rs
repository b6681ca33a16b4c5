//! A group joins.

use rules::GroupJoin;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, TryInsertResult,
};

use crate::access_log::{self, Action, Actor, Whom};
use crate::consents::{self, GivenBy};
use crate::counters::{Changes, Counted, Seat};
use crate::entities::{groups, seats};
use crate::error::Error;
use crate::join::Submission;
use crate::letters::{self, About};
use crate::place::Placing;

/// Makes a member of the group, its representatives declared; a group that is one is told so. Gives
/// which it is.
pub(crate) async fn join(
    db: &DatabaseTransaction,
    submission: &Submission,
    join: &GroupJoin,
    placing: &Placing,
) -> Result<i64, Error> {
    let at = submission.at;
    let group = groups::ActiveModel {
        kind: Set(join.kind.as_str().to_owned()),
        name: Set(join.name.as_str().to_owned()),
        name_key: Set(join.name.key()),
        website: Set(join.website.as_ref().map(|website| website.as_str().to_owned())),
        postcode: Set(join.postcode.to_string()),
        district: Set(join.postcode.district().to_owned()),
        contact_name: Set(join.contact_name.as_str().to_owned()),
        contact_email: Set(join.contact_email.as_str().to_owned()),
        contact_email_key: Set(join.contact_email.key()),
        contact_phone: Set(join.contact_phone.as_ref().map(|phone| phone.as_str().to_owned())),
        branch_id: Set(placing.branch_id),
        placed: Set(placing.how()),
        number: Set(submission.number.clone()),
        joined_at: Set(at),
        ..Default::default()
    };
    let member = OnConflict::columns([groups::Column::NameKey, groups::Column::ContactEmailKey])
        .target_and_where(groups::Column::EndedAt.is_null())
        .do_nothing()
        .to_owned();
    let made = groups::Entity::insert(group).on_conflict(member).try_insert().exec(db).await?;
    let group = match made {
        TryInsertResult::Inserted(made) => made.last_insert_id,
        _ => return tell_member(db, join, at).await,
    };

    let mut changes = Changes::default();
    for (place, representative) in (1..).zip(&join.representatives) {
        let seat = seats::ActiveModel {
            group_id: Set(group),
            place: Set(place),
            name: Set(representative.name.as_str().to_owned()),
            email: Set(representative.email.as_str().to_owned()),
            state: Set(crate::seats::DECLARED.to_owned()),
            declared_at: Set(at),
            ..Default::default()
        };
        let seat = seats::Entity::insert(seat).exec(db).await?.last_insert_id;
        letters::owe(db, About::Representative(seat), at).await?;
        changes.seat(placing.branch_id, None, Some(Seat::Declared));
    }
    let agreed = consents::of_joining(join.newsletter, false);
    consents::give(db, GivenBy::Contact(group), &agreed, at).await?;
    letters::owe(db, About::GroupWelcome(group), at).await?;
    let whom = Whom { group: Some(group), branch: placing.branch_id, ..Whom::default() };
    access_log::write(db, at, Actor::Applicant, Action::Joined, whom).await?;
    changes.joined(placing.branch_id, Counted::Group, at);
    changes.keep(db).await?;
    Ok(group)
}

async fn tell_member(
    db: &DatabaseTransaction,
    join: &GroupJoin,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<i64, Error> {
    let member = groups::Entity::find()
        .filter(groups::Column::NameKey.eq(join.name.key()))
        .filter(groups::Column::ContactEmailKey.eq(join.contact_email.key()))
        .filter(groups::Column::EndedAt.is_null())
        // Held, so that of two that tell it at once the second sees the letter of the first.
        .lock_exclusive()
        .one(db)
        .await?
        // Left between the two statements: the transaction runs again.
        .ok_or(Error::Unavailable(crate::Outage::Conflict))?;
    letters::owe_once_a_day(db, About::GroupAlready(member.id), at).await?;
    Ok(member.id)
}
