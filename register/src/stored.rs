//! Words read back from the database. Each was checked when it was written, by us and by it.

use rules::{BirthMonth, Class, GroupKind};

use crate::entities::people;
use crate::error::Error;

pub(crate) fn class(text: &str) -> Result<Class, Error> {
    Class::parse(text).ok_or_else(|| Error::fault("a stored class"))
}

pub(crate) fn group_kind(text: &str) -> Result<GroupKind, Error> {
    GroupKind::parse(text).ok_or_else(|| Error::fault("a stored kind of group"))
}

/// How many there are of something.
pub(crate) fn count(number: i64) -> Result<u32, Error> {
    u32::try_from(number).map_err(|_| Error::fault("a stored number"))
}

/// A row that a foreign key says is there.
pub(crate) fn there<T>(row: Option<T>) -> Result<T, Error> {
    row.ok_or_else(|| Error::fault("a row that is referred to"))
}

/// When somebody was born, if they said.
pub(crate) fn born(person: &people::Model) -> Option<BirthMonth> {
    let month = u32::try_from(person.birth_month?).ok()?;
    BirthMonth::new(month, person.birth_year?)
}
