//! Signing in: by a link or a code from a letter, and then, for whoever can see other people's
//! data, by a code from an app.

mod by_letter;
mod second_step;
mod typed;

use leptos::prelude::*;

use super::form::{TextField, error_summary, text_field};
use super::layout::Page;
use crate::words::words;

/// A page of signing in.
#[derive(Debug, Clone)]
pub enum SignInPage {
    /// Asks for the address.
    Address {
        /// What was given and is wrong.
        refused: Option<RefusedAddress>,
        /// Whether somebody has just signed out.
        signed_out: bool,
    },
    /// Says that a letter is on its way, if it is, and asks for the code from it.
    Code {
        /// What was wrong with the code before.
        refused: Option<RefusedCode>,
    },
    /// Behind the link of a letter.
    Link(register::SignInLink),
    /// Asks somebody to add the site to their app.
    SetUp {
        /// The picture for the app, as SVG.
        picture: String,
        /// The same as text.
        secret: String,
        /// Whether a wrong code was given.
        refused: bool,
    },
    /// The codes that serve once each when the app is lost: shown once.
    RecoveryCodes(Vec<String>),
    /// Asks for the code of the app.
    SecondStep {
        /// What was wrong with the code before.
        refused: Option<RefusedStep>,
    },
    /// What was typed into a form that was sent when the session had ended.
    Typed {
        /// Where the form goes.
        to: String,
        /// Its fields.
        fields: Vec<(String, String)>,
    },
    /// What was written into the form for evidence, which was sent when the session had ended.
    Evidence {
        /// Where the form goes.
        to: String,
        /// What was written.
        text: String,
    },
    /// Asks for a recovery code.
    RecoveryCode {
        /// What was wrong with the code before.
        refused: Option<RefusedStep>,
    },
}

/// An address to which nothing is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusedAddress {
    /// It is none.
    Wrong {
        /// What was given.
        given: String,
        /// Why it is none.
        problem: rules::Problem,
    },
    /// It was asked for too often.
    TooOften {
        /// Which it was.
        given: String,
    },
}

/// A code that does not sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedCode {
    /// It is not the one; so many more may be tried.
    Wrong {
        /// How many.
        left: u8,
    },
    /// Nothing is open in this browser: too old, used, or tried too often.
    Gone,
}

/// A code of the second step that was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedStep {
    /// It is not right, or was used before.
    Wrong,
    /// There were too many wrong ones: none is looked at for 15 minutes.
    Locked,
}

impl SignInPage {
    /// Whether it says that something was wrong.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        match self {
            Self::Address { refused, .. } => refused.is_some(),
            Self::Code { refused } => refused.is_some(),
            Self::SetUp { refused, .. } => *refused,
            Self::SecondStep { refused } | Self::RecoveryCode { refused } => refused.is_some(),
            Self::Link(_) | Self::RecoveryCodes(_) | Self::Typed { .. } | Self::Evidence { .. } => {
                false
            }
        }
    }

    pub(crate) fn into_view(self) -> AnyView {
        match self {
            Self::Address { refused, signed_out } => {
                by_letter::address(refused.as_ref(), signed_out).into_any()
            }
            Self::Code { refused } => by_letter::code(refused).into_any(),
            Self::Link(link) => by_letter::link(link).into_any(),
            Self::SetUp { picture, secret, refused } => {
                second_step::set_up(picture, secret, refused).into_any()
            }
            Self::RecoveryCodes(codes) => second_step::recovery_codes(codes).into_any(),
            Self::SecondStep { refused } => second_step::code(refused).into_any(),
            Self::RecoveryCode { refused } => second_step::recovery_code(refused).into_any(),
            Self::Typed { to, fields } => typed::typed(to, fields).into_any(),
            Self::Evidence { to, text } => typed::evidence(to, &text).into_any(),
        }
    }
}

/// A page with one question, its form below what is said about it.
fn question<A: IntoView + 'static>(
    heading: &'static str,
    lines: &'static [&'static str],
    field: &TextField<'_>,
    button: &'static str,
    after: A,
) -> impl IntoView + use<A> {
    let errors: Vec<_> = field.error.map(|error| (field.name, error)).into_iter().collect();
    let summary = error_summary(&errors);
    let title = if errors.is_empty() {
        heading.to_owned()
    } else {
        format!("{}{heading}", words().join.phrase.error_title)
    };
    let field = text_field(field);
    view! {
        <Page title=title description=words().sign_in.description>
            <div class="wizard">
                {summary}
                <h1>{heading}</h1>
                {lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <form method="post" novalidate>
                    {field}
                    <div class="actions">
                        <button class="button" type="submit">{button}</button>
                    </div>
                </form>
                {after}
            </div>
        </Page>
    }
}
