//! The rounds of evidence about a seat, and how the register keeps them.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::file::FileKind;
use super::state::REQUESTED;
use crate::entities::{evidence, evidence_files, groups};
use crate::error::Error;

/// A file that was supplied, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// What it is.
    pub kind: FileKind,
    /// The name it came with, as far as that can be shown.
    pub name: String,
    /// How many bytes it has.
    pub size: u32,
}

/// Begins a round.
pub(super) async fn begin(
    db: &DatabaseTransaction,
    seat: i64,
    round: i32,
    due: NaiveDate,
    by: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let asked = evidence::ActiveModel {
        seat_id: Set(seat),
        round: Set(round),
        state: Set(REQUESTED.to_owned()),
        asked_at: Set(at),
        asked_by: Set(by),
        due_on: Set(due),
        ..Default::default()
    };
    evidence::Entity::insert(asked).exec_without_returning(db).await?;
    Ok(())
}

/// When something is written down to have happened that follows upon something else. The clocks of
/// several servers are seconds apart, and whoever answers at once may do so by one that is behind.
pub(super) fn following(before: DateTime<Utc>, at: DateTime<Utc>) -> DateTime<Utc> {
    std::cmp::max(before, at)
}

/// The rounds about some seats, the newest first.
pub(crate) async fn of_seats(
    db: &impl ConnectionTrait,
    seats: impl IntoIterator<Item = i64>,
) -> Result<Vec<evidence::Model>, Error> {
    let seats: Vec<_> = seats.into_iter().collect();
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let rounds = evidence::Entity::find().filter(evidence::Column::SeatId.is_in(seats));
    let mut rounds = rounds.all(db).await?;
    rounds.sort_by_key(|round| Reverse(round.round));
    Ok(rounds)
}

/// The last round about a seat.
pub(crate) async fn last(
    db: &impl ConnectionTrait,
    seat: i64,
) -> Result<Option<evidence::Model>, Error> {
    let last = evidence::Entity::find()
        .filter(evidence::Column::SeatId.eq(seat))
        .order_by_desc(evidence::Column::Round);
    Ok(last.one(db).await?)
}

/// The file of a round, without what is in it.
pub(super) async fn file(
    db: &impl ConnectionTrait,
    round: &evidence::Model,
) -> Result<Option<SentFile>, Error> {
    if round.file_key.is_none() {
        return Ok(None);
    }
    let found: Option<(String, String, i32)> = evidence_files::Entity::find()
        .select_only()
        .columns([
            evidence_files::Column::Kind,
            evidence_files::Column::Name,
            evidence_files::Column::Size,
        ])
        .filter(evidence_files::Column::EvidenceId.eq(round.id))
        .into_tuple()
        .one(db)
        .await?;
    let Some((kind, name, size)) = found else { return Ok(None) };
    let kind = FileKind::parse(&kind).ok_or_else(|| Error::fault("a stored kind of file"))?;
    let size = u32::try_from(size).map_err(|_| Error::fault("a stored number"))?;
    Ok(Some(SentFile { kind, name, size }))
}

/// Counts one more change of a group: whoever looked before sees that it is not any more what they
/// saw.
pub(crate) async fn changed(db: &DatabaseTransaction, group: i64) -> Result<(), Error> {
    groups::Entity::update_many()
        .col_expr(groups::Column::Version, Expr::col(groups::Column::Version).add(1))
        .filter(groups::Column::Id.eq(group))
        .exec(db)
        .await?;
    Ok(())
}
