//! The words of the page that shows everything that is held, in English.

mod codes;
mod names;

use crate::words::EverythingWords;

pub(in crate::words::en) const EVERYTHING: EverythingWords = EverythingWords {
    title: "Everything we hold",
    description: "Everything the network holds about you, to read and to save.",
    lead: "This is all that our register holds under the e-mail address you signed in with.",
    way: "See everything we hold",
    to_page: "All of it on one page, and as a file to keep. It says who looked at your record, too.",
    put_together: |at| format!("It is as it was at {at}."),
    file: "Save it as a file",
    file_hint: "The file has the same, and the files that were sent, in a form that a computer can read (JSON). On a device that others use, take care where you keep it.",
    back: "Your membership",
    not_here: "What is not on this page",
    not_here_points: &[
        "The names and addresses of the volunteers who looked at your record: they are theirs. You see in which role they looked.",
        "Lists with many members on them, which committees look at and do not save. Our log notes these by branch, with no names.",
        "Secrets, such as the code that your authenticator app and our server share. We keep them in a form that nobody can read.",
        "Counts. They name nobody.",
    ],

    kind: names::kind,
    fact: names::fact,
    word: codes::word,
    who: codes::who,
    yes: "Yes",
    no: "No",
    sent_file: |name, bytes| match bytes {
        ..1_048_576 => format!("{name}, {} kB", (bytes / 1024).max(1)),
        _ => format!("{name}, {} MB", bytes / 1_048_576),
    },
    newest: |shown, all| format!("The newest {shown} of {all} are shown. The file has them all."),
};
