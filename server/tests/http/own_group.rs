//! The page of one's own group, and what its contact changes, over HTTP.

use crate::permits::join_group;
use crate::support::{Answer, Server, Visitor, between, texts};

/// Wednesday Walkers, whose contact Wilma has signed in.
struct Own {
    server: Server,
    wilma: Visitor,
    base: String,
}

impl Own {
    async fn new() -> Self {
        let server = Server::start();
        join_group(&server, "Wednesday Walkers");
        let wilma = server.signed_in("wilma@example.org");
        let mut own = Self { server, wilma, base: String::new() };
        own.base = format!("/me/groups/{}", own.holds("SELECT number FROM groups").await);
        own
    }

    fn page(&self, page: &str) -> Answer {
        self.wilma.get(&format!("{}{page}", self.base))
    }

    fn post(&self, page: &str, form: &[(&str, &str)]) -> Answer {
        self.wilma.post(&format!("{}{page}", self.base), form)
    }

    /// What the database holds where a query points.
    async fn holds(&self, sql: &str) -> String {
        let raw = self.server.raw().await;
        let held = texts(&raw, sql).await.join(", ");
        raw.close().await.unwrap();
        held
    }
}

fn version(page: &Answer) -> String {
    between(&page.text, "name=\"version\" value=\"", "\"").to_owned()
}

fn shows(answer: &Answer, status: u16, all: &[&str]) {
    assert_eq!(answer.status, status, "{}", answer.text);
    for said in all {
        assert!(answer.text.contains(said), "“{said}” is not in:\n{}", answer.text);
    }
}

fn details<'a>(version: &'a str, name: &'a str, phone: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("version", version),
        ("group-name", name),
        ("group-website", "walkers.example.org"),
        ("contact-name", "Wilma Walker"),
        ("contact-phone", phone),
    ]
}

fn moves<'a>(version: &'a str, postcode: &'a str, covers: &'a str) -> [(&'a str, &'a str); 5] {
    let sure = if covers.is_empty() { "" } else { "yes" };
    [
        ("version", version),
        ("group-postcode", postcode),
        ("covers", covers),
        ("branch", ""),
        ("sure", sure),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contact_finds_all_of_it_and_a_representative_their_own_seat() {
    let own = Own::new().await;
    let way = format!("href=\"{}\"", own.base);
    shows(&own.wilma.get("/me"), 200, &[&way, "See everything about this group"]);
    let page = own.page("");
    shows(&page, 200, &["<h1>Wednesday Walkers</h1>", "Self-help group", "BS5 6XX"]);
    shows(&page, 200, &["Wilma Walker", "wilma@example.org", "Robin Walker", "Sascha Walker"]);
    shows(&page, 200, &["Bristol branch: it covers the group’s postcode", "/leave\""]);

    let robin = own.server.signed_in("robin@example.org");
    shows(&robin.get("/me"), 200, &[&way, "See the page of this group"]);
    let page = robin.get(&own.base);
    shows(&page, 200, &["<h1>Wednesday Walkers</h1>", "Robin Walker"]);
    // Their own seat is the only page below it.
    let further = format!("{}/", own.base);
    let text = page.text.replace(&format!("{further}seats/1\""), "");
    for unsaid in ["Wilma", "wilma@", "Sascha", "BS5 6XX", &further] {
        assert!(!text.contains(unsaid), "{unsaid}: {text}");
    }
    for page in ["details", "postcode", "leave"] {
        assert_eq!(robin.get(&format!("{}/{page}", own.base)).status, 404, "{page}");
    }
    own.server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    assert_eq!(own.server.signed_in("ada@example.org").get(&own.base).status, 404);
    assert_eq!(own.server.visitor().get(&own.base).location.as_deref(), Some("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_details_are_changed_at_once_and_the_second_of_two_devices_loses_nothing() {
    let own = Own::new().await;
    let form = own.page("/details");
    shows(&form, 200, &["value=\"Wednesday Walkers\"", "value=\"Wilma Walker\""]);
    let seen = version(&form);
    let done = own.post("/details", &details(&seen, "Walkers <b>of Bristol", "0117 496 0123"));
    let home = format!("{}?changed=details", own.base);
    assert_eq!((done.status, done.location.as_deref()), (303, Some(&*home)));
    // Sent twice, it is as they would like it.
    let twice = own.post("/details", &details(&seen, "Walkers <b>of Bristol", "0117 496 0123"));
    assert_eq!((twice.status, twice.location.as_deref()), (303, Some(&*home)));
    let page = own.wilma.get(&home);
    shows(&page, 200, &["The details of the group are changed.", "01174960123"]);
    shows(&page, 200, &["Walkers &lt;b&gt;of Bristol", "https://walkers.example.org"]);

    let second = own.post("/details", &details(&seen, "Thursday Walkers", ""));
    shows(&second, 409, &["This was changed meanwhile", "<dd>01174960123</dd>"]);
    shows(&second, 409, &["value=\"Thursday Walkers\"", "Walkers &lt;b&gt;of Bristol"]);
    let again = own.post("/details", &details(&version(&second), "Thursday Walkers", ""));
    assert_eq!(again.status, 303);
    assert_eq!(own.holds("SELECT name FROM groups").await, "Thursday Walkers");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_beside_it_and_another_group_of_the_same_name() {
    let own = Own::new().await;
    let wrong = own.post("/details", &details("1", "", "12"));
    shows(&wrong, 422, &["<title>Error: ", "Enter the name of the group", "7 to 15 numbers"]);
    join_group(&own.server, "Thursday Thinkers");
    let same = own.post("/details", &details("1", "thursday thinkers", ""));
    shows(&same, 422, &["Another group with this contact has this name already."]);
    assert_eq!(own.post("/details", &details("one", "Walkers", "")).status, 400);
    let more = [("version", "1"), ("email", "mine@example.org")];
    assert_eq!(own.post("/details", &more).status, 400);
    let names = own.holds("SELECT name FROM groups ORDER BY name").await;
    assert_eq!(names, "Thursday Thinkers, Wednesday Walkers");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_moves_is_shown_its_new_branch_before_it_is_done() {
    let own = Own::new().await;
    let form = own.page("/postcode");
    shows(&form, 200, &["Has the group moved?", "value=\"BS5 6XX\""]);
    shows(&own.post("/postcode", &moves("1", "", "")), 422, &["Enter the postcode of where"]);
    let wrong = own.post("/postcode", &moves("1", "BS5 \"x", ""));
    shows(&wrong, 422, &["Enter a full UK postcode", "BS5 &quot;x"]);
    let look = own.post("/postcode", &moves("1", "bs207aa", ""));
    shows(&look, 200, &["BS20 7AA", "The group moves there from Bristol branch."]);
    shows(&look, 200, &["name=\"covers\" value=\"north-somerset\""]);
    let none = own.post("/postcode", &moves("1", "LS1 1AA", ""));
    shows(&none, 200, &["No branch covers it yet. The group leaves Bristol branch"]);
    // The branches changed since the look: it is shown anew.
    let other = own.post("/postcode", &moves("1", "BS20 7AA", "bristol"));
    shows(&other, 409, &["The branches were changed just now."]);
    shows(&own.page(""), 200, &["BS5 6XX"]);
    let home = format!("{}?changed=postcode", own.base);
    // Sent twice, it is as they would like it.
    for _ in 0..2 {
        let done = own.post("/postcode", &moves("1", "BS20 7AA", "north-somerset"));
        assert_eq!((done.status, done.location.as_deref()), (303, Some(&*home)));
    }
    shows(&own.page(""), 200, &["North Somerset branch: it covers", "BS20 7AA"]);
    let late = own.post("/postcode", &moves("1", "BS7 8AA", "bristol"));
    shows(&late, 409, &["This was changed meanwhile", "<dd>BS20 7AA</dd>", "value=\"BS7 8AA\""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_leaves_when_its_contact_has_been_asked_twice_and_everybody_is_told() {
    let own = Own::new().await;
    let page = own.page("/leave");
    shows(&page, 200, &["<h1>Wednesday Walkers leaves</h1>", "What goes", "What stays"]);
    let asked = own.post("/leave", &[("sure", "")]);
    shows(&asked, 200, &["<h1>Is this what you want?</h1>", "The membership of Wednesday Walkers"]);
    assert_eq!(own.holds("SELECT name FROM groups").await, "Wednesday Walkers");
    let left = own.post("/leave", &[("sure", "yes")]);
    shows(&left, 200, &["<h1>The group has left</h1>"]);
    assert!(!left.text.contains("Wednesday") && !left.text.contains("wilma@"), "{}", left.text);
    assert_eq!(left.headers["clear-site-data"], "\"cache\", \"storage\"");
    for table in ["groups", "seats", "accounts", "sessions"] {
        let count = format!("SELECT cast(count(*) AS text) FROM {table}");
        assert_eq!(own.holds(&count).await, "0", "{table}");
    }
    let letter = own.server.letter_to("wilma@example.org", "Wednesday Walkers has left the");
    assert!(letter.contains("30 days"), "{letter}");
    for address in ["robin@example.org", "sascha@example.org"] {
        let letter = own.server.letter_to(address, "You were named to represent it.");
        assert!(!letter.contains("wilma@"), "{letter}");
    }
    // Pressed twice.
    let again = own.post("/leave", &[("sure", "yes")]);
    shows(&again, 403, &["If the group has left already, it is done."]);
    // Joining again is an ordinary join.
    join_group(&own.server, "Wednesday Walkers");
    let wilma = own.server.signed_in("wilma@example.org");
    shows(&wilma.get("/me"), 200, &["Wednesday Walkers"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_on_two_devices_says_on_the_second_that_it_is_not_there_any_more() {
    let own = Own::new().await;
    join_group(&own.server, "Thursday Thinkers");
    let tablet = own.server.signed_in("wilma@example.org");
    let leave = format!("{}/leave", own.base);
    assert_eq!(tablet.get(&leave).status, 200);
    shows(&own.post("/leave", &[("sure", "yes")]), 200, &["<h1>The group has left</h1>"]);
    for sure in ["", "yes"] {
        let again = tablet.post(&leave, &[("sure", sure)]);
        shows(&again, 404, &["<h1>The group is not there any more</h1>"]);
    }
    assert_eq!(tablet.get(&leave).status, 404);
    shows(&tablet.get("/me"), 200, &["Thursday Thinkers"]);
}

fn contact<'a>(version: &'a str, name: &'a str, email: &'a str) -> [(&'a str, &'a str); 3] {
    [("version", version), ("contact-name", name), ("contact-email", email)]
}

/// The path of the link in a letter.
fn link(letter: &str, path: &str) -> String {
    let token = letter.split(path).nth(1).unwrap();
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("{path}{token}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_hands_over_to_somebody_who_says_yes_and_can_take_it_back() {
    let own = Own::new().await;
    let form = own.page("/contact");
    shows(&form, 200, &["Change the contact of the group", "value=\"Wilma Walker\""]);
    let seen = version(&form);
    let wrong = own.post("/contact", &contact(&seen, "", "nia"));
    shows(&wrong, 422, &["Enter the name of the person", "in the right form", "value=\"nia\""]);
    let same = own.post("/contact", &contact(&seen, "Nia New", "wilma@example.org"));
    shows(&same, 422, &["This is the address that we have."]);
    let asked = own.post("/contact", &contact(&seen, "Nia New", "nia@example.org"));
    let home = format!("{}?changed=contact", own.base);
    assert_eq!((asked.status, asked.location.as_deref()), (303, Some(&*home)));
    shows(&own.wilma.get(&home), 200, &["We have written to the new address.", "Nia New at nia@"]);
    // Sent twice, it is asked once, and the link in the letter works.
    let twice = own.post("/contact", &contact(&seen, "Nia New", "nia@example.org"));
    assert_eq!((twice.status, twice.location.as_deref()), (303, Some(&*home)));
    let late = own.post("/contact", &contact(&seen, "Pat", "pat@example.org"));
    shows(&late, 409, &["This was changed meanwhile", "value=\"pat@example.org\""]);

    let letter = own.server.letter_to("nia@example.org", "/email/confirm/");
    for unsaid in ["Nia New", "Wilma", "wilma@"] {
        assert!(!letter.contains(unsaid), "{unsaid}: {letter}");
    }
    let nia = own.server.visitor();
    let confirm = link(&letter, "/email/confirm/");
    let page = nia.get(&confirm);
    shows(&page, 200, &["Shall we write to this address about the group?", "Wednesday Walkers"]);
    shows(&page, 200, &["you are the contact of Wednesday Walkers, and agree to this", "<q>"]);
    assert!(!page.text.contains("Wilma") && !page.text.contains("Robin"), "{}", page.text);
    let done = nia.post(&confirm, &[("answer", "confirm")]);
    shows(&done, 200, &["Thank you. We write to this address now"]);
    shows(&nia.get(&confirm), 200, &["Thank you. We write to this address now"]);
    assert_eq!(own.page("").location.as_deref(), Some("/sign-in"));
    let nia = own.server.signed_in("nia@example.org");
    shows(&nia.get(&own.base), 200, &["Nia New", "Robin Walker"]);

    let letter = own.server.letter_to("wilma@example.org", "/email/back/");
    assert!(!letter.contains("nia@") && !letter.contains("Nia"), "{letter}");
    let back = link(&letter, "/email/back/");
    let wilma = own.server.visitor();
    let page = wilma.get(&back);
    shows(&page, 200, &["Wilma Walker, we write about Wednesday Walkers to another"]);
    shows(&page, 200, &["you are the contact of the group again", "Nobody is sent news"]);
    shows(&wilma.post(&back, &[("answer", "confirm")]), 200, &["The old address is back"]);
    assert_eq!(nia.get(&own.base).status, 303);
    let wilma = own.server.signed_in("wilma@example.org");
    shows(&wilma.get(&own.base), 200, &["Wilma Walker", "wilma@example.org"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_withdrawn_on_the_groups_page_and_its_link_leads_nowhere() {
    let own = Own::new().await;
    own.post("/contact", &contact("1", "Nia New", "nia@example.org"));
    let letter = own.server.letter_to("nia@example.org", "/email/confirm/");
    let form = own.page("/contact");
    shows(&form, 200, &["Leave the contact as it is", "We asked Nia New at nia@example.org"]);
    let withdrawn = own.post("/contact", &[("version", &version(&form)), ("withdraw", "yes")]);
    let home = format!("{}?changed=nocontact", own.base);
    assert_eq!((withdrawn.status, withdrawn.location.as_deref()), (303, Some(&*home)));
    shows(&own.wilma.get(&home), 200, &["The contact of the group stays as it is."]);
    let nobody = own.server.visitor().get(&link(&letter, "/email/confirm/"));
    assert!(nobody.text.contains("This link leads nowhere any more"), "{}", nobody.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_alone_is_put_back_by_a_page_that_says_that_all_else_stays() {
    let own = Own::new().await;
    own.post("/contact", &contact("1", "Wilma Walker", "wilma@example.net"));
    let letter = own.server.letter_to("wilma@example.net", "/email/confirm/");
    let (confirm, visitor) = (link(&letter, "/email/confirm/"), own.server.visitor());
    assert!(!visitor.get(&confirm).text.contains("agree to this"));
    let done = visitor.post(&confirm, &[("answer", "confirm")]);
    shows(&done, 200, &["Thank you. We write to this address now"]);
    let letter = own.server.letter_to("wilma@example.org", "/email/back/");
    let page = visitor.get(&link(&letter, "/email/back/"));
    shows(&page, 200, &["What you agreed to for the group stays as it is"]);
    for untrue in ["contact of the group again", "Nobody is sent news"] {
        assert!(!page.text.contains(untrue), "{untrue}: {}", page.text);
    }
}
