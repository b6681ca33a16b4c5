//! Who did something, as it is told to whom it was done: by role and branch, and no more.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::FactName as F;
use super::part::HeldPart;
use crate::entities::{accounts, roles};
use crate::error::Error;
use crate::roles::Kind;

/// Who accounts were at the time. The roles of each are read once, and the name of each branch: a
/// log is long.
pub(super) struct Who {
    own: Option<i64>,
    roles: HashMap<i64, Option<Vec<roles::Model>>>,
    branches: HashMap<i64, Option<String>>,
}

impl Who {
    /// For whoever has this account, or none.
    pub(super) fn looking(own: Option<i64>) -> Self {
        Self { own, roles: HashMap::new(), branches: HashMap::new() }
    }

    /// The name of a branch.
    pub(super) async fn branch(
        &mut self,
        db: &impl ConnectionTrait,
        id: Option<i64>,
    ) -> Result<Option<String>, Error> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.branches.get(&id) {
            return Ok(known.clone());
        }
        let name = super::branch(db, Some(id)).await?;
        self.branches.insert(id, name.clone());
        Ok(name)
    }

    /// Adds who an account was when it did something about a branch: what it was for that branch
    /// goes before what else it was.
    pub(super) async fn did(
        &mut self,
        db: &impl ConnectionTrait,
        part: HeldPart,
        account: i64,
        branch: Option<i64>,
        at: DateTime<Utc>,
    ) -> Result<HeldPart, Error> {
        if Some(account) == self.own {
            return Ok(part.word(F::Who, "this-address"));
        }
        let had = match self.roles.entry(account) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(had(db, account).await?),
        };
        // Erased since, and with it what they were.
        let Some(had) = had else { return Ok(part.word(F::Who, "not-known-any-more")) };
        let then = had.iter().filter(|role| {
            role.given_at <= at && role.withdrawn_at.is_none_or(|withdrawn| at <= withdrawn)
        });
        let mut best: Option<(u8, Kind)> = None;
        for role in then {
            let kind = Kind::of(role)?;
            let rank = match kind {
                Kind::Committee { branch: of, .. } if branch == Some(of) => 0,
                Kind::Administrator => 1,
                Kind::Committee { .. } => 2,
                Kind::Nominee { .. } => 3,
            };
            if best.is_none_or(|(before, _)| rank < before) {
                best = Some((rank, kind));
            }
        }
        Ok(match best {
            Some((_, Kind::Administrator)) => part.word(F::Who, "administrator"),
            Some((_, Kind::Committee { branch, .. })) => part
                .word(F::Who, "committee")
                .maybe(F::WhoBranch, self.branch(db, Some(branch)).await?),
            Some((_, Kind::Nominee { .. })) => part.word(F::Who, "nominee"),
            // Whoever has no role signs in for what is theirs.
            None => part.word(F::Who, "own-address"),
        })
    }
}

/// The roles that an account ever had; `None` when there is no such account any more.
async fn had(db: &impl ConnectionTrait, account: i64) -> Result<Option<Vec<roles::Model>>, Error> {
    if accounts::Entity::find_by_id(account).one(db).await?.is_none() {
        return Ok(None);
    }
    let had = roles::Entity::find()
        .filter(roles::Column::AccountId.eq(account))
        .order_by_asc(roles::Column::Id);
    Ok(Some(had.all(db).await?))
}
