//! How long a directory of the real size takes, and how much memory:
//! `tools/with-postgres --durable cargo test --release -p server --test http -- --ignored --nocapture
//! a_directory_of_the_real_size`.

use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;

use crate::support::command;

/// As many postcodes as the directory has with those that are terminated.
const POSTCODES: usize = 2_700_000;

/// The letters that can stand in both places at its start.
const AREA: &[u8] = b"ABDEFGHLNPRSTUWY";
/// The letters that it can end with.
const UNIT: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";

/// Writes a table of the real size in the real width, some 1.3 GB, into an archive.
fn write(path: &Path) {
    let mut zip = zip::ZipWriter::new(BufWriter::new(std::fs::File::create(path).unwrap()));
    zip.start_file("Data/ONSPD_MAY_2025_UK.csv", SimpleFileOptions::default()).unwrap();
    writeln!(zip, "pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd{}", ",x".repeat(38))
        .unwrap();
    let mut lines = String::new();
    for number in 0..POSTCODES {
        let unit = number % 240;
        let (sector, district) = (number / 240 % 10, number / 2400);
        let letter = |of: &[u8], at: usize| char::from(of[at % of.len()]);
        let outward = format!(
            "{}{}{}",
            letter(AREA, district / 900),
            letter(AREA, district / 90),
            district % 90 + 10
        );
        let inward = format!("{sector}{}{}", letter(UNIT, unit / UNIT.len()), letter(UNIT, unit));
        let authority = 6_000_001 + number / 7500;
        let rest = format!(",E{:08}", number % 99_999).repeat(38);
        writeln!(
            lines,
            "{outward}{inward},{outward}{inward},{outward} {inward},198001,,E99999999,E99999999,E{authority:08}{rest}"
        )
        .unwrap();
        if lines.len() > 1_000_000 {
            zip.write_all(lines.as_bytes()).unwrap();
            lines.clear();
        }
    }
    zip.write_all(lines.as_bytes()).unwrap();
    zip.finish().unwrap();
}

/// The most memory that a process has had, in MB, as the system knows it.
fn most_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok().map(|kilobytes| kilobytes / 1000)
}

#[test]
#[ignore = "measures: it takes minutes, and the figures are for reading"]
fn a_directory_of_the_real_size() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("onspd.zip");
    write(&path);
    let sqlite = format!("sqlite:{}", folder.path().join("register.db").display());
    for database in std::iter::once(sqlite).chain(std::env::var("TEST_POSTGRES_URL").ok()) {
        for run in ["first", "again"] {
            let started = Instant::now();
            let mut import = command(&folder)
                .env("DATABASE_URL", &database)
                .arg("import-postcodes")
                .arg(&path)
                .spawn()
                .unwrap();
            let mut memory = 0;
            let ended = loop {
                memory = most_memory(import.id()).unwrap_or(0).max(memory);
                if let Some(ended) = import.try_wait().unwrap() {
                    break ended;
                }
                std::thread::sleep(Duration::from_millis(20));
            };
            let kind = database.split(':').next().unwrap();
            let seconds = started.elapsed().as_secs_f64();
            writeln!(std::io::stdout(), "{kind}, {run}: {seconds:.1} s, {memory} MB").unwrap();
            assert!(ended.success());
        }
    }
}
