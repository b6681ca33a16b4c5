//! The address of a mail relay.

use std::net::IpAddr;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use percent_encoding::percent_decode_str;
use url::{Host, Url};

/// A mail relay, and how to talk to it.
pub(crate) struct Relay {
    /// Its host.
    pub(crate) host: String,
    /// Its port.
    pub(crate) port: u16,
    /// Whether and how the connection is encrypted.
    pub(crate) tls: Tls,
    /// The user and the password, if it asks for them.
    pub(crate) credentials: Option<Credentials>,
    /// What this machine calls itself.
    pub(crate) hello: ClientId,
}

/// Why an address is not that of a relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RelayError {
    /// It is not in the form of one.
    Address,
    /// It has a password, and would send it unencrypted.
    Unencrypted,
    /// TLS cannot be set up.
    Tls,
}

impl Relay {
    /// Reads `smtps://USER:PASSWORD@HOST:PORT` or `smtp://…?tls=required`. Stricter than lettre's
    /// own reading: what it would pass over, such as a misspelt `tls`, might send everything
    /// unencrypted.
    pub(crate) fn parse(address: &str) -> Result<Self, RelayError> {
        let url = Url::parse(address).map_err(|_| RelayError::Address)?;
        let host = match url.host() {
            Some(Host::Domain(host)) if !host.is_empty() => host.to_owned(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            _ => return Err(RelayError::Address),
        };
        if url.fragment().is_some() {
            return Err(RelayError::Address);
        }
        let parameters = || TlsParameters::new(host.clone()).map_err(|_| RelayError::Tls);
        let (tls, usual_port) = match (url.scheme(), url.query()) {
            ("smtps", None) => (Tls::Wrapper(parameters()?), SUBMISSIONS_PORT),
            ("smtp", Some("tls=required")) => (Tls::Required(parameters()?), SUBMISSION_PORT),
            ("smtp", None) => (Tls::None, SMTP_PORT),
            _ => return Err(RelayError::Address),
        };
        let relay = Self {
            port: url.port().unwrap_or(usual_port),
            tls,
            credentials: credentials(&url)?,
            hello: match url.path().trim_matches('/') {
                "" => ClientId::default(),
                name => ClientId::Domain(name.to_owned()),
            },
            host,
        };
        if relay.credentials.is_some() && relay.is_open_to_others() {
            return Err(RelayError::Unencrypted);
        }
        Ok(relay)
    }

    /// Whether letters could be read on their way to it.
    pub(crate) fn is_open_to_others(&self) -> bool {
        let on_this_machine = self.host == "localhost"
            || self.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        matches!(self.tls, Tls::None) && !on_this_machine
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, RelayError> {
    let decoded = |text: &str| {
        let text = percent_decode_str(text).decode_utf8().map_err(|_| RelayError::Address)?;
        Ok(text.into_owned())
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => {
            Ok(Some(Credentials::new(decoded(user)?, decoded(password)?)))
        }
        _ => Err(RelayError::Address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(address: &str) -> (String, u16, &'static str, bool) {
        let Ok(relay) = Relay::parse(address) else { return (String::new(), 0, "", false) };
        let tls = match relay.tls {
            Tls::None => "none",
            Tls::Required(_) => "required",
            Tls::Wrapper(_) => "wrapper",
            Tls::Opportunistic(_) => "opportunistic",
        };
        (relay.host, relay.port, tls, relay.credentials.is_some())
    }

    #[test]
    fn addresses_are_read() {
        let relay = |host: &str, port, tls, signs_in| (host.to_owned(), port, tls, signs_in);
        for (address, read) in [
            ("smtps://u:p@mail.example.org", relay("mail.example.org", 465, "wrapper", true)),
            ("smtps://mail.example.org:4650", relay("mail.example.org", 4650, "wrapper", false)),
            (
                "smtp://u:p%40x@mail.example.org?tls=required",
                relay("mail.example.org", 587, "required", true),
            ),
            ("smtp://mail:2525", relay("mail", 2525, "none", false)),
            ("smtp://u:p@127.0.0.1", relay("127.0.0.1", 25, "none", true)),
            ("smtp://[::1]:2525", relay("::1", 2525, "none", false)),
        ] {
            assert_eq!(parsed(address), read, "{address}");
        }
    }

    #[test]
    fn what_might_go_unencrypted_by_mistake_is_refused() {
        let refused = |address: &str| Relay::parse(address).err();
        let unencrypted = Some(RelayError::Unencrypted);
        assert_eq!(refused("smtp://u:p@mail.example.org"), unencrypted);
        assert_eq!(refused("smtp://u:p@mail.example.org:587"), unencrypted);
        for address in [
            "smtp://mail.example.org?tsl=required",
            "smtp://mail.example.org?tls=require",
            "smtp://u:p@mail.example.org?tls=opportunistic",
            "smtps://u:p#q@mail.example.org",
            "smtps://u:p/q@mail.example.org",
            "smtps://user@mail.example.org",
            "smtps://u:%ff@mail.example.org",
            "smtps://",
            "smtp:mail.example.org",
            "smtps://mail.example.org:99999",
            "http://mail.example.org",
        ] {
            assert_eq!(refused(address), Some(RelayError::Address), "{address}");
        }
    }
}
