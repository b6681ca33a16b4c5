//! From a join to its letters.

use std::time::Duration;

use register::{Refusal, Token};
use rules::{GroupJoin, GroupKind, Join, Postcode, Representative};

use super::reading::read;
use super::support::{
    AtWork, Hands, Scratch, a_while, child, email, join, letters, name, noon, person, to_files,
};

/// What follows `before` up to the end of its line.
fn after<'a>(text: &'a str, before: &str) -> &'a str {
    text.split_once(before).unwrap().1.lines().next().unwrap()
}

#[tokio::test]
async fn a_join_gives_its_letter_once_and_at_once() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    // As the server does it: with its own patience.
    let post = crate::letters::Post::new(&to_files(&scratch)).unwrap();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let clock = Hands::new().clock();
    let work = tokio::spawn(post.deliver(register.clone(), clock, stopped));
    a_while().await;
    let joined = std::time::Instant::now();
    join(&register, Join::Individual(person("Zoë Example", "zoe@example.org"))).await;
    let written = letters(&scratch, 1).await;
    assert!(joined.elapsed() < Duration::from_secs(2), "{:?}", joined.elapsed());
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(2), work).await.unwrap().unwrap();

    assert_eq!(scratch.read().len(), 1);
    let letter = read(&written[0]);
    assert!(letter.header("To").ends_with("<zoe@example.org>"));
    assert!(letter.plain.contains("Hello Zoë Example,"), "{}", letter.plain);
}

#[tokio::test]
async fn a_second_join_of_the_same_person_gives_the_other_letter() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let post = AtWork::start(&to_files(&scratch), &register, Hands::new().clock());
    let sam = || Join::Individual(person("Sam Example", "sam@example.org"));
    join(&register, sam()).await;
    let first = read(&letters(&scratch, 1).await[0]);
    join(&register, sam()).await;
    let written = letters(&scratch, 2).await;
    post.stop().await;
    let second = read(&written[1]);
    assert!(second.plain.contains("You have been a member since 22 November 2026"));
    assert_eq!(after(&first.plain, "Number: "), after(&second.plain, "Number: "));
    assert_ne!(first.header("Message-ID"), second.header("Message-ID"));
}

#[tokio::test]
async fn the_link_of_a_guardian_works_and_then_the_child_is_welcomed() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let post = AtWork::start(&to_files(&scratch), &register, Hands::new().clock());
    join(&register, Join::Individual(child("Robin Small", "grown-up@example.org"))).await;
    let asks = read(&letters(&scratch, 1).await[0]);
    assert!(asks.header("To").ends_with("<grown-up@example.org>"));
    assert!(asks.plain.contains("12:00 on 6 December 2026"), "{}", asks.plain);
    let token = Token::new(after(&asks.plain, "https://join.example.org/guardian/"));
    assert_eq!(token.as_str().len(), 32);
    assert!(register.confirm_guardian(&token, noon()).await.unwrap().is_some());
    let written = letters(&scratch, 2).await;
    post.stop().await;
    let welcome = read(&written[1]);
    assert!(welcome.header("To").ends_with("<child@example.org>"));
    assert!(welcome.plain.contains("You are an associate member"));
}

#[tokio::test]
async fn a_guardian_who_says_no_leaves_nothing_to_send() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let post = AtWork::start(&to_files(&scratch), &register, Hands::new().clock());
    join(&register, Join::Individual(child("Robin Small", "grown-up@example.org"))).await;
    let asks = read(&letters(&scratch, 1).await[0]);
    let token = Token::new(after(&asks.plain, "https://join.example.org/guardian/"));
    assert_eq!(register.refuse_guardian(&token, noon()).await.unwrap(), Refusal::Erased);
    a_while().await;
    post.stop().await;
    assert_eq!(scratch.read().len(), 1);
}

#[tokio::test]
async fn a_group_and_each_representative_get_their_own_letter() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let post = AtWork::start(&to_files(&scratch), &register, Hands::new().clock());
    let seat = |who: &str, address: &str| Representative { name: name(who), email: email(address) };
    let group = GroupJoin {
        kind: GroupKind::UserLed,
        name: name("The Tuesday Group"),
        website: None,
        postcode: Postcode::parse("BS5 6XX").unwrap(),
        contact_name: name("Jo Contact"),
        contact_email: email("jo@example.org"),
        contact_phone: None,
        representatives: vec![seat("Kim", "kim@example.org"), seat("Lee", "lee@example.org")],
        newsletter: false,
    };
    join(&register, Join::Group(group.clone())).await;
    let written = letters(&scratch, 3).await;
    let letter = |address: &str| {
        let letters = written.iter().map(|letter| read(letter));
        letters.into_iter().find(|letter| letter.header("To").contains(address)).unwrap()
    };
    let welcome = letter("jo@example.org");
    assert!(welcome.plain.contains("Kind: User-led group"));
    assert!(welcome.plain.contains("Branch: Bristol"));
    assert!(welcome.plain.contains("* Kim\n* Lee\n"));
    for address in ["kim@example.org", "lee@example.org"] {
        let asked = letter(address);
        let token = Token::new(after(&asked.plain, "https://join.example.org/representative/"));
        assert!(register.confirm_seat(&token, noon()).await.unwrap().is_some());
    }
    join(&register, Join::Group(group)).await;
    let written = letters(&scratch, 4).await;
    post.stop().await;
    let already = written.iter().map(|letter| read(letter));
    let already = already.filter(|letter| letter.plain.contains("has been a member since"));
    assert_eq!(already.count(), 1);
}
