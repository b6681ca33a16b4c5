//! The fields of the forms, and what can be wrong with what is in them.

use crate::age::BirthMonthError;
use crate::answers::choice;
use crate::email::EmailError;
use crate::name::NameError;
use crate::phone::PhoneError;
use crate::postcode::PostcodeError;
use crate::website::WebsiteError;

choice! {
    /// A field of a form, by the name it has there.
    Field {
        /// [`crate::Who`]
        Who = "who",
        /// [`crate::Age`]
        Age = "age",
        /// [`crate::Experience`]
        Experience = "experience",
        /// [`crate::Class`]
        Membership = "membership",
        /// The postcode where somebody lives.
        Postcode = "postcode",
        /// Without a postcode: a branch's short name, or `none`.
        Branch = "branch",
        /// `yes`: would help to start a branch where there is none (R7).
        StartBranch = "start-branch",
        /// A person's name.
        Name = "name",
        /// A person's e-mail address.
        Email = "email",
        /// A person's telephone number (optional).
        Phone = "phone",
        /// Under eighteen: the month of birth (optional).
        BirthMonth = "birth-month",
        /// Under eighteen: the year of birth (optional).
        BirthYear = "birth-year",
        /// The name of a parent or guardian.
        GuardianName = "guardian-name",
        /// The e-mail address of a parent or guardian.
        GuardianEmail = "guardian-email",
        /// [`crate::GroupKind`]
        GroupKind = "group-kind",
        /// `yes` or `no`: whether its work relates to mental health.
        GroupWork = "group-work",
        /// A group's name.
        GroupName = "group-name",
        /// A group's website (optional).
        GroupWebsite = "group-website",
        /// The postcode of where a group works.
        GroupPostcode = "group-postcode",
        /// The name of whoever we write to about the group.
        ContactName = "contact-name",
        /// Their e-mail address.
        ContactEmail = "contact-email",
        /// Their telephone number (optional).
        ContactPhone = "contact-phone",
        /// How many representatives have been chosen: `0`, `1` or `2`.
        Representatives = "representatives",
        /// The first representative's name.
        FirstName = "representative-1-name",
        /// The first representative's e-mail address.
        FirstEmail = "representative-1-email",
        /// `yes`: chosen by the group through a democratic process (R9).
        FirstChosen = "representative-1-chosen",
        /// The second representative's name.
        SecondName = "representative-2-name",
        /// The second representative's e-mail address.
        SecondEmail = "representative-2-email",
        /// `yes`: chosen by the group through a democratic process (R9).
        SecondChosen = "representative-2-chosen",
        /// `yes`: agrees to being on the register.
        Consent = "consent",
        /// `yes`: would like news by e-mail (optional).
        Newsletter = "newsletter",
    }
}

/// What is wrong with what is in a field. The words for it are the app's, one text for each pair
/// of field and problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing is in it, and something has to be.
    Missing,
    /// A value that the form does not offer.
    NotOffered,
    /// With a name.
    Name(NameError),
    /// With an e-mail address.
    Email(EmailError),
    /// With a telephone number.
    Phone(PhoneError),
    /// With a postcode.
    Postcode(PostcodeError),
    /// With a web address.
    Website(WebsiteError),
    /// With a month and year of birth.
    Birth(BirthMonthError),
    /// Both representatives are the same person, or a child and their guardian are.
    SamePerson,
}

/// A field and what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}
