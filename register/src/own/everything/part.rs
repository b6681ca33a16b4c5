//! What everything that is held is told as: parts of facts, which a page and a file show alike, so
//! that neither leaves out what the other has.

use chrono::{DateTime, NaiveDate, Utc};
use rules::ConsentText;

use super::names::{FactName, HeldKind};
use crate::evidence::FileKind;

/// Something that is held, and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPart {
    /// What it is.
    pub kind: HeldKind,
    /// What is known of it; what is not known is left out.
    pub facts: Vec<(FactName, FactValue)>,
    /// What belongs to it.
    pub parts: Vec<HeldPart>,
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// As somebody wrote it.
    Text(String),
    /// One of the register's own words.
    Word(String),
    /// A number.
    Number(i64),
    /// Whether it is so.
    Yes(bool),
    /// When.
    Moment(DateTime<Utc>),
    /// On which day.
    Day(NaiveDate),
    /// What was agreed to.
    Wording(HeldWording),
    /// What was sent.
    File(HeldFile),
}

/// The text that was agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldWording {
    /// It was shown to whoever agreed.
    Shown(ConsentText),
    /// A committee declared that somebody had agreed; in which wording.
    Declared(i32),
}

/// A file that was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// The name it came with.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: i32,
    /// What is in it, where that was asked for.
    pub bytes: Option<Vec<u8>>,
}

impl std::fmt::Debug for HeldFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HeldFile").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl From<String> for FactValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for FactValue {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for FactValue {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for FactValue {
    fn from(yes: bool) -> Self {
        Self::Yes(yes)
    }
}

impl From<DateTime<Utc>> for FactValue {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Moment(at)
    }
}

impl From<NaiveDate> for FactValue {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl HeldPart {
    pub(super) const fn new(kind: HeldKind) -> Self {
        Self { kind, facts: Vec::new(), parts: Vec::new() }
    }

    /// With a fact.
    pub(super) fn with(mut self, name: FactName, value: impl Into<FactValue>) -> Self {
        self.facts.push((name, value.into()));
        self
    }

    /// With a fact, if it is known.
    pub(super) fn maybe(self, name: FactName, value: Option<impl Into<FactValue>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With a fact that is one of the register's own words.
    pub(super) fn word(self, name: FactName, word: impl Into<String>) -> Self {
        self.with(name, FactValue::Word(word.into()))
    }

    /// The same, if it is known.
    pub(super) fn maybe_word(self, name: FactName, word: Option<String>) -> Self {
        self.maybe(name, word.map(FactValue::Word))
    }

    /// With what belongs to it.
    pub(super) fn holds(mut self, parts: Vec<Self>) -> Self {
        self.parts.extend(parts);
        self
    }
}
