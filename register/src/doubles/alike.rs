//! Names that one person may well have written.

use crate::words::plain;

/// Whether two names are nearly the same: the same words but for some that one leaves out, a first
/// name and its beginning or initial, or one letter more, fewer or another.
pub(super) fn names(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    let words = |name: &str| -> Vec<String> {
        name.split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (of_one, of_other) = (words(&one), words(&other));
    has_all(&of_one, &of_other)
        || has_all(&of_other, &of_one)
        || is_short_for(&of_one, &of_other)
        || is_short_for(&of_other, &of_one)
        || is_one_letter_off(&one, &other)
}

/// Whether a name has all the words of another, of which there are at least two.
fn has_all(name: &[String], other: &[String]) -> bool {
    other.len() >= 2 && other.iter().all(|word| name.contains(word))
}

/// Whether the last names are the same, and the first begins like the other's.
fn is_short_for(name: &[String], other: &[String]) -> bool {
    match (name, other) {
        ([first, .., last], [other_first, .., other_last]) => {
            last == other_last && other_first.starts_with(first.as_str())
        }
        _ => false,
    }
}

fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(before..).unwrap_or(&[]), other.get(before..).unwrap_or(&[]));
    let after = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    one.len() - after <= 1 && other.len() - after <= 1
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_that_one_person_may_have_written_are_alike() {
        for (one, other) in [
            ("Ann Smith", "ann smith"),
            ("Ann Smith", "Ann Mary Smith"),
            ("Smith Ann", "Ann Smith"),
            ("A Smith", "Ann Smith"),
            ("Dan O’Neil", "Daniel ONeil"),
            ("Jon Smith", "John Smith"),
            ("Zoe Smith", "Zoë Smith"),
            ("Ann Smith", "Ann Smitj"),
        ] {
            assert!(names(one, other) && names(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn names_of_two_in_a_family_are_not() {
        for (one, other) in [
            ("Ann Smith", "Bob Smith"),
            ("Ann Smith", "Amy Smith"),
            ("Ann Smith", "Ann Jones"),
            ("Ann", "Bob"),
        ] {
            assert!(!names(one, other) && !names(other, one), "{one}, {other}");
        }
    }
}
