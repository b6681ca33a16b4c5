//! How many files the server may have open. Each connection is one, and each open dashboard is a
//! connection.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Raises the limit as far as the system lets everybody: most start programs with 1,024, for the
/// sake of old ones, and let them have far more.
pub(crate) fn allow_many() {
    let limit = getrlimit(Resource::Nofile);
    let most = Rlimit { current: limit.maximum, maximum: limit.maximum };
    if let Err(error) = setrlimit(Resource::Nofile, most) {
        tracing::warn!("The limit of open files stays as it was: {error}");
    }
}
