//! Everything that is held, to read and to keep, over HTTP.

use crate::evidence::{PDF, link, sends};
use crate::support::{Answer, Server, Visitor, texts};

/// The number of whoever has joined alone.
async fn number(server: &Server) -> String {
    texts(&server.raw().await, "SELECT number FROM memberships").await.remove(0)
}

fn file(visitor: &Visitor) -> Answer {
    let file = visitor.get("/me/everything.json");
    assert_eq!(file.status, 200, "{}", file.text);
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_reads_and_keeps_all_that_is_held_with_who_looked_and_in_which_role() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let number = number(&server).await;
    let record = format!("/committee/bristol/members/{number}");
    assert_eq!(chair.post(&record, &[("text", "Brings <b>cake</b>\nevery week")]).status, 303);
    assert_eq!(chair.get(&record).status, 200);
    assert_eq!(admin.get(&record).status, 200);
    let ada = server.signed_in("ada@example.org");
    let page = ada.get("/me/everything");
    assert_eq!((page.status, &page.headers["cache-control"]), (200, &"no-store".parse().unwrap()));
    for said in [
        "<h1>Everything we hold</h1>",
        "<h2>Ada Okafor</h2>",
        number.as_str(),
        "BS5 6XX",
        "18 or over",
        "Full member",
        "I agree",
        "Brings &lt;b&gt;cake&lt;/b&gt;\nevery week",
        "Record opened",
        "Note written",
        "The committee of Bristol branch",
        "An administrator of the network",
        "Welcome",
        "href=\"/me/everything.json\"",
    ] {
        assert!(page.text.contains(said), "“{said}” is not in:\n{}", page.text);
    }
    let file = file(&ada);
    let header = |name: &str| file.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/json");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("content-disposition"), "attachment; filename=\"everything.json\"");
    for said in [
        "\"signed_in_as\": \"ada@example.org\"",
        "\"postcode\": \"BS5 6XX\"",
        &format!("\"number\": \"{number}\""),
        "\"text\": \"Brings <b>cake</b>\\nevery week\"",
        "\"what\": \"member-seen\"",
        "\"who\": \"committee\"",
        "\"who_branch\": \"Bristol\"",
        "\"words\": \"I agree",
    ] {
        assert!(file.text.contains(said), "“{said}” is not in:\n{}", file.text);
    }
    for text in [&page.text, &file.text] {
        assert!(!text.contains("chair@") && !text.contains("admin@"), "{text}");
    }
    // What is looked at is in no log of the server's.
    assert!(!server.log().contains("cake") && !server.log().contains("ada@"), "{}", server.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_gets_back_what_they_sent_and_their_contact_does_not() {
    let server = Server::start();
    crate::permits::join_group(&server, "Wednesday Walkers");
    let admin = server.administrator("admin@example.org");
    let group = texts(&server.raw().await, "SELECT number FROM groups").await.remove(0);
    let ask = format!("/committee/bristol/groups/{group}/seats/1/ask");
    assert_eq!(admin.post(&ask, &[("version", "1"), ("due", "2100-01-01")]).status, 303);
    let to = link(&server.letter_to("robin@example.org", "/evidence/"));
    let sent = sends(&server.visitor(), &to, "By show of hands", Some(("minutes.pdf", PDF)));
    assert_eq!(sent.status, 303);
    let robin = server.signed_in("robin@example.org");
    let page = robin.get("/me/everything").text;
    for said in ["<h2>Wednesday Walkers</h2>", "By show of hands", "minutes.pdf, 1 kB"] {
        assert!(page.contains(said), "“{said}” is not in:\n{page}");
    }
    // The file, in base64.
    assert!(file(&robin).text.contains("\"base64\": \"JVBERi0xLjcKTWludXRlcw==\""));
    let wilma = server.signed_in("wilma@example.org");
    for text in [wilma.get("/me/everything").text, file(&wilma).text] {
        assert!(text.contains("Robin Walker") && text.contains("wilma@example.org"), "{text}");
        assert!(!text.contains("show of hands") && !text.contains("robin@"), "{text}");
    }
}

#[test]
fn whoever_is_not_signed_in_is_led_to_it_and_gets_no_file() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    for path in ["/me/everything", "/me/everything.json"] {
        let answer = server.visitor().get(path);
        assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/sign-in")));
    }
    let ada = server.signed_in("ada@example.org");
    assert!(ada.get("/me").text.contains("href=\"/me/everything\""));
    assert_eq!(ada.post("/sign-out", &[]).status, 303);
    assert_eq!(ada.get("/me/everything.json").status, 303);
}
