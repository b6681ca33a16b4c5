//! Numbers of people and things, as pages write them. What names somebody, or is read by a program,
//! is written as it is.

use crate::words::words;

/// So many.
pub(crate) fn number(count: impl Into<u64>) -> String {
    (words().branch_pages.number)(count.into())
}
