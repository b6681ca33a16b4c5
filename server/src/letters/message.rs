//! A letter as a message: what mail calls it, from whom, to whom, and both its forms.

use app::Site;
use app::demo::DemoLetter;
use chrono::{DateTime, Utc};
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};
use register::{EvidenceTurn, Letter, LetterContent, Recipient};
use sha2::{Digest, Sha256};

use super::transport::TransportError;
use super::{html, plain};
use crate::settings::Mail;

/// Tells programs not to answer (RFC 3834).
const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");
/// Where programs that read mail stop news for somebody, by one request (RFC 8058).
const LIST_UNSUBSCRIBE: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe");
const ONE_CLICK: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");

/// What is the same on every letter.
pub(crate) struct Letterhead {
    site: Site,
    subject_name: String,
    from: Mailbox,
    /// Where answers go, if not to the sender.
    reply_to: Option<Mailbox>,
    /// What the identifiers of messages end with.
    host: String,
}

/// No message can be made: mail does not take the address.
#[derive(Debug)]
pub(crate) struct NotAMessage;

impl Letterhead {
    /// What the settings say of the network.
    pub(crate) fn new(site: &Site, mail: &Mail) -> Result<Self, TransportError> {
        let mailbox = |address: &str| -> Result<Mailbox, TransportError> {
            let address: Address =
                address.parse().map_err(|_| TransportError::Sender(address.to_owned()))?;
            // Beside the subject line, a list of letters shows the sender: whoever shortens the
            // network's name in the one wants it short in the other.
            Ok(Mailbox::new(Some(one_line(&mail.subject_name)), address))
        };
        let from = mailbox(&mail.from)?;
        let reply_to = if mail.from == site.contact { None } else { Some(mailbox(&site.contact)?) };
        Ok(Self {
            site: site.clone(),
            subject_name: one_line(&mail.subject_name),
            host: host(&site.url).unwrap_or_else(|| from.email.domain().to_owned()),
            from,
            reply_to,
        })
    }

    /// The message of a letter, written at `at`.
    pub(crate) fn message(
        &self,
        letter: &Letter,
        at: DateTime<Utc>,
    ) -> Result<Message, NotAMessage> {
        let text = app::letter_text(&letter.content, &self.site, &self.subject_name);
        let to: Address = letter.to.email.parse().map_err(|_| NotAMessage)?;
        let from = self.from.email.clone();
        let envelope = Envelope::new(Some(from), vec![to.clone()]).map_err(|_| NotAMessage)?;
        let mut message = Message::builder()
            .message_id(Some(self.message_id(letter)))
            .date(at.into())
            .from(self.from.clone())
            .to(Mailbox::new(Some(one_line(&letter.to.name)), to))
            .subject(text.subject.as_str())
            .raw_header(HeaderValue::new(AUTO_SUBMITTED, "auto-generated".to_owned()))
            .envelope(envelope);
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(reply_to.clone());
        }
        if let Some(token) = letter.content.stops_news() {
            let link = format!("<{}>", app::news_url(&self.site, token));
            message = message
                .raw_header(HeaderValue::new(LIST_UNSUBSCRIBE, link))
                .raw_header(HeaderValue::new(ONE_CLICK, "List-Unsubscribe=One-Click".to_owned()));
        }
        message
            .multipart(MultiPart::alternative_plain_html(plain::plain(&text), html::html(&text)))
            .map_err(|_| NotAMessage)
    }

    /// A letter as its reader sees it, for a demo.
    pub(crate) fn copy(&self, letter: &Letter, at: DateTime<Utc>) -> DemoLetter {
        let text = app::letter_text(&letter.content, &self.site, &self.subject_name);
        DemoLetter {
            id: letter.id,
            to: letter.to.email.clone(),
            text: plain::plain(&text),
            subject: text.subject,
            at,
        }
    }

    /// The same in every attempt, so that a relay or a mailbox that gets the letter twice can drop
    /// one. The number alone would not do: a database that was made anew counts from one again.
    fn message_id(&self, letter: &Letter) -> String {
        let Recipient { name, email } = &letter.to;
        let kind = match &letter.content {
            LetterContent::Welcome(_) => "welcome",
            LetterContent::AlreadyAMember(_) => "already-a-member",
            LetterContent::Guardian { .. } => "guardian",
            LetterContent::GroupWelcome { .. } => "group-welcome",
            LetterContent::GroupAlready { .. } => "group-already",
            LetterContent::Representative { .. } => "representative",
            LetterContent::SignIn { .. } => "sign-in",
            LetterContent::RoleGiven { .. } => "role-given",
            LetterContent::Placed(_) => "placed",
            LetterContent::Released(_) => "released",
            LetterContent::GroupPlaced(_) => "group-placed",
            LetterContent::Added { .. } => "added",
            LetterContent::OfAge(_) => "of-age",
            LetterContent::EmailNew(_) => "email-new",
            LetterContent::EmailOld { .. } => "email-old",
            LetterContent::Left(_) => "left",
            LetterContent::SeatVacant(_) => "seat-vacant",
            LetterContent::GroupLeft(_) => "group-left",
            LetterContent::GroupGone { .. } => "group-gone",
            LetterContent::GroupReleased(_) => "group-released",
            LetterContent::Evidence(letter) => match letter.turn {
                EvidenceTurn::Asked { .. } => "evidence-asked",
                EvidenceTurn::Received { .. } => "evidence-received",
                EvidenceTurn::Accepted => "evidence-accepted",
                EvidenceTurn::Queried { .. } => "evidence-queried",
                EvidenceTurn::Replaced | EvidenceTurn::Removed => "seat-replaced",
            },
        };
        let digest = Sha256::digest(format!("{}\n{kind}\n{name}\n{email}", letter.id));
        let tag: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("<letter.{}.{tag}@{}>", letter.id, self.host)
    }
}

/// A name as it may stand in a header. The rules let no control character into a person's name;
/// nothing checks those of the settings, and lettre panics at a line's end.
fn one_line(name: &str) -> String {
    name.replace(char::is_control, " ")
}

/// The host of the site's address; `None` if it is not one that a message's identifier can hold.
fn host(url: &str) -> Option<String> {
    let (_, authority) = url.split_once("://")?;
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let (literal, name) = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(literal) => (true, literal),
        None => (false, host),
    };
    let fits = |byte: u8| {
        byte.is_ascii_alphanumeric() || b"-.".contains(&byte) || (literal && byte == b':')
    };
    let dots = !literal && (name.starts_with('.') || name.ends_with('.') || name.contains(".."));
    (!name.is_empty() && name.bytes().all(fits) && !dots).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_is_found_in_the_address_of_the_site() {
        for (url, found) in [
            ("https://join.example.org", Some("join.example.org")),
            ("http://127.0.0.1:3000", Some("127.0.0.1")),
            ("http://[::1]:3000", Some("[::1]")),
            ("http://localhost", Some("localhost")),
            ("https://mitglied-wërden.example", None),
            ("https://a b.example", None),
            ("https://.example", None),
            ("https://", None),
        ] {
            assert_eq!(host(url).as_deref(), found, "{url}");
        }
    }
}
