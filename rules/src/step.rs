//! The steps of the join, in the order both paths take them.

use crate::answers::{Who, choice};
use crate::field::Field;

choice! {
    /// One question, one page, one address: `/join/<step>`.
    Step {
        /// Who is joining?
        Who = "who",
        /// How old are you? (R1)
        Age = "age",
        /// Do any of these describe you? (R2)
        Experience = "experience",
        /// The outcome, the rights side by side, and the choice where there is one (R3, R4).
        Membership = "membership",
        /// Where do you live? (R6, R7)
        Where = "where",
        /// Name, e-mail, phone; under eighteen the month and year of birth.
        Details = "details",
        /// A parent or guardian, for somebody of twelve or under.
        Guardian = "guardian",
        /// What kind of group is it? (R8)
        GroupKind = "group-kind",
        /// Does its work relate to mental health? (R8)
        GroupWork = "group-work",
        /// The group and whom to write to.
        Group = "group",
        /// Its representatives, up to two (R9).
        Representatives = "representatives",
        /// What is agreed to.
        Consent = "consent",
        /// Everything once more, then sent.
        Check = "check",
    }
}

impl Step {
    /// Who alone is asked this; `None` where everybody is.
    #[must_use]
    pub const fn who(self) -> Option<Who> {
        match self {
            Self::Who | Self::Consent | Self::Check => None,
            Self::Age
            | Self::Experience
            | Self::Membership
            | Self::Where
            | Self::Details
            | Self::Guardian => Some(Who::Me),
            Self::GroupKind | Self::GroupWork | Self::Group | Self::Representatives => {
                Some(Who::Group)
            }
        }
    }

    /// The fields of the step, in the order of its page. Some are shown only to some people:
    /// somebody of eighteen or over is not asked for a month of birth.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Who => &[Field::Who],
            Self::Age => &[Field::Age],
            Self::Experience => &[Field::Experience],
            Self::Membership => &[Field::Membership],
            Self::Where => &[Field::Postcode, Field::StartBranch, Field::Branch],
            Self::Details => {
                &[Field::Name, Field::Email, Field::Phone, Field::BirthMonth, Field::BirthYear]
            }
            Self::Guardian => &[Field::GuardianName, Field::GuardianEmail],
            Self::GroupKind => &[Field::GroupKind],
            Self::GroupWork => &[Field::GroupWork],
            Self::Group => &[
                Field::GroupName,
                Field::GroupWebsite,
                Field::GroupPostcode,
                Field::ContactName,
                Field::ContactEmail,
                Field::ContactPhone,
            ],
            Self::Representatives => &[
                Field::Representatives,
                Field::FirstName,
                Field::FirstEmail,
                Field::FirstChosen,
                Field::SecondName,
                Field::SecondEmail,
                Field::SecondChosen,
            ],
            Self::Consent => &[Field::Consent, Field::Newsletter],
            Self::Check => &[],
        }
    }
}
