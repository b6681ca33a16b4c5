//! What a browser holds for signing in: the key of its session, the one by which it is known as
//! the browser that asked, and that it has signed in before. The keys are random; the register
//! keeps only their hashes.

use app::draw;
use axum::http::{HeaderMap, HeaderValue, header};
use chrono::TimeDelta;
use cookie::{Cookie, SameSite, time};
use register::Token;

use crate::sign_in::{For, Seal};

/// How much of a key is random: 256 bits.
const KEY_BYTES: usize = 32;
/// How long a browser is known as the one that asked: longer than a letter's link works.
const ASKED: TimeDelta = TimeDelta::minutes(30);
/// How long it is known that a browser has signed in.
const KNOWN_FOR: TimeDelta = TimeDelta::days(90);
/// What is sealed: that it opens for an address says all there is to say.
const KNOWN: &str = "known";

/// The cookies of signing in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keys {
    secure: bool,
}

impl Keys {
    /// `secure` for a site on https.
    pub(crate) const fn new(secure: bool) -> Self {
        Self { secure }
    }

    /// The key of the session that a request is part of.
    pub(crate) fn session(self, headers: &HeaderMap) -> Option<Token> {
        read(headers, self.session_name())
    }

    /// A key for a new session.
    pub(crate) fn draw() -> Token {
        Token::new(draw::hexadecimal(KEY_BYTES))
    }

    /// The header that keeps the key of a session. The session ends before it does: a form that is
    /// sent a little too late is known as its.
    pub(crate) fn keep_session(self, key: &Token) -> Option<HeaderValue> {
        self.keep(self.session_name(), key, TimeDelta::hours(register::SESSION_HOURS + 1))
    }

    /// The header that forgets it.
    pub(crate) fn forget_session(self) -> Option<HeaderValue> {
        self.forget(self.session_name())
    }

    /// The key of the browser, if it has asked to sign in.
    pub(crate) fn browser(self, headers: &HeaderMap) -> Option<Token> {
        read(headers, self.browser_name())
    }

    /// The header that keeps the key of a browser that asks to sign in.
    pub(crate) fn keep_browser(self, key: &Token) -> Option<HeaderValue> {
        self.keep(self.browser_name(), key, ASKED)
    }

    /// Whether the browser has signed in with this address before.
    pub(crate) fn knows(self, headers: &HeaderMap, seal: &Seal, email: &str) -> bool {
        let sealed = read(headers, self.known_name());
        sealed.is_some_and(|sealed| {
            seal.open(For::KnownBrowser, email, sealed.as_str().as_bytes()).is_some()
        })
    }

    /// The header that keeps that it has.
    pub(crate) fn keep_known(self, seal: &Seal, email: &str) -> Option<HeaderValue> {
        let sealed = Token::new(seal.close(For::KnownBrowser, email, KNOWN)?);
        self.keep(self.known_name(), &sealed, KNOWN_FOR)
    }

    /// The header that forgets it.
    pub(crate) fn forget_known(self) -> Option<HeaderValue> {
        self.forget(self.known_name())
    }

    fn forget(self, name: &'static str) -> Option<HeaderValue> {
        let mut cookie = self.cookie(name, String::new());
        cookie.make_removal();
        HeaderValue::from_str(&cookie.to_string()).ok()
    }

    fn keep(self, name: &'static str, key: &Token, life: TimeDelta) -> Option<HeaderValue> {
        let mut cookie = self.cookie(name, key.as_str().to_owned());
        cookie.set_max_age(time::Duration::seconds(life.num_seconds()));
        HeaderValue::from_str(&cookie.to_string()).ok()
    }

    fn cookie(self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .build()
    }

    const fn session_name(self) -> &'static str {
        if self.secure { "__Host-session" } else { "session" }
    }

    const fn known_name(self) -> &'static str {
        if self.secure { "__Host-known" } else { "known" }
    }

    const fn browser_name(self) -> &'static str {
        if self.secure { "__Host-browser" } else { "browser" }
    }
}

fn read(headers: &HeaderMap, name: &str) -> Option<Token> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(Cookie::split_parse).flatten();
    let cookie = cookies.find(|cookie| cookie.name() == name)?;
    Some(Token::new(cookie.value()))
}
