//! What letters about a change of an e-mail address say: one to the new address, one to the old.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::content::{LetterContent, Recipient};
use crate::email_changes::{self, Side};
use crate::entities::{email_changes as rows, people};
use crate::error::Error;
use crate::hash::Token;
use crate::stored;

/// What stands behind an address that a member would like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewAddress {
    /// Nobody's, or other people's, too: it can be confirmed.
    Open {
        /// Whether others use it.
        shared: bool,
        /// What the link to confirm carries.
        token: Token,
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// Somebody of the same name has it: nothing changes.
    Taken,
}

type Content = Option<(Recipient, LetterContent)>;

/// To the new address. Who asked is not said: it may have been mistyped.
pub(super) async fn new(
    db: &DatabaseTransaction,
    change: Option<i64>,
    token: &Token,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Content, Error> {
    let Some((change, person)) = read(db, change).await? else { return Ok(None) };
    let until = change.asked_at + within.length();
    // Confirmed by an earlier attempt, or too late, or their address has changed otherwise.
    if change.confirmed_at.is_some() || at >= until || person.email_key != change.old_email_key {
        return Ok(None);
    }
    let address = if email_changes::is_taken(db, &person, &change.email_key).await? {
        NewAddress::Taken
    } else {
        email_changes::make_link(db, token, change.id, Side::New, at).await?;
        let shared = email_changes::is_used(db, person.id, &change.email_key).await?;
        NewAddress::Open { shared, token: token.clone(), until }
    };
    let to = Recipient { name: change.email.clone(), email: change.email };
    Ok(Some((to, LetterContent::EmailNew(address))))
}

/// To the old address, which can take it back.
pub(super) async fn old(
    db: &DatabaseTransaction,
    change: Option<i64>,
    token: &Token,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Content, Error> {
    let Some((change, person)) = read(db, change).await? else { return Ok(None) };
    let Some(confirmed) = change.confirmed_at.filter(|_| change.reverted_at.is_none()) else {
        return Ok(None);
    };
    let until = confirmed + within.length();
    if at >= until {
        return Ok(None);
    }
    email_changes::make_link(db, token, change.id, Side::Old, at).await?;
    let to = Recipient { name: person.name.clone(), email: change.old_email };
    let content = LetterContent::EmailOld { name: person.name, token: token.clone(), until };
    Ok(Some((to, content)))
}

async fn read(
    db: &DatabaseTransaction,
    change: Option<i64>,
) -> Result<Option<(rows::Model, people::Model)>, Error> {
    // Dropped since: there is nothing to say any more.
    let Some(change) = change else { return Ok(None) };
    let change = stored::there(rows::Entity::find_by_id(change).one(db).await?)?;
    let person = people::Entity::find_by_id(change.person_id).one(db).await?;
    Ok(Some((change, stored::there(person)?)))
}
