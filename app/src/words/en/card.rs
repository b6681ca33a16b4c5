//! The words of a member's card, in English.

use rules::Class;

use super::letters::day;
use crate::words::{Card, CardWords};

pub(super) const CARD: CardWords = CardWords { rows };

pub(super) fn rows(card: &Card<'_>) -> Vec<(&'static str, String)> {
    let class = match card.class {
        Class::Full => "Full member",
        Class::Associate => "Associate member",
    };
    let mut rows = vec![
        ("Name", card.name.to_owned()),
        ("Membership", class.into()),
        ("Number", card.number.to_owned()),
        ("Member since", day(card.since)),
    ];
    if let Some(branch) = card.branch {
        rows.push(("Branch", branch.to_owned()));
    }
    rows
}
