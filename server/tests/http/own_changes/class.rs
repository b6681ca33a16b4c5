//! The class of a membership.

use super::*;

/// Somebody of this age who has joined as an associate member.
pub(super) async fn associate(age: &str, born: Option<(&str, &str)>) -> Own {
    let server = Server::start();
    let visitor = server.visitor();
    let mut details = vec![("name", "Ada Okafor"), ("email", "ada@example.org"), ("phone", "")];
    if age != "18-or-over" {
        let (month, year) = born.unwrap_or_default();
        details.extend([("birth-month", month), ("birth-year", year)]);
    }
    let mut answers: Vec<(&str, &[(&str, &str)])> = vec![("who", &[("who", "me")])];
    let (age, asked) = ([("age", age)], age == "18-or-over");
    answers.push(("age", &age));
    if asked {
        answers.push(("experience", &[("experience", "no")]));
    }
    answers.push(("membership", &[("membership", "associate")]));
    answers.push(("where", &[("postcode", "BS5 6XX")]));
    answers.push(("details", &details));
    answers.push(("consent", &[("consent", "yes")]));
    visitor.answer_all(&answers);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
    Own::of(server, "ada@example.org").await
}

const EXPERIENCE: (&str, &str) = ("asked", "experience");

#[tokio::test(flavor = "multi_thread")]
async fn an_associate_is_asked_afresh_in_the_same_words_and_becomes_a_full_member() {
    let own = associate("18-or-over", None).await;
    own.says("Become a full member");
    let asked = own.page("class");
    let words = ["<h1", "Do any of these describe you?", "We never ask which of these it is."];
    shows(&asked, 200, &words);
    shows(&asked, 200, &["We do not keep your answer", "Yes, at least one", "I’d rather not say"]);
    assert!(!asked.text.contains("checked"));
    let missing = own.post("class", &[("version", "1"), EXPERIENCE]);
    shows(&missing, 422, &["<title>Error: ", "href=\"#experience\"", "Choose yes, no, or that"]);
    let answer = [("version", "1"), EXPERIENCE, ("experience", "yes")];
    let open = own.post("class", &answer);
    shows(&open, 200, &["<h1>You can become a full member</h1>", "Vote at meetings"]);
    own.says("Associate member");
    assert_eq!(own.holds("SELECT class FROM memberships").await, "associate");

    // Sent twice, it is done once, and not undone.
    let sure = [("version", "1"), ("experience", "yes"), ("to", "full"), ("sure", "yes")];
    for _ in 0..2 {
        let done = own.post("class", &sure);
        assert_eq!((done.status, done.location.as_deref()), (303, Some("/me?changed=membership")));
    }
    own.says("Stand for your local branch committee");
    assert_eq!(own.holds("SELECT class FROM memberships").await, "full");
    assert_eq!(own.holds("SELECT was || ' ' || became FROM class_changes").await, "associate full");
}

#[tokio::test(flavor = "multi_thread")]
async fn any_other_answer_leaves_them_as_they_are_and_no_answer_is_kept() {
    let own = associate("18-or-over", None).await;
    let before = own.server.dump().await;
    for answer in ["no", "rather-not-say"] {
        let form = [("version", "1"), ("experience", answer), ("sure", "yes")];
        let stays = own.post("class", &form);
        shows(
            &stays,
            200,
            &["<h1>You stay an associate member</h1>", "We do not keep your answer."],
        );
    }
    for form in [
        &[("version", "1"), ("experience", "maybe"), EXPERIENCE][..],
        &[("version", "1"), ("age", "13-to-17"), EXPERIENCE],
    ] {
        assert_eq!(own.post("class", form).status, 422, "{form:?}");
    }
    assert_eq!(own.post("class", &[("version", "1"), ("class", "full")]).status, 400);
    assert_eq!(own.server.dump().await, before);
    let sure = [("version", "1"), ("experience", "yes"), ("sure", "yes")];
    assert_eq!(own.post("class", &sure).status, 303);
    for (table, rows) in own.server.dump().await {
        for row in rows {
            assert!(!row.contains("experience") && !row.contains("rather"), "{table}: {row}");
        }
    }
    let log = own.server.log();
    assert!(!log.contains("rather-not-say") && !log.contains("experience="), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_member_becomes_an_associate_without_a_reason() {
    let own = Own::new().await;
    let look = own.page("class");
    shows(&look, 200, &["Become an associate member", "need no reason"]);
    assert!(!look.text.contains("Do any of these describe you?"));
    shows(&own.post("class", &[("version", "1")]), 200, &["need no reason"]);
    for _ in 0..2 {
        let sure = [("version", "1"), ("to", "associate"), ("sure", "yes")];
        assert_eq!(own.post("class", &sure).location.as_deref(), Some("/me?changed=membership"));
    }
    assert_eq!(own.holds("SELECT class FROM memberships").await, "associate");
    // On the device that still shows the question, it is so already.
    let again = own.post("class", &[("version", "1"), ("sure", "yes"), ("experience", "yes")]);
    shows(&again, 409, &["Nothing has happened here so far."]);
    assert_eq!(own.holds("SELECT class FROM memberships").await, "associate");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_old_they_are_is_asked_only_where_it_may_be_either() {
    let own = associate("13-to-17", Some(("1", "2012"))).await;
    let page = own.visitor.get("/me").text;
    assert!(!page.contains("Become a full member"));
    let sure = [("version", "1"), ("age", "18-or-over"), ("experience", "yes"), ("sure", "yes")];
    for answer in [own.page("class"), own.post("class", &sure)] {
        shows(&answer, 200, &["You stay an associate member", "from 1 January 2030 on"]);
    }
    assert_eq!(own.holds("SELECT class FROM memberships").await, "associate");

    // Since they joined, they may have come of age.
    let own = associate("13-to-17", None).await;
    let raw = own.server.raw().await;
    use sea_orm::ConnectionTrait;
    let then = "UPDATE memberships SET asked_at = '2025-01-01T00:00:00+00:00', \
        started_at = '2025-01-01T00:00:00+00:00'";
    raw.execute_unprepared(then).await.unwrap();
    raw.close().await.unwrap();
    shows(&own.page("class"), 200, &["How old are you?", "13 to 17"]);
    shows(
        &own.post("class", &[("version", "1"), ("asked", "age")]),
        422,
        &["Choose how old you are"],
    );
    let child = [("version", "1"), ("asked", "age"), ("age", "13-to-17")];
    shows(&own.post("class", &child), 200, &["You stay an associate member", "18th birthday"]);
    let adult = [("version", "1"), ("asked", "age"), ("age", "18-or-over")];
    let asked = own.post("class", &adult);
    shows(&asked, 200, &["Do any of these describe you?", "name=\"age\" value=\"18-or-over\""]);
    assert_eq!(own.post("class", &sure).status, 303);
    let known = "SELECT class || ' ' || age FROM memberships JOIN people ON people.id = person_id";
    assert_eq!(own.holds(known).await, "full 18-or-over");
}
