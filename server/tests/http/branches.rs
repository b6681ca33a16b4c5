//! Branches, as administrators see and change them, over HTTP.

use crate::support::{Server, Visitor, between};

const BRANCHES: &str = "/network/branches";

/// The mark that a look has in its form.
fn mark(visitor: &Visitor, look: &str) -> String {
    let page = visitor.get(look);
    assert_eq!(page.status, 200, "{}", page.text);
    between(&page.text, "name=\"mark\" value=\"", "\"").to_owned()
}

/// Looks at a change, and makes it; gives where that leads.
fn make(visitor: &Visitor, look: &str) -> String {
    let mark = mark(visitor, look);
    let made = visitor.post(look, &[("mark", &mark)]);
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.unwrap()
}

/// Starts Bath, with these areas.
fn bath(admin: &Visitor, areas: &[&str]) {
    let founded = admin.post(BRANCHES, &[("name", "Bath")]);
    assert_eq!(founded.location.as_deref(), Some("/network/branches/bath?done=branch-founded"));
    for area in areas {
        let added = admin.post("/network/branches/bath/areas", &[("area", area)]);
        let said = "/network/branches/bath?done=area-added";
        assert_eq!(added.location.as_deref(), Some(said), "{}", added.text);
    }
}

#[test]
fn an_administrator_starts_a_branch_and_makes_it_active() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    server.join("Ada Okafor", "ada@example.org", "BA1 1AA");
    server.join("Bea Okafor", "bea@example.org", "BS5 6XX");
    assert!(admin.get("/committee").text.contains("href=\"/network/branches\""));
    let list = admin.get(BRANCHES).text;
    assert!(list.contains("BS1 to BS16") && list.contains("Fewer than 5"), "{list}");
    bath(&admin, &[" ba1 ", "BA 3", "BA2 4", "bs5   6"]);
    let page = admin.get("/network/branches/bath?done=area-added").text;
    assert!(page.contains("The area is added.") && page.contains("BA2 4"), "{page}");
    assert!(page.contains("This branch is forming."));
    // The wizard does not know it yet.
    assert!(!server.visitor().get("/branches").text.contains("Bath"));
    let look = admin.get("/network/branches/bath/activate").text;
    assert!(look.contains("2 members and groups would come to this branch"), "{look}");
    assert!(look.contains("1 of them would come from another branch"), "{look}");
    assert!(look.contains("BA1") && look.contains("Bristol") && !look.contains("Ada"), "{look}");
    let done = make(&admin, "/network/branches/bath/activate");
    assert_eq!(done, "/network/branches/bath?done=branch-activated");
    assert!(admin.get(&done).text.contains("This branch is active."));
    assert!(server.visitor().get("/branches").text.contains("Bath"));
    let again = admin.get("/network/branches/bath/activate");
    assert_eq!(again.status, 409);
    assert!(again.text.contains("The branch is active already."), "{}", again.text);
    let letter = server.letter_to("bea@example.org", "instead of Bristol branch");
    assert!(letter.contains("Bath branch covers where you live now"), "{letter}");
}

#[test]
fn what_has_changed_since_the_look_is_shown_again_before_anything_is_done() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    bath(&admin, &["BA"]);
    let look = "/network/branches/bath/activate";
    let seen = mark(&admin, look);
    server.join("Ada Okafor", "ada@example.org", "BA1 1AA");
    let again = admin.post(look, &[("mark", &seen)]);
    assert_eq!(again.status, 409);
    assert!(again.text.contains("Something has changed since you looked."), "{}", again.text);
    assert!(again.text.contains("1 member or group would come"), "{}", again.text);
    assert_eq!(admin.post(look, &[("mark", "made up")]).status, 409);
    assert_eq!(admin.post(look, &[]).status, 409);
    assert_eq!(admin.post(look, &[("other", "x")]).status, 400);
    assert!(!server.visitor().get("/branches").text.contains("Bath"));
    let now = between(&again.text, "name=\"mark\" value=\"", "\"");
    assert_eq!(admin.post(look, &[("mark", now)]).status, 303);
}

#[test]
fn an_active_branch_shows_what_an_area_would_do_before_it_gets_or_loses_it() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    server.join("Ada Okafor", "ada@example.org", "BS5 6XX");
    let add = admin.post("/network/branches/bristol/areas", &[("area", "ba1 1")]);
    let look = "/network/branches/bristol/areas/BA1-1/add";
    assert_eq!(add.location.as_deref(), Some(look));
    assert!(admin.get(look).text.contains("No member would move."));
    assert_eq!(make(&admin, look), "/network/branches/bristol?done=area-added");
    let remove = "/network/branches/bristol/areas/BS5/remove";
    assert!(admin.get("/network/branches/bristol").text.contains(&format!("href=\"{remove}\"")));
    let page = admin.get(remove).text;
    assert!(page.contains("1 member or group would leave this branch"), "{page}");
    assert_eq!(make(&admin, remove), "/network/branches/bristol?done=area-removed");
    assert_eq!(admin.get(remove).status, 404);
    assert_eq!(admin.get("/network/branches/bristol/areas/BS6/swap").status, 404);
    assert_eq!(admin.get("/network/branches/bristol/areas/x/remove").status, 404);
    let letter = server.letter_to("ada@example.org", "does not cover where you live any more");
    assert!(letter.contains("Bristol branch"), "{letter}");
}

#[test]
fn a_branch_that_closes_says_so_and_its_committee_is_gone() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "north-somerset", "chair", "chair@example.org");
    assert_eq!(chair.get("/committee/north-somerset/committee").status, 200);
    let look = "/network/branches/north-somerset/close";
    let page = admin.get(look).text;
    assert!(page.contains("1 role in it would be withdrawn at once."), "{page}");
    let done = make(&admin, look);
    let page = admin.get(&done).text;
    assert!(page.contains("This branch has closed."), "{page}");
    assert!(!page.contains("/close\"") && !page.contains("name=\"area\""), "{page}");
    assert_eq!(chair.get("/committee/north-somerset/committee").status, 404);
    // Its dashboard stands still, and fetches no code to move with.
    let still = admin.get("/committee/north-somerset").text;
    assert!(still.contains("This branch has closed, and nobody belongs to it any more."));
    assert!(!still.contains("live-stands") && !still.contains(".wasm"), "{still}");
    let stream = admin.get("/committee/north-somerset/live");
    assert_eq!(stream.text.matches("event: ended").count(), 1, "{}", stream.text);
    let moves = admin.get("/committee/bristol").text;
    assert!(moves.contains("live-stands") && moves.contains(".wasm"), "{moves}");
    assert!(!server.visitor().get("/branches").text.contains("North Somerset"));
    assert_eq!(admin.get(look).status, 409);
    let area = [("area", "BS20 1")];
    assert_eq!(admin.post("/network/branches/north-somerset/areas", &area).status, 422);
}

#[test]
fn what_is_wrong_with_a_branch_is_said_beside_its_field() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let long = "x".repeat(101);
    for (name, says) in [
        ("", "Enter the name of the branch"),
        ("bristol", "There is a branch with this name already"),
        (long.as_str(), "The name can have up to 100 characters"),
        ("see www.example.org", "cannot hold a web address"),
    ] {
        for form in [BRANCHES, "/network/branches/north-somerset/name"] {
            let wrong = admin.post(form, &[("name", name)]);
            assert_eq!(wrong.status, 422, "{name}");
            assert!(wrong.text.contains("<title>Error: "), "{}", wrong.text);
            assert!(wrong.text.contains("href=\"#name\"") && wrong.text.contains(says), "{name}");
        }
    }
    for (area, says) in [
        ("<b>BS", "Enter the start of a postcode"),
        ("BS31, BS30", "Add one area at a time"),
        ("BS5", "Bristol branch has BS5."),
        ("BS20", "The branch has this area already."),
    ] {
        let wrong = admin.post("/network/branches/north-somerset/areas", &[("area", area)]);
        assert_eq!(wrong.status, 422, "{area}");
        assert!(wrong.text.contains("href=\"#area\"") && wrong.text.contains(says), "{area}");
        assert!(!wrong.text.contains("<b>BS"));
        // The other form of the page keeps the name that the branch has.
        assert_eq!(between(&wrong.text, "id=\"name\"", ">").matches("North Somerset").count(), 1);
    }
    let renamed =
        admin.post("/network/branches/bristol/name", &[("name", "Greater Bristol Branch")]);
    assert_eq!(renamed.location.as_deref(), Some("/network/branches/bristol?done=branch-renamed"));
    let named = admin.get("/network/branches/bristol").text;
    assert!(named.contains("<h1>Greater Bristol branch</h1>"), "{named}");
    assert!(server.visitor().get("/branches").text.contains("Greater Bristol"));
    for nowhere in ["", "/activate", "/close", "/areas/BS5/add"] {
        assert_eq!(admin.get(&format!("{BRANCHES}/nowhere{nowhere}")).status, 404, "{nowhere}");
    }
    assert_eq!(admin.post(&format!("{BRANCHES}/nowhere/name"), &[("name", "A")]).status, 404);
    assert_eq!(admin.post(&format!("{BRANCHES}/nowhere/areas"), &[("area", "BA")]).status, 404);
    // Two that are forming may plan the same; the second is refused.
    bath(&admin, &["BA1"]);
    admin.post(BRANCHES, &[("name", "Wells")]);
    admin.post("/network/branches/wells/areas", &[("area", "BA1")]);
    make(&admin, "/network/branches/bath/activate");
    let refused = admin.get("/network/branches/wells/activate");
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains("Bath branch has BA1."), "{}", refused.text);
}

#[test]
fn who_offered_to_help_is_shown_by_area() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "me")]),
        ("age", &[("age", "18-or-over")]),
        ("experience", &[("experience", "yes")]),
        ("membership", &[("membership", "full")]),
        ("where", &[("postcode", "EH1 1YZ"), ("start-branch", "yes")]),
        ("details", &[("name", "Ada Okafor"), ("email", "ada@example.org"), ("phone", "")]),
        ("consent", &[("consent", "yes")]),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).status, 303);
    let list = admin.get(BRANCHES).text;
    assert!(list.contains("href=\"/network/offers/EH1\"") && !list.contains("Ada"), "{list}");
    let page = admin.get("/network/offers/EH1").text;
    assert!(page.contains("Ada Okafor") && page.contains("ada@example.org"), "{page}");
    assert!(admin.get("/network/offers/eh").text.contains("Ada Okafor"));
    assert!(admin.get("/network/offers/EH2").text.contains("Nobody here has offered to help."));
    for nowhere in ["EH1%201", "EH1%201YZ", "-", "%F0%9F%98%80"] {
        assert_eq!(admin.get(&format!("/network/offers/{nowhere}")).status, 404, "{nowhere}");
    }
}
