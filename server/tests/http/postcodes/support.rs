//! A made-up directory in the layout of the published one.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Output;

use zip::write::SimpleFileOptions;

use crate::support::{Server, command};

/// The columns of the published table, as far as they matter and some that do not.
const COLUMNS: &str =
    "\"pcd7\",\"pcd8\",\"pcds\",\"dointr\",\"doterm\",\"cty25cd\",\"lad25cd\",\"wd25cd\"";

/// Postcodes and local authorities; the last is terminated, which counts for nothing.
pub(super) const POSTCODES: &[(&str, &str)] = &[
    ("BS5 6XX", "E06000023"),
    ("BS1 4AA", "E06000023"),
    ("BS7 8AA", "E06000023"),
    ("BA1 1AA", "E06000022"),
    ("BA2 4AA", "E06000022"),
    ("BA2 4AB", "E06000023"),
    ("JE2 3AB", "L99999999"),
    ("LS1 1AA", "E08000035"),
    ("EH1 1YZ", "S12000036"),
];

pub(super) const NAMES: &str = "\u{feff}LAD25CD,LAD25NM,LAD25NMW\r\n\
    E06000022,Bath and North East Somerset,\r\n\
    E06000023,\"Bristol, City of\",\r\n\
    E08000035,Leeds,\r\n\
    W06000001,Isle of Anglesey,Ynys M\u{f4}n\r\n\
    S12000036,City of Edinburgh,\r\n";

/// The table of some postcodes.
pub(super) fn table(postcodes: &[(&str, &str)]) -> String {
    let mut table = format!("{COLUMNS}\r\n");
    for (place, (postcode, code)) in postcodes.iter().enumerate() {
        let tight = postcode.replace(' ', "");
        let ended = if place + 1 == postcodes.len() { "199606" } else { "" };
        table.push_str(&format!(
            "\"{tight}\",\"{tight}\",\"{postcode}\",\"198001\",\"{ended}\",\"E99999999\",\"{code}\",\"x\"\r\n"
        ));
    }
    table
}

/// An archive of these files.
pub(super) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The published archive, small.
pub(super) fn published(postcodes: &[(&str, &str)]) -> Vec<u8> {
    let table = table(postcodes);
    archive(&[
        ("User Guide/ONSPD User Guide May 2025.pdf", b"%PDF"),
        ("Data/multi_csv/ONSPD_MAY_2025_UK_BS.csv", b"not,this,one"),
        ("Data/ONSPD_MAY_2025_UK.csv", table.as_bytes()),
        ("Documents/LA_UA names and codes UK as at 04_25.csv", NAMES.as_bytes()),
    ])
}

/// What a run of the command said.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) succeeded: bool,
    pub(super) says: String,
    pub(super) refuses: String,
}

impl Server {
    /// Puts a file into the server's folder.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs `server import-postcodes`, while the server goes on.
    pub(super) fn import(&self, arguments: &[&Path]) -> Ran {
        ran(&command(&self.folder).arg("import-postcodes").args(arguments).output().unwrap())
    }

    /// Loads the small directory.
    pub(super) fn with_directory(self) -> Self {
        let path = self.put("onspd.zip", &published(POSTCODES));
        let ran = self.import(&[&path]);
        assert!(ran.succeeded, "{ran:?}");
        self
    }
}

pub(super) fn ran(output: &Output) -> Ran {
    Ran {
        succeeded: output.status.success(),
        says: String::from_utf8(output.stdout.clone()).unwrap(),
        refuses: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}
