//! E-mail addresses.

use std::fmt;

use crate::text::{is_host, is_unseen};

/// An e-mail address that mail can be sent to: ASCII, with a domain that has a dot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// What is wrong with an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailError {
    /// Longer than [`EmailAddress::MAX`] characters.
    TooLong,
    /// Not of the form name@example.com.
    Format,
}

impl EmailAddress {
    /// The most characters an address may have (RFC 5321, 4.5.3.1.3 less the angle brackets).
    pub const MAX: usize = 254;

    /// Reads an address. Spaces around it are dropped; the domain is put in lower case.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let seen: String;
        let text = if text.chars().any(is_unseen) {
            seen = text.chars().filter(|character| !is_unseen(*character)).collect();
            seen.trim()
        } else {
            text.trim()
        };
        if text.len() > Self::MAX {
            return Err(EmailError::TooLong);
        }
        // Addresses beyond ASCII need a relay that speaks RFC 6531; quoted ones nobody has.
        match text.rsplit_once('@') {
            Some((local, domain)) if is_local_part(local) && is_host(domain) => {
                Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
            }
            _ => Err(EmailError::Format),
        }
    }

    /// The address as mail is sent to it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as it is compared: in practice nobody tells mailboxes apart by case.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

/// What stands before the `@`: a dot-atom of at most 64 characters (RFC 5321 and 5322).
fn is_local_part(local: &str) -> bool {
    let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.len() <= 64 && local.split('.').all(|part| !part.is_empty() && part.bytes().all(atom))
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
