//! E-mail addresses.

use rules::{EmailAddress, EmailError};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(text: &str) -> Result<String, EmailError> {
    EmailAddress::parse(text).map(|address| address.to_string())
}

#[test]
fn addresses_that_mail_can_be_sent_to_are_kept_as_they_are() {
    for typed in [
        "sam@example.org",
        "sam.jones@mail.example.co.uk",
        "sam+imhn@example.org",
        "o'brien@example.ie",
        "SAM.Jones@example.org",
        "1@2.co",
        "a_b-c@x-y.wales",
        "x@xn--mnchen-3ya.de",
        "{odd}!#$%&*/=?^`|~@example.org",
    ] {
        assert_eq!(read(typed).as_deref(), Ok(typed));
    }
}

#[test]
fn what_comes_along_when_an_address_is_pasted_is_left_out() {
    for typed in [
        " sam@example.org ",
        "sam@example.org\n",
        "sam@EXAMPLE.org",
        "\u{feff}sam@example.org",
        "\u{202a}sam@example.org\u{202c}",
        "sam@\u{ad}example.org",
        "\u{200b} sam@example.org \u{200b}",
    ] {
        assert_eq!(read(typed).as_deref(), Ok("sam@example.org"), "{typed:?}");
    }
}

#[test]
fn common_slips_are_asked_about() {
    for typed in [
        "",
        " ",
        "@",
        "sam",
        "sam@",
        "@example.org",
        "sam@example",
        "sam@example,org",
        "sam@example..org",
        "sam@.example.org",
        "sam@example.org.",
        "sam@@example.org",
        "sam@one@example.org",
        "sam jones@example.org",
        "sam@exam ple.org",
        ".sam@example.org",
        "sam.@example.org",
        "sam..jones@example.org",
        "sam@-example.org",
        "sam@example-.org",
        "sam@exa_mple.org",
        "sam@exa!mple.org",
        "sam@127.0.0.1",
        "sam@[127.0.0.1]",
        "sam@example.123",
        "Sam <sam@example.org>",
        "<sam@example.org>",
        "mailto:sam@example.org",
        "\"sam jones\"@example.org",
        "sam@example.org, al@example.org",
        "sam(home)@example.org",
        "sam@example.org\r\nBcc: all@example.org",
        "sam\u{0}@example.org",
        "sam@exämple.org",
        "säm@example.org",
        "sam@example.org/x",
    ] {
        assert_eq!(read(typed), Err(EmailError::Format), "{typed:?}");
    }
}

#[test]
fn the_longest_address_has_254_characters_and_64_before_the_at() {
    let labels = format!("{0}.{0}.{1}.org", "d".repeat(61), "e".repeat(61));
    let longest = format!("{}@{labels}", "l".repeat(64));
    assert_eq!(longest.len(), EmailAddress::MAX);
    assert_eq!(read(&longest), Ok(longest.clone()));
    assert_eq!(read(&format!("{longest}x")), Err(EmailError::TooLong));
    assert_eq!(read(&format!("{}@example.org", "l".repeat(65))), Err(EmailError::Format));
    assert_eq!(read(&format!("sam@{}.org", "d".repeat(64))), Err(EmailError::Format));
    assert_eq!(read(&"a".repeat(1 << 20)), Err(EmailError::TooLong));
}

#[test]
fn two_spellings_that_differ_in_case_are_one_mailbox() {
    let key = |text| EmailAddress::parse(text).map(|address| address.key());
    assert_eq!(key("Sam@Example.org"), key("sAM@eXAMPLE.ORG"));
    assert_ne!(key("sam+a@example.org"), key("sam@example.org"));
}
