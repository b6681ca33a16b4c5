//! Letters as files, for trying the site out and for tests: each a whole message that a mail
//! program opens, readable by the server's own user only.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use register::LetterProblem;

use super::failure::Failure;

/// A folder that letters are written into.
pub(crate) struct Folder(PathBuf);

impl Folder {
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
}

/// Sorted by name, letters are in the order in which they were written.
fn name(id: i64, at: DateTime<Utc>) -> String {
    format!("{}-{id:06}.eml", at.format("%Y-%m-%dT%H-%M-%S"))
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
