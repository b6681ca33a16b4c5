//! The folder of a demo: everything in it is the demo's own, and gone when the next one starts.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Marks a folder as one that a demo made: nothing else is ever removed.
const MARK: &str = "made-up";
const MARKED: &str = "Everything in this folder belongs to a demo. The next one removes it.\n";

/// A folder that no other demo uses while this one does.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// Locked for as long as it is open.
    _mark: File,
}

/// Why a demo cannot have its folder.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FolderError {
    #[error(
        "The folder {0} is not one that a demo made, and a demo would empty it. Move it away, or set data.folder (DATA_FOLDER) to another folder."
    )]
    NotOurs(PathBuf),
    #[error(
        "Another demo runs in {0}. Stop it first, or set data.folder (DATA_FOLDER) to another folder."
    )]
    InUse(PathBuf),
    #[error("The folder {0} cannot be used: {1}.")]
    System(PathBuf, io::Error),
}

impl Folder {
    /// Makes the folder anew, empty but for its mark.
    pub(crate) fn empty(path: PathBuf) -> Result<Self, FolderError> {
        let fail = |error| FolderError::System(path.clone(), error);
        let mark = match OpenOptions::new().write(true).open(path.join(MARK)) {
            Ok(mark) => mark,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if path.exists() {
                    return Err(FolderError::NotOurs(path));
                }
                make(&path).map_err(fail)?
            }
            Err(error) => return Err(fail(error)),
        };
        match mark.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(FolderError::InUse(path)),
            Err(TryLockError::Error(error)) => return Err(fail(error)),
        }
        remove_others(&path).map_err(fail)?;
        Ok(Self { path, _mark: mark })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

fn make(folder: &Path) -> io::Result<File> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let path = folder.join(MARK);
    let mut mark = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    mark.write_all(MARKED.as_bytes())?;
    Ok(mark)
}

fn remove_others(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() == MARK {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_demo_left_is_removed() {
        let around = tempfile::tempdir().unwrap();
        let path = around.path().join("data/demo");
        drop(Folder::empty(path.clone()).unwrap());
        fs::create_dir(path.join("letters")).unwrap();
        fs::write(path.join("letters/old.eml"), "old").unwrap();
        fs::write(path.join("register.db"), "old").unwrap();
        let _folder = Folder::empty(path.clone()).unwrap();
        let left: Vec<_> = fs::read_dir(&path).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, [MARK]);
    }

    #[test]
    fn a_folder_that_no_demo_made_is_left_as_it_is() {
        let around = tempfile::tempdir().unwrap();
        fs::write(around.path().join("register.db"), "members").unwrap();
        let refused = Folder::empty(around.path().to_owned()).unwrap_err();
        assert!(matches!(refused, FolderError::NotOurs(_)), "{refused}");
        assert_eq!(fs::read(around.path().join("register.db")).unwrap(), b"members");
    }

    #[test]
    fn two_demos_never_share_a_folder() {
        let around = tempfile::tempdir().unwrap();
        let path = around.path().join("demo");
        let first = Folder::empty(path.clone()).unwrap();
        fs::write(path.join("register.db"), "in use").unwrap();
        let refused = Folder::empty(path.clone()).unwrap_err();
        assert!(matches!(refused, FolderError::InUse(_)), "{refused}");
        assert!(path.join("register.db").exists());
        drop(first);
        Folder::empty(path).unwrap();
    }
}
