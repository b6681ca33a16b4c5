//! What every response says about itself.

use crate::support::{FULL_MEMBER, Server};

const PAGES: &[&str] = &[
    "/",
    "/membership",
    "/branches",
    "/rules",
    "/privacy",
    "/accessibility",
    "/contact",
    "/join/who",
    "/join/done",
    "/nothing",
    "/guardian/x",
    "/representative/x",
    "/healthz",
];

#[test]
fn every_page_has_the_security_headers() {
    let server = Server::start();
    for page in PAGES {
        let answer = server.visitor().get(page);
        let header = |name: &str| answer.headers.get(name).unwrap().to_str().unwrap().to_owned();
        let policy = header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{page}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{page}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{page}: {policy}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert!(answer.headers.contains_key("cache-control"), "{page}");
    }
}

#[test]
fn each_response_has_a_nonce_of_its_own() {
    let server = Server::start();
    let policy = || {
        let answer = server.visitor().get("/join/who");
        answer.headers["content-security-policy"].to_str().unwrap().to_owned()
    };
    assert_ne!(policy(), policy());
}

#[test]
fn what_may_hold_an_answer_is_kept_by_no_cache() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    for page in ["/join/details", "/join/check", "/join/done"] {
        assert_eq!(visitor.get(page).headers["cache-control"], "no-store", "{page}");
    }
    let refused = visitor.post("/join/details", &[("name", "")]);
    assert_eq!(
        (refused.status, &refused.headers["cache-control"]),
        (422, &"no-store".parse().unwrap())
    );
}

#[test]
fn the_contact_address_is_in_no_page_as_it_is() {
    let server = Server::start();
    for page in PAGES {
        let text = server.visitor().get(page).text;
        assert!(!text.contains("membership@") && !text.contains("mailto:"), "{page}");
    }
}

#[test]
fn a_page_that_is_only_read_fetches_no_script() {
    let server = Server::start();
    for page in ["/", "/membership", "/branches", "/rules", "/privacy"] {
        let text = server.visitor().get(page).text;
        assert!(!text.contains("type=\"module\"") && !text.contains(".wasm"), "{page}");
    }
}
