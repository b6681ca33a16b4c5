//! Who has a role in a branch, and who are the administrators: giving and withdrawing roles.

use leptos::prelude::*;
use register::{HeldRole, Office, Role};
use rules::{Field, Problem};

use super::super::choices::{Choice, choices};
use super::super::form::{TextField, error_summary, text_field};
use super::super::table::{Cell, Table};
use super::confirm::{Question, question};
use super::days::day;
use crate::words::words;

/// The roles of a branch or of the network.
#[derive(Debug, Clone)]
pub struct RolesShown {
    /// Who has which.
    pub held: Vec<HeldRole>,
    /// What whoever looks may give and withdraw.
    pub may: MayGive,
    /// The form to give one.
    pub form: GivenRole,
}

/// What somebody may give and withdraw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MayGive {
    /// No role.
    Nothing,
    /// These offices in the committee of the branch, and who looks at evidence for it.
    Offices(Vec<Office>),
    /// That of an administrator.
    Administrator,
}

impl MayGive {
    /// Whether they may withdraw this role.
    #[must_use]
    pub fn may_withdraw(&self, role: &Role) -> bool {
        match (self, role) {
            (Self::Offices(offices), Role::Committee { office, .. }) => offices.contains(office),
            (Self::Offices(_), Role::Nominee { .. })
            | (Self::Administrator, Role::Administrator) => true,
            _ => false,
        }
    }
}

/// What was filled in to give a role, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct GivenRole {
    /// Whose it is to be.
    pub email: String,
    /// Which office.
    pub office: Option<Office>,
    /// What is wrong.
    pub wrong: Vec<WrongRole>,
}

/// Why a role cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongRole {
    /// The address is none.
    Email(Problem),
    /// They have this role already.
    HeldAlready,
    /// No office was chosen.
    NoOffice,
}

impl RolesShown {
    /// Whether the form has something wrong in it.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        !self.form.wrong.is_empty()
    }
}

impl WrongRole {
    fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Email(problem) => ("email", (words().join.problem)(Field::Email, problem)),
            Self::HeldAlready => ("email", words().roles.held_already),
            Self::NoOffice => ("office", words().roles.no_office),
        }
    }
}

/// What is wrong, above everything else on the page.
pub(super) fn wrong(shown: &RolesShown) -> impl IntoView + use<> {
    error_summary(&shown.form.wrong.iter().map(|wrong| wrong.says()).collect::<Vec<_>>())
}

/// The list, and below it the form. `base` is the address of the page.
pub(super) fn roles(shown: RolesShown, base: &str) -> impl IntoView + use<> {
    let w = &words().roles;
    let RolesShown { held, may, form } = shown;
    let can_change = held.iter().any(|held| may.may_withdraw(&held.role));
    let row = |held: HeldRole| {
        let withdraw = may.may_withdraw(&held.role);
        let mut row = vec![
            Cell::from(held.email),
            Cell::from(role_name(&held.role)),
            Cell::from(day(held.since)),
        ];
        if can_change {
            row.push(if withdraw {
                Cell::link(w.withdraw, format!("{base}/{}/withdraw", held.id))
            } else {
                Cell::from("")
            });
        }
        row
    };
    let rows: Vec<_> = held.into_iter().map(row).collect();
    let mut columns = vec![w.who, w.role, w.since];
    if can_change {
        columns.push(w.change);
    }
    let caption = if may == MayGive::Administrator { w.in_network } else { w.in_branch };
    let list = if rows.is_empty() {
        view! { <p>{w.nobody}</p> }.into_any()
    } else {
        view! { <Table caption=caption columns=columns rows=rows/> }.into_any()
    };
    view! {
        {list}
        {give(&may, &form)}
    }
}

fn give(may: &MayGive, form: &GivenRole) -> AnyView {
    let w = &words().roles;
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let (heading, lines, offices) = match may {
        MayGive::Nothing => return ().into_any(),
        MayGive::Offices(offices) => {
            (w.give_in_branch, w.give_in_branch_lines, Some(offices.as_slice()))
        }
        MayGive::Administrator => (w.give_in_network, w.give_in_network_lines, None),
    };
    let email = TextField {
        name: "email",
        label: (words().join.label)(Field::Email),
        hint: w.email_hint,
        kind: "email",
        autocomplete: "off",
        value: &form.email,
        error: error("email"),
        ..TextField::default()
    };
    let choice = |office: &Office| Choice {
        value: office.as_str(),
        label: (w.office)(*office),
        hint: (w.office_hint)(*office),
    };
    let office = offices.map(|offices| {
        let options: Vec<_> = offices.iter().map(choice).collect();
        choices(
            "office",
            w.office_label,
            &options,
            form.office.map(Office::as_str),
            error("office"),
        )
    });
    view! {
        <section class="narrow">
            <h2>{heading}</h2>
            {lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
            <form method="post" novalidate>
                {text_field(&email)}
                {office}
                <div class="actions"><button class="button" type="submit">{w.give}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// The question before a role is withdrawn.
pub(super) fn withdraw(held: &HeldRole, back_to: String) -> impl IntoView + use<> {
    let w = &words().roles;
    question(Question {
        says: (w.withdraw_says)(&held.email, &role_name(&held.role)),
        button: w.withdraw_button,
        sends: Vec::new(),
        back: w.keep,
        back_to,
    })
}

fn role_name(role: &Role) -> String {
    let w = &words().roles;
    match role {
        Role::Administrator => w.administrator.to_owned(),
        Role::Committee { office, .. } => (w.office)(*office).to_owned(),
        Role::Nominee { group } => (w.nominee)(&group.name),
    }
}
