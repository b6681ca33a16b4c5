//! The question before something that is not easily undone: what will happen, a button and the
//! way back.

use leptos::prelude::*;

/// What is asked.
pub(super) struct Question {
    /// What will happen, in sentences.
    pub(super) says: Vec<String>,
    /// The button that does it.
    pub(super) button: &'static str,
    /// What the button sends.
    pub(super) sends: Vec<(&'static str, String)>,
    /// The link that leaves everything as it is.
    pub(super) back: &'static str,
    /// Where that leads.
    pub(super) back_to: String,
}

/// The question, as a form that posts to its own page.
pub(super) fn question(question: Question) -> impl IntoView {
    let Question { says, button, sends, back, back_to } = question;
    let says: Vec<_> = says.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let sends: Vec<_> = sends
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    view! {
        <div class="question">
            {says}
            <form method="post">
                {sends}
                <div class="actions">
                    <button class="button" type="submit">{button}</button>
                    <a href=back_to>{back}</a>
                </div>
            </form>
        </div>
    }
}
