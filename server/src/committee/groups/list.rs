//! The list of a branch's groups.

use app::committee::{GroupList, Shows};
use register::{GroupCursor, WhichGroups};

use super::super::at_branch::AtBranch;
use super::super::reply::Reply;

/// `GET /committee/<branch>/groups?show=<which>&from=<cursor>`. What was edited by hand counts as
/// not said.
pub(super) async fn list(at: AtBranch) -> Reply {
    let (mut which, mut from) = (WhichGroups::All, None);
    let query = at.visit.uri.query().unwrap_or("");
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "show" => {
                let some = GroupList::SOME.into_iter().find(|(word, _)| value == *word);
                which = some.map_or(WhichGroups::All, |(_, some)| some);
            }
            "from" => from = GroupCursor::parse(&value),
            _ => {}
        }
    }
    let (register, now) = (at.visit.register(), at.visit.now());
    let groups = register.groups(&at.permit, which, from.as_ref(), now).await;
    let groups = at.visit.found(groups).await?;
    let list = GroupList { which, later: from.is_some(), groups };
    Ok(at.show(Shows::Groups(Box::new(list))).await)
}
