//! The accessibility statement.

use leptos::prelude::*;

use super::layout::ProsePage;
use super::prose::Prose;
use crate::words::words;

/// The accessibility statement.
#[component]
pub(crate) fn AccessibilityPage() -> impl IntoView {
    let words = &words().accessibility;
    view! { <ProsePage head=&words.head><Prose sections=words.sections/></ProsePage> }
}
