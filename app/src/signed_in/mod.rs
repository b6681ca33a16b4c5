//! What the browser does on every page that somebody is signed in for: it warns before the session
//! ends, and lists members while somebody types what to search for. Both are complete without it.

#[cfg(not(feature = "ssr"))]
mod searching;
#[cfg(not(feature = "ssr"))]
mod staying;

use leptos::prelude::*;

/// Writes nothing itself: what it shows and changes is in the page. It holds no signal, for the
/// reason that [`LiveControls`](crate::live::LiveControls) holds none.
#[island]
pub fn SignedIn() -> impl IntoView {
    #[cfg(not(feature = "ssr"))]
    set_timeout(
        || {
            staying::watch();
            searching::watch();
        },
        std::time::Duration::ZERO,
    );
}
