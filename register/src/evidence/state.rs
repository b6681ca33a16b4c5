//! How far a seat of a group has come, and what can be done to it then (R9).

use chrono::NaiveDate;

use crate::entities::{evidence, seats};
use crate::error::Error;
use crate::seats::{CONFIRMED, DECLARED};

/// How far a seat of a group has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatState {
    /// Nobody is in it.
    Vacant,
    /// Somebody was named, and has not said yes.
    Declared,
    /// They have said yes.
    Confirmed,
    /// They were asked for evidence.
    Requested,
    /// They have supplied it, and nobody has judged it.
    Supplied,
    /// It was accepted.
    Accepted,
}

/// How it stands with a seat on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatStands {
    /// How far it has come.
    pub state: SeatState,
    /// The day until which whoever is in it was asked for evidence, when that has passed and
    /// nothing has come.
    pub overdue: Option<NaiveDate>,
}

/// What can be done to a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatStep {
    /// Somebody is named for it, in the place of whoever is in it.
    Name,
    /// Whoever is in it says yes.
    Confirm,
    /// They say no, or not any more.
    Decline,
    /// They are asked for evidence.
    Ask,
    /// They supply it, or put other evidence in its place.
    Supply,
    /// It is accepted.
    Accept,
    /// It is queried: they are asked again.
    Query,
}

impl SeatState {
    /// All of them, in their order.
    pub const ALL: [Self; 6] = [
        Self::Vacant,
        Self::Declared,
        Self::Confirmed,
        Self::Requested,
        Self::Supplied,
        Self::Accepted,
    ];

    /// What a seat is after a step; `None` when the step is not possible.
    #[must_use]
    pub const fn after(self, step: SeatStep) -> Option<Self> {
        match (self, step) {
            (_, SeatStep::Name) => Some(Self::Declared),
            (Self::Vacant, _) => None,
            (_, SeatStep::Decline) => Some(Self::Vacant),
            (Self::Declared, SeatStep::Confirm) => Some(Self::Confirmed),
            // Being asked goes before having said yes.
            (other, SeatStep::Confirm) => Some(other),
            (Self::Declared | Self::Confirmed, SeatStep::Ask)
            | (Self::Supplied, SeatStep::Query) => Some(Self::Requested),
            (Self::Requested | Self::Supplied, SeatStep::Supply) => Some(Self::Supplied),
            (Self::Supplied, SeatStep::Accept) => Some(Self::Accepted),
            (_, SeatStep::Ask | SeatStep::Supply | SeatStep::Accept | SeatStep::Query) => None,
        }
    }

    /// Whether a step is possible.
    #[must_use]
    pub const fn may(self, step: SeatStep) -> bool {
        self.after(step).is_some()
    }
}

/// The state of a round that was asked for.
pub(crate) const REQUESTED: &str = "requested";
/// The state of a round that was supplied.
pub(crate) const SUPPLIED: &str = "supplied";
/// The state of a round that was accepted.
pub(crate) const ACCEPTED: &str = "accepted";
/// The state of a round that was queried.
pub(crate) const QUERIED: &str = "queried";

/// How far a seat has come, by its row and that of its last round.
pub(crate) fn state(
    seat: Option<&seats::Model>,
    last: Option<&evidence::Model>,
) -> Result<SeatState, Error> {
    let Some(seat) = seat else { return Ok(SeatState::Vacant) };
    Ok(match (last.map(|round| round.state.as_str()), seat.state.as_str()) {
        (Some(REQUESTED), _) => SeatState::Requested,
        (Some(SUPPLIED), _) => SeatState::Supplied,
        (Some(ACCEPTED), _) => SeatState::Accepted,
        (None, DECLARED) => SeatState::Declared,
        (None, CONFIRMED) => SeatState::Confirmed,
        // A round that is queried is never the last.
        _ => return Err(Error::fault("a stored seat")),
    })
}

/// How it stands with a seat on a day, by the same.
pub(crate) fn stands(
    seat: Option<&seats::Model>,
    last: Option<&evidence::Model>,
    today: NaiveDate,
) -> Result<SeatStands, Error> {
    let state = state(seat, last)?;
    let due = last.filter(|_| state == SeatState::Requested).map(|round| round.due_on);
    Ok(SeatStands { state, overdue: due.filter(|due| *due < today) })
}
