//! What a parent or guardian agreed to, and whether a membership rests on it.

use chrono::{DateTime, Utc};
use rules::{Age, ConsentKind, ConsentText};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entities::{consents, memberships, people};
use crate::error::Error;
use crate::member::Held;
use crate::stored;
use crate::waiting::Request;

/// The membership that rests on the agreement of a guardian who has given it: it goes on, and its
/// member is not known to have come of age. Whoever had joined twice goes on as one person.
pub(crate) async fn rests_on(
    db: &impl ConnectionTrait,
    request: &Request,
) -> Result<Option<Held>, Error> {
    let child = people::Entity::find_by_id(request.membership.person_id).one(db).await?;
    let Some(child) = child.filter(|_| request.guardian.confirmed_at.is_some()) else {
        return Ok(None);
    };
    let kept = match child.same_as {
        Some(same) => stored::there(people::Entity::find_by_id(same).one(db).await?)?,
        None => child,
    };
    let membership = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(kept.id))
        .filter(memberships::Column::StartedAt.is_not_null())
        .filter(memberships::Column::EndedAt.is_null())
        .one(db)
        .await?;
    let is_child = kept.age != Age::EighteenOrOver.as_str();
    Ok(membership.filter(|_| is_child).map(|membership| Held { membership, person: kept }))
}

/// What the guardian of a child agreed to when they confirmed. Whether it was taken back since is
/// not theirs to know.
pub(crate) async fn agreed_to(
    db: &impl ConnectionTrait,
    child: &people::Model,
    confirmed: DateTime<Utc>,
) -> Result<Vec<(ConsentText, DateTime<Utc>)>, Error> {
    // Of whoever had joined twice all is the kept person's, whichever guardian agreed to it.
    let person = child.same_as.unwrap_or(child.id);
    let mut rows = consents::Entity::find()
        .filter(consents::Column::PersonId.eq(person))
        .filter(consents::Column::GivenBy.eq("guardian"))
        .filter(consents::Column::GivenAt.eq(confirmed))
        .all(db)
        .await?;
    rows.sort_by_key(|row| (row.given_at, row.id));
    let text = |row: consents::Model| {
        let kind = ConsentKind::parse(&row.kind);
        let kind = kind.ok_or_else(|| Error::fault("a stored consent"))?;
        Ok((ConsentText { kind, version: row.version }, row.given_at))
    };
    rows.into_iter().map(text).collect()
}
