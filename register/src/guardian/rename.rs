//! A parent or guardian who has agreed puts their own name right.

use chrono::{DateTime, Utc};
use rules::Name;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::agreement::rests_on;
use super::hold;
use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::guardians;
use crate::error::Error;
use crate::hash::Token;
use crate::person;
use crate::register::{Register, Write};
use crate::seats::Renamed;

impl Register {
    /// Puts another name in the place of a guardian's, by themselves; `was` is the one that they
    /// saw. `None` when they have not confirmed, or nothing rests on it any more.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn rename_guardian(
        &self,
        token: &Token,
        name: &Name,
        was: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Renamed>, Error> {
        self.write(&Rename { token, name, was, at }).await
    }
}

struct Rename<'a> {
    token: &'a Token,
    name: &'a Name,
    was: &'a str,
    at: DateTime<Utc>,
}

impl Write for Rename<'_> {
    type Done = Option<Renamed>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Renamed>, Error> {
        let Some(request) = hold(db, self.token).await? else { return Ok(None) };
        let Some(rests) = rests_on(db, &request).await? else { return Ok(None) };
        let guardian = request.guardian;
        if guardian.name == self.name.as_str() {
            return Ok(Some(Renamed::Done));
        }
        if guardian.name != self.was {
            return Ok(Some(Renamed::ChangedMeanwhile));
        }
        let renamed = guardians::ActiveModel {
            id: Unchanged(guardian.id),
            name: Set(self.name.as_str().to_owned()),
            ..Default::default()
        };
        guardians::Entity::update(renamed).exec(db).await?;
        let person = request.membership.person_id;
        person::changed(db, person).await?;
        let branch = rests.membership.branch_id;
        let whom = Whom { person: Some(person), branch, ..Whom::default() };
        access_log::write(db, self.at, Actor::Guardian, Action::GuardianRenamed, whom).await?;
        Ok(Some(Renamed::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
