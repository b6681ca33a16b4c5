//! The privacy notice, in English.

use super::periods::{for_period, period};
use crate::pages::paths;
use crate::words::{Block, Head, PrivacyWords, Section};

pub(super) const PRIVACY: PrivacyWords = PrivacyWords {
    head: Head {
        title: "Privacy",
        description: "What we hold about members, why, who can see it, how long we keep it, and what you can ask us to do.",
        heading: "How we look after what you tell us",
        lead: "This notice says what we hold about you, why, who can see it and what you can ask us to do. It is about joining and being a member through this site.",
    },
    sections: &[
        Section {
            heading: "Who is responsible",
            blocks: &[
                Block::Naming(|site| {
                    format!(
                        "The {} decides how your details are used. The law calls this the “controller”. For anything about your details, write to:",
                        site.name
                    )
                }),
                Block::Contact,
            ],
        },
        Section {
            heading: "What we hold",
            blocks: &[Block::Terms(&[
                (
                    "If you join for yourself",
                    "Your name and e-mail address. Your postcode, or the branch you chose. Which age group you are in: 18 or over, 13 to 17, or 12 or under. Your telephone number, if you give it.",
                ),
                (
                    "If you are under 18",
                    "The month and year you were born, if you give them. We use them to tell when full membership opens for you, tell you when it does, and then erase them. We ask nobody else when they were born.",
                ),
                (
                    "If you are 12 or under",
                    "The name and e-mail address of the parent or guardian who has to agree.",
                ),
                (
                    "If you join for a group",
                    "The group’s name, its kind, the postcode of where it works, and its website if you give one. The name and e-mail address of the person we write to, and their telephone number if given. The names and e-mail addresses of up to two representatives, and that each was chosen in a democratic way. If a committee asks how a representative was chosen: what they send, and what is said of it.",
                ),
                (
                    "If you change your e-mail address",
                    "The new one and the old one, until the change cannot be taken back any more.",
                ),
                (
                    "About your membership",
                    "Its number, whether it is full, associate or for a group, when it started, and its branch; if you came to another branch or changed from full to associate or back, when; if a committee moved you, also why. Notes that your committee keeps about your membership, which you can read when you sign in. What you agreed to, when, and in which wording. Whether you would like news by e-mail. Whether you offered to help start a branch.",
                ),
                (
                    "If you were on your branch’s own list",
                    "A branch that kept its own list of members can bring it along. Then we hold what the list said: your name, e-mail address, membership and when it began, and your postcode and telephone number if they were on it. We write to you when that happens.",
                ),
                (
                    "If you sign in",
                    "The address you sign in with, and when. If you have a role, such as on a branch committee, what it is and since when, and what your authenticator app needs, in a form that only our server can read.",
                ),
                (
                    "About what we do",
                    "The reference of what you sent us, and when it came. Which letters we sent you by e-mail, and when. What was done with your record, by whom and when.",
                ),
            ])],
        },
        Section {
            heading: "What we do not keep",
            blocks: &[
                Block::Text(
                    "We ask whether any of four descriptions fits you. They are about mental health. Your answer decides which membership is open to you. When you have joined, the answer is gone. We keep only the membership you have. It is the same when you change from associate to full membership later.",
                ),
                Block::Text(
                    "We never ask about a diagnosis, a treatment, or anything else about your health.",
                ),
                Block::Text(
                    "To stop misuse, our server counts how much comes from each internet address. It forgets this soon after, and never writes it down.",
                ),
            ],
        },
        Section {
            heading: "Why the law allows it",
            blocks: &[
                Block::Text(
                    "Being a member of a mental health network can say something about your health. The law protects such details more than others. So we hold them only because you clearly agree when you join. This is “explicit consent”: articles 6(1)(a) and 9(2)(a) of the UK GDPR.",
                ),
                Block::Text(
                    "If you were on your branch’s own list, its committee tells us that you agreed. We write to you within a day, so that you can say if that is not so.",
                ),
                Block::Text(
                    "You can take your agreement back at any time: sign in and leave, or write to us. Your membership then ends, and we erase your details. What we did before stays lawful.",
                ),
                Block::Text(
                    "News by e-mail, and being written to about starting a branch, are separate. You can say no to either and still be a member. If you said yes, you can stop it when you sign in; news also by the link in our first letter to you, without signing in.",
                ),
                Block::Text(
                    "If somebody names you as a group’s representative, as its contact or as a child’s parent or guardian, they give us your name and e-mail address. We use them only for that. By the link in our letter, representatives, parents and guardians see what we hold about them, put their name right, and stop, without signing in. You can also write to us and ask us to stop.",
                ),
            ],
        },
        Section {
            heading: "Who can see it",
            blocks: &[
                Block::List(&[
                    "you, when you sign in with the e-mail address that we write to, and so everybody who reads the e-mail to it; whoever does can also change it",
                    "the administrators of the network",
                    "the committee of your own branch, if you have one",
                    "of a group, the names of its representatives and what they send about how they were chosen: also somebody whom the committee names for that group",
                    "of a group, the names of its representatives, how it stands with each and what they send about how they were chosen: also whoever we write to about the group",
                ]),
                Block::Text(
                    "Nobody else can. Other branches cannot see your details. A committee, an administrator, or somebody whom a committee names signs in with a second step. We do not sell them or give them to anybody. When somebody else opens your record or does something with it, the register notes what it was, who did it and when, in a way that shows if a note was changed later.",
                ),
                Block::Text(
                    "Our letters come by e-mail, so they pass through e-mail services, such as yours. Their subject lines name the network and the occasion, and say nothing about you.",
                ),
            ],
        },
        Section {
            heading: "How long we keep it",
            blocks: &[Block::Kept(&[
                ("Answers you have not sent yet", |_| {
                    "24 hours. They are in a cookie in your own browser, and not in our register."
                        .into()
                }),
                ("What you sent", |kept| {
                    format!(
                        "{}, we keep the reference of what you sent and a code made from it, so that it counts once if it arrives twice.",
                        for_period(kept.submission)
                    )
                }),
                ("Waiting for a parent or guardian", |kept| {
                    format!(
                        "Up to {}. If they say no, or have not agreed by then, we erase everything.",
                        period(kept.guardian)
                    )
                }),
                ("Signing in", |kept| {
                    format!(
                        "Requests to sign in, their links and codes, and codes that were used are gone after {}. A session ends after half an hour without doing anything, and after 12 hours at the latest.",
                        period(kept.sign_in)
                    )
                }),
                ("Our letters to you", |kept| {
                    format!(
                        "What a letter says is not on our register. That we sent it, or could not, we erase {} later.",
                        period(kept.letter)
                    )
                }),
                ("A change of your e-mail address", |kept| {
                    format!(
                        "The new address waits to be confirmed for {}. When it is, it can be taken back from the old one for as long. Then we erase the old one, or the new one where nobody confirmed it.",
                        period(kept.email)
                    )
                }),
                ("A list that a committee is about to import", |_| {
                    "Up to an hour. It is erased as soon as it is imported, or when the committee decides against it.".into()
                }),
                ("A role that has ended", |kept| {
                    format!(
                        "The address and what the role was stay on the register for {}, so that it can still be told who did what. Then we erase them, unless the address is on the register for another reason. If you leave before that, and nothing else is held under the address, they are erased with the rest. The second step of signing in is forgotten at once.",
                        period(kept.access_log)
                    )
                }),
                ("If you represent a group", |kept| {
                    format!(
                        "For as long as you represent it. If you say no, stop, or somebody else is named in your place, we erase your name and address as its representative, and what you sent about how you were chosen. What you sent is erased earlier: {} after it was accepted, or more was asked for.",
                        period(kept.evidence)
                    )
                }),
                ("If you agreed as a parent or guardian", |_| {
                    "Your name and address, for as long as the membership rests on what you agreed to: until it ends, or we know that its member is 18 or over. If you take your agreement back, the membership ends, and we keep both until the letter is sent that says so.".into()
                }),
                ("Who looked at what", |kept| {
                    format!(
                        "{}. What the register notes of it holds numbers and no names.",
                        period(kept.access_log)
                    )
                }),
                ("Your membership", |_| {
                    "For as long as you are a member. When you leave, we erase your details at once. Our log keeps that a membership ended, and when, with a number and no name, and a list of who could vote at a meeting keeps your membership number, without your name. We keep your name and address until the letter is sent that says you have left. When a group leaves, the same goes for the group, its contact and its representatives: each of them gets such a letter.".into()
                }),
                ("Backups of our register", |kept| {
                    format!(
                        "Up to {}. What we have erased is in them until then. We use them only to repair the register.",
                        period(kept.backup)
                    )
                }),
            ])],
        },
        Section {
            heading: "Five cookies",
            blocks: &[
                Block::Text(
                    "A cookie is a small text that a website leaves in your browser. While you are joining, one holds your answers, so that you do not lose them. It goes when you join, when you press “Clear my answers”, or after 24 hours.",
                ),
                Block::Text(
                    "When you have joined, another one holds what the last page says: your reference, your membership and your branch. It goes after half an hour.",
                ),
                Block::Text(
                    "If you sign in, one remembers for half an hour which browser asked, and one keeps you signed in, for 13 hours at most. They hold nothing but a random number. A third one remembers for 90 days that you have signed in with this browser, so that nobody can keep you out by asking for your address too often.",
                ),
                Block::Text(
                    "The two of the form and the last one are encrypted, so that only our server can read them. All five are needed for what they do. There are no other cookies. We do not track you, we do not count visitors, and nothing on these pages comes from anybody else.",
                ),
            ],
        },
        Section {
            heading: "How your membership is decided",
            blocks: &[
                Block::Text(
                    "The site works out which membership is open to you, and which branch is yours. It looks your postcode up in lists on our own server, and sends it to nobody. It follows fixed rules that everybody can read. If you think it got something wrong, write to us, and a person will look at it.",
                ),
                Block::Link("Read the rules", paths::RULES),
            ],
        },
        Section {
            heading: "What you can ask for",
            blocks: &[
                Block::Text(
                    "When you sign in, you see your membership, your branch and your groups yourself. You can change your name, your addresses, your telephone number and your kind of membership there. You can read everything that we hold about you, who looked at it and in which role, and save it in a form that a computer can read. You see what you agreed to, in which words, and can take it back. You can leave, at once. If you are the contact of a group, you can change there what we hold about it, hand it over to somebody else, and the group can leave at once.",
                ),
                Block::Link("See your membership", paths::ME),
                Block::Text("You also have the right to ask us to:"),
                Block::List(&[
                    "give you a copy of what we hold about you",
                    "put right what is wrong",
                    "erase what we hold, and end your membership",
                    "stop using your details for a while, or for one purpose",
                    "give you your details in a form that a computer can read",
                ]),
                Block::Text(
                    "Write to us and say what you would like. It costs nothing. The law gives us one month to answer. Children have these rights too, and a parent or guardian can use them for a child. Whoever agreed to a child’s membership can take that back at any time by the link in our letter, without signing in.",
                ),
                Block::Contact,
            ],
        },
        Section {
            heading: "If you are not happy",
            blocks: &[
                Block::Text(
                    "Tell us first if you can, so that we can put it right. You can also complain to the Information Commissioner’s Office (ICO), which looks after these rights in the UK. Their helpline is 0303 123 1113.",
                ),
                Block::Link("Complain to the ICO", "https://ico.org.uk/make-a-complaint/"),
            ],
        },
    ],
    version: |version| {
        format!("This notice goes with wording {version} of what you agree to when you join.")
    },
};
