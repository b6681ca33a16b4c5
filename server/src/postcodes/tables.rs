//! The two tables: postcodes with their local authorities, and local authorities with their names.

use std::collections::HashMap;
use std::io::Read;

use register::PostcodeList;
use rules::{LocalAuthority, Postcode};

use super::columns::{DirectoryColumns, NameColumns};
use super::error::ImportError;
use super::lines::{Lines, cells, plain};

/// More lines than there will ever be postcodes: there are 2.7 million.
const MOST_LINES: u64 = 6_000_000;
/// More than there will ever be sectors: there are 11,000.
const MOST_SECTORS: usize = 50_000;
/// More than there will ever be local authorities: there are 360.
const MOST_AUTHORITIES: usize = 5_000;
/// The same for their names.
const MOST_NAMES: u64 = 10_000;
/// How often it is told how far it is: every so many lines.
const TOLD: u64 = 10_000;
/// One line of so many may be wrong; if more are, it is another table.
const WRONG: u64 = 100;

/// What was read of a directory.
#[derive(Debug)]
pub(super) struct Directory {
    pub(super) list: PostcodeList,
    /// Lines that were left out: their postcode is in no format that there is.
    pub(super) left_out: u64,
}

/// Names of local authorities.
pub(super) type Names = Vec<(LocalAuthority, String)>;

/// Reads a directory. `read` is told how many bytes of it have been.
pub(super) fn directory(
    source: impl Read,
    file: &str,
    mut read: impl FnMut(u64),
) -> Result<Directory, ImportError> {
    let mut lines = Lines::new(source, file);
    let columns = DirectoryColumns::find(file, &lines.columns()?)?;
    let mut list = PostcodeList::new();
    let mut known: HashMap<Vec<u8>, Option<LocalAuthority>> = HashMap::new();
    let (mut rows, mut wrong, mut first_wrong) = (0_u64, 0_u64, 0_u64);
    while let Some(line) = lines.next()? {
        if line.is_empty() {
            continue;
        }
        rows += 1;
        let row = of_directory(line, &columns, &mut known);
        match row {
            Some((postcode, authority)) => list.add(&postcode, authority.as_ref()),
            None => {
                wrong += 1;
                if wrong == 1 {
                    first_wrong = lines.number();
                }
            }
        }
        if rows.is_multiple_of(TOLD) {
            read(lines.read());
            if let Some(most) = too_much(rows, list.sectors(), known.len()) {
                return Err(ImportError::TooLarge { file: lines.file(), most });
            }
        }
    }
    if rows == 0 {
        return Err(ImportError::NoPostcodes { file: lines.file() });
    }
    if list.is_empty() || wrong > rows / WRONG {
        let file = lines.file();
        return Err(ImportError::WrongLines { file, wrong, lines: rows, first: first_wrong });
    }
    read(lines.read());
    list.settle();
    Ok(Directory { list, left_out: wrong })
}

/// Of what there is more than there will ever be, if there is.
fn too_much(lines: u64, sectors: usize, authorities: usize) -> Option<&'static str> {
    if lines > MOST_LINES {
        Some("6 million lines")
    } else if sectors > MOST_SECTORS {
        Some("50,000 postcode sectors")
    } else if authorities > MOST_AUTHORITIES {
        Some("5,000 local authorities")
    } else {
        None
    }
}

/// A line's postcode and local authority; `None` when it has not both.
fn of_directory(
    line: &[u8],
    columns: &DirectoryColumns,
    known: &mut HashMap<Vec<u8>, Option<LocalAuthority>>,
) -> Option<(Postcode, Option<LocalAuthority>)> {
    let (mut postcode, mut code) = (None, None);
    for (at, cell) in cells(line).enumerate().take(columns.postcode.max(columns.authority) + 1) {
        if at == columns.postcode {
            postcode = Some(cell);
        }
        if at == columns.authority {
            code = Some(cell);
        }
    }
    let code = code?;
    let authority = match known.get(code) {
        Some(authority) => authority.clone(),
        None => {
            let authority = authority(code)?;
            // Of codes that are no codes there may be as many as there are lines.
            known.insert(code.to_vec(), authority.clone());
            authority
        }
    };
    let postcode = Postcode::parse(std::str::from_utf8(postcode?).ok()?).ok()?;
    Some((postcode, authority))
}

/// Which local authority a code is of: none where it is left out, or stands for none.
fn authority(code: &[u8]) -> Option<Option<LocalAuthority>> {
    let code = std::str::from_utf8(code).ok()?.trim();
    match LocalAuthority::parse(code) {
        Ok(authority) => Some(Some(authority)),
        Err(_) => (code.is_empty() || matches!(code, "L99999999" | "M99999999")).then_some(None),
    }
}

/// Reads names of local authorities; what is written in Welsh beside them is left.
pub(super) fn names(source: impl Read, file: &str) -> Result<Names, ImportError> {
    let mut lines = Lines::new(source, file);
    let columns = NameColumns::find(file, &lines.columns()?)?;
    let mut names = Names::new();
    while let Some(line) = lines.next()? {
        let mut found: Vec<_> = cells(line).map(plain).collect();
        if found.len() <= columns.authority.max(columns.name) {
            continue;
        }
        let (name, code) = (found.get(columns.name).cloned(), found.swap_remove(columns.authority));
        let text = |cell: &[u8]| std::str::from_utf8(cell).ok().map(|text| text.trim().to_owned());
        let authority = text(&code).and_then(|code| LocalAuthority::parse(&code).ok());
        let Some(authority) = authority else { continue };
        let Some(name) = name.as_deref().and_then(text) else {
            let found = "an encoding other than UTF-8";
            return Err(ImportError::Encoding { file: lines.file(), found });
        };
        if !name.is_empty() && !name.contains(char::is_control) {
            names.push((authority, name));
        }
        if lines.number() > MOST_NAMES {
            return Err(ImportError::TooLarge { file: lines.file(), most: "10,000 lines" });
        }
    }
    Ok(names)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::fmt::Write;

    use super::directory;
    use crate::postcodes::error::ImportError;

    #[test]
    fn a_table_of_more_than_there_will_ever_be_is_given_up() {
        let mut codes = "pcds,lad25cd\n".to_owned();
        for number in 0..30_000 {
            writeln!(codes, "BS5 6XX,E{number:08}").unwrap();
        }
        let refused = directory(codes.as_bytes(), "f", |_| {}).unwrap_err();
        assert!(matches!(refused, ImportError::TooLarge { .. }), "{refused}");
    }

    #[test]
    fn a_few_lines_that_cannot_be_read_are_left_out_and_counted() {
        let mut lines = "pcds,lad25cd\n".to_owned();
        for letter in ('A'..='Z').filter(|letter| !"CIKMOV".contains(*letter)) {
            for sector in 0..10 {
                writeln!(lines, "\"BS5 {sector}A{letter}\",E06000023").unwrap();
            }
        }
        lines.push_str("QQ1 1QQ,E06000023\n\nBS5 6ZZ,\n");
        let found = directory(lines.as_bytes(), "f", |_| {}).unwrap();
        assert_eq!((found.list.len(), found.left_out), (201, 1));
    }
}
