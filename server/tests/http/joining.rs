//! Joining over plain HTTP, with nothing but forms and cookies.

use crate::support::{FULL_MEMBER, Server};

#[test]
fn a_plain_form_post_to_each_step_makes_a_member() {
    let server = Server::start();
    let visitor = server.visitor();
    let last = visitor.answer_all(FULL_MEMBER);
    assert_eq!(last.location.as_deref(), Some("/join/check"));
    let sent = visitor.post("/join/check", &[]);
    assert_eq!((sent.status, sent.location.as_deref()), (303, Some("/join/done")));
    let done = visitor.get("/join/done");
    assert!(done.text.contains("full member") && done.text.contains("Bristol"), "{}", done.text);
}

#[test]
fn each_redirect_leads_to_the_next_question() {
    let server = Server::start();
    let visitor = server.visitor();
    let next: Vec<_> = FULL_MEMBER
        .iter()
        .map(|(step, form)| visitor.post(&format!("/join/{step}"), form).location.unwrap())
        .collect();
    let steps = ["age", "experience", "membership", "where", "details", "consent", "check"];
    assert_eq!(next, steps.map(|step| format!("/join/{step}")));
}

#[test]
fn sending_twice_gives_one_membership_and_the_same_reference() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    // The answer to the first one was lost: the cookie is as it was before it.
    let cookie: Vec<_> = visitor
        .agent
        .cookie_jar_lock()
        .iter()
        .map(|cookie| format!("{}={}; Path=/", cookie.name(), cookie.value()))
        .collect();
    let reference = |visitor: &crate::support::Visitor| {
        let done = visitor.get("/join/done").text;
        let at = done.find("class=\"reference\"").unwrap();
        done[at..].split(['<', '>']).nth(1).unwrap().to_owned()
    };
    visitor.post("/join/check", &[]);
    let first = reference(&visitor);
    let again = server.visitor();
    let url = server.url.parse().unwrap();
    for pair in &cookie {
        let cookie = ureq::Cookie::parse(pair.clone(), &url).unwrap();
        again.agent.cookie_jar_lock().insert(cookie, &url).unwrap();
    }
    assert_eq!(again.post("/join/check", &[]).status, 303);
    assert_eq!(reference(&again), first);
}

#[test]
fn the_screen_after_sending_shows_nothing_to_another_browser() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    visitor.post("/join/check", &[]);
    let other = server.visitor().get("/join/done");
    assert_eq!(other.status, 200);
    assert!(!other.text.contains("full member") && !other.text.contains("reference:"));
}

#[test]
fn a_member_who_joins_again_sees_what_a_new_one_sees() {
    let server = Server::start();
    let see = || {
        let visitor = server.visitor();
        visitor.answer_all(FULL_MEMBER);
        visitor.post("/join/check", &[]);
        let text = visitor.get("/join/done").text;
        let at = text.find("class=\"reference\">").unwrap() + "class=\"reference\">".len();
        let reference = text[at..].split('<').next().unwrap().to_owned();
        text.replace(&reference, "")
            .split("<main")
            .nth(1)
            .unwrap()
            .split("</main>")
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(see(), see());
}

#[test]
fn a_change_from_check_opens_the_questions_it_makes_necessary() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    let changed = visitor.post("/join/age?from=check", &[("age", "12-or-under")]);
    assert_eq!(changed.location.as_deref(), Some("/join/membership?from=check"));
    let seen = visitor.post("/join/membership?from=check", &[("membership", "associate")]);
    assert_eq!(seen.location.as_deref(), Some("/join/guardian?from=check"));
    let guardian = [("guardian-name", "Joy Okafor"), ("guardian-email", "joy@example.org")];
    let named = visitor.post("/join/guardian?from=check", &guardian);
    assert_eq!(named.location.as_deref(), Some("/join/check"));
}

#[test]
fn the_wizard_in_the_browser_keeps_and_sends_through_the_server_functions() {
    let server = Server::start();
    let visitor = server.visitor();
    let key = "0123456789abcdef0123456789abcdef";
    let answers = FULL_MEMBER
        .iter()
        .flat_map(|(_, form)| form.iter())
        .map(|(field, text)| format!("{field}={}", text.replace('@', "%40").replace(' ', "+")))
        .collect::<Vec<_>>()
        .join("&");
    let form = [("key", key), ("answers", answers.as_str())];
    assert_eq!(visitor.post("/api/keep-answers", &form).status, 200);
    assert!(visitor.get("/join/check").text.contains("Ada Okafor"));
    assert_eq!(visitor.post("/api/submit-join", &form).status, 200);
    assert!(visitor.get("/join/done").text.contains("full member"));
}

#[test]
fn clearing_forgets_the_answers() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    visitor.post("/join/clear", &[]);
    assert_eq!(visitor.get("/join/check").location.as_deref(), Some("/join/who"));
}
