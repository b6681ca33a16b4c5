//! The postcode directory: which postcodes there are, and in which local authority each is.
//!
//! A sector is one row, with the ends of its postcodes: 2.7 million postcodes are some 11,000 rows,
//! written in seconds. An edition is filled beside the one in use, then takes its place at once.

mod authorities;
mod list;
mod load;
mod look_up;
mod units;

pub use list::{PostcodeList, PostcodeSector};
pub use load::{GoneAuthority, PostcodesLoaded};
pub use look_up::PostcodeEdition;

pub(crate) use authorities::{Known, known};
pub(crate) use look_up::{authorities_of, listing};

/// How far an edition has come.
const FILLING: &str = "filling";
const CURRENT: &str = "current";
const OLD: &str = "old";
