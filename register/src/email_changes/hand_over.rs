//! Whether somebody else becomes the contact of a group by a change. What was asked for says so, and
//! never the names of the moment: either of the two may have been put right meanwhile.

use rules::Name;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::owner::{Owner, Whose};
use crate::entities::email_changes;
use crate::error::Error;

/// Whether somebody else becomes the contact: they were asked for by another name than that of the
/// contact who asked.
pub(super) fn hands_over(change: &email_changes::Model) -> bool {
    match (&change.name, &change.old_name) {
        (Some(name), Some(old_name)) => !is_same(name, old_name),
        _ => false,
    }
}

/// The hand-over that is taken back with a change: its own, or else the first one since, which
/// whoever had the new address made.
pub(super) async fn taken_back_with(
    db: &impl ConnectionTrait,
    change: &email_changes::Model,
) -> Result<Option<email_changes::Model>, Error> {
    if hands_over(change) {
        return Ok(Some(change.clone()));
    }
    // What was done after it was taken back is not taken back with it.
    if change.name.is_none() || change.reverted_at.is_some() {
        return Ok(None);
    }
    let since = email_changes::Entity::find()
        .filter(Whose::of(change)?.changes())
        .filter(email_changes::Column::Id.gt(change.id))
        .filter(email_changes::Column::ConfirmedAt.is_not_null())
        .filter(email_changes::Column::RevertedAt.is_null())
        .all(db)
        .await?;
    Ok(since.into_iter().filter(hands_over).min_by_key(|change| change.id))
}

/// Whose the old address of a change was, by the name of then if another is the contact by now.
pub(crate) async fn name_at_old(
    db: &impl ConnectionTrait,
    change: &email_changes::Model,
    owner: &Owner,
) -> Result<String, Error> {
    let handed_over = taken_back_with(db, change).await?;
    Ok(handed_over.and_then(|it| it.old_name).unwrap_or_else(|| owner.name().to_owned()))
}

/// Whether two names are one, as names are told from one another.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let key = |name: &str| Name::parse(name).map_or_else(|_| name.to_owned(), |name| name.key());
    key(one) == key(other)
}
