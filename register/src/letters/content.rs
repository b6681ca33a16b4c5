//! What a letter says, and to whom.

use chrono::{DateTime, NaiveDate, Utc};
use rules::{Class, GroupKind};

use super::emails::NewAddress;
use super::evidence::EvidenceLetter;
use super::goodbyes::{GroupLeftLetter, LeftLetter};
use super::moves::{GroupMovedLetter, MovedLetter};
use super::vacant::VacantLetter;
use crate::hash::Token;
use crate::place::InBranch;
use crate::roles::Role;

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// All that a letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterContent {
    /// To a new member.
    Welcome(MemberLetter),
    /// To a member whose details were submitted once more: nothing has changed.
    AlreadyAMember(MemberLetter),
    /// To a parent or guardian, who is asked to confirm.
    Guardian {
        /// Who wants to join.
        child_name: String,
        /// Who is asked.
        guardian_name: String,
        /// What the link to confirm or refuse carries.
        token: Token,
        /// What is not confirmed before this is erased.
        until: DateTime<Utc>,
    },
    /// To the contact of a new group.
    GroupWelcome {
        /// The contact.
        contact_name: String,
        /// The group.
        group: String,
        /// Its kind.
        kind: GroupKind,
        /// Its membership number.
        number: String,
        /// The names of its representatives: none, one or two.
        representatives: Vec<String>,
        /// The branch that it belongs to.
        branch: Option<InBranch>,
        /// Since when it is a member.
        since: DateTime<Utc>,
        /// What the link to stop news carries, where the contact agreed to news.
        news: Option<Token>,
    },
    /// To the contact of a group that was submitted once more: nothing has changed.
    GroupAlready {
        /// The contact.
        contact_name: String,
        /// The group.
        group: String,
        /// Its membership number.
        number: String,
        /// Since when it is a member.
        since: DateTime<Utc>,
    },
    /// To somebody who was declared to represent a group.
    Representative {
        /// Who they are.
        name: String,
        /// The group.
        group: String,
        /// Who declared it.
        contact_name: String,
        /// What the link to confirm or decline carries.
        token: Token,
    },
    /// To somebody who asked to sign in.
    SignIn {
        /// Who has the address, if that is one person alone.
        name: Option<String>,
        /// What the link to sign in carries.
        token: Token,
        /// What can be typed instead, in the browser that asked.
        code: String,
        /// Until when either works.
        until: DateTime<Utc>,
    },
    /// To somebody who was given a role.
    RoleGiven {
        /// Who has the address, if that is one person alone.
        name: Option<String>,
        /// The role.
        role: Role,
    },
    /// To a member, who came to a branch that covers where they live now.
    Placed(MovedLetter),
    /// To a member, whose branch does not cover where they live any more.
    Released(MovedLetter),
    /// To the contact of a group that came to a branch.
    GroupPlaced(GroupMovedLetter),
    /// To the contact of a group whose branch does not cover where it works any more.
    GroupReleased(GroupMovedLetter),
    /// To a representative, about evidence of how they were chosen.
    Evidence(EvidenceLetter),
    /// To a member whom a branch brought along on its own list.
    Added {
        /// The member.
        letter: MemberLetter,
        /// The branch whose committee did.
        by: InBranch,
    },
    /// To an associate member who has come of age.
    OfAge(MemberLetter),
    /// To an address that a member would like us to write to.
    EmailNew(NewAddress),
    /// To the address that a member had before.
    EmailOld {
        /// The member.
        name: String,
        /// What the link to put it back carries.
        token: Token,
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// To an address that the contact of a group would like us to write to about it.
    ContactNew {
        /// What the group is called.
        group: String,
        /// What stands behind the address.
        address: NewAddress,
    },
    /// To the address that we wrote to about a group before.
    ContactOld {
        /// Who was its contact.
        name: String,
        /// What the group is called.
        group: String,
        /// What the link to put it back carries.
        token: Token,
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// To somebody who has left, or whose membership of somebody else has ended.
    Left(LeftLetter),
    /// To the contact of a group, one of whose representatives has stopped.
    SeatVacant(VacantLetter),
    /// To the contact of a group that has left.
    GroupLeft(GroupLeftLetter),
    /// To somebody who represented a group that has left.
    GroupGone {
        /// Who they are.
        name: String,
        /// What the group was called.
        group: String,
    },
}

impl LetterContent {
    /// What the link to stop news carries, in a letter that has one.
    #[must_use]
    pub const fn stops_news(&self) -> Option<&Token> {
        match self {
            Self::Welcome(letter) => letter.news.as_ref(),
            Self::GroupWelcome { news, .. } => news.as_ref(),
            _ => None,
        }
    }
}

/// What letters about an individual membership say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLetter {
    /// The member.
    pub name: String,
    /// Their membership number.
    pub number: String,
    /// What they are a member as.
    pub class: Class,
    /// The branch that they belong to.
    pub branch: Option<InBranch>,
    /// Whether they offered to help start one.
    pub help_offered: bool,
    /// Since when they are a member.
    pub since: DateTime<Utc>,
    /// The first day on which full membership is open to somebody under eighteen who said in
    /// which month they were born.
    pub full_opens: Option<NaiveDate>,
    /// What the link to stop news carries, in the first letter to somebody who agreed to news.
    pub news: Option<Token>,
}
