//! The seats of a group that somebody is in.

use sea_orm::DatabaseTransaction;

use crate::entities::seats;
use crate::error::Error;
use crate::evidence::{self, SeatState};

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
