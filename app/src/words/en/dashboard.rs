//! The words of a branch's dashboard, in English.

use register::{HelpOffers, JoinedAs};
use rules::{Class, GroupKind};

use super::numbers::number;
use crate::words::DashboardWords;

pub(super) const DASHBOARD: DashboardWords = DashboardWords {
    title: |branch| format!("{branch} branch"),
    updated: |time| format!("Updated at {time}."),
    refresh: "Refresh",
    closed: "This branch has closed, and nobody belongs to it any more.",
    said: |branch, members, groups| {
        let (members, groups) = (number(members), number(groups));
        format!("{branch} branch now has {members} members and {groups} groups.")
    },

    members: "Members",
    full: "Full members",
    associate: "Associate members",
    groups: "Groups",
    waiting: "Waiting for a parent or guardian",

    recent: "Joined lately",
    last_7_days: "In the last 7 days",
    last_30_days: "In the last 30 days",
    before: |recent| match recent.before {
        0 => "none in the same time before".to_owned(),
        before => format!("{} in the same time before", number(before)),
    },

    weeks: "Joined in each week",
    chart: |total, most| {
        let (total, most) = (number(total), number(most));
        format!(
            "Chart of who joined in each week of a year: {total} in all, and {most} at most in one week. The table below has the numbers."
        )
    },
    members_legend: "Members",
    groups_legend: "Groups",
    as_table: "Show as a table",
    week: "Week from",
    day: |day| day.format("%-d %b %Y").to_string(),
    month: |day| day.format("%b").to_string(),

    latest: "The latest to join",
    joined_as: |joined| match joined {
        JoinedAs::Individual(Class::Full) => "Full member",
        JoinedAs::Individual(Class::Associate) => "Associate member",
        JoinedAs::Group(GroupKind::UserLed) => "User-led group",
        JoinedAs::Group(GroupKind::SelfHelp) => "Self-help group",
        JoinedAs::Group(GroupKind::Organisation) => "Organisation",
    },
    joined_at: |moment| format!("joined {moment}"),
    open: "Open",
    nobody_yet: "Nobody has joined yet. As soon as somebody does, it shows here.",

    districts: "Where members live",
    no_district: "No member of the branch gave a postcode yet.",
    district: "District",
    how_many: "Members",

    representatives: "Representatives of groups",
    confirmed: "Confirmed",
    declared: "Named, and not confirmed yet",

    evidence: "Evidence waiting",
    no_evidence: "Nobody waits for an answer about evidence.",
    evidence_waiting: |waiting| match waiting {
        1 => "Look at what 1 representative sent".to_owned(),
        waiting => format!("Look at what {} representatives sent", number(waiting)),
    },

    offers: "Offers to help start a branch",
    offers_text: "Members without a branch near here who would help to start one. A number under 5 is not shown.",
    offered: |offers| match offers {
        HelpOffers::Few => "fewer than 5".to_owned(),
        HelpOffers::Exactly(offers) => number(offers),
    },
    no_offer: "Nobody near here has offered yet.",
};
