//! A complete join: what the register is asked to do.

use crate::age::BirthMonth;
use crate::answers::{Age, BranchChoice, GroupKind};
use crate::class::Class;
use crate::decision::Outcome;
use crate::draft::{Context, Draft};
use crate::email::EmailAddress;
use crate::field::Field;
use crate::form::SEAT_FIELDS;
use crate::group::Representative;
use crate::name::Name;
use crate::phone::PhoneNumber;
use crate::postcode::Postcode;
use crate::website::Website;

/// Somebody or some group that joins, by rules that allow it. It says nothing of how the class
/// came about: the answer to `experience` ends here (R2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Join {
    /// A person.
    Individual(IndividualJoin),
    /// A group.
    Group(GroupJoin),
}

/// A person who joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndividualJoin {
    /// Their name.
    pub name: Name,
    /// Where to write to them.
    pub email: EmailAddress,
    /// Where to call them, if they said.
    pub phone: Option<PhoneNumber>,
    /// What they join as.
    pub class: Class,
    /// How old they said they are.
    pub age: Age,
    /// When they were born, if they are under eighteen and said.
    pub born: Option<BirthMonth>,
    /// Where they live, or the branch they chose.
    pub home: Home,
    /// Who has to confirm, for somebody of twelve or under.
    pub guardian: Option<Guardian>,
    /// Whether they would like news by e-mail.
    pub newsletter: bool,
}

/// What decides the branch of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Placed by postcode (R6).
    Postcode {
        /// Where they live.
        postcode: Postcode,
        /// Whether they would help to start a branch, should none cover it (R7).
        start_branch: bool,
    },
    /// No postcode: chosen by hand, or none.
    Chosen(BranchChoice),
}

/// A parent or guardian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guardian {
    /// Their name.
    pub name: Name,
    /// Where to write to them.
    pub email: EmailAddress,
}

/// A group that joins (R8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupJoin {
    /// What kind it is.
    pub kind: GroupKind,
    /// Its name.
    pub name: Name,
    /// Its website, if it has one.
    pub website: Option<Website>,
    /// Where it works.
    pub postcode: Postcode,
    /// Whom to write to about it.
    pub contact_name: Name,
    /// Where to write to them.
    pub contact_email: EmailAddress,
    /// Where to call them, if they said.
    pub contact_phone: Option<PhoneNumber>,
    /// Who represents it: at most [`crate::SEATS`] (R9).
    pub representatives: Vec<Representative>,
    /// Whether the contact would like news by e-mail.
    pub newsletter: bool,
}

impl Join {
    /// The join that a whole draft asks for, decided afresh by the rules; `None` while a step on
    /// its path is open.
    #[must_use]
    pub fn from_draft(draft: &Draft, context: &Context) -> Option<Self> {
        if draft.first_open(context) != crate::step::Step::Check {
            return None;
        }
        match draft.outcome() {
            Outcome::Individual { class, guardian, .. } => {
                individual(draft, class, guardian, context).map(Self::Individual)
            }
            Outcome::Group(kind) => group(draft, kind).map(Self::Group),
            Outcome::Asks(_) | Outcome::NotAGroup => None,
        }
    }
}

fn individual(
    draft: &Draft,
    class: Class,
    needs_guardian: bool,
    context: &Context,
) -> Option<IndividualJoin> {
    let age = draft.age()?;
    let home = match draft.get(Field::Postcode) {
        Some(postcode) => Home::Postcode {
            postcode: Postcode::parse(postcode).ok()?,
            start_branch: draft.get(Field::StartBranch).is_some(),
        },
        None => Home::Chosen(draft.branch_choice()?),
    };
    let guardian = if needs_guardian {
        Some(Guardian {
            name: name(draft, Field::GuardianName)?,
            email: email(draft, Field::GuardianEmail)?,
        })
    } else {
        None
    };
    let born = match (draft.get(Field::BirthMonth), draft.get(Field::BirthYear)) {
        (Some(month), Some(year)) if age.is_under_18() => {
            Some(BirthMonth::parse(month, year, age, context.today).ok()?)
        }
        _ => None,
    };
    Some(IndividualJoin {
        name: name(draft, Field::Name)?,
        email: email(draft, Field::Email)?,
        phone: phone(draft, Field::Phone),
        class,
        age,
        born,
        home,
        guardian,
        newsletter: draft.get(Field::Newsletter).is_some(),
    })
}

fn group(draft: &Draft, kind: GroupKind) -> Option<GroupJoin> {
    let filled: usize = draft.get(Field::Representatives)?.parse().ok()?;
    let representative = |[seat_name, seat_email, _]: [Field; 3]| {
        Some(Representative { name: name(draft, seat_name)?, email: email(draft, seat_email)? })
    };
    Some(GroupJoin {
        kind,
        name: name(draft, Field::GroupName)?,
        website: draft.get(Field::GroupWebsite).and_then(|text| Website::parse(text).ok()),
        postcode: Postcode::parse(draft.get(Field::GroupPostcode)?).ok()?,
        contact_name: name(draft, Field::ContactName)?,
        contact_email: email(draft, Field::ContactEmail)?,
        contact_phone: phone(draft, Field::ContactPhone),
        representatives: SEAT_FIELDS
            .into_iter()
            .take(filled)
            .map(representative)
            .collect::<Option<_>>()?,
        newsletter: draft.get(Field::Newsletter).is_some(),
    })
}

fn name(draft: &Draft, field: Field) -> Option<Name> {
    Name::parse(draft.get(field)?).ok()
}

fn email(draft: &Draft, field: Field) -> Option<EmailAddress> {
    EmailAddress::parse(draft.get(field)?).ok()
}

fn phone(draft: &Draft, field: Field) -> Option<PhoneNumber> {
    PhoneNumber::parse(draft.get(field)?).ok()
}
