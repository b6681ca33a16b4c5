//! The pages of a member's own place besides the first one.

use leptos::prelude::*;

use super::super::paths;
use super::everything::{EverythingPage, everything};
use super::group::{
    GroupChangePage, GroupLeaveEnd, GroupLeavePage, OwnGroupPage, group_change, group_leave,
    group_leave_end, group_page,
};
use super::leave::{self, LeaveEnd, LeavePage, LeaveQuestion};
use super::news::{NewsPage, news};
use crate::words::words;

/// A page below `/me`.
#[derive(Debug, Clone)]
pub enum OwnPage {
    /// Everything that is held.
    Everything(EverythingPage),
    /// One's own group.
    Group(OwnGroupPage),
    /// What its contact changes of it.
    GroupChange(GroupChangePage),
    /// What it means that it leaves.
    GroupLeave(GroupLeavePage),
    /// What came of that.
    GroupLeaveEnd(GroupLeaveEnd),
    /// What leaving means.
    Leave(LeavePage),
    /// Whether somebody wants to.
    LeaveQuestion(Box<LeaveQuestion>),
    /// What came of it.
    LeaveEnd(LeaveEnd),
    /// What the link leads to by which news is stopped.
    News(NewsPage),
}

/// The ways to these pages, from the first one; to leaving for whoever is or will be a member.
pub(super) fn ways(can_leave: bool) -> impl IntoView {
    let w = &words().everything;
    view! {
        <section class="narrow">
            <h2>{w.title}</h2>
            <p>{w.to_page}</p>
            <p class="actions"><a href=paths::ME_EVERYTHING>{w.way}</a></p>
        </section>
        {can_leave.then(leave_way)}
    }
}

fn leave_way() -> impl IntoView {
    let w = &words().leave;
    view! {
        <section class="narrow">
            <h2>{w.title}</h2>
            <p>{w.to_page}</p>
            <p class="actions"><a href=paths::ME_LEAVE>{w.way}</a></p>
        </section>
    }
}

impl OwnPage {
    pub(crate) fn into_view(self) -> AnyView {
        match self {
            Self::Everything(page) => everything(page).into_any(),
            Self::Group(page) => group_page(page).into_any(),
            Self::GroupChange(page) => group_change(page).into_any(),
            Self::GroupLeave(page) => group_leave(page),
            Self::GroupLeaveEnd(end) => group_leave_end(end),
            Self::Leave(page) => leave::leave(page).into_any(),
            Self::LeaveQuestion(page) => leave::question(*page).into_any(),
            Self::LeaveEnd(end) => leave::end(end),
            Self::News(page) => news(page).into_any(),
        }
    }
}
