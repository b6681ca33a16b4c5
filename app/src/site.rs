//! What the operator's settings say about the site itself.

use rules::Retention;

/// The network that runs the site, as pages and letters name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The network's whole name.
    pub name: String,
    /// The network's name for short.
    pub short_name: String,
    /// Where questions go: `membership@example.org`. It is never written into a page as it is:
    /// see [`Site::contact_shown`].
    pub contact: String,
    /// The address of the site, without a slash at the end: `https://join.example.org`.
    pub url: String,
    /// For how long it keeps what.
    pub retention: Retention,
}

impl Site {
    /// The contact address as a page may show it (R12): the at sign is replaced, so that programs
    /// that collect addresses to send spam to do not find one.
    #[must_use]
    pub fn contact_shown(&self) -> String {
        self.contact.replacen('@', "[at]", 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contact_address_is_shown_without_its_at_sign() {
        let site = Site {
            name: String::from("Independent Mental Health Network"),
            short_name: String::from("IMHN"),
            contact: String::from("membership@example.org"),
            url: String::from("https://join.example.org"),
            retention: Retention::default(),
        };
        assert_eq!(site.contact_shown(), "membership[at]example.org");
    }
}
