//! Who represents a group, over HTTP: as its contact says, and as representatives do for themselves
//! who have signed in.

use crate::evidence::{PDF, seen, sends, sends_to};
use crate::support::{Answer, Server, Visitor, texts};

#[track_caller]
fn says(answer: &Answer, all: &[&str]) {
    for said in all {
        assert!(answer.text.contains(said), "“{said}” is not in:\n{}", answer.text);
    }
}

/// A group with two representatives, its contact signed in, and the address of its page.
async fn scene() -> (Server, Visitor, String) {
    let server = Server::start();
    crate::permits::join_group(&server, "Wednesday Walkers");
    let wilma = server.signed_in("wilma@example.org");
    let number = texts(&server.raw().await, "SELECT number FROM groups").await.remove(0);
    (server, wilma, format!("/me/groups/{number}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contact_names_somebody_else_whom_the_group_has_chosen() {
    let (server, wilma, group) = scene().await;
    let page = wilma.get(&group);
    says(&page, &["First representative", "Robin Walker", "Second representative"]);
    let name = format!("{group}/seats/1/name");
    says(&page, &[&format!("href=\"{name}\""), &format!("href=\"{group}/seats/2/remove\"")]);
    says(&wilma.get(&name), &["Robin Walker is in this seat now.", "democratic process"]);
    let form = |version, chosen| {
        let who = [("name", "Nia New"), ("email", "nia@example.org")];
        [[("version", version), ("chosen", chosen)], who].concat()
    };
    let wrong = wilma.post(&name, &form("1", ""));
    assert_eq!(wrong.status, 422);
    says(&wrong, &["<title>Error: ", "Tick to say that the group chose this person", "Nia New"]);
    let nothing = wilma.post(&name, &[("version", "1")]);
    assert_eq!(nothing.status, 422);
    says(&nothing, &["Enter their name"]);
    let done = wilma.post(&name, &form("1", "yes"));
    assert_eq!((done.status, done.location), (303, Some(format!("{group}?changed=named"))));
    // Sent twice, they are in it.
    let twice = wilma.post(&name, &form("1", "yes"));
    assert_eq!((twice.status, twice.location), (303, Some(format!("{group}?changed=named"))));
    says(&wilma.get(&format!("{group}?changed=named")), &["A letter is on its way", "Nia New"]);
    server.letter_to("nia@example.org", "/representative/");
    server.letter_to("robin@example.org", "Somebody else has been named");
    // The other device still shows the old one; nothing is lost.
    let other = [("name", "Nia New"), ("email", "nia@example.net")];
    let other = [[("version", "1"), ("chosen", "yes")], other].concat();
    let late = wilma.post(&name, &other);
    assert_eq!(late.status, 409);
    says(&late, &["Nia New: named", "value=\"nia@example.net\"", "value=\"2\""]);
    let again = wilma.post(&name, &form("2", "yes"));
    assert_eq!(again.status, 422);
    says(&again, &["This person represents the group already"]);
    for other in ["0", "3", "x"] {
        assert_eq!(wilma.get(&format!("{group}/seats/{other}/name")).status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_named_too_often_today_is_told_so_with_what_was_typed() {
    let (_server, wilma, group) = scene().await;
    let name = format!("{group}/seats/1/name");
    let post = |number: u8| {
        let (version, email) = (number.to_string(), format!("nia{number}@example.org"));
        let who = [("version", &*version), ("chosen", "yes"), ("name", "Nia New")];
        wilma.post(&name, &[&who[..], &[("email", &*email)]].concat())
    };
    for number in 1..=5 {
        assert_eq!(post(number).status, 303);
    }
    let refused = post(6);
    assert_eq!(refused.status, 429);
    says(&refused, &["several times today", "value=\"nia6@example.org\"", "value=\"6\""]);
    says(&wilma.get(&name), &["Nia New is in this seat now."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contact_removes_a_representative_who_is_told() {
    let (server, wilma, group) = scene().await;
    let remove = format!("{group}/seats/1/remove");
    let asked = wilma.get(&remove);
    says(&asked, &["<h1>Remove a representative?</h1>", "Robin Walker does not represent"]);
    let done = wilma.post(&remove, &[("version", "1")]);
    assert_eq!(done.location.as_deref(), Some(format!("{group}?changed=removed").as_str()));
    let told = server.letter_to("robin@example.org", "you do not represent it any more");
    assert!(!told.contains("Somebody else"), "{told}");
    says(&wilma.get(&group), &["Nobody is in this place.", "Sascha Walker"]);
    // Sent twice, or on a device that knows already, nobody is in it.
    for version in ["1", "2"] {
        let again = wilma.post(&remove, &[("version", version)]);
        assert_eq!(again.location, Some(format!("{group}?changed=removed")), "{version}");
    }
    assert_eq!(wilma.get(&remove).status, 404);
    let late = wilma.post(&format!("{group}/seats/2/remove"), &[("version", "1")]);
    assert_eq!(late.status, 409);
    says(&late, &["Sascha Walker", "value=\"2\""]);
    assert_eq!(texts(&server.raw().await, "SELECT name FROM seats").await, ["Sascha Walker"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_who_signed_in_does_what_they_do_by_the_letter() {
    let (server, wilma, group) = scene().await;
    let robin = server.signed_in("robin@example.org");
    let seat = format!("{group}/seats/1");
    says(&robin.get(&group), &[&format!("href=\"{seat}\"")]);
    says(&robin.get(&seat), &["Do you represent this group?", "robin@example.org"]);
    let yes = robin.post(&seat, &[("answer", "confirm")]);
    says(&yes, &["<h1>Thank you. You are confirmed", &format!("href=\"{seat}/stop\"")]);
    let form = [("was", "Robin Walker"), ("name", "Robyn Walker")];
    let renamed = robin.post(&format!("{seat}/rename"), &form);
    assert_eq!(renamed.location, Some(format!("{seat}?done=name")));
    says(&wilma.get(&group), &["Robyn Walker: has said yes"]);
    says(&robin.get(&format!("{seat}/everything")), &["Robyn Walker"]);
    // The seat of somebody else is not there, nor is one's own for the contact.
    for below in ["", "/rename", "/stop", "/everything", "/everything.json", "/evidence"] {
        assert_eq!(robin.get(&format!("{group}/seats/2{below}")).status, 404, "{below}");
    }
    assert_eq!(wilma.get(&seat).status, 404);
    assert_eq!(wilma.post(&format!("{seat}/stop"), &[("sure", "yes")]).status, 404);
    let stopped = robin.post(&format!("{seat}/stop"), &[("sure", "yes")]);
    says(&stopped, &["<h1>Your name is deleted</h1>"]);
    server.letter_to("wilma@example.org", "does not any more");
    // Nobody is known by the address any more.
    assert_eq!(robin.get(&seat).location.as_deref(), Some("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stops_twice_is_told_that_it_is_done_and_not_that_nothing_has_changed() {
    let (server, _wilma, group) = scene().await;
    // Sascha is a member besides, and stays signed in.
    server.join("Sascha Walker", "sascha@example.org", "bs5 6xx");
    for (email, place, status, said) in [
        ("robin@example.org", 1, 403, "<h1>You are not signed in</h1>"),
        ("sascha@example.org", 2, 404, "<h1>This place is not yours, or not any more</h1>"),
    ] {
        let seat = format!("{group}/seats/{place}");
        let visitor = server.signed_in(email);
        assert_eq!(visitor.post(&seat, &[("answer", "confirm")]).status, 200);
        let stop = || visitor.post(&format!("{seat}/stop"), &[("sure", "yes")]);
        says(&stop(), &["<h1>Your name is deleted</h1>"]);
        let done = "SELECT cast(count(*) AS text) FROM access_log";
        let before = texts(&server.raw().await, done).await;
        for again in [stop(), visitor.post(&seat, &[("answer", "decline")])] {
            assert_eq!(again.status, status, "{}", again.text);
            says(&again, &[said, "If you have said no or stopped already"]);
            assert!(!again.text.contains("nothing has changed. What you typed"), "{}", again.text);
        }
        assert_eq!(texts(&server.raw().await, done).await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contact_answers_in_a_representatives_place_and_their_look_is_written_down() {
    let (server, wilma, group) = scene().await;
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let ask = group.replace("/me/", "/committee/bristol/");
    let form = [("version", "1"), ("due", "2100-01-01")];
    assert_eq!(chair.post(&format!("{ask}/seats/1/ask"), &form).status, 303);
    let evidence = format!("{group}/seats/1/evidence");
    says(&wilma.get(&group), &[&format!("href=\"{evidence}\"")]);
    let asked = wilma.get(&evidence);
    says(&asked, &["How did the group choose Robin Walker?", "You can answer in their place."]);
    let refused = sends(&wilma, &evidence, "", None);
    assert_eq!(refused.status, 422);
    let sent = sends(&wilma, &evidence, "By vote", Some(("a.pdf", PDF)));
    assert_eq!(sent.location.as_deref(), Some(evidence.as_str()));
    let looks = "SELECT cast(count(*) AS text) FROM access_log WHERE action = 'evidence-opened'";
    assert_eq!(texts(&server.raw().await, looks).await, ["0"]);
    let sent = wilma.get(&evidence);
    says(&sent, &["By vote", "a.pdf", &format!("href=\"{group}\"")]);
    says(&sent, &["We write to Robin Walker when it has been looked at."]);
    assert_eq!(wilma.get(&format!("{evidence}/1/file")).status, 200);
    assert_eq!(texts(&server.raw().await, looks).await, ["2"]);
    // It is the representative's, who looks at their own.
    let robin = server.signed_in("robin@example.org");
    let seen = robin.get(&evidence);
    says(&seen, &["By vote", "a.pdf", "We write to you when it has been looked at."]);
    // Neither is told to have written what the other may have.
    for page in [&sent, &seen] {
        says(page, &["What was written"]);
        assert!(!page.text.contains("You wrote") && !page.text.contains("You sent"));
    }
    assert_eq!(robin.get(&format!("{evidence}/1/file")).status, 200);
    assert_eq!(texts(&server.raw().await, looks).await, ["2"]);
    let sascha = server.signed_in("sascha@example.org");
    assert_eq!(sascha.get(&evidence).status, 404);
    assert_eq!(sends(&sascha, &evidence, "Not mine", None).status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_that_comes_after_the_session_is_kept_in_the_page_and_can_be_sent_again() {
    let (server, wilma, group) = scene().await;
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let ask = format!("{}/seats/1/ask", group.replace("/me/", "/committee/bristol/"));
    let form = [("version", "1"), ("due", "2100-01-01")];
    assert_eq!(chair.post(&ask, &form).status, 303);
    let page = format!("{group}/seats/1/evidence");
    let opened = seen(&wilma, &page);
    wilma.post("/sign-out", &[]);
    let text = "By <b>vote</b>";
    let kept = sends_to(&wilma, &opened, text, Some(("a.pdf", PDF)));
    assert_eq!(kept.status, 403, "{}", kept.text);
    says(&kept, &["What you typed is kept on this page.", "By &lt;b>vote&lt;/b>"]);
    says(&kept, &["If you chose a file, choose it again.", &format!("action=\"{opened}\"")]);
    assert_eq!(texts(&server.raw().await, "SELECT state FROM evidence").await, ["requested"]);
    // Signed in beside it, that page sends what it was filled in for.
    let wilma = server.signed_in("wilma@example.org");
    let sent = sends_to(&wilma, &opened, text, Some(("a.pdf", PDF)));
    assert_eq!(sent.location.as_deref(), Some(page.as_str()));
    assert_eq!(texts(&server.raw().await, "SELECT state FROM evidence").await, ["supplied"]);
    // What is no such form is not kept.
    let nothing = server.visitor().post(&opened, &[("text", "By vote")]);
    assert_eq!(nothing.location.as_deref(), Some("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_takes_no_place_of_what_was_not_seen_nor_of_another_representatives() {
    let (server, wilma, group) = scene().await;
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    let ask = format!("{}/seats/1/ask", group.replace("/me/", "/committee/bristol/"));
    let asks = |version| chair.post(&ask, &[("version", version), ("due", "2100-01-01")]).status;
    assert_eq!(asks("1"), 303);
    let page = format!("{group}/seats/1/evidence");
    let robin = server.signed_in("robin@example.org");
    let [robins, wilmas] = [&robin, &wilma].map(|who| seen(who, &page));
    for _ in 0..2 {
        // Sent twice, it is there.
        let sent = sends_to(&robin, &robins, "By vote", Some(("a.pdf", PDF)));
        assert_eq!(sent.location.as_deref(), Some(page.as_str()));
    }
    let late = sends_to(&wilma, &wilmas, "By lot", None);
    assert_eq!(late.status, 409, "{}", late.text);
    says(&late, &["This was changed while you wrote", "a.pdf", "By lot</textarea>"]);
    let held = "SELECT text FROM evidence";
    assert_eq!(texts(&server.raw().await, held).await, ["By vote"]);
    // What is wrong does not make it seen.
    let refused = sends_to(&wilma, &wilmas, "", None);
    assert_eq!(refused.status, 422);
    says(&refused, &[&format!("action=\"{wilmas}\"")]);

    let name = [("name", "Nia New"), ("email", "nia@example.org"), ("chosen", "yes")];
    let version = texts(&server.raw().await, "SELECT cast(version AS text) FROM groups").await;
    let named = [[("version", version[0].as_str())].as_slice(), &name].concat();
    let still = seen(&wilma, &page);
    assert_eq!(wilma.post(&format!("{group}/seats/1/name"), &named).status, 303);
    let version = texts(&server.raw().await, "SELECT cast(version AS text) FROM groups").await;
    assert_eq!(asks(&version[0]), 303);
    let other = sends_to(&wilma, &still, "Robin was chosen by lot", None);
    assert_eq!(other.status, 409, "{}", other.text);
    says(&other, &["How did the group choose Nia New?", "Robin was chosen by lot</textarea>"]);
    assert_eq!(texts(&server.raw().await, "SELECT state FROM evidence").await, ["requested"]);
}
