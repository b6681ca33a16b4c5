//! The live dashboard: each open page holds a stream, and gets the whole picture again whenever it
//! changes. A picture is a state, not an event: whoever comes back after a break, on whichever
//! server, has missed nothing and gets nothing twice.

mod stream;
mod versions;

pub(crate) use stream::live;
pub(crate) use versions::{Live, follow_changes};
