//! Where a search begins. In a register of a million members, what few are must be found by an
//! index of just those, and what many are by looking at members in their order until a page is
//! full. Which of the two something is, is looked at first, as far as it matters.

use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::filter::{Index, Said};
use crate::entities::{memberships, search_words};
use crate::error::Error;
use crate::scope::Scope;

/// So many entries of an index are gone through at most, before anybody is read.
const GONE_THROUGH: u64 = 20_000;
/// Of more than that, so many are listed; somebody who wants others types more.
const LISTED: u64 = 1_000;
/// So many are looked at one by one.
const FEW: u64 = 1_000;
/// How many members are looked for.
const PAGE: u64 = super::PAGE as u64;

/// The memberships among which a search looks.
pub(super) struct Drive {
    /// Their numbers.
    pub(super) memberships: SelectStatement,
    /// How many numbers these are; somebody is there more than once by several words.
    pub(super) how_many: u64,
    /// Whether all that are looked for are among them.
    pub(super) whole: bool,
    /// How a page of them is found.
    pub(super) page: Way,
    /// What a filter says that is true of all of them, as its place.
    pub(super) said: Option<usize>,
}

/// How a page of some members is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// All of them are read and put in order.
    Sorted,
    /// It is gone through the members in their order, and looked whether each is one of them.
    InOrder,
    /// It is gone through the members in their order, and each is asked: so none of many is listed.
    Asked,
    /// As PostgreSQL decides, which keeps statistics; SQLite has none here.
    Planned,
}

impl Way {
    /// The shorter one to find a page of so many among all these members. When every so many there
    /// is one, a page is full after `PAGE * members / those` members were gone by.
    ///
    /// By the times that one in a million took: on SQLite, to go by an entry of an index takes 1,
    /// to list one of those 5, to ask one 10, and to read one 20; on PostgreSQL, which reads those
    /// it goes by, all of it takes about as long.
    fn shorter(
        db: &impl ConnectionTrait,
        scope: Scope<'_>,
        by: By,
        those: u64,
        members: u64,
    ) -> Self {
        let each = those.saturating_mul(those);
        let page = members.saturating_mul(PAGE);
        // A branch has not so many members that it would take long to ask all of them, should
        // nearly none have the other word.
        let ask = by != By::Filter && scope.branch().is_some();
        match db.get_database_backend() {
            DbBackend::Postgres if ask && each > page => Self::Asked,
            DbBackend::Postgres if !ask && each > page.saturating_mul(4) => Self::Planned,
            DbBackend::Postgres => Self::Sorted,
            _ if ask && each > page.saturating_mul(2) => Self::Asked,
            // Those of the rarest of several words are many more than have the others, too.
            _ if by != By::Words && each.saturating_mul(15) > page => Self::InOrder,
            _ => Self::Sorted,
        }
    }
}

/// What those are found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Word,
    Words,
    Filter,
}

/// Those of the word that the fewest members have, as far as they have the others, too. `None`
/// when no word was typed.
pub(super) async fn by_words(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    words: &[String],
    members: u64,
) -> Result<Option<Drive>, Error> {
    let mut rarest: Option<(u64, &String)> = None;
    for word in words {
        let how_many = up_to(db, with_word(scope, word), GONE_THROUGH).await?;
        if rarest.is_none_or(|(fewest, _)| how_many < fewest) {
            rarest = Some((how_many, word));
        }
    }
    let Some((how_many, rarest)) = rarest else { return Ok(None) };
    let by = if words.len() > 1 { By::Words } else { By::Word };
    let mut memberships = with_word(scope, rarest);
    for other in words.iter().filter(|other| *other != rarest) {
        let it = search_words::Column::MembershipId;
        // Each of few is asked for; for many, all who have the word are listed once.
        memberships.and_where(if how_many <= FEW {
            has_word(Expr::col((search_words::Entity, it)), other)
        } else {
            it.in_subquery(with_word(scope, other))
        });
    }
    Ok(Some(if how_many <= GONE_THROUGH {
        let page = Way::shorter(db, scope, by, how_many, members);
        Drive { memberships, how_many, whole: true, page, said: None }
    } else {
        memberships.limit(LISTED);
        Drive { memberships, how_many, whole: false, page: Way::Sorted, said: None }
    }))
}

/// Those of the first thing that is true of few.
pub(super) async fn by_filter(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    said: &[Said],
    members: u64,
) -> Result<Option<Drive>, Error> {
    for (place, few) in said.iter().enumerate().filter(|(_, said)| said.index != Index::None) {
        let memberships = memberships::Entity::find()
            .select_only()
            .column(memberships::Column::Id)
            .filter(scope.memberships())
            .filter(few.condition.clone())
            .into_query();
        let how_many = up_to(db, memberships.clone(), GONE_THROUGH).await?;
        if how_many <= GONE_THROUGH {
            let page = Way::shorter(db, scope, By::Filter, how_many, members);
            return Ok(Some(Drive { memberships, how_many, whole: true, page, said: Some(place) }));
        }
    }
    Ok(None)
}

/// Whether a membership has a word that begins like this. They are counted, as PostgreSQL would
/// list all who have it before it looks whether one of them exists.
pub(super) fn has_word(membership: Expr, word: &str) -> Expr {
    let other = Alias::new("other");
    let column = |column: search_words::Column| Expr::col((other.clone(), column));
    let has = Query::select()
        .expr(Func::count(Expr::col(Asterisk)))
        .from_as(search_words::Entity, other.clone())
        .and_where(column(search_words::Column::MembershipId).eq(membership))
        .cond_where(begins(column(search_words::Column::Word), word))
        .take();
    Expr::SubQuery(None, Box::new(has.into())).gt(0)
}

fn with_word(scope: Scope<'_>, word: &str) -> SelectStatement {
    let column = |column: search_words::Column| Expr::col((search_words::Entity, column));
    let branch = scope.branch().map(|branch| search_words::Column::BranchId.eq(branch));
    search_words::Entity::find()
        .select_only()
        .column(search_words::Column::MembershipId)
        .filter(Condition::all().add_option(branch))
        .filter(begins(column(search_words::Column::Word), word))
        .into_query()
}

/// All that begins like this lies between it and it with the last of all characters, in the order
/// of bytes that the column has.
fn begins(column: Expr, word: &str) -> Condition {
    let last = format!("{word}\u{10ffff}");
    Condition::all().add(column.clone().gte(word)).add(column.lt(last))
}

/// How many rows a query gives; one more than `most` when there are more.
pub(super) async fn up_to(
    db: &impl ConnectionTrait,
    mut rows: SelectStatement,
    most: u64,
) -> Result<u64, Error> {
    let counted = Query::select()
        .expr_as(Func::count(Expr::col(Asterisk)), "many")
        .from_subquery(rows.limit(most + 1).take(), "counted")
        .take();
    let row = db.query_one(&counted).await?;
    let many: i64 = crate::stored::there(row)?.try_get_by("many")?;
    u64::try_from(many).map_err(|_| Error::fault("a count"))
}
