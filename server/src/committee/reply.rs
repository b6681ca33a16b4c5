//! How the pages of committees are answered.

use axum::response::Response;

use crate::form::Posted;
use crate::visit::Visit;

/// What is answered: either way a response. The second one is for what could not go on.
pub(super) type Reply = Result<Response, Response>;

impl Visit {
    /// What the register found; what it did not find, or no longer lets them see, is not there.
    pub(super) async fn found<T>(
        &self,
        asked: Result<Option<T>, register::Error>,
    ) -> Result<T, Response> {
        match self.done(asked).await? {
            Some(found) => Ok(found),
            None => Err(self.trouble(app::Trouble::NotFound).await),
        }
    }

    /// What the register answered.
    pub(super) async fn done<T>(&self, asked: Result<T, register::Error>) -> Result<T, Response> {
        match asked {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.fault(&error).await),
        }
    }

    /// What a form of these fields holds.
    pub(crate) async fn form<const N: usize>(
        &self,
        Posted(form): Posted,
        names: [&str; N],
    ) -> Result<[String; N], Response> {
        match form.and_then(|form| form.exactly(names)) {
            Ok(fields) => Ok(fields),
            Err(trouble) => Err(self.trouble(trouble).await),
        }
    }

    /// A part of the address, or nothing at it.
    pub(super) async fn part<T>(&self, read: Option<T>) -> Result<T, Response> {
        match read {
            Some(part) => Ok(part),
            None => Err(self.trouble(app::Trouble::NotFound).await),
        }
    }

    /// The word in the address for what has just been done.
    pub(super) fn just_done(&self) -> Option<app::committee::Done> {
        let query = self.uri.query().unwrap_or("");
        let mut fields = form_urlencoded::parse(query.as_bytes());
        fields.find_map(
            |(name, word)| {
                if name == "done" { app::committee::Done::parse(&word) } else { None }
            },
        )
    }
}
