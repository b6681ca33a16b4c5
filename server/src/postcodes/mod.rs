//! `server import-postcodes`: reads all of a directory before any of it is written.

mod archive;
mod columns;
mod error;
mod lines;
mod progress;
mod tables;

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use chrono::Utc;
use register::{PostcodesLoaded, Register};

use archive::Archive;
pub(crate) use error::ImportError;
use progress::Progress;
use tables::{Directory, Names};

/// How an archive begins.
const ZIP: &[u8] = b"PK";

/// What was read of a file.
struct Found {
    edition: String,
    directory: Directory,
    names: Names,
    /// Why names that the file brings could not be read.
    nameless: Option<ImportError>,
}

/// Loads a directory, and says what came of it in lines for the operator.
pub(crate) async fn import(
    register: &Register,
    path: &Path,
    names: Option<&Path>,
) -> Result<Vec<String>, ImportError> {
    let own_names = names.map(read_names).transpose()?;
    let Found { edition, mut directory, names, nameless } = read(path)?;
    for (authority, name) in own_names.as_ref().unwrap_or(&names) {
        directory.list.name(authority, name);
    }
    let list = &directory.list;
    let mut writing = Progress::new("Writing", list.sectors() as u64);
    let loaded =
        register.load_postcodes(list, &edition, Utc::now(), |done| writing.at(done as u64)).await?;
    let PostcodesLoaded::Done { gone } = loaded else { return Err(ImportError::Overtaken) };
    writing.end();

    let (authorities, named) = list.authorities();
    let mut says = vec![format!(
        "{edition} is in use: {} postcodes in {authorities} local authorities.",
        list.len()
    )];
    if directory.left_out > 0 {
        says.push(format!(
            "{} lines were left out: their postcode is in no format that we know.",
            directory.left_out
        ));
    }
    if let (Some(why), None) = (nameless, own_names) {
        says.push(format!("The names in it could not be used. {why}"));
    }
    if named < authorities {
        says.push(format!(
            "{} local authorities have no name, and are shown by their code. Give a table of \
             names with --names to change that.",
            authorities - named
        ));
    }
    for gone in gone {
        says.push(format!(
            "{} branch has the local authority {}, which is not in this edition: nobody is \
             placed by it any more. Change its areas at /network/branches/{}.",
            gone.branch.name,
            gone.authority.code(),
            gone.branch.slug
        ));
    }
    Ok(says)
}

fn read(path: &Path) -> Result<Found, ImportError> {
    let file = path.display().to_string();
    let opened = open(path)?;
    let size = opened.metadata().map_or(0, |about| about.len());
    let mut opened = BufReader::new(opened);
    let start = opened.fill_buf().map_err(|why| ImportError::Read { file: file.clone(), why })?;
    if start.starts_with(ZIP) {
        return read_archive(open(path)?, &file);
    }
    let mut reading = Progress::new("Reading", size);
    let directory = tables::directory(opened, &file, |done| reading.at(done))?;
    reading.end();
    let edition = archive::stem(&file).to_owned();
    Ok(Found { edition, directory, names: Names::new(), nameless: None })
}

fn read_archive(opened: File, file: &str) -> Result<Found, ImportError> {
    let mut archive = Archive::open(opened, file)?;
    let (names, nameless) = match archive.names() {
        Ok(names) => (names, None),
        // The postcodes are what is asked for.
        Err(why) => (Names::new(), Some(why)),
    };
    let (edition, size) = archive.edition()?;
    let mut reading = Progress::new("Reading", size);
    let directory = archive.directory(|done| reading.at(done))?;
    reading.end();
    Ok(Found { edition, directory, names, nameless })
}

fn read_names(path: &Path) -> Result<Names, ImportError> {
    tables::names(open(path)?, &path.display().to_string())
}

fn open(path: &Path) -> Result<File, ImportError> {
    File::open(path).map_err(|why| ImportError::Read { file: path.display().to_string(), why })
}
