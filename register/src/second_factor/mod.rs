//! The second factor of whoever has a role. The register checks no codes: it keeps the secret,
//! which the server has sealed, and sees to it that each code is used once and that guessing
//! stops.

mod forget;
mod give;
mod recovery;
mod reset;
mod secret;
mod tries;

pub(crate) use forget::forget_without_role;
pub use recovery::RecoveryAnswer;
pub use secret::TotpSecret;
pub use tries::Try;

/// How often in a row, within [`LOCK_MINUTES`], the second factor may be tried.
pub const SECOND_FACTOR_TRIES: u8 = 5;
/// For how many minutes nothing is tried after that.
pub const LOCK_MINUTES: i64 = 15;
