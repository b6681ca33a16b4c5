//! What moves by itself: a page whose parts the server renews as they change, until somebody
//! pauses it.

#[cfg(not(feature = "ssr"))]
mod listen;

use leptos::prelude::*;

use crate::words::words;

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", allow(dead_code, reason = "only in a browser does it ever move"))]
pub(crate) enum Moves {
    /// No script runs, or none yet.
    Not,
    Live,
    Paused,
    Lost,
    Ended,
}

/// The island beside a page that moves: says how it stands, and lets somebody pause it. What it
/// renews is the page's own HTML, sent by the server; it knows nothing of what that says.
#[island]
pub fn LiveControls() -> impl IntoView {
    let moves = RwSignal::new(Moves::Not);
    let said = RwSignal::new(String::new());
    #[cfg(not(feature = "ssr"))]
    listen::listen(moves, said);
    let w = &words().live;
    let stands = move || match moves.get() {
        Moves::Not => "",
        Moves::Live => w.moves,
        Moves::Paused => w.paused,
        Moves::Lost => w.lost,
        Moves::Ended => w.ended,
    };
    let press = move |_| {
        moves.update(|moves| {
            *moves = match *moves {
                Moves::Paused => Moves::Live,
                Moves::Live | Moves::Lost => Moves::Paused,
                other => other,
            };
        });
    };
    let label = move || if moves.get() == Moves::Paused { w.go_on } else { w.pause };
    // Without scripts there is nothing to pause.
    let useless = move || matches!(moves.get(), Moves::Not | Moves::Ended);
    view! {
        <p class="hint">{stands}</p>
        <button class="button-quiet" type="button" hidden=useless on:click=press>{label}</button>
        <p class="visually-hidden" role="status">{said}</p>
    }
}
