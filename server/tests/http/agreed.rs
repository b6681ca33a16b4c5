//! What was agreed to, seen and taken back over HTTP; and stopping news by the link in a letter.

use crate::support::{Answer, Server, Visitor, between, texts};

const NEWS: &str = "I would like news from the network by e-mail.";

/// Somebody who asks for news when they join.
fn joins(server: &Server) {
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "me")]),
        ("age", &[("age", "18-or-over")]),
        ("experience", &[("experience", "yes")]),
        ("membership", &[("membership", "full")]),
        ("where", &[("postcode", "BS5 6XX")]),
        ("details", &[("name", "Ada Okafor"), ("email", "ada@example.org"), ("phone", "")]),
        ("consent", &[("consent", "yes"), ("newsletter", "yes")]),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
}

async fn number(server: &Server) -> String {
    texts(&server.raw().await, "SELECT number FROM memberships").await.remove(0)
}

fn says(answer: &Answer, all: &[&str]) {
    for said in all {
        assert!(answer.text.contains(said), "“{said}” is not in:\n{}", answer.text);
    }
}

fn changes(visitor: &Visitor, number: &str, change: &str) -> Answer {
    visitor.post("/me/agreed", &[("number", number), ("change", change)])
}

/// The address of the link to stop news in the letter of welcome.
fn link(server: &Server) -> String {
    let letter = server.letter_to("ada@example.org", "/news/");
    let token = letter.split("/news/").nth(1).unwrap();
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("/news/{token}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sees_what_they_agreed_to_and_stops_news_and_gets_it_again_in_one_click() {
    let server = Server::start();
    joins(&server);
    let number = number(&server).await;
    let ada = server.signed_in("ada@example.org");
    let page = ada.get("/me");
    says(
        &page,
        &["What you agreed to", NEWS, "I agree that the network keeps", "Stop news by e-mail"],
    );
    says(&page, &["Your membership rests on your agreement", "href=\"/me/leave\""]);
    let stopped = changes(&ada, &number, "stop-news");
    assert_eq!((stopped.status, stopped.location.as_deref()), (303, Some("/me#agreed")));
    let page = ada.get("/me");
    says(&page, &["Taken back on", "Get news by e-mail"]);
    assert!(!page.text.contains("Stop news by e-mail"), "{}", page.text);
    assert_eq!(changes(&ada, &number, "give-news").status, 303);
    says(&ada.get("/me"), &["Stop news by e-mail"]);
    for (number, change) in [(number.as_str(), "erase"), (number.as_str(), "")] {
        assert_eq!(changes(&ada, number, change).status, 400);
    }
    // Somebody else's number is nobody's here.
    let before = server.dump().await;
    assert_eq!(changes(&ada, "none", "stop-news").status, 303);
    assert_eq!(server.dump().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_in_the_letter_asks_and_its_button_stops_news_without_signing_in() {
    let server = Server::start();
    joins(&server);
    let (link, reader) = (link(&server), server.visitor());
    let before = server.dump().await;
    for _ in 0..2 {
        let asks = reader.get(&link);
        assert_eq!(asks.status, 200);
        says(&asks, &["<h1>Stop news by e-mail?</h1>", "Stop the news"]);
        // The letter may have been passed on.
        assert!(!asks.text.contains("Ada") && !asks.text.contains("ada@"), "{}", asks.text);
    }
    assert_eq!(server.dump().await, before);
    for _ in 0..2 {
        says(&reader.post(&link, &[]), &["<h1>News has stopped</h1>"]);
    }
    says(&reader.get(&link), &["<h1>News has stopped</h1>"]);
    for method in [Visitor::get, |visitor: &Visitor, path: &str| visitor.post(path, &[])] {
        let gone = method(&reader, "/news/0123456789abcdef");
        assert_eq!(gone.status, 404);
        says(&gone, &["<h1>This link leads nowhere</h1>"]);
    }
    says(&server.signed_in("ada@example.org").get("/me"), &["Get news by e-mail"]);
}

/// RFC 8058: a request by a mail program, in either of the two forms, without a cookie.
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_program_stops_news_for_somebody_with_one_request() {
    for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let server = Server::start_with(&[("SITE_URL", "https://join.example.org")]);
        joins(&server);
        let letter = server.letter_to("ada@example.org", "List-Unsubscribe-Post:");
        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
        let to = between(&letter, "List-Unsubscribe: <https://join.example.org", ">").to_owned();
        let body = match kind {
            "application/x-www-form-urlencoded" => "List-Unsubscribe=One-Click".to_owned(),
            _ => "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n\
                  One-Click\r\n--x--\r\n"
                .to_owned(),
        };
        let done = server.visitor().post_bytes(&to, kind, body.as_bytes());
        assert_eq!((done.status, done.location), (200, None), "{kind}");
        assert!(done.headers.get("set-cookie").is_none());
        let standing = "SELECT kind FROM consents WHERE withdrawn_at IS NULL";
        assert_eq!(texts(&server.raw().await, standing).await, ["membership"], "{kind}");
    }
}
