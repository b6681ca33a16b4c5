//! All that somebody can do with what is their own, for whoever looks at the statements it takes.

use register::{
    AgreedChange, AgreementWithdrawn, Corrected, EmailAsked, HeldFiles, HouseMove, Left,
    LetterContent, NameAndPhone, OwnPermit, OwnStanding, Register, Renamed, SeatNamer, SeatWay,
    Token, Version, WhichBranch,
};
use rules::{ClassChange, GroupJoin, IndividualJoin, Postcode, Representative};

use crate::support::*;

const NUMBER: &str = "M-own";

/// Joins, changes everything, and leaves.
pub(crate) async fn do_everything(register: &Register) {
    let joins = IndividualJoin { newsletter: true, ..somebody(60) };
    let address = joins.email.as_str().to_owned();
    register.join(submission("own", joins)).await.unwrap();
    let news = link(register, |content| match content {
        LetterContent::Welcome(letter) => letter.news.clone(),
        _ => None,
    });
    let news = news.await;
    let session = sign_in(register, &address, noon()).await;
    let by = allowed(register.own_permit(&session, noon()).await.unwrap());
    changes(register, &by).await;
    has_another_address(register, &by).await;
    let by = super::own_permit(register, &address).await;
    register.own_agreed(&by).await.unwrap().unwrap();
    for change in [AgreedChange::StopNews, AgreedChange::GiveNews, AgreedChange::StopHelp] {
        register.change_agreed(&by, NUMBER, change, noon()).await.unwrap().unwrap();
    }
    assert_eq!(register.news_of_link(&news).await.unwrap(), Some(true));
    assert!(register.stop_news_by_link(&news, noon()).await.unwrap());
    register.own_everything(&by, HeldFiles::Whole, noon()).await.unwrap().unwrap();
    assert_eq!(register.leave(&by, NUMBER, noon()).await.unwrap(), Some(Left::Done));
    link(register, |content| matches!(content, LetterContent::Left(_)).then(|| fresh("none")))
        .await;
    register.count_who_came_of_age(noon() + days(9_000)).await.unwrap();
    register.tell_who_came_of_age(noon() + days(9_000)).await.unwrap();
    represents(register).await;
    agrees(register).await;
}

/// A representative, and the contact who says who that is.
async fn represents(register: &Register) {
    let own = GroupJoin { name: name("Own Group"), ..group() };
    register.join(submission("own group", own)).await.unwrap();
    let token = link(register, |content| match content {
        LetterContent::Representative { token, group, .. } if group == "Own Group" => {
            Some(token.clone())
        }
        _ => None,
    });
    let token = token.await;
    let group = "M-own group";
    let grace = super::own_permit(register, "grace@example.org").await;
    let jo = super::own_permit(register, "jo@example.org").await;
    let place = {
        let seat = register.seat(&token).await.unwrap().unwrap();
        if seat.name == "Jo First" { 1 } else { 2 }
    };
    let contacts = SeatWay::Own { by: &grace, group, place };
    for way in [SeatWay::Link(&token), SeatWay::Own { by: &jo, group, place: 1 }] {
        let name_now = register.seat(way).await.unwrap().unwrap().name;
        let next = name(&format!("{name_now} Again"));
        register.rename_seat(way, &next, &name_now, noon()).await.unwrap().unwrap();
        register.confirm_seat(way, noon()).await.unwrap().unwrap();
        register.everything_of_seat(way, HeldFiles::Whole, noon()).await.unwrap().unwrap();
    }
    register.open_sent(contacts, noon()).await.unwrap().unwrap();
    register.sent_file(contacts, 1, noon()).await.unwrap();
    register.decline_seat(&token, noon()).await.unwrap().unwrap();
    let shown = register.own_group(&grace, group, noon()).await.unwrap().unwrap();
    let (by, seen) = (SeatNamer::Contact { by: &grace, group }, shown.details.unwrap().version);
    let nia = Representative { name: name("Nia New"), email: email("nia@example.org") };
    register.name_representative(by, place, &nia, seen, noon()).await.unwrap().unwrap();
    let shown = register.own_group(&grace, group, noon()).await.unwrap().unwrap();
    let seen = shown.details.unwrap().version;
    register.remove_representative(by, place, seen, noon()).await.unwrap().unwrap();
}

/// A parent or guardian, who takes it back.
async fn agrees(register: &Register) {
    let child = IndividualJoin { name: name("Kit Own"), ..tim() };
    register.join(submission("own child", child)).await.unwrap();
    let token = link(register, |content| match content {
        LetterContent::Guardian { token, child_name, .. } if child_name == "Kit Own" => {
            Some(token.clone())
        }
        _ => None,
    });
    let token = token.await;
    register.confirm_guardian(&token, noon()).await.unwrap().unwrap();
    let renamed = register.rename_guardian(&token, &name("Pat Own"), "Pat Young", noon()).await;
    assert_eq!(renamed.unwrap(), Some(Renamed::Done));
    register.everything_of_guardian(&token, noon()).await.unwrap().unwrap();
    let withdrawn = register.withdraw_agreement(&token, noon()).await.unwrap();
    assert_eq!(withdrawn, AgreementWithdrawn::Done);
}

async fn changes(register: &Register, by: &OwnPermit) {
    let details = NameAndPhone { name: name("Nia New"), phone: None };
    let seen = seen(register, by).await;
    let changed = register.change_own_details(by, NUMBER, &details, seen, noon()).await;
    assert_eq!(changed.unwrap(), Some(Corrected::Done));
    for postcode in ["EH1 1YZ", "BS5 6XX"] {
        let postcode = Postcode::parse(postcode).unwrap();
        let look = register.look_at_house_move(by, NUMBER, &postcode).await.unwrap().unwrap();
        let covers = look.covers.as_ref().map(|to| to.slug.as_str());
        let branch = WhichBranch::Covering;
        let to = HouseMove { postcode: &postcode, covers, branch };
        let seen = self::seen(register, by).await;
        register.move_house(by, NUMBER, to, seen, noon()).await.unwrap().unwrap();
    }
    let to = ClassChange::TO_ASSOCIATE;
    let seen = self::seen(register, by).await;
    register.change_class(by, NUMBER, to, seen, noon()).await.unwrap().unwrap();
}

async fn has_another_address(register: &Register, by: &OwnPermit) {
    asks(register, by, "mistyped@example.net").await;
    register.withdraw_email(by, NUMBER, noon()).await.unwrap().unwrap();
    asks(register, by, "refused@example.net").await;
    let new = new_link(register).await;
    register.new_email(&new, noon()).await.unwrap().unwrap();
    assert!(register.refuse_email(&new, noon()).await.unwrap());
    asks(register, by, "elsewhere@example.net").await;
    let new = new_link(register).await;
    register.confirm_email(&new, noon()).await.unwrap().unwrap();
    let old = link(register, |content| match content {
        LetterContent::EmailOld { token, .. } => Some(token.clone()),
        _ => None,
    });
    let old = old.await;
    register.old_email(&old, noon()).await.unwrap().unwrap();
    register.revert_email(&old, noon()).await.unwrap().unwrap();
}

async fn asks(register: &Register, by: &OwnPermit, address: &str) {
    let seen = seen(register, by).await;
    let asked = register.ask_for_email(by, NUMBER, &email(address), seen, noon()).await;
    assert_eq!(asked.unwrap(), Some(EmailAsked::Noted));
}

async fn new_link(register: &Register) -> Token {
    let token = |content: &LetterContent| match content {
        LetterContent::EmailNew(register::NewAddress::Open { token, .. }) => Some(token.clone()),
        _ => None,
    };
    link(register, token).await
}

/// What the next letter carries that carries it; others are sent on the way.
async fn link(register: &Register, found: impl Fn(&LetterContent) -> Option<Token>) -> Token {
    loop {
        let claimed = register.claim_letter(noon(), &fresh("own link"), minutes(5)).await;
        let letter = claimed.unwrap().expect("a letter");
        register.letter_sent(letter.id, noon()).await.unwrap();
        if let Some(token) = found(&letter.content) {
            return token;
        }
    }
}

async fn seen(register: &Register, by: &OwnPermit) -> Version {
    let place = register.own_place(by, noon()).await.unwrap().unwrap();
    match place.people.into_iter().next().map(|person| person.standing) {
        Some(OwnStanding::Member(member)) => member.contact.version,
        other => panic!("{other:?}"),
    }
}
