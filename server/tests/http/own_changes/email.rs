//! Another e-mail address.

use super::*;

/// The path of the link in a letter.
fn link(letter: &str, path: &str) -> String {
    let token = letter.split(path).nth(1).unwrap();
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("{path}{token}")
}

impl Own {
    fn asks(&self, email: &str) -> Answer {
        let seen = version(&self.page("email"));
        self.post("email", &[("version", &*seen), ("email", email)])
    }

    /// Asks for an address, and gives the link in the letter to it.
    fn link_to_new(&self, email: &str) -> String {
        let asked = self.asks(email);
        assert_eq!((asked.status, asked.location.as_deref()), (303, Some("/me?changed=email")));
        link(&self.server.letter_to(email, "/email/confirm/"), "/email/confirm/")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_changed_by_a_link_that_went_there_and_back_by_one_to_the_old() {
    let own = Own::new().await;
    let new = own.link_to_new("king@example.net");
    own.says("We asked at king@example.net whether we shall use it from now on.");
    shows(&own.page("email"), 200, &["We asked at king@example.net", "Leave my address as it is"]);
    let letter = own.server.letter_to("king@example.net", "/email/confirm/");
    for unsaid in ["Ada", "Okafor", "ada@example.org"] {
        assert!(!letter.contains(unsaid), "{letter}");
    }
    // Programs that check mail follow links.
    let somebody = own.server.visitor();
    let asks = somebody.get(&new);
    shows(&asks, 200, &["Shall we use this e-mail address?", "king@example.net"]);
    assert!(!asks.text.contains("Okafor"));
    assert_eq!(own.holds("SELECT email FROM people").await, "ada@example.org");
    let confirmed = somebody.post(&new, &[("answer", "confirm")]);
    shows(&confirmed, 200, &["We use this address now", "href=\"/sign-in\""]);
    shows(&somebody.get(&new), 200, &["We use this address now"]);
    assert_eq!(own.holds("SELECT email FROM people").await, "king@example.net");
    // Who was signed in with the old one is not any more.
    assert_eq!(own.visitor.get("/me").location.as_deref(), Some("/sign-in"));
    let king = own.server.signed_in("king@example.net");
    shows(&king.get("/me"), 200, &["Ada Okafor", "king@example.net"]);

    let letter = own.server.letter_to("ada@example.org", "/email/back/");
    assert!(!letter.contains("king"), "{letter}");
    let back = link(&letter, "/email/back/");
    shows(&somebody.get(&back), 200, &["Ada Okafor", "ada@example.org", "You can do that until"]);
    shows(&somebody.post(&back, &[("answer", "decline")]), 200, &["The new address stays"]);
    assert_eq!(own.holds("SELECT email FROM people").await, "king@example.net");
    shows(&somebody.post(&back, &[("answer", "confirm")]), 200, &["The old address is back"]);
    assert_eq!(own.holds("SELECT email FROM people").await, "ada@example.org");
    assert_eq!(king.get("/me").location.as_deref(), Some("/sign-in"));
    assert_eq!(king.post("/sign-in", &[("email", "ada@example.org")]).status, 303);
    let newest = own.server.letters(2, &["ada@example.org", "/sign-in/link/"]).remove(0);
    assert_eq!(king.post(&link(&newest, "/sign-in/link/"), &[]).status, 303);
    shows(&king.get("/me"), 200, &["Ada Okafor", "ada@example.org"]);
    // What led to the other is over.
    shows(&somebody.get(&new), 404, &["This link leads nowhere any more"]);
    let log = own.server.log();
    assert!(!log.contains("king@") && !log.contains("ada@"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_the_same_whosever_the_address_is() {
    let own = Own::new().await;
    own.server.join("Bob Other", "bob@example.net", "bs5 6xx");
    own.server.join("ada okafor", "same@example.net", "bs5 6xx");
    let mut pages = Vec::new();
    for (email, says) in [
        ("free@example.net", "/email/confirm/"),
        ("bob@example.net", "/email/confirm/"),
        ("same@example.net", "a member of the same name"),
    ] {
        let asked = own.asks(email);
        assert_eq!((asked.status, asked.location.as_deref()), (303, Some("/me?changed=email")));
        let home = own.visitor.get("/me?changed=email").text;
        let until = between(&home, "You can say yes there until ", ".").to_owned();
        pages.push(home.replace(email, "THERE").replace(&until, "THEN"));
        own.server.letter_to(email, says);
    }
    let same = |page: &String| {
        // Each page has a nonce and a time of its own.
        let lines = page.split("We asked at THERE").nth(1).unwrap();
        lines.split("</ul>").next().unwrap().to_owned()
    };
    assert!(pages.iter().all(|page| same(page) == same(&pages[0])), "{pages:?}");
    let shared = own.server.letter_to("bob@example.net", "/email/confirm/");
    assert!(shared.contains("is used for a membership with us already"), "{shared}");
    let taken = own.server.letter_to("same@example.net", "a member of the same name");
    assert!(!taken.contains("/email/confirm/"), "{taken}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_can_be_withdrawn_here_and_refused_there() {
    let own = Own::new().await;
    let first = own.link_to_new("first@example.net");
    let withdrawn = own.post("email", &[("version", "1"), ("email", ""), ("withdraw", "yes")]);
    assert_eq!(withdrawn.location.as_deref(), Some("/me?changed=noemail"));
    own.says("Nothing is waiting for you.");
    let somebody = own.server.visitor();
    for answer in [somebody.get(&first), somebody.post(&first, &[("answer", "confirm")])] {
        shows(&answer, 404, &["This link leads nowhere any more"]);
    }
    // Withdrawn twice, or from a page that is old, it is as it was.
    assert_eq!(own.post("email", &[("version", "1"), ("withdraw", "yes")]).status, 303);

    let second = own.link_to_new("second@example.net");
    shows(&somebody.post(&second, &[("answer", "decline")]), 200, &["Nothing has changed"]);
    own.says("Nothing is waiting for you.");
    assert_eq!(own.holds("SELECT email FROM people").await, "ada@example.org");
    for path in ["/email/confirm/x", "/email/back/x", &second] {
        assert_eq!(somebody.get(path).status, 404, "{path}");
        assert_eq!(somebody.post(path, &[("answer", "maybe")]).status, 400, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_address_is_told_and_one_asked_for_on_another_device_is_shown() {
    let own = Own::new().await;
    let form = |email| [("version", "1"), ("email", email)];
    for (email, said) in [
        ("", "Enter your new e-mail address"),
        ("ada", "Enter an e-mail address in the right form"),
        ("ADA@example.org", "This is the address that we have"),
    ] {
        shows(&own.post("email", &form(email)), 422, &["<title>Error: ", "href=\"#email\"", said]);
    }
    for _ in 0..2 {
        assert_eq!(own.post("email", &form("one@example.net")).status, 303);
    }
    let conflict = own.post("email", &form("two@example.net"));
    let now = ["This was changed meanwhile", "We asked at one@example.net", "two@example.net"];
    shows(&conflict, 409, &now);
    for number in 0..4 {
        assert_eq!(own.asks(&format!("more{number}@example.net")).status, 303);
    }
    shows(&own.asks("again@example.net"), 429, &["several times today"]);
}
