//! A page of a search.

use sea_orm::{ConnectionTrait, QueryFilter, QuerySelect};

use super::PAGE;
use super::cursor::{Cursor, Way};
use super::order::{Direction, Order};
use super::search::Search;
use crate::entities::memberships;
use crate::error::Error;

/// Some memberships in their order, and where the pages around them are.
pub(super) struct Page {
    pub(super) memberships: Vec<memberships::Model>,
    pub(super) before: Option<Cursor>,
    pub(super) after: Option<Cursor>,
}

/// Reads the page that a cursor leads to; the first one, if it leads nowhere.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    search: &Search<'_>,
    order: Order,
    from: Option<&Cursor>,
) -> Result<Page, Error> {
    if let Some(from) = from
        && let Some(place) = order.place(db, search, from.membership).await?
    {
        let direction = match from.way {
            Way::After => Direction::Forwards,
            Way::Before => Direction::Backwards,
        };
        let (mut memberships, more) = some(db, search, order, direction, Some(place), PAGE).await?;
        if direction == Direction::Backwards {
            memberships.reverse();
        }
        let (first, last) = ends(&memberships);
        match direction {
            Direction::Forwards if first.is_some() => {
                let after = last.filter(|_| more);
                return Ok(Page { before: first, after, memberships });
            }
            // Where there is nothing more before it, the first page is read from its beginning.
            Direction::Backwards if more => {
                return Ok(Page { before: first, after: last, memberships });
            }
            _ => {}
        }
    }
    let (memberships, more) = some(db, search, order, Direction::Forwards, None, PAGE).await?;
    let (_, last) = ends(&memberships);
    Ok(Page { before: None, after: last.filter(|_| more), memberships })
}

/// Reads some in their order, from a place or the beginning on, and says whether there are more.
pub(crate) async fn some(
    db: &impl ConnectionTrait,
    search: &Search<'_>,
    order: Order,
    direction: Direction,
    place: Option<Vec<sea_orm::Value>>,
    most: usize,
) -> Result<(Vec<memberships::Model>, bool), Error> {
    let mut found = order.sort(search.page(order), direction);
    if let Some(place) = place {
        found = found.filter(order.beyond(place, direction));
    }
    let one_more = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut memberships = found.limit(one_more).all(db).await?;
    let more = memberships.len() > most;
    memberships.truncate(most);
    Ok((memberships, more))
}

/// The cursors of the pages before and after some.
fn ends(memberships: &[memberships::Model]) -> (Option<Cursor>, Option<Cursor>) {
    let cursor = |row: &memberships::Model, way| Cursor { membership: row.id, way };
    (
        memberships.first().map(|first| cursor(first, Way::Before)),
        memberships.last().map(|last| cursor(last, Way::After)),
    )
}
