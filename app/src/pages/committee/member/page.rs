//! Everything that a committee sees of one member.

use leptos::prelude::*;
use register::{Member, MembershipHistory, TextError};

use super::super::super::rights;
use super::super::days::day;
use super::{history, notes, path};
use crate::words::words;

/// A member as shown.
#[derive(Debug, Clone)]
pub struct MemberPage {
    /// The member.
    pub member: Member,
    /// The membership by whose number they were opened.
    pub number: String,
    /// What was typed as a note and not kept.
    pub note: TypedNote,
}

/// A note that was typed and not kept.
#[derive(Debug, Clone, Default)]
pub struct TypedNote {
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub wrong: Option<TextError>,
}

impl MemberPage {
    pub(crate) fn wrong(&self) -> AnyView {
        super::summary(self.note.wrong.map(notes::says).into_iter())
    }
}

/// `/committee/<branch>/members/<number>`.
pub(crate) fn page(page: MemberPage, base: &str) -> impl IntoView + use<> {
    let w = &words().member;
    let MemberPage { member, number, note } = page;
    let path = path(base, &number);
    let represents: Vec<_> = member
        .represents
        .iter()
        .map(|seat| view! { <li>{(w.seat)(&seat.group.name, seat.confirmed)}</li> })
        .collect();
    let represents = (!represents.is_empty()).then(|| {
        view! { <section><h2>{w.represents}</h2><ul>{represents}</ul></section> }
    });
    let merged = (!member.merged.is_empty()).then(|| {
        view! { <p>{(w.merged)(&member.merged.join(", "))}</p> }
    });
    view! {
        <section class="narrow">
            <h2>{w.details}</h2>
            {details(&member)}
            {merged}
            <p><a href=format!("{path}/details")>{w.correct}</a></p>
        </section>
        <section class="narrow">
            <h2>{w.memberships}</h2>
            {member.memberships.iter().map(|it| membership(it, base)).collect_view()}
        </section>
        {represents}
        <section class="narrow">
            <h2>{w.consents}</h2>
            <ul>{member.consents.iter().map(history::consent).collect_view()}</ul>
        </section>
        {notes::notes(&member.notes, &note, &path)}
    }
}

/// What is known of a person, as names and values.
pub(super) fn details(member: &Member) -> impl IntoView + use<> {
    let w = &words().member;
    let or_none = |value: Option<&String>| value.map_or(w.not_given, String::as_str).to_owned();
    let born = member.born.map(|born| {
        let months = words().join.months;
        let month = usize::try_from(born.month()).ok().and_then(|month| month.checked_sub(1));
        let month = month.and_then(|month| months.get(month)).unwrap_or(&"");
        (w.born, format!("{month} {}", born.year()))
    });
    let lines = [
        Some((w.name, member.name.clone())),
        Some((w.email, member.email.clone())),
        Some((w.phone, or_none(member.phone.as_ref()))),
        Some((w.postcode, or_none(member.postcode.as_ref()))),
        Some((w.age, (words().rules.age)(member.age).to_owned())),
        born,
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .flatten()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect();
    view! { <dl class="terms">{lines}</dl> }
}

fn membership(membership: &MembershipHistory, base: &str) -> impl IntoView + use<> {
    let w = &words().member;
    let path = path(base, &membership.number);
    let heading = (w.membership)((words().join.class)(membership.class), &membership.number);
    let current = membership.started.is_some() && membership.ended.is_none();
    let classes: Vec<_> = membership.classes.iter().map(history::class).collect();
    let ways = current.then(|| {
        view! {
            <p class="actions">
                <a href=format!("{path}/branch")>{w.move_on}</a>
                <a href=format!("{path}/end")>{w.end}</a>
            </p>
        }
    });
    view! {
        <h3>{heading}</h3>
        <p>{standing(membership)}</p>
        {membership.imported.as_ref().map(|import| view! { <p>{history::imported(import)}</p> })}
        {current.then(|| view! { <p>{rights(membership)}</p> })}
        {(!classes.is_empty()).then(|| view! { <ul>{classes}</ul> })}
        <ul>{membership.placings.iter().map(history::placing).collect_view()}</ul>
        {ways}
    }
}

/// Since when somebody is a member, and until when they were one.
pub(super) fn standing(membership: &MembershipHistory) -> String {
    let w = &words().member;
    let asked = day(membership.asked);
    match (membership.started, &membership.ended) {
        (None, None) => (w.waits)(&asked),
        (Some(started), None) => (w.since)(&day(started)),
        (started, Some(ended)) => {
            let from = started.map_or(asked, day);
            (w.ended)(&from, &day(ended.at), ended.how, ended.by.as_deref())
        }
    }
}

/// What the class of a membership lets them do (R4).
fn rights(membership: &MembershipHistory) -> String {
    (words().member.rights)(&rights::may(membership.class))
}
