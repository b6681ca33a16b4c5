//! The words of the pages behind the links in letters, in English.

use super::periods::period;
use crate::pages::paths;
use crate::words::{LinkWords, LinksWords};

pub(super) const LINKS: LinksWords = LinksWords {
    guardian_question: |guardian, child| {
        format!(
            "Hello {guardian}. {child} would like to join as an associate member, and named you as their parent or guardian."
        )
    },
    guardian_agrees: |child| format!("If you say yes, you agree to this in the name of {child}:"),
    seat_question: |name, group| {
        format!(
            "{name}, {group} named you as one of its representatives, chosen by the group through a democratic process."
        )
    },
    contact: "Write to us if something is not right.",
    guardian: LinkWords {
        title: "Confirm a membership",
        heading: "Do you agree to this membership?",
        about: &[
            "Associate members can speak at meetings. Membership is free.",
            "If you agree, their membership starts when you press the button, and we keep their name, the e-mail address and other contact details they gave, and your name and address, on our register. You can take your agreement back at any time.",
            "If you do not agree, we delete what they told us, and your name and address, at once.",
        ],
        confirm: "Yes, I agree",
        decline: "No, delete everything",
        confirmed: "Thank you. The membership is confirmed",
        confirmed_text: "We have sent an e-mail with the membership number and card to the address they gave. Keep our e-mail to you: as long as the membership goes on, its link leads here, to what you agreed to, and to taking it back.",
        declined: "Everything is deleted",
        declined_text: "There is no membership, and we hold nothing about it any more.",
        gone: "This link leads nowhere any more",
        gone_text: |kept| {
            format!(
                "A link to confirm a membership works for {}. After that, or after a No, everything is deleted. It leads nowhere either when the membership has ended, or its member is 18 or over. They are welcome to join again.",
                period(kept.guardian)
            )
        },
        next: None,
    },
    representative: LinkWords {
        title: "Confirm that you represent a group",
        heading: "Do you represent this group?",
        about: &[
            "A group has up to two representatives. The branch committee, or someone it names, may ask the group for evidence of how they were chosen.",
            "If you say no, we delete your name and address, and the group can name somebody else.",
        ],
        confirm: "Yes, I represent it",
        decline: "No, delete my name",
        confirmed: "Thank you. You are confirmed as a representative",
        confirmed_text: "You can also join in your own right, as a full or associate member, if you wish.",
        declined: "Your name is deleted",
        declined_text: "You are not a representative of the group any more. We have deleted your name and address as its representative, and what you sent about how you were chosen, if you sent anything. We tell whoever we write to about the group.",
        gone: "This link leads nowhere any more",
        gone_text: |_| {
            "The group may have left or named somebody else, or you said no or stopped before."
                .into()
        },
        next: None,
    },
    new_email_question: |email| format!("Our letters about your membership would go to {email}."),
    new_email_shared: "This address is used for another membership already, which stays as it is. Everybody who reads the e-mail to it can then see both.",
    new_email: LinkWords {
        title: "Confirm an e-mail address",
        heading: "Shall we use this e-mail address?",
        about: &[
            "If you say yes, you sign in with this address from now on. We tell the old address, from where this can be taken back for some days.",
        ],
        confirm: "Yes, use it",
        decline: "No, leave it as it is",
        confirmed: "Thank you. We use this address now",
        confirmed_text: "Sign in with it to see your membership.",
        declined: "Nothing has changed",
        declined_text: "We do not use this address, and have deleted it where it was not known to us otherwise.",
        gone: "This link leads nowhere any more",
        gone_text: |kept| {
            format!(
                "A link to confirm an address works for {}, and as long as nobody withdrew it or asked for another one. It does not work either where a member or a group of the same name uses the address already. Nothing has changed.",
                period(kept.email)
            )
        },
        next: Some(("Sign in", paths::SIGN_IN)),
    },
    new_contact_question: |group, email| {
        format!("{group} asked us to write to {email} about the group from now on.")
    },
    new_contact_agrees: |group| {
        format!("If you say yes, you are the contact of {group}, and agree to this for it:")
    },
    new_contact_news: "We keep your name and address on our register for that. You get no news by e-mail unless you ask for it on the group’s page.",
    new_contact: LinkWords {
        title: "Confirm an e-mail address for a group",
        heading: "Shall we write to this address about the group?",
        about: &[
            "Everybody who reads the e-mail to this address can then sign in with it, see the group’s page and its representatives, and change what is on it.",
            "We tell the address that we used before, from where this can be taken back for some days.",
        ],
        confirm: "Yes, write to this address",
        decline: "No, leave it as it is",
        confirmed: "Thank you. We write to this address now",
        confirmed_text: "Sign in with it to see the page of the group.",
        declined: "Nothing has changed",
        declined_text: "We do not use this address for the group, and have deleted it where it was not known to us otherwise.",
        gone: "This link leads nowhere any more",
        gone_text: |kept| {
            format!(
                "A link to confirm an address works for {}, and as long as nobody withdrew it or asked for another one. Nothing has changed.",
                period(kept.email)
            )
        },
        next: Some(("Sign in", paths::SIGN_IN)),
    },
    old_contact_question: |name, group, email| {
        format!(
            "{name}, we write about {group} to another address than {email} now, which was confirmed there. If that was not you, put the old one back."
        )
    },
    old_contact_again: &[
        "If you say yes, you are the contact of the group again, and agree again to what you had agreed to for its membership. Whoever is signed in with the new address does not see the group any more.",
        "Nobody is sent news by e-mail about it then. If you had asked for them, you can do so again on your own page.",
    ],
    old_contact_same: &[
        "If you say yes, you sign in with the old address again to see the group’s page, and whoever is signed in with the new one does not see it any more. What you agreed to for the group stays as it is, and so does whether you get news by e-mail.",
    ],
    old_contact: LinkWords {
        title: "Put the e-mail address of a group back",
        heading: "Shall we write to the old address again?",
        about: &[],
        confirm: "Yes, put it back",
        decline: "No, the new one is right",
        confirmed: "The old address is back",
        confirmed_text: "Sign in with it, and look whether everything else about the group is right, your telephone number too. If somebody else reads the e-mail to this address, change the password of your mailbox first.",
        declined: "The new address stays",
        declined_text: "Nothing has changed. If you find that it was not right, open this link again while it works.",
        gone: "This link leads nowhere any more",
        gone_text: |kept| {
            format!(
                "An address can be put back for {} after it was changed. If it was not you who changed it, write to us.",
                period(kept.email)
            )
        },
        next: Some(("Sign in", paths::SIGN_IN)),
    },
    old_email_question: |name, email| {
        format!(
            "{name}, we write to you at another address than {email} now, which was confirmed there. If that was not you, put the old one back."
        )
    },
    old_email_until: |until| format!("You can do that until {until}."),
    old_email: LinkWords {
        title: "Put an e-mail address back",
        heading: "Shall we use the old address again?",
        about: &[
            "If you say yes, you sign in with the old address again, and whoever is signed in with the new one does not see your membership any more.",
        ],
        confirm: "Yes, put it back",
        decline: "No, the new one is right",
        confirmed: "The old address is back",
        confirmed_text: "Sign in with it, and look whether everything else is right. If somebody else reads the e-mail to this address, change the password of your mailbox first.",
        declined: "The new address stays",
        declined_text: "Nothing has changed. If you find that it was not right, open this link again while it works.",
        gone: "This link leads nowhere any more",
        gone_text: |kept| {
            format!(
                "An address can be put back for {} after it was changed. If it was not you who changed it, write to us.",
                period(kept.email)
            )
        },
        next: Some(("Sign in", paths::SIGN_IN)),
    },
};
