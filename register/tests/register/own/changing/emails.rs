//! Another e-mail address: asked for, confirmed at the new one, taken back from the old one.

use register::{
    EmailAsked, Expiring, LetterContent, NewAddress, NewEmail, OldEmail, Permitted, Token,
};
use rstest::rstest;
use rules::*;

use super::*;

/// A register in which Ada is a member, and her permit.
struct Scene {
    database: TestDatabase,
    register: Register,
    permit: OwnPermit,
    session: Token,
}

impl Scene {
    async fn new(backend: Backend) -> Self {
        Self::with(backend, &[]).await
    }

    /// With others who joined before her.
    async fn with(backend: Backend, others: &[IndividualJoin]) -> Self {
        let database = TestDatabase::new(backend).await;
        let register = database.open().await;
        register.join(submission("a", ada())).await.unwrap();
        for (number, other) in others.iter().enumerate() {
            register.join(submission(&number.to_string(), other.clone())).await.unwrap();
        }
        let session = sign_in(&register, "ada@example.org", noon()).await;
        let permit = allowed(register.own_permit(&session, noon()).await.unwrap());
        Self { database, register, permit, session }
    }

    async fn signed_in_as(self, address: &str) -> Self {
        let permit = own_permit(&self.register, address).await;
        Self { permit, ..self }
    }

    async fn asks(&self, address: &str) -> EmailAsked {
        let seen = own(&self.register, &self.permit).await.contact.version;
        let address = email(address);
        let asked = self.register.ask_for_email(&self.permit, "M-a", &address, seen, noon()).await;
        asked.unwrap().unwrap()
    }

    /// The next letter that is due, by its kind; others are sent on the way.
    async fn letter(
        &self,
        is_it: impl Fn(&LetterContent) -> bool,
    ) -> Option<(String, LetterContent)> {
        loop {
            let claimed = self.register.claim_letter(noon(), &fresh("link"), minutes(5)).await;
            let letter = claimed.unwrap()?;
            self.register.letter_sent(letter.id, noon()).await.unwrap();
            if is_it(&letter.content) {
                return Some((letter.to.email, letter.content));
            }
        }
    }

    /// To whom the letter to the new address goes, and what it says.
    async fn letter_to_new(&self) -> Option<(String, NewAddress)> {
        let letter = self.letter(|content| matches!(content, LetterContent::EmailNew(_))).await?;
        let LetterContent::EmailNew(address) = letter.1 else { return None };
        Some((letter.0, address))
    }

    /// Asks for an address, and gives the link in the letter to it.
    async fn link_to_new(&self, address: &str) -> Token {
        assert_eq!(self.asks(address).await, EmailAsked::Noted);
        let letter = self.letter_to_new().await;
        let Some((to, NewAddress::Open { token, until, .. })) = letter else {
            panic!("{letter:?}");
        };
        assert_eq!((to.as_str(), until), (address, noon() + days(7)));
        token
    }

    /// Changes the address, and gives the link in the letter to the old one.
    async fn changes(&self, address: &str) -> Token {
        let link = self.link_to_new(address).await;
        self.register.confirm_email(&link, noon()).await.unwrap().unwrap();
        self.link_to_old().await
    }

    async fn link_to_old(&self) -> Token {
        let is_old = |content: &LetterContent| matches!(content, LetterContent::EmailOld { .. });
        let letter = self.letter(is_old).await;
        let Some((_, LetterContent::EmailOld { token, until, .. })) = letter else {
            panic!("{letter:?}");
        };
        assert_eq!(until, noon() + days(7));
        token
    }

    async fn address(&self) -> String {
        self.database.texts("SELECT email FROM people ORDER BY id").await.remove(0)
    }
}

#[rstest]
#[tokio::test]
async fn an_address_is_the_members_when_it_is_confirmed_and_not_before(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let Scene { database, register, .. } = &scene;
    let link = scene.link_to_new("King@example.net").await;
    assert_eq!(scene.address().await, "ada@example.org");
    let waits = own(register, &scene.permit).await.email_waits.unwrap();
    assert_eq!((waits.email.as_str(), waits.until), ("King@example.net", noon() + days(7)));
    let asked = NewEmail {
        email: "King@example.net".to_owned(),
        group: None,
        shared: false,
        confirmed: false,
    };
    assert_eq!(register.new_email(&link, noon()).await.unwrap(), Some(asked.clone()));

    let confirmed = Some(NewEmail { confirmed: true, ..asked });
    assert_eq!(register.confirm_email(&link, noon()).await.unwrap(), confirmed);
    assert_eq!(scene.address().await, "King@example.net");
    // Once more changes nothing, and owes no second letter.
    let after = database.dump().await;
    assert_eq!(register.confirm_email(&link, noon()).await.unwrap(), confirmed);
    assert_eq!(register.new_email(&link, noon()).await.unwrap(), confirmed);
    assert!(!register.refuse_email(&link, noon()).await.unwrap());
    assert_eq!(database.dump().await, after);

    let admin = database.administrator(register, "admin@example.org").await;
    assert_eq!(found(register, &admin, "ada@example.org").await, [""; 0]);
    assert_eq!(found(register, &admin, "king@example.net").await, ["M-a"]);
    assert_eq!(names(&people(register, "king@example.net").await), ["Ada Lovelace"]);
    let logged = "SELECT actor || ' ' || action FROM access_log \
        WHERE action LIKE 'email-%' ORDER BY id";
    assert_eq!(database.texts(logged).await, ["account email-asked", "member email-changed"]);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn the_old_address_is_told_and_signs_nobody_in_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let Scene { database, register, .. } = &scene;
    let link = scene.link_to_new("king@example.net").await;
    register.confirm_email(&link, noon()).await.unwrap().unwrap();
    let old = scene.letter(|content| matches!(content, LetterContent::EmailOld { .. })).await;
    let Some((to, LetterContent::EmailOld { name, .. })) = old else { panic!("{old:?}") };
    assert_eq!((to.as_str(), name.as_str()), ("ada@example.org", "Ada Lovelace"));
    // The session showed that somebody reads the letters to the old one.
    assert_eq!(register.own_permit(&scene.session, noon()).await.unwrap(), Permitted::SignIn);
    assert_eq!(register.own_place(&scene.permit, noon()).await.unwrap(), None);
    assert_eq!(ask(register, "ada@example.org", &fresh("browser"), noon()).await.map(|_| ()), None);
    assert_eq!(database.count("accounts").await, 0);
}

#[rstest]
#[tokio::test]
async fn whoever_else_has_the_old_address_stays_signed_in_and_sees_the_rest(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let sister = IndividualJoin { name: name("Zoe Lovelace"), ..ada() };
    let scene = Scene::with(backend, &[sister]).await;
    scene.changes("king@example.net").await;
    let own_place = place(&scene.register, &scene.permit).await;
    assert_eq!(names(&own_place.people), ["Zoe Lovelace"]);
    let asked = scene.register.withdraw_email(&scene.permit, "M-a", noon()).await.unwrap();
    assert_eq!(asked, None);
}

#[rstest]
#[tokio::test]
async fn whosever_an_address_is_the_answer_is_the_same_and_the_letter_says_what_is_so(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let others = [
        IndividualJoin { email: email("bob@example.net"), ..somebody(1) },
        IndividualJoin { email: email("same@example.net"), name: name("ADA lovelace"), ..ada() },
    ];
    let scene = Scene::with(backend, &others).await;
    for (address, expected) in [
        ("new@example.net", Some(false)),
        ("BOB@example.net", Some(true)),
        ("same@example.net", None),
    ] {
        assert_eq!(scene.asks(address).await, EmailAsked::Noted);
        let waits = own(&scene.register, &scene.permit).await.email_waits.unwrap();
        assert_eq!(waits.email, address);
        let (to, letter) = scene.letter_to_new().await.unwrap();
        assert_eq!(to, address);
        let shared = match letter {
            NewAddress::Open { shared, .. } => Some(shared),
            NewAddress::Taken => None,
        };
        assert_eq!(shared, expected, "{address}");
    }
    assert_eq!(scene.address().await, "ada@example.org");
    assert_eq!(scene.asks("ADA@example.org").await, EmailAsked::SameAddress);
}

#[rstest]
#[tokio::test]
async fn a_family_comes_to_share_an_address_by_the_yes_of_whoever_reads_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let bob = IndividualJoin { email: email("bob@example.net"), ..somebody(1) };
    let scene = Scene::with(backend, &[bob]).await;
    let link = scene.link_to_new("bob@example.net").await;
    let confirmed = scene.register.confirm_email(&link, noon()).await.unwrap().unwrap();
    assert!(confirmed.shared && confirmed.confirmed);
    let both = people(&scene.register, "bob@example.net").await;
    assert_eq!(names(&both), ["Ada Lovelace", "Somebody 1"]);
}

#[rstest]
#[tokio::test]
async fn who_comes_to_an_address_under_the_same_name_meanwhile_has_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let link = scene.link_to_new("same@example.net").await;
    let same = IndividualJoin { email: email("same@example.net"), ..ada() };
    scene.register.join(submission("b", same)).await.unwrap();
    let before = scene.database.dump().await;
    assert_eq!(scene.register.new_email(&link, noon()).await.unwrap(), None);
    assert_eq!(scene.register.confirm_email(&link, noon()).await.unwrap(), None);
    assert_eq!(scene.database.dump().await, before);
    // The same the other way: whoever joined with the old one keeps it.
    let old = scene.changes("other@example.net").await;
    scene.register.join(submission("c", ada())).await.unwrap();
    assert_eq!(scene.register.old_email(&old, noon()).await.unwrap(), None);
    assert_eq!(scene.register.revert_email(&old, noon()).await.unwrap(), None);
    assert_eq!(scene.address().await, "other@example.net");
}

#[rstest]
#[tokio::test]
async fn from_the_old_address_it_is_taken_back_for_seven_days_whatever_was_changed_since(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let old = scene.changes("thief@example.net").await;
    let scene = scene.signed_in_as("thief@example.net").await;
    let second = scene.changes("thief2@example.net").await;
    let scene = scene.signed_in_as("thief2@example.net").await;
    assert_eq!(scene.asks("thief3@example.net").await, EmailAsked::Noted);
    let Scene { database, register, permit: thief, .. } = &scene;

    let found = OldEmail {
        name: "Ada Lovelace".to_owned(),
        group: None,
        email: "ada@example.org".to_owned(),
        until: noon() + days(7),
        reverted: false,
    };
    assert_eq!(register.old_email(&old, noon()).await.unwrap(), Some(found.clone()));
    let reverted = Some(OldEmail { reverted: true, ..found });
    let at = noon() + days(7) - minutes(1);
    assert_eq!(register.revert_email(&old, at).await.unwrap(), reverted);
    assert_eq!(database.texts("SELECT email FROM people").await, ["ada@example.org"]);
    assert_eq!(database.count("email_changes").await, 1);
    // What had been asked for does not go out any more.
    assert_eq!(scene.letter_to_new().await, None);
    // Nobody is signed in with the new ones, nor goes back to them.
    assert_eq!(register.own_place(thief, at).await.unwrap(), None);
    assert_eq!(register.revert_email(&second, at).await.unwrap(), None);
    let after = database.dump().await;
    assert_eq!(register.revert_email(&old, at).await.unwrap(), reverted);
    assert_eq!(database.dump().await, after);
    assert_eq!(names(&people(register, "ada@example.org").await), ["Ada Lovelace"]);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_link_works_for_seven_days_and_not_when_another_address_was_asked_for_or_put_right(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let Scene { database, register, .. } = &scene;
    let first = scene.link_to_new("one@example.net").await;
    let second = scene.link_to_new("two@example.net").await;
    assert_eq!(register.confirm_email(&first, noon()).await.unwrap(), None);
    let end = noon() + days(7);
    assert!(register.new_email(&second, end - minutes(1)).await.unwrap().is_some());
    assert_eq!(register.new_email(&second, end).await.unwrap(), None);
    assert_eq!(register.confirm_email(&second, end).await.unwrap(), None);
    register.withdraw_email(&scene.permit, "M-a", noon()).await.unwrap().unwrap();
    assert_eq!(own(register, &scene.permit).await.email_waits, None);
    assert_eq!(register.confirm_email(&second, noon()).await.unwrap(), None);
    // Withdrawn twice, it is as it was.
    let before = database.dump().await;
    register.withdraw_email(&scene.permit, "M-a", noon()).await.unwrap().unwrap();
    assert_eq!(database.dump().await, before);

    let third = scene.link_to_new("three@example.net").await;
    let admin = database.administrator(register, "admin@example.org").await;
    let details = register::Details {
        name: name("Ada Lovelace"),
        email: email("right@example.org"),
        phone: None,
        postcode: None,
    };
    let seen = seen(register, &admin, "M-a").await.version;
    register.correct_details(&admin, "M-a", &details, seen, noon()).await.unwrap().unwrap();
    assert_eq!(register.confirm_email(&third, noon()).await.unwrap(), None);
    assert_eq!(scene.address().await, "right@example.org");
    // One kind of link is not the other.
    let old = fresh("unknown");
    assert_eq!(register.old_email(&old, noon()).await.unwrap(), None);
    assert_eq!(register.revert_email(&third, noon()).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn whoever_reads_the_new_address_says_no_and_nothing_waits(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let link = scene.link_to_new("stranger@example.net").await;
    assert!(scene.register.refuse_email(&link, noon()).await.unwrap());
    assert!(!scene.register.refuse_email(&link, noon()).await.unwrap());
    assert_eq!(own(&scene.register, &scene.permit).await.email_waits, None);
    for table in ["email_changes", "email_links"] {
        assert_eq!(scene.database.count(table).await, 0, "{table}");
    }
}

#[rstest]
#[tokio::test]
async fn nobodys_inbox_is_filled_and_no_state_is_overwritten_unseen(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::with(backend, &[somebody(1)]).await;
    let Scene { register, permit, .. } = &scene;
    let new = email("new@example.net");
    let stranger = register.ask_for_email(permit, "M-0", &new, version("1"), noon()).await;
    assert_eq!(stranger.unwrap(), None);
    let late = register.ask_for_email(permit, "M-a", &new, version("7"), noon()).await;
    assert_eq!(late.unwrap(), Some(EmailAsked::ChangedMeanwhile));
    for _ in 0..5 {
        scene.link_to_new("victim@example.net").await;
        register.withdraw_email(permit, "M-a", noon()).await.unwrap().unwrap();
    }
    let before = scene.database.dump().await;
    assert_eq!(scene.asks("victim@example.net").await, EmailAsked::TooOften);
    assert_eq!(scene.database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn a_change_is_erased_seven_days_after_it_was_asked_for_or_confirmed(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    use crate::retention::goes_at;
    let scene = Scene::new(backend).await;
    assert_eq!(scene.asks("one@example.net").await, EmailAsked::Noted);
    // Even its letter does not go out any more.
    goes_at(&scene.register, Expiring::EmailChanges, noon() + days(7), 1).await;
    assert_eq!(scene.letter_to_new().await, None);
    scene.changes("two@example.net").await;
    goes_at(&scene.register, Expiring::EmailChanges, noon() + days(7), 1).await;
    for table in ["email_changes", "email_links"] {
        assert_eq!(scene.database.count(table).await, 0, "{table}");
    }
    // That a letter was sent is known for longer.
    let sent = "SELECT count(*) FROM letters WHERE kind LIKE 'email-%' AND state = 'sent'";
    assert_eq!(scene.database.number(sent).await, 2);
}
