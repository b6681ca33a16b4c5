//! The words of the pages behind the links in letters.

use rules::Retention;

/// See [`super::Words`].
pub(crate) struct LinksWords {
    pub(crate) guardian: LinkWords,
    pub(crate) representative: LinkWords,
    pub(crate) new_email: LinkWords,
    pub(crate) old_email: LinkWords,
    /// The same two for the contact of a group.
    pub(crate) new_contact: LinkWords,
    pub(crate) old_contact: LinkWords,
    /// From the guardian's and the child's name.
    pub(crate) guardian_question: fn(&str, &str) -> String,
    /// From the child's name; what stands before the consents, which speak in the child's voice.
    pub(crate) guardian_agrees: fn(&str) -> String,
    /// From the representative's and the group's name.
    pub(crate) seat_question: fn(&str, &str) -> String,
    /// From the new address.
    pub(crate) new_email_question: fn(&str) -> String,
    pub(crate) new_email_shared: &'static str,
    /// From the group and the new address.
    pub(crate) new_contact_question: fn(&str, &str) -> String,
    /// From the group; what stands before the consent.
    pub(crate) new_contact_agrees: fn(&str) -> String,
    pub(crate) new_contact_news: &'static str,
    /// From the name, the group and the old address.
    pub(crate) old_contact_question: fn(&str, &str, &str) -> String,
    /// What a yes does where somebody else had become the contact.
    pub(crate) old_contact_again: &'static [&'static str],
    /// What it does where only the address had changed.
    pub(crate) old_contact_same: &'static [&'static str],
    /// From the name and the old address.
    pub(crate) old_email_question: fn(&str, &str) -> String,
    /// From the moment until which it can be put back.
    pub(crate) old_email_until: fn(&str) -> String,
    pub(crate) contact: &'static str,
}

/// The words of one of them.
pub(crate) struct LinkWords {
    pub(crate) title: &'static str,
    pub(crate) heading: &'static str,
    pub(crate) about: &'static [&'static str],
    pub(crate) confirm: &'static str,
    pub(crate) decline: &'static str,
    pub(crate) confirmed: &'static str,
    pub(crate) confirmed_text: &'static str,
    pub(crate) declined: &'static str,
    pub(crate) declined_text: &'static str,
    pub(crate) gone: &'static str,
    /// From how long links work.
    pub(crate) gone_text: fn(&Retention) -> String,
    /// Where to go from there when it is confirmed.
    pub(crate) next: Option<(&'static str, &'static str)>,
}
