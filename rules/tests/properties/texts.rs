//! Texts to try: anything at all, and what is nearly right.

use proptest::prelude::*;
use proptest::sample::select;

/// Any text, unseen marks, figures and signs among it more often than by chance.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let special: Vec<char> =
        "09aAzZ oOiI.-+@/()':;=,\u{0}\t\n\r\u{a0}\u{ad}\u{200b}\u{200d}\u{202e}\u{2028}\u{3164}\u{feff}\u{fffd}é山🙂"
            .chars()
            .collect();
    let character = prop_oneof![select(special), any::<char>(), prop::char::range(' ', '~')];
    prop::collection::vec(character, 0..140).prop_map(String::from_iter)
}

fn letters(set: &'static str) -> impl Strategy<Value = char> {
    select(set.chars().collect::<Vec<_>>())
}

const FIRST: &str = "ABCDEFGHIJKLMNOPRSTUWYZ";
const SECOND: &str = "ABCDEFGHKLMNOPQRSTUVWXY";
const INWARD: &str = "ABDEFGHJLNPQRSTUWXYZ";

/// An outward code in one of the six formats.
pub(crate) fn outward() -> impl Strategy<Value = String> {
    let number = || prop_oneof![(0u8..=9), (10u8..=99)];
    prop_oneof![
        (letters(FIRST), number()).prop_map(|(a, n)| format!("{a}{n}")),
        (letters(FIRST), 0u8..=9, letters("ABCDEFGHJKPSTUW"))
            .prop_map(|(a, n, b)| format!("{a}{n}{b}")),
        (letters(FIRST), letters(SECOND), number()).prop_map(|(a, b, n)| format!("{a}{b}{n}")),
        (letters(FIRST), letters(SECOND), 0u8..=9, letters("ABEHMNPRVWXY"))
            .prop_map(|(a, b, n, c)| format!("{a}{b}{n}{c}")),
    ]
}

/// A postcode as it is printed.
pub(crate) fn postcode() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => (outward(), 0u8..=9, letters(INWARD), letters(INWARD))
            .prop_map(|(outward, n, a, b)| format!("{outward} {n}{a}{b}")),
        1 => (0u16..=9999).prop_map(|number| format!("BFPO {number}")),
        1 => Just("GIR 0AA".to_owned()),
    ]
}

/// An area as it is printed.
pub(crate) fn area() -> impl Strategy<Value = String> {
    let sector = (outward(), 0u8..=9).prop_map(|(outward, n)| format!("{outward} {n}"));
    let area = (letters(FIRST), prop::option::of(letters(SECOND)))
        .prop_map(|(a, b)| a.to_string() + &b.map(String::from).unwrap_or_default());
    prop_oneof![outward(), sector, area, authority()]
}

pub(crate) fn authority() -> impl Strategy<Value = String> {
    (select(vec!['E', 'N', 'S', 'W']), 6_000_000u32..=9_000_999)
        .prop_map(|(country, number)| format!("{country}{number:08}"))
}

fn label() -> impl Strategy<Value = String> {
    let inner = select("abcxyz0189-".chars().collect::<Vec<_>>());
    let end = || select("abcxyz0189".chars().collect::<Vec<_>>());
    (end(), prop::collection::vec(inner, 0..12), end())
        .prop_map(|(a, inner, b)| format!("{a}{}{b}", String::from_iter(inner)))
}

/// A host as it is printed.
pub(crate) fn host() -> impl Strategy<Value = String> {
    let top = select(vec!["org", "co.uk", "wales", "xn--p1ai", "museum"]);
    (prop::collection::vec(label(), 1..4), top).prop_map(|(l, top)| l.join(".") + "." + top)
}

/// An e-mail address as it is printed.
pub(crate) fn email() -> impl Strategy<Value = String> {
    let atom = select("abcXYZ019!#$%&'*+-/=?^_`{|}~".chars().collect::<Vec<_>>());
    let atom = prop::collection::vec(atom, 1..12).prop_map(String::from_iter);
    (prop::collection::vec(atom, 1..4), host())
        .prop_map(|(atoms, host)| format!("{}@{host}", atoms.join(".")))
}
