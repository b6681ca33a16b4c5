//! One's own group, as its contact sees, changes and ends it.

mod contact;
mod details;
mod hand_over;
mod house;
mod leaving;
mod naming;
mod shown;
mod told;

use register::{OwnGroupShown, Version};
use rules::*;

use super::*;

fn version(number: &str) -> Version {
    Version::parse(number).unwrap()
}

/// The group of [`group`], whose contact has signed in.
struct Scene {
    database: TestDatabase,
    register: Register,
    permit: OwnPermit,
}

impl Scene {
    async fn new(backend: Backend) -> Self {
        Self::of(backend, group()).await
    }

    async fn of(backend: Backend, group: GroupJoin) -> Self {
        let database = TestDatabase::new(backend).await;
        let register = database.open().await;
        register.join(submission("c", group)).await.unwrap();
        let permit = own_permit(&register, "grace@example.org").await;
        Self { database, register, permit }
    }

    async fn shown(&self) -> OwnGroupShown {
        self.register.own_group(&self.permit, "M-c", noon()).await.unwrap().unwrap()
    }
}

/// The same group, of another name.
fn walkers() -> GroupJoin {
    GroupJoin { name: name("Walkers"), ..group() }
}
