//! Why no directory was loaded: what was found, and what is expected.

use std::io;

/// Why no directory was loaded. The one in use is as it was.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    #[error("{file} cannot be read: {why}.")]
    Read { file: String, why: io::Error },
    #[error(
        "{file} is a ZIP archive that cannot be read: {why}. Download it again, or give the CSV \
         in its folder Data instead."
    )]
    Archive { file: String, why: String },
    #[error(
        "{file} is a ZIP archive without the directory. It should hold \
         Data/ONSPD_MAY_2025_UK.csv, or the like for another month. It holds {found}."
    )]
    NoTable { file: String, found: String },
    #[error("{file} has more than {most} in it: this is not the postcode directory.")]
    TooLarge { file: String, most: &'static str },
    #[error(
        "Line {line} of {file} is longer than 16,384 characters: this is not a table with a line \
         for each postcode."
    )]
    LongLine { file: String, line: u64 },
    #[error(
        "{file} is written in {found}. It should be a CSV in UTF-8, as the Office for National \
         Statistics publishes it: save it as “CSV UTF-8”."
    )]
    Encoding { file: String, found: &'static str },
    #[error("{file} is empty. It should begin with the names of its columns.")]
    Empty { file: String },
    #[error(
        "{file} has no column of {what}: it should be named {expected}. These columns were \
         found: {found}."
    )]
    Column { file: String, what: &'static str, expected: &'static str, found: String },
    #[error("{file} has no postcodes: there are no lines after the names of its columns.")]
    NoPostcodes { file: String },
    #[error(
        "{wrong} of {lines} lines of {file} have no postcode with the code of a local authority; \
         the first is line {first}. It should have a postcode like BS5 6XX and a code like \
         E06000023 on each line."
    )]
    WrongLines { file: String, wrong: u64, lines: u64, first: u64 },
    #[error("Another import has begun meanwhile, and this one was given up.")]
    Overtaken,
    #[error("The register could not take the directory: {0}. The one in use is as it was.")]
    Register(#[from] register::Error),
}
