//! A member's own place over HTTP.

use crate::sessions::minutes_go_by;
use crate::support::{Server, Visitor, texts};

const SHARED: &str = "More than one person uses this e-mail address.";

/// A child of twelve or under joins, and waits for Joy Okafor.
pub(crate) fn child_joins(server: &Server, name: &str, email: &str) {
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "me")]),
        ("age", &[("age", "12-or-under")]),
        ("membership", &[("membership", "associate")]),
        ("where", &[("postcode", "BS5 6XX")]),
        ("details", &[("name", name), ("email", email), ("birth-month", ""), ("birth-year", "")]),
        ("guardian", &[("guardian-name", "Joy Okafor"), ("guardian-email", "joy@example.org")]),
        ("consent", &[("consent", "yes")]),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
}

/// The one number of whoever has this name.
async fn number(server: &Server, name: &str) -> String {
    let sql = format!(
        "SELECT number FROM memberships JOIN people ON people.id = person_id WHERE name = '{name}'"
    );
    let raw = server.raw().await;
    let mut numbers = texts(&raw, &sql).await;
    raw.close().await.unwrap();
    numbers.remove(0)
}

fn says(visitor: &Visitor, all: &[&str]) {
    let page = visitor.get("/me");
    assert_eq!(page.status, 200);
    for said in all {
        assert!(page.text.contains(said), "“{said}” is not in:\n{}", page.text);
    }
}

fn says_nothing_of(visitor: &Visitor, any: &[&str]) {
    let page = visitor.get("/me").text;
    for unsaid in any {
        assert!(!page.contains(unsaid), "“{unsaid}” is in:\n{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_without_a_role_comes_to_their_own_place_with_their_card_rights_and_branch() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let ada = server.signed_in("ada@example.org");
    assert_eq!(ada.get("/committee").location.as_deref(), Some("/me"));
    let number = number(&server, "Ada Okafor").await;
    let may = ["Speak at meetings", "Vote at meetings", "Stand for your local branch committee"];
    says(&ada, &["<h1>Your membership</h1>", "Ada Okafor", "Full member", &number]);
    says(&ada, &may);
    says(&ada, &["You are in Bristol branch: it covers where you live."]);
    says(&ada, &["Nobody is on its committee here yet.", "Nothing is waiting for you."]);
    says_nothing_of(&ada, &[SHARED, "See your roles", "Representatives"]);
    let page = ada.get("/me");
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(!page.text.contains("membership@"));
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_who_uses_an_address_has_a_section_until_they_are_erased() {
    let server = Server::start();
    server.join("Ada Okafor", "family@example.org", "bs5 6xx");
    server.join("Ben Okafor", "Family@example.org", "bs20 7aa");
    child_joins(&server, "Coco Okafor", "family@example.org");
    server.join("Eve Other", "eve@example.org", "bs5 6xx");
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let family = server.signed_in("family@example.org");
    says(&family, &["<h1>Your memberships</h1>", SHARED]);
    says(&family, &["<h2>Ada Okafor</h2>", "<h2>Ben Okafor</h2>", "<h2>Coco Okafor</h2>"]);
    says(&family, &["You are in North Somerset branch", "To reach its committee"]);
    says(&family, &["Coco Okafor can become a member when Joy Okafor agrees."]);
    says_nothing_of(&family, &["Eve Other", "joy@example.org"]);

    let end = format!("/committee/bristol/members/{}/end", number(&server, "Ada Okafor").await);
    let form = [("version", "1"), ("how", "asked-to-leave"), ("sure", "yes")];
    assert_eq!(chair.post(&end, &form).status, 303);
    says(&family, &["<h2>Ben Okafor</h2>"]);
    says_nothing_of(&family, &["Ada Okafor"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_last_membership_of_an_address_its_session_has_ended() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let admin = server.administrator("admin@example.org");
    let ada = server.signed_in("ada@example.org");
    assert_eq!(ada.get("/me").status, 200);
    let end = format!("/committee/bristol/members/{}/end", number(&server, "Ada Okafor").await);
    let form = [("version", "1"), ("how", "asked-to-leave"), ("sure", "yes")];
    assert_eq!(admin.post(&end, &form).status, 303);
    let after = ada.get("/me");
    assert_eq!((after.status, after.location.as_deref()), (303, Some("/sign-in")));
    assert!(!after.text.contains("Ada"));
}

#[test]
fn who_has_a_role_and_no_membership_is_told_so_and_finds_the_way_to_both() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    says(&admin, &["<h1>You are not a member yet</h1>", "Nobody is a member with this address."]);
    says(&admin, &["href=\"/join/who\"", "href=\"/committee\""]);
    assert!(admin.get("/committee").text.contains("href=\"/me\""));
}

#[test]
fn ones_own_takes_no_second_step() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let admin = server.administrator("admin@example.org");
    let office = [("email", "ada@example.org"), ("office", "member")];
    assert_eq!(admin.post("/committee/bristol/committee", &office).status, 303);
    let ada = server.signed_in("ada@example.org");
    assert_eq!(ada.get("/committee").location.as_deref(), Some("/sign-in/set-up"));
    assert!(ada.get("/sign-in/set-up").text.contains("href=\"/me\""));
    says(&ada, &["Ada Okafor", "href=\"/committee\""]);
    assert_eq!(ada.get("/committee/bristol").location.as_deref(), Some("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_and_a_representative_see_their_group_and_what_waits_for_them() {
    let server = Server::start();
    crate::permits::join_group(&server, "Wednesday <b>Walkers");
    let admin = server.administrator("admin@example.org");
    let raw = server.raw().await;
    let group = texts(&raw, "SELECT number FROM groups").await.remove(0);
    let ask = format!("/committee/bristol/groups/{group}/seats/1/ask");
    assert_eq!(admin.post(&ask, &[("version", "1"), ("due", "2100-01-01")]).status, 303);
    let wilma = server.signed_in("wilma@example.org");
    says(&wilma, &["<h1>Your groups</h1>", "Wednesday &lt;b&gt;Walkers", &group]);
    says(&wilma, &["Robin Walker: asked how the group chose them, until 1 January 2100"]);
    says(&wilma, &["Sascha Walker: named, and has not said yes", "Nothing is waiting for you."]);
    says_nothing_of(&wilma, &["robin@example.org", "<b>"]);
    let robin = server.signed_in("robin@example.org");
    says(&robin, &["We asked Robin Walker how Wednesday", "You can answer until 1 January 2100"]);
    says_nothing_of(&robin, &["Sascha", "Wilma", "Nothing is waiting"]);
    let sascha = server.signed_in("sascha@example.org");
    says(&sascha, &["has named Sascha Walker as its representative"]);
    says_nothing_of(&sascha, &["Robin"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_signed_out_meanwhile_signs_in_and_is_back() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let ada = server.signed_in("ada@example.org");
    says(&ada, &["Ada Okafor"]);
    minutes_go_by(&server, 31).await;
    assert_eq!(ada.get("/me").location.as_deref(), Some("/sign-in"));
    assert_eq!(ada.post("/sign-in", &[("email", "ada@example.org")]).status, 303);
    let newest = server.letters(2, &["ada@example.org", "/sign-in/link/"]).remove(0);
    let token = newest.split("/sign-in/link/").nth(1).unwrap();
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    let entered = ada.post(&format!("/sign-in/link/{token}"), &[]);
    assert_eq!(entered.location.as_deref(), Some("/committee"));
    assert_eq!(ada.get("/committee").location.as_deref(), Some("/me"));
    says(&ada, &["Ada Okafor"]);
    assert_eq!(server.visitor().get("/me").location.as_deref(), Some("/sign-in"));
}
