//! Offices in a committee.

/// What somebody is in the committee of a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// Leads the committee.
    Chair,
    /// Keeps its records.
    Secretary,
    /// Keeps its money.
    Treasurer,
    /// Any other member of it.
    Member,
}

impl Office {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Chair, Self::Secretary, Self::Treasurer, Self::Member];

    /// The word for it in forms and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Secretary => "secretary",
            Self::Treasurer => "treasurer",
            Self::Member => "member",
        }
    }

    /// Reads the word for it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|office| office.as_str() == text)
    }

    /// Whether it comes with giving and withdrawing other roles in the branch.
    #[must_use]
    pub const fn may_give_roles(self) -> bool {
        matches!(self, Self::Chair | Self::Secretary)
    }

    /// Whether whoever has it may give and withdraw another office in the same committee: nobody
    /// on a committee makes or unmakes its chair.
    #[must_use]
    pub const fn may_give(self, other: Self) -> bool {
        self.may_give_roles() && !matches!(other, Self::Chair)
    }
}
