//! The form in which representatives, parents and guardians put their own name right.

use app::links::{NameChange, WrongName};
use axum::response::Response;
use register::Renamed;
use rules::{Name, NameError};

use crate::form::Posted;
use crate::visit::Visit;

/// What a wrong name is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// What became of a form that was sent.
pub(super) enum Named {
    /// It is the name now.
    Done,
    /// The name was changed since it was seen.
    Changed(Form),
    /// Something is wrong.
    Wrong(NameChange),
}

/// A form that was filled in for another name than the one that is there.
pub(super) struct Form(NameChange);

/// The form as it is before anything is filled in.
pub(super) fn first_form(name: &str) -> NameChange {
    NameChange { was: name.to_owned(), name: name.to_owned(), wrong: None, changed: false }
}

/// What was sent: the name that was seen, what was typed, and what that is.
pub(super) async fn read(
    visit: &Visit,
    form: Posted,
) -> Result<(String, String, Result<Name, NameError>), Response> {
    let [was, name] = visit.form(form, ["was", "name"]).await?;
    let parsed = Name::parse(&name);
    let name = name.chars().take(MOST_SHOWN).collect();
    Ok((was.chars().take(MOST_SHOWN).collect(), name, parsed))
}

impl Named {
    pub(super) fn of(done: Renamed, was: String, name: String) -> Self {
        let form = NameChange { was, name, wrong: None, changed: false };
        match done {
            Renamed::Done => Self::Done,
            Renamed::ChangedMeanwhile => Self::Changed(Form(form)),
            Renamed::SomebodyElse => {
                Self::Wrong(NameChange { wrong: Some(WrongName::SomebodyElse), ..form })
            }
        }
    }

    pub(super) fn wrong(wrong: NameError, was: String, name: String) -> Self {
        let wrong = Some(WrongName::Name(wrong));
        Self::Wrong(NameChange { was, name, wrong, changed: false })
    }
}

impl Form {
    /// The form, for the name as it is now.
    pub(super) fn now(self, was: String) -> NameChange {
        NameChange { was, changed: true, ..self.0 }
    }
}
