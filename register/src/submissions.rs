//! Each submission once: its idempotency key and answers, what they led to and whom.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, TryInsertResult};

use crate::answers;
use crate::entities::{branches, submissions};
use crate::error::Error;
use crate::hash::sha256;
use crate::join::{Joined, LedTo, Submission};
use crate::place::{InBranch, Place};
use crate::stored;

/// What taking a submission gave.
pub(crate) enum Taken {
    /// It is the first one: its row, which has yet to lead to somebody.
    Now(i64),
    /// It was taken before, and led to this.
    Before(Joined),
}

/// Whom a submission led to, a member already or not.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose {
    /// This person.
    Person(i64),
    /// This group.
    Group(i64),
}

/// Takes the submission, for what it leads to: its key together with its answers. Somebody who was
/// never told that it had arrived may correct an answer and send it again, which is another
/// submission; only the very same one counts once. If it was taken before, gives what that led to;
/// if another transaction is just taking it, waits for how that ends.
pub(crate) async fn take(
    db: &DatabaseTransaction,
    submission: &Submission,
    joined: &Joined,
    branch_id: Option<i64>,
) -> Result<Taken, Error> {
    // Nobody can guess the answers from their hash: the key in it is random.
    let key_hash = sha256(&answers::rendered(&submission.key, &submission.join));
    let (led_to, representatives) = match joined.led_to {
        LedTo::Individual(class) => (class.as_str(), 0),
        LedTo::Group { kind, representatives } => (kind.as_str(), i32::from(representatives)),
    };
    let (place, help_offered) = match joined.place {
        Place::Placed(_) => ("placed", false),
        Place::Chosen(_) => ("chosen", false),
        Place::ChosenClosed => ("chosen-closed", false),
        Place::Outside { help_offered } => ("outside", help_offered),
        Place::NoBranch => ("none", false),
    };
    let row = submissions::ActiveModel {
        key_hash: Set(key_hash.clone()),
        reference: Set(submission.reference.clone()),
        led_to: Set(led_to.to_owned()),
        representatives: Set(representatives),
        place: Set(place.to_owned()),
        help_offered: Set(help_offered),
        branch_id: Set(branch_id),
        guardian: Set(joined.waits_for_guardian),
        at: Set(submission.at),
        ..Default::default()
    };
    let conflict = OnConflict::column(submissions::Column::KeyHash).do_nothing().to_owned();
    let taken =
        submissions::Entity::insert(row).on_conflict(conflict).try_insert().exec(db).await?;
    match taken {
        TryInsertResult::Inserted(taken) => Ok(Taken::Now(taken.last_insert_id)),
        _ => first(db, key_hash).await.map(Taken::Before),
    }
}

/// Writes down whom a submission led to: its reference finds them, and it goes when they go.
pub(crate) async fn leads_to(
    db: &DatabaseTransaction,
    submission: i64,
    whose: Whose,
) -> Result<(), Error> {
    let (person, group) = match whose {
        Whose::Person(person) => (Some(person), None),
        Whose::Group(group) => (None, Some(group)),
    };
    let whose = submissions::ActiveModel {
        person_id: Set(person),
        group_id: Set(group),
        ..Default::default()
    };
    submissions::Entity::update_many()
        .set(whose)
        .filter(submissions::Column::Id.eq(submission))
        .exec(db)
        .await?;
    Ok(())
}

async fn first(db: &DatabaseTransaction, key_hash: Vec<u8>) -> Result<Joined, Error> {
    let (row, branch) = submissions::Entity::find()
        .find_also_related(branches::Entity)
        .filter(submissions::Column::KeyHash.eq(key_hash))
        .one(db)
        .await?
        // Erased between the two statements: the transaction runs again.
        .ok_or(Error::Unavailable(crate::Outage::Conflict))?;
    let branch = branch.map(|branch| InBranch { slug: branch.slug, name: branch.name });
    let place = match (row.place.as_str(), branch) {
        ("placed", Some(branch)) => Place::Placed(branch),
        ("chosen", Some(branch)) => Place::Chosen(branch),
        ("chosen-closed", _) => Place::ChosenClosed,
        ("outside", _) => Place::Outside { help_offered: row.help_offered },
        ("none", _) => Place::NoBranch,
        _ => return Err(Error::fault("a stored place")),
    };
    let led_to = match rules::Class::parse(&row.led_to) {
        Some(class) => LedTo::Individual(class),
        None => LedTo::Group {
            kind: stored::group_kind(&row.led_to)?,
            representatives: u8::try_from(row.representatives)
                .map_err(|_| Error::fault("a stored number"))?,
        },
    };
    Ok(Joined { reference: row.reference, led_to, place, waits_for_guardian: row.guardian })
}
