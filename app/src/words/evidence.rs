//! The words of the page where a representative sends evidence.

/// See [`super::Words`].
pub(crate) struct EvidenceWords {
    pub(crate) title: &'static str,
    pub(crate) heading: &'static str,
    /// Who asks whom: from the name, the group and the branch.
    pub(crate) asks: fn(&str, &str, Option<&str>) -> String,
    pub(crate) about: &'static [&'static str],
    /// From the day.
    pub(crate) due: fn(&str) -> String,
    /// The same once that day is over.
    pub(crate) overdue: fn(&str) -> String,
    pub(crate) missing: &'static str,
    pub(crate) text: &'static str,
    pub(crate) text_hint: &'static str,
    pub(crate) file: &'static str,
    pub(crate) file_hint: &'static str,
    pub(crate) send: &'static str,

    pub(crate) sent: &'static str,
    /// From the moment, and the representative's name where the contact of the group looks.
    pub(crate) sent_at: fn(&str, Option<&str>) -> String,
    /// The headings of a text and of a file, whoever sent them.
    pub(crate) written: &'static str,
    pub(crate) file_sent: &'static str,
    pub(crate) replace: &'static str,
    pub(crate) replace_text: &'static str,
    pub(crate) replace_button: &'static str,

    pub(crate) accepted: &'static str,
    /// The same for the contact of the group.
    pub(crate) accepted_contact: &'static str,
    pub(crate) accepted_text: &'static str,
    pub(crate) not_asked: &'static str,
    pub(crate) not_asked_text: &'static str,
    /// The same for the contact of the group, from the representative's name.
    pub(crate) not_asked_contact: fn(&str) -> String,
    /// The heading of what was sent and looked at.
    pub(crate) before: &'static str,
    /// From the moments when it was sent and accepted.
    pub(crate) was_accepted: fn(&str, &str) -> String,
    /// From the moments when it was sent and more was asked for.
    pub(crate) was_queried: fn(&str, &str) -> String,
    /// From the day.
    pub(crate) erased: fn(&str) -> String,
    pub(crate) download: &'static str,
    pub(crate) to_seat: &'static str,
    /// The same for the contact of the group.
    pub(crate) to_group: &'static str,
    pub(crate) title_contact: &'static str,
    /// From the representative's name.
    pub(crate) heading_contact: fn(&str) -> String,
    pub(crate) asks_contact: fn(&str, &str, Option<&str>) -> String,
    pub(crate) gone: &'static str,
    pub(crate) gone_text: &'static str,

    pub(crate) nothing: &'static str,
    pub(crate) too_long: &'static str,
    pub(crate) empty_file: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) other_kind: &'static str,
    pub(crate) busy: &'static str,
    pub(crate) too_slow: &'static str,
    pub(crate) overtaken: &'static str,
    pub(crate) judged: &'static str,
    /// Something else was sent, or somebody else is asked.
    pub(crate) meanwhile: &'static str,
    pub(crate) choose_again: &'static str,
}
