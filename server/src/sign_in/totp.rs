//! Codes from an app (TOTP, RFC 6238).

use app::{Site, draw};
use chrono::{DateTime, Utc};
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

/// An app that shows codes, known by the secret it shares with us.
pub(crate) struct Authenticator(Totp);

/// How long a secret is: the length of what SHA-1 makes (RFC 4226, section 4).
const SECRET_BYTES: usize = 20;

impl Authenticator {
    /// One with a new secret.
    pub(crate) fn draw(site: &Site, email: &str) -> Option<Self> {
        let secret: [u8; SECRET_BYTES] = draw::bytes();
        Self::with(site, email, Secret::new(Box::new(secret)))
    }

    /// The one with this secret, in base 32.
    pub(super) fn of(site: &Site, email: &str, secret: &str) -> Option<Self> {
        Self::with(site, email, Secret::try_from_base32(secret).ok()?)
    }

    fn with(site: &Site, email: &str, secret: Secret) -> Option<Self> {
        // A colon would end the name in what the app is told.
        let issuer = site.short_name.replace(':', " ");
        let totp = Builder::new()
            .with_secret(secret)
            .with_account_name(email.replace(':', " "))
            .with_issuer(Some(issuer));
        totp.build().ok().map(Self)
    }

    /// The secret, in base 32.
    pub(crate) fn secret(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The secret as it is typed into an app: in groups of four.
    pub(super) fn shown(&self) -> String {
        let secret = self.secret();
        let mut shown = String::with_capacity(secret.len() + secret.len() / 4);
        for (at, letter) in secret.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                shown.push(' ');
            }
            shown.push(letter);
        }
        shown
    }

    /// The picture that an app reads, as SVG.
    pub(super) fn picture(&self) -> Option<String> {
        let code = qrcode::QrCode::new(self.0.to_url().ok()?).ok()?;
        // Dark on light in every colour scheme: many apps read nothing else.
        let picture = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
        // The declaration of an XML file has no place within a page.
        picture.find("<svg").and_then(|start| picture.get(start..)).map(str::to_owned)
    }

    /// The code that the app shows at a moment.
    pub(crate) fn code_at(&self, at: DateTime<Utc>) -> Option<String> {
        u64::try_from(at.timestamp()).ok().map(|seconds| self.0.generate(seconds).to_string())
    }

    /// The time step whose code this is: now, one before or one after.
    pub(crate) fn step_of(&self, code: &str, at: DateTime<Utc>) -> Option<i64> {
        let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
        let figures = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = u64::try_from(at.timestamp()).ok().filter(|_| figures)?;
        self.0.check(&code, seconds).and_then(|step| i64::try_from(step).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site {
            retention: rules::Retention::default(),
            name: "Independent Mental Health Network".to_owned(),
            short_name: "IMHN".to_owned(),
            contact: "membership@example.org".to_owned(),
            url: "https://join.example.org".to_owned(),
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, shortened to six figures.
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let app = Authenticator::of(&site(), "ada@example.org", secret).unwrap();
        assert_eq!(app.step_of("287082", at(59)), Some(1));
        assert_eq!(app.step_of("081 804", at(1_111_111_109)), Some(37_037_036));
        assert_eq!(app.step_of("081804", at(1_111_111_109 + 120)), None);
        assert_eq!(app.step_of("²87082", at(59)), None);
        assert_eq!(app.step_of("", at(59)), None);
    }

    #[test]
    fn the_picture_is_one_that_a_page_can_hold() {
        let app = Authenticator::draw(&site(), "ada@example.org").unwrap();
        let picture = app.picture().unwrap();
        assert!(picture.starts_with("<svg") && picture.ends_with("</svg>"));
        assert!(!picture.contains("style="));
    }
}
