//! Answers as one line of text, written as a form would send them: how a page hands them to the
//! browser's code, and how that code hands them back.

use std::collections::BTreeMap;

use rules::Field;

/// Answers as they were typed, right or wrong.
pub(crate) type Given = BTreeMap<Field, String>;

pub(crate) fn to_line<'a>(answers: impl Iterator<Item = (Field, &'a str)>) -> String {
    let mut line = form_urlencoded::Serializer::new(String::new());
    for (field, answer) in answers {
        line.append_pair(field.as_str(), answer);
    }
    line.finish()
}

/// Reads what [`to_line`] wrote; a field that no step has is left out.
pub(crate) fn from_line(line: &str) -> Given {
    let mut given = Given::new();
    for (field, answer) in form_urlencoded::parse(line.as_bytes()) {
        if let Some(field) = Field::parse(&field) {
            given.insert(field, answer.into_owned());
        }
    }
    given
}
