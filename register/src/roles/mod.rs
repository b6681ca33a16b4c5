//! Roles: what an account may see and change of other people's.

mod allowed;
mod give;
mod list;
mod office;
mod standing;
mod target;
mod withdraw;

use crate::place::InBranch;

pub use give::GaveRole;
pub(crate) use give::make_administrator;
pub use list::HeldRole;
pub(crate) use list::standing_in_branch;
pub use office::Office;
pub(crate) use standing::{Kind, of_account, read};
pub use target::RoleFor;
pub use withdraw::Withdrawal;
pub(crate) use withdraw::withdraw_in_branch;

/// A role that somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Of the whole network.
    Administrator,
    /// In the committee of a branch.
    Committee {
        /// The branch.
        branch: InBranch,
        /// What they are in it.
        office: Office,
    },
    /// Named by a branch to look at the evidence of one group.
    Nominee {
        /// The group.
        group: GroupRef,
    },
}

/// A group, as a page names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRef {
    /// Its membership number.
    pub number: String,
    /// Its name.
    pub name: String,
}
