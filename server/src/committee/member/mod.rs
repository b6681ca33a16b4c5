//! One member, and what a committee changes of them.

mod correct;
mod ending;
mod moving;
mod notes;

use app::Trouble;
use app::committee::{MemberPage, Shows, TypedNote};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use register::Member;

use super::at_branch::AtBranch;
use super::reply::Reply;
use crate::state::AppState;

/// The pages of one member.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/committee/{branch}/members/{number}", get(show).post(notes::add))
        .route(
            "/committee/{branch}/members/{number}/notes/{note}",
            get(notes::form).post(notes::edit),
        )
        .route(
            "/committee/{branch}/members/{number}/details",
            get(correct::form).post(correct::correct),
        )
        .route("/committee/{branch}/members/{number}/branch", get(moving::form).post(moving::go))
        .route("/committee/{branch}/members/{number}/end", get(ending::form).post(ending::end))
}

/// The branch and the membership number in the address.
type Number = Path<(String, String)>;

/// `GET /committee/<branch>/members/<number>`.
async fn show(at: AtBranch, Path((_, number)): Number) -> Reply {
    let member = member(&at, &number).await?;
    let page = MemberPage { member, number, note: TypedNote::default() };
    Ok(at.show(Shows::Member(Box::new(page))).await)
}

/// The member with this number, whom somebody opens.
async fn member(at: &AtBranch, number: &str) -> Result<Member, Response> {
    let found = at.visit.register().member(&at.permit, number, at.visit.now()).await;
    found_in(at, found).await
}

/// What the register found of a member, or that there is nobody with the number: another committee
/// member may have moved them, or ended their membership.
async fn found_in<T>(
    at: &AtBranch,
    asked: Result<Option<T>, register::Error>,
) -> Result<T, Response> {
    match at.visit.done(asked).await? {
        Some(found) => Ok(found),
        None => Err(at.visit.trouble(Trouble::NoMember).await),
    }
}

/// The page of a member, as an address within the branch.
fn page_of(number: &str) -> String {
    format!("members/{number}")
}
