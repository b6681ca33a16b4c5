//! Telephone numbers.

use rules::{PhoneError, PhoneNumber};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(text: &str) -> Result<String, PhoneError> {
    PhoneNumber::parse(text).map(|number| number.to_string())
}

#[test]
fn the_usual_spellings_are_read() {
    for (typed, expected) in [
        ("0117 496 0123", "01174960123"),
        ("(0117) 496-0123", "01174960123"),
        ("0117/496.0123", "01174960123"),
        ("07700 900 123", "07700900123"),
        ("\u{202a}07700\u{a0}900\u{2011}123\u{202c}", "07700900123"),
        ("+44 7700 900123", "+447700900123"),
        ("+44 (0)117 496 0123", "+441174960123"),
        ("(+44) (0)117 496 0123", "+441174960123"),
        ("+44 0117 496 0123", "+441174960123"),
        ("0044 117 496 0123", "00441174960123"),
        ("+49 (0) 30 901820", "+4930901820"),
        ("+39 06 6982", "+39066982"),
        ("(0) 117 496 0123", "01174960123"),
        ("1234567", "1234567"),
        ("+123456789012345", "+123456789012345"),
    ] {
        assert_eq!(read(typed).as_deref(), Ok(expected), "{typed:?}");
    }
}

#[test]
fn letters_and_other_signs_are_asked_about() {
    for typed in
        ["0117 CALL ME", "0117 496 0123 ext 4", "0117+496", "++44 7700 900123", "٠١١٧٤٩٦", "#31#"]
    {
        assert_eq!(read(typed), Err(PhoneError::Characters), "{typed:?}");
    }
}

#[test]
fn a_number_has_7_to_15_figures() {
    for typed in ["", " ", "+", "()", "123456", "+123456", "1234567890123456", "+1234567890123456"]
    {
        assert_eq!(read(typed), Err(PhoneError::Length), "{typed:?}");
    }
    assert_eq!(read(&"1".repeat(1 << 20)), Err(PhoneError::Length));
    assert_eq!(read(&"-".repeat(1 << 20)), Err(PhoneError::Length));
}
