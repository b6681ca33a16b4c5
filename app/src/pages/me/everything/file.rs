//! Everything as a file that a computer can read (JSON): the same parts and facts as the page, and
//! what is in the files that were sent.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::SecondsFormat;
use register::{Everything, FactValue, HeldFile, HeldKind, HeldPart};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::facts::wording;
use crate::site::Site;

/// The file, for whoever signed in with this address.
///
/// # Errors
/// When it cannot be written.
pub fn everything_file(
    everything: &Everything,
    site: &Site,
    email: &str,
) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec_pretty(&File { everything, site, asked: ("signed_in_as", email) })
}

/// The file, for whoever has the link in a letter to somebody.
///
/// # Errors
/// When it cannot be written.
pub fn everything_file_by_link(
    everything: &Everything,
    site: &Site,
) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec_pretty(&File { everything, site, asked: ("asked_by", "link in a letter") })
}

struct File<'a> {
    everything: &'a Everything,
    site: &'a Site,
    /// By whom, or how, it was asked for.
    asked: (&'static str, &'a str),
}

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("from", &self.site.name)?;
        map.serialize_entry("site", &self.site.url)?;
        map.serialize_entry(self.asked.0, self.asked.1)?;
        let at = self.everything.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        map.serialize_entry("put_together", &at)?;
        by_kind(&self.everything.parts, &mut map)?;
        map.end()
    }
}

struct Part<'a>(&'a HeldPart);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in &self.0.facts {
            map.serialize_entry(name.key(), &Value(value))?;
        }
        by_kind(&self.0.parts, &mut map)?;
        map.end()
    }
}

/// The parts of each kind as a list, in the order of their first ones.
fn by_kind<M: SerializeMap>(parts: &[HeldPart], map: &mut M) -> Result<(), M::Error> {
    let mut done: Vec<HeldKind> = Vec::new();
    for HeldPart { kind, .. } in parts {
        if done.contains(kind) {
            continue;
        }
        done.push(*kind);
        let of_kind: Vec<_> = parts.iter().filter(|part| part.kind == *kind).map(Part).collect();
        map.serialize_entry(kind.key(), &of_kind)?;
    }
    Ok(())
}

struct Value<'a>(&'a FactValue);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            FactValue::Text(text) | FactValue::Word(text) => serializer.serialize_str(text),
            FactValue::Number(number) => serializer.serialize_i64(*number),
            FactValue::Yes(yes) => serializer.serialize_bool(*yes),
            FactValue::Moment(at) => {
                serializer.serialize_str(&at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
            }
            FactValue::Day(day) => serializer.serialize_str(&day.to_string()),
            FactValue::Wording(agreed) => serializer.serialize_str(wording(*agreed)),
            FactValue::File(file) => self::file(file, serializer),
        }
    }
}

fn file<S: Serializer>(file: &HeldFile, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("name", &file.name)?;
    map.serialize_entry("media_type", file.kind.media_type())?;
    map.serialize_entry("bytes", &file.size)?;
    if let Some(bytes) = &file.bytes {
        map.serialize_entry("base64", &STANDARD.encode(bytes))?;
    }
    map.end()
}
