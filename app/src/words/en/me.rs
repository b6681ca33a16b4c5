//! The words of a member's own place, in English.

use register::{OwnSeat, Placed, SeatState};
use rules::Class;

use crate::words::MeWords;

pub(super) const ME: MeWords = MeWords {
    description: "Your membership, your card, your branch and your details.",
    membership: "Your membership",
    memberships: "Your memberships",
    only_groups: "Your groups",
    no_longer: "You are not a member with this address",
    shared: "More than one person uses this e-mail address. Everybody who reads its e-mail can see this page, and change what is on it.",

    nobody: "You are not a member yet",
    nobody_text: |email| {
        format!("You are signed in as {email}. Nobody is a member with this address.")
    },
    nobody_joined: "If you joined with another address, sign out and sign in with that one.",
    join: "Join now",

    waiting: "What is waiting",
    contact_next: "To leave the contact as it is, open the page of the group below.",
    nothing_waits: "Nothing is waiting for you.",
    guardian_waits: |child, guardian, until| {
        format!("{child} can become a member when {guardian} agrees. They have until {until}.")
    },
    guardian_next: "Ask them to look for our e-mail, in the spam folder too. If it went to the wrong address, join once more with the right one: it takes the place of what you sent before.",
    seat_waits: |name, group| {
        format!("{group} has named {name} as its representative, and asks for a yes.")
    },
    seat_next: "Open the link in the e-mail that we sent about it, or the page of the group. There you can say yes or no.",
    evidence_waits: |name, group, due| {
        format!("We asked {name} how {group} chose them. You can answer until {due}.")
    },
    evidence_late: |name, group, due| {
        format!(
            "We asked {name} how {group} chose them. The answer was due on {due}, and you can still give it."
        )
    },
    evidence_next: "Open the link in the newest e-mail that we sent about it, or the page of the group, and on it your own place as a representative. There you can write how it was, or send a file.",
    letter_lost: "Can you not find our e-mail? Write to us at the address below.",

    print_hint: |cards| match cards {
        1 => "On paper, this page is the card alone. To save it, choose to print it as a PDF.",
        _ => "On paper, this page is its cards alone. To save them, choose to print it as a PDF.",
    },
    print: |cards| match cards {
        1 => "Print the card",
        _ => "Print the cards",
    },
    rights: "What your membership lets you do",
    explained: "Membership explained",
    full_opens: |day| {
        format!(
            "From your 18th birthday, by {day} at the latest, you can become a full member. If you would like to, change your membership here then."
        )
    },
    branch: "Your branch",
    in_branch: |branch, placed| match placed {
        Some(Placed::ByPostcode) => {
            format!("You are in {branch} branch: it covers where you live.")
        }
        Some(Placed::ByHand) => {
            format!("You are in {branch} branch: you chose it, or a committee moved you to it.")
        }
        None => format!("You are in {branch} branch."),
    },
    committee: "To reach its committee, write to us at the address below, and name the branch.",
    no_committee: "Nobody is on its committee here yet. The network answers for it: write to us at the address below.",
    no_branch: "You are not in a branch for now, and a member all the same. You can choose one here. If you would like to help start one, write to us.",
    helps: "There is no branch where you live yet. You offered to help start one, thank you: we will write to you about it.",
    will_be: |class, guardian, asked, until| {
        let class = match class {
            Class::Full => "a full member",
            Class::Associate => "an associate member",
        };
        format!(
            "You will be {class} as soon as {guardian} agrees. We asked on {asked}. What is not answered by {until} is deleted."
        )
    },
    will_be_in: |branch| format!("You will be in {branch} branch, too."),
    elsewhere: "You had joined twice. Your membership goes on with your other e-mail address: sign out, and sign in with that one.",
    sign_in_there: "Sign in",
    no_member: "There is no membership in this name now.",

    groups: "Groups",
    group: |kind, number, since| format!("{kind}, number {number}, member since {since}."),
    group_in: |branch| format!("It is in {branch} branch."),
    group_without: "It is not in a branch for now, and a member all the same.",
    contact: |name| format!("{name} is its contact: we write to them about the group."),
    seats: "Representatives",
    seat,
    vacant: |vacant| match vacant {
        0 => None,
        1 => Some("There is a place for one more representative."),
        _ => Some("The group has no representative. It can have two."),
    },
    join_too: "You can join in your own right too.",

    write: "Write to us",
    write_text: "If you cannot put something right yourself, write to us and give your membership number.",
    to_roles: "See your roles",
    to_own: "See your own membership",
};

fn seat(seat: &OwnSeat, due: Option<&str>) -> String {
    let name = &seat.name;
    let until = due.map(|due| format!(", until {due}")).unwrap_or_default();
    match seat.stands.state {
        SeatState::Vacant => "Nobody".to_owned(),
        SeatState::Declared => format!("{name}: named, and has not said yes so far"),
        SeatState::Confirmed => format!("{name}: has said yes"),
        SeatState::Requested if seat.stands.overdue.is_some() => {
            format!("{name}: asked how the group chose them{until}. The answer is late")
        }
        SeatState::Requested => format!("{name}: asked how the group chose them{until}"),
        SeatState::Supplied => {
            format!("{name}: has told us how the group chose them, and it waits to be looked at")
        }
        SeatState::Accepted => {
            format!("{name}: has told us how the group chose them, and it was accepted")
        }
    }
}
