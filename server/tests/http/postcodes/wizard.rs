//! A postcode that nobody finds, and one whose local authority decides.

use crate::support::{Server, Visitor, between};

const UNTIL_WHERE: &[(&str, &[(&str, &str)])] = &[
    ("who", &[("who", "me")]),
    ("age", &[("age", "18-or-over")]),
    ("experience", &[("experience", "yes")]),
    ("membership", &[("membership", "full")]),
];

const QUESTION: &str = "We cannot find this postcode. Check it; if it is right, go on.";

fn at_where(server: &Server) -> Visitor {
    let visitor = server.visitor();
    visitor.answer_all(UNTIL_WHERE);
    visitor
}

#[test]
fn a_postcode_that_nobody_finds_is_asked_about_once_and_then_taken() {
    let server = Server::start().with_directory();
    let visitor = at_where(&server);
    let asked = visitor.post("/join/where", &[("postcode", "bs5 9zz"), ("start-branch", "yes")]);
    assert_eq!(asked.status, 200);
    assert!(asked.text.contains(QUESTION) && asked.text.contains("value=\"BS5 9ZZ\""));
    assert!(!asked.text.contains("There is a problem") && !asked.text.contains("<title>Error"));
    let meant = between(&asked.text, "name=\"meant\" value=\"", "\"").to_owned();
    // Another one that is not there either is asked about anew.
    let other = [("postcode", "BS5 8ZZ"), ("meant", meant.as_str())];
    assert!(visitor.post("/join/where", &other).text.contains(QUESTION));
    let again = visitor.post("/join/where", &[("postcode", "BS5 9ZZ"), ("meant", &meant)]);
    assert_eq!((again.status, again.location.as_deref()), (303, Some("/join/details")));
    // What was answered is kept even by whoever goes on past the question.
    let visitor = at_where(&server);
    assert!(visitor.post("/join/where", &[("postcode", "BS5 9ZZ")]).text.contains(QUESTION));
    let details = [("name", "Ada"), ("email", "ada@example.org"), ("phone", "")];
    assert_eq!(visitor.post("/join/details", &details).status, 303);
    assert_eq!(visitor.post("/join/consent", &[("consent", "yes")]).status, 303);
    assert!(visitor.get("/join/check").text.contains("BS5 9ZZ (Bristol branch)"));
    let joined = visitor.post("/join/check", &[]);
    assert_eq!(joined.location.as_deref(), Some("/join/done"));
}

#[test]
fn the_postcode_of_a_group_is_asked_about_too() {
    let server = Server::start().with_directory();
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "group")]),
        ("group-kind", &[("group-kind", "self-help")]),
        ("group-work", &[("group-work", "yes")]),
    ]);
    let mut group = vec![
        ("group-name", "Wednesday Walkers"),
        ("group-postcode", "BS5 9ZZ"),
        ("contact-name", "Wilma Walker"),
        ("contact-email", "wilma@example.org"),
    ];
    let asked = visitor.post("/join/group", &group);
    assert!(asked.status == 200 && asked.text.contains(QUESTION), "{}", asked.text);
    group.push(("meant", "BS5 9ZZ"));
    assert_eq!(visitor.post("/join/group", &group).status, 303);
}

#[test]
fn without_a_directory_and_for_a_postcode_that_is_there_nothing_is_asked() {
    let without = Server::start();
    assert_eq!(at_where(&without).post("/join/where", &[("postcode", "BS5 9ZZ")]).status, 303);
    assert_eq!(without.visitor().post("/api/find-postcode", &[("postcode", "BS5 6XX")]).text, "");
    assert!(!at_where(&without).get("/join/where").text.contains("directory="));
    let server = without.with_directory();
    assert!(at_where(&server).get("/join/where").text.contains("directory="));
    // The forces' numbers are in no directory.
    for postcode in ["BS5 6XX", "JE2 3AB", "BFPO 58"] {
        let answer = at_where(&server).post("/join/where", &[("postcode", postcode)]);
        assert_eq!(answer.status, 303, "{postcode}");
    }
}

#[test]
fn the_directory_is_asked_by_a_form_and_says_nothing_to_anything_else() {
    let server = Server::start().with_directory();
    let visitor = server.visitor();
    let find = |postcode| visitor.post("/api/find-postcode", &[("postcode", postcode)]);
    let found = find("bs56xx");
    assert_eq!((found.status, found.text.as_str()), (200, "BS5 6XX=E06000023"));
    assert_eq!(found.headers["cache-control"], "no-store");
    assert_eq!(find("JE2 3AB").text, "JE2 3AB=");
    assert_eq!(find("BS5 9ZZ").text, "BS5 9ZZ");
    for wrong in ["", "BS5", "<b>", "BS5 6XX; DROP TABLE people"] {
        assert_eq!(find(wrong).status, 400, "{wrong}");
    }
    let twice = [("postcode", "BS5 6XX"), ("postcode", "BS5 6XX")];
    assert_eq!(visitor.post("/api/find-postcode", &twice).status, 400);
    let other = visitor.post_bytes("/api/find-postcode", "text/plain", b"postcode=BS5 6XX");
    assert_eq!(other.status, 400);
    assert_eq!(visitor.get("/api/find-postcode?postcode=BS5%206XX").status, 405);
    // No log has a postcode.
    let log = server.log();
    assert!(!log.contains("BS5") && !log.contains("6XX"), "{log}");
}

#[test]
fn a_local_authority_decides_where_no_district_does() {
    let server = Server::start().with_directory();
    let admin = server.administrator("admin@example.org");
    let look = "/network/branches/bristol/areas/E06000023/add";
    let page = admin.get(look);
    assert!(page.text.contains("Add Bristol, City of to Bristol branch"), "{}", page.text);
    let mark = between(&page.text, "name=\"mark\" value=\"", "\"").to_owned();
    assert_eq!(admin.post(look, &[("mark", &mark)]).status, 303);
    for (postcode, says) in [
        ("BA2 4AB", "Bristol branch covers BA2 4AB"),
        ("BA2 4AA", "No branch covers BA2 4AA yet"),
        ("BS5 6XX", "Bristol branch covers BS5:"),
    ] {
        let visitor = at_where(&server);
        assert_eq!(visitor.post("/join/where", &[("postcode", postcode)]).status, 303);
        let page = visitor.get("/join/where").text;
        assert!(page.contains(says), "{postcode}: {page}");
    }
    let visitor = at_where(&server);
    visitor.answer_all(&[
        ("where", &[("postcode", "BA2 4AB")]),
        ("details", &[("name", "Ada"), ("email", "ada@example.org"), ("phone", "")]),
        ("consent", &[("consent", "yes")]),
    ]);
    assert!(visitor.get("/join/check").text.contains("BA2 4AB (Bristol branch)"));
    assert_eq!(visitor.post("/join/check", &[]).status, 303);
    assert!(visitor.get("/join/done").text.contains("Bristol"));
}
