//! Giving and withdrawing roles, over HTTP.

use crate::support::{Server, Visitor, between};

const LIST: &str = "/committee/bristol/committee";
const ADMINISTRATORS: &str = "/network/administrators";

/// The link that withdraws the role of an address.
fn withdraw_link(visitor: &Visitor, list: &str, email: &str) -> String {
    let page = visitor.get(list).text;
    let row = between(&page, email, "</tr>").to_owned();
    between(&row, "href=\"", "\"").to_owned()
}

#[test]
fn an_administrator_gives_a_role_and_withdraws_it_with_effect_at_once() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let page = chair.get(LIST);
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("chair@example.org") && page.text.contains("Chair"));
    let withdraw = withdraw_link(&admin, LIST, "chair@example.org");
    let question = admin.get(&withdraw);
    assert_eq!(question.status, 200);
    assert!(question.text.contains("chair@example.org"), "{}", question.text);
    // A look at the question changes nothing.
    assert_eq!(chair.get(LIST).status, 200);
    let done = admin.post(&withdraw, &[]);
    let said = format!("{LIST}?done=role-withdrawn");
    assert_eq!((done.status, done.location.as_deref()), (303, Some(said.as_str())));
    assert!(admin.get(&said).text.contains("The role is withdrawn."));
    assert_eq!(chair.get(LIST).status, 404);
    assert_eq!(admin.post(&withdraw, &[]).status, 404);
}

#[test]
fn a_role_withdrawn_between_two_requests_is_not_there_for_the_second() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let secretary = server.committee(&admin, "bristol", "secretary", "sec@example.org");
    let form = [("email", "new@example.org"), ("office", "member")];
    assert!(secretary.get(LIST).text.contains("Add somebody to the committee"));
    admin.post(&withdraw_link(&admin, LIST, "sec@example.org"), &[]);
    assert_eq!(secretary.post(LIST, &form).status, 404);
    assert!(!admin.get(LIST).text.contains("new@example.org"));
}

#[test]
fn what_is_wrong_with_a_role_is_said_beside_its_field() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let wrong = admin.post(LIST, &[("email", "<b>ada"), ("office", "")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("<title>Error: "), "{}", wrong.text);
    assert!(wrong.text.contains("href=\"#email\"") && wrong.text.contains("href=\"#office\""));
    assert!(wrong.text.contains("value=\"&lt;b&gt;ada\"") && !wrong.text.contains("<b>ada"));
    let form = [("email", "ada@example.org"), ("office", "treasurer")];
    assert_eq!(admin.post(LIST, &form).status, 303);
    let again = admin.post(LIST, &form);
    assert_eq!(again.status, 422);
    assert!(again.text.contains("has this role already"));
    assert_eq!(admin.post(LIST, &[("email", "ada@example.org")]).status, 422);
    assert_eq!(admin.post(LIST, &[("x", "y")]).status, 400);
}

#[test]
fn who_may_not_give_roles_is_not_offered_to_and_cannot() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let member = server.committee(&admin, "bristol", "member", "member@example.org");
    let page = member.get(LIST).text;
    assert!(page.contains("member@example.org") && !page.contains("/withdraw"), "{page}");
    assert!(!page.contains("name=\"office\""));
    let form = [("email", "friend@example.org"), ("office", "member")];
    assert_eq!(member.post(LIST, &form).status, 404);
    let link = withdraw_link(&admin, LIST, "member@example.org");
    assert_eq!(member.post(&link, &[]).status, 404);
    assert_eq!(member.get(&link).status, 404);
    assert_eq!(member.get(LIST).status, 200);
}

#[test]
fn a_secretary_neither_makes_nor_unmakes_the_chair() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let secretary = server.committee(&admin, "bristol", "secretary", "sec@example.org");
    admin.post(LIST, &[("email", "chair@example.org"), ("office", "chair")]);
    let page = secretary.get(LIST).text;
    assert!(!page.contains("value=\"chair\"") && page.contains("value=\"treasurer\""));
    let refused = secretary.post(LIST, &[("email", "friend@example.org"), ("office", "chair")]);
    assert_eq!(refused.status, 422);
    let link = withdraw_link(&admin, LIST, "chair@example.org");
    assert_eq!(secretary.post(&link, &[]).status, 404);
    assert!(admin.get(LIST).text.contains("chair@example.org"));
}

#[test]
fn who_withdraws_their_own_role_is_led_to_where_they_still_may_be() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let secretary = server.committee(&admin, "bristol", "secretary", "sec@example.org");
    let link = withdraw_link(&secretary, LIST, "sec@example.org");
    assert_eq!(secretary.post(&link, &[]).location.as_deref(), Some("/committee"));
    assert_eq!(secretary.get(LIST).status, 404);
}

#[test]
fn the_last_administrator_stays_one() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let last = withdraw_link(&admin, ADMINISTRATORS, "admin@example.org</p>");
    let refused = admin.post(&last, &[]);
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains("This is the last administrator"));
    let said = admin.post(ADMINISTRATORS, &[("email", "bea@example.org")]).location;
    let said = said.unwrap();
    assert!(!said.contains("bea"), "{said}");
    assert!(admin.get(&said).text.contains("The role is given."));
    assert_eq!(admin.post(ADMINISTRATORS, &[("email", "bea")]).status, 422);
    assert_eq!(admin.post(&last, &[]).location.as_deref(), Some("/committee"));
    assert_eq!(admin.get(ADMINISTRATORS).status, 404);
}
