//! What is known of groups and who represents them.

use super::Is::{Branch, Silent, Told};
use super::{DERIVED, HASH, ROW, Table, VERSION, VOLUNTEER, of, stays};

pub(super) const TABLES: &[Table] = &[
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
            ("removed", Told("replaced_as_representative.removed")),
        ],
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
];
