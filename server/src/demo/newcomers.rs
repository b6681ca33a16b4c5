//! Who joins in Bristol when somebody presses a button of a demo, each with an address of their own.

use rules::{
    Age, Class, EmailAddress, GroupJoin, GroupKind, Guardian, Home, IndividualJoin, Join, Name,
    Postcode, Representative,
};

const POSTCODE: &str = "BS5 6XX";

/// Somebody who joins as a full member.
pub(super) fn member(email: EmailAddress) -> Option<Join> {
    Some(Join::Individual(IndividualJoin {
        name: Name::parse("Sam Meadows").ok()?,
        email,
        phone: None,
        class: Class::Full,
        age: Age::EighteenOrOver,
        born: None,
        home: Home::Postcode { postcode: Postcode::parse(POSTCODE).ok()?, start_branch: false },
        guardian: None,
        newsletter: false,
    }))
}

/// A child whose parent or guardian is asked.
pub(super) fn child(email: EmailAddress, guardian: EmailAddress) -> Option<Join> {
    Some(Join::Individual(IndividualJoin {
        name: Name::parse("Robin Meadows").ok()?,
        email,
        phone: None,
        class: Class::Associate,
        age: Age::TwelveOrUnder,
        born: None,
        home: Home::Postcode { postcode: Postcode::parse(POSTCODE).ok()?, start_branch: false },
        guardian: Some(Guardian { name: Name::parse("Alex Meadows").ok()?, email: guardian }),
        newsletter: false,
    }))
}

/// A group with one representative, who is not its contact.
pub(super) fn group(contact: EmailAddress, representative: EmailAddress) -> Option<Join> {
    Some(Join::Group(GroupJoin {
        kind: GroupKind::SelfHelp,
        name: Name::parse("Easton Tea and Talk").ok()?,
        website: None,
        postcode: Postcode::parse(POSTCODE).ok()?,
        contact_name: Name::parse("Jo Rivers").ok()?,
        contact_email: contact,
        contact_phone: None,
        representatives: vec![Representative {
            name: Name::parse("Kim Banks").ok()?,
            email: representative,
        }],
        newsletter: false,
    }))
}
