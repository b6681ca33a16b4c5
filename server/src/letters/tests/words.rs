//! What each letter says.

use app::letter_text;
use chrono::NaiveDate;
use register::{LetterContent, MemberLetter, NewAddress};
use rules::Class;

use super::each_kind::{
    all, email_new, email_old, evidence, group, group_moved, guardian, left, moved, representative,
    said, says, says_nothing_of, text, turns, welcome,
};
use super::support::{member, settings};

#[test]
fn a_full_member_reads_the_number_the_rights_and_the_branch() {
    let letter = said(&welcome(Class::Full));
    says(
        &letter,
        &[
            "Hello Sam Example,",
            "You are a full member: your membership started on 22 November 2026.",
            "Membership: Full member\nNumber: ABCD-2345\nMember since: 22 November 2026\nBranch: Bristol\n",
            "* Speak at meetings\n* Vote at meetings\n* Stand for election to the committee",
            "You are a member of Bristol branch too.",
            "nothing more that you have to do",
            "sign in with this e-mail address:\nhttps://join.example.org/me\n",
            "write to membership@example.org and give your membership number",
            "https://join.example.org/privacy",
        ],
    );
}

#[test]
fn who_asked_for_news_reads_how_to_stop_it_and_nobody_else_does() {
    let link = "\nhttps://join.example.org/news/8899aabbccddeeff0011223344556677\n";
    for letter in [welcome(Class::Full), group(&[])] {
        says(&said(&letter), &["You asked for news by e-mail.", link]);
    }
    for letter in [LetterContent::Welcome(member(Class::Full)), guardian(), representative()] {
        says_nothing_of(&said(&letter), &["/news/"]);
    }
}

#[test]
fn an_associate_member_may_speak_and_no_more() {
    let letter = said(&welcome(Class::Associate));
    says(&letter, &["You are an associate member:", "* Speak at meetings\n\n", "Associate member"]);
    says_nothing_of(&letter, &["Vote at", "Stand for", "full"]);
}

#[test]
fn the_letter_says_what_there_is_instead_of_a_branch() {
    let none = MemberLetter { branch: None, ..member(Class::Full) };
    says(&said(&LetterContent::Welcome(none.clone())), &["You are not in a branch for now"]);
    let offers = MemberLetter { help_offered: true, ..none };
    let letter = said(&LetterContent::Welcome(offers));
    says(&letter, &["You offered to help start one, thank you"]);
    says_nothing_of(&letter, &["Branch: ", "not in a branch"]);
}

#[test]
fn somebody_under_eighteen_reads_when_full_membership_opens() {
    let full_opens = NaiveDate::from_ymd_opt(2029, 3, 31);
    let letter = MemberLetter { full_opens, ..member(Class::Associate) };
    says(
        &said(&LetterContent::Welcome(letter)),
        &["From your 18th birthday, by 31 March 2029 at the latest"],
    );
}

#[test]
fn somebody_who_is_a_member_already_reads_that_nothing_changed() {
    let letter = said(&LetterContent::AlreadyAMember(member(Class::Full)));
    says(
        &letter,
        &[
            "You have been a member since 22 November 2026",
            "nothing about your membership has changed",
            "Number: ABCD-2345",
            "\n\nIf it was not you\n-----------------\n\n",
            "write to membership@example.org",
            "sign in with this e-mail address:\nhttps://join.example.org/me\n",
        ],
    );
}

#[test]
fn a_guardian_reads_who_asks_how_to_answer_and_until_when() {
    let letter = said(&guardian());
    says(
        &letter,
        &[
            "Hello Alex Tall,",
            "Robin Small would like to join the Independent Mental Health Network as an associate member",
            "\nhttps://join.example.org/guardian/0123456789abcdef0123456789abcdef\n",
            "You can answer until 17:30 on 14 July 2026.",
            "we delete everything that Robin Small told us, and your name and address too",
            "If you do not know Robin Small, say no",
        ],
    );
}

#[test]
fn a_group_reads_its_number_its_kind_and_its_seats() {
    let letter = said(&group(&[]));
    says(
        &letter,
        &[
            "Hello Jo Contact,",
            "Group: The Tuesday Group\nKind: Self-help group\nNumber: WXYZ-6789\nMember since: 22 November 2026\n",
            "has not named a representative yet",
            "The group is not in a branch for now",
            "https://join.example.org/join/who",
        ],
    );
    let one = said(&group(&["Kim Seat"]));
    says(&one, &["* Kim Seat\n", "place for a second representative", "evidence"]);
    let two = said(&group(&["Kim Seat", "Lee Seat"]));
    says(&two, &["* Kim Seat\n* Lee Seat\n", "written to both", "evidence"]);
    says_nothing_of(&two, &["second representative"]);
}

#[test]
fn a_group_that_is_a_member_already_reads_that_nothing_changed() {
    let letters = all();
    let letter = said(&letters[8]);
    says(&letter, &["a member since 22 November 2026", "has changed", "Number: WXYZ-6789"]);
}

#[test]
fn a_representative_reads_how_to_confirm_and_how_to_join_too() {
    says(
        &said(&representative()),
        &[
            "Hello Kim Seat,",
            "The Tuesday Group is a member of the Independent Mental Health Network. Jo Contact told us",
            "\nhttps://join.example.org/representative/fedcba9876543210fedcba9876543210\n",
            "\nhttps://join.example.org/join/who\n",
            "One membership does not change the other",
        ],
    );
}

#[test]
fn a_member_who_moves_with_a_branch_reads_where_they_belong_and_that_the_rest_stays() {
    let letter = said(&LetterContent::Placed(moved(None, Some("Bath"))));
    says(
        &letter,
        &[
            "Hello Sam Example,",
            "Bath branch covers where you live now, so you are a member of it too.",
            "Number: ABCD-2345\nMember since: 22 November 2026\nBranch: Bath\n",
            "Its committee can see the details that you gave us.",
            "Your membership stays as it is",
        ],
    );
    let letter = said(&LetterContent::Placed(moved(Some("Bristol"), Some("Bath"))));
    says(&letter, &["You belong to it instead of Bristol branch."]);
    let letter = said(&LetterContent::Released(moved(Some("Bath"), Some("Bristol"))));
    says(&letter, &["Bath branch does not cover where you live any more", "Branch: Bristol\n"]);
    let letter = said(&LetterContent::Released(moved(Some("Bath"), None)));
    says(&letter, &["You are not in a branch for now, and a member all the same."]);
    says_nothing_of(&letter, &["Branch: "]);
}

#[test]
fn a_group_that_moves_with_a_branch_reads_where_it_belongs() {
    let letter = said(&LetterContent::GroupPlaced(group_moved(Some("Bath"))));
    says(&letter, &["Hello Jo Contact,", "Bath branch covers where The Tuesday Group works now"]);
    let letter = said(&LetterContent::GroupReleased(group_moved(Some("Bristol"))));
    says(&letter, &["The Tuesday Group is a member of Bristol branch from now on"]);
    let letter = said(&LetterContent::GroupReleased(group_moved(None)));
    says(&letter, &["The group is not in a branch for now, and a member all the same."]);
}

#[test]
fn whoever_has_left_reads_what_is_gone_what_stays_and_how_to_come_back() {
    let letter = said(&left(Some("ABCD-2345")));
    says(
        &letter,
        &[
            "Hello Sam Example,",
            "You have left the Independent Mental Health Network.",
            "number ABCD-2345, ended at 12:00 on 22 November 2026",
            "We have erased",
            "the day on which a membership ended, with a number and no name",
            "for up to 30 days",
            "https://join.example.org/join/who",
        ],
    );
    let waited = said(&left(None));
    says(
        &waited,
        &[
            "You do not want to join the Independent Mental Health Network any more",
            "We have erased",
        ],
    );
    says_nothing_of(&waited, &["membership ended", "number"]);
}

/// A subject line may be seen by whoever sees the phone.
#[test]
fn a_subject_gives_nothing_away_beyond_the_name_of_the_network() {
    for content in all() {
        let subject = text(&content).subject;
        let own = subject.strip_prefix("Independent Mental Health Network: ").unwrap();
        let own = own.to_lowercase();
        says_nothing_of(
            &own,
            &[
                "mental",
                "health",
                "full",
                "associate",
                "tuesday",
                "self-help",
                "user-led",
                "sam",
                "robin",
                "alex",
                "kim",
                "branch",
                "2345",
                "6789",
                "bristol",
            ],
        );
        assert!(subject.is_ascii() && subject.len() < 100, "{subject}");
    }
    let settings = settings(&[("MAIL_SUBJECT", "short-name")]);
    let text = letter_text(&welcome(Class::Full), &settings.site, &settings.mail.subject_name);
    assert_eq!(text.subject, "IMHN: welcome, and your membership number");
}

#[test]
fn no_letter_uses_words_that_we_do_not_use() {
    for content in all() {
        let letter = said(&content).to_lowercase();
        // Nothing of the answer that full membership follows from, in whatever words.
        says_nothing_of(&letter, &["suffer", "please", "sorry", "invalid", "oops", "experience"]);
        says_nothing_of(&letter, &["describe", "service", "identif", "diagnos", "patient"]);
    }
}

#[test]
fn a_representative_reads_each_turn_of_the_evidence_and_where_to_answer() {
    let link = "https://join.example.org/evidence/00112233445566778899aabbccddeeff\n";
    let [asked, received, accepted, queried, replaced] = turns().map(|turn| said(&evidence(turn)));
    let who = "The committee of Bath branch, or somebody it named, asks how the group chose you";
    says(&asked, &["Hello Kim Seat,", who, "by 20 December 2026.", "You need no account", link]);
    says(&received, &["has arrived", link]);
    says(&accepted, &["is accepted"]);
    let missing =
        "something more by 20 December 2026:\n\nWhen was the meeting?\n\nWho was there?\n";
    says(&queried, &[missing, link]);
    says(&replaced, &["Somebody else has been named to represent The Tuesday Group"]);
    for letter in [accepted, replaced] {
        says_nothing_of(&letter, &["/evidence/"]);
    }
}

#[test]
fn the_letter_to_a_new_address_says_what_is_so_and_names_nobody() {
    let link = "https://join.example.org/email/confirm/00112233445566778899aabbccddeeff\n";
    let other = "is used for a membership with us already";
    let [free, shared] = [false, true].map(|shared| said(&email_new(shared)));
    for letter in [&free, &shared] {
        says(letter, &["Hello,", link, "until 17:30 on 14 July 2026", "If it was not you"]);
    }
    says(&shared, &[other, "can then see both"]);
    says_nothing_of(&free, &[other]);
    let taken = said(&LetterContent::EmailNew(NewAddress::Taken));
    says(&taken, &["Nothing has changed: a member of the same name", "write to membership@"]);
    says_nothing_of(&taken, &["/email/confirm/"]);
    for letter in [free, shared, taken] {
        says_nothing_of(&letter, &["Sam", "ABCD"]);
    }
}

#[test]
fn the_old_address_is_told_and_not_which_the_new_one_is() {
    let letter = said(&email_old());
    let link = "https://join.example.org/email/back/ffeeddccbbaa99887766554433221100\n";
    says(&letter, &["Hello Sam Example,", "writes to you at another e-mail address", link]);
    says(&letter, &["until 17:30 on 14 July 2026", "has not changed"]);
}

#[test]
fn whoever_has_come_of_age_reads_what_is_open_and_that_nothing_has_to_be_done() {
    let letter = said(&LetterContent::OfAge(member(Class::Associate)));
    let rights = "* Speak at meetings\n* Vote at meetings\n* Stand for election";
    says(&letter, &["you have turned 18 since", rights, "https://join.example.org/me\n"]);
    says(&letter, &["do not keep your answer", "you need not do anything", "We have erased"]);
}

#[test]
fn when_a_guardian_takes_their_agreement_back_both_read_what_has_ended() {
    let guardian = said(&ended(LeftHow::Withdrew));
    says(
        &guardian,
        &[
            "You have taken back what you agreed to as a parent or guardian.",
            "The membership, number ABCD-2345, ended at 12:00 on 22 November 2026.",
            "your name and address are erased with it",
            "for up to 30 days",
        ],
    );
    says_nothing_of(&guardian, &["You have left"]);
    let member = said(&ended(LeftHow::GuardianWithdrew));
    says(&member, &["your parent or guardian, who had agreed to it, has taken that back", "ABCD"]);
    says_nothing_of(&member, &["You have left"]);
}

#[test]
fn the_contact_of_a_group_reads_that_a_seat_is_vacant_and_who_is_left() {
    let letter = said(&vacant(Some("Kim Seat")));
    says(
        &letter,
        &[
            "Hello Jo Contact,",
            "Somebody who was named to represent The Tuesday Group does not any more.",
            "Kim Seat represents the group now, and there is a place for one more.",
        ],
    );
    says(&said(&vacant(None)), &["The group has no representative now. It can have two."]);
}
