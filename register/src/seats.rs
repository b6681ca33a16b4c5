//! A representative answers, and sees how it stands with their seat (R9).

mod rename;
mod way;

use chrono::{DateTime, NaiveDate, Utc};
use rules::{Name, Representative};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

use crate::access_log::{self, Action, Whom};
use crate::accounts;
use crate::counters::{self, Changes};
use crate::entities::{branches, groups, seats};
use crate::error::Error;
use crate::evidence::{self, SeatState};
use crate::letters::{self, About};
use crate::place::InBranch;
use crate::register::{Register, Write};

pub use rename::Renamed;
pub(crate) use way::Reached;
pub use way::SeatWay;

/// The state of a seat whose representative was named by the group.
pub(crate) const DECLARED: &str = "declared";
/// The state of a seat whose representative has said yes.
pub(crate) const CONFIRMED: &str = "confirmed";

/// What a representative is asked, and how it stands with their seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatRequest {
    /// Who they are.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The group they were declared to represent.
    pub group: String,
    /// The branch that it is in.
    pub branch: Option<InBranch>,
    /// When they were declared to.
    pub declared: DateTime<Utc>,
    /// When they said yes, if they have.
    pub confirmed: Option<DateTime<Utc>>,
    /// How far the seat has come.
    pub state: SeatState,
    /// Until when evidence is asked for, when it is.
    pub due: Option<NaiveDate>,
}

impl Register {
    /// The seat of whoever is in it; `None` when the link is unknown, the address is not theirs,
    /// the seat is vacant again or somebody else's, or the group has left.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn seat(&self, way: impl Into<SeatWay<'_>>) -> Result<Option<SeatRequest>, Error> {
        match way.into().find_own(self.reader()).await? {
            Some(Reached { seat, group, .. }) => {
                request(self.reader(), &seat, &group).await.map(Some)
            }
            None => Ok(None),
        }
    }

    /// The representative says yes. Saying it again changes nothing. `None` as for
    /// [`Register::seat`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn confirm_seat(
        &self,
        way: impl Into<SeatWay<'_>>,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatRequest>, Error> {
        self.write(&Answer { way: way.into(), at, yes: true }).await
    }

    /// The representative says no, or not any more: the seat is vacant again, and what was known
    /// of them as its representative is erased, and the group's contact is told, unless it is them.
    /// `None` as for [`Register::seat`]; otherwise what the seat was.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn decline_seat(
        &self,
        way: impl Into<SeatWay<'_>>,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatRequest>, Error> {
        self.write(&Answer { way: way.into(), at, yes: false }).await
    }
}

struct Answer<'a> {
    way: SeatWay<'a>,
    at: DateTime<Utc>,
    yes: bool,
}

impl Write for Answer<'_> {
    type Done = Option<SeatRequest>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<SeatRequest>, Error> {
        let Some(held) = self.way.hold_own(db).await? else { return Ok(None) };
        let (mut seat, group) = (held.seat, held.group);
        let actor = self.way.actor();
        let mut changes = Changes::default();
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        if !self.yes {
            let was = request(db, &seat, &group).await?;
            leave(db, Filled { seat: &seat, group: &group, state: was.state }, &mut changes)
                .await?;
            tell_contact(db, &seat, &group, self.at).await?;
            evidence::changed(db, group.id).await?;
            access_log::write(db, self.at, actor, Action::SeatDeclined, whom).await?;
            changes.keep(db).await?;
            return Ok(Some(was));
        }
        if seat.state == DECLARED {
            let confirmed = seats::ActiveModel {
                id: Unchanged(seat.id),
                state: Set(CONFIRMED.to_owned()),
                confirmed_at: Set(Some(self.at)),
                ..Default::default()
            };
            seats::Entity::update(confirmed).exec(db).await?;
            letters::no_longer_owe(db, About::Representative(seat.id)).await?;
            let confirmed = Some(counters::Seat::Confirmed);
            changes.seat(group.branch_id, Some(counted(&seat)), confirmed);
            evidence::changed(db, group.id).await?;
            access_log::write(db, self.at, actor, Action::SeatConfirmed, whom).await?;
            CONFIRMED.clone_into(&mut seat.state);
            seat.confirmed_at = Some(self.at);
        }
        changes.keep(db).await?;
        request(db, &seat, &group).await.map(Some)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// A seat that became vacant is not to go unnoticed. Of several letters the newest says how it is.
async fn tell_contact(
    db: &DatabaseTransaction,
    seat: &seats::Model,
    group: &groups::Model,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if seat.email.eq_ignore_ascii_case(&group.contact_email_key) {
        return Ok(());
    }
    letters::no_longer_owe(db, About::SeatVacant(group.id)).await?;
    letters::owe(db, About::SeatVacant(group.id), at).await
}

/// A seat that somebody is in.
pub(crate) struct Filled<'a> {
    pub(crate) seat: &'a seats::Model,
    pub(crate) group: &'a groups::Model,
    pub(crate) state: SeatState,
}

/// Makes a seat vacant: what was known of whoever was in it as a representative is erased, their
/// evidence and their links too.
pub(crate) async fn leave(
    db: &DatabaseTransaction,
    Filled { seat, group, state }: Filled<'_>,
    changes: &mut Changes,
) -> Result<(), Error> {
    seats::Entity::delete_by_id(seat.id).exec(db).await?;
    accounts::forget(db, &seat.email).await?;
    changes.seat(group.branch_id, Some(counted(seat)), None);
    if state == SeatState::Supplied {
        changes.evidence_waits_no_longer(group.branch_id);
    }
    Ok(())
}

/// Whether a representative is the one in a seat: by name and address, since people share
/// addresses.
pub(crate) fn is_same(seat: &seats::Model, other: &Representative) -> bool {
    seat.email.eq_ignore_ascii_case(other.email.as_str()) && name_key(seat) == other.name.key()
}

/// By what the name in a seat is told from others.
pub(crate) fn name_key(seat: &seats::Model) -> String {
    Name::parse(&seat.name).map_or_else(|_| seat.name.clone(), |name| name.key())
}

pub(crate) fn counted(seat: &seats::Model) -> counters::Seat {
    if seat.state == CONFIRMED { counters::Seat::Confirmed } else { counters::Seat::Declared }
}

async fn request(
    db: &impl ConnectionTrait,
    seat: &seats::Model,
    group: &groups::Model,
) -> Result<SeatRequest, Error> {
    let branch = match group.branch_id {
        Some(branch) => branches::Entity::find_by_id(branch).one(db).await?,
        None => None,
    };
    let last = evidence::last(db, seat.id).await?;
    let state = evidence::state(Some(seat), last.as_ref())?;
    let asked = last.filter(|_| state == SeatState::Requested);
    Ok(SeatRequest {
        name: seat.name.clone(),
        email: seat.email.clone(),
        group: group.name.clone(),
        branch: branch.map(|branch| InBranch { slug: branch.slug, name: branch.name }),
        declared: seat.declared_at,
        confirmed: seat.confirmed_at,
        state,
        due: asked.map(|round| round.due_on),
    })
}
