//! The words of the page of members who may be the same person, in English.

use register::Alike;

use crate::words::DoublesWords;

pub(super) const DOUBLES: DoublesWords = DoublesWords {
    title: |branch| format!("{branch} branch: on the register twice?"),
    merge_title: "Make two members one",
    lead: "These members may be the same person. Families share addresses and telephones, so look closely, and ask them if you are not sure.",
    nobody: "Nobody in this branch looks like the same person twice.",
    changed: "One of the two was changed meanwhile, so nothing was merged. These are the pairs now.",
    alike: |alike| match alike {
        Alike::NameAndPhone => "Same name and telephone number",
        Alike::NameAndPostcode => "Same name and postcode",
        Alike::EmailAndName => "Same e-mail address, and nearly the same name",
    },
    side_by_side: "Side by side",
    what: "Detail",
    first: "First",
    second: "Second",
    kept: "Goes on",
    ends: "Ends",
    number: "Number",
    since: "Member since",
    keep: |number| format!("Merge them and keep {number}"),
    merge_says: |keep, other| {
        vec![
            format!(
                "Membership {keep} goes on, from the earlier of the two days. Membership {other} ends now."
            ),
            "Notes, consents and groups of both are kept with the one that goes on. Name, e-mail address, telephone number and postcode stay as they are there.".to_owned(),
            "This cannot be taken back.".to_owned(),
        ]
    },
    merge_button: "Merge them",
};
