//! A parent or guardian answers, and sees what they agreed to.

mod agreement;
mod rename;
mod withdraw;

use chrono::{DateTime, Utc};
use rules::{Class, ConsentText, Period};
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

pub(crate) use agreement::{agreed_to, rests_on};
pub use withdraw::AgreementWithdrawn;

/// What a guardian is asked, and what they agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardianRequest {
    /// Who wants to join.
    pub child_name: String,
    /// Who is asked.
    pub guardian_name: String,
    /// Where.
    pub guardian_email: String,
    /// What they would join as.
    pub class: Class,
    /// Whether a yes agrees to news by e-mail for them, too.
    pub newsletter: bool,
    /// Whether a yes agrees for them to be written to about starting a branch, too.
    pub start_branch: bool,
    /// Until when it can be confirmed.
    pub until: DateTime<Utc>,
    /// When it was confirmed, if it was.
    pub confirmed: Option<DateTime<Utc>>,
    /// What was agreed to by that.
    pub agreed: Vec<ConsentText>,
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
    /// What the guardian with this link is asked; `None` when the link is unknown, when its time has
    /// passed at `at` without a confirmation, and when nothing rests on the confirmation any more:
    /// the membership has ended, or its member has come of age.
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
        if !stands(&request, within, at) {
            return Ok(None);
        }
        asked(self.reader(), &request, within).await
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
        if request.guardian.confirmed_at.is_none() {
            let person = people::Entity::find_by_id(request.membership.person_id).one(db).await?;
            start(db, &request, &stored::there(person)?, at).await?;
            request.guardian.confirmed_at = Some(at);
        }
        asked(db, &request, within).await
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

pub(crate) async fn by_link(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<Request>, Error> {
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

/// `None` when it was confirmed, and nothing rests on that any more.
async fn asked(
    db: &impl ConnectionTrait,
    request: &Request,
    within: Period,
) -> Result<Option<GuardianRequest>, Error> {
    let Request { guardian, membership } = request;
    let child = people::Entity::find_by_id(membership.person_id).one(db).await?;
    let Some(child) = child else { return Ok(None) };
    let mut agreed = Vec::new();
    if let Some(confirmed) = guardian.confirmed_at {
        if rests_on(db, request).await?.is_none() {
            return Ok(None);
        }
        agreed = agreed_to(db, &child, confirmed).await?;
    }
    Ok(Some(GuardianRequest {
        child_name: child.name,
        guardian_name: guardian.name.clone(),
        guardian_email: guardian.email.clone(),
        class: stored::class(&membership.class)?,
        newsletter: guardian.newsletter,
        start_branch: guardian.start_branch,
        until: waiting::until(guardian.asked_at, within),
        confirmed: guardian.confirmed_at,
        agreed: agreed.into_iter().map(|(text, _)| text).collect(),
    }))
}
