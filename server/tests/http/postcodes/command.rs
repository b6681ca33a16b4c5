//! `server import-postcodes`.

use std::io::Write;
use std::process::{Command, Stdio};

use super::support::{NAMES, POSTCODES, archive, published, table};
use crate::support::{Server, command, texts};

/// Which edition is in use, and how many sectors are stored of all editions.
async fn in_use(server: &Server) -> (Vec<String>, String) {
    let raw = server.raw().await;
    let edition = "SELECT name FROM postcode_editions WHERE state = 'current'";
    let sectors = "SELECT cast(count(*) AS text) FROM postcode_sectors";
    (texts(&raw, edition).await, texts(&raw, sectors).await.remove(0))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_published_archive_is_loaded_with_its_names() {
    let server = Server::start();
    let path = server.put("onspd.zip", &published(POSTCODES));
    let ran = server.import(&[&path]);
    assert!(ran.succeeded, "{ran:?}");
    let expected = "ONSPD_MAY_2025_UK is in use: 9 postcodes in 4 local authorities.\n";
    assert_eq!(ran.says, expected);
    assert!(ran.refuses.contains("Reading 100 %") && ran.refuses.contains("Writing 100 %"));
    assert_eq!(in_use(&server).await, (vec!["ONSPD_MAY_2025_UK".to_owned()], "8".to_owned()));
    let names =
        texts(&server.raw().await, "SELECT name FROM local_authorities ORDER BY code").await;
    let expected =
        ["Bath and North East Somerset", "Bristol, City of", "Leeds", "City of Edinburgh"];
    assert_eq!(names, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_of_another_year_is_loaded_with_names_of_its_own_or_with_codes() {
    let server = Server::start();
    let older = table(POSTCODES).replace("lad25cd", "oslaua").replace("pcds", "x");
    let older = server.put("ONSPD_NOV_2022_UK.csv", older.as_bytes());
    let ran = server.import(&[&older]);
    assert!(ran.succeeded && ran.says.contains("4 local authorities have no name"), "{ran:?}");
    let names = server.put("names.csv", NAMES.as_bytes());
    let ran = server.import(&[&older, "--names".as_ref(), &names]);
    assert!(ran.succeeded && !ran.says.contains("no name"), "{ran:?}");
    assert_eq!(in_use(&server).await, (vec!["ONSPD_NOV_2022_UK".to_owned()], "8".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_directory_is_refused_with_what_was_found_and_what_is_expected() {
    let server = Server::start().with_directory();
    let before = server.dump().await;
    let good = table(POSTCODES);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(good.bytes().flat_map(|b| [b, 0])).collect();
    let mut cut = published(POSTCODES);
    cut.truncate(cut.len() / 2);
    let mut broken = published(POSTCODES);
    let at = broken.windows(4).position(|four| four == b"_UK.").unwrap() + 20;
    broken[at] ^= 0xff;
    let mut long_list = published(POSTCODES);
    let end = long_list.len() - 10;
    long_list[end..end + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    let wrong_lines = good.replace("E0600", "hello");
    let cases: &[(&str, &[u8], &[&str])] = &[
        ("empty.csv", b"", &["is empty"]),
        ("wide.csv", &wide, &["UTF-16", "UTF-8"]),
        ("latin.csv", b"pcds,M\xf4n,lad25cd\n", &["encoding", "UTF-8"]),
        ("other.csv", b"name,email\nAda,ada@example.org\n", &["pcds", "name, email"]),
        ("no-authority.csv", b"pcds,lat\nBS5 6XX,51\n", &["lad25cd", "pcds, lat"]),
        ("only-head.csv", b"pcds,lad25cd\n", &["no postcodes"]),
        ("wrong-lines.csv", wrong_lines.as_bytes(), &["6 of 9 lines", "line 2", "E06000023"]),
        ("cut.zip", &cut, &["ZIP", "not complete"]),
        ("broken.zip", &broken, &["broken.zip"]),
        ("long-list.zip", &long_list, &["list of files is too long"]),
        ("other.zip", &archive(&[("a/b.txt", b"x")]), &["Data/ONSPD_MAY_2025_UK.csv", "a/b.txt"]),
        ("just-pk.csv", b"PK, is no archive", &["ZIP"]),
    ];
    for (name, bytes, expected) in cases {
        let ran = server.import(&[&server.put(name, bytes)]);
        assert!(!ran.succeeded && ran.says.is_empty(), "{name}: {ran:?}");
        assert!(!ran.refuses.contains("panicked"), "{name}: {}", ran.refuses);
        for text in *expected {
            assert!(ran.refuses.contains(text), "{name} does not say {text}: {}", ran.refuses);
        }
    }
    let missing = server.import(&["/nowhere/at-all.csv".as_ref()]);
    assert!(!missing.succeeded && missing.refuses.contains("/nowhere/at-all.csv"), "{missing:?}");
    let good = server.put("good.csv", good.as_bytes());
    let names = server.put("names.csv", b"code,name\n");
    let ran = server.import(&[&good, "--names".as_ref(), &names]);
    assert!(!ran.succeeded && ran.refuses.contains("LAD25CD"), "{ran:?}");
    assert_eq!(server.dump().await, before, "the directory in use is as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bomb_and_a_line_without_an_end_are_given_up_soon() {
    let server = Server::start();
    let head = b"pcds,lad25cd\n";
    // 100 MB of one line, 100 kB in the archive.
    let line = [&head[..], &vec![b'a'; 100_000_000][..]].concat();
    let bomb = server.put("bomb.zip", &archive(&[("Data/ONSPD_MAY_2025_UK.csv", &line)]));
    drop(line);
    assert!(std::fs::metadata(&bomb).unwrap().len() < 1_000_000);
    let ran = server.import(&[&bomb]);
    assert!(!ran.succeeded && ran.refuses.contains("Line 2"), "{ran:?}");

    // A line of 2 GB that costs no disk: it is a hole in the file.
    let endless = server.put("endless.csv", head);
    let file = std::fs::OpenOptions::new().write(true).open(&endless).unwrap();
    file.set_len(2_000_000_000).unwrap();
    let ran = server.import(&[&endless]);
    assert!(!ran.succeeded && ran.refuses.contains("Line 2"), "{ran:?}");
    let (edition, sectors) = in_use(&server).await;
    assert!(edition.is_empty() && sectors == "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_killed_leaves_the_directory_in_use_and_people_join_meanwhile() {
    let server = Server::start().with_directory();
    // A pipe gives the command as much as the test likes.
    let pipe = server.folder.path().join("ONSPD_AUG_2025_UK.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut import = command(&server.folder)
        .arg("import-postcodes")
        .arg(&pipe)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut feed = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    feed.write_all(table(&[("ZE1 0AA", "S12000027"); 2000]).as_bytes()).unwrap();
    server.join("Ada Okafor", "ada@example.org", "BS5 6XX");
    import.kill().unwrap();
    import.wait().unwrap();
    drop(feed);
    std::fs::remove_file(&pipe).unwrap();
    assert_eq!(in_use(&server).await.0, ["ONSPD_MAY_2025_UK"]);

    // The next edition is loaded, and the server knows it at once.
    let next = server.put("ONSPD_AUG_2025_UK.csv", table(&[("ZE1 0AA", "S12000027")]).as_bytes());
    assert!(server.import(&[&next]).succeeded);
    assert_eq!(in_use(&server).await, (vec!["ONSPD_AUG_2025_UK".to_owned()], "1".to_owned()));
    let found = server.visitor().post("/api/find-postcode", &[("postcode", "ze10aa")]);
    assert_eq!(found.text, "ZE1 0AA=S12000027");
}
