//! The page of a group.

use app::me::OwnGroupPage;
use app::{OwnPage, Page};
use axum::response::Response;

use super::at_group::AtGroup;

/// `GET /me/groups/<number>`.
pub(super) async fn home(at: AtGroup) -> Response {
    let AtGroup { visit, viewer, shown, .. } = at;
    let page = OwnGroupPage { viewer, shown };
    visit.show(Page::Own(Box::new(OwnPage::Group(page)))).await
}
