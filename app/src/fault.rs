//! What a fault of the register means for whoever asked.

use crate::page::Trouble;

/// Says which trouble it is, and logs it: called where the request is answered, once.
pub fn trouble_of(error: &register::Error) -> Trouble {
    match error {
        register::Error::Unavailable(_) => {
            tracing::warn!("The register cannot be reached: {error}");
            Trouble::Unavailable
        }
        register::Error::Internal(_) => {
            tracing::error!("The register failed: {error}");
            Trouble::Fault
        }
    }
}
