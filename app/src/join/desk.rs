//! What a join needs on the server: the register, the clock and the cookies.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use register::Register;
use rules::{Context, Draft, Step};

use super::cookies::Cookies;

/// Tells the time: the machine's, or a test's.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// The machine's own.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Utc::now)
    }

    /// One that tells what `now` tells.
    pub fn new(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }
}

/// Where joins are taken in.
#[derive(Clone)]
pub struct Desk {
    /// The register of members.
    pub register: Register,
    /// The time.
    pub clock: Clock,
    /// The cookies of the join.
    pub cookies: Cookies,
}

impl Desk {
    /// What the rules need to know just now: the day in Europe/London (R1), the branches, and
    /// whether there is a postcode directory.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn context(&self) -> Result<Context, register::Error> {
        let today = self.clock.now().with_timezone(&chrono_tz::Europe::London).date_naive();
        let directory = self.register.directory(None).await?;
        Ok(Context { today, branches: self.register.branches().await?, directory })
    }

    /// Asks the directory of the postcode that the answers to `step` have; where that step has
    /// none, of the one that is on the way of these answers.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn look_up(
        &self,
        context: &mut Context,
        draft: &Draft,
        step: Step,
    ) -> Result<(), register::Error> {
        let steps = std::iter::once(step).chain(draft.path());
        let postcode = steps.into_iter().find_map(|step| draft.postcode(step));
        if let Some(postcode) = postcode
            && context.directory.may_be_asked(&postcode)
        {
            context.directory = self.register.directory(Some(&postcode)).await?;
        }
        Ok(())
    }
}
