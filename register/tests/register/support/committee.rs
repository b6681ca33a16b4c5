//! Whoever looks at the dashboard of a branch.

use chrono::{DateTime, Utc};
use register::{BranchPermit, Dashboard, Register, Token};

use super::people::noon;
use super::signed_in::allowed;

/// The permit of a session for a branch.
pub(crate) async fn permit(register: &Register, session: &Token, slug: &str) -> BranchPermit {
    allowed(register.branch_permit(session, slug, noon()).await.unwrap())
}

/// What a branch's dashboard shows.
pub(crate) async fn dashboard(
    register: &Register,
    session: &Token,
    slug: &str,
    at: DateTime<Utc>,
) -> Dashboard {
    let permit = permit(register, session, slug).await;
    let dashboard = register.dashboard(&permit, at).await.unwrap().unwrap();
    assert_eq!(dashboard.branch.slug, slug);
    dashboard
}

/// The version of a branch's dashboard.
pub(crate) async fn version(register: &Register, session: &Token, slug: &str) -> i64 {
    let key = permit(register, session, slug).await.branch_key();
    let versions = register.branch_versions().await.unwrap();
    versions.into_iter().find(|(branch, _)| *branch == key).unwrap().1
}
