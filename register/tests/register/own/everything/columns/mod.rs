//! What each column of the database is to the person whose row it is in.

/// What a column is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Is {
    /// Theirs: told at the path that ends like this.
    Told(&'static str),
    /// The same, for rows of which this is so.
    ToldWhere(&'static str, &'static str),
    /// The number of a branch, told by its name.
    Branch(&'static str),
    /// Not told, and why: it says nothing about them that is not told elsewhere.
    Silent(&'static str),
}

/// What becomes of a row when they have left.
#[derive(Debug, Clone, Copy)]
pub(super) enum After {
    /// It is erased.
    Gone,
    /// It stays, and why it may.
    Stays(&'static str),
}

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// Which rows are theirs; `None` for a table that holds nothing about anybody.
    pub(super) whose: Option<&'static str>,
    pub(super) after: After,
    pub(super) columns: &'static [(&'static str, Is)],
}

use After::{Gone, Stays};
use Is::Silent;

const ROW: Is = Silent("the number of a row, or of another that it belongs to");
const HASH: Is = Silent("the hash of something random: it opens nothing and says nothing");
const VOLUNTEER: Is = Silent("the number of a volunteer's account: told as their role and branch");
const DERIVED: Is = Silent("made from what is told, to search, sort and compare by");
const VERSION: Is = Silent("counts changes, so that nobody overwrites one");

const fn of(
    name: &'static str,
    whose: &'static str,
    columns: &'static [(&'static str, Is)],
) -> Table {
    Table { name, whose: Some(whose), after: Gone, columns }
}

const fn stays(
    name: &'static str,
    whose: &'static str,
    why: &'static str,
    columns: &'static [(&'static str, Is)],
) -> Table {
    Table { name, whose: Some(whose), after: Stays(why), columns }
}

const fn nobodys(name: &'static str, columns: &'static [(&'static str, Is)]) -> Table {
    Table { name, whose: None, after: Stays("it is about nobody"), columns }
}

macro_rules! each {
    ($why:literal: $($column:literal),*) => { &[$(($column, Silent($why))),*] };
}

macro_rules! theirs {
    () => {
        "person_id IN (SELECT id FROM people WHERE email_key = 'family@example.org')"
    };
}

macro_rules! of_memberships {
    () => {
        concat!("membership_id IN (SELECT id FROM memberships WHERE ", theirs!(), ")")
    };
}

macro_rules! either_address {
    () => {
        concat!(
            theirs!(),
            " OR email_key = 'family@example.org' OR old_email_key = 'family@example.org'",
        )
    };
}

macro_rules! of_email_changes {
    () => {
        concat!("change_id IN (SELECT id FROM email_changes WHERE ", either_address!(), ")")
    };
}

macro_rules! of_guardian {
    () => {
        concat!("guardian_id IN (SELECT id FROM guardians WHERE ", of_memberships!(), ")")
    };
}

macro_rules! of_account {
    () => {
        "account_id IN (SELECT id FROM accounts WHERE email_key = 'family@example.org')"
    };
}

macro_rules! of_seat {
    () => {
        "seat_id IN (SELECT id FROM seats WHERE lower(email) = 'family@example.org')"
    };
}

macro_rules! of_sign_in {
    () => {
        "sign_in_id IN (SELECT id FROM sign_ins WHERE email = 'family@example.org')"
    };
}

mod accounts;
mod groups;
mod members;
mod others;

/// Every table.
pub(super) fn tables() -> impl Iterator<Item = &'static Table> {
    [members::TABLES, accounts::TABLES, groups::TABLES, others::TABLES].into_iter().flatten()
}
