//! The columns of the tables, whose names carry the year.

use super::error::ImportError;
use super::lines::shown;

/// Where the postcodes and their local authorities are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DirectoryColumns {
    pub(super) postcode: usize,
    pub(super) authority: usize,
}

/// Where the local authorities and their names are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NameColumns {
    pub(super) authority: usize,
    pub(super) name: usize,
}

impl DirectoryColumns {
    pub(super) fn find(file: &str, columns: &[String]) -> Result<Self, ImportError> {
        // As people write it, with one space, or padded to seven or eight characters.
        let postcode =
            ["pcds", "pcd", "pcd7", "pcd8"].iter().find_map(|name| at(columns, |it| it == *name));
        let authority = at(columns, |it| of_year(it, "lad", "cd"))
            .or_else(|| at(columns, |it| it == "oslaua"))
            .or_else(|| at(columns, |it| it == "laua"));
        Ok(Self {
            postcode: postcode
                .ok_or_else(|| missing(file, "postcodes", "pcds, pcd, pcd7 or pcd8", columns))?,
            authority: authority.ok_or_else(|| {
                missing(file, "local authorities", "lad25cd, with any year, or oslaua", columns)
            })?,
        })
    }
}

impl NameColumns {
    pub(super) fn find(file: &str, columns: &[String]) -> Result<Self, ImportError> {
        let authority = at(columns, |it| of_year(it, "lad", "cd"));
        let name = at(columns, |it| of_year(it, "lad", "nm"));
        Ok(Self {
            authority: authority.ok_or_else(|| {
                missing(file, "local authorities", "LAD25CD, with any year", columns)
            })?,
            name: name.ok_or_else(|| missing(file, "names", "LAD25NM, with any year", columns))?,
        })
    }
}

fn at(columns: &[String], is_it: impl Fn(&str) -> bool) -> Option<usize> {
    columns.iter().position(|column| is_it(column))
}

/// Whether a name is `before`, two figures of a year, and `after`.
fn of_year(name: &str, before: &str, after: &str) -> bool {
    let year = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    year.is_some_and(|year| year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

fn missing(
    file: &str,
    what: &'static str,
    expected: &'static str,
    columns: &[String],
) -> ImportError {
    let found = shown(columns.iter().map(String::as_str));
    ImportError::Column { file: file.to_owned(), what, expected, found }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{DirectoryColumns, NameColumns};

    fn columns(names: &str) -> Vec<String> {
        names.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn columns_are_found_in_the_editions_of_all_years() {
        for (names, postcode, authority) in [
            ("pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,wd25cd", 2, 6),
            ("pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward", 2, 7),
            ("pcd,oslaua", 0, 1),
            ("pcd8,laua", 0, 1),
            ("oslaua,lad23cd,pcd7", 2, 1),
        ] {
            let found = DirectoryColumns::find("f", &columns(names)).unwrap();
            assert_eq!(found, DirectoryColumns { postcode, authority }, "{names}");
        }
        let found = NameColumns::find("f", &columns("lad25cd,lad25nm,lad25nmw")).unwrap();
        assert_eq!(found, NameColumns { authority: 0, name: 1 });
    }

    #[test]
    fn a_column_that_is_missing_is_named_with_what_was_found() {
        let refused = DirectoryColumns::find("f.csv", &columns("a,pcds,ladxxcd,lad2025cd"));
        let says = refused.unwrap_err().to_string();
        assert!(says.contains("lad25cd") && says.contains("ladxxcd"), "{says}");
        let says = DirectoryColumns::find("f.csv", &columns("a\u{1b}[2J,lad25cd")).unwrap_err();
        assert!(!says.to_string().contains('\u{1b}') && says.to_string().contains("pcds"));
        assert!(NameColumns::find("f.csv", &columns("lad25cd,name")).is_err());
    }
}
