//! The pages of a branch that are about its people.

use leptos::prelude::*;
use register::{FrozenRollShown, HeldRole, InBranch};
use rules::EndReason;

use super::branch_page::BranchPage;
use super::done::{Done, done_note};
use super::doubles::{self, Doubles, Merging};
use super::frame::Viewer;
use super::groups::{self, GroupList};
use super::import::{self, ImportForm, ImportLook, ImportRuns};
use super::member::{self, DetailsForm, EndForm, MemberPage, MoveForm, NoteForm};
use super::members::{self, MemberList};
use super::roles::{self, RolesShown};
use super::roll::{self, HowMuch, RollPage};
use crate::words::words;

/// A page of a branch, with who looks at it.
#[derive(Debug, Clone)]
pub struct BranchView {
    /// Who looks.
    pub viewer: Viewer,
    /// Which branch.
    pub branch: InBranch,
    /// What has just been done.
    pub done: Option<Done>,
    /// What is shown.
    pub shows: Shows,
}

/// What a page of a branch shows.
#[derive(Debug, Clone)]
pub enum Shows {
    /// Its members.
    Members(Box<MemberList>),
    /// One of them.
    Member(Box<MemberPage>),
    /// The form to correct details.
    Correct(Box<DetailsForm>),
    /// The form to move somebody to another branch.
    Move(Box<MoveForm>),
    /// The form to end a membership.
    End(Box<EndForm>),
    /// The question before it ends.
    CheckEnd(Box<EndForm>, EndReason),
    /// The form to change a note.
    Note(Box<NoteForm>),
    /// Members who are likely to be the same person.
    Doubles(Doubles),
    /// The question before two become one.
    Merge(Box<Merging>),
    /// Its groups.
    Groups(Box<GroupList>),
    /// The roll for a day.
    Roll(Box<RollPage>),
    /// A roll that was frozen.
    FrozenRoll(Box<FrozenRollShown>, HowMuch),
    /// Its committee, and who looks at evidence for it.
    Roles(RolesShown),
    /// The question before a role is withdrawn.
    WithdrawRole(HeldRole),
    /// The form to import a list.
    Import(ImportForm),
    /// What an import would do.
    ImportLook(Box<ImportLook>),
    /// An import that goes on.
    ImportRuns(ImportRuns),
}

/// The page.
pub(crate) fn branch_view(view: BranchView) -> impl IntoView {
    let BranchView { viewer, branch, done, shows } = view;
    let base = format!("/committee/{}", branch.slug);
    let title = shows.title(&branch.name);
    let before_title = if shows.is_refused() { words().join.phrase.error_title } else { "" };
    let (summary, inner) = shows.into_parts(&base);
    view! {
        <BranchPage title=title viewer=viewer branch=branch before_title=before_title>
            {summary}
            {done_note(done)}
            {inner}
        </BranchPage>
    }
}

impl Shows {
    /// Whether it moves by itself.
    pub(crate) fn has_island(&self) -> bool {
        matches!(self, Self::ImportRuns(shown) if shown.goes_on())
    }

    /// Whether it says that something was wrong with a form.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        match self {
            Self::Members(list) => !list.listing.wrong.is_empty(),
            Self::Member(page) => page.note.wrong.is_some(),
            Self::Correct(form) => !form.wrong.is_empty() || form.now.is_some(),
            Self::Move(form) => !form.wrong.is_empty() || form.now.is_some(),
            Self::End(form) => form.wrong.is_some() || form.now.is_some(),
            Self::Note(form) => form.wrong.is_some() || form.now.is_some(),
            Self::Roles(roles) => roles.is_refused(),
            Self::Roll(page) => page.roll.is_none(),
            Self::Doubles(doubles) => doubles.changed,
            Self::Import(form) => form.wrong.is_some(),
            Self::ImportLook(shown) => shown.note.is_some(),
            Self::CheckEnd(..)
            | Self::Merge(_)
            | Self::Groups(_)
            | Self::FrozenRoll(..)
            | Self::WithdrawRole(_)
            | Self::ImportRuns(_) => false,
        }
    }

    fn title(&self, branch: &str) -> String {
        match self {
            Self::Members(_) => (words().members.title)(branch),
            Self::Member(page) => page.member.name.clone(),
            Self::Correct(form) => (words().member_forms.correct_title)(&form.name),
            Self::Move(form) => (words().member_forms.move_title)(&form.name),
            Self::End(form) | Self::CheckEnd(form, _) => {
                (words().member_forms.end_title)(&form.name)
            }
            Self::Note(_) => words().member_forms.note_title.to_owned(),
            Self::Doubles(_) => (words().doubles.title)(branch),
            Self::Merge(_) => words().doubles.merge_title.to_owned(),
            Self::Groups(_) => (words().groups.title)(branch),
            Self::Roll(_) => (words().roll.title)(branch),
            Self::FrozenRoll(..) => (words().roll.frozen_title)(branch),
            Self::Roles(_) => (words().roles.committee)(branch),
            Self::WithdrawRole(_) => words().roles.withdraw_heading.to_owned(),
            Self::Import(_) => (words().import.title)(branch),
            Self::ImportLook(_) => words().import.look_title.to_owned(),
            Self::ImportRuns(shown) => shown.title().to_owned(),
        }
    }

    /// What is wrong, and the page itself.
    fn into_parts(self, base: &str) -> (AnyView, AnyView) {
        let nothing_wrong = ().into_any();
        match self {
            Self::Members(list) => {
                let wrong = members::wrong(&list).into_any();
                (wrong, members::list(*list, &format!("{base}/members")).into_any())
            }
            Self::Member(page) => (page.wrong(), member::page(*page, base).into_any()),
            Self::Correct(form) => (form.wrong(), member::correct(&form, base).into_any()),
            Self::Move(form) => (form.wrong(), member::moving(&form, base).into_any()),
            Self::End(form) => (form.wrong(), member::end(&form, base).into_any()),
            Self::CheckEnd(form, how) => {
                (nothing_wrong, member::check(&form, how, base).into_any())
            }
            Self::Note(form) => (form.wrong(), member::note_form(&form, base).into_any()),
            Self::Doubles(shown) => (nothing_wrong, doubles::doubles(&shown, base).into_any()),
            Self::Merge(merging) => (nothing_wrong, doubles::merge(&merging, base).into_any()),
            Self::Groups(shown) => {
                (nothing_wrong, groups::list(*shown, &format!("{base}/groups")).into_any())
            }
            Self::Roll(page) => {
                let wrong = roll::wrong(&page).into_any();
                (wrong, roll::roll(*page, &format!("{base}/roll")).into_any())
            }
            Self::FrozenRoll(shown, how_much) => {
                let inner = roll::frozen(*shown, how_much, &format!("{base}/roll"));
                (nothing_wrong, inner.into_any())
            }
            Self::Roles(shown) => {
                let wrong = roles::wrong(&shown).into_any();
                (wrong, roles::roles(shown, &format!("{base}/committee")).into_any())
            }
            Self::WithdrawRole(held) => {
                (nothing_wrong, roles::withdraw(&held, format!("{base}/committee")).into_any())
            }
            Self::Import(form) => {
                (form.wrong(), import::form(&form, &format!("{base}/import")).into_any())
            }
            Self::ImportLook(shown) => {
                (shown.wrong(), import::look(&shown, &format!("{base}/import")).into_any())
            }
            Self::ImportRuns(shown) => (nothing_wrong, import::runs(&shown).into_any()),
        }
    }
}
