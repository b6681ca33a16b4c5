//! The words of a branch's dashboard.

use chrono::NaiveDate;
use register::{HelpOffers, JoinedAs, Recent};

/// See [`super::Words`].
pub(crate) struct DashboardWords {
    /// The heading, from the branch's name.
    pub(crate) title: fn(&str) -> String,
    /// When what is shown was so, from the time of the day.
    pub(crate) updated: fn(&str) -> String,
    pub(crate) refresh: &'static str,
    /// In place of what lets it move.
    pub(crate) closed: &'static str,
    /// What is read out after a change, from the branch's name, its members and its groups.
    pub(crate) said: fn(&str, u32, u32) -> String,

    pub(crate) members: &'static str,
    pub(crate) full: &'static str,
    pub(crate) associate: &'static str,
    pub(crate) groups: &'static str,
    pub(crate) waiting: &'static str,

    pub(crate) recent: &'static str,
    pub(crate) last_7_days: &'static str,
    pub(crate) last_30_days: &'static str,
    /// What was before, for comparing.
    pub(crate) before: fn(Recent) -> String,

    pub(crate) weeks: &'static str,
    /// What the chart shows, for whoever does not see it: the total, and the most in a week.
    pub(crate) chart: fn(u32, u32) -> String,
    pub(crate) members_legend: &'static str,
    pub(crate) groups_legend: &'static str,
    pub(crate) as_table: &'static str,
    pub(crate) week: &'static str,
    /// A day, as in a table.
    pub(crate) day: fn(NaiveDate) -> String,
    /// A month, as under a chart.
    pub(crate) month: fn(NaiveDate) -> String,

    pub(crate) latest: &'static str,
    pub(crate) joined_as: fn(JoinedAs) -> &'static str,
    /// From the day and the time.
    pub(crate) joined_at: fn(&str) -> String,
    pub(crate) open: &'static str,
    pub(crate) nobody_yet: &'static str,

    pub(crate) districts: &'static str,
    pub(crate) no_district: &'static str,
    pub(crate) district: &'static str,
    pub(crate) how_many: &'static str,

    pub(crate) representatives: &'static str,
    pub(crate) confirmed: &'static str,
    pub(crate) declared: &'static str,

    pub(crate) evidence: &'static str,
    pub(crate) no_evidence: &'static str,
    /// The link, from how often.
    pub(crate) evidence_waiting: fn(u32) -> String,

    pub(crate) offers: &'static str,
    pub(crate) offers_text: &'static str,
    pub(crate) offered: fn(HelpOffers) -> String,
    pub(crate) no_offer: &'static str,
}
