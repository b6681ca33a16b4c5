//! Whatever is sent: a clear page or the error summary, a status that tells the truth, the answers
//! kept, a log without personal data, and no panic.

use crate::support::{FULL_MEMBER, Server, Visitor};

const FORM: &str = "application/x-www-form-urlencoded";

/// Somebody who has answered all but the last `open` steps.
fn half_way(server: &Server, open: usize) -> Visitor {
    let visitor = server.visitor();
    visitor.answer_all(&FULL_MEMBER[..FULL_MEMBER.len() - open]);
    visitor
}

/// The answers are as they were: the step that was open is still the one to answer.
fn kept(visitor: &Visitor, open: &str) {
    let resumed = visitor.get("/join").location;
    assert_eq!(resumed.as_deref(), Some(format!("/join/{open}").as_str()));
}

#[test]
fn a_missing_answer_is_asked_for_beside_its_field() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    let page = visitor.post("/join/details", &[("name", "Ada Okafor")]);
    assert_eq!(page.status, 422);
    assert!(page.text.contains("<title>Error: "), "{}", page.text);
    assert!(page.text.contains("There is a problem") && page.text.contains("href=\"#email\""));
    assert!(page.text.contains("value=\"Ada Okafor\""));
    kept(&visitor, "details");
}

#[test]
fn an_answer_that_is_not_offered_is_refused() {
    let server = Server::start();
    assert_eq!(server.visitor().post("/join/who", &[("who", "<script>")]).status, 422);
}

#[test]
fn a_class_that_the_rules_do_not_open_is_refused() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(&[("who", &[("who", "me")]), ("age", &[("age", "13-to-17")])]);
    assert_eq!(visitor.post("/join/membership", &[("membership", "full")]).status, 422);
    kept(&visitor, "membership");
}

#[test]
fn what_was_typed_comes_back_escaped() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    let typed = "\"><script>alert(1)</script>";
    let page = visitor.post("/join/details", &[("name", typed), ("email", typed)]);
    assert_eq!(page.status, 422);
    assert!(!page.text.contains("<script>alert"), "{}", page.text);
}

#[test]
fn a_name_of_a_megabyte_is_too_long() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    let name = "a".repeat(1_000_000);
    let page = visitor.post("/join/details", &[("name", &name), ("email", "ada@example.org")]);
    assert_eq!(page.status, 422);
    assert!(page.text.contains("100 characters or fewer") && page.text.len() < 50_000);
    kept(&visitor, "details");
}

#[test]
fn a_form_larger_than_any_is_not_read() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    let page = visitor.post_bytes("/join/details", FORM, &vec![b'a'; 3_000_000]);
    assert_eq!(page.status, 413);
    kept(&visitor, "details");
}

#[test]
fn what_is_not_utf_8_is_not_read() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    for body in [&b"name=%ff%fe&email=a%40example.org"[..], b"name=\xff\xfe", b"\x00\xff=&&=%"] {
        assert_eq!(visitor.post_bytes("/join/details", FORM, body).status, 400);
    }
    assert_eq!(visitor.post_bytes("/join/details", "application/json", b"{}").status, 400);
    kept(&visitor, "details");
}

#[test]
fn an_unknown_field_and_a_field_given_twice_are_refused() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    let unknown = [("name", "Ada"), ("email", "ada@example.org"), ("admin", "yes")];
    assert_eq!(visitor.post("/join/details", &unknown).status, 400);
    let twice = [("name", "Ada"), ("name", "Bea"), ("email", "ada@example.org")];
    assert_eq!(visitor.post("/join/details", &twice).status, 400);
    kept(&visitor, "details");
}

#[test]
fn an_unknown_step_is_no_page() {
    let server = Server::start();
    let visitor = server.visitor();
    for path in
        ["/join/nothing", "/join/who/more", "/join/..%2f..%2fetc", "/nothing", "/pkg/nothing.js"]
    {
        assert_eq!(visitor.get(path).status, 404, "{path}");
    }
    assert_eq!(visitor.post("/join/nothing", &[("who", "me")]).status, 404);
    for path in ["/join/%FF", "/guardian/%FF"] {
        let answer = visitor.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text.contains("There is no page here"), "{path}");
    }
}

#[test]
fn an_address_with_a_control_character_names_nothing() {
    let server = Server::start();
    let visitor = server.visitor();
    for path in ["/committee/%00", "/join/%0A", "/guardian/a%00b", "/%7F"] {
        assert_eq!(visitor.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_form_sent_to_a_page_that_takes_none_is_told_so() {
    let server = Server::start();
    let visitor = server.visitor();
    for path in ["/", "/privacy", "/join/done"] {
        let answer = visitor.post(path, &[("who", "me")]);
        assert_eq!(answer.status, 405, "{path}");
        assert!(answer.text.contains("There is no page here"), "{path}");
    }
}

#[test]
fn one_address_may_join_only_so_often() {
    let limit = [("CLIENT_ADDRESS_HEADER", "x-forwarded-for"), ("JOINS_PER_MINUTE", "1")];
    let server = Server::start_with(&limit);
    let agent = &server.visitor().agent;
    let join = |path: &str| {
        let request = agent.post(format!("{}{path}", server.url));
        let request = request.header("x-forwarded-for", "203.0.113.7");
        request.send_form([("seen", "x")]).unwrap().status().as_u16()
    };
    assert_eq!(join("/join/check"), 410);
    assert_eq!(join("/join/check"), 429);
    assert_eq!(join("/join/chec%6B"), 429);
}

#[test]
fn a_step_out_of_order_leads_to_the_open_one() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    assert_eq!(visitor.get("/join/check").location.as_deref(), Some("/join/details"));
    assert_eq!(visitor.post("/join/check", &[]).status, 409);
    assert_eq!(visitor.post("/join/consent", &[("consent", "yes")]).status, 409);
    assert_eq!(visitor.post("/join/guardian", &[("guardian-name", "x")]).status, 409);
    kept(&visitor, "details");
}

#[test]
fn answers_that_are_gone_are_said_to_be() {
    let server = Server::start();
    let nobody = server.visitor();
    assert_eq!(nobody.post("/join/consent", &[("consent", "yes")]).status, 410);
    assert_eq!(nobody.get("/join/consent").location.as_deref(), Some("/join/who"));
}

#[test]
fn a_tampered_cookie_is_forgotten() {
    let server = Server::start();
    let tampered = |method: &str| {
        let agent = &server.visitor().agent;
        let url = format!("{}/join/consent", server.url);
        let response = match method {
            "get" => agent.get(url).header("cookie", "join=AAAA").call().unwrap(),
            _ => agent
                .post(url)
                .header("cookie", "join=AAAA")
                .send_form([("consent", "yes")])
                .unwrap(),
        };
        let cleared = response.headers().get_all("set-cookie").iter().any(|cookie| {
            cookie
                .to_str()
                .is_ok_and(|text| text.starts_with("join=;") && text.contains("Max-Age=0"))
        });
        (response.status().as_u16(), cleared)
    };
    assert_eq!(tampered("get"), (410, true));
    assert_eq!(tampered("post"), (410, true));
}

#[test]
fn answers_changed_in_another_tab_are_shown_before_they_are_sent() {
    let server = Server::start();
    let visitor = half_way(&server, 0);
    let check = visitor.get("/join/check").text;
    let seen = |page: &str| {
        let at = page.find("name=\"seen\"").unwrap();
        page[at..].split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    visitor.post("/join/membership?from=check", &[("membership", "associate")]);
    let again = visitor.post("/join/check", &[("seen", &seen(&check))]);
    assert_eq!(again.status, 409);
    assert!(again.text.contains("another tab") && again.text.contains("Associate member"));
    assert_eq!(visitor.post("/join/check", &[("seen", &seen(&again.text))]).status, 303);
}

#[test]
fn another_sites_form_is_refused() {
    let server = Server::start();
    let agent = &server.visitor().agent;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")]
    {
        let request = agent.post(format!("{}/join/who", server.url)).header(name, value);
        assert_eq!(request.send_form([("who", "me")]).unwrap().status(), 403, "{name}");
    }
}

#[test]
fn server_functions_refuse_what_they_cannot_read() {
    let server = Server::start();
    let visitor = server.visitor();
    let key = "0123456789abcdef0123456789abcdef";
    for (form, status) in [
        (&[("key", "short"), ("answers", "")][..], 400),
        (&[("key", key), ("answers", "who=me&age=18-or-over")][..], 409),
        (&[("answers", "who=me")][..], 400),
    ] {
        assert_eq!(visitor.post("/api/submit-join", form).status, status, "{form:?}");
    }
    assert_eq!(visitor.post("/api/nothing", &[]).status, 404);
}

#[test]
fn a_link_of_nobodys_leads_nowhere() {
    let server = Server::start();
    let visitor = server.visitor();
    for path in ["/guardian/abc", "/representative/abc"] {
        assert_eq!(visitor.get(path).status, 404, "{path}");
        assert_eq!(visitor.post(path, &[("answer", "confirm")]).status, 404, "{path}");
        assert_eq!(visitor.post(path, &[("answer", "maybe")]).status, 400, "{path}");
    }
}

#[test]
fn what_was_typed_is_in_no_log() {
    let server = Server::start();
    let visitor = half_way(&server, 2);
    visitor.post("/join/details", &[("name", "Zebedee"), ("email", "zebedee")]);
    visitor.post("/join/details", &[("name", "Zebedee"), ("zebedee", "x")]);
    visitor.get("/zebedee?name=zebedee");
    visitor.get("/guardian/zebedee");
    visitor.post("/join/zebedee", &[]);
    let log = server.log();
    assert!(log.contains("422") && log.contains("400") && log.contains("404"), "{log}");
    assert!(!log.to_lowercase().contains("zebedee"), "{log}");
    assert!(!log.contains("panicked"), "{log}");
}
