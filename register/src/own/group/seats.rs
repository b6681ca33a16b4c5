//! The seats of a group that somebody is in.

use rules::Representative;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::held;
use crate::entities::seats;
use crate::error::Error;
use crate::evidence::{self, SeatState};
use crate::permits::OwnPermit;
use crate::register::Register;
use crate::seats::is_same;

impl Register {
    /// Whether a seat of a group is held by somebody whom its contact would like to name for it.
    /// `None` when the permit does not stand any more, or the address is not the contact's of such
    /// a group.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn is_named(
        &self,
        by: &OwnPermit,
        number: &str,
        place: u8,
        representative: &Representative,
    ) -> Result<Option<bool>, Error> {
        let db = self.reader();
        let Some(group) = held::find(db, by, number).await? else { return Ok(None) };
        let seat = seats::Entity::find()
            .filter(seats::Column::GroupId.eq(group.id))
            .filter(seats::Column::Place.eq(i32::from(place)))
            .one(db)
            .await?;
        Ok(Some(seat.is_some_and(|seat| is_same(&seat, representative))))
    }
}

/// Each, with how far it has come.
pub(super) async fn seats_of(
    db: &DatabaseTransaction,
    group: i64,
) -> Result<Vec<(seats::Model, SeatState)>, Error> {
    let filled = evidence::of_group(db, group).await?;
    let mut found = Vec::with_capacity(filled.len());
    for seat in filled {
        let last = evidence::last(db, seat.id).await?;
        let state = evidence::state(Some(&seat), last.as_ref())?;
        found.push((seat, state));
    }
    Ok(found)
}
