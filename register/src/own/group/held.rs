//! Finding the group that somebody is the contact of, and holding it while it is changed.

use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    Select,
};

use crate::entities::groups;
use crate::error::Error;
use crate::permits::OwnPermit;

/// Finds a group that is a member and whose contact has the address of the permit, and holds it
/// during this transaction. `None` when the permit does not stand any more, and when there is no
/// such group: nobody can tell which.
pub(crate) async fn hold(
    db: &DatabaseTransaction,
    by: &OwnPermit,
    number: &str,
) -> Result<Option<groups::Model>, Error> {
    if !by.stands(db).await? {
        return Ok(None);
    }
    // Not against whoever only refers to it: a role that is being given.
    Ok(of_contact(by, number).lock(LockType::NoKeyUpdate).one(db).await?)
}

/// Finds it, without holding it.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    by: &OwnPermit,
    number: &str,
) -> Result<Option<groups::Model>, Error> {
    if !by.stands(db).await? {
        return Ok(None);
    }
    Ok(of_contact(by, number).one(db).await?)
}

fn of_contact(by: &OwnPermit, number: &str) -> Select<groups::Entity> {
    groups::Entity::find()
        .filter(groups::Column::Number.eq(number))
        .filter(groups::Column::ContactEmailKey.eq(by.email_key()))
        .filter(groups::Column::EndedAt.is_null())
}
