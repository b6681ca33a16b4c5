//! Taking the list of members along as a table, over HTTP.

use crate::support::{Server, Visitor};

const SHEET: &str = "/committee/bristol/members.csv";

fn scene() -> (Server, Visitor) {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    server.join("@Bea \"B\" Quist", "bea@example.org", "bs3 1aa");
    server.join("Cyd Somer", "cyd@example.org", "bs20 6aa");
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    (server, chair)
}

#[test]
fn an_export_has_exactly_what_the_filter_shows() {
    let (_server, chair) = scene();
    let all = chair.get(SHEET);
    assert_eq!(all.status, 200);
    assert_eq!(all.headers["cache-control"], "no-store");
    assert!(all.headers["content-disposition"].to_str().unwrap().starts_with("attachment;"));
    assert!(all.text.starts_with("\u{feff}Number,Name,E-mail address,"), "{}", all.text);
    assert_eq!(all.text.lines().count(), 3);
    assert!(all.text.contains("Ada Okafor,ada@example.org,,BS5 6XX,BS5,Full member,"));
    assert!(!all.text.contains("Cyd Somer"));
    let some = chair.get(&format!("{SHEET}?district=bs5")).text;
    assert_eq!(some.lines().count(), 2);
    let none = chair.get(&format!("{SHEET}?class=associate")).text;
    assert_eq!(none.lines().count(), 1);
}

#[test]
fn an_export_of_a_search_has_what_was_found() {
    let (_server, chair) = scene();
    let page = chair.post("/committee/bristol/members", &[("text", "okafor")]).text;
    assert!(page.contains("action=\"/committee/bristol/members.csv\""), "{page}");
    let found = chair.post(SHEET, &[("text", "okafor")]).text;
    assert!(found.contains("Ada Okafor") && found.lines().count() == 2, "{found}");
}

#[test]
fn a_name_that_is_a_formula_is_text_in_a_spreadsheet() {
    let (_server, chair) = scene();
    let all = chair.get(SHEET).text;
    assert!(all.contains(",\"'@Bea \"\"B\"\" Quist\","), "{all}");
}

#[test]
fn an_export_of_a_day_that_is_none_says_so() {
    let (_server, chair) = scene();
    let refused = chair.get(&format!("{SHEET}?from=soon"));
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("href=\"#from\""));
}
