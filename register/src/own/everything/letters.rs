//! Letters: of which kind and when. What one said is nowhere in the register.

use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use crate::entities::{letters, links as link_rows};
use crate::error::Error;

/// The letters about something, the oldest first.
pub(super) async fn read(db: &impl ConnectionTrait, about: Expr) -> Result<Vec<HeldPart>, Error> {
    let rows =
        letters::Entity::find().filter(about).order_by_asc(letters::Column::Id).all(db).await?;
    let part = |row: letters::Model| {
        // A letter that is over is tried no more.
        let next = (row.state == "waiting").then_some(row.next_attempt_at);
        HeldPart::new(HeldKind::Letter)
            .word(F::Kind, row.kind)
            .word(F::State, row.state)
            .with(F::Written, row.created_at)
            .with(F::Attempts, row.attempts)
            .maybe(F::NextAttempt, next)
            .maybe(F::Sent, row.sent_at)
            .maybe(F::GivenUp, row.given_up_at)
            .maybe_word(F::Problem, row.last_problem)
    };
    Ok(rows.into_iter().map(part).collect())
}

/// When links were sent that are for something. What they carried is kept as its hash alone.
pub(super) async fn links(db: &impl ConnectionTrait, whose: Expr) -> Result<Vec<HeldPart>, Error> {
    let rows =
        link_rows::Entity::find().filter(whose).order_by_asc(link_rows::Column::Id).all(db).await?;
    let part = |row: link_rows::Model| HeldPart::new(HeldKind::Link).with(F::At, row.created_at);
    Ok(rows.into_iter().map(part).collect())
}
