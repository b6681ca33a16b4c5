//! The list of members, over HTTP.

use crate::support::{Server, Visitor, between};

const LIST: &str = "/committee/bristol/members";

/// A server with three members, two of them in Bristol, and Bristol's chair.
fn scene() -> (Server, Visitor) {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    server.join("Bea Quist", "bea@example.org", "bs3 1aa");
    server.join("Cyd Somer", "cyd@example.org", "bs20 6aa");
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    (server, chair)
}

#[test]
fn the_list_shows_the_members_of_the_branch_and_no_other() {
    let (_server, chair) = scene();
    let page = chair.get(LIST);
    assert_eq!(page.status, 200);
    assert!(page.text.contains("2 people: members now."), "{}", page.text);
    assert!(page.text.contains("Ada Okafor") && page.text.contains("BS3"));
    assert!(!page.text.contains("Cyd Somer"));
    // A column that is not shown until it is chosen.
    assert!(!page.text.contains("ada@example.org"));
    let page = chair.get(&format!("{LIST}?column=name&column=email")).text;
    assert!(page.contains("ada@example.org") && !page.contains("<td role=\"cell\">BS3"));
}

#[test]
fn the_filter_stands_in_the_address_and_is_said() {
    let (_server, chair) = scene();
    let page = chair.get(&format!("{LIST}?class=full&district=bs5&from=2020-01-01")).text;
    assert!(
        page.contains("1 full member: members now, joined on 1 January 2020 or later, in BS5.")
    );
    assert!(page.contains("Ada Okafor") && !page.contains("Bea Quist"), "{page}");
    let page = chair.get(&format!("{LIST}?class=associate")).text;
    assert!(page.contains("Nobody matches") && page.contains("Show all members"), "{page}");
}

#[test]
fn what_is_searched_for_is_in_no_address() {
    let (_server, chair) = scene();
    let page = chair.post(&format!("{LIST}?class=full"), &[("text", "okaf")]);
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Ada Okafor") && !page.text.contains("Bea Quist"));
    assert!(page.text.contains("found by “okaf”"), "{}", page.text);
    for part in page.text.split(['"', '\'']).filter(|part| part.starts_with('/')) {
        assert!(!part.contains("okaf"), "{part}");
    }
    assert!(page.text.contains("action=\"/committee/bristol/members?class=full\""));
    for found in ["ada@ex", "OKAFOR ada"] {
        assert!(chair.post(LIST, &[("text", found)]).text.contains("Ada Okafor"), "{found}");
    }
    // A filter that is chosen while a search stands keeps it.
    let both = [("text", "ada"), ("class", "full"), ("column", "name")];
    let filtered = chair.post(LIST, &both);
    assert!(filtered.text.contains("1 full member: members now, found by “ada”."));
    assert!(
        filtered.text.contains("action=\"/committee/bristol/members?class=full&amp;column=name\"")
    );
    assert_eq!(chair.post(LIST, &[("class", "full")]).status, 400);
    let cleared = chair.post(&format!("{LIST}?class=full"), &[("text", "  ")]);
    assert_eq!(cleared.location.as_deref(), Some("/committee/bristol/members?class=full"));
}

#[test]
fn a_long_list_is_read_page_by_page_and_a_search_keeps_to_itself_on_the_way() {
    let (server, chair) = scene();
    for number in 0..60 {
        let (name, email) = (format!("Dot Number{number:02}"), format!("dot{number}@example.org"));
        server.join(&name, &email, "bs5 6xx");
    }
    let first = chair.get(LIST).text;
    assert!(first.contains("62 people") && first.contains("Dot Number00"));
    assert!(!first.contains("Dot Number59") && !first.contains("The 50 before"));
    let to_next = |page: &str| {
        let from = &page[..page.find("The next 50").unwrap()];
        let link = from.rsplit("=\"/committee").next().unwrap().split('"').next().unwrap();
        format!("/committee{}", link.replace("&amp;", "&"))
    };
    let second = chair.get(&to_next(&first)).text;
    assert!(second.contains("Dot Number59") && second.contains("The 50 before"), "{second}");
    assert!(!second.contains("Dot Number00"));
    let found = chair.post(LIST, &[("text", "dot")]).text;
    assert!(found.contains("60 people"));
    let second = chair.post(&to_next(&found), &[("text", "dot")]).text;
    assert!(second.contains("Dot Number59") && !second.contains("Ada Okafor"), "{second}");
    assert_eq!(between(&second, "name=\"text\" type=\"search\"", ">").matches("dot").count(), 1);
}

#[test]
fn a_day_that_is_none_is_named_beside_its_field() {
    let (_server, chair) = scene();
    let page = chair.get(&format!("{LIST}?from=yesterday&until=2026-02-30"));
    assert_eq!(page.status, 422);
    assert!(page.text.contains("<title>Error: ") && page.text.contains("href=\"#from\""));
    assert!(page.text.contains("href=\"#until\"") && !page.text.contains("Ada Okafor"));
    assert_eq!(chair.get(&format!("{LIST}?from=2026-02-02&until=2026-02-01")).status, 422);
}

#[test]
fn a_filter_that_was_edited_by_hand_says_so_or_shows_what_it_can() {
    let (_server, chair) = scene();
    for (query, status) in [
        ("at=nonsense", 422),
        ("at=99999999999999999999", 422),
        ("at=-1", 422),
        ("class=king", 422),
        ("status=x&placed=y&order=z&column=secret", 422),
        ("under-18=perhaps", 422),
        ("district=%00%FF%27--", 422),
        ("at=a999999", 200),
        ("column=secret", 200),
        ("%FF%FE&&&==&class", 200),
    ] {
        let page = chair.get(&format!("{LIST}?{query}"));
        assert_eq!(page.status, status, "{query}");
        let named = page.text.contains("asks for something that cannot be chosen here");
        assert_eq!(named, status == 422, "{query}");
    }
    // Nor is anybody given out by a choice that is none.
    for query in ["class=king", "under-18=true", "district=--"] {
        let csv = chair.post(&format!("{LIST}.csv?{query}"), &[("text", "")]);
        assert_ne!(csv.status, 200, "{query}");
    }
    let text = format!("\u{0}{}%' OR 1=1 --", "a".repeat(5000));
    assert_eq!(chair.post(LIST, &[("text", &text)]).status, 200);
    assert_eq!(chair.post(LIST, &[("text", "<b>\"'")]).status, 200);
    assert!(!chair.post(LIST, &[("text", "<b>\"'")]).text.contains("<b>"));
    assert_eq!(chair.post(LIST, &[("other", "x")]).status, 400);
}

#[test]
fn another_branchs_list_is_not_there() {
    let (_server, chair) = scene();
    for branch in ["north-somerset", "nowhere", "br%00istol", "bristol'"] {
        assert_eq!(chair.get(&format!("/committee/{branch}/members")).status, 404, "{branch}");
    }
}
