//! Each submission once: its idempotency key, and what it led to.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, TryInsertResult};

use crate::entities::{branches, submissions};
use crate::error::Error;
use crate::hash::sha256;
use crate::join::{Joined, LedTo, Submission};
use crate::place::{InBranch, Place};
use crate::stored;

/// Takes the submission's key, for what it leads to. If the key was taken before, gives what that
/// led to; if another transaction is just taking it, waits for how that ends.
pub(crate) async fn take(
    db: &DatabaseTransaction,
    submission: &Submission,
    joined: &Joined,
    branch_id: Option<i64>,
) -> Result<Option<Joined>, Error> {
    let key_hash = sha256(&submission.key);
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
        TryInsertResult::Inserted(_) => Ok(None),
        _ => first(db, key_hash).await.map(Some),
    }
}

async fn first(db: &DatabaseTransaction, key_hash: Vec<u8>) -> Result<Joined, Error> {
    let (row, branch) = stored::there(
        submissions::Entity::find()
            .find_also_related(branches::Entity)
            .filter(submissions::Column::KeyHash.eq(key_hash))
            .one(db)
            .await?,
    )?;
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
