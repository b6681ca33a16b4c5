//! The words of the letters. A letter is a list of parts; how each looks as plain text and as HTML
//! is not the language's business, and which parts there are is.

use chrono::{DateTime, Utc};
use register::{
    EvidenceLetter, EvidenceTurn, GroupLeftLetter, GroupMovedLetter, InBranch, LeftHow, LeftLetter,
    LetterContent, MemberLetter, MovedLetter, NewAddress, Role, Token, VacantLetter,
};
use rules::GroupKind;

use super::words;
use crate::site::Site;

/// What a letter says, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    /// The language, as in the `lang` attribute.
    pub language: &'static str,
    /// The subject line. It names nobody, no group and no class: it may be seen on a locked phone.
    pub subject: String,
    /// What it says, from the greeting on.
    pub parts: Vec<LetterPart>,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterPart {
    /// A paragraph.
    Text(String),
    /// What the following parts are about.
    Heading(&'static str),
    /// A list of points.
    List(Vec<String>),
    /// A link on a line of its own.
    Link {
        /// What following it does.
        says: String,
        /// Where it leads.
        url: String,
    },
    /// A card, to print and keep.
    Card {
        /// Whose card it is: the network's.
        title: String,
        /// What stands on it: what each thing is, and the thing.
        rows: Vec<(&'static str, String)>,
    },
}

/// See [`super::Words`]. Each makes one kind of letter, all but its subject line.
pub(crate) struct LettersWords {
    pub(crate) subjects: SubjectWords,
    pub(crate) welcome: fn(&MemberLetter, &Site) -> Vec<LetterPart>,
    pub(crate) already: fn(&MemberLetter, &Site) -> Vec<LetterPart>,
    pub(crate) guardian: fn(&GuardianLetter<'_>, &Site) -> Vec<LetterPart>,
    pub(crate) group_welcome: fn(&GroupLetter<'_>, &Site) -> Vec<LetterPart>,
    pub(crate) group_already: fn(&GroupAlreadyLetter<'_>, &Site) -> Vec<LetterPart>,
    pub(crate) representative: fn(&SeatLetter<'_>, &Site) -> Vec<LetterPart>,
    pub(crate) sign_in: fn(&SignInLetter<'_>, &Site) -> Vec<LetterPart>,
    /// From the name, where it is known, and the role.
    pub(crate) role_given: fn(Option<&str>, &Role, &Site) -> Vec<LetterPart>,
    pub(crate) placed: fn(&MovedLetter, &Site) -> Vec<LetterPart>,
    pub(crate) released: fn(&MovedLetter, &Site) -> Vec<LetterPart>,
    pub(crate) group_placed: fn(&GroupMovedLetter, &Site) -> Vec<LetterPart>,
    pub(crate) group_released: fn(&GroupMovedLetter, &Site) -> Vec<LetterPart>,
    /// From where to answer, where there is something to answer.
    pub(crate) evidence: fn(&EvidenceLetter, Option<String>, &Site) -> Vec<LetterPart>,
    /// From the member, and the branch whose list they were on.
    pub(crate) added: fn(&MemberLetter, &InBranch, &Site) -> Vec<LetterPart>,
    pub(crate) of_age: fn(&MemberLetter, &Site) -> Vec<LetterPart>,
    pub(crate) email_new: fn(&NewEmailLetter, &Site) -> Vec<LetterPart>,
    /// From the name, where it can be put back, and until when.
    pub(crate) email_old: fn(&str, String, DateTime<Utc>, &Site) -> Vec<LetterPart>,
    pub(crate) left: fn(&LeftLetter, &Site) -> Vec<LetterPart>,
    pub(crate) seat_vacant: fn(&VacantLetter, &Site) -> Vec<LetterPart>,
    pub(crate) group_left: fn(&GroupLeftLetter, &Site) -> Vec<LetterPart>,
    /// From whoever represented the group, and what it was called.
    pub(crate) group_gone: fn(&str, &str, &Site) -> Vec<LetterPart>,
}

/// The subject lines, after the network's name.
pub(crate) struct SubjectWords {
    pub(crate) welcome: &'static str,
    pub(crate) already: &'static str,
    pub(crate) guardian: &'static str,
    pub(crate) group_welcome: &'static str,
    pub(crate) group_already: &'static str,
    pub(crate) representative: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) role_given: &'static str,
    pub(crate) placed: &'static str,
    pub(crate) released: &'static str,
    pub(crate) group_placed: &'static str,
    pub(crate) group_released: &'static str,
    pub(crate) evidence_asked: &'static str,
    pub(crate) evidence_received: &'static str,
    pub(crate) evidence_accepted: &'static str,
    pub(crate) evidence_queried: &'static str,
    pub(crate) seat_replaced: &'static str,
    pub(crate) added: &'static str,
    pub(crate) of_age: &'static str,
    pub(crate) email_new: &'static str,
    pub(crate) email_old: &'static str,
    pub(crate) left: &'static str,
    pub(crate) guardian_withdrew: &'static str,
    pub(crate) withdrew: &'static str,
    pub(crate) seat_vacant: &'static str,
    pub(crate) group_left: &'static str,
    pub(crate) group_gone: &'static str,
}

/// What the letter to a parent or guardian says.
pub(crate) struct GuardianLetter<'a> {
    pub(crate) child: &'a str,
    pub(crate) guardian: &'a str,
    pub(crate) url: String,
    pub(crate) until: DateTime<Utc>,
}

/// What the letter to the contact of a new group says.
pub(crate) struct GroupLetter<'a> {
    pub(crate) contact: &'a str,
    pub(crate) group: &'a str,
    pub(crate) kind: GroupKind,
    pub(crate) number: &'a str,
    pub(crate) representatives: &'a [String],
    pub(crate) branch: Option<&'a InBranch>,
    pub(crate) since: DateTime<Utc>,
    /// What the link to stop news carries.
    pub(crate) news: Option<&'a Token>,
}

/// What the letter to the contact of a group that is a member already says.
pub(crate) struct GroupAlreadyLetter<'a> {
    pub(crate) contact: &'a str,
    pub(crate) group: &'a str,
    pub(crate) number: &'a str,
    pub(crate) since: DateTime<Utc>,
}

/// What the letter with the link to sign in says.
pub(crate) struct SignInLetter<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) url: String,
    pub(crate) code: &'a str,
    pub(crate) until: DateTime<Utc>,
}

/// What the letter to an address that a member would like says.
pub(crate) enum NewEmailLetter {
    /// It can be confirmed.
    Open { shared: bool, url: String, until: DateTime<Utc> },
    /// Somebody of the same name has it.
    Taken,
}

/// What the letter to a representative says.
pub(crate) struct SeatLetter<'a> {
    pub(crate) name: &'a str,
    pub(crate) group: &'a str,
    pub(crate) contact: &'a str,
    pub(crate) url: String,
}

/// Where news is stopped, by the link of a letter.
#[must_use]
pub fn news_url(site: &Site, token: &Token) -> String {
    format!("{}/news/{}", site.url, token.as_str())
}

/// What a letter says, in the language that the site speaks. `subject_name` is what its subject
/// line calls the network.
#[must_use]
pub fn letter_text(content: &LetterContent, site: &Site, subject_name: &str) -> LetterText {
    let words = words();
    let letters = &words.letters;
    let subjects = &letters.subjects;
    let (subject, parts) = match content {
        LetterContent::Welcome(letter) => (subjects.welcome, (letters.welcome)(letter, site)),
        LetterContent::AlreadyAMember(letter) => {
            (subjects.already, (letters.already)(letter, site))
        }
        LetterContent::Guardian { child_name, guardian_name, token, until } => {
            let letter = GuardianLetter {
                child: child_name,
                guardian: guardian_name,
                url: format!("{}/guardian/{}", site.url, token.as_str()),
                until: *until,
            };
            (subjects.guardian, (letters.guardian)(&letter, site))
        }
        LetterContent::GroupWelcome {
            contact_name,
            group,
            kind,
            number,
            representatives,
            branch,
            since,
            news,
        } => {
            let letter = GroupLetter {
                contact: contact_name,
                group,
                kind: *kind,
                number,
                representatives,
                branch: branch.as_ref(),
                since: *since,
                news: news.as_ref(),
            };
            (subjects.group_welcome, (letters.group_welcome)(&letter, site))
        }
        LetterContent::GroupAlready { contact_name, group, number, since } => {
            let letter = GroupAlreadyLetter { contact: contact_name, group, number, since: *since };
            (subjects.group_already, (letters.group_already)(&letter, site))
        }
        LetterContent::Representative { name, group, contact_name, token } => {
            let url = format!("{}/representative/{}", site.url, token.as_str());
            let letter = SeatLetter { name, group, contact: contact_name, url };
            (subjects.representative, (letters.representative)(&letter, site))
        }
        LetterContent::SignIn { name, token, code, until } => {
            let url = format!("{}/sign-in/link/{}", site.url, token.as_str());
            let letter = SignInLetter { name: name.as_deref(), url, code, until: *until };
            (subjects.sign_in, (letters.sign_in)(&letter, site))
        }
        LetterContent::RoleGiven { name, role } => {
            (subjects.role_given, (letters.role_given)(name.as_deref(), role, site))
        }
        LetterContent::Placed(letter) => (subjects.placed, (letters.placed)(letter, site)),
        LetterContent::Released(letter) => (subjects.released, (letters.released)(letter, site)),
        LetterContent::GroupPlaced(letter) => {
            (subjects.group_placed, (letters.group_placed)(letter, site))
        }
        LetterContent::GroupReleased(letter) => {
            (subjects.group_released, (letters.group_released)(letter, site))
        }
        LetterContent::Evidence(letter) => {
            let url = |token: &Token| Some(format!("{}/evidence/{}", site.url, token.as_str()));
            let (subject, url) = match &letter.turn {
                EvidenceTurn::Asked { token, .. } => (subjects.evidence_asked, url(token)),
                EvidenceTurn::Received { token } => (subjects.evidence_received, url(token)),
                EvidenceTurn::Accepted => (subjects.evidence_accepted, None),
                EvidenceTurn::Queried { token, .. } => (subjects.evidence_queried, url(token)),
                EvidenceTurn::Replaced | EvidenceTurn::Removed => (subjects.seat_replaced, None),
            };
            (subject, (letters.evidence)(letter, url, site))
        }
        LetterContent::Left(letter) => {
            let subject = match letter.how {
                LeftHow::Themselves => subjects.left,
                LeftHow::GuardianWithdrew => subjects.guardian_withdrew,
                LeftHow::Withdrew => subjects.withdrew,
            };
            (subject, (letters.left)(letter, site))
        }
        LetterContent::SeatVacant(letter) => {
            (subjects.seat_vacant, (letters.seat_vacant)(letter, site))
        }
        LetterContent::GroupLeft(letter) => {
            (subjects.group_left, (letters.group_left)(letter, site))
        }
        LetterContent::GroupGone { name, group } => {
            (subjects.group_gone, (letters.group_gone)(name, group, site))
        }
        LetterContent::Added { letter, by } => (subjects.added, (letters.added)(letter, by, site)),
        LetterContent::OfAge(letter) => (subjects.of_age, (letters.of_age)(letter, site)),
        LetterContent::EmailNew(address) => {
            let letter = match address {
                NewAddress::Open { shared, token, until } => NewEmailLetter::Open {
                    shared: *shared,
                    url: format!("{}/email/confirm/{}", site.url, token.as_str()),
                    until: *until,
                },
                NewAddress::Taken => NewEmailLetter::Taken,
            };
            (subjects.email_new, (letters.email_new)(&letter, site))
        }
        LetterContent::EmailOld { name, token, until } => {
            let url = format!("{}/email/back/{}", site.url, token.as_str());
            (subjects.email_old, (letters.email_old)(name, url, *until, site))
        }
    };
    let subject = format!("{subject_name}: {subject}");
    LetterText { language: words.site.language, subject, parts }
}
