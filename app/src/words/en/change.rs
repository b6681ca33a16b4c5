//! The words of what members change of their own, in English.

use rules::Reason;

use super::periods::period;
use crate::pages::me::Changed;
use crate::words::ChangeWords;

pub(super) const CHANGE: ChangeWords = ChangeWords {
    description: "Change what we know of you.",
    details: "How we reach you",
    email: "E-mail address",
    phone: "Telephone number",
    postcode: "Postcode",
    not_given: "Not given",
    to_details: "Change name or telephone number",
    to_email: "Change e-mail address",
    to_house: "Change postcode",
    done: |changed| match changed {
        Changed::Class => "Your membership is as you chose. The card on this page shows it.",
        Changed::Details => "Your details are saved.",
        Changed::EmailAsked => "We have written to the new address. Open the link in that e-mail.",
        Changed::EmailWithdrawn => "Your e-mail address stays as it is.",
        Changed::House => "Your postcode is saved.",
        Changed::Branch => "Your branch is saved.",
        Changed::PostcodeWithdrawn => "Your postcode is erased.",
    },
    of: |name, number| format!("For {name}, membership number {number}."),
    back: "Your membership",
    leave: "Leave it as it is",
    save: "Save",
    meanwhile: "This was changed meanwhile, perhaps on another device",
    meanwhile_text: "This is how it is now. What you typed is not saved so far: it still stands in the form below. If you send it again, it takes the place of this.",

    details_title: "Change your name or telephone number",
    name: "Your name",
    phone_hint: "Only if you are happy for us to ring. May be left empty.",
    no_name: "Enter your name",
    same_name: "Somebody with this name and this e-mail address is on the register already. Use another form of the name, or write to us",

    email_title: "Change your e-mail address",
    email_text: |kept| {
        [
            "We write to the new address. When you open the link in that e-mail and press the button there, you sign in with the new address, and our letters go to it.".to_owned(),
            format!(
                "We also write to the old address, which is not told the new one. From there it can be put back for {}.",
                period(kept)
            ),
            "What you do for a group or on a committee stays with the address that you use now.".to_owned(),
        ]
    },
    new_email: "New e-mail address",
    email_button: "Write to the new address",
    no_email: "Enter your new e-mail address",
    same_email: "This is the address that we have. Enter the new one",
    too_often: "You asked for another address several times today. Try again tomorrow, or write to us",
    email_waits: |email, until| {
        format!(
            "We asked at {email} whether we shall use it from now on. You can say yes there until {until}."
        )
    },
    email_next: "Open the link in that e-mail. To leave your address as it is, choose to change it below.",
    email_replaced: "If you give another address, that takes its place.",
    email_withdraw: "Leave my address as it is",

    house_title: "Have you moved?",
    house_text: "Tell us your new postcode. Before anything changes, we show you which branch you would be in.",
    no_postcode: "Enter your new postcode",
    house_check: "Check before we change it",
    covers_other: "The branches were changed just now. This is how it would be.",
    unlisted: |postcode| {
        format!("We cannot find {postcode}. Check it; if it is right, go on: it may be new.")
    },
    stays_in: |branch| format!("You stay in {branch} branch."),
    moves: |from, to| match (from, to) {
        (Some(from), Some(to)) => {
            format!("{to} branch covers it. You move there from {from} branch.")
        }
        (None, Some(to)) => format!("{to} branch covers it. You become a member of it, too."),
        (Some(from), None) => format!(
            "No branch covers it yet. You leave {from} branch, and are a member all the same, without a branch for now."
        ),
        (None, None) => {
            "No branch covers it yet. You are a member all the same, without a branch for now."
                .to_owned()
        }
    },
    chose: |chosen, covers| {
        format!("{covers} branch covers it. You are in {chosen} branch by choice, and stay there.")
    },
    follow: "Move me to the branch that covers where I live",
    house_button: "Change my postcode",
    other_postcode: "Give another postcode",

    withdraw: "If you would rather not give a postcode",
    withdraw_text: "You chose your branch, so it does not go by your postcode. If you take it back, we erase it. If you offered to help start a branch, the first half of it stays with that offer until you take the offer back.",
    withdraw_button: "Take my postcode back",

    to_branch: "Choose your branch",
    branch_title: "Choose your branch",
    branch_text: "You can be in any branch you like. You stay in the one that you choose, also when you move, until it closes or you choose another.",
    branch_covers: |branch| {
        format!(
            "{branch} branch covers where you live, so if you choose that one, your branch changes with your postcode."
        )
    },
    branch: "Branch",
    branch_none: "Choose a branch",
    no_branch: "Choose one of the branches",
    branch_button: "Choose this branch",

    to_full: "Become a full member",
    to_associate: "Become an associate member",
    meanwhile_other: "Something else of your details was changed meanwhile. Nothing has happened here so far.",
    open: "You can become a full member",
    open_text: &[
        "Your number, your branch and everything else stay as they are.",
        "We do not keep your answer, only the membership you choose.",
    ],
    open_button: "Become a full member",
    stays: "You stay an associate member",
    stays_text: |reason| match reason {
        Reason::UnderEighteen => {
            &["Full membership can open from your 18th birthday. You can ask for it here then."]
        }
        Reason::MeetsCriteria | Reason::DoesNotIdentify | Reason::NotSaid => &[
            "Associate membership is open to everybody who wants to support the network.",
            "We do not keep your answer. If it is another one some day, you can come back here.",
        ],
    },
    not_yet: |day| {
        format!(
            "Full membership can open from your 18th birthday. You can ask for it here from {day} on."
        )
    },
    to_associate_text: &[
        "You can do that at any time, and need no reason. Your number, your branch and everything else stay as they are.",
        "As an associate member you can speak at meetings. You do not vote, and do not stand for your branch committee. If you would like to become a full member again, you can ask for that here.",
    ],
    to_associate_button: "Become an associate member",
};
