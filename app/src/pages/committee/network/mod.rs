//! The branches, as administrators see and change them.

mod all;
mod change;
mod offers;
mod one;

use leptos::prelude::*;
use register::{
    BranchChange, BranchesOverview, HelpOffer, InBranch, NetworkBranch, NoChange, Placements,
};
use rules::{Area, AreaError, LocalAuthority, NameError};

use super::done::{Done, done_note};
use super::frame::{SignedInPage, Viewer};
use crate::pages::form::error_summary;
use crate::pages::paths;
use crate::words::words;

/// A page of the network's branches.
#[derive(Debug, Clone)]
pub enum NetworkPage {
    /// All of them, and where people ask for one.
    Branches {
        /// What there is.
        overview: BranchesOverview,
        /// The form to start one.
        form: BranchForm,
    },
    /// One of them.
    Branch {
        /// Which.
        branch: NetworkBranch,
        /// The local authorities that there are to choose from.
        authorities: Vec<LocalAuthority>,
        /// The forms to change it.
        form: BranchForm,
        /// What has just been done.
        done: Option<Done>,
    },
    /// What a change would do, and the button that does it.
    Look {
        /// Which change.
        change: BranchChange,
        /// What it would do.
        would: Placements,
        /// Whether it is not any more what was looked at.
        meanwhile: bool,
    },
    /// A change that may not be made.
    MayNot {
        /// Of which branch.
        branch: InBranch,
        /// Why.
        why: NoChange,
    },
    /// Who offered to help start a branch.
    Offers {
        /// Where.
        area: Area,
        /// Who.
        offers: Vec<HelpOffer>,
    },
}

/// What was filled in about a branch, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct BranchForm {
    /// The name.
    pub name: String,
    /// The area.
    pub area: String,
    /// The code of the local authority.
    pub authority: String,
    /// What is wrong.
    pub wrong: Option<WrongBranch>,
}

/// What is wrong with what was filled in about a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongBranch {
    /// The name is none.
    Name(NameError),
    /// Another branch has the name.
    NameTaken,
    /// The area is none, or several.
    Area(AreaError),
    /// The area cannot be added.
    MayNotAdd(NoChange),
    /// No local authority was chosen.
    Authority,
    /// The local authority cannot be added.
    MayNotAddAuthority(NoChange),
}

impl WrongBranch {
    /// The field, and what is wrong with it.
    fn says(&self) -> (&'static str, String) {
        let w = &words().network;
        match self {
            Self::Name(NameError::Missing) => ("name", w.name_missing.to_owned()),
            Self::Name(NameError::TooLong) => ("name", w.name_too_long.to_owned()),
            Self::Name(NameError::Characters) => ("name", w.name_characters.to_owned()),
            Self::NameTaken => ("name", w.name_taken.to_owned()),
            Self::Area(AreaError::Format) => ("area", w.area_wrong.to_owned()),
            Self::Area(AreaError::Several) => ("area", w.areas_several.to_owned()),
            Self::MayNotAdd(why) => ("area", (w.why_not)(why).join(" ")),
            Self::Authority => ("authority", w.authority_wrong.to_owned()),
            Self::MayNotAddAuthority(why) => ("authority", (w.why_not)(why).join(" ")),
        }
    }
}

impl BranchForm {
    /// What is wrong with a field.
    fn error(&self, name: &str) -> Option<String> {
        let said = self.wrong.as_ref().map(WrongBranch::says);
        said.filter(|(field, _)| *field == name).map(|(_, says)| says)
    }
}

/// `/network/branches` and what is below it, and `/network/offers`.
pub(crate) fn network(viewer: Viewer, page: NetworkPage) -> impl IntoView {
    let w = &words().network;
    let before = if page.wrong().is_some() { words().join.phrase.error_title } else { "" };
    let summary = page.wrong().map(|wrong| {
        let (field, says) = wrong.says();
        error_summary(&[(field, says.as_str())])
    });
    let (heading, done, inner) = match page {
        NetworkPage::Branches { overview, form } => {
            (w.branches.to_owned(), None, all::all(overview, &form).into_any())
        }
        NetworkPage::Branch { branch, authorities, form, done } => {
            let heading = (w.heading)(&branch.branch.name);
            (heading, done, one::one(branch, &authorities, &form).into_any())
        }
        NetworkPage::Look { change, would, meanwhile } => {
            let heading = (w.change_heading)(&change, &would.branch.name);
            (heading, None, change::look(&change, would, meanwhile).into_any())
        }
        NetworkPage::MayNot { branch, why } => {
            (w.may_not.to_owned(), None, change::may_not(&branch, &why).into_any())
        }
        NetworkPage::Offers { area, offers } => {
            ((w.offers_in)(&area.to_string()), None, offers::offers(offers).into_any())
        }
    };
    view! {
        <SignedInPage title=format!("{before}{heading}") viewer=viewer>
            {summary}
            {done_note(done)}
            <div class="page-head">
                <nav aria-label=w.branches><a href=paths::NETWORK_BRANCHES>{w.all_branches}</a></nav>
                <h1>{heading}</h1>
            </div>
            {inner}
        </SignedInPage>
    }
}

impl NetworkPage {
    const fn wrong(&self) -> Option<&WrongBranch> {
        match self {
            Self::Branches { form, .. } | Self::Branch { form, .. } => form.wrong.as_ref(),
            _ => None,
        }
    }
}

/// The address of a branch's page.
fn address(branch: &InBranch) -> String {
    format!("{}/{}", paths::NETWORK_BRANCHES, branch.slug)
}

/// An area, as an address names it.
fn in_address(area: &Area) -> String {
    area.to_string().replace(' ', "-")
}

/// The form that gives a branch its name.
fn name_form(action: String, form: &BranchForm, button: &'static str) -> impl IntoView + use<> {
    let w = &words().network;
    let error = form.error("name");
    let field = crate::pages::form::TextField {
        name: "name",
        label: w.branch_name,
        hint: w.name_hint,
        kind: "text",
        autocomplete: "off",
        value: &form.name,
        error: error.as_deref(),
        ..Default::default()
    };
    view! {
        <form method="post" action=action novalidate>
            {crate::pages::form::text_field(&field)}
            <div class="actions"><button class="button" type="submit">{button}</button></div>
        </form>
    }
}
