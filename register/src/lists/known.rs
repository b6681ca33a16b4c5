//! Who on a list is on the register already.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entities::{memberships, people};
use crate::error::Error;

/// So many addresses are looked for at a time.
const AT_ONCE: usize = 1_000;

/// A name and an address, as they are compared.
pub(super) type Key = (String, String);

/// Where somebody is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KnownIn {
    /// In the branch that brings the list along.
    Branch,
    /// Elsewhere, as this person, which is not this branch's to see.
    Elsewhere(i64),
}

/// Those of these people who are known. `keys` are of addresses and names.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    branch: i64,
    keys: &[Key],
) -> Result<HashMap<Key, KnownIn>, Error> {
    let mut known = HashMap::new();
    for some in keys.chunks(AT_ONCE) {
        let wanted: HashSet<&Key> = some.iter().collect();
        let found: Vec<(i64, String, String, Option<i64>)> = people::Entity::find()
            .select_only()
            .columns([people::Column::Id, people::Column::EmailKey, people::Column::NameKey])
            .column(people::Column::SameAs)
            .filter(people::Column::EmailKey.is_in(some.iter().map(|(email, _)| email.as_str())))
            .into_tuple()
            .all(db)
            .await?;
        let found: Vec<(i64, Key)> = found
            .into_iter()
            // Whoever had joined twice is a member as the other of the two.
            .map(|(person, email, name, same_as)| (same_as.unwrap_or(person), (email, name)))
            .filter(|(_, key)| wanted.contains(key))
            .collect();
        if found.is_empty() {
            continue;
        }
        let here: Vec<i64> = memberships::Entity::find()
            .select_only()
            .column(memberships::Column::PersonId)
            .filter(memberships::Column::PersonId.is_in(found.iter().map(|(person, _)| *person)))
            .filter(memberships::Column::BranchId.eq(branch))
            .filter(memberships::Column::EndedAt.is_null())
            .into_tuple()
            .all(db)
            .await?;
        let here: HashSet<i64> = here.into_iter().collect();
        known.extend(found.into_iter().map(|(person, key)| {
            let is_here = here.contains(&person);
            (key, if is_here { KnownIn::Branch } else { KnownIn::Elsewhere(person) })
        }));
    }
    Ok(known)
}
