//! The groups of a branch, and the evidence of how their representatives were chosen. A nominee
//! has the pages of one group, without the branch.

mod ask;
mod at_group;
mod file;
mod group;
mod judge;
mod list;
mod name;

use app::committee::WrongDue;
use axum::Router;
use axum::routing::get;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use register::Version;

use crate::state::AppState;
use at_group::AtGroup;
pub(crate) use name::representative;

/// The pages of groups.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/committee/{branch}/groups", get(list::list))
        .route("/committee/{branch}/groups/{group}", get(group::show).post(group::nominate))
        .route(
            "/committee/{branch}/groups/{group}/seats/{place}/ask",
            get(ask::form).post(ask::ask),
        )
        .route(
            "/committee/{branch}/groups/{group}/seats/{place}/name",
            get(name::form).post(name::name),
        )
        .route(
            "/committee/{branch}/groups/{group}/seats/{place}/evidence/{round}",
            get(judge::open).post(judge::judge),
        )
        .route(
            "/committee/{branch}/groups/{group}/seats/{place}/evidence/{round}/file",
            get(file::hand_out),
        )
        .route("/groups/{group}", get(group::show))
        .route("/groups/{group}/seats/{place}/ask", get(ask::form).post(ask::ask))
        .route("/groups/{group}/seats/{place}/name", get(name::form).post(name::name))
        .route(
            "/groups/{group}/seats/{place}/evidence/{round}",
            get(judge::open).post(judge::judge),
        )
        .route("/groups/{group}/seats/{place}/evidence/{round}/file", get(file::hand_out))
}

/// How many days there are to answer, if nothing else is said.
const USUAL_DAYS: chrono::Days = chrono::Days::new(28);

/// The day that is due if nothing else is said, as a form has it.
fn usual_due(now: DateTime<Utc>) -> String {
    let today = now.with_timezone(&London).date_naive();
    today.checked_add_days(USUAL_DAYS).unwrap_or(today).to_string()
}

/// The day that something is due.
fn due(text: &str, now: DateTime<Utc>) -> Result<NaiveDate, WrongDue> {
    let day = app::committee::read_day(text.trim()).ok_or(WrongDue::NoDay)?;
    if day < now.with_timezone(&London).date_naive() { Err(WrongDue::Past) } else { Ok(day) }
}

/// Which state of the group a form was filled in for.
async fn seen(at: &AtGroup, version: &str) -> Result<Version, axum::response::Response> {
    match Version::parse(version) {
        Some(version) => Ok(version),
        None => Err(at.visit.trouble(app::Trouble::Unreadable).await),
    }
}
