//! A demo: on this machine alone, with members, a mailbox and a way in.

use std::time::Duration;

use crate::support::{Answer, FULL_MEMBER, Server, Visitor};

const PAGES: [&str; 3] = ["/demo", "/demo/letters", "/demo/letters/1"];
const BUTTONS: [&str; 6] = [
    "/demo/administrator",
    "/demo/chair/bristol",
    "/demo/member",
    "/demo/representative",
    "/demo/contact",
    "/demo/guardian",
];

#[test]
fn a_demo_does_not_start_where_other_machines_could_reach_it() {
    for address in ["0.0.0.0:0", "[::]:0", "192.168.1.7:3000"] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = crate::support::command(&folder);
        command.arg("demo").env("LEPTOS_SITE_ADDR", address);
        let output = command.output().unwrap();
        let log = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{log}");
        assert!(log.contains("LEPTOS_SITE_ADDR") && log.contains("127.0.0.1:3000"), "{log}");
        assert!(!folder.path().join("demo").exists());
    }
}

#[test]
fn a_demo_leaves_a_folder_alone_that_it_did_not_make() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("demo/register.db");
    std::fs::create_dir(folder.path().join("demo")).unwrap();
    std::fs::write(&kept, "members").unwrap();
    let mut command = crate::support::command(&folder);
    let output = command.arg("demo").env("LEPTOS_SITE_ADDR", "127.0.0.1:0").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("DATA_FOLDER"));
    assert_eq!(std::fs::read(kept).unwrap(), b"members");
}

#[test]
fn a_site_that_is_no_demo_has_none_of_its_pages() {
    let server = Server::start();
    let visitor = server.visitor();
    for page in PAGES {
        assert_eq!(visitor.get(page).status, 404, "{page}");
    }
    for button in BUTTONS {
        let pressed = visitor.post(button, &[]);
        assert_eq!(pressed.status, 404, "{button}");
        assert!(!pressed.headers.contains_key("set-cookie"), "{button}");
    }
    assert!(!visitor.get("/").text.contains("/demo"));
}

#[test]
fn a_demo_keeps_nothing_outside_its_own_folder() {
    let server = Server::start_demo(3);
    assert!(server.folder.path().join("demo/register.db").exists());
    for of_the_site in [server.database(), server.folder.path().join("secret-key")] {
        assert!(!of_the_site.exists(), "{}", of_the_site.display());
    }
}

#[test]
fn every_page_of_a_demo_says_that_it_is_one() {
    let server = Server::start_demo(3);
    for page in ["/", "/branches", "/join/who", "/sign-in", "/demo", "/nothing"] {
        let text = server.visitor().get(page).text;
        assert!(text.contains("This is a demo") && text.contains("href=\"/demo\""), "{page}");
    }
}

#[test]
fn a_button_leads_to_a_dashboard_with_members() {
    let server = Server::start_demo(90);
    let chair = server.visitor();
    let pressed = chair.post("/demo/chair/bristol", &[]);
    assert_eq!(pressed.location.as_deref(), Some("/committee/bristol"), "{}", server.log());
    let dashboard = chair.get("/committee/bristol");
    assert_eq!(dashboard.status, 200);
    assert!(numbers(&dashboard).iter().any(|number| *number > 20), "{}", dashboard.text);
    // Two have joined twice, for a look at who may be the same person.
    let doubles = chair.get("/committee/bristol/doubles").text;
    assert_eq!(doubles.matches("Same name and postcode").count(), 2, "{doubles}");
    // The chair of one branch has no role in the other.
    assert_eq!(chair.get("/committee/north-somerset").status, 404);
    let administrator = server.visitor();
    let pressed = administrator.post("/demo/administrator", &[]);
    assert_eq!(pressed.location.as_deref(), Some("/committee"));
    for branch in ["/committee/bristol", "/committee/north-somerset"] {
        let dashboard = administrator.get(branch);
        assert_eq!(dashboard.status, 200, "{branch}");
        assert!(numbers(&dashboard).iter().any(|number| *number > 5), "{}", dashboard.text);
    }
}

#[test]
fn a_button_leads_to_a_members_own_place() {
    let server = Server::start_demo(3);
    let member = server.visitor();
    let pressed = member.post("/demo/member", &[]);
    assert_eq!(pressed.location.as_deref(), Some("/me"), "{}", server.log());
    let own = member.get("/me").text;
    assert!(own.contains("Sam Meadows") && own.contains("Full member"), "{own}");
    assert_eq!(member.get("/committee").location.as_deref(), Some("/me"));
}

#[test]
fn a_button_leads_to_the_group_of_a_representative_who_was_asked_for_evidence() {
    let server = Server::start_demo(3);
    let representative = server.visitor();
    let pressed = representative.post("/demo/representative", &[]);
    assert_eq!(pressed.location.as_deref(), Some("/me"), "{}", server.log());
    let own = representative.get("/me").text;
    assert!(own.contains("Easton Tea and Talk"), "{own}");
    assert!(own.contains("We asked Kim Banks how Easton Tea and Talk chose them."), "{own}");
    // Who joined the group is somebody else.
    assert!(!own.contains("Jo Rivers"), "{own}");
    let link = soon("the letter about evidence", || {
        letter(&representative, "representative.", "a question for you")
            .and_then(|letter| link_in(&letter, "/evidence/"))
    });
    assert!(representative.get(&link).text.contains("Easton Tea and Talk"));
}

#[test]
fn a_button_leads_to_the_group_of_a_contact() {
    let server = Server::start_demo(3);
    let contact = server.visitor();
    let pressed = contact.post("/demo/contact", &[]);
    assert_eq!(pressed.location.as_deref(), Some("/me"), "{}", server.log());
    let own = contact.get("/me").text;
    assert!(own.contains("Easton Tea and Talk") && own.contains("Jo Rivers"), "{own}");
}

#[test]
fn a_button_leads_to_the_page_behind_a_guardians_letter() {
    let server = Server::start_demo(3);
    let guardian = server.visitor();
    let pressed = guardian.post("/demo/guardian", &[]);
    let page = pressed.location.unwrap_or_else(|| panic!("{}", server.log()));
    assert!(
        page.starts_with("/guardian/") && pressed.headers.get("set-cookie").is_none(),
        "{page}"
    );
    let asked = guardian.get(&page).text;
    assert!(asked.contains("Alex Meadows") && asked.contains("Robin Meadows"), "{asked}");
    assert!(letter(&guardian, "guardian.", "").unwrap().contains(&page));
}

#[test]
fn buttons_sign_in_however_often_they_are_pressed() {
    let server = Server::start_demo(3);
    for _ in 0..8 {
        assert_eq!(server.visitor().post("/demo/chair/bristol", &[]).status, 303);
    }
    assert_eq!(server.visitor().post("/demo/chair/nowhere", &[]).status, 404);
    assert_eq!(server.visitor().post("/demo/chair/bristol", &[("office", "x")]).status, 400);
}

#[test]
fn the_mailbox_shows_letters_whose_links_work() {
    let server = Server::start_demo(3);
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    assert_eq!(visitor.post("/join/check", &[]).status, 303);
    assert_eq!(visitor.post("/sign-in", &[("email", "ada@example.org")]).status, 303);
    let link = soon("a letter to sign in", || link_to_sign_in(&visitor));
    assert!(visitor.get(&link).text.contains("ada@example.org"));
    assert_eq!(visitor.post(&link, &[]).location.as_deref(), Some("/committee"));
    assert_eq!(visitor.get("/demo/letters/999999").status, 404);
    assert_eq!(visitor.get("/demo/letters/x").status, 404);
}

#[test]
fn somebody_joins_while_a_demo_runs() {
    let server = Server::start_demo(3);
    let visitor = server.visitor();
    // The letters of those who joined before it are not kept.
    soon("a letter to somebody who joined", || {
        visitor.get("/demo/letters").text.contains("href=\"/demo/letters/").then_some(())
    });
}

#[test]
fn a_request_by_another_name_finds_no_demo() {
    let server = Server::start_demo(3);
    let visitor = server.visitor();
    for host in ["demo.example", "127.0.0.1.demo.example:3000"] {
        for page in PAGES {
            let url = format!("{}{page}", server.url);
            let answer = visitor.agent.get(url).header("host", host).call().unwrap();
            assert_eq!(answer.status(), 404, "{host}{page}");
        }
        for button in BUTTONS {
            let url = format!("{}{button}", server.url);
            let answer = visitor.agent.post(url).header("host", host).send_empty().unwrap();
            assert_eq!(answer.status(), 404, "{host}{button}");
            assert!(!answer.headers().contains_key("set-cookie"), "{host}{button}");
        }
    }
    assert_eq!(visitor.get("/demo").status, 200);
}

/// The large numbers of a dashboard.
fn numbers(dashboard: &Answer) -> Vec<u32> {
    let strong = dashboard.text.split("<strong>").skip(1);
    strong.filter_map(|text| text.split('<').next()?.trim().parse().ok()).collect()
}

/// The link of the newest letter to sign in, as the mailbox shows it.
fn link_to_sign_in(visitor: &Visitor) -> Option<String> {
    link_in(&letter(visitor, "ada@", "sign in")?, "/sign-in/link/")
}

/// The newest letter that the mailbox lists with both.
fn letter(visitor: &Visitor, to: &str, subject: &str) -> Option<String> {
    let letters = visitor.get("/demo/letters").text;
    let line = letters.split("<li>").find(|line| line.contains(to) && line.contains(subject))?;
    Some(visitor.get(between(line, "href=\"", "\"")?).text)
}

fn link_in(letter: &str, path: &str) -> Option<String> {
    let start = letter.find(&format!("href=\"{path}"))?;
    between(&letter[start..], "href=\"", "\"").map(str::to_owned)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split(end).next()
}

fn soon<T>(what: &str, mut happened: impl FnMut() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(it) = happened() {
            return it;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{what} did not come");
}
