//! Giving the members that a filter shows out of the register.

use chrono::{DateTime, Utc};

use super::filter::{MemberFilter, Placed};
use super::order::{Direction, Order};
use super::page;
use super::row::{Known, MemberRow, known};
use super::search::Search;
use crate::access_log::{Action, Whom};
use crate::error::Error;
use crate::register::Register;
use crate::scope::Scope;

/// So many are read at a time, and no more are held in memory.
const AT_A_TIME: usize = 500;

/// A member with what an export has besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRow {
    /// The row of the list.
    pub row: MemberRow,
    /// The telephone number, if they gave one.
    pub phone: Option<String>,
    /// The postcode, if they gave one.
    pub postcode: Option<String>,
    /// How they came to their branch.
    pub placed: Option<Placed>,
}

impl Register {
    /// Gives every member that the filter shows, by name, and says how many they were. It is
    /// written down before the first is given, and again, with how many, when the last was; each
    /// time some more are read it is looked whether the permit still stands, and where it does
    /// not, no more are given. `None` when it did not stand at the end.
    ///
    /// # Errors
    /// When the database cannot be used; some may have been given then.
    pub async fn export_members(
        &self,
        by: impl Into<Scope<'_>>,
        filter: &MemberFilter,
        at: DateTime<Utc>,
        mut each: impl FnMut(ExportRow),
    ) -> Result<Option<u64>, Error> {
        let (scope, db) = (by.into(), self.reader());
        let whom = Whom { branch: scope.branch(), ..Whom::default() };
        if !self.may_see(scope, Action::ExportBegun, whom, at).await? {
            return Ok(None);
        }
        let search = Search::begin(db, scope, filter, at).await?.everything();
        let (mut given, mut place) = (0_u64, None);
        loop {
            let from = place.take();
            let (memberships, more) =
                page::some(db, &search, Order::Name, Direction::Forwards, from, AT_A_TIME).await?;
            place = memberships.last().map(|last| Order::Name.place_of(last));
            let rows = known(db, memberships, at).await?;
            if !scope.behind().stands(db).await? {
                return Ok(None);
            }
            for known in rows {
                each(export(known));
                given += 1;
            }
            if !more {
                break;
            }
        }
        let whom = Whom { how_many: Some(i32::try_from(given).unwrap_or(i32::MAX)), ..whom };
        let stands = self.may_see(scope, Action::Exported, whom, at).await?;
        Ok(stands.then_some(given))
    }
}

fn export(known: Known) -> ExportRow {
    let Known { row, person, membership } = known;
    ExportRow {
        row,
        phone: person.phone,
        postcode: person.postcode,
        placed: Placed::of(membership.placed.as_deref()),
    }
}
