//! One member, as a committee opens and changes them, over HTTP.

use crate::support::{Server, Visitor, between};

const LIST: &str = "/committee/bristol/members";

/// Ada in Bristol, Cyd in North Somerset, and who may see them.
struct Scene {
    _server: Server,
    chair: Visitor,
    secretary: Visitor,
    elsewhere: Visitor,
    ada: String,
}

impl Scene {
    fn new() -> Self {
        let server = Server::start();
        server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
        server.join("Cyd Somer", "cyd@example.org", "bs20 6aa");
        let admin = server.administrator("admin@example.org");
        let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
        let secretary = server.committee(&admin, "bristol", "secretary", "sec@example.org");
        let elsewhere = server.committee(&admin, "north-somerset", "chair", "ns@example.org");
        let page = chair.get(LIST).text;
        let ada = format!("{LIST}/{}", between(&page, "href=\"/committee/bristol/members/", "\""));
        Self { _server: server, chair, secretary, elsewhere, ada }
    }

    fn at(&self, what: &str) -> String {
        format!("{}/{what}", self.ada)
    }

    /// The hidden field of the form at this address.
    fn version(&self, path: &str) -> String {
        version(&self.chair.get(path).text)
    }
}

fn version(page: &str) -> String {
    between(page, "name=\"version\" value=\"", "\"").to_owned()
}

#[test]
fn a_member_is_shown_with_what_follows_from_the_membership() {
    let scene = Scene::new();
    let page = scene.chair.get(&scene.ada);
    assert_eq!(page.status, 200);
    for part in [
        "Ada Okafor",
        "ada@example.org",
        "BS5 6XX",
        "Full member, number",
        "They may: speak at meetings, vote at meetings, stand for your local branch committee.",
        "Bristol, by postcode: since",
        "I agree that the network keeps the details",
        "There are no notes.",
    ] {
        assert!(page.text.contains(part), "{part}: {}", page.text);
    }
}

#[test]
fn a_note_is_kept_shown_and_changed_by_its_author_alone() {
    let scene = Scene::new();
    let missing = scene.chair.post(&scene.ada, &[("text", " \n")]);
    assert_eq!(missing.status, 422);
    assert!(
        missing.text.contains("Write the note first") && missing.text.contains("href=\"#text\"")
    );
    let long = "a".repeat(4001);
    let refused = scene.chair.post(&scene.ada, &[("text", &long)]);
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains(&long), "what was typed is lost");
    let kept = scene.chair.post(&scene.ada, &[("text", "Rang on <Monday>\n</textarea>&lt;")]);
    let said = format!("{}?done=noted", scene.ada);
    assert_eq!((kept.status, kept.location.as_deref()), (303, Some(said.as_str())));
    let page = scene.chair.get(&said).text;
    assert!(
        page.contains("The note is kept.") && page.contains("Rang on &lt;Monday&gt;"),
        "{page}"
    );
    assert!(page.contains("chair@example.org"));
    let link = between(&page, &format!("href=\"{}/notes/", scene.ada), "\"").to_owned();
    let link = scene.at(&format!("notes/{link}"));
    let form = scene.chair.get(&link).text;
    // Nothing but the text is in the field.
    assert!(form.contains(">\nRang on &lt;Monday>\n&lt;/textarea>&amp;lt;</textarea>"), "{form}");
    assert!(!scene.secretary.get(&scene.ada).text.contains("/notes/"));
    assert_eq!(scene.secretary.get(&link).status, 404);
    let seen = version(&form);
    let theirs = scene.secretary.post(&link, &[("version", &seen), ("text", "Not mine")]);
    assert_eq!(theirs.status, 404);
    let changed = scene.chair.post(&link, &[("version", &seen), ("text", "Rang on Tuesday")]);
    assert_eq!(changed.location.unwrap(), format!("{}?done=note-changed", scene.ada));
    // The same form from another tab of theirs.
    let late = scene.chair.post(&link, &[("version", &seen), ("text", "Rang on Friday")]);
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Rang on Tuesday") && late.text.contains("Rang on Friday"));
    assert!(scene.chair.get(&scene.ada).text.contains("Rang on Tuesday"));
}

#[test]
fn details_are_corrected_and_what_is_wrong_is_said_beside_each() {
    let scene = Scene::new();
    let form = scene.at("details");
    let seen = scene.version(&form);
    let post = |version: &str, name: &str, email: &str, phone: &str, postcode: &str| {
        let fields = [
            ("version", version),
            ("name", name),
            ("email", email),
            ("phone", phone),
            ("postcode", postcode),
        ];
        scene.chair.post(&form, &fields)
    };
    let wrong = post(&seen, "", "ada", "call me", "BS5");
    assert_eq!(wrong.status, 422);
    for field in ["name", "email", "phone", "postcode"] {
        assert!(wrong.text.contains(&format!("href=\"#{field}\"")), "{field}: {}", wrong.text);
    }
    assert!(wrong.text.contains("value=\"call me\""));
    assert_eq!(post("x", "Ada", "ada@example.org", "", "").status, 400);
    let done = post(&seen, "Ada Obi", "ada.obi@example.org", "0117 496 0000", "");
    assert_eq!(done.location.unwrap(), format!("{}?done=corrected", scene.ada));
    let page = scene.chair.get(&scene.ada).text;
    assert!(page.contains("Ada Obi") && page.contains("ada.obi@example.org"), "{page}");
}

#[test]
fn who_comes_second_is_shown_the_firsts_change_and_overwrites_nothing() {
    let scene = Scene::new();
    let form = scene.at("details");
    let seen = scene.version(&form);
    let fields = |version: &str, name: &str| {
        [("version", version), ("name", name), ("email", "ada@example.org")]
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
    };
    let post = |who: &Visitor, version: &str, name: &str| {
        let fields = fields(version, name);
        let fields: Vec<_> = fields.iter().map(|(f, v)| (f.as_str(), v.as_str())).collect();
        who.post(&form, &fields)
    };
    assert_eq!(post(&scene.secretary, &seen, "Ada First").status, 303);
    let late = post(&scene.chair, &seen, "Ada Second");
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Ada First") && late.text.contains("value=\"Ada Second\""));
    assert!(scene.chair.get(&scene.ada).text.contains("Ada First"));
    // Having seen it, they may.
    assert_eq!(post(&scene.chair, &version(&late.text), "Ada Second").status, 303);
    let end = scene.at("end");
    let stale = [("version", seen.as_str()), ("how", "died"), ("sure", "yes")];
    assert_eq!(scene.chair.post(&end, &stale).status, 409);
    let stale = [("version", seen.as_str()), ("to", "north-somerset"), ("why", "Moved house")];
    let late = scene.chair.post(&scene.at("branch"), &stale);
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Moved house"));
    assert!(scene.chair.get(&scene.ada).text.contains("Ada Second"));
}

#[test]
fn a_member_is_moved_with_a_reason_and_is_then_the_other_branchs() {
    let scene = Scene::new();
    let form = scene.at("branch");
    let seen = scene.version(&form);
    let wrong = scene.chair.post(&form, &[("version", &seen), ("to", ""), ("why", "")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("href=\"#to\"") && wrong.text.contains("href=\"#why\""));
    for to in ["nowhere", "bristol", "'; drop"] {
        let wrong = scene.chair.post(&form, &[("version", &seen), ("to", to), ("why", "House")]);
        assert_eq!(wrong.status, 422, "{to}");
    }
    let there = [("version", seen.as_str()), ("to", "north-somerset"), ("why", "Moved house")];
    let moved = scene.chair.post(&form, &there);
    assert_eq!(moved.location.as_deref(), Some("/committee/bristol/members?done=moved"));
    assert_eq!(scene.chair.get(&scene.ada).status, 404);
    let theirs = scene.ada.replace("/bristol/", "/north-somerset/");
    let page = scene.elsewhere.get(&theirs);
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Moved house"), "{}", page.text);
}

#[test]
fn a_membership_ends_only_after_a_look_at_what_that_means() {
    let scene = Scene::new();
    let form = scene.at("end");
    let seen = scene.version(&form);
    let none = scene.chair.post(&form, &[("version", &seen)]);
    assert_eq!(none.status, 422);
    assert!(none.text.contains("Choose why the membership ends"));
    let check = scene.chair.post(&form, &[("version", &seen), ("how", "asked-to-leave")]);
    assert_eq!(check.status, 200);
    assert!(check.text.contains("name=\"sure\"") && check.text.contains("asked to leave"));
    assert!(scene.chair.get(&scene.ada).text.contains("Member since"));
    // Of two that are the same person, one is not ended but merged into the other.
    let twice = [("version", seen.as_str()), ("how", "joined-twice"), ("sure", "yes")];
    assert_eq!(scene.chair.post(&form, &twice).status, 422);
    let sure = [("version", seen.as_str()), ("how", "asked-to-leave"), ("sure", "yes")];
    let ended = scene.chair.post(&form, &sure);
    assert_eq!(ended.location.as_deref(), Some("/committee/bristol/members?done=erased"));
    assert_eq!(scene.chair.get(&scene.ada).status, 404);
    // Nor is she among those whose membership has ended, and the list says why.
    let gone = scene.chair.get("/committee/bristol/members?status=ended").text;
    assert!(gone.contains("Nobody matches") && gone.contains("Whoever has left is not"), "{gone}");
    // Whoever had it open, too, is told where they may be.
    let late = scene.chair.post(&form, &sure);
    assert_eq!(late.status, 404);
    assert!(late.text.contains("Their membership may have ended meanwhile"), "{}", late.text);
}

fn version_now(scene: &Scene) -> String {
    scene.version(&scene.at("details"))
}

#[test]
fn who_never_joined_themselves_is_erased() {
    let scene = Scene::new();
    let form = scene.at("end");
    let seen = scene.version(&form);
    let sure = [("version", seen.as_str()), ("how", "not-themselves"), ("sure", "yes")];
    let check = scene.chair.post(&form, &sure[..2]);
    assert!(check.text.contains("This cannot be taken back."), "{}", check.text);
    let ended = scene.chair.post(&form, &sure);
    assert_eq!(ended.location.as_deref(), Some("/committee/bristol/members?done=erased"));
    assert_eq!(scene.chair.get(&scene.ada).status, 404);
}

#[test]
fn another_branchs_member_is_not_there_and_stays_as_they_are() {
    let scene = Scene::new();
    let before = scene.chair.get(&scene.ada).text;
    let theirs = scene.ada.replace("/bristol/", "/north-somerset/");
    let seen = version_now(&scene);
    let form = [
        ("version", seen.as_str()),
        ("name", "X"),
        ("email", "x@example.org"),
        ("phone", ""),
        ("postcode", ""),
    ];
    assert_eq!(scene.elsewhere.post(&format!("{theirs}/details"), &form).status, 404);
    let sure = [("version", seen.as_str()), ("how", "died"), ("sure", "yes")];
    assert_eq!(scene.elsewhere.post(&format!("{theirs}/end"), &sure).status, 404);
    let go = [("version", seen.as_str()), ("to", "north-somerset"), ("why", "Mine")];
    assert_eq!(scene.elsewhere.post(&format!("{theirs}/branch"), &go).status, 404);
    assert_eq!(scene.elsewhere.post(&theirs, &[("text", "Hello")]).status, 404);
    for path in [&theirs, &scene.ada, &format!("{theirs}/end"), &format!("{theirs}/notes/1")] {
        assert_eq!(scene.elsewhere.get(path).status, 404, "{path}");
    }
    let after = scene.chair.get(&scene.ada).text;
    let body = |page: &str| between(page, "<main", "id=\"stay\"").to_owned();
    assert_eq!(body(&before), body(&after));
}
