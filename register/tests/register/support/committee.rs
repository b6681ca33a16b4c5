//! The committee of a branch.

use chrono::{DateTime, Utc};
use register::{BranchKey, Dashboard, Register};

/// What the committee of a branch sees.
pub(crate) async fn dashboard(register: &Register, slug: &str, at: DateTime<Utc>) -> Dashboard {
    let dashboard = register.dashboard(key(register, slug).await, at).await.unwrap().unwrap();
    assert_eq!(dashboard.branch.slug, slug);
    dashboard
}

/// Which branch that is.
async fn key(register: &Register, slug: &str) -> BranchKey {
    let place = ["bristol", "north-somerset"].iter().position(|branch| *branch == slug).unwrap();
    register.branch_versions().await.unwrap()[place].0
}

/// The version of a branch's dashboard.
pub(crate) async fn version(register: &Register, slug: &str) -> i64 {
    let key = key(register, slug).await;
    let versions = register.branch_versions().await.unwrap();
    versions.into_iter().find(|(branch, _)| *branch == key).unwrap().1
}
