//! What members change of their own.

mod branch;
mod class;
mod details;
mod emails;
mod failing;
mod house;

use register::{Member, MemberFilter, NetworkPermit, Order, OwnMembership, OwnStanding, Version};

use super::*;

fn version(number: &str) -> Version {
    Version::parse(number).unwrap()
}

/// The first membership that somebody sees who signed in.
async fn own(register: &Register, permit: &OwnPermit) -> OwnMembership {
    match &place(register, permit).await.people[0].standing {
        OwnStanding::Member(membership) => membership.clone(),
        other => panic!("{other:?}"),
    }
}

/// Whom an administrator finds by a word.
async fn found(register: &Register, admin: &NetworkPermit, text: &str) -> Vec<String> {
    let filter = MemberFilter { text: text.to_owned(), ..MemberFilter::default() };
    let page = register.members(admin, &filter, Order::Name, None, noon()).await;
    page.unwrap().unwrap().rows.into_iter().map(|row| row.number).collect()
}

/// What an administrator sees of somebody.
async fn seen(register: &Register, admin: &NetworkPermit, number: &str) -> Member {
    register.member(admin, number, noon()).await.unwrap().unwrap()
}
