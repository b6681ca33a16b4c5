//! A branch of more than a thousand, over HTTP: how its numbers are written, and its long roll.

use std::fmt::Write;
use std::time::Duration;

use crate::support::{Server, Visitor, between};

/// So many members the branch has.
const MANY: usize = 1_200;

/// Bristol with so many members, who came with a list, and its chair.
fn scene() -> (Server, Visitor) {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let mut list = "Name,E-mail,Membership,Joined\n".to_owned();
    for number in 0..MANY {
        writeln!(list, "Dot Number{number:04},dot{number}@example.org,full,2021-03-14").unwrap();
    }
    let page = chair.upload("/committee/bristol/import", list.as_bytes()).location.unwrap();
    let look = chair.get(&page).text;
    assert!(look.contains("Import 1,200 people"), "{look}");
    assert!(look.contains("The first 100 of 1,200, by the line in the file"));
    let mark = between(&look, "name=\"mark\" value=\"", "\"");
    assert_eq!(chair.post(&page, &[("mark", mark), ("declared", "yes")]).status, 303);
    for _ in 0..600 {
        if chair.get(&page).text.contains("1,200 people of the list are on the register now.") {
            return (server, chair);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("the list was not imported: {}", chair.get(&page).text);
}

#[test]
fn the_numbers_of_a_large_branch_are_written_with_a_comma() {
    let (_server, chair) = scene();
    let board = chair.get("/committee/bristol").text;
    let members = between(&board, "<section id=\"members\"", "</section>");
    assert!(members.contains("<strong>1,200</strong>"), "{members}");
    assert!(members.contains("has 1,200 members and 0 groups."), "{members}");
    let list = chair.get("/committee/bristol/members").text;
    assert!(list.contains("1,200 people: members now."), "{list}");
    let roll = chair.get("/committee/bristol/roll").text;
    assert!(roll.contains("<dt>Vote at meetings</dt><dd>1,200</dd>"));
}

#[test]
fn a_long_roll_says_that_it_is_cut_and_leads_to_all_of_it() {
    let (_server, chair) = scene();
    let rows = |page: &str| page.matches("scope=\"row\"").count();
    let says = "This page shows the first 1,000 of 1,200 people on the roll.";
    let begins = chair.get("/committee/bristol/roll?day=2026-01-01").text;
    assert!(begins.contains(says) && begins.contains("Dot Number0999"), "{begins}");
    assert!(!begins.contains("Dot Number1000"));
    let to_all = "/committee/bristol/roll?day=2026-01-01&all";
    assert!(begins.contains(&format!("href=\"{}\"", to_all.replace('&', "&amp;"))), "{begins}");
    let all = chair.get(to_all).text;
    assert!(all.contains("Dot Number1199") && !all.contains("This page shows the first"));
    assert_eq!(rows(&all), rows(&begins) + 200);
    let sheet = chair.get("/committee/bristol/roll.csv?day=2026-01-01").text;
    assert_eq!(sheet.lines().count(), MANY + 1);

    let frozen = chair.post("/committee/bristol/roll", &[("day", "2026-01-01")]).location.unwrap();
    let frozen = frozen.split('?').next().unwrap().to_owned();
    let begins = chair.get(&frozen).text;
    assert!(begins.contains(says) && begins.contains(&format!("href=\"{frozen}?all\"")));
    assert!(chair.get(&format!("{frozen}?all")).text.contains("Dot Number1199"));
    assert_eq!(chair.get("/committee/bristol/roll?day=2026-02-30&all").status, 422);
}
