//! What a join needs on the server: the register, the clock and the cookies.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use register::Register;
use rules::Context;

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
    /// What the rules need to know just now: the day in Europe/London (R1) and the branches.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn context(&self) -> Result<Context, register::Error> {
        let today = self.clock.now().with_timezone(&chrono_tz::Europe::London).date_naive();
        Ok(Context { today, branches: self.register.branches().await? })
    }
}
