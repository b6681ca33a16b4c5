//! The page of a group.

use app::me::{GroupChanged, OwnGroupPage};
use app::{OwnPage, Page};
use axum::response::Response;

use super::at_group::AtGroup;

/// `GET /me/groups/<number>`.
pub(super) async fn home(at: AtGroup) -> Response {
    let AtGroup { visit, viewer, shown, .. } = at;
    // The word in the address for what has just been changed.
    let mut fields = form_urlencoded::parse(visit.uri.query().unwrap_or("").as_bytes());
    let changed = fields.find_map(|(name, word)| match &*name {
        "changed" => GroupChanged::parse(&word),
        _ => None,
    });
    let page = OwnGroupPage { viewer, shown, changed };
    visit.show(Page::Own(Box::new(OwnPage::Group(page)))).await
}
