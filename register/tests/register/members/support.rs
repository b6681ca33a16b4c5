//! Registers to look through.

use register::{Cursor, MemberFilter, Members, Order, Register, Scope, Submission};
use rules::*;

use crate::support::*;

/// Somebody who joins under a name and an address that follows from it, in Bristol.
pub(super) fn named(text: &str) -> IndividualJoin {
    let address: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    IndividualJoin { name: name(text), email: email(&format!("{address}@example.org")), ..ada() }
}

/// Joins, so many days after the first day.
pub(super) async fn join(register: &Register, key: &str, join: IndividualJoin, day: i64) {
    let submission = Submission { at: noon() + days(day), ..submission(key, join) };
    register.join(submission).await.unwrap();
}

/// The names on the first page, in the order of names.
pub(super) async fn names<'a>(
    register: &Register,
    by: impl Into<Scope<'a>>,
    filter: &MemberFilter,
) -> Vec<String> {
    let page = page(register, by, filter, Order::Name, None).await;
    page.rows.into_iter().map(|row| row.name).collect()
}

pub(super) async fn page<'a>(
    register: &Register,
    by: impl Into<Scope<'a>>,
    filter: &MemberFilter,
    order: Order,
    from: Option<&Cursor>,
) -> Members {
    let later = noon() + days(100);
    register.members(by, filter, order, from, later).await.unwrap().unwrap()
}
