//! "Membership explained".

use leptos::prelude::*;

use super::comparison::Comparison;
use super::layout::{ProsePage, site};
use super::paths;
use super::prose::Prose;
use crate::words::words;

/// All that membership is, for each of the three kinds.
#[component]
pub(crate) fn MembershipPage() -> impl IntoView {
    let words = &words().membership;
    view! {
        <ProsePage head=&words.head>
            <section>
                <h2>{words.table_heading}</h2>
                <Comparison/>
            </section>
            <Prose sections=words.sections/>
            <div class="call">
                <p>{(words.join_hint)(&site())}</p>
                <p class="actions"><a class="button" href=paths::JOIN>{words.join}</a></p>
            </div>
        </ProsePage>
    }
}
