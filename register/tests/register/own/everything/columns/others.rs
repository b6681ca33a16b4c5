//! What stays when somebody has left, and what is about nobody.

use super::Is::{Branch, Silent, Told, ToldWhere};
use super::{HASH, ROW, Table, VOLUNTEER, nobodys, stays};

pub(super) const TABLES: &[Table] = &[
    // There is nobody to tell any more: it is what the letter needs that says so.
    nobodys(
        "goodbyes",
        each!("where the letter goes that somebody has left, until it is sent":
        "id", "how", "name", "email", "number", "group_name", "left_at"),
    ),
    stays(
        "access_log",
        theirs!(),
        "what was done, and when, by numbers and no names, for as long as the log is kept",
        &[
            ("id", ROW),
            ("at", Told("done_with_it.at")),
            ("actor", ToldWhere("done_with_it.who", "actor <> 'account'")),
            ("action", Told("done_with_it.what")),
            ("person_id", ROW),
            ("group_id", ROW),
            ("branch_id", Branch("done_with_it.branch")),
            ("account_id", VOLUNTEER),
            ("role_id", ROW),
            ("how_many", Silent("how many others; told with the lists that were saved")),
            ("seq", Silent("the place in the chain")),
            ("hash", Silent("keeps the chain whole")),
        ],
    ),
    stays(
        "roll_entries",
        of_memberships!(),
        "who could vote at a meeting, by number and no name",
        &[
            ("id", ROW),
            ("roll_id", ROW),
            ("place", Told("rolls.place_on_roll")),
            ("membership_id", ROW),
            ("number", Told("rolls.number")),
            ("class", Told("rolls.class")),
        ],
    ),
    stays(
        "rolls",
        concat!("id IN (SELECT roll_id FROM roll_entries WHERE ", of_memberships!(), ")"),
        "a meeting's list; nobody is named in it",
        &[
            ("id", ROW),
            ("branch_id", Branch("rolls.branch")),
            ("day", Told("rolls.day")),
            ("frozen_at", Told("rolls.frozen")),
            ("by_account", VOLUNTEER),
            ("hash", HASH),
        ],
    ),
    stays(
        "imports",
        concat!("id IN (SELECT import_id FROM memberships WHERE ", theirs!(), ")"),
        "that a list was brought along, and how many were on it; nobody is named in it",
        &[
            ("id", ROW),
            ("key", HASH),
            ("branch_id", Branch("memberships.imported_by_branch")),
            ("by_account", VOLUNTEER),
            ("at", Told("memberships.imported")),
            ("people", Silent("how many were on the list")),
        ],
    ),
    nobodys(
        "lists",
        each!("kept for an hour for whoever is about to import it, as one text; nobody \
        on it is a member by it": "id", "key", "branch_id", "account_id", "kept_at", "busy_until",
        "rows"),
    ),
    nobodys("areas", each!("the map": "id", "branch_id", "branch_status", "area", "kind")),
    nobodys("branches", each!("the branches": "id", "slug", "name", "status")),
    nobodys("counters", each!("numbers of many": "id", "branch_id", "kind", "members", "changes")),
    nobodys("joins_by_day", each!("numbers of many": "id", "branch_id", "day", "kind", "joins")),
    nobodys("joins_by_week", each!("numbers of many": "id", "branch_id", "week", "kind", "joins")),
    nobodys(
        "members_by_district",
        each!("numbers of many": "id", "branch_id", "district", "members"),
    ),
    nobodys("offers_by_district", each!("numbers of many": "id", "area", "district", "offers")),
    nobodys(
        "local_authorities",
        each!("a public directory": "id", "edition_id", "code", "name", "districts"),
    ),
    nobodys(
        "postcode_editions",
        each!("a public directory": "id", "name", "state", "postcodes", "loaded_at"),
    ),
    nobodys("postcode_sectors", each!("a public directory": "id", "edition_id", "sector", "units")),
    nobodys(
        "log_start",
        each!("where the log begins": "id", "sealed", "hash", "until_at", "cut_at"),
    ),
];
