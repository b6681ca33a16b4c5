//! A parent or guardian answers.

use chrono::{DateTime, Utc};
use rules::{Class, Period};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

use crate::access_log::{self, Action, Actor, Whom};
use crate::consents::{self, GivenBy};
use crate::counters::{Changes, Counted};
use crate::entities::{guardians, memberships, people};
use crate::error::Error;
use crate::hash::Token;
use crate::letters::{self, About};
use crate::register::{Register, Write};
use crate::waiting::{self, Request};
use crate::{help_offers, links, person, placings, stored};

/// What a guardian is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardianRequest {
    /// Who wants to join.
    pub child_name: String,
    /// Who is asked.
    pub guardian_name: String,
    /// What they would join as.
    pub class: Class,
    /// Whether a yes agrees to news by e-mail for them, too.
    pub newsletter: bool,
    /// Whether a yes agrees for them to be written to about starting a branch, too.
    pub start_branch: bool,
    /// Until when it can be confirmed.
    pub until: DateTime<Utc>,
    /// Whether it has been confirmed.
    pub confirmed: bool,
}

/// What came of a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// All that was known of the child and the guardian is erased.
    Erased,
    /// It had been confirmed: nothing has changed. Leaving is another matter.
    AlreadyConfirmed,
    /// The link is of no request that waits: unknown, too late, or refused before.
    NotFound,
}

impl Register {
    /// What the guardian with this link is asked; `None` when the link is unknown, or its time has
    /// passed at `at` without a confirmation.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn guardian_request(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<GuardianRequest>, Error> {
        let Some(request) = by_link(self.reader(), token).await? else { return Ok(None) };
        let within = self.retention().guardian;
        let child = people::Entity::find_by_id(request.membership.person_id);
        let child = child.one(self.reader()).await?;
        match child {
            Some(child) if stands(&request, within, at) => {
                asked(&request, within, child.name).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Confirms: the membership starts at `at`, with the consent, the welcome letter to the
    /// member, the counters and the access log. Confirming again changes nothing. `None` as for
    /// [`Register::guardian_request`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn confirm_guardian(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<GuardianRequest>, Error> {
        self.write(&Confirm { token, within: self.retention().guardian, at }).await
    }

    /// Refuses: erases at once all that was known of the child, the guardian and the request.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn refuse_guardian(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Refusal, Error> {
        self.write(&Refuse { token, at }).await
    }
}

struct Confirm<'a> {
    token: &'a Token,
    within: Period,
    at: DateTime<Utc>,
}

impl Write for Confirm<'_> {
    type Done = Option<GuardianRequest>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<GuardianRequest>, Error> {
        let (within, at) = (self.within, self.at);
        let found = hold(db, self.token).await?;
        let Some(mut request) = found.filter(|found| stands(found, within, at)) else {
            return Ok(None);
        };
        let person = people::Entity::find_by_id(request.membership.person_id).one(db).await?;
        let person = stored::there(person)?;
        if request.guardian.confirmed_at.is_none() {
            start(db, &request, &person, at).await?;
            request.guardian.confirmed_at = Some(at);
        }
        asked(&request, within, person.name).map(Some)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn start(
    db: &DatabaseTransaction,
    Request { guardian, membership }: &Request,
    person: &people::Model,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let confirmed = guardians::ActiveModel {
        id: Unchanged(guardian.id),
        confirmed_at: Set(Some(at)),
        ..Default::default()
    };
    guardians::Entity::update(confirmed).exec(db).await?;
    let started = memberships::ActiveModel {
        id: Unchanged(membership.id),
        started_at: Set(Some(at)),
        ..Default::default()
    };
    memberships::Entity::update(started).exec(db).await?;
    let (branch, how) = (membership.branch_id, membership.placed.clone());
    placings::open(db, membership.id, branch, how, None, at).await?;
    person::changed(db, person.id).await?;
    let mut changes = Changes::default();
    let agreed = consents::of_joining(guardian.newsletter, guardian.start_branch);
    consents::give(db, GivenBy::Guardian(person.id), &agreed, at).await?;
    if let (true, Some(district)) = (guardian.start_branch, &person.district) {
        help_offers::offer(db, person.id, district, at, &mut changes).await?;
    }
    letters::no_longer_owe(db, About::Guardian(guardian.id)).await?;
    letters::owe(db, About::Welcome(membership.id), at).await?;
    let whom = Whom { person: Some(person.id), branch: membership.branch_id, ..Whom::default() };
    access_log::write(db, at, Actor::Guardian, Action::Confirmed, whom).await?;
    let class = stored::class(&membership.class)?;
    let member = Counted::Member { class, district: person.district.as_deref() };
    changes.waits_no_longer(membership.branch_id);
    changes.joined(membership.branch_id, member, at);
    changes.keep(db).await
}

struct Refuse<'a> {
    token: &'a Token,
    at: DateTime<Utc>,
}

impl Write for Refuse<'_> {
    type Done = Refusal;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Refusal, Error> {
        let Some(request) = hold(db, self.token).await? else { return Ok(Refusal::NotFound) };
        if request.guardian.confirmed_at.is_some() {
            return Ok(Refusal::AlreadyConfirmed);
        }
        let mut changes = Changes::default();
        waiting::erase(db, &request.membership, Actor::Guardian, self.at, &mut changes).await?;
        changes.keep(db).await?;
        Ok(Refusal::Erased)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn by_link(db: &impl ConnectionTrait, token: &Token) -> Result<Option<Request>, Error> {
    match links::find(db, token).await?.and_then(|link| link.guardian_id) {
        Some(guardian) => Request::find(db, guardian).await,
        None => Ok(None),
    }
}

async fn hold(db: &DatabaseTransaction, token: &Token) -> Result<Option<Request>, Error> {
    match links::find(db, token).await?.and_then(|link| link.guardian_id) {
        Some(guardian) => Request::hold(db, guardian).await,
        None => Ok(None),
    }
}

/// Whether it can still be confirmed, or has been.
fn stands(request: &Request, within: Period, at: DateTime<Utc>) -> bool {
    let until = waiting::until(request.guardian.asked_at, within);
    request.guardian.confirmed_at.is_some() || at < until
}

fn asked(request: &Request, within: Period, child_name: String) -> Result<GuardianRequest, Error> {
    Ok(GuardianRequest {
        child_name,
        guardian_name: request.guardian.name.clone(),
        class: stored::class(&request.membership.class)?,
        newsletter: request.guardian.newsletter,
        start_branch: request.guardian.start_branch,
        until: waiting::until(request.guardian.asked_at, within),
        confirmed: request.guardian.confirmed_at.is_some(),
    })
}
