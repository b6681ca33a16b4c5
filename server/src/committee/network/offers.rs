//! Who offered to help start a branch.

use app::committee::NetworkPage;
use axum::extract::Path;
use rules::Area;

use crate::committee::at_network::AtNetwork;
use crate::committee::reply::Reply;

/// `GET /network/offers/<area>`.
pub(super) async fn offers(at: AtNetwork, Path(area): Path<String>) -> Reply {
    // Offers are known by district: of what is no district or several of them, nothing is.
    let known = |area: &Area| matches!(area, Area::District(_) | Area::PostcodeArea(_));
    let area = Area::parse(&area).ok().filter(known);
    let area = at.visit.part(area).await?;
    let offers = at.visit.register().help_offers_in(&at.permit, &area, at.visit.now()).await;
    let offers = at.visit.found(offers).await?;
    Ok(at.show(NetworkPage::Offers { area, offers }).await)
}
