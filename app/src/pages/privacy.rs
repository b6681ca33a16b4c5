//! The privacy notice.

use leptos::prelude::*;
use rules::ConsentKind;

use super::layout::ProsePage;
use super::prose::Prose;
use crate::words::words;

/// The privacy notice, which says which wording of the consent it belongs to.
#[component]
pub(crate) fn PrivacyPage() -> impl IntoView {
    let words = &words().privacy;
    let version = ConsentKind::Membership.current().version;
    view! {
        <ProsePage head=&words.head>
            <Prose sections=words.sections/>
            <p class="hint">{(words.version)(version)}</p>
        </ProsePage>
    }
}
