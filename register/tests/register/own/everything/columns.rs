//! What each column of the database is to the person whose row it is in.

/// What a column is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Is {
    /// Theirs: told at the path that ends like this.
    Told(&'static str),
    /// The same, for rows of which this is so.
    ToldWhere(&'static str, &'static str),
    /// The number of a branch, told by its name.
    Branch(&'static str),
    /// Not told, and why: it says nothing about them that is not told elsewhere.
    Silent(&'static str),
}

/// What becomes of a row when they have left.
#[derive(Debug, Clone, Copy)]
pub(super) enum After {
    /// It is erased.
    Gone,
    /// It stays, and why it may.
    Stays(&'static str),
}

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// Which rows are theirs; `None` for a table that holds nothing about anybody.
    pub(super) whose: Option<&'static str>,
    pub(super) after: After,
    pub(super) columns: &'static [(&'static str, Is)],
}

use After::{Gone, Stays};
use Is::{Branch, Silent, Told, ToldWhere};

const ROW: Is = Silent("the number of a row, or of another that it belongs to");
const HASH: Is = Silent("the hash of something random: it opens nothing and says nothing");
const VOLUNTEER: Is = Silent("the number of a volunteer's account: told as their role and branch");
const DERIVED: Is = Silent("made from what is told, to search, sort and compare by");
const VERSION: Is = Silent("counts changes, so that nobody overwrites one");

const fn of(
    name: &'static str,
    whose: &'static str,
    columns: &'static [(&'static str, Is)],
) -> Table {
    Table { name, whose: Some(whose), after: Gone, columns }
}

const fn stays(
    name: &'static str,
    whose: &'static str,
    why: &'static str,
    columns: &'static [(&'static str, Is)],
) -> Table {
    Table { name, whose: Some(whose), after: Stays(why), columns }
}

const fn nobodys(name: &'static str, columns: &'static [(&'static str, Is)]) -> Table {
    Table { name, whose: None, after: Stays("it is about nobody"), columns }
}

macro_rules! each {
    ($why:literal: $($column:literal),*) => { &[$(($column, Silent($why))),*] };
}

macro_rules! theirs {
    () => {
        "person_id IN (SELECT id FROM people WHERE email_key = 'family@example.org')"
    };
}

macro_rules! of_memberships {
    () => {
        concat!("membership_id IN (SELECT id FROM memberships WHERE ", theirs!(), ")")
    };
}

macro_rules! of_guardian {
    () => {
        concat!("guardian_id IN (SELECT id FROM guardians WHERE ", of_memberships!(), ")")
    };
}

macro_rules! of_account {
    () => {
        "account_id IN (SELECT id FROM accounts WHERE email_key = 'family@example.org')"
    };
}

macro_rules! of_seat {
    () => {
        "seat_id IN (SELECT id FROM seats WHERE lower(email) = 'family@example.org')"
    };
}

macro_rules! of_sign_in {
    () => {
        "sign_in_id IN (SELECT id FROM sign_ins WHERE email = 'family@example.org')"
    };
}

pub(super) const TABLES: &[Table] = &[
    of(
        "people",
        "email_key = 'family@example.org'",
        &[
            ("id", Silent("what stays of them in the log: a number and no name")),
            ("name", Told("name")),
            ("name_key", DERIVED),
            ("email", Told("email")),
            ("email_key", DERIVED),
            ("phone", Told("phone")),
            ("postcode", Told("postcode")),
            ("district", DERIVED),
            ("age", Told("age")),
            ("birth_month", Told("people.birth_month")),
            ("birth_year", Told("people.birth_year")),
            ("created_at", Told("known_since")),
            ("version", VERSION),
            ("same_as", Silent("told by standing under whoever it is")),
        ],
    ),
    of(
        "memberships",
        theirs!(),
        &[
            ("id", ROW),
            ("person_id", ROW),
            ("class", Told("memberships.class")),
            ("number", Told("memberships.number")),
            ("asked_at", Told("memberships.asked")),
            ("started_at", Told("memberships.started")),
            ("ended_at", Told("memberships.ended")),
            ("branch_id", Branch("memberships.branch")),
            ("placed", Told("memberships.placed")),
            ("sort_name", DERIVED),
            ("district_key", DERIVED),
            ("adult_by", DERIVED),
            ("ended_how", Told("memberships.ended_how")),
            ("ended_by", VOLUNTEER),
            ("import_id", ROW),
        ],
    ),
    of(
        "placings",
        of_memberships!(),
        &[
            ("id", ROW),
            ("membership_id", ROW),
            ("branch_id", Branch("branches.branch")),
            ("how", Told("branches.placed")),
            ("from_at", Told("branches.from")),
            ("until_at", Told("branches.until")),
            ("why", Told("branches.why")),
            ("by_account", VOLUNTEER),
        ],
    ),
    of(
        "guardians",
        of_memberships!(),
        &[
            ("id", ROW),
            ("membership_id", ROW),
            ("name", Told("memberships.guardian.name")),
            // To the guardian: it is theirs.
            ("email", Told("asked_as_guardian.email")),
            ("asked_at", Told("memberships.guardian.asked")),
            ("confirmed_at", Told("memberships.guardian.confirmed")),
            ("newsletter", Told("memberships.guardian.newsletter")),
            ("start_branch", Told("memberships.guardian.start_branch")),
        ],
    ),
    of(
        "consents",
        theirs!(),
        &[
            ("id", ROW),
            ("person_id", ROW),
            ("group_id", ROW),
            ("kind", Told("agreed.agreed_to")),
            ("version", Told("agreed.wording")),
            ("given_by", Told("agreed.given_by")),
            ("given_at", Told("agreed.given")),
            ("withdrawn_at", Told("agreed.withdrawn")),
        ],
    ),
    of(
        "help_offers",
        theirs!(),
        &[
            ("id", ROW),
            ("person_id", ROW),
            ("district", Told("offers_of_help.district")),
            ("offered_at", Told("offers_of_help.offered")),
        ],
    ),
    of(
        "notes",
        theirs!(),
        &[
            ("id", ROW),
            ("person_id", ROW),
            ("author_account", VOLUNTEER),
            ("text", Told("notes.text")),
            ("written_at", Told("notes.written")),
            ("edited_at", Told("notes.edited")),
            ("version", VERSION),
        ],
    ),
    of(
        "search_words",
        of_memberships!(),
        &[("id", ROW), ("membership_id", ROW), ("branch_id", ROW), ("word", DERIVED)],
    ),
    of(
        "submissions",
        theirs!(),
        &[
            ("id", ROW),
            ("key_hash", HASH),
            ("reference", Told("sent_in.reference")),
            ("led_to", Told("sent_in.led_to")),
            ("representatives", Told("sent_in.representatives_named")),
            ("place", Told("sent_in.place")),
            ("help_offered", Told("sent_in.help_offered")),
            ("branch_id", Branch("sent_in.branch")),
            ("person_id", ROW),
            ("group_id", ROW),
            ("guardian", Told("sent_in.asked_a_guardian")),
            ("at", Told("sent_in.at")),
        ],
    ),
    of(
        "letters",
        concat!(
            of_memberships!(),
            " OR ",
            of_guardian!(),
            " OR ",
            of_seat!(),
            " OR ",
            of_sign_in!(),
            " OR role_id IN (SELECT id FROM roles WHERE ",
            of_account!(),
            ")",
        ),
        &[
            ("id", ROW),
            ("kind", Told("letters.kind")),
            ("about", Silent("said by what the letter is told with")),
            ("membership_id", ROW),
            ("guardian_id", ROW),
            ("group_id", ROW),
            ("seat_id", ROW),
            ("sign_in_id", ROW),
            ("role_id", ROW),
            ("farewell_id", ROW),
            ("goodbye_id", ROW),
            ("state", Told("letters.state")),
            ("attempts", Told("letters.attempts")),
            ("created_at", Told("letters.written")),
            ("next_attempt_at", ToldWhere("letters.next_attempt", "state = 'waiting'")),
            ("sent_at", Told("letters.sent")),
            ("given_up_at", Told("letters.given_up")),
            ("last_problem", Told("letters.problem")),
        ],
    ),
    of(
        "links",
        concat!(of_guardian!(), " OR ", of_seat!()),
        &[
            ("id", ROW),
            ("token_hash", HASH),
            ("guardian_id", ROW),
            ("seat_id", ROW),
            ("created_at", Told("links.at")),
        ],
    ),
    of(
        "accounts",
        "email_key = 'family@example.org'",
        &[
            ("id", Silent("what stays of them in the log: a number and no name")),
            ("email", Told("account.email")),
            ("email_key", DERIVED),
            ("created_at", Told("account.known_since")),
            ("totp_secret", Silent("a secret, sealed: told is that there is one")),
            ("totp_confirmed_at", Told("account.second_step_set_up")),
            ("totp_last_step", Told("account.second_step_last_code")),
            ("tries", Told("account.tries")),
            ("tries_since", Told("account.tries_since")),
            ("locked_until", Told("account.locked_until")),
        ],
    ),
    of(
        "recovery_codes",
        of_account!(),
        &[
            ("id", ROW),
            ("account_id", ROW),
            ("code_hash", HASH),
            ("used_at", Told("recovery_codes.used")),
        ],
    ),
    of(
        "sessions",
        of_account!(),
        &[
            ("id", ROW),
            ("account_id", ROW),
            ("token_hash", HASH),
            ("started_at", Told("sessions.started")),
            ("seen_at", Told("sessions.last_seen")),
            ("second_factor_at", Told("sessions.second_step_given")),
            ("ended_at", Told("sessions.ended")),
        ],
    ),
    of(
        "sign_ins",
        "email = 'family@example.org'",
        &[
            ("id", ROW),
            ("email_hash", HASH),
            ("email", Told("sign_ins.email")),
            ("browser_hash", HASH),
            ("asked_at", Told("sign_ins.asked")),
            ("expires_at", Told("sign_ins.expires")),
            ("ended_at", Told("sign_ins.ended")),
            ("wrong_codes", Told("sign_ins.wrong_codes")),
        ],
    ),
    of(
        "sign_in_links",
        of_sign_in!(),
        &[
            ("id", ROW),
            ("sign_in_id", ROW),
            ("token_hash", HASH),
            ("code_hash", HASH),
            ("created_at", Told("sign_ins.links.at")),
        ],
    ),
    of(
        "roles",
        of_account!(),
        &[
            ("id", ROW),
            ("account_id", ROW),
            ("kind", Told("roles.role")),
            ("branch_id", Branch("roles.branch")),
            ("office", Told("roles.office")),
            ("group_id", Silent("told by the group's name")),
            ("given_at", Told("roles.given")),
            ("given_by", VOLUNTEER),
            ("withdrawn_at", Told("roles.withdrawn")),
            ("withdrawn_by", VOLUNTEER),
        ],
    ),
    of(
        "seats",
        "lower(email) = 'family@example.org'",
        &[
            ("id", ROW),
            ("group_id", ROW),
            ("place", Told("representatives.seat")),
            ("name", Told("representatives.name")),
            ("email", Told("representatives.email")),
            ("state", Told("representatives.state")),
            ("declared_at", Told("representatives.declared")),
            ("confirmed_at", Told("representatives.confirmed")),
        ],
    ),
    of(
        "evidence",
        of_seat!(),
        &[
            ("id", ROW),
            ("seat_id", ROW),
            ("round", Told("evidence.round")),
            ("state", Told("evidence.state")),
            ("asked_at", Told("evidence.asked")),
            ("asked_by", VOLUNTEER),
            ("due_on", Told("evidence.due")),
            ("supplied_at", Told("evidence.supplied")),
            ("text", Told("evidence.text")),
            ("file_key", HASH),
            ("judged_at", Told("evidence.judged")),
            ("judged_by", VOLUNTEER),
            ("why", Told("evidence.missing")),
            ("erased_at", Told("evidence.erased")),
        ],
    ),
    of(
        "evidence_files",
        concat!("evidence_id IN (SELECT id FROM evidence WHERE ", of_seat!(), ")"),
        &[
            ("id", ROW),
            ("evidence_id", ROW),
            ("key", HASH),
            ("kind", Told("evidence.file.kind")),
            ("name", Told("evidence.file.name")),
            ("size", Told("evidence.file.size")),
            ("bytes", Told("evidence.file.bytes")),
        ],
    ),
    // Gone as soon as the letter that needs it is sent.
    of(
        "farewells",
        "lower(email) = 'family@example.org'",
        &[
            ("id", ROW),
            ("group_id", ROW),
            ("name", Told("replaced_as_representative.name")),
            ("email", Told("replaced_as_representative.email")),
        ],
    ),
    // There is nobody to tell any more: it is what the letter needs that says so.
    nobodys(
        "goodbyes",
        each!("where the letter goes that somebody has left, until it is sent":
        "id", "name", "email", "number", "left_at"),
    ),
    stays(
        "groups",
        "contact_email_key = 'pat@example.org'",
        "a group is a member of its own, and goes on with its contact when they leave (R10)",
        &[
            ("id", ROW),
            ("kind", Told("groups.kind")),
            ("name", Told("groups.name")),
            ("name_key", DERIVED),
            ("website", Told("groups.website")),
            ("postcode", Told("groups.postcode")),
            ("district", DERIVED),
            ("contact_name", Told("groups.contact")),
            ("contact_email", Told("groups.contact_email")),
            ("contact_email_key", DERIVED),
            ("contact_phone", Told("groups.contact_phone")),
            ("branch_id", Branch("groups.branch")),
            ("placed", Told("groups.placed")),
            ("number", Told("groups.number")),
            ("joined_at", Told("groups.joined")),
            ("ended_at", Silent("no group has an end while somebody can sign in for it")),
            ("version", VERSION),
        ],
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
