//! The published ZIP: what is in it is read as it comes, and nothing of it is written anywhere.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ImportError;
use super::lines::shown;
use super::tables::{self, Directory, Names};

/// The longest list of files that is read: the published one has some 200 files.
const LONGEST_LIST: u32 = 4_000_000;
/// How much the end of an archive can be, where it says how long its list is.
const END: u64 = 22 + 65_535;

/// An archive that holds a directory.
pub(super) struct Archive {
    zip: ZipArchive<File>,
    file: String,
    table: usize,
    names: Option<usize>,
}

impl Archive {
    pub(super) fn open(mut opened: File, file: &str) -> Result<Self, ImportError> {
        let refused = |why: String| ImportError::Archive { file: file.to_owned(), why };
        let long = list_length(&mut opened).map_err(|why| refused(why.to_string()))?;
        match long {
            None => return Err(refused("it has no end, as if it were not complete".to_owned())),
            Some(long) if long > LONGEST_LIST => {
                return Err(refused("its list of files is too long".to_owned()));
            }
            Some(_) => {}
        }
        let zip = ZipArchive::new(opened).map_err(|why| refused(why.to_string()))?;
        let names: Vec<String> = (0..zip.len())
            .map(|at| zip.name_for_index(at).and_then(Result::ok).unwrap_or_default().into_owned())
            .collect();
        let Some(table) = names.iter().position(|name| is_directory(name)) else {
            let files = names.iter().filter(|name| !name.ends_with('/')).map(String::as_str);
            return Err(ImportError::NoTable { file: file.to_owned(), found: shown(files) });
        };
        let names = names.iter().position(|name| is_names(name));
        Ok(Self { zip, file: file.to_owned(), table, names })
    }

    /// What the directory is called, and how many bytes it says it has.
    pub(super) fn edition(&mut self) -> Result<(String, u64), ImportError> {
        let (at, file) = (self.table, self.file.clone());
        let entry = self.zip.by_index(at).map_err(|why| broken(file, &why))?;
        let name = entry.name().map_err(|why| broken(self.file.clone(), &why))?;
        Ok((stem(&name).to_owned(), entry.size()))
    }

    pub(super) fn directory(&mut self, read: impl FnMut(u64)) -> Result<Directory, ImportError> {
        let (at, file) = (self.table, self.file.clone());
        let entry = self.zip.by_index(at).map_err(|why| broken(file, &why))?;
        tables::directory(entry, &self.file, read)
    }

    /// The names of local authorities that it brings, if it does.
    pub(super) fn names(&mut self) -> Result<Names, ImportError> {
        let Some(at) = self.names else { return Ok(Names::new()) };
        let file = self.file.clone();
        let entry = self.zip.by_index(at).map_err(|why| broken(file, &why))?;
        tables::names(entry, &self.file)
    }
}

fn broken(file: String, why: &ZipError) -> ImportError {
    ImportError::Archive { file, why: why.to_string() }
}

/// The table of all postcodes, and none of those of a part of the country beside it.
fn is_directory(path: &str) -> bool {
    let path = path.to_lowercase();
    path.ends_with("_uk.csv") && path.contains("data/onspd_") && stem(&path).starts_with("onspd_")
}

fn is_names(path: &str) -> bool {
    let path = path.to_lowercase();
    let name = stem(&path);
    let authorities = ["la_ua", "lad", "local auth"].iter().any(|start| name.starts_with(start));
    path.ends_with(".csv") && authorities && name.contains("names")
}

/// The name of a file, without its folders and its kind.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// How many bytes the list of files has, as the archive's end says: all of it is read at once.
fn list_length(file: &mut File) -> io::Result<Option<u32>> {
    let size = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(size.saturating_sub(END)))?;
    let mut end = Vec::new();
    file.take(END).read_to_end(&mut end)?;
    file.rewind()?;
    let at = end.windows(4).rposition(|four| four == b"PK\x05\x06");
    let length = at.and_then(|at| end.get(at + 12..at + 16)).and_then(|it| it.try_into().ok());
    Ok(length.map(u32::from_le_bytes))
}

#[cfg(test)]
mod tests {
    use super::{is_directory, is_names, stem};

    #[test]
    fn the_tables_are_found_among_the_files_of_an_archive() {
        for path in [
            "Data/ONSPD_MAY_2025_UK.csv",
            "ONSPD_MAY_2025/Data/ONSPD_MAY_2025_UK.csv",
            "data/onspd_aug_2023_uk.csv",
        ] {
            assert!(is_directory(path), "{path}");
        }
        for path in [
            "Data/multi_csv/ONSPD_MAY_2025_UK_BS.csv",
            "Data/ONSPD_MAY_2025_UK.txt",
            "Documents/ONSPD_UK.csv",
            "Data/../../../etc/x_UK.csv",
        ] {
            assert!(!is_directory(path), "{path}");
        }
        assert!(is_names("Documents/LA_UA names and codes UK as at 04_25.csv"));
        assert!(is_names("Documents/LAD names and codes UK as at 05_25.csv"));
        assert!(!is_names("Documents/Ward names and codes UK as at 05_25.csv"));
        assert_eq!(stem("Data/ONSPD_MAY_2025_UK.csv"), "ONSPD_MAY_2025_UK");
    }
}
