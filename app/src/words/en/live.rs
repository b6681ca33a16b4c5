//! The words of what moves by itself, in English.

use crate::words::live::LiveWords;

pub(super) const LIVE: LiveWords = LiveWords {
    pause: "Pause",
    go_on: "Go on",
    moves: "This page shows changes as they happen.",
    paused: "Paused: changes are not shown.",
    lost: "The connection is gone. This page tries to get it back.",
    ended: "This page does not change by itself any more. Load it again to see what is new.",
};
