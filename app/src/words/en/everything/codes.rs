//! What the register's own words mean.

use register::FactName;

pub(super) fn word(name: FactName, code: &str) -> Option<&'static str> {
    match name {
        FactName::What => done(code),
        FactName::Kind => kind(code),
        FactName::State => state(code),
        FactName::Problem => problem(code),
        _ => other(name, code),
    }
}

pub(super) fn who(code: &str, branch: Option<&str>) -> String {
    match (code, branch) {
        ("committee", Some(branch)) => format!("The committee of {branch} branch"),
        ("committee", None) => "The committee of a branch".to_owned(),
        ("administrator", _) => "An administrator of the network".to_owned(),
        ("nominee", _) => "Somebody who was named to look at a group’s evidence".to_owned(),
        ("this-address", _) => "Somebody signed in with this address".to_owned(),
        ("own-address", _) => "Somebody signed in with another address: you with an earlier one, or the contact or a representative of the group".to_owned(),
        ("applicant", _) => "Whoever sent the form".to_owned(),
        ("guardian", _) => "The parent or guardian".to_owned(),
        ("representative", _) => "The representative".to_owned(),
        ("letter-link", _) => "Whoever has the letter with the link".to_owned(),
        ("system", _) => "The site, by itself".to_owned(),
        ("operator", _) => "Whoever runs the server".to_owned(),
        _ => "Somebody signed in with an address that is not on the register any more, such as an earlier one of yours".to_owned(),
    }
}

fn other(name: FactName, code: &str) -> Option<&'static str> {
    Some(match (name, code) {
        (FactName::Age, "18-or-over") => "18 or over",
        (FactName::Age, "13-to-17") => "13 to 17",
        (FactName::Age, "12-or-under") => "12 or under",
        (FactName::Class | FactName::Was | FactName::Became | FactName::LedTo, "full") => {
            "Full member"
        }
        (FactName::Class | FactName::Was | FactName::Became | FactName::LedTo, "associate") => {
            "Associate member"
        }
        (FactName::SentTo, "new") => "The new one",
        (FactName::SentTo, "old") => "The old one",
        (FactName::LedTo, _) => return kind(code),
        (FactName::EndedHow, "joined-twice") => "The same person had joined twice",
        (FactName::Placed, "placed") => "By postcode",
        (FactName::Placed, "chosen") => "By choice or by hand",
        (FactName::Agreed, "membership") => "Being a member",
        (FactName::Agreed, "newsletter") => "News by e-mail",
        (FactName::Agreed, "start-branch") => "Being written to about starting a branch",
        (FactName::GivenBy, "member") => "The member",
        (FactName::GivenBy, "guardian") => "A parent or guardian",
        (FactName::GivenBy, "contact") => "The contact of the group",
        (FactName::GivenBy, "committee") => "A committee says that they agreed",
        (FactName::Place, "placed") => "One that covers the postcode",
        (FactName::Place, "chosen") => "One that was chosen",
        (FactName::Place, "chosen-closed") => "One was chosen that had closed",
        (FactName::Place, "outside") => "None covers the postcode",
        (FactName::Place, "none") => "None",
        (FactName::Role, "administrator") => "Administrator of the network",
        (FactName::Role, "committee") => "Member of a committee",
        (FactName::Role, "nominee") => "Named to look at a group’s evidence",
        (FactName::Office, "chair") => "Chair",
        (FactName::Office, "secretary") => "Secretary",
        (FactName::Office, "treasurer") => "Treasurer",
        (FactName::Office, "member") => "Committee member",
        _ => return None,
    })
}

/// Kinds of letters, and of groups.
fn kind(code: &str) -> Option<&'static str> {
    Some(match code {
        "user-led" => "User-led group",
        "self-help" => "Self-help group",
        "organisation" => "Organisation",
        "welcome" | "group-welcome" => "Welcome",
        "already-a-member" | "group-already" => "A member already",
        "guardian" => "Question to a parent or guardian",
        "representative" => "Question to a representative",
        "sign-in" => "Link and code to sign in",
        "role-given" => "A role was given",
        "placed" | "group-placed" => "In a branch now",
        "released" | "group-released" => "Not in the branch any more",
        "evidence-asked" => "Asked how a representative was chosen",
        "evidence-received" => "What was sent has arrived",
        "evidence-accepted" => "What was sent was accepted",
        "evidence-queried" => "Asked once more",
        "seat-replaced" => "No representative any more",
        "seat-vacant" => "A representative has stopped",
        "added" => "Brought along on a branch’s own list",
        "email-new" => "Question whether an address is right",
        "email-old" => "Another address is used now",
        "of-age" => "What is open to somebody of age",
        "contact-new" => "Question whether to write there about a group",
        "contact-old" => "Another address is used for a group now",
        "left" => "You have left",
        "group-left" | "group-gone" => "A group has left",
        _ => return None,
    })
}

fn state(code: &str) -> Option<&'static str> {
    Some(match code {
        "waiting" => "Waits to be sent",
        "sent" => "Sent",
        "given-up" => "Could not be sent",
        "declared" => "Named",
        "confirmed" => "Said yes",
        "requested" => "Asked for",
        "supplied" => "Sent, waits to be looked at",
        "accepted" => "Accepted",
        "queried" => "Something was missing",
        _ => return None,
    })
}

fn problem(code: &str) -> Option<&'static str> {
    Some(match code {
        "unreachable" => "The mail server could not be reached",
        "deferred" => "The mail server said: not now",
        "refused" => "The mail server said no",
        "not-a-message" => "Mail does not take the address",
        "not-written" => "It could not be written to its file",
        "too-late" => "It made no sense any more",
        _ => return None,
    })
}

fn done(code: &str) -> Option<&'static str> {
    Some(match code {
        "joined" => "Joined",
        "asked-guardian" => "Asked to join; a parent or guardian was asked",
        "confirmed" => "Confirmed by a parent or guardian",
        "erased" => "Erased",
        "seat-confirmed" => "A representative said yes",
        "seat-declined" => "A representative said no, or stopped",
        "seat-renamed" => "A representative put their name right",
        "guardian-renamed" => "A parent or guardian put their name right",
        "signed-in" => "Signed in",
        "second-factor-set-up" => "Second step set up",
        "second-factor-reset" => "Second step taken away",
        "recovery-code-used" => "Recovery code used",
        "invited" => "Invited",
        "role-given" => "Role given",
        "role-withdrawn" => "Role withdrawn",
        "roles-seen" => "Roles looked at",
        "members-seen" => "List of members looked at",
        "member-seen" => "Record opened",
        "note-written" => "Note written",
        "note-edited" => "Note changed",
        "moved" => "Moved to another branch",
        "ended-asked-to-leave" => "Membership ended: asked to leave",
        "ended-died" => "Membership ended: has died",
        "ended-not-themselves" => "Membership ended: joined by somebody else",
        "corrected" => "Details corrected",
        "correction-refused" => "Tried to give the details of somebody else",
        "export-begun" => "Began to save a list of members",
        "exported" => "List of members saved as a file",
        "doubles-seen" => "Looked for people who joined twice",
        "merged" => "Two memberships of one person made one",
        "roll-seen" => "List of who may vote looked at",
        "roll-frozen" => "List of who may vote kept as it was",
        "dashboard-opened" => "Numbers of the branch looked at",
        "branch-founded" => "Branch founded",
        "branch-renamed" => "Branch renamed",
        "branch-activated" => "Branch made active",
        "branch-closed" => "Branch closed",
        "area-added" => "Area added to a branch",
        "area-removed" => "Area taken from a branch",
        "offer-seen" => "Offer of help looked at",
        "groups-seen" => "List of groups looked at",
        "group-seen" => "Group opened",
        "evidence-asked" => "Asked how a representative was chosen",
        "evidence-supplied" => "Told how a representative was chosen",
        "evidence-opened" => "Opened how a representative was chosen",
        "evidence-accepted" => "Accepted how a representative was chosen",
        "evidence-queried" => "Asked once more how a representative was chosen",
        "representative-named" => "Representative named",
        "representative-removed" => "Representative removed",
        "list-seen" => "Branch’s own list looked at",
        "list-imported" => "Branch’s own list brought along",
        "imported" => "Brought along on a branch’s own list",
        "found-on-list" => "Found on a branch’s own list",
        "consent-given" => "Agreed to something",
        "consent-withdrawn" => "Took back an agreement",
        "details-changed" => "Name or telephone number changed",
        "moved-house" => "Moved house",
        "branch-chosen" => "Branch chosen",
        "postcode-withdrawn" => "Postcode taken back",
        "class-changed" => "Full or associate membership changed",
        "email-asked" => "Asked for another e-mail address",
        "email-withdrawn" => "Asked for no other e-mail address any more",
        "email-changed" => "E-mail address changed",
        "email-reverted" => "E-mail address put back",
        "came-of-age" => "Told what is open from the 18th birthday",
        "log-cut" => "Old entries of the log erased",
        _ => return None,
    })
}
