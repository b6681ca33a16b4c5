//! People who sign in, and people with roles.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use register::{
    Asked, GaveRole, LetterContent, NetworkPermit, Office, Permitted, Register, RoleFor, SignedIn,
    Token, Try,
};

use super::people::{email, minutes, noon, token};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A token that no other test has.
pub(crate) fn fresh(what: &str) -> Token {
    token(&format!("{what} {}", NUMBER.fetch_add(1, Ordering::Relaxed)))
}

/// What the letter brought to somebody who asked to sign in.
pub(crate) struct Brought {
    pub(crate) link: Token,
    pub(crate) code: String,
    pub(crate) to: String,
}

/// The next letter to sign in that is due; others are sent on the way.
pub(crate) async fn sign_in_letter(register: &Register, at: DateTime<Utc>) -> Option<Brought> {
    loop {
        let letter = register.claim_letter(at, &fresh("link"), minutes(5)).await.unwrap()?;
        register.letter_sent(letter.id, at).await.unwrap();
        if let LetterContent::SignIn { token, code, .. } = letter.content {
            return Some(Brought { link: token, code, to: letter.to.email });
        }
    }
}

/// Asks to sign in from a browser; gives what the letter brought, if one went out.
pub(crate) async fn ask(
    register: &Register,
    address: &str,
    browser: &Token,
    at: DateTime<Utc>,
) -> Option<Brought> {
    let asked = register.ask_to_sign_in(&email(address), browser, at).await.unwrap();
    assert_eq!(asked, Asked::Noted);
    sign_in_letter(register, at).await
}

/// Signs somebody in whom the register knows; gives the session.
pub(crate) async fn sign_in(register: &Register, address: &str, at: DateTime<Utc>) -> Token {
    let (browser, session) = (fresh("browser"), fresh("session"));
    let brought = ask(register, address, &browser, at).await.unwrap();
    let signed_in = register.sign_in_by_link(&brought.link, Some(&browser), &session, at).await;
    assert_eq!(signed_in.unwrap(), SignedIn::Now);
    session
}

/// Sets the second factor up in a session, or gives it; `step` has to grow.
pub(crate) async fn second_factor(
    register: &Register,
    session: &Token,
    step: i64,
    at: DateTime<Utc>,
) {
    register.keep_totp_secret(session, b"sealed", at).await.unwrap();
    let tried = register.try_second_factor(session, at).await.unwrap();
    let Try::Look { secret, .. } = tried else { panic!("{tried:?}") };
    let codes: Vec<_> = (0..10).map(|number| token(&format!("recovery {number}"))).collect();
    assert!(register.second_factor_given(session, &secret, step, &codes, at).await.unwrap());
}

/// The first administrator, invited and with the second factor given; gives the session.
pub(crate) async fn administrator(register: &Register) -> Token {
    let (link, session) = (fresh("invitation"), fresh("session"));
    register.invite_administrator(&email("root@example.org"), &link, noon()).await.unwrap();
    let signed_in = register.sign_in_by_link(&link, None, &session, noon()).await.unwrap();
    assert_eq!(signed_in, SignedIn::Now);
    second_factor(register, &session, 1, noon()).await;
    session
}

/// The permit of an administrator's session.
pub(crate) async fn network(register: &Register, session: &Token) -> NetworkPermit {
    allowed(register.network_permit(session, noon()).await.unwrap())
}

/// What was permitted.
pub(crate) fn allowed<P: std::fmt::Debug>(permitted: Permitted<P>) -> P {
    match permitted {
        Permitted::Yes(permit) => permit,
        refused => panic!("{refused:?}"),
    }
}

/// Gives somebody a role, by an administrator.
pub(crate) async fn give(register: &Register, root: &Token, address: &str, role: RoleFor) {
    let permit = network(register, root).await;
    let gave = register.give_role((&permit).into(), &email(address), &role, noon()).await;
    assert_eq!(gave.unwrap(), GaveRole::Given);
}

/// Somebody with a role, signed in and with the second factor given; gives the session.
pub(crate) async fn with_role(
    register: &Register,
    root: &Token,
    address: &str,
    role: RoleFor,
) -> Token {
    give(register, root, address, role).await;
    let session = sign_in(register, address, noon()).await;
    second_factor(register, &session, 1, noon()).await;
    session
}

/// A place in the committee of a branch.
pub(crate) fn committee(branch: &str, office: Office) -> RoleFor {
    RoleFor::Committee { branch: branch.to_owned(), office }
}

/// Nominee for a group, by its number.
pub(crate) fn nominee(group: &str) -> RoleFor {
    RoleFor::Nominee { group: group.to_owned() }
}
