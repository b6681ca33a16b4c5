//! Web addresses of groups.

use std::fmt;

use crate::text::is_host;

/// A web address, `https://` put before it where no scheme was given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Website(String);

/// What is wrong with a web address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebsiteError {
    /// Longer than [`Website::MAX`] characters.
    TooLong,
    /// Not of the form example.org.
    Format,
}

impl Website {
    /// The most characters a web address may have.
    pub const MAX: usize = 200;

    /// Reads a web address of the `http` or `https` scheme, or one without a scheme.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(text: &str) -> Result<Self, WebsiteError> {
        let text = text.trim();
        if text.len() > Self::MAX {
            return Err(WebsiteError::TooLong);
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => ("http", rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => ("https", rest),
            // Some other scheme is refused for its colon; in a path or a query there may be one.
            _ => ("https", text),
        };
        let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at_checked(host_end).ok_or(WebsiteError::Format)?;
        let seen =
            |character: char| character.is_ascii_graphic() && !"\"<>\\^`{|}".contains(character);
        if !is_host(host) || !path.chars().all(seen) {
            return Err(WebsiteError::Format);
        }
        let address = format!("{scheme}://{}{path}", host.to_ascii_lowercase());
        if address.len() > Self::MAX { Err(WebsiteError::TooLong) } else { Ok(Self(address)) }
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Website {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
