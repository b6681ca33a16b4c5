//! The addresses of the steps.

use rules::Step;

/// Where somebody is sent who came from `check` to change an answer.
const FROM_CHECK: &str = "from=check";

/// The address of a step; with a mark for somebody who came from `check` to change an answer.
#[must_use]
pub fn href(step: Step, from_check: bool) -> String {
    let mut address = format!("/join/{step}");
    if from_check && step != Step::Check {
        address.push('?');
        address.push_str(FROM_CHECK);
    }
    address
}

/// Whether the query of an address has that mark.
#[must_use]
pub fn is_from_check(query: Option<&str>) -> bool {
    query == Some(FROM_CHECK)
}

/// Reads what [`href`] wrote.
pub(crate) fn step_at(address: &str) -> Option<(Step, bool)> {
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (address, None),
    };
    Some((Step::parse(path.strip_prefix("/join/")?)?, is_from_check(query)))
}
