//! What somebody who signed in by e-mail sees of what is held under their address.

mod agreeing;
mod changing;
mod doing;
mod everything;
mod group;
mod groups;
mod leaving;
mod people;

pub(crate) use doing::do_everything;
use register::{OwnPermit, OwnPerson, OwnPlace, Register};

use crate::support::*;

/// The permit of somebody who signs in with an address, by its letter alone.
pub(crate) async fn own_permit(register: &Register, address: &str) -> OwnPermit {
    let session = sign_in(register, address, noon()).await;
    allowed(register.own_permit(&session, noon()).await.unwrap())
}

async fn place(register: &Register, permit: &OwnPermit) -> OwnPlace {
    register.own_place(permit, noon()).await.unwrap().unwrap()
}

/// Who is shown to somebody who signs in with an address.
async fn people(register: &Register, address: &str) -> Vec<OwnPerson> {
    let permit = own_permit(register, address).await;
    place(register, &permit).await.people
}

fn names(people: &[OwnPerson]) -> Vec<&str> {
    people.iter().map(|person| person.name.as_str()).collect()
}
