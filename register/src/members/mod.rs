//! The register view: the members that somebody may see, searched, filtered, in order, by pages.

mod count;
mod cursor;
mod drive;
mod export;
mod filter;
mod kept;
mod order;
mod page;
mod row;
mod search;

use chrono::{DateTime, Utc};

use crate::access_log::{Action, Whom};
use crate::error::Error;
use crate::register::Register;
use crate::scope::Scope;
use search::Search;

pub use count::Count;
pub use cursor::Cursor;
pub use export::ExportRow;
pub use filter::{MemberFilter, Placed, Status};
pub use order::Order;
pub use row::MemberRow;
pub(crate) use row::{Known, known, of, rows};

/// How many rows a page has.
pub(crate) const PAGE: usize = 50;

/// A page of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// At most 50.
    pub rows: Vec<MemberRow>,
    /// The page before; `None` on the first.
    pub before: Option<Cursor>,
    /// The page after; `None` on the last.
    pub after: Option<Cursor>,
    /// How many there are on all pages.
    pub count: Count,
}

impl Register {
    /// A page of the members in the scope that the filter shows. Pages are found by the row they
    /// begin at: nobody is missed or shown twice because somebody joins meanwhile. A cursor that
    /// leads nowhere gives the first page. `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn members(
        &self,
        by: impl Into<Scope<'_>>,
        filter: &MemberFilter,
        order: Order,
        from: Option<&Cursor>,
        at: DateTime<Utc>,
    ) -> Result<Option<Members>, Error> {
        let scope = by.into();
        let search = Search::begin(self.reader(), scope, filter, at).await?;
        let page = page::read(self.reader(), &search, order, from).await?;
        let count = count::read(self.reader(), &search).await?;
        let rows = rows(self.reader(), page.memberships, at).await?;
        let whom = Whom {
            branch: scope.branch(),
            how_many: i32::try_from(rows.len()).ok(),
            ..Whom::default()
        };
        let members = Members { rows, before: page.before, after: page.after, count };
        let may = self.may_see(scope, Action::MembersSeen, whom, at).await?;
        Ok(may.then_some(members))
    }
}
