//! How an attempt to send a letter fails.

use register::LetterProblem;

/// Why a letter did not leave.
#[derive(Debug)]
pub(crate) enum Failure {
    /// None leaves just now, this one or another: the relay or the folder is in trouble. For the
    /// operator, who may be able to end it: what kind of trouble, without anybody's address.
    All(LetterProblem, String),
    /// This one did not, for now; others may.
    ThisOne(LetterProblem),
    /// This one never will.
    ThisOneForGood(LetterProblem),
}
