//! The postcodes of a sector as one text: the two letters that each ends with, by the code of its
//! local authority. `E06000023:AAAB E06000024:AC :AD`; the last is in none.

use rules::{Listed, LocalAuthority};

use crate::error::Error;

/// One postcode of a sector: its end, and which local authority it is in.
pub(super) type Unit = ([u8; 2], Option<u16>);

/// Writes them, each local authority by its number among `codes`.
pub(super) fn write(units: &[Unit], codes: &[LocalAuthority]) -> String {
    let mut by_authority: Vec<_> = units.iter().map(|(unit, number)| (*number, *unit)).collect();
    by_authority.sort_unstable();
    let mut text = String::with_capacity(units.len() * 2 + 10);
    let mut last = None;
    for (number, unit) in by_authority {
        if last != Some(number) {
            if last.is_some() {
                text.push(' ');
            }
            let code = number.and_then(|number| codes.get(usize::from(number)));
            text.push_str(code.map_or("", LocalAuthority::code));
            text.push(':');
            last = Some(number);
        }
        text.extend(unit.map(char::from));
    }
    text
}

/// What such a text says of one of them.
pub(super) fn find(text: &str, unit: &str) -> Result<Listed, Error> {
    for group in text.split(' ') {
        let (code, units) =
            group.split_once(':').ok_or_else(|| Error::fault("stored postcodes"))?;
        if units.as_bytes().chunks_exact(2).any(|known| known == unit.as_bytes()) {
            let authority = match code {
                "" => None,
                code => Some(
                    LocalAuthority::parse(code).map_err(|_| Error::fault("a stored authority"))?,
                ),
            };
            return Ok(Listed::In(authority));
        }
    }
    Ok(Listed::No)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use rules::{Listed, LocalAuthority};

    use super::{find, write};

    #[test]
    fn each_postcode_of_a_sector_is_found_in_its_text_and_no_other() {
        let codes = ["E06000023", "E06000024"].map(|code| LocalAuthority::parse(code).unwrap());
        let units = [(*b"AD", None), (*b"AC", Some(1)), (*b"AB", Some(0)), (*b"AA", Some(0))];
        let text = write(&units, &codes);
        assert_eq!(text, ":AD E06000023:AAAB E06000024:AC");
        let [bristol, bath] = codes.map(|code| Listed::In(Some(code)));
        for (unit, listed) in [
            ("AA", bristol.clone()),
            ("AB", bristol),
            ("AC", bath),
            ("AD", Listed::In(None)),
            ("BA", Listed::No),
            ("AX", Listed::No),
            ("00", Listed::No),
        ] {
            assert_eq!(find(&text, unit).unwrap(), listed, "{unit}");
        }
        assert_eq!(find(&write(&units[..1], &[]), "AD").unwrap(), Listed::In(None));
    }
}
