//! What a class lets its members do, in words.

use rules::Class;

use crate::words::words;

/// What members of a class may do (R4): the rules say what, the words how.
pub(super) fn may(class: Class) -> Vec<&'static str> {
    let phrase = &words().join.phrase;
    let rights = class.rights();
    let named =
        [(rights.speak, phrase.speak), (rights.vote, phrase.vote), (rights.stand, phrase.stand)];
    named.iter().filter(|(may, _)| *may).map(|(_, says)| *says).collect()
}
