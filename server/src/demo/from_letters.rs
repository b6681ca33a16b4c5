//! The buttons for those who have only their letters: the representative and the contact of a group,
//! and the parent or guardian of a child. Each time a group or a child is new.

use chrono::TimeDelta;
use register::{EvidencePermit, Permitted, SeatDone, Token};

use super::sign_in::{NotSignedIn, join};
use super::{Demo, newcomers};
use crate::state::AppState;

/// Where they join.
const BRANCH: &str = "bristol";
/// How long a representative has to answer.
const TO_ANSWER: TimeDelta = TimeDelta::days(28);

impl Demo {
    /// Signs in the representative of a group, who has said yes by letter and whom the committee has
    /// then asked for evidence; gives the key of the session.
    pub(super) async fn representative(&self, state: &AppState) -> Result<Token, NotSignedIn> {
        let (contact, email) = (self.somebody("contact")?, self.somebody("representative")?);
        let number = join(state, newcomers::group(contact, email.clone())).await?;
        let link = self.letter_with(state, &email, "/representative/").await?;
        let said_yes = state.desk.register.confirm_seat(&link, state.desk.clock.now()).await?;
        said_yes.ok_or(NotSignedIn::Step("the letter of a representative"))?;
        self.ask_for_evidence(state, &number).await?;
        self.by_letter(state, &email).await
    }

    /// Signs in the contact of a group whose representative has been written to; gives the key of
    /// the session.
    pub(super) async fn contact(&self, state: &AppState) -> Result<Token, NotSignedIn> {
        let (email, representative) = (self.somebody("contact")?, self.somebody("representative")?);
        join(state, newcomers::group(email.clone(), representative)).await?;
        self.by_letter(state, &email).await
    }

    /// Lets a child join, and gives the key of the link in their guardian’s letter.
    pub(super) async fn guardian(&self, state: &AppState) -> Result<Token, NotSignedIn> {
        let (child, guardian) = (self.somebody("child")?, self.somebody("guardian")?);
        join(state, newcomers::child(child, guardian.clone())).await?;
        self.letter_with(state, &guardian, "/guardian/").await
    }

    /// Asks the one representative of a group for evidence, as its committee would.
    async fn ask_for_evidence(&self, state: &AppState, number: &str) -> Result<(), NotSignedIn> {
        let failed = || NotSignedIn::Step("asking for evidence");
        let (register, now) = (&state.desk.register, state.desk.clock.now());
        let by = self.evidence_permit(state, number).await?.ok_or_else(failed)?;
        let seen = register.group(&by, now).await?.ok_or_else(failed)?.version;
        let due = (now + TO_ANSWER).date_naive();
        match register.ask_for_evidence(&by, 1, due, seen, now).await? {
            Some(SeatDone::Done) => Ok(()),
            _ => Err(failed()),
        }
    }

    async fn evidence_permit(
        &self,
        state: &AppState,
        number: &str,
    ) -> Result<Option<EvidencePermit>, NotSignedIn> {
        let session = self.session_for_permits(state).await?;
        let (register, now) = (&state.desk.register, state.desk.clock.now());
        Ok(match register.branch_permit(&session, BRANCH, now).await? {
            Permitted::Yes(branch) => register.evidence_permit_in(&branch, number).await?,
            Permitted::SignIn | Permitted::No => None,
        })
    }
}
