//! What people write in their own words.

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but spaces.
    Missing,
    /// Longer than its most.
    TooLong,
}

macro_rules! text {
    ($(#[$meta:meta])* $name:ident, $most:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const MAX: usize = $most;

            /// Reads it, without the spaces around it, with lines that end in one way, and without
            /// what no screen shows.
            ///
            /// # Errors
            /// Says what is wrong.
            pub fn parse(text: &str) -> Result<Self, TextError> {
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                let shown = |character: &char| !character.is_control() || *character == '\n';
                let text: String = text.chars().filter(shown).collect();
                let text = text.trim();
                match text.chars().count() {
                    0 => Err(TextError::Missing),
                    length if length > Self::MAX => Err(TextError::TooLong),
                    _ => Ok(Self(text.to_owned())),
                }
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

text! {
    /// A note about a member.
    NoteText, 4000
}

text! {
    /// Why a member is moved to another branch.
    MoveReason, 500
}

text! {
    /// What a representative says of how they were chosen.
    EvidenceText, 10_000
}

text! {
    /// What a committee is missing in evidence.
    EvidenceQuery, 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_as_it_is_written_but_for_what_nobody_sees() {
        let text = NoteText::parse("  One\r\ntwo\rthree\u{0} \n");
        assert_eq!(text.map(|text| text.0), Ok("One\ntwo\nthree".to_owned()));
        assert_eq!(NoteText::parse(" \n\u{0}"), Err(TextError::Missing));
    }

    #[test]
    fn a_text_has_at_most_so_many_characters_however_long_each_is() {
        assert!(MoveReason::parse(&"é".repeat(500)).is_ok());
        assert_eq!(MoveReason::parse(&"é".repeat(501)), Err(TextError::TooLong));
    }
}
