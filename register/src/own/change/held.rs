//! Finding one's own membership, and holding it while it is changed.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::{memberships, people};
use crate::error::Error;
use crate::member::Held;
use crate::permits::OwnPermit;
use crate::person;

/// Finds a membership that has started and not ended, of somebody who has the address of the
/// permit, and holds its person during this transaction. `None` when the permit does not stand any
/// more, and when there is no such membership: nobody can tell which.
pub(crate) async fn hold(
    db: &DatabaseTransaction,
    by: &OwnPermit,
    number: &str,
) -> Result<Option<Held>, Error> {
    match find(db, by, number).await? {
        // It may have changed while another transaction held it.
        Some(found) if person::hold(db, found.person.id).await? => find(db, by, number).await,
        _ => Ok(None),
    }
}

/// Finds it, without holding it.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    by: &OwnPermit,
    number: &str,
) -> Result<Option<Held>, Error> {
    if !by.stands(db).await? {
        return Ok(None);
    }
    let membership = memberships::Entity::find()
        .filter(memberships::Column::Number.eq(number))
        .filter(memberships::Column::PersonId.is_in(by.people().iter().copied()))
        .filter(memberships::Column::StartedAt.is_not_null())
        .filter(memberships::Column::EndedAt.is_null())
        .one(db)
        .await?;
    let Some(membership) = membership else { return Ok(None) };
    let person = people::Entity::find_by_id(membership.person_id)
        .filter(people::Column::EmailKey.eq(by.email_key()))
        .one(db)
        .await?;
    Ok(person.map(|person| Held { membership, person }))
}
