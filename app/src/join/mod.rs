//! The join: the wizard that people see, and the server functions behind it.

mod body;
mod browser;
mod check;
mod inputs;
mod line;
mod page;
mod rights;
mod sending;
mod server_fns;
mod shown;
mod state;
mod way;
mod wizard;

#[cfg(feature = "ssr")]
mod asked;
#[cfg(feature = "ssr")]
mod cookies;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod submit;
#[cfg(feature = "ssr")]
mod wizard_page;

#[cfg(feature = "ssr")]
pub(crate) use asked::{asked, asks};
#[cfg(feature = "ssr")]
pub use cookies::{Cookies, DoneNote, KeptDraft, SubmissionKey};
#[cfg(feature = "ssr")]
pub use desk::{Clock, Desk};
#[cfg(feature = "ssr")]
pub(crate) use rights::rights;
pub use server_fns::{FIND_POSTCODE, KeepAnswers, Refusal, SubmitJoin, keep_answers, submit_join};
pub use state::State;
#[cfg(feature = "ssr")]
pub use submit::SubmitError;
pub use way::{href, is_from_check};
pub use wizard::JoinWizard;
#[cfg(feature = "ssr")]
pub(crate) use wizard_page::wizard_page;
