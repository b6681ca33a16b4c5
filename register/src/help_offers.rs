//! Offers of help to start a branch (R7).

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::counters::Changes;
use crate::entities::help_offers;
use crate::error::Error;

/// Records that somebody would help to start a branch, in the place of what they offered before.
pub(crate) async fn offer(
    db: &DatabaseTransaction,
    person: i64,
    district: &str,
    at: DateTime<Utc>,
    changes: &mut Changes,
) -> Result<(), Error> {
    withdraw(db, person, changes).await?;
    let offer = help_offers::ActiveModel {
        person_id: Set(person),
        district: Set(district.to_owned()),
        offered_at: Set(at),
        ..Default::default()
    };
    help_offers::Entity::insert(offer).exec_without_returning(db).await?;
    changes.offered(district);
    Ok(())
}

/// Whoever offered has moved house: the offer goes with them.
pub(crate) async fn take_along(
    db: &DatabaseTransaction,
    person: i64,
    district: &str,
    changes: &mut Changes,
) -> Result<(), Error> {
    let offer = help_offers::Entity::find().filter(help_offers::Column::PersonId.eq(person));
    let Some(offer) = offer.one(db).await? else { return Ok(()) };
    if offer.district != district {
        let moved = help_offers::ActiveModel {
            id: Unchanged(offer.id),
            district: Set(district.to_owned()),
            ..Default::default()
        };
        help_offers::Entity::update(moved).exec(db).await?;
        changes.offer_withdrawn(&offer.district);
        changes.offered(district);
    }
    Ok(())
}

/// Takes back what somebody offered, if they did.
pub(crate) async fn withdraw(
    db: &DatabaseTransaction,
    person: i64,
    changes: &mut Changes,
) -> Result<(), Error> {
    let offer = help_offers::Entity::find().filter(help_offers::Column::PersonId.eq(person));
    if let Some(offer) = offer.one(db).await? {
        help_offers::Entity::delete_by_id(offer.id).exec(db).await?;
        changes.offer_withdrawn(&offer.district);
    }
    Ok(())
}
