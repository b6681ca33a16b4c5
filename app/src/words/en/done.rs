//! The words of the screen after sending, in English.

use rules::Class;

use super::periods::period;
use crate::words::DoneWords;

pub(super) const DONE: DoneWords = DoneWords {
    title: "Sent",
    description: "What happens after joining.",
    heading: "Thank you. We have what you sent",
    is: |class| match class {
        Class::Full => "Your answers make you a full member.".into(),
        Class::Associate => "Your answers make you an associate member.".into(),
    },
    will_be: |_| {
        "You will be an associate member as soon as your parent or guardian has confirmed.".into()
    },
    group: "Your answers make your group a member.",
    branch: |branch| format!("Membership of {branch} branch is included."),
    start_branch: "We have noted that you would like to help start a branch.",
    reference: "Your reference:",
    what_next: "What happens next",
    next: &[
        "We send you an e-mail with your membership number and card. It should arrive within a few minutes.",
    ],
    next_guardian: |within| {
        format!(
            "We send an e-mail to your parent or guardian now. They have {} to confirm. When they have, we send you an e-mail with your membership number and card.",
            period(within)
        )
    },
    next_group: &[
        "We send an e-mail with the group’s membership number to the person you named. Each representative gets an e-mail of their own, with a link to confirm.",
    ],
    no_letter: "Nothing after an hour? Look in your spam folder first. If it is not there,",
    write_to_us: "write to us and give your reference.",
    other_way: "You can also join the other way",
    as_group: "A user-led group, a self-help group, or an organisation whose work relates to mental health can join too.",
    as_person: "You, your representatives and everybody in the group can also join in their own right.",
    join_again: "Join once more",
    nothing: "Nothing to show here",
    nothing_text: "After joining, this page shows what was sent, for half an hour and only in the browser it was sent from. If you have joined, everything you need is in the e-mail we sent you.",
    join: "Join",
};
