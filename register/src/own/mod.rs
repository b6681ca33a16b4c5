//! What is held under the e-mail address that somebody signed in with, for themselves. What they
//! see of it is nobody else's look, and is not written to the access log.

mod agreed;
mod branch;
mod change;
mod everything;
mod group;
mod groups;
mod house;
mod leave;
mod people;

use chrono::{DateTime, Utc};

use crate::error::Error;
use crate::permits::OwnPermit;
use crate::register::Register;

pub use agreed::{AgreedChange, AgreedChanged, OwnAgreed};
pub use branch::OwnBranch;
pub(crate) use change::hold;
pub use change::{BranchChosen, ClassChanged, NameAndPhone, PostcodeWithdrawn};
pub use everything::{
    Everything, FactName, FactValue, HeldFile, HeldFiles, HeldKind, HeldPart, HeldWording,
};
pub(crate) use group::hold as hold_group;
pub use group::{GroupGiven, OwnGroupDetails, OwnGroupShown};
pub use groups::{OwnGroup, OwnSeat};
pub use house::{HouseLook, HouseMove, HouseMoved, WhichBranch};
pub use leave::Left;
pub use people::{OwnContact, OwnMembership, OwnPerson, OwnStanding, OwnWaiting};

/// What is held under an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPlace {
    /// Everybody with this address, whoever joined first before the others.
    pub people: Vec<OwnPerson>,
    /// The groups whose contact has this address or that are represented from it, by their
    /// names.
    pub groups: Vec<OwnGroup>,
}

impl Register {
    /// What is held under the address of a permit; `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn own_place(
        &self,
        by: &OwnPermit,
        at: DateTime<Utc>,
    ) -> Result<Option<OwnPlace>, Error> {
        let db = self.look().await?;
        if !by.stands(&db).await? {
            return Ok(None);
        }
        let people = people::read(&db, by, self.retention(), at).await?;
        let groups = groups::read(&db, by, self.retention(), at).await?;
        Ok(Some(OwnPlace { people, groups }))
    }
}
