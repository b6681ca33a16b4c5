//! What letters about a change of an e-mail address say: one to the new address, one to the old.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::content::{LetterContent, Recipient};
use crate::email_changes::{self, Owner, Side};
use crate::entities::email_changes as rows;
use crate::error::Error;
use crate::hash::Token;
use crate::stored;

/// What stands behind an address that a member would like, or the contact of a group.
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
    /// Another of the same name has it: nothing changes.
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
    let Some((change, owner)) = read(db, change).await? else { return Ok(None) };
    let until = change.asked_at + within.length();
    // Confirmed by an earlier attempt, or too late, or their address has changed otherwise.
    if change.confirmed_at.is_some() || at >= until || owner.email_key() != change.old_email_key {
        return Ok(None);
    }
    let address = if owner.is_taken(db, &change.email_key).await? {
        NewAddress::Taken
    } else {
        email_changes::make_link(db, token, change.id, Side::New, at).await?;
        let shared = owner.is_used(db, &change.email_key).await?;
        NewAddress::Open { shared, token: token.clone(), until }
    };
    let to = Recipient { name: change.email.clone(), email: change.email };
    let content = match owner.group() {
        Some(group) => LetterContent::ContactNew { group, address },
        None => LetterContent::EmailNew(address),
    };
    Ok(Some((to, content)))
}

/// To the old address, which can take it back.
pub(super) async fn old(
    db: &DatabaseTransaction,
    change: Option<i64>,
    token: &Token,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Content, Error> {
    let Some((change, owner)) = read(db, change).await? else { return Ok(None) };
    let Some(confirmed) = change.confirmed_at.filter(|_| change.reverted_at.is_none()) else {
        return Ok(None);
    };
    let until = confirmed + within.length();
    if at >= until {
        return Ok(None);
    }
    email_changes::make_link(db, token, change.id, Side::Old, at).await?;
    let name = email_changes::name_at_old(db, &change, &owner).await?;
    let to = Recipient { name: name.clone(), email: change.old_email };
    let token = token.clone();
    let content = match owner.group() {
        Some(group) => LetterContent::ContactOld { name, group, token, until },
        None => LetterContent::EmailOld { name, token, until },
    };
    Ok(Some((to, content)))
}

async fn read(
    db: &DatabaseTransaction,
    change: Option<i64>,
) -> Result<Option<(rows::Model, Owner)>, Error> {
    // Dropped since: there is nothing to say any more.
    let Some(change) = change else { return Ok(None) };
    let change = stored::there(rows::Entity::find_by_id(change).one(db).await?)?;
    let owner = Owner::of(db, &change).await?;
    Ok(Some((change, owner)))
}
