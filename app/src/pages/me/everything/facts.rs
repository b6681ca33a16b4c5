//! Facts, in words.

use register::{FactName, FactValue, HeldPart, HeldWording};

use super::super::super::committee::days::{date, moment};
use crate::words::words;

/// What is known of something, each with what it is about. Who did something is said in one.
pub(super) fn shown(part: &HeldPart) -> Vec<(FactName, String)> {
    let branch = part.facts.iter().find_map(|(name, value)| match (name, value) {
        (FactName::WhoBranch, FactValue::Text(branch)) => Some(branch.as_str()),
        _ => None,
    });
    let facts = part.facts.iter().filter(|(name, _)| *name != FactName::WhoBranch);
    facts.map(|(name, value)| (*name, said(*name, value, branch))).collect()
}

fn said(name: FactName, value: &FactValue, who_branch: Option<&str>) -> String {
    let w = &words().everything;
    match value {
        FactValue::Text(text) => text.clone(),
        FactValue::Word(word) if name == FactName::Who => (w.who)(word, who_branch),
        FactValue::Word(word) => (w.word)(name, word).map_or_else(|| word.clone(), str::to_owned),
        FactValue::Number(number) if name == FactName::BirthMonth => month(*number),
        FactValue::Number(number) => number.to_string(),
        FactValue::Yes(true) => w.yes.to_owned(),
        FactValue::Yes(false) => w.no.to_owned(),
        FactValue::Moment(at) => moment(*at),
        FactValue::Day(day) => date(*day),
        FactValue::Wording(wording) => self::wording(*wording).to_owned(),
        FactValue::File(file) => (w.sent_file)(&file.name, file.size),
    }
}

fn month(number: i64) -> String {
    let place = usize::try_from(number).ok().and_then(|month| month.checked_sub(1));
    let name = place.and_then(|place| words().join.months.get(place).copied());
    name.map_or_else(|| number.to_string(), str::to_owned)
}

/// The text that was agreed to.
pub(super) fn wording(wording: HeldWording) -> &'static str {
    match wording {
        HeldWording::Shown(text) => (words().join.consent)(text),
        HeldWording::Declared(_) => words().import.declaration,
    }
}
