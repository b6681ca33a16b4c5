//! Members who are on the register twice, over HTTP.

use crate::support::{Server, Visitor, between};

/// The first state of both.
const SEEN: [(&str, &str); 2] = [("keep", "1"), ("other", "1")];
const DOUBLES: &str = "/committee/bristol/doubles";

/// Ada, who joined twice; the numbers of the two memberships.
fn scene() -> (Server, Visitor, [String; 2]) {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    server.join("Ada Okafor", "ada.okafor@example.net", "bs5 6xx");
    server.join("Bea Quist", "bea@example.org", "bs5 6xx");
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let page = chair.get(DOUBLES).text;
    let link = between(&page, &format!("href=\"{DOUBLES}/"), "\"");
    let (first, second) = link.split_once('/').unwrap();
    let numbers = [first.to_owned(), second.to_owned()];
    (server, chair, numbers)
}

#[test]
fn likely_doubles_stand_side_by_side() {
    let (_server, chair, [first, second]) = scene();
    let page = chair.get(DOUBLES).text;
    assert!(page.contains("Same name and postcode") && page.contains("ada.okafor@example.net"));
    assert!(!page.contains("Bea Quist"), "{page}");
    for link in [format!("{DOUBLES}/{first}/{second}"), format!("{DOUBLES}/{second}/{first}")] {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link}: {page}");
    }
}

#[test]
fn two_become_one_only_after_a_look_at_what_that_means() {
    let (_server, chair, [first, second]) = scene();
    let link = format!("{DOUBLES}/{second}/{first}");
    let question = chair.get(&link);
    assert_eq!(question.status, 200);
    assert!(question.text.contains(&format!("Membership {second} goes on")), "{}", question.text);
    assert!(question.text.contains("This cannot be taken back."));
    assert!(chair.get(DOUBLES).text.contains("ada@example.org"));
    let merged = chair.post(&link, &SEEN);
    let said = format!("/committee/bristol/members/{second}?done=merged");
    assert_eq!((merged.status, merged.location.as_deref()), (303, Some(said.as_str())));
    let page = chair.get(&said).text;
    assert!(page.contains("The two are one member now."), "{page}");
    assert!(chair.get(DOUBLES).text.contains("Nobody in this branch looks like"));
    assert_eq!(chair.get(&link).status, 404);
    // From another tab, where it was not done yet.
    assert!(matches!(chair.post(&link, &SEEN).status, 404 | 409));
    let list = chair.get("/committee/bristol/members").text;
    assert!(list.contains("2 people"), "{list}");
    let ended = chair.get("/committee/bristol/members?status=ended").text;
    assert!(ended.contains("1 person: whose membership has ended."), "{ended}");
    assert!(ended.contains("who were on the register twice and were made one"), "{ended}");
    assert!(ended.contains(&format!("/committee/bristol/members/{first}\"")), "{ended}");
}

#[test]
fn two_of_whom_one_was_changed_since_the_look_are_shown_again() {
    let (_server, chair, [first, second]) = scene();
    let details = format!("/committee/bristol/members/{second}/details");
    let corrected = [
        ("version", "1"),
        ("name", "Ada Okafor"),
        ("email", "ada@example.com"),
        ("phone", ""),
        ("postcode", "BS5 6XX"),
    ];
    assert_eq!(chair.post(&details, &corrected).status, 303);
    let link = format!("{DOUBLES}/{first}/{second}");
    let shown = chair.post(&link, &SEEN);
    assert_eq!(shown.status, 409);
    assert!(shown.text.contains("changed meanwhile"), "{}", shown.text);
    assert!(chair.get("/committee/bristol/members").text.contains("3 people"));
    assert_eq!(chair.post(&link, &[]).status, 400);
    assert!(chair.get(&link).text.contains("name=\"other\" value=\"2\""));
}

#[test]
fn only_a_pair_of_the_branch_can_be_merged() {
    let (server, chair, [first, _]) = scene();
    server.join("Cyd Somer", "cyd@example.org", "bs20 6aa");
    for other in ["nobody", "0", "M0000000", first.as_str()] {
        let link = format!("{DOUBLES}/{first}/{other}");
        assert_eq!(chair.get(&link).status, 404, "{other}");
        assert!(matches!(chair.post(&link, &SEEN).status, 404 | 409), "{other}");
    }
    assert!(chair.get("/committee/bristol/members").text.contains("3 people"));
}
