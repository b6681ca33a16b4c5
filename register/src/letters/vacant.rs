//! The letter to the contact of a group, one of whose representatives has stopped.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::content::{LetterContent, Recipient};
use super::read::group_row;
use crate::entities::seats;
use crate::error::Error;

/// What it says: who is left. Who has stopped is erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacantLetter {
    /// The contact.
    pub contact_name: String,
    /// The group.
    pub group: String,
    /// The name of its other representative, if it has one.
    pub other: Option<String>,
}

/// Of no use to a group that has left, or has named somebody since.
pub(super) async fn read(
    db: &DatabaseTransaction,
    group: i64,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let group = group_row(db, group).await?;
    let mut filled = seats::Entity::find()
        .filter(seats::Column::GroupId.eq(group.id))
        .order_by_asc(seats::Column::Place)
        .all(db)
        .await?;
    if group.ended_at.is_some() || filled.len() >= rules::SEATS {
        return Ok(None);
    }
    let letter = VacantLetter {
        contact_name: group.contact_name.clone(),
        group: group.name,
        other: filled.pop().map(|seat| seat.name),
    };
    let to = Recipient { name: group.contact_name, email: group.contact_email };
    Ok(Some((to, LetterContent::SeatVacant(letter))))
}
