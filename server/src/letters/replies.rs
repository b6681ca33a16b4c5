//! What a relay's answer means for a letter, and for all of them. Its words are not passed on:
//! relays like to repeat the address.

use std::error::Error as _;

use lettre::transport::smtp::Error;
use register::LetterProblem;

use super::failure::Failure;

/// It could not be reached, or did not want to talk.
pub(crate) fn to_greeting(error: &Error) -> Failure {
    let how = match error.status() {
        Some(code) => format!("it answered {code} to our greeting"),
        // Nobody has been named yet: what the system or TLS says is safe to show.
        None => error.to_string(),
    };
    Failure::All(problem(error), how)
}

/// It did not let us in.
pub(crate) fn to_signing_in(error: &Error) -> Failure {
    Failure::All(
        problem(error),
        format!("it does not take the user and the password{}", answered(error)),
    )
}

/// It did not take the sender.
pub(crate) fn to_sender(error: &Error) -> Failure {
    Failure::All(
        problem(error),
        format!("it does not take letters from the address in mail.from{}", answered(error)),
    )
}

/// It did not take the recipient, or the letter.
pub(crate) fn to_letter(error: &Error) -> Failure {
    let code = error.status().map(u16::from);
    match code {
        // It closes down, or asks us to sign in first.
        Some(421 | 530 | 535 | 538) => to_signing_in_later(error),
        Some(500..) if is_policy(error) => Failure::ThisOne(LetterProblem::Refused),
        Some(500..) => Failure::ThisOneForGood(LetterProblem::Refused),
        Some(_) => Failure::ThisOne(LetterProblem::Deferred),
        None => Failure::All(LetterProblem::Unreachable, "the connection broke".to_owned()),
    }
}

fn to_signing_in_later(error: &Error) -> Failure {
    Failure::All(problem(error), format!("it does not take letters just now{}", answered(error)))
}

/// Whether it was refused by a rule (X.7.Z of RFC 3463), such as "relay access denied": that is
/// more often about us than about the address, and can be put right.
fn is_policy(error: &Error) -> bool {
    error.source().is_some_and(|words| words.to_string().starts_with("5.7."))
}

fn problem(error: &Error) -> LetterProblem {
    if error.is_transient() {
        LetterProblem::Deferred
    } else if error.is_permanent() {
        LetterProblem::Refused
    } else {
        LetterProblem::Unreachable
    }
}

fn answered(error: &Error) -> String {
    error.status().map_or_else(String::new, |code| format!(" (it answered {code})"))
}
