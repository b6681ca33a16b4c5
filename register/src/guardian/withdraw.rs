//! A parent or guardian takes back what they agreed to.

use chrono::{DateTime, Utc};
use rules::EndReason;
use sea_orm::DatabaseTransaction;

use super::agreement::rests_on;
use super::by_link;
use crate::access_log::Actor;
use crate::error::Error;
use crate::hash::Token;
use crate::letters::{self, LeftHow, Recipient};
use crate::register::{Register, Write};
use crate::{member, person};

/// What became of taking an agreement back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementWithdrawn {
    /// The membership has ended: what was known of the child is erased, and of the guardian.
    Done,
    /// Nothing rests on an agreement by this link: none was given, or not any more.
    NotThere,
}

impl Register {
    /// Takes back what the guardian with this link agreed to: the membership that rests on it ends
    /// at once, as when its member leaves. Letters confirm it to the guardian and to the member.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn withdraw_agreement(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<AgreementWithdrawn, Error> {
        let withdrawn = self.write(&Withdraw { token, at }).await?;
        // With the last of an address its sessions have ended.
        self.access_changed();
        Ok(withdrawn)
    }
}

struct Withdraw<'a> {
    token: &'a Token,
    at: DateTime<Utc>,
}

impl Write for Withdraw<'_> {
    type Done = AgreementWithdrawn;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<AgreementWithdrawn, Error> {
        let Some(found) = by_link(db, self.token).await? else {
            return Ok(AgreementWithdrawn::NotThere);
        };
        let held = match rests_on(db, &found).await? {
            // It may have changed while another transaction held them.
            Some(held) if person::hold(db, held.person.id).await? => {
                let again = by_link(db, self.token).await?;
                match again {
                    Some(again) => rests_on(db, &again).await?,
                    None => None,
                }
                .filter(|again| again.person.id == held.person.id)
            }
            _ => None,
        };
        let Some(held) = held else { return Ok(AgreementWithdrawn::NotThere) };
        let (how, actor) = (EndReason::AskedToLeave, Actor::Guardian);
        member::end(db, &held, how, actor, self.at).await?;
        let number = Some(held.membership.number);
        let guardian = Recipient { name: found.guardian.name, email: found.guardian.email };
        let child = Recipient { name: held.person.name, email: held.person.email };
        // Where both read the same letters, one says it.
        if !guardian.email.eq_ignore_ascii_case(&child.email) {
            let how = LeftHow::GuardianWithdrew;
            letters::say_goodbye(db, child, how, number.clone(), self.at).await?;
        }
        letters::say_goodbye(db, guardian, LeftHow::Withdrew, number, self.at).await?;
        Ok(AgreementWithdrawn::Done)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
