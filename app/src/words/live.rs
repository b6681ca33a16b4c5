//! The words of what moves by itself, which the browser carries too.

/// See [`super::Words`].
#[derive(Debug)]
#[cfg_attr(feature = "ssr", allow(dead_code, reason = "most of it is said by the browser alone"))]
pub(crate) struct LiveWords {
    /// The button that stops it moving.
    pub(crate) pause: &'static str,
    /// The button that lets it move again.
    pub(crate) go_on: &'static str,
    /// While it moves.
    pub(crate) moves: &'static str,
    /// While it does not, since somebody paused it.
    pub(crate) paused: &'static str,
    /// While the connection is gone.
    pub(crate) lost: &'static str,
    /// When there is nothing to listen to any more: the session has ended, or the role is gone.
    pub(crate) ended: &'static str,
}
