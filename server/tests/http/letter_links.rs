//! What representatives, parents and guardians do by the links in their letters, over HTTP.

use crate::evidence::{PDF, sends};
use crate::support::{Answer, Server, Visitor, texts};

/// The page that a letter leads to.
fn link(letter: &str, path: &str) -> String {
    let token = letter.split(path).nth(1).unwrap();
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("{path}{token}")
}

#[track_caller]
fn says(answer: &Answer, all: &[&str]) {
    for said in all {
        assert!(answer.text.contains(said), "“{said}” is not in:\n{}", answer.text);
    }
}

/// A group of which Robin is the first representative, and the link that he was sent.
fn represented(server: &Server) -> (Visitor, String) {
    crate::permits::join_group(server, "Wednesday Walkers");
    let link = link(&server.letter_to("robin@example.org", "/representative/"), "/representative/");
    (server.visitor(), link)
}

/// A child for whom Joy has agreed, and the link that she was sent.
fn agreed(server: &Server) -> (Visitor, String) {
    crate::me::child_joins(server, "Kit Okafor", "kit@example.org");
    let link = link(&server.letter_to("joy@example.org", "/guardian/"), "/guardian/");
    let joy = server.visitor();
    let confirmed = joy.post(&link, &[("answer", "confirm")]);
    says(&confirmed, &["<h1>Thank you. The membership is confirmed</h1>"]);
    (joy, link)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_sees_how_it_stands_and_puts_their_name_right() {
    let server = Server::start();
    let (robin, link) = represented(&server);
    let asked = robin.get(&link);
    says(&asked, &["Yes, I represent it", "robin@example.org", "Not so far", "Nobody has asked."]);
    assert!(!asked.text.contains(&format!("{link}/stop")), "{}", asked.text);
    let confirmed = robin.post(&link, &[("answer", "confirm")]);
    says(&confirmed, &["<h1>Thank you. You are confirmed as a representative</h1>"]);
    for way in ["rename", "everything", "stop"] {
        says(&confirmed, &[&format!("href=\"{link}/{way}\"")]);
    }

    let rename = format!("{link}/rename");
    says(&robin.get(&rename), &["<h1>Put your name right</h1>", "value=\"Robin Walker\""]);
    let wrong = robin.post(&rename, &[("was", "Robin Walker"), ("name", " ")]);
    assert_eq!(wrong.status, 422);
    says(&wrong, &["<title>Error: ", "Enter your name"]);
    let form = [("was", "Robin Walker"), ("name", "Robyn Walker")];
    let done = robin.post(&rename, &form);
    assert_eq!((done.status, done.location), (303, Some(format!("{link}?done=name"))));
    says(&robin.get(&format!("{link}?done=name")), &["Your name is changed.", "Robyn Walker"]);
    // The other device.
    let late = robin.post(&rename, &[("was", "Robin Walker"), ("name", "Rob Walker")]);
    assert_eq!(late.status, 409);
    says(&late, &["It is Robyn Walker now.", "value=\"Rob Walker\""]);
    assert_eq!(robin.post(&rename, &form).status, 303);
    assert_eq!(robin.post(&rename, &[("name", "x"), ("other", "1")]).status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_stops_is_asked_before_and_the_contact_is_told() {
    let server = Server::start();
    let (robin, link) = represented(&server);
    assert_eq!(robin.post(&link, &[("answer", "confirm")]).status, 200);
    let stop = format!("{link}/stop");
    let asked = robin.get(&stop);
    says(&asked, &["<h1>Stop representing Wednesday Walkers?</h1>", "stays a member"]);
    let before = server.dump().await;
    for sure in ["", "no"] {
        says(&robin.post(&stop, &[("sure", sure)]), &["<h1>Stop representing"]);
    }
    assert_eq!(server.dump().await, before);
    let stopped = robin.post(&stop, &[("sure", "yes")]);
    assert_eq!(stopped.status, 200);
    says(&stopped, &["<h1>Your name is deleted</h1>", "what you sent about how you were chosen"]);
    assert!(!stopped.text.contains("Robin"), "{}", stopped.text);
    let told = server.letter_to("wilma@example.org", "does not any more");
    assert!(told.contains("Sascha Walker") && !told.contains("Robin"), "{told}");
    // Twice, and what is below it.
    let again = robin.post(&stop, &[("sure", "yes")]);
    assert_eq!(again.status, 404);
    says(&again, &["<h1>This link leads nowhere any more</h1>"]);
    for below in ["", "/rename", "/stop", "/everything", "/everything.json"] {
        assert_eq!(robin.get(&format!("{link}{below}")).status, 404, "{below}");
    }
    assert_eq!(robin.post(&format!("{link}/rename"), &[("name", "Robin")]).status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_link_leads_to_the_evidence_and_to_what_was_sent() {
    let server = Server::start();
    let (robin, link) = represented(&server);
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let number = texts(&server.raw().await, "SELECT number FROM groups").await.remove(0);
    let group = format!("/committee/bristol/groups/{number}/seats/1");
    let form = [("version", "1"), ("due", "2100-01-01")];
    assert_eq!(chair.post(&format!("{group}/ask"), &form).status, 303);
    let evidence = link.replace("/representative/", "/evidence/");
    says(&robin.get(&link), &[&format!("href=\"{evidence}\""), "Tell us how your group chose you"]);
    assert_eq!(sends(&robin, &evidence, "By vote", Some(("a.pdf", PDF))).status, 303);
    let sent = robin.get(&evidence);
    says(&sent, &["By vote", "a.pdf", &format!("href=\"{evidence}/1/file\"")]);
    let file = robin.get(&format!("{evidence}/1/file"));
    let header = |name: &str| file.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!((file.status, header("content-type").as_str()), (200, "application/pdf"));
    assert_eq!(header("content-disposition"), "attachment; filename=\"evidence-1.pdf\"");
    assert!(header("content-security-policy").starts_with("sandbox"));
    for round in ["2", "0", "x", "-1"] {
        let none = robin.get(&format!("{evidence}/{round}/file"));
        assert_eq!(none.status, 404, "{round}");
    }

    let judge =
        [("version", "3"), ("decision", "query"), ("missing", "When?"), ("due", "2100-01-01")];
    assert_eq!(chair.post(&format!("{group}/evidence/1"), &judge).status, 303);
    let page = robin.get(&evidence);
    says(&page, &["What was sent before", "By vote", "When?", "More was asked for"]);

    let everything = robin.get(&format!("{link}/everything"));
    says(&everything, &["<h1>Everything we hold</h1>", "Robin Walker", "By vote", "a.pdf"]);
    says(&everything, &[&format!("href=\"{link}/everything.json\"")]);
    let kept = robin.get(&format!("{link}/everything.json"));
    assert_eq!(kept.headers["content-type"], "application/json");
    says(&kept, &["\"text\": \"By vote\"", "\"base64\"", "\"email\": \"robin@example.org\""]);
    for answer in [everything, kept] {
        for others in ["sascha", "Sascha", "wilma", "Wilma", "chair@example.org"] {
            assert!(!answer.text.contains(others), "{others}: {}", answer.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_who_says_no_after_a_yes_is_shown_what_a_no_means_by_now() {
    let server = Server::start();
    let (joy, link) = agreed(&server);
    let no = joy.post(&link, &[("answer", "decline")]);
    assert_eq!((no.status, no.location), (303, Some(format!("{link}/withdraw"))));
    let means = joy.get(&format!("{link}/withdraw"));
    says(&means, &["<h1>End the membership of Kit Okafor?</h1>", "rests on what you agreed to"]);
    says(&joy.get(&link), &["<h1>Thank you. The membership is confirmed</h1>"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_sees_what_they_agreed_to_and_takes_it_back() {
    let server = Server::start();
    let (joy, link) = agreed(&server);
    let page = joy.get(&link);
    says(&page, &["What you agreed to", "you agreed to this in the name of Kit Okafor", "<q>I"]);
    for way in ["rename", "everything", "withdraw"] {
        says(&page, &[&format!("href=\"{link}/{way}\"")]);
    }
    let everything = joy.get(&format!("{link}/everything"));
    says(&everything, &["Joy Okafor", "joy@example.org", "Kit Okafor", "I agree"]);
    let kept = joy.get(&format!("{link}/everything.json"));
    for answer in [&page, &everything, &kept] {
        assert!(!answer.text.contains("kit@example.org"), "{}", answer.text);
        assert!(!answer.text.contains("BS5"), "{}", answer.text);
    }
    let rename = format!("{link}/rename");
    let form = [("was", "Joy Okafor"), ("name", "Joyce Okafor")];
    assert_eq!(joy.post(&rename, &form).location.unwrap(), format!("{link}?done=name"));
    assert_eq!(joy.post(&rename, &[("was", "Joy Okafor"), ("name", "Jo")]).status, 409);

    let withdraw = format!("{link}/withdraw");
    let asked = joy.get(&withdraw);
    says(&asked, &["<h1>End the membership of Kit Okafor?</h1>", "with a number and no name"]);
    let before = server.dump().await;
    says(&joy.post(&withdraw, &[("sure", "")]), &["<h1>End the membership of Kit Okafor?</h1>"]);
    assert_eq!(server.dump().await, before);
    let done = joy.post(&withdraw, &[("sure", "yes")]);
    assert_eq!(done.status, 200);
    says(&done, &["<h1>The membership has ended</h1>"]);
    let letter = server.letter_to("joy@example.org", "taken back what you agreed to");
    assert!(letter.contains("Joyce Okafor") && !letter.contains("Kit"), "{letter}");
    server.letter_to("kit@example.org", "has taken that back");
    let again = joy.post(&withdraw, &[("sure", "yes")]);
    assert_eq!(again.status, 404);
    says(&again, &["<h1>This link leads nowhere any more</h1>"]);
    for below in ["", "/rename", "/withdraw", "/everything", "/everything.json"] {
        assert_eq!(joy.get(&format!("{link}{below}")).status, 404, "{below}");
    }
    for table in ["people", "memberships", "guardians", "links", "goodbyes"] {
        let count = format!("SELECT cast(count(*) AS text) FROM {table}");
        assert_eq!(texts(&server.raw().await, &count).await, ["0"], "{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_not_agreed_is_asked_first() {
    let server = Server::start();
    crate::me::child_joins(&server, "Kit Okafor", "kit@example.org");
    let link = link(&server.letter_to("joy@example.org", "/guardian/"), "/guardian/");
    let joy = server.visitor();
    let before = server.dump().await;
    for below in ["/rename", "/withdraw", "/everything", "/everything.json"] {
        let led = joy.get(&format!("{link}{below}"));
        assert_eq!((led.status, led.location), (303, Some(link.clone())), "{below}");
    }
    let withdrawn = joy.post(&format!("{link}/withdraw"), &[("sure", "yes")]);
    assert_eq!(withdrawn.location.as_deref(), Some(link.as_str()));
    assert_eq!(server.dump().await, before);
    assert!(!joy.get(&link).text.contains("/withdraw"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_nobody_was_sent_leads_nowhere_and_no_look_changes_anything() {
    let server = Server::start();
    let (robin, seat) = represented(&server);
    let (joy, guardian) = agreed(&server);
    let before = server.dump().await;
    let nobody = server.visitor();
    for first in ["/representative/x", "/guardian/x"] {
        for below in ["", "/rename", "/stop", "/withdraw", "/everything", "/everything.json"] {
            let answer = nobody.get(&format!("{first}{below}"));
            assert_eq!(answer.status, 404, "{first}{below}");
        }
    }
    for below in ["", "/rename", "/stop", "/everything", "/everything.json"] {
        assert_eq!(robin.get(&format!("{seat}{below}")).status, 200, "{below}");
    }
    for below in ["", "/rename", "/withdraw", "/everything", "/everything.json"] {
        assert_eq!(joy.get(&format!("{guardian}{below}")).status, 200, "{below}");
    }
    // The link of the one opens nothing of the other.
    let other = guardian.replace("/guardian/", "/representative/");
    assert_eq!(joy.get(&other).status, 404);
    assert_eq!(joy.get(&other.replace("/representative/", "/evidence/")).status, 404);
    assert_eq!(server.dump().await, before);
}
