//! Changes of a branch that move people: what each would do, and the button that does it.

use app::Trouble;
use app::committee::{Done, NetworkPage};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::{BranchChange, BranchChanged, BranchLook, NoChange, PlacementsMark};
use rules::Area;

use super::lead_to;
use crate::committee::at_network::AtNetwork;
use crate::committee::reply::Reply;
use crate::form::Posted;

/// `GET /network/branches/<branch>/activate` and `…/close`.
pub(super) async fn ask(at: AtNetwork, Path(slug): Path<String>) -> Reply {
    let change = whole(&at);
    look(at, &slug, change).await
}

/// `POST` to the same: does it.
pub(super) async fn make(at: AtNetwork, Path(slug): Path<String>, form: Posted) -> Reply {
    let change = whole(&at);
    carry_out(at, &slug, change, form).await
}

/// `GET /network/branches/<branch>/areas/<area>/add` and `…/remove`.
pub(super) async fn ask_area(
    at: AtNetwork,
    Path((slug, area, change)): Path<(String, String, String)>,
) -> Reply {
    let change = named(&at, of_area(&area, &change)).await?;
    look(at, &slug, change).await
}

/// `POST` to the same: does it.
pub(super) async fn make_area(
    at: AtNetwork,
    Path((slug, area, change)): Path<(String, String, String)>,
    form: Posted,
) -> Reply {
    let change = named(&at, of_area(&area, &change)).await?;
    carry_out(at, &slug, change, form).await
}

/// Which of the two it is, by the address.
fn whole(at: &AtNetwork) -> BranchChange {
    if at.visit.uri.path().ends_with("/close") {
        BranchChange::Close
    } else {
        BranchChange::Activate
    }
}

/// In an address, a sector has a hyphen where its space is.
fn of_area(area: &str, change: &str) -> Option<BranchChange> {
    let area = Area::parse(&area.replacen('-', " ", 1)).ok()?;
    match change {
        "add" => Some(BranchChange::AddArea(area)),
        "remove" => Some(BranchChange::RemoveArea(area)),
        _ => None,
    }
}

/// A change of an area, with the area's name for the page that shows it.
async fn named(at: &AtNetwork, change: Option<BranchChange>) -> Result<BranchChange, Response> {
    let change = at.visit.part(change).await?;
    let name =
        async |area| at.visit.found(at.visit.register().named_area(area).await.map(Some)).await;
    Ok(match change {
        BranchChange::AddArea(area) => BranchChange::AddArea(name(area).await?),
        BranchChange::RemoveArea(area) => BranchChange::RemoveArea(name(area).await?),
        whole => whole,
    })
}

async fn look(at: AtNetwork, slug: &str, change: BranchChange) -> Reply {
    let look = at.visit.register().look_at_change(&at.permit, slug, &change).await;
    match at.visit.found(look).await? {
        BranchLook::Would(would) => {
            Ok(at.show(NetworkPage::Look { change, would, meanwhile: false }).await)
        }
        BranchLook::MayNot(why) => may_not(at, slug, why).await,
    }
}

async fn carry_out(at: AtNetwork, slug: &str, change: BranchChange, form: Posted) -> Reply {
    let [mark] = at.visit.form(form, ["mark"]).await?;
    let (register, seen) = (at.visit.register(), PlacementsMark::parse(&mark));
    let changed =
        register.change_branch(&at.permit, slug, &change, Some(&seen), at.visit.now()).await;
    match at.visit.found(changed).await? {
        BranchChanged::Done { .. } => Ok(lead_to(slug, done(&change))),
        BranchChanged::LookFirst(would) => {
            let shows = NetworkPage::Look { change, would, meanwhile: true };
            Ok(at.show_as(shows, StatusCode::CONFLICT).await)
        }
        BranchChanged::MayNot(why) => may_not(at, slug, why).await,
    }
}

/// What may not be is said with the status of a conflict; an area that is not there is not found.
async fn may_not(at: AtNetwork, slug: &str, why: NoChange) -> Result<Response, Response> {
    if why == NoChange::HasNoSuchArea {
        return Err(at.visit.trouble(Trouble::NotFound).await);
    }
    let branch = at.visit.register().network_branch(&at.permit, slug).await;
    let branch = at.visit.found(branch).await?.branch;
    Ok(at.show_as(NetworkPage::MayNot { branch, why }, StatusCode::CONFLICT).await)
}

const fn done(change: &BranchChange) -> Done {
    match change {
        BranchChange::Activate => Done::BranchActivated,
        BranchChange::Close => Done::BranchClosed,
        BranchChange::AddArea(_) => Done::AreaAdded,
        BranchChange::RemoveArea(_) => Done::AreaRemoved,
    }
}
