//! Leaving over HTTP.

use crate::support::{Answer, Server, Visitor, texts};

async fn number(server: &Server, name: &str) -> String {
    let sql = format!(
        "SELECT number FROM memberships JOIN people ON people.id = person_id WHERE name = '{name}'"
    );
    texts(&server.raw().await, &sql).await.remove(0)
}

fn says(answer: &Answer, all: &[&str]) {
    for said in all {
        assert!(answer.text.contains(said), "“{said}” is not in:\n{}", answer.text);
    }
}

fn leaves(visitor: &Visitor, number: &str) -> Answer {
    visitor.post("/me/leave", &[("number", number), ("sure", "yes")])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_reads_what_goes_and_what_stays_is_asked_once_more_and_has_left() {
    let server = Server::start_with(&[("BACKUP_DAYS", "45")]);
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let number = number(&server, "Ada Okafor").await;
    let ada = server.signed_in("ada@example.org");
    says(&ada.get("/me"), &["href=\"/me/leave\""]);
    let page = ada.get("/me/leave");
    says(&page, &["<h1>Leave the network</h1>", "What goes", "What stays", "up to 45 days more"]);
    says(&page, &["with a number and no name", "Continue: Ada Okafor leaves", &number]);
    let asked = ada.post("/me/leave", &[("number", &number), ("sure", "")]);
    assert_eq!(asked.status, 200);
    says(&asked, &["<h1>Is this what you want?</h1>", "Leave now", "Stay a member"]);
    assert_eq!(ada.get("/me").status, 200);

    let left = leaves(&ada, &number);
    assert_eq!(left.status, 200);
    says(&left, &["<h1>You have left</h1>", "Join again"]);
    assert!(!left.text.contains("Ada") && !left.text.contains("ada@"), "{}", left.text);
    let cookies: Vec<_> = left.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies.len(), 2, "{cookies:?}");
    assert!(cookies.iter().all(|cookie| cookie.to_str().unwrap().contains("Max-Age=0")));
    assert_eq!(left.headers["clear-site-data"], "\"cache\", \"storage\"");
    let letter = server.letter_to("ada@example.org", "You have left the");
    assert!(letter.contains(&number) && letter.contains("45 days"), "{letter}");
    assert_eq!(ada.get("/me").location.as_deref(), Some("/sign-in"));
    for table in ["people", "memberships", "accounts", "sessions"] {
        let count = format!("SELECT cast(count(*) AS text) FROM {table}");
        assert_eq!(texts(&server.raw().await, &count).await, ["0"], "{table}");
    }
    // Joining again is an ordinary join.
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    says(&server.signed_in("ada@example.org").get("/me"), &["Ada Okafor"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_twice_says_that_it_is_done_with_a_session_and_without() {
    let server = Server::start();
    server.join("Ada Okafor", "family@example.org", "bs5 6xx");
    server.join("Ben Okafor", "family@example.org", "bs5 6xx");
    let ada = number(&server, "Ada Okafor").await;
    let ben = number(&server, "Ben Okafor").await;
    let phone = server.signed_in("family@example.org");
    let tablet = server.signed_in("family@example.org");
    says(&phone.get("/me/leave"), &["Only Ada Okafor leaves.", "Only Ben Okafor leaves."]);
    says(&leaves(&phone, &ada), &["<h1>You have left</h1>"]);
    // The other device still has Ben’s page.
    let again = leaves(&tablet, &ada);
    assert_eq!(again.status, 200);
    says(&again, &["<h1>It is done already</h1>"]);
    says(&tablet.post("/me/leave", &[("number", &ada)]), &["<h1>It is done already</h1>"]);
    says(&tablet.get("/me"), &["Ben Okafor"]);
    says(&leaves(&phone, &ben), &["<h1>You have left</h1>"]);
    for visitor in [&phone, &tablet, &server.visitor()] {
        let again = leaves(visitor, &ben);
        assert_eq!(again.status, 403);
        says(&again, &["<h1>You are not signed in</h1>", "If you have left already, it is done."]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_ends_a_membership_of_another_address_nor_without_being_asked() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    server.join("Eve Other", "eve@example.org", "bs5 6xx");
    let eve = number(&server, "Eve Other").await;
    let ada = server.signed_in("ada@example.org");
    let before = server.dump().await;
    for form in
        [vec![("number", eve.as_str()), ("sure", "yes")], vec![("number", ""), ("sure", "yes")]]
    {
        says(&ada.post("/me/leave", &form), &["<h1>It is done already</h1>"]);
    }
    let own = number(&server, "Ada Okafor").await;
    for sure in ["", "no", "YES"] {
        let asked = ada.post("/me/leave", &[("number", &own), ("sure", sure)]);
        says(&asked, &["<h1>Is this what you want?</h1>"]);
    }
    assert_eq!(ada.post("/me/leave", &[("number", &own), ("sure", "yes"), ("x", "1")]).status, 400);
    assert_eq!(server.dump().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_groups_or_a_role_reads_that_they_go_on() {
    let server = Server::start();
    crate::permits::join_group(&server, "Wednesday Walkers");
    server.join("Robin Walker", "robin@example.org", "bs5 6xx");
    let admin = server.administrator("admin@example.org");
    let office = [("email", "robin@example.org"), ("office", "chair")];
    assert_eq!(admin.post("/committee/bristol/committee", &office).status, 303);
    let robin = server.signed_in("robin@example.org");
    let page = robin.get("/me/leave");
    says(
        &page,
        &["What goes on", "you represent Wednesday Walkers", "committee of Bristol branch"],
    );
    let number = number(&server, "Robin Walker").await;
    let left = leaves(&robin, &number);
    says(&left, &["<h1>You have left</h1>"]);
    assert!(left.headers.get("clear-site-data").is_none());
    says(&robin.get("/me"), &["Wednesday Walkers"]);
    // Whoever is no member has nothing to leave.
    says(&robin.get("/me/leave"), &["there is nothing to leave"]);
}
