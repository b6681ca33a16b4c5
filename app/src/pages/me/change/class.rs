//! The class of a membership: to full by the question that is asked when joining, to associate
//! without one.

use chrono::NaiveDate;
use leptos::prelude::*;
use register::Version;
use rules::{Age, Class, Experience, Field, Problem, Reason, Step};

use super::super::super::committee::days::date;
use super::super::super::paths;
use super::{actions, version};
use crate::join::{asked, asks, rights};
use crate::words::words;

/// A change of class, as far as it has got.
#[derive(Debug, Clone)]
pub struct ClassForm {
    /// Which state of the member was seen.
    pub seen: Version,
    /// How far it has got.
    pub stage: ClassStage,
    /// Whether something else of the member was changed meanwhile.
    pub is_other: bool,
}

/// How far a change of class has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassStage {
    /// How old they are is asked: what they gave when they joined does not tell.
    Age {
        /// Whether nothing was chosen.
        missing: bool,
    },
    /// The question that decides.
    Experience {
        /// How old they said they are, if they were asked.
        age: Option<Age>,
        /// Whether nothing was chosen.
        missing: bool,
    },
    /// Full membership is open to them.
    Open {
        /// How old they said they are, if they were asked.
        age: Option<Age>,
        /// What they answered: it goes from this page to the rules once more, and no further.
        experience: Experience,
    },
    /// They stay an associate member.
    Stays(Reason),
    /// They are under eighteen, until this day at least.
    NotYet(NaiveDate),
    /// From full to associate.
    ToAssociate,
}

impl ClassStage {
    pub(super) fn title(self) -> &'static str {
        let w = &words().change;
        match self {
            Self::Age { .. } => asks(Step::Age),
            Self::Experience { .. } => asks(Step::Experience),
            Self::Open { .. } => w.open,
            Self::Stays(_) | Self::NotYet(_) => w.stays,
            Self::ToAssociate => w.to_associate,
        }
    }

    /// Whether the question is the heading.
    pub(super) const fn is_question(self) -> bool {
        matches!(self, Self::Age { .. } | Self::Experience { .. })
    }

    pub(super) fn wrong(self) -> Option<(&'static str, &'static str)> {
        let field = match self {
            Self::Age { missing: true } => Field::Age,
            Self::Experience { missing: true, .. } => Field::Experience,
            _ => return None,
        };
        Some((field.as_str(), (words().join.problem)(field, Problem::Missing)))
    }
}

/// `/me/<number>/class`.
pub(super) fn class(form: ClassForm) -> impl IntoView {
    let w = &words().change;
    let ClassForm { seen, stage, is_other } = form;
    let other = is_other.then(|| view! { <p class="notice" role="alert">{w.meanwhile_other}</p> });
    let inner = match stage {
        ClassStage::Age { missing } => question(seen, Step::Age, missing, None).into_any(),
        ClassStage::Experience { age, missing } => {
            question(seen, Step::Experience, missing, age).into_any()
        }
        ClassStage::Open { age, experience } => {
            let table = rights(Class::ALL).into_string();
            view! {
                {w.open_text.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <div inner_html=table/>
                <form method="post">
                    {version(seen)}
                    {hidden_age(age)}
                    <input type="hidden" name="experience" value=experience.as_str()/>
                    {sure(Class::Full)}
                    {actions(w.open_button)}
                </form>
            }
            .into_any()
        }
        ClassStage::Stays(reason) => {
            let lines = (w.stays_text)(reason);
            view! {
                {lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <p><a href=paths::ME>{w.back}</a></p>
            }
            .into_any()
        }
        ClassStage::NotYet(opens) => view! {
            <p>{(w.not_yet)(&date(opens))}</p>
            <p><a href=paths::ME>{w.back}</a></p>
        }
        .into_any(),
        ClassStage::ToAssociate => {
            let table = rights(Class::ALL).into_string();
            view! {
                {w.to_associate_text.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <div inner_html=table/>
                <form method="post">
                    {version(seen)}
                    {sure(Class::Associate)}
                    {actions(w.to_associate_button)}
                </form>
            }
            .into_any()
        }
    };
    view! { {other} {inner} }
}

fn question(seen: Version, step: Step, missing: bool, age: Option<Age>) -> impl IntoView {
    let question = asked(step, "", missing.then_some(Problem::Missing));
    view! {
        <form method="post" novalidate>
            {version(seen)}
            {hidden_age(age)}
            <input type="hidden" name="asked" value=step.as_str()/>
            <div inner_html=question/>
            {actions(words().join.phrase.go_on)}
        </form>
    }
}

/// What the last button is for: sent once more, it is so already.
fn sure(to: Class) -> impl IntoView {
    view! {
        <input type="hidden" name="to" value=to.as_str()/>
        <input type="hidden" name="sure" value="yes"/>
    }
}

/// What was answered before goes along.
fn hidden_age(age: Option<Age>) -> impl IntoView {
    age.map(|age| view! { <input type="hidden" name="age" value=age.as_str()/> })
}
