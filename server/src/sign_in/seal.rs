//! Sealing what is somebody's with the site's key, so that a copy of the register alone, or of a
//! browser's cookies, says nothing and signs nobody in.

use cookie::{Cookie, CookieJar, Key};

/// What something is sealed for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum For {
    /// The secret of a second step, in the register.
    SecondStep,
    /// That a browser has signed in before, in the browser.
    KnownBrowser,
}

/// Seals for one address and one purpose: what is sealed so opens for no other.
#[derive(Clone)]
pub(crate) struct Seal(Key);

impl Seal {
    /// A seal of the site's secret key.
    pub(crate) fn new(secret: &[u8]) -> Self {
        Self(Key::derive_from(secret))
    }

    /// The sealed text.
    pub(crate) fn close(&self, what_for: For, email: &str, text: &str) -> Option<String> {
        let mut jar = CookieJar::new();
        let name = name(what_for, email);
        jar.private_mut(&self.0).add(Cookie::new(name.clone(), text.to_owned()));
        jar.get(&name).map(|sealed| sealed.value().to_owned())
    }

    /// The text of a sealed one.
    pub(crate) fn open(&self, what_for: For, email: &str, sealed: &[u8]) -> Option<String> {
        let sealed = std::str::from_utf8(sealed).ok()?.to_owned();
        let sealed = Cookie::new(name(what_for, email), sealed);
        let jar = CookieJar::new();
        jar.private(&self.0).decrypt(sealed).map(|text| text.value().to_owned())
    }
}

/// What the cipher binds it to.
fn name(what_for: For, email: &str) -> String {
    let what_for = match what_for {
        For::SecondStep => "second-step",
        For::KnownBrowser => "known-browser",
    };
    format!("{what_for} of {}", email.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_its_address_purpose_and_key_alone() {
        let seal = Seal::new(&[7; 64]);
        let sealed = seal.close(For::SecondStep, "Ada@example.org", "SECRET").unwrap();
        assert!(!sealed.contains("SECRET"));
        let open = |seal: &Seal, what_for, email| seal.open(what_for, email, sealed.as_bytes());
        let own = open(&seal, For::SecondStep, "ada@example.org");
        assert_eq!(own.as_deref(), Some("SECRET"));
        assert_eq!(open(&seal, For::KnownBrowser, "ada@example.org"), None);
        assert_eq!(open(&seal, For::SecondStep, "eve@example.org"), None);
        assert_eq!(open(&Seal::new(&[8; 64]), For::SecondStep, "ada@example.org"), None);
    }
}
