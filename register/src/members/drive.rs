//! Where a search begins. In a register of a million members, what few are must be found by an
//! index of just those, and what many are by looking at members in their order until a page is
//! full. Which of the two something is, is looked at first, as far as it matters.

use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};

use super::filter::Said;
use crate::entities::{memberships, search_words};
use crate::error::Error;
use crate::scope::Scope;

/// So many can be found, read and put in order for one page.
const FEW: u64 = 5_000;
/// So many words can be gone through for the others that were typed, before anybody is read.
const FEW_WORDS: u64 = 20_000;

/// The memberships among which a search looks, as numbers.
pub(super) struct Drive {
    pub(super) memberships: SelectStatement,
}

/// Those of the word that the fewest members have, if they are few; they have the others, too.
pub(super) async fn by_words(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    words: &[String],
) -> Result<Option<Drive>, Error> {
    let few = if words.len() == 1 { FEW } else { FEW_WORDS };
    let mut rarest: Option<(u64, &String)> = None;
    for word in words {
        let how_many = up_to(db, with_word(scope, word), few).await?;
        if how_many <= few && rarest.is_none_or(|(fewest, _)| how_many < fewest) {
            rarest = Some((how_many, word));
        }
    }
    Ok(rarest.map(|(_, word)| {
        let mut memberships = with_word(scope, word);
        for other in words.iter().filter(|other| *other != word) {
            let it = Expr::col((search_words::Entity, search_words::Column::MembershipId));
            memberships.and_where(has_word(it, other));
        }
        Drive { memberships }
    }))
}

/// Those of the first thing that is true of few.
pub(super) async fn by_filter(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    said: &[Said],
) -> Result<Option<Drive>, Error> {
    for few in said.iter().filter(|said| said.few) {
        let memberships = memberships::Entity::find()
            .select_only()
            .column(memberships::Column::Id)
            .filter(scope.memberships())
            .filter(few.condition.clone())
            .into_query();
        let how_many = up_to(db, memberships.clone(), FEW).await?;
        if how_many <= FEW {
            return Ok(Some(Drive { memberships }));
        }
    }
    Ok(None)
}

/// Whether a membership has a word that begins like this.
pub(super) fn has_word(membership: Expr, word: &str) -> Expr {
    let other = Alias::new("other");
    let column = |column: search_words::Column| Expr::col((other.clone(), column));
    let has = Query::select()
        .expr(Expr::val(1))
        .from_as(search_words::Entity, other.clone())
        .and_where(column(search_words::Column::MembershipId).eq(membership))
        .cond_where(begins(column(search_words::Column::Word), word))
        .take();
    Expr::exists(has)
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
