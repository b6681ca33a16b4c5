//! The words of the list of members, in English.

use chrono::NaiveDate;
use register::{Count, MemberFilter, Order, Placed, Status};
use rules::Class;

use super::numbers::number;
use crate::pages::committee::Column;
use crate::words::MembersWords;

pub(super) const MEMBERS: MembersWords = MembersWords {
    title: |branch| format!("{branch} branch: members"),
    search: "Search",
    search_hint: "The beginning of a name, an e-mail address or a membership number.",
    search_button: "Search",
    clear_search: "Clear the search",

    filter: "Filter, order and columns",
    any: "Any",
    status_label: "Who",
    status: |status| match status {
        Status::Current => "Members now",
        Status::Waiting => "Waiting for a parent or guardian",
        Status::Ended => "Membership has ended",
        Status::All => "All of these",
    },
    joined_from: "Joined on this day or later",
    joined_until: "Joined on this day or before",
    wrong_day: "Enter a day that there is, as year, month and day, like 2026-03-14",
    wrong_choice: "The address of this page asks for something that cannot be chosen here. Choose again, and press “Show these”",
    days_the_wrong_way: "The last day must not be before the first",
    district: "Postcode district, like BS5",
    placed_label: "How they came to the branch",
    placed: |placed| match placed {
        Placed::ByPostcode => "By their postcode",
        Placed::ByHand => "By choice, or moved by a committee",
    },
    order_label: "Order",
    order: |order| match order {
        Order::Name => "By name",
        Order::Newest => "Newest first",
        Order::Oldest => "Oldest first",
        Order::District => "By district",
    },
    only_under_18: "Only people who may be under 18",
    columns: "Columns",
    column: |column| match column {
        Column::Since => "Member since",
        Column::District => "District",
        Column::Email => "E-mail address",
        Column::Number => "Number",
        Column::Branch => "Branch",
    },
    apply: "Show these",
    show_all: "Show all members",

    ended_text: "Only those are found here who were on the register twice and were made one. Whoever has left is not: everything we knew of them was erased.",

    results: "People",
    found,
    nobody_found: "Nobody matches. Check the spelling, or ask for less.",
    nobody_yet: "Nobody is a member of this branch yet. Whoever joins appears here at once.",
    caption: "Open a name for everything about a member",
    name: "Name",
    class: "Membership",
    under_18: "under 18",
    ended: |day| format!("Ended on {day}"),
    waits: "Waiting for a parent or guardian",
    no_district: "None",
    no_branch: "None",
    way: "More people",
    before: "The 50 before",
    after: "The next 50",
    export: "Download as a table (CSV)",
    export_columns: [
        "Number",
        "Name",
        "E-mail address",
        "Telephone number",
        "Postcode",
        "District",
        "Membership",
        "Member since",
        "Ended",
        "Branch",
        "How they came to the branch",
        "May be under 18",
    ],
    doubles: "People who may be on the register twice",
};

fn found(count: Count, filter: &MemberFilter) -> String {
    let (many, one) = match count {
        Count::Exactly(1) => ("1".to_owned(), true),
        Count::Exactly(many) => (number(many), false),
        Count::AtLeast(many) => (format!("At least {}", number(many)), false),
        Count::MoreThanListed => ("Many".to_owned(), false),
    };
    let who = match (filter.class, one) {
        (None, true) => "person",
        (None, false) => "people",
        (Some(Class::Full), true) => "full member",
        (Some(Class::Full), false) => "full members",
        (Some(Class::Associate), true) => "associate member",
        (Some(Class::Associate), false) => "associate members",
    };
    let mut that = vec![
        match filter.status {
            Status::Current => "members now",
            Status::Waiting => "waiting for a parent or guardian",
            Status::Ended => "whose membership has ended",
            Status::All => "members now, waiting or ended",
        }
        .to_owned(),
    ];
    match (filter.joined_from, filter.joined_until) {
        (Some(from), Some(until)) => that.push(format!("joined {} to {}", day(from), day(until))),
        (Some(from), None) => that.push(format!("joined on {} or later", day(from))),
        (None, Some(until)) => that.push(format!("joined on {} or before", day(until))),
        (None, None) => {}
    }
    that.extend(filter.district.as_ref().map(|district| format!("in {district}")));
    if filter.under_18 {
        that.push("who may be under 18".to_owned());
    }
    match filter.placed {
        Some(Placed::ByPostcode) => that.push("placed by postcode".to_owned()),
        Some(Placed::ByHand) => that.push("in this branch by choice or by hand".to_owned()),
        None => {}
    }
    if !filter.text.is_empty() {
        that.push(format!("found by “{}”", filter.text));
    }
    let found = format!("{many} {who}: {}.", that.join(", "));
    match count {
        Count::MoreThanListed => {
            format!("{found} Only some of them are listed: type more to find somebody.")
        }
        _ => found,
    }
}

fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
