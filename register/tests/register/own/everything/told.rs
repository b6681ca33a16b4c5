//! What somebody was told: each fact by its path.

use std::collections::{BTreeMap, BTreeSet};

use register::{FactValue, HeldPart};

/// What was told, by the keys of the parts it is in and its own.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Told(BTreeMap<String, BTreeSet<String>>);

impl Told {
    pub(super) fn add(&mut self, path: String, value: String) {
        self.0.entry(path).or_default().insert(value);
    }

    /// Whether a path that ends like this has this value.
    pub(super) fn says(&self, path: &str, value: &str) -> bool {
        let end = format!(".{path}");
        let ends = |(whole, _): &(&String, _)| *whole == path || whole.ends_with(&end);
        self.0.iter().filter(ends).any(|(_, values)| values.contains(value))
    }
}

impl<const N: usize> From<[(String, String); N]> for Told {
    fn from(facts: [(String, String); N]) -> Self {
        let mut told = Self::default();
        for (path, value) in facts {
            told.add(path, value);
        }
        told
    }
}

/// Adds what these parts tell.
pub(super) fn told(told: &mut Told, parts: &[HeldPart], within: &str) {
    for part in parts {
        let path = match within {
            "" => part.kind.key().to_owned(),
            within => format!("{within}.{}", part.kind.key()),
        };
        for (name, value) in &part.facts {
            let path = format!("{path}.{}", name.key());
            match value {
                FactValue::Text(text) | FactValue::Word(text) => told.add(path, text.clone()),
                FactValue::Number(number) => told.add(path, number.to_string()),
                FactValue::Yes(yes) => told.add(path, yes.to_string()),
                FactValue::Moment(at) => told.add(path, at.to_rfc3339()),
                FactValue::Day(day) => told.add(path, day.to_string()),
                FactValue::Wording(wording) => told.add(path, format!("{wording:?}")),
                FactValue::File(file) => {
                    told.add(format!("{path}.name"), file.name.clone());
                    told.add(format!("{path}.kind"), file.kind.as_str().to_owned());
                    told.add(format!("{path}.size"), file.size.to_string());
                    told.add(
                        format!("{path}.bytes"),
                        format!("{:?}", file.bytes.as_ref().unwrap()),
                    );
                }
            }
        }
        self::told(told, &part.parts, &path);
    }
}
