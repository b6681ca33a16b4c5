//! Words: how a name is put in order, and what a member is found by.

use unicode_normalization::UnicodeNormalization;

/// Somebody types more words than this to find nobody.
const MOST_TYPED: usize = 8;
/// No word that is looked for is longer.
const LONGEST_TYPED: usize = 100;
/// What stands where there is no district: after every letter.
pub(crate) const NO_DISTRICT: &str = "~";

/// A text in lower case, without accents and apostrophes: `o'Brién` becomes `obrien`.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.nfd().flat_map(char::to_lowercase) {
        match character {
            // Accents of the Latin, Greek and Cyrillic letters. Other scripts' marks are letters.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            _ => plain.push(character),
        }
    }
    plain
}

/// What a name is put in order by; never empty.
pub(crate) fn sort_name(name: &str) -> String {
    let sort = plain(name);
    if sort.trim().is_empty() { name.to_lowercase() } else { sort }
}

/// What a district is put in order and found by: `BS5` comes before `BS10`.
pub(crate) fn district_key(district: Option<&str>) -> String {
    let Some(district) = district else { return NO_DISTRICT.to_owned() };
    let district: String = district
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_uppercase())
        .collect();
    let figures = |character: char| character.is_ascii_digit();
    let start = district.find(figures).unwrap_or(district.len());
    let (letters, rest) = district.split_at_checked(start).unwrap_or_default();
    let end = rest.find(|character| !figures(character)).unwrap_or(rest.len());
    let (number, letter) = rest.split_at_checked(end).unwrap_or_default();
    format!("{letters}{number:0>4}{letter}")
}

/// All that a member is found by: the words of the name, the e-mail address and the words before
/// its `@`, and the membership number whole and in its parts. Sorted, each once.
pub(crate) fn of_member(name: &str, email: &str, number: &str) -> Vec<String> {
    let mut words = parts(name);
    let email = email.to_ascii_lowercase();
    words.extend(parts(email.split_once('@').map_or("", |(local, _)| local)));
    words.push(email);
    let number = parts(number);
    words.push(number.concat());
    words.extend(number);
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}

/// The words that somebody types to find members: each is the beginning of one of a member's.
pub(crate) fn typed(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        if word.contains('@') {
            words.push(word.to_lowercase());
        } else {
            words.extend(parts(word));
        }
    }
    for word in &mut words {
        *word = word.chars().take(LONGEST_TYPED).collect();
    }
    words.sort();
    words.dedup();
    words.truncate(MOST_TYPED);
    words
}

fn parts(text: &str) -> Vec<String> {
    let plain = plain(text);
    let parts = plain.split(|character: char| !character.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_any_case_and_with_or_without_accents_and_apostrophes() {
        for name in ["Zoë O’Brien", "zoe o'brien", "ZOË OʼBRIEN", "zoe\u{308} obrien"] {
            assert_eq!(plain(name), "zoe obrien", "{name}");
        }
        assert_eq!(plain("Łukasz Straße Øst"), "lukasz strasse ost");
    }

    #[test]
    fn a_name_that_is_nothing_but_marks_still_has_a_place_in_the_order() {
        assert_eq!(sort_name("ʼ"), "ʼ");
        assert_eq!(sort_name("李"), "李");
    }

    #[test]
    fn districts_are_in_the_order_of_their_numbers_and_no_district_comes_last() {
        let mut keys: Vec<_> = ["BS10", "BS5", "B1", "EC1A", "EC1", "BFPO 12"]
            .map(|district| district_key(Some(district)))
            .to_vec();
        keys.push(district_key(None));
        keys.sort();
        assert_eq!(keys, ["B0001", "BFPO0012", "BS0005", "BS0010", "EC0001", "EC0001A", "~"]);
        assert_eq!(district_key(Some(" bs5 ")), "BS0005");
    }

    #[test]
    fn a_member_is_found_by_name_address_and_number() {
        assert_eq!(
            of_member("Ada King-Noel", "A.Lovelace@Example.org", "IM-7K3M"),
            [
                "7k3m",
                "a",
                "a.lovelace@example.org",
                "ada",
                "im",
                "im7k3m",
                "king",
                "lovelace",
                "noel",
            ]
        );
    }

    #[test]
    fn what_is_typed_is_taken_apart_as_what_is_known() {
        assert_eq!(typed(" King-Nöel  ada "), ["ada", "king", "noel"]);
        assert_eq!(typed("A.Love@Ex"), ["a.love@ex"]);
        assert_eq!(typed("a b c d e f g h i j").len(), MOST_TYPED);
        assert_eq!(typed("%_*' - "), Vec::<String>::new());
    }
}
