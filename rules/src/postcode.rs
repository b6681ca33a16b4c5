//! UK postcodes, in all their formats.

use std::fmt;

use crate::text::{is_dash, is_unseen};

/// A UK postcode, in capitals: an outward code, and an inward code unless it is a BFPO number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Postcode {
    outward: String,
    inward: String,
}

/// What is wrong with a postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostcodeError {
    /// Only the first half: `BS5` where `BS5 6XX` is meant.
    OnlyOutward,
    /// Not in any format that postcodes have.
    Format,
}

impl Postcode {
    /// Reads a postcode in any case, spacing and punctuation: the six formats of the Royal Mail's
    /// Programmers' Guide to PAF, GIR 0AA, and BFPO with a number of one to four figures. The
    /// letters O and I where only a figure can be, and 0 and 1 where only a letter can be, are
    /// put right when there is just one way to do it.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(text: &str) -> Result<Self, PostcodeError> {
        let mut code = String::with_capacity(8);
        for character in text.chars() {
            match character {
                // The longest has 8 figures and letters.
                _ if character.is_ascii_alphanumeric() && code.len() < 8 => {
                    code.push(character.to_ascii_uppercase());
                }
                '.' | ',' | '(' | ')' | '[' | ']' => {}
                _ if character.is_whitespace() || is_dash(character) || is_unseen(character) => {}
                _ => return Err(PostcodeError::Format),
            }
        }
        if let Some(number) = code.strip_prefix("BFPO") {
            return if (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
            {
                Ok(Self { outward: format!("BFPO {number}"), inward: String::new() })
            } else {
                Err(PostcodeError::Format)
            };
        }
        if is_outward(&code) {
            // Four characters such as `BS56` are a half at most; five and more never get here.
            return Err(PostcodeError::OnlyOutward);
        }
        let (outward, inward) = code
            .len()
            .checked_sub(3)
            .and_then(|split| code.split_at_checked(split))
            .ok_or(PostcodeError::Format)?;
        // Of the letters only the figure in front can be mistaken: none of them is an O or an I.
        let inward = respelt(inward, "9__");
        if !is_inward(&inward) {
            return Err(PostcodeError::Format);
        }
        if is_outward(outward) || (outward == "GIR" && inward == "0AA") {
            return Ok(Self { outward: outward.to_owned(), inward });
        }
        let mut spellings = OUTWARD_FORMATS
            .iter()
            .map(|format| respelt(outward, format))
            .filter(|spelling| is_outward(spelling))
            .collect::<Vec<_>>();
        spellings.dedup();
        match <[String; 1]>::try_from(spellings) {
            Ok([outward]) => Ok(Self { outward, inward }),
            Err(_) => Err(PostcodeError::Format),
        }
    }

    /// The first half, the district: `BS5` of `BS5 6XX`.
    #[must_use]
    pub fn district(&self) -> &str {
        &self.outward
    }

    /// The letters that it starts with: `BS` of `BS5 6XX`.
    #[must_use]
    pub fn area(&self) -> &str {
        let letters = self.outward.bytes().take_while(u8::is_ascii_alphabetic).count();
        self.outward.get(..letters).unwrap_or_default()
    }

    /// The district and the figure after it: `BS5 6` of `BS5 6XX`. A BFPO number has none.
    #[must_use]
    pub fn sector(&self) -> Option<String> {
        self.inward.get(..1).map(|figure| format!("{} {figure}", self.outward))
    }

    /// The two letters that it ends with: `XX` of `BS5 6XX`. A BFPO number has none.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.inward.get(1..).filter(|unit| !unit.is_empty())
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.inward.is_empty() {
            f.write_str(&self.outward)
        } else {
            write!(f, "{} {}", self.outward, self.inward)
        }
    }
}

/// The formats of an outward code, `A` a letter, `9` a figure.
const OUTWARD_FORMATS: [&str; 6] = ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"];

/// A9, A99, A9A, AA9, AA99 or AA9A, with the letters that the Programmers' Guide allows in each
/// place. A number of two figures does not begin with 0: `BS05` is no district.
pub(crate) fn is_outward(code: &str) -> bool {
    let first = |b: u8| b.is_ascii_uppercase() && !b"QVX".contains(&b);
    let second = |b: u8| b.is_ascii_uppercase() && !b"IJZ".contains(&b);
    let third = |b: u8| b"ABCDEFGHJKPSTUW".contains(&b);
    let fourth = |b: u8| b"ABEHMNPRVWXY".contains(&b);
    let figure = |b: u8| b.is_ascii_digit();
    let number = |b: u8, c: u8| figure(b) && b != b'0' && figure(c);
    match *code.as_bytes() {
        [a, b] => first(a) && figure(b),
        [a, b, c] => {
            first(a) && (number(b, c) || (figure(b) && third(c)) || (second(b) && figure(c)))
        }
        [a, b, c, d] => first(a) && second(b) && (number(c, d) || (figure(c) && fourth(d))),
        _ => false,
    }
}

/// `code` with O and I made figures where `format` has a `9`, and 0 and 1 made letters where it
/// has an `A`; empty when they are not of one length.
fn respelt(code: &str, format: &str) -> String {
    if code.len() != format.len() {
        return String::new();
    }
    let respell = |(character, place)| match (place, character) {
        ('9', 'O') => '0',
        ('9', 'I') => '1',
        ('A', '0') => 'O',
        ('A', '1') => 'I',
        _ => character,
    };
    code.chars().zip(format.chars()).map(respell).collect()
}

fn is_inward(code: &str) -> bool {
    let letter = |b: u8| b.is_ascii_uppercase() && !b"CIKMOV".contains(&b);
    matches!(*code.as_bytes(), [a, b, c] if a.is_ascii_digit() && letter(b) && letter(c))
}
