//! Web addresses of groups.

use rules::{Website, WebsiteError};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(text: &str) -> Result<String, WebsiteError> {
    Website::parse(text).map(|address| address.to_string())
}

#[test]
fn an_address_is_read_with_a_scheme_or_without() {
    for (typed, expected) in [
        ("example.org", "https://example.org"),
        (" www.Example.org ", "https://www.example.org"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://example.org/About?x=1#Top", "https://example.org/About?x=1#Top"),
        ("example.org/groups/~us", "https://example.org/groups/~us"),
        (
            "example.org?from=https://other.example",
            "https://example.org?from=https://other.example",
        ),
        (
            "web.archive.org/web/http://example.org",
            "https://web.archive.org/web/http://example.org",
        ),
        ("xn--mnchen-3ya.de", "https://xn--mnchen-3ya.de"),
        ("facebook.com/Quiet.Corner", "https://facebook.com/Quiet.Corner"),
    ] {
        assert_eq!(read(typed).as_deref(), Ok(expected), "{typed:?}");
    }
}

#[test]
fn what_is_no_web_address_is_asked_about() {
    for typed in [
        "",
        "none",
        "localhost",
        "example",
        "example.",
        ".org",
        "ftp://example.org",
        "javascript://example.org/%0aalert(1)",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:///path",
        "https://user:secret@example.org",
        "info@example.org",
        "example.org:8080",
        "127.0.0.1",
        "http://[::1]/",
        "exa mple.org",
        "example.org/a b",
        "example.org/\"><script>",
        "example.org/'\u{0}",
        "exämple.org",
        "https://https://example.org",
        "-a.org",
        "a_b.org",
        "//example.org",
        "example.org\\@evil.example",
    ] {
        assert_eq!(read(typed), Err(WebsiteError::Format), "{typed:?}");
    }
}

#[test]
fn an_address_has_at_most_200_characters_with_its_scheme() {
    let long = |length: usize| format!("example.org/{}", "x".repeat(length - 12));
    assert_eq!(read(&long(192)).map(|address| address.len()), Ok(Website::MAX));
    assert_eq!(read(&long(193)), Err(WebsiteError::TooLong));
    assert_eq!(read(&long(1 << 20)), Err(WebsiteError::TooLong));
}
