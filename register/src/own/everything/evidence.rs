//! What a representative was asked and sent, and what was said of it.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::HeldFiles;
use super::names::{FactName as F, HeldKind};
use super::part::{FactValue, HeldFile, HeldPart};
use crate::entities::{evidence, evidence_files};
use crate::error::Error;
use crate::evidence::FileKind;

/// The rounds about a seat, the first one first.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    files: HeldFiles,
    seat: i64,
) -> Result<Vec<HeldPart>, Error> {
    let rows = evidence::Entity::find()
        .filter(evidence::Column::SeatId.eq(seat))
        .order_by_asc(evidence::Column::Round)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let file = file(db, files, row.id).await?;
        let part = HeldPart::new(HeldKind::Evidence)
            .with(F::Round, row.round)
            .word(F::State, row.state)
            .with(F::Asked, row.asked_at)
            .with(F::Due, row.due_on)
            .maybe(F::Supplied, row.supplied_at)
            .maybe(F::Text, row.text)
            .maybe(F::File, file.map(FactValue::File))
            .maybe(F::Judged, row.judged_at)
            .maybe(F::Missing, row.why)
            .maybe(F::Erased, row.erased_at);
        parts.push(part);
    }
    Ok(parts)
}

async fn file(
    db: &impl ConnectionTrait,
    files: HeldFiles,
    evidence: i64,
) -> Result<Option<HeldFile>, Error> {
    let of_round =
        evidence_files::Entity::find().filter(evidence_files::Column::EvidenceId.eq(evidence));
    let found: Option<(String, String, i32)> = of_round
        .clone()
        .select_only()
        .column(evidence_files::Column::Name)
        .column(evidence_files::Column::Kind)
        .column(evidence_files::Column::Size)
        .into_tuple()
        .one(db)
        .await?;
    let Some((name, kind, size)) = found else { return Ok(None) };
    let kind = FileKind::parse(&kind).ok_or_else(|| Error::fault("a stored kind of file"))?;
    let bytes = match files {
        HeldFiles::Named => None,
        HeldFiles::Whole => of_round.one(db).await?.map(|file| file.bytes),
    };
    Ok(Some(HeldFile { name, kind, size, bytes }))
}
