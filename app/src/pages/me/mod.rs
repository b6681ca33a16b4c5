//! A member's own place: what is held under the address that signed in.

mod agreed;
mod change;
mod everything;
mod group;
mod groups;
mod leave;
mod news;
mod own;
mod person;
mod waiting;

use leptos::prelude::*;
use register::{OwnAgreed, OwnPerson, OwnPlace, OwnStanding};

use super::committee::{SignedInPage, Viewer};
use super::paths;
use super::prose::ContactAddress;
use crate::words::words;

pub use agreed::agreed_change;
pub(crate) use change::change;
pub use change::{
    BranchChange, ChangePage, Changed, ClassForm, ClassStage, DetailsChange, EmailForm,
    HouseChange, HouseCheck, ShowsChange, WrongEmail, WrongOwn,
};
pub(crate) use everything::everything_parts;
pub use everything::{EverythingPage, everything_file, everything_file_by_link};
pub use group::{
    GroupChangePage, GroupChanged, GroupContactForm, GroupDetailsForm, GroupLeaveEnd,
    GroupLeavePage, GroupMoveCheck, GroupMoveForm, GroupNameForm, GroupNow, GroupRemoveForm,
    OwnGroupPage, ShowsGroupChange, WrongContact, WrongGroup, WrongNamed, WrongPostcode,
};
pub use leave::{LeaveEnd, LeavePage, LeaveQuestion};
pub use news::NewsPage;
pub use own::OwnPage;

/// A member's own place, with what it shows.
#[derive(Debug, Clone)]
pub struct MePage {
    /// Who looks.
    pub viewer: Viewer,
    /// What is held under their address.
    pub place: OwnPlace,
    /// What they agreed to.
    pub agreed: Vec<OwnAgreed>,
    /// Whether they do something for others, too.
    pub has_role: bool,
    /// What they have just changed.
    pub changed: Option<Changed>,
}

/// `/me`.
pub(crate) fn me(page: MePage) -> impl IntoView {
    let w = &words().me;
    let MePage { viewer, place, agreed, has_role, changed } = page;
    let is_empty = place.people.is_empty() && place.groups.is_empty();
    let is_one = |person: &&OwnPerson| {
        matches!(person.standing, OwnStanding::Member(_) | OwnStanding::Waiting(_))
    };
    let memberships = place.people.iter().filter(is_one).count();
    let heading = match memberships {
        _ if is_empty => w.nobody,
        0 if place.groups.is_empty() => w.no_longer,
        0 => w.only_groups,
        1 => w.membership,
        _ => w.memberships,
    };
    let shared = (place.people.len() > 1).then(|| view! { <p class="lead">{w.shared}</p> });
    let waits = waiting::waiting(&place);
    let has_any = memberships > 0 || !place.groups.is_empty();
    let none = (has_any && waits.is_none()).then(|| view! { <p>{w.nothing_waits}</p> });
    let inner = if is_empty {
        nobody(&viewer.email).into_any()
    } else {
        view! { {waits} {sections(place)} }.into_any()
    };
    let to_roles = has_role.then(|| view! { <p><a href=paths::COMMITTEES>{w.to_roles}</a></p> });
    view! {
        <SignedInPage title=heading viewer=viewer description=w.description>
            {change::note(changed)}
            <div class="page-head"><h1>{heading}</h1>{shared} {none} {to_roles}</div>
            {inner}
            {agreed::agreed(&agreed)}
            {own::ways(memberships > 0)}
        </SignedInPage>
    }
}

fn nobody(email: &str) -> impl IntoView + use<> {
    let w = &words().me;
    view! {
        <section>
            <p>{(w.nobody_text)(email)}</p>
            <p class="actions"><a class="button" href=paths::JOIN>{w.join}</a></p>
            <p>{w.nobody_joined}</p>
        </section>
    }
}

fn sections(place: OwnPlace) -> impl IntoView {
    let w = &words().me;
    let joins = |standing: &OwnStanding| !matches!(standing, OwnStanding::NoMember);
    let join_too = (!place.people.iter().any(|person| joins(&person.standing))).then(|| {
        view! { <p>{w.join_too} " " <a href=paths::JOIN>{w.join}</a></p> }
    });
    let has_card = |person: &&OwnPerson| matches!(person.standing, OwnStanding::Member(_));
    let cards = place.people.iter().filter(has_card).count();
    let people: Vec<_> =
        place.people.into_iter().map(|person| person::person(person, cards)).collect();
    view! {
        {people}
        {groups::groups(&place.groups)}
        {write_to_us(join_too)}
    }
}

/// What is below where somebody is told to write to us.
fn write_to_us(before: impl IntoView + 'static) -> impl IntoView {
    let w = &words().me;
    view! {
        <section class="narrow">
            <h2>{w.write}</h2>
            {before.into_any()}
            <p>{w.write_text}</p>
            <ContactAddress/>
        </section>
    }
}
