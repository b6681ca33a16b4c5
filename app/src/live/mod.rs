//! What moves by itself: a page whose parts the server renews as they change, until somebody
//! pauses it.

#[cfg(not(feature = "ssr"))]
mod listen;

use leptos::prelude::*;

use crate::words::words;

/// The island beside a page that moves: says how it stands, and lets somebody pause it. What it
/// renews is the page's own HTML, sent by the server; it knows nothing of what that says. It
/// holds no signal, since each kind of them weighs as much as all of it: everybody who joins
/// downloads it, too.
#[island]
pub fn LiveControls() -> impl IntoView {
    // Not before what the server wrote is taken over as it is.
    #[cfg(not(feature = "ssr"))]
    set_timeout(listen::listen, std::time::Duration::ZERO);
    // Without scripts there is nothing to pause.
    view! {
        <p class="hint" id="live-stands"></p>
        <button class="button-quiet" id="live-pause" type="button" hidden>{words().live.pause}</button>
        <p class="visually-hidden" id="live-said" role="status"></p>
    }
}
