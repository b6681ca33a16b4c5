//! What is known of those who sign in.

use super::Is::{Branch, Silent, Told};
use super::{DERIVED, HASH, ROW, Table, VOLUNTEER, of};

pub(super) const TABLES: &[Table] = &[
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
];
