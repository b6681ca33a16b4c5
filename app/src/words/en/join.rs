//! The words of the join, in English.

use rules::{
    Age, BirthMonthError, Class, ConsentKind, ConsentText, Draft, EmailError, Field, GroupKind,
    NameError, PhoneError, PostcodeError, Problem, Reason, Standing, Step, WebsiteError,
};

use crate::words::join::{JoinPhrases, JoinWords};

pub(super) const JOIN: JoinWords = JoinWords {
    title: |question, site| format!("{question} – {site} membership"),
    question,
    intro,
    list,
    label,
    hint,
    option,
    problem,
    standing,
    class,
    consent,
    postcode_in_branch: |postcode, branch| format!("{postcode} ({branch} branch)"),
    progress: |number| format!("Question {number}"),
    seat: |place| if place == 1 { "First representative" } else { "Second representative" },
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    phrase: JoinPhrases {
        privacy: "How we keep your details (opens in a new tab)",
        last_step: "Last step",
        go_on: "Continue",
        way: "Steps",
        back: "Back",
        change: "Change",
        send: "Join now",
        sending: "Sending…",
        clear: "Clear my answers",
        clear_hint: "Using a shared phone or computer? Your answers are kept on this device for 24 hours.",
        there_is_a_problem: "There is a problem",
        error: "Error:",
        error_title: "Error: ",
        optional: "(optional)",
        speak: "Speak at meetings",
        vote: "Vote at meetings",
        stand: "Stand for your local branch committee",
        yes: "Yes",
        no: "No",
        rights: "What each membership lets you do",
        right: "You can",
        without_postcode: "I do not have a postcode",
        no_branch: "No branch for now",
        born: "When were you born? (optional)",
        born_hint: "Only the month and the year, so that we can tell you when full membership opens for you. For example, 3 2011.",
        join_yourself: "Join for yourself instead",
        left_out: "Not given",
        not_sent_yet: "We could not send this yet. Your answers are kept. We keep trying while this page is open.",
        try_now: "Try again now",
        changed_elsewhere: "Your answers were changed in another tab. Check them once more, then send.",
    },
};

fn question(step: Step, draft: &Draft) -> &'static str {
    match step {
        Step::Who => "Who is joining?",
        Step::Age => "How old are you?",
        Step::Experience => "Do any of these describe you?",
        Step::Membership if draft.eligibility().is_some_and(rules::Eligibility::has_choice) => {
            "Which membership would you like?"
        }
        Step::Membership => "You can join as an associate member",
        Step::Where => "Where do you live?",
        Step::Details => "How can we reach you?",
        Step::Guardian => "Who is your parent or guardian?",
        Step::GroupKind => "What kind of group is it?",
        Step::GroupWork => "Does your group’s work relate to mental health?",
        Step::Group => "About your group",
        Step::Representatives => "Who represents your group?",
        Step::Consent => "What you agree to",
        Step::Check => "Check your answers",
    }
}

fn intro(step: Step, draft: &Draft) -> &'static [&'static str] {
    match step {
        Step::Who => &["Joining is free and takes about three minutes."],
        Step::Age => &[
            "Full membership can open from your 18th birthday. Associate membership is open at any age.",
        ],
        Step::Experience => &[
            "We ask because full membership is for people with experience of their own. We never ask which of these it is. We do not keep your answer, only the membership you choose.",
        ],
        Step::Membership => match draft.eligibility().map(|open| open.reason) {
            Some(Reason::MeetsCriteria) => &["Both are open to you, and both are free."],
            Some(Reason::UnderEighteen) => &[
                "Associate membership is open to people under 18. Full membership can open from your 18th birthday.",
            ],
            _ => &[
                "Associate membership is open to everybody who wants to support the network. It is free.",
            ],
        },
        Step::Where => &[
            "We ask so that you become a member of your local branch, if there is one. We keep it with your membership.",
        ],
        Step::Details => &["Your membership number and card come by e-mail."],
        Step::Guardian => &[
            "Because you are 12 or under, a parent or guardian has to agree. We write to them. Your membership starts when they confirm. If they do not confirm by the day that our e-mail to them says, we delete everything you told us.",
        ],
        Step::GroupKind => &["A group joins as a whole, and can have up to two representatives."],
        Step::GroupWork => &[
            "Group membership is for user-led groups, self-help groups and organisations whose work relates to mental health.",
        ],
        Step::Group => {
            &["We use these details to write to the group and to find its local branch."]
        }
        Step::Representatives => &[
            "A group can have up to two representatives. The group chooses them through a democratic process. The branch committee, or someone it names, may ask for evidence of that. Representatives can also join in their own right.",
        ],
        Step::Consent => &[
            "Being a member can say something about your mental health, so the law asks us for your clear agreement. You can take it back at any time by writing to us.",
        ],
        Step::Check => &["This is what you are sending."],
    }
}

fn list(step: Step) -> &'static [&'static str] {
    match step {
        Step::Experience => &[
            "You have used mental health services at some time",
            "You use mental health services now",
            "You are trying to get help from mental health services",
            "You would say that you have, or have had, mental health problems",
        ],
        _ => &[],
    }
}

fn label(field: Field) -> &'static str {
    match field {
        Field::Who => "Who is joining",
        Field::Age => "Age",
        Field::Experience => "Any of the descriptions fits",
        Field::Membership => "Membership",
        Field::Postcode => "Your postcode",
        Field::Branch => "Branch",
        Field::StartBranch => "Help to start a branch",
        Field::Name => "Your name",
        Field::Email => "E-mail address",
        Field::Phone => "Telephone number",
        Field::BirthMonth => "Month",
        Field::BirthYear => "Year",
        Field::GuardianName => "Their name",
        Field::GuardianEmail => "Their e-mail address",
        Field::GroupKind => "Kind of group",
        Field::GroupWork => "Its work relates to mental health",
        Field::GroupName => "Name of the group",
        Field::GroupWebsite => "Website",
        Field::GroupPostcode => "Postcode of where the group works",
        Field::ContactName => "Name of the person we can write to",
        Field::ContactEmail => "Their e-mail address",
        Field::ContactPhone => "Their telephone number",
        Field::Representatives => "How many representatives have been chosen?",
        Field::FirstName | Field::SecondName => "Name",
        Field::FirstEmail | Field::SecondEmail => "E-mail address",
        Field::FirstChosen | Field::SecondChosen => {
            "The group chose this person through a democratic process"
        }
        Field::Consent => "Being on the register",
        Field::Newsletter => "News by e-mail",
    }
}

fn hint(field: Field) -> &'static str {
    match field {
        Field::Postcode => "For example, BS5 6XX",
        Field::Name => "The name you would like us to use",
        Field::Phone | Field::ContactPhone => "Only if you are happy for us to ring",
        Field::GroupWebsite => "For example, example.org",
        Field::FirstEmail | Field::SecondEmail => "We write to them so that they can confirm",
        _ => "",
    }
}

fn option(field: Field, value: &str) -> (&'static str, &'static str) {
    match (field, value) {
        (Field::Who, "me") => ("I am joining for myself", ""),
        (Field::Who, "group") => {
            ("I am joining for a group", "A user-led group, a self-help group or an organisation")
        }
        (Field::Age, "18-or-over") => ("18 or over", ""),
        (Field::Age, "13-to-17") => ("13 to 17", ""),
        (Field::Age, "12-or-under") => ("12 or under", "A parent or guardian will have to agree"),
        (Field::Experience, "yes") => ("Yes, at least one", ""),
        (Field::Experience, "no") => ("No", ""),
        (Field::Experience, "rather-not-say") => ("I’d rather not say", ""),
        (Field::Membership, "full") => {
            ("Full member", "You can speak, vote and stand for your branch committee")
        }
        (Field::Membership, "associate") => ("Associate member", "You can speak at meetings"),
        (Field::GroupKind, kind) => match GroupKind::parse(kind) {
            Some(GroupKind::UserLed) => {
                ("A user-led group", "Run by people who use, or have used, mental health services")
            }
            Some(GroupKind::SelfHelp) => ("A self-help group", "People who support each other"),
            Some(GroupKind::Organisation) | None => {
                ("An organisation", "Any other organisation whose work relates to mental health")
            }
        },
        (Field::GroupWork, "yes") => ("Yes", ""),
        (Field::GroupWork, _) => ("No", ""),
        (Field::Representatives, "0") => ("None yet", "You can tell us later"),
        (Field::Representatives, "1") => ("One", ""),
        (Field::Representatives, _) => ("Two", ""),
        _ => ("", ""),
    }
}

fn problem(field: Field, problem: Problem) -> &'static str {
    match problem {
        Problem::Missing => missing(field),
        Problem::NotOffered => "Choose one of the answers on this page",
        Problem::Name(NameError::Missing) => missing(field),
        Problem::Name(NameError::TooLong) => "The name must be 100 characters or fewer",
        Problem::Name(NameError::Characters) => {
            "The name must have letters or numbers in it, and no web address or broken characters"
        }
        Problem::Email(EmailError::TooLong) => "The e-mail address must be 254 characters or fewer",
        Problem::Email(EmailError::Format) => {
            "Enter an e-mail address in the right form, like name@example.com"
        }
        Problem::Phone(PhoneError::Characters) => {
            "A telephone number can only have numbers, spaces and the signs + - ( )"
        }
        Problem::Phone(PhoneError::Length) => {
            "Enter a telephone number with 7 to 15 numbers, like 0117 496 0000"
        }
        Problem::Postcode(PostcodeError::OnlyOutward) => "Enter the whole postcode, like BS5 6XX",
        Problem::Postcode(PostcodeError::Format) => "Enter a full UK postcode, like BS5 6XX",
        Problem::Website(WebsiteError::TooLong) => {
            "The website address must be 200 characters or fewer"
        }
        Problem::Website(WebsiteError::Format) => "Enter a website address like example.org",
        Problem::Birth(BirthMonthError::Incomplete) => {
            "Enter both the month and the year, or leave both empty"
        }
        Problem::Birth(BirthMonthError::Month) => "The month must be a number from 1 to 12",
        Problem::Birth(BirthMonthError::Year) => "The year must have four numbers, like 2011",
        Problem::Birth(BirthMonthError::DoesNotFitAge) => {
            "This month and year do not go with the age you gave. Check them, or go back and change your age"
        }
        Problem::SamePerson if matches!(field, Field::GuardianName) => {
            "Your parent or guardian must be somebody else than you"
        }
        Problem::SamePerson => "The two representatives must be two different people",
    }
}

fn missing(field: Field) -> &'static str {
    match field {
        Field::Who => "Choose whether you are joining for yourself or for a group",
        Field::Age => "Choose how old you are",
        Field::Experience => "Choose yes, no, or that you would rather not say",
        Field::Membership => "Choose which membership you would like",
        Field::Postcode => "Enter your postcode, or choose a branch if you do not have one",
        Field::Branch => "Choose a branch, or no branch",
        Field::Name => "Enter your name",
        Field::Email => "Enter your e-mail address",
        Field::GuardianName => "Enter the name of your parent or guardian",
        Field::GuardianEmail => "Enter the e-mail address of your parent or guardian",
        Field::GroupKind => "Choose what kind of group it is",
        Field::GroupWork => "Choose yes if the group’s work relates to mental health",
        Field::GroupName => "Enter the name of the group",
        Field::GroupPostcode => "Enter the postcode of where the group works",
        Field::ContactName => "Enter the name of the person we can write to",
        Field::ContactEmail => "Enter the e-mail address of the person we can write to",
        Field::Representatives => "Choose how many representatives have been chosen",
        Field::FirstName => "Enter the first representative’s name",
        Field::FirstEmail => "Enter the first representative’s e-mail address",
        Field::FirstChosen => {
            "Tick to say that the group chose the first representative through a democratic process"
        }
        Field::SecondName => "Enter the second representative’s name",
        Field::SecondEmail => "Enter the second representative’s e-mail address",
        Field::SecondChosen => {
            "Tick to say that the group chose the second representative through a democratic process"
        }
        Field::Consent => "Tick to agree to being on the register, so that you can be a member",
        Field::Phone
        | Field::StartBranch
        | Field::BirthMonth
        | Field::BirthYear
        | Field::GroupWebsite
        | Field::ContactPhone
        | Field::Newsletter => "Enter an answer",
    }
}

fn standing(standing: &Standing<'_>) -> String {
    match standing {
        Standing::ForYourself => "There is a membership for everybody.".into(),
        Standing::ForAGroup => "Groups are welcome. Next, we ask what kind of group it is.".into(),
        Standing::AgeForFull => "The next question tells you which memberships are open to you.".into(),
        Standing::AgeForAssociate(Age::TwelveOrUnder) => {
            "You can join as an associate member. A parent or guardian will have to agree.".into()
        }
        Standing::AgeForAssociate(_) => {
            "You can join as an associate member now. Full membership can open from your 18th birthday.".into()
        }
        Standing::Open(open) if open.has_choice() => {
            "You can join as a full member, or as an associate member.".into()
        }
        Standing::Open(_) => "You can join as an associate member.".into(),
        Standing::Chosen(Class::Full) => "You will be a full member: you can speak, vote and stand.".into(),
        Standing::Chosen(Class::Associate) => "You will be an associate member: you can speak at meetings.".into(),
        Standing::Covered { branch, district } => {
            format!("{} branch covers {district}: membership of it is included.", branch.name)
        }
        Standing::Outside { district } => {
            format!("No branch covers {district} yet. You can join all the same, and we can help you start one.")
        }
        Standing::Unlisted => "We cannot find this postcode. Check it; if it is right, go on.".into(),
        Standing::ChosenBranch(branch) => format!("You will be a member of {} branch too.", branch.name),
        Standing::NoBranch => "You will be a member of the network, without a branch for now.".into(),
        Standing::GroupCanJoin => "Your group can join.".into(),
        Standing::GroupAsAssociates => {
            "Group membership is for work that relates to mental health. You and everybody in the group can join as an associate member, and support our work that way.".into()
        }
    }
}

fn class(class: Class) -> &'static str {
    match class {
        Class::Full => "Full member",
        Class::Associate => "Associate member",
    }
}

fn consent(text: ConsentText) -> &'static str {
    match text.kind {
        ConsentKind::Membership => {
            "I agree that the network keeps the details I gave on its register of members, and that the committee of my branch can see them."
        }
        ConsentKind::Newsletter => "I would like news from the network by e-mail.",
        ConsentKind::StartBranch => {
            "If there is no branch near me yet, I would like to help start one. You can write to me about it."
        }
    }
}
