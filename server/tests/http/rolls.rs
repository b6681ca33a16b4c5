//! The roll for a day, and freezing it, over HTTP.

use crate::support::{Server, Visitor, between};

const ROLL: &str = "/committee/bristol/roll";

fn scene() -> (Server, Visitor, Visitor) {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    server.join("=Bea+Quist", "bea@example.org", "bs3 1aa");
    server.join("Cyd Somer", "cyd@example.org", "bs20 6aa");
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    (server, admin, chair)
}

#[test]
fn the_roll_counts_and_names_who_may_do_what() {
    let (_server, _, chair) = scene();
    let page = chair.get(ROLL);
    assert_eq!(page.status, 200);
    assert!(page.text.contains("<dt>Vote at meetings</dt><dd>2</dd>"), "{}", page.text);
    assert!(page.text.contains("Ada Okafor") && !page.text.contains("Cyd Somer"));
    let before = chair.get(&format!("{ROLL}?day=2020-01-01")).text;
    assert!(before.contains("Nobody is a member of this branch on that day."), "{before}");
    assert!(before.contains("<h2>1 January 2020</h2>"));
}

#[test]
fn a_day_that_is_none_is_named() {
    let (_server, _, chair) = scene();
    for day in ["soon", "2026-02-30", "%2B262142-01-01", "2026-13-01", "0000-00-00"] {
        let page = chair.get(&format!("{ROLL}?day={day}"));
        assert_eq!(page.status, 422, "{day}");
        assert!(page.text.contains("href=\"#day\""), "{}", page.text);
        assert_eq!(chair.get(&format!("{ROLL}.csv?day={day}")).status, 422, "{day}");
        assert_eq!(chair.post(ROLL, &[("day", day)]).status, 400, "{day}");
    }
}

#[test]
fn a_frozen_roll_stays_and_says_that_it_holds() {
    let (server, admin, chair) = scene();
    let page = chair.get(ROLL).text;
    let day = between(&page, "type=\"hidden\" name=\"day\" value=\"", "\"").to_owned();
    let frozen = chair.post(ROLL, &[("day", &day)]);
    let said = frozen.location.unwrap();
    assert_eq!(frozen.status, 303);
    assert!(said.starts_with("/committee/bristol/roll/") && said.ends_with("?done=frozen"));
    let path = said.trim_end_matches("?done=frozen");
    let first = chair.get(path).text;
    assert!(first.contains("This roll is as it was frozen.") && first.contains("Ada Okafor"));
    let hash = between(&first, "class=\"hash\">", "<").to_owned();
    assert_eq!(hash.len(), 64);
    server.join("Dot Later", "dot@example.org", "bs5 6xx");
    let second = chair.get(path).text;
    assert!(second.contains(&hash) && !second.contains("Dot Later"), "{second}");
    assert!(chair.get(ROLL).text.contains("Dot Later"));
    assert!(chair.get(ROLL).text.contains(&format!("href=\"{path}\"")));
    let elsewhere = server.committee(&admin, "north-somerset", "chair", "ns@example.org");
    let theirs = path.replace("/bristol/", "/north-somerset/");
    for path in [path, theirs.as_str()] {
        assert_eq!(elsewhere.get(path).status, 404, "{path}");
    }
    for id in ["0", "99999", "-1", "x", "99999999999999999999"] {
        assert_eq!(chair.get(&format!("{ROLL}/{id}")).status, 404, "{id}");
    }
}

#[test]
fn the_roll_opens_in_a_spreadsheet_and_runs_nothing_there() {
    let (_server, _, chair) = scene();
    let sheet = chair.get(&format!("{ROLL}.csv"));
    assert_eq!(sheet.status, 200);
    assert_eq!(sheet.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(sheet.headers["cache-control"], "no-store");
    let named = sheet.headers["content-disposition"].to_str().unwrap();
    assert!(named.starts_with("attachment; filename=\"bristol-roll-20"), "{named}");
    let mut lines = sheet.text.lines();
    assert_eq!(lines.next(), Some("\u{feff}Name,Number,Membership,Speak,Vote,Stand"));
    let rest: Vec<_> = lines.collect();
    assert_eq!(rest.len(), 2);
    assert!(rest.iter().any(|line| line.starts_with("'=Bea+Quist,")), "{rest:?}");
}
