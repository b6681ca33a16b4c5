//! The two cookies of the join, both encrypted: the answers so far, and, after sending them, what
//! the screen that follows says. Nothing of a join is anywhere else before it is sent.

use chrono::{DateTime, TimeDelta, Utc};
use cookie::{Cookie, CookieJar, Key, SameSite};
use rules::{Context, Draft};
use serde::{Deserialize, Serialize};

use super::line::to_line;
use crate::draw;

/// How long answers are kept.
const DRAFT_LIFE: TimeDelta = TimeDelta::hours(24);
/// How long the screen after sending shows what was sent.
const DONE_LIFE: TimeDelta = TimeDelta::minutes(30);
/// What browsers accept for one cookie, its attributes included (RFC 6265, 6.1).
const MOST_BYTES: usize = 4096;

/// Makes and reads the cookies of the join.
#[derive(Clone)]
pub struct Cookies {
    key: Key,
    /// Whether the site is reached over https, as browsers want it for the `__Host-` prefix.
    secure: bool,
}

/// What makes two submissions the same one: drawn when the answers begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionKey(String);

impl SubmissionKey {
    /// A new one, of 128 random bits.
    #[must_use]
    pub fn draw() -> Self {
        Self(draw::hexadecimal(16))
    }

    /// Reads one that a page carried.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .then(|| Self(text.to_owned()))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The answers so far and the key they will be sent with.
#[derive(Debug, Clone)]
pub struct KeptDraft {
    /// The answers.
    pub draft: Draft,
    /// The key.
    pub key: SubmissionKey,
}

impl KeptDraft {
    /// No answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self { draft: Draft::default(), key: SubmissionKey::draw() }
    }

    /// A fingerprint of the answers, by which `check` notices that they were changed elsewhere.
    /// It is only compared while answers are kept; it is not stored.
    #[must_use]
    pub fn seen(&self) -> String {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        (self.key.as_str(), to_line(self.draft.on_path().iter())).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

impl Default for KeptDraft {
    fn default() -> Self {
        Self::new()
    }
}

/// What the screen after sending says; nothing in it names the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneNote {
    /// The reference of the submission.
    pub reference: String,
    /// The class joined as; `None` for a group.
    pub class: Option<String>,
    /// The branch, by name.
    pub branch: Option<String>,
    /// Whether a parent or guardian has to confirm first.
    pub guardian: bool,
    /// Whether help to start a branch was offered.
    pub start_branch: bool,
}

#[derive(Serialize, Deserialize)]
struct Sealed<T> {
    until: i64,
    what: T,
}

#[derive(Serialize, Deserialize)]
struct SealedDraft {
    key: String,
    answers: String,
}

impl Cookies {
    /// Cookies sealed with `secret` (at least 64 bytes); `secure` for a site on https.
    #[must_use]
    pub fn new(secret: &[u8], secure: bool) -> Self {
        Self { key: Key::derive_from(secret), secure }
    }

    /// The answers that a request brings; `None` when it brings none, or none that this site
    /// sealed within the last 24 hours.
    #[must_use]
    pub fn draft(
        &self,
        headers: &http::HeaderMap,
        now: DateTime<Utc>,
        context: &Context,
    ) -> Option<KeptDraft> {
        let sealed: SealedDraft = self.open(headers, self.draft_name(), now)?;
        Some(KeptDraft {
            draft: Draft::from_short(&sealed.answers, context),
            key: SubmissionKey::parse(&sealed.key)?,
        })
    }

    /// Whether a request brings a cookie of answers at all, readable or not.
    #[must_use]
    pub fn brings_draft(&self, headers: &http::HeaderMap) -> bool {
        jar(headers).get(self.draft_name()).is_some()
    }

    /// The header that keeps the answers for 24 hours. What would not fit a cookie loses the
    /// answers to questions that are no longer asked; the longest answers to those that are fit.
    #[must_use]
    pub fn keep(&self, kept: &KeptDraft, now: DateTime<Utc>) -> Option<http::HeaderValue> {
        let seal = |draft: &Draft| {
            let sealed = SealedDraft { key: kept.key.0.clone(), answers: draft.to_short() };
            self.seal(self.draft_name(), sealed, now, DRAFT_LIFE)
        };
        seal(&kept.draft)
            .filter(|header| header.len() <= MOST_BYTES)
            .or_else(|| seal(&kept.draft.on_path()))
    }

    /// The header that forgets the answers.
    #[must_use]
    pub fn forget(&self) -> Option<http::HeaderValue> {
        let mut cookie = self.cookie(self.draft_name(), String::new());
        cookie.make_removal();
        http::HeaderValue::from_str(&cookie.to_string()).ok()
    }

    /// What the screen after sending says, to the browser that sent it, for half an hour.
    #[must_use]
    pub fn done(&self, headers: &http::HeaderMap, now: DateTime<Utc>) -> Option<DoneNote> {
        self.open(headers, self.done_name(), now)
    }

    /// The header that keeps what the screen after sending says.
    #[must_use]
    pub fn note(&self, note: &DoneNote, now: DateTime<Utc>) -> Option<http::HeaderValue> {
        self.seal(self.done_name(), note, now, DONE_LIFE)
    }

    fn open<T: for<'de> Deserialize<'de>>(
        &self,
        headers: &http::HeaderMap,
        name: &'static str,
        now: DateTime<Utc>,
    ) -> Option<T> {
        let cookie = jar(headers).private(&self.key).get(name)?;
        let sealed: Sealed<T> = serde_json::from_str(cookie.value()).ok()?;
        (now.timestamp() < sealed.until).then_some(sealed.what)
    }

    fn seal(
        &self,
        name: &'static str,
        what: impl Serialize,
        now: DateTime<Utc>,
        life: TimeDelta,
    ) -> Option<http::HeaderValue> {
        let sealed = Sealed { until: (now + life).timestamp(), what };
        let mut cookie = self.cookie(name, serde_json::to_string(&sealed).ok()?);
        cookie.set_max_age(cookie::time::Duration::seconds(life.num_seconds()));
        let mut jar = CookieJar::new();
        jar.private_mut(&self.key).add(cookie);
        let cookie = jar.get(name)?.encoded().to_string();
        http::HeaderValue::from_str(&cookie).ok()
    }

    fn cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .build()
    }

    const fn draft_name(&self) -> &'static str {
        if self.secure { "__Host-join" } else { "join" }
    }

    const fn done_name(&self) -> &'static str {
        if self.secure { "__Host-done" } else { "done" }
    }
}

fn jar(headers: &http::HeaderMap) -> CookieJar {
    let mut jar = CookieJar::new();
    let lines = headers.get_all(http::header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    for cookie in lines.flat_map(|line| Cookie::split_parse_encoded(line.to_owned())).flatten() {
        jar.add_original(cookie);
    }
    jar
}

#[cfg(test)]
#[path = "cookies_tests.rs"]
mod tests;
