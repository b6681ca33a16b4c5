//! Signing in by e-mail: a browser asks, a letter brings a link and a code, and either of them
//! makes a session.

mod ask;
mod by_code;
mod by_link;
mod code;
mod finish;
mod forget;
mod invite;
mod links;

use chrono::{DateTime, Utc};

use crate::entities::sign_ins;

pub use ask::Asked;
pub use by_code::CodeAnswer;
pub use by_link::{SignInLink, SignedIn};
pub(crate) use code::Code;
pub(crate) use links::make as make_link;

/// For how many minutes a request to sign in may be answered.
pub const SIGN_IN_MINUTES: i64 = 10;
/// For how many hours an invitation may be taken up.
pub const INVITATION_HOURS: i64 = 24;

/// How many wrong codes end a request.
const WRONG_CODES: i32 = 5;

/// Whether a request can still be answered.
pub(crate) fn is_open(request: &sign_ins::Model, at: DateTime<Utc>) -> bool {
    request.ended_at.is_none() && at < request.expires_at
}
