//! Names, in the scripts that people write them in.

use rules::{BranchName, Name, NameError};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(text: &str) -> Result<String, NameError> {
    Name::parse(text).map(|name| name.to_string())
}

#[test]
fn a_name_is_kept_as_its_owner_writes_it() {
    for name in [
        "X",
        "Sam Jones",
        "Siân ap Llŷr",
        "Máire Ní Bhriain",
        "Zoë O'Neill-D’Arcy",
        "Jürgen Groß",
        "Đặng Thị Ngọc",
        "María de los Ángeles, PhD",
        "Ольга Петрова",
        "Γιώργος Σεφέρης",
        "محمد علی",
        "علی\u{200c}رضا",
        "אברהם בן דוד",
        "राम शर्मा",
        "ශ්\u{200d}රී ලංකා",
        "张伟",
        "山田 太郎",
        "김민준",
        "𐐔𐐇𐐝𐐀𐐡𐐇𐐓",
        "葛\u{e0100}城",
        "R2",
        "Hearing Voices (Bristol) & Friends – 2nd group!",
        "<b>Robert</b>'); DROP TABLE members;--",
        "null",
    ] {
        assert_eq!(read(name).as_deref(), Ok(name));
    }
}

#[test]
fn spaces_are_tidied() {
    for typed in
        [" Sam Jones ", "Sam  Jones", "Sam\tJones", "Sam\r\nJones", "Sam\u{a0}\u{2003}Jones"]
    {
        assert_eq!(read(typed).as_deref(), Ok("Sam Jones"), "{typed:?}");
    }
}

#[test]
fn marks_that_nobody_sees_are_left_out() {
    for typed in [
        "\u{feff}Sam Jones",
        "Sam\u{200b} Jones",
        "Sam \u{200b} Jones",
        "\u{202e}Sam Jones\u{202c}",
        "\u{2067}Sam Jones\u{2069}",
        "Sam Jo\u{ad}nes",
        "Sam Jones \u{200f}",
        "Sam\u{e0041} Jones",
    ] {
        assert_eq!(read(typed).as_deref(), Ok("Sam Jones"), "{typed:?}");
    }
}

#[test]
fn a_name_has_a_letter_or_a_figure_and_is_text() {
    for typed in
        ["-", "...", "🙂", "' '", "!?", "Sam\u{0}", "Sam\u{1b}[2J", "Jos\u{fffd}", "\u{301}"]
    {
        assert_eq!(read(typed), Err(NameError::Characters), "{typed:?}");
    }
    for typed in ["", " ", "\t\n", "\u{200b}", "\u{3164}", "\u{2800}\u{2003}", "\u{115f}\u{1160}"] {
        assert_eq!(read(typed), Err(NameError::Missing), "{typed:?}");
    }
}

#[test]
fn a_name_has_at_most_a_hundred_characters_of_any_size() {
    for letter in ["a", "é", "山", "𐐔"] {
        let longest = letter.repeat(Name::MAX);
        assert_eq!(read(&longest), Ok(longest.clone()));
        assert_eq!(
            read(&format!("   {longest}   ")),
            Ok(longest.clone()),
            "spaces around are free"
        );
        assert_eq!(read(&format!("{longest}{letter}")), Err(NameError::TooLong));
    }
    assert_eq!(read(&format!("{} {}", "a".repeat(50), "b".repeat(50))), Err(NameError::TooLong));
    assert!(read(&format!("{} {}", "a".repeat(50), "b".repeat(49))).is_ok());
    assert_eq!(read(&"a".repeat(1 << 20)), Err(NameError::TooLong));
    assert_eq!(read(&" ".repeat(1 << 20)), Err(NameError::Missing));
}

#[test]
fn case_and_spacing_make_no_second_person() {
    let key = |text| Name::parse(text).map(|name| name.key());
    assert_eq!(key("SIÂN  Jones"), key("siân jones"));
    assert_ne!(key("Sian Jones"), key("Siân Jones"));
}

#[test]
fn a_name_is_no_web_address() {
    for link in ["See https://spam.example", "WWW.spam.example", "a://b"] {
        assert_eq!(read(link), Err(NameError::Characters), "{link}");
    }
    assert!(read("Men’s / Women’s Group (Bristol)").is_ok());
}

#[test]
fn a_branch_is_named_without_the_word_that_stands_behind_every_name_of_one() {
    let read = |text| BranchName::parse(text).map(|name| name.to_string());
    for (typed, name) in [
        ("Bath", "Bath"),
        (" bath  Branch ", "bath"),
        ("North Somerset branch BRANCH", "North Somerset"),
        ("Branch End", "Branch End"),
        ("Longbranch", "Longbranch"),
    ] {
        assert_eq!(read(typed).as_deref(), Ok(name), "{typed:?}");
    }
    for none in ["branch", " ", "Branch branch"] {
        assert_eq!(read(none), Err(NameError::Missing), "{none:?}");
    }
    assert_eq!(read("- branch"), Err(NameError::Characters));
}
