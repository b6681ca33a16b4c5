//! Where a membership is placed, from when until when.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::placings;
use crate::error::Error;

/// Why somebody is moved, and who moves them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moving<'a> {
    pub(crate) why: &'a str,
    pub(crate) account: i64,
}

/// A membership is where it is from now on; moved there, if it was elsewhere before.
pub(crate) async fn open(
    db: &DatabaseTransaction,
    membership: i64,
    branch: Option<i64>,
    how: Option<String>,
    moving: Option<Moving<'_>>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let placing = placings::ActiveModel {
        membership_id: Set(membership),
        branch_id: Set(branch),
        how: Set(how),
        from_at: Set(at),
        why: Set(moving.map(|moving| moving.why.to_owned())),
        by_account: Set(moving.map(|moving| moving.account)),
        ..Default::default()
    };
    placings::Entity::insert(placing).exec_without_returning(db).await?;
    Ok(())
}

/// A membership is not any more where it was: it moves or ends.
pub(crate) async fn close(
    db: &DatabaseTransaction,
    membership: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let closed = placings::ActiveModel { until_at: Set(Some(at)), ..Default::default() };
    placings::Entity::update_many()
        .set(closed)
        .filter(placings::Column::MembershipId.eq(membership))
        .filter(placings::Column::UntilAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Some memberships are elsewhere from now on: a branch has changed.
pub(crate) async fn move_all(
    db: &DatabaseTransaction,
    memberships: &[i64],
    branch: Option<i64>,
    how: Option<String>,
    account: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if memberships.is_empty() {
        return Ok(());
    }
    let closed = placings::ActiveModel { until_at: Set(Some(at)), ..Default::default() };
    placings::Entity::update_many()
        .set(closed)
        .filter(placings::Column::MembershipId.is_in(memberships.iter().copied()))
        .filter(placings::Column::UntilAt.is_null())
        .exec(db)
        .await?;
    let opened = memberships.iter().map(|membership| placings::ActiveModel {
        membership_id: Set(*membership),
        branch_id: Set(branch),
        how: Set(how.clone()),
        from_at: Set(at),
        by_account: Set(Some(account)),
        ..Default::default()
    });
    placings::Entity::insert_many(opened).exec_without_returning(db).await?;
    Ok(())
}

/// Memberships that came by an import are where it put them, each from when it started.
pub(crate) async fn open_all(
    db: &DatabaseTransaction,
    branch: i64,
    placed: impl Iterator<Item = (i64, String, DateTime<Utc>)> + Send,
) -> Result<(), Error> {
    let opened: Vec<_> = placed
        .map(|(membership, how, from)| placings::ActiveModel {
            membership_id: Set(membership),
            branch_id: Set(Some(branch)),
            how: Set(Some(how)),
            from_at: Set(from),
            ..Default::default()
        })
        .collect();
    placings::Entity::insert_many(opened).exec_without_returning(db).await?;
    Ok(())
}
