//! Letters as files, for trying the site out and for tests: each a whole message that a mail
//! program opens, readable by the server's own user only.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use register::LetterProblem;

use super::failure::Failure;
use crate::settings::Settings;

/// The folder of letters in the data folder.
pub(super) const FOLDER: &str = "letters";

/// How a letter's name says when it was written.
const WRITTEN: &str = "%Y-%m-%dT%H-%M-%S";

/// A folder that letters are written into.
#[derive(Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The one in the data folder. It may be missing.
    pub(crate) fn of(settings: &Settings) -> Self {
        Self(settings.data_folder.join(FOLDER))
    }

    /// Makes the folder, if it is missing.
    pub(crate) fn make(path: &Path) -> io::Result<Self> {
        make(path)?;
        Ok(Self(path.to_owned()))
    }

    /// Writes a letter. A file of its name is always a whole letter.
    pub(crate) async fn write(
        &self,
        id: i64,
        letter: Vec<u8>,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        let folder = self.0.clone();
        let name = name(id, at);
        let written = tokio::task::spawn_blocking(move || write(&folder, &name, &letter)).await;
        match written {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(Failure::All(
                LetterProblem::NotWritten,
                format!("the folder {} cannot be written: {error}", self.0.display()),
            )),
            Err(_) => Err(Failure::ThisOne(LetterProblem::NotWritten)),
        }
    }

    /// Removes the letters that were written by then, and says how many. Nothing else in the folder
    /// is touched.
    pub(crate) async fn remove_old(&self, by: DateTime<Utc>) -> io::Result<u64> {
        self.old(by, remove).await
    }

    /// How many letters were written by then.
    pub(crate) async fn count_old(&self, by: DateTime<Utc>) -> io::Result<u64> {
        self.old(by, |_| Ok(())).await
    }

    async fn old(&self, by: DateTime<Utc>, then: fn(&Path) -> io::Result<()>) -> io::Result<u64> {
        let folder = self.0.clone();
        let each = move || {
            let files = match fs::read_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
                files => files?,
            };
            let mut count = 0;
            for file in files {
                let file = file?;
                let written = file.file_name().to_str().and_then(written);
                if written.is_some_and(|at| at <= by) {
                    then(&file.path())?;
                    count += 1;
                }
            }
            Ok(count)
        };
        tokio::task::spawn_blocking(each).await.map_err(io::Error::other)?
    }
}

/// Sorted by name, letters are in the order in which they were written.
fn name(id: i64, at: DateTime<Utc>) -> String {
    format!("{}-{id:06}.eml", at.format(WRITTEN))
}

/// When a letter of this name was written, unless it is no letter of ours.
fn written(name: &str) -> Option<DateTime<Utc>> {
    let unfinished = name.strip_prefix('.').and_then(|name| name.strip_suffix(".unfinished"));
    let (at, id) = unfinished.unwrap_or(name).strip_suffix(".eml")?.rsplit_once('-')?;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NaiveDateTime::parse_from_str(at, WRITTEN).ok().map(|at| at.and_utc())
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        // Another server was first.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn make(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

fn write(folder: &Path, name: &str, letter: &[u8]) -> io::Result<()> {
    // It may have been cleared away since the start.
    make(folder)?;
    let unfinished = folder.join(format!(".{name}.unfinished"));
    let written = write_through(&unfinished, letter)
        .and_then(|()| fs::rename(&unfinished, folder.join(name)))
        .and_then(|()| File::open(folder)?.sync_all());
    if written.is_err() {
        // Nothing depends on it: on a full disk it only takes room.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

fn write_through(path: &Path, letter: &[u8]) -> io::Result<()> {
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    // One that was left by a crash may have been made otherwise.
    file.set_permissions(Permissions::from_mode(0o600))?;
    file.write_all(letter)?;
    file.sync_all()
}
