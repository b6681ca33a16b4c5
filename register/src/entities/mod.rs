//! The tables, as SeaORM sees them. Nothing outside this crate does.
#![expect(unreachable_pub, reason = "SeaORM's derives make public types only")]

pub(crate) mod access_log;
pub(crate) mod accounts;
pub(crate) mod areas;
pub(crate) mod branches;
pub(crate) mod consents;
pub(crate) mod counters;
pub(crate) mod groups;
pub(crate) mod guardians;
pub(crate) mod help_offers;
pub(crate) mod imports;
pub(crate) mod joins_by_day;
pub(crate) mod joins_by_week;
pub(crate) mod letters;
pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod members_by_district;
pub(crate) mod memberships;
pub(crate) mod notes;
pub(crate) mod offers_by_district;
pub(crate) mod people;
pub(crate) mod placings;
pub(crate) mod recovery_codes;
pub(crate) mod roles;
pub(crate) mod roll_entries;
pub(crate) mod rolls;
pub(crate) mod search_words;
pub(crate) mod seats;
pub(crate) mod sessions;
pub(crate) mod sign_in_links;
pub(crate) mod sign_ins;
pub(crate) mod submissions;
