//! Reading pages, as far as a test has to.

/// What stands between two pieces of text; the first such place.
pub(crate) fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let from = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}")).1;
    from.split_once(after).unwrap_or_else(|| panic!("no {after} after {before}")).0
}
