//! Who may open what: every route below `/committee`, `/network` and `/groups` by everybody who may
//! not, and every one below `/me`, where everybody finds their own.

mod routes;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use routes::{form, own_routes, routes};

use crate::evidence::PDF;
use crate::support::{Answer, Server, Visitor, texts};

struct Scene {
    server: Server,
    admin: Visitor,
    chair: Visitor,
    places: BTreeMap<&'static str, String>,
    strangers: Vec<(&'static str, Visitor)>,
}

impl Scene {
    async fn new() -> Self {
        let server = Server::start();
        server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
        server.join("Ada Okafor", "ada@example.net", "bs5 6xx");
        join_group(&server, "Wednesday Walkers");
        join_group(&server, "Thursday Thinkers");
        let admin = server.administrator("admin@example.org");
        let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
        let elsewhere = server.committee(&admin, "north-somerset", "chair", "ns@example.org");
        let nominee = nominee(&server, &admin, "Thursday Thinkers", "nominee@example.org").await;
        let number = number(&server, "Wednesday Walkers").await;
        supply_evidence(&server, &chair, &number);
        let office = [("email", "half@example.org"), ("office", "member")];
        admin.post("/committee/bristol/committee", &office);
        let half = server.signed_in("half@example.org");
        let member = server.signed_in("ada@example.org");
        assert_eq!(admin.post("/network/branches", &[("name", "Bath")]).status, 303);
        assert_eq!(admin.post("/network/branches/bath/areas", &[("area", "BA1")]).status, 303);
        let places = places(&server, &chair).await;
        let strangers = vec![
            ("nobody", server.visitor()),
            ("a member", member),
            ("no 2nd step", half),
            ("elsewhere", elsewhere),
            ("other nominee", nominee),
        ];
        Self { server, admin, chair, places, strangers }
    }

    /// The address of a route that leads to something that is there.
    fn address(&self, route: &str) -> String {
        let mut address = route.to_owned();
        if route.starts_with("/network/") {
            address = address.replace("{role}", "{administrator}").replace("{branch}", "{forming}");
        }
        if route.ends_with("/ask") {
            // The other representative was asked.
            address = address.replace("{place}", "2");
        }
        for (name, value) in &self.places {
            address = address.replace(&format!("{{{name}}}"), value);
        }
        assert!(!address.contains('{'), "nothing is known for {address}");
        address
    }
}

/// A note, a frozen roll, and the numbers of everything that an address can name.
async fn places(server: &Server, chair: &Visitor) -> BTreeMap<&'static str, String> {
    let raw = server.raw().await;
    let numbers = texts(&raw, "SELECT number FROM memberships ORDER BY id").await;
    let noted = format!("/committee/bristol/members/{}", numbers[0]);
    assert_eq!(chair.post(&noted, &[("text", "A note")]).status, 303);
    assert_eq!(chair.post("/committee/bristol/roll", &[("day", "2026-03-14")]).status, 303);
    let list = b"name,email,class,joined\nAda Listed,listed@example.org,full,2021-03-14";
    let list = chair.upload("/committee/bristol/import", list).location.unwrap();
    let one = |sql: &'static str| {
        let raw = raw.clone();
        async move { texts(&raw, sql).await.remove(0) }
    };
    BTreeMap::from([
        ("branch", "bristol".to_owned()),
        ("forming", "bath".to_owned()),
        ("area", "BA1".to_owned()),
        ("change", "remove".to_owned()),
        ("number", numbers[0].clone()),
        ("group", number(server, "Wednesday Walkers").await),
        ("place", "1".to_owned()),
        ("round", "1".to_owned()),
        ("key", list.rsplit('/').next().unwrap().to_owned()),
        ("keep", numbers[0].clone()),
        ("other", numbers[1].clone()),
        ("note", one("SELECT cast(max(id) AS text) FROM notes").await),
        ("roll", one("SELECT cast(max(id) AS text) FROM rolls").await),
        ("role", one("SELECT cast(max(id) AS text) FROM roles WHERE office = 'member'").await),
        (
            "administrator",
            one("SELECT cast(max(id) AS text) FROM roles WHERE kind = 'administrator'").await,
        ),
    ])
}

pub(crate) fn join_group(server: &Server, name: &str) {
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "group")]),
        ("group-kind", &[("group-kind", "self-help")]),
        ("group-work", &[("group-work", "yes")]),
        (
            "group",
            &[
                ("group-name", name),
                ("group-website", ""),
                ("group-postcode", "BS5 6XX"),
                ("contact-name", "Wilma Walker"),
                ("contact-email", "wilma@example.org"),
                ("contact-phone", ""),
            ],
        ),
        (
            "representatives",
            &[
                ("representatives", "2"),
                ("representative-1-name", "Robin Walker"),
                ("representative-1-email", "robin@example.org"),
                ("representative-1-chosen", "yes"),
                ("representative-2-name", "Sascha Walker"),
                ("representative-2-email", "sascha@example.org"),
                ("representative-2-chosen", "yes"),
            ],
        ),
        ("consent", &[("consent", "yes")]),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
}

/// The membership number of a group.
async fn number(server: &Server, name: &str) -> String {
    let raw = server.raw().await;
    texts(&raw, &format!("SELECT number FROM groups WHERE name = '{name}'")).await.remove(0)
}

/// Somebody who was named to look at the evidence of a group, signed in with both steps.
async fn nominee(server: &Server, admin: &Visitor, group: &str, email: &str) -> Visitor {
    let group = format!("/committee/bristol/groups/{}", number(server, group).await);
    assert_eq!(admin.post(&group, &[("email", email)]).status, 303);
    let nominee = server.signed_in(email);
    nominee.set_up_second_step();
    nominee
}

/// Asks the first representative of a group for evidence, who sends it.
fn supply_evidence(server: &Server, chair: &Visitor, number: &str) {
    let ask = format!("/committee/bristol/groups/{number}/seats/1/ask");
    let form = [("version", "1"), ("due", "2100-01-01")];
    assert_eq!(chair.post(&ask, &form).status, 303);
    let letter = server.letter_to("robin@example.org", "/evidence/");
    let link = crate::evidence::link(&letter);
    let sent = crate::evidence::sends(&server.visitor(), &link, "", Some(("a.pdf", PDF)));
    assert_eq!(sent.status, 303, "{}", sent.text);
}

/// Whether an answer gives nothing away: the way to sign in, with what was sent, or nothing there.
fn gives_nothing(answer: &Answer) -> bool {
    match answer.status {
        303 => answer.location.as_deref() == Some("/sign-in"),
        403 => {
            answer.text.contains("What you typed is kept on this page.")
                || answer.text.contains("If you have left already, it is done.")
                || answer.text.contains("If the group has left already, it is done.")
                || answer.text.contains("If you have said no or stopped already, it is done.")
        }
        // 405: a page that takes no form takes none from anybody.
        404 | 405 => true,
        _ => false,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_or_writes_outside_their_permit() {
    let scene = Scene::new().await;
    let routes = routes();
    assert!(routes.len() >= 16, "{routes:?}");
    let before = scene.server.dump().await;
    assert!(before["people"].len() >= 2 && before["notes"].len() == 1, "{before:?}");
    let mut matrix = format!("\n{:76}", "");
    for (who, _) in &scene.strangers {
        let _ = write!(matrix, "{who:>15}");
    }
    let mut wrong = Vec::new();
    for route in &routes {
        let address = scene.address(route);
        for method in ["GET", "POST"] {
            let _ = write!(matrix, "\n{method:5}{route:71}");
            for (who, visitor) in &scene.strangers {
                let answer = match method {
                    "GET" => visitor.get(&address),
                    // What nobody sends without a session gets no farther than the layer that keeps
                    // what was typed: here that alone is tested. What the handlers do about a permit
                    // is by those who have a session.
                    _ => visitor.post(&address, &form(route)),
                };
                let says = match answer.status {
                    303 => "sign in".to_owned(),
                    403 => "kept".to_owned(),
                    404 => "not found".to_owned(),
                    405 => "no form".to_owned(),
                    status => status.to_string(),
                };
                let _ = write!(matrix, "{says:>15}");
                if !gives_nothing(&answer) {
                    wrong.push(format!("{method} {route} by {who}: {}", answer.status));
                }
                assert!(!answer.text.contains("Ada"), "{method} {route} by {who}");
            }
        }
    }
    writeln!(std::io::stdout(), "{matrix}\n").unwrap();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(scene.server.dump().await, before);
    // The same addresses are there for whoever may.
    // A stream has no end; a form may have no page of its own.
    let no_page = ["/live", "/name", "/areas", "/authorities", "/discard"];
    let has_page = |route: &&String| {
        route.contains("/groups/") || !no_page.iter().any(|end| route.ends_with(end))
    };
    for route in routes.iter().filter(has_page) {
        let may = if route.starts_with("/network/") { &scene.admin } else { &scene.chair };
        let answer = may.get(&scene.address(route));
        assert_eq!(answer.status, 200, "{route}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nominee_sees_the_evidence_of_their_group_and_nothing_else() {
    let scene = Scene::new().await;
    let email = "own@example.org";
    let nominee = nominee(&scene.server, &scene.admin, "Wednesday Walkers", email).await;
    let before = scene.server.dump().await;
    for route in routes() {
        let address = scene.address(&route);
        let seen = nominee.get(&address);
        if route.starts_with("/groups/") {
            assert_eq!(seen.status, 200, "{route}");
            for unseen in ["robin@example.org", "wilma@example.org", "BS5 6XX"] {
                assert!(!seen.text.contains(unseen), "{route}: {unseen}");
            }
            continue;
        }
        let sent = nominee.post(&address, &form(&route));
        for answer in [seen, sent] {
            let nothing = gives_nothing(&answer);
            assert!(nothing, "{route}: {}", answer.status);
        }
    }
    assert_eq!(scene.server.dump().await, before);
    let home = nominee.get("/committee").text;
    assert!(home.contains(&format!("/groups/{}\"", scene.places["group"])), "{home}");
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_finds_their_own_and_nothing_of_anybody_else() {
    let scene = Scene::new().await;
    let raw = scene.server.raw().await;
    let numbers = texts(&raw, "SELECT number FROM memberships ORDER BY id").await;
    let walkers = scene.places["group"].clone();
    let mut everything = vec!["Wednesday Walkers", "Thursday Thinkers"];
    let addresses = texts(&raw, "SELECT email FROM accounts UNION SELECT email FROM people").await;
    let groups = texts(&raw, "SELECT number FROM groups").await;
    let named = addresses.iter().chain(&numbers).chain(&groups);
    everything.extend(named.map(String::as_str));
    let [wilma, robin] =
        ["wilma@example.org", "robin@example.org"].map(|email| scene.server.signed_in(email));
    let both = ["Wednesday Walkers", "Thursday Thinkers"];
    let of_groups: Vec<_> = both.into_iter().chain(groups.iter().map(String::as_str)).collect();
    let mut visitors: Vec<(&Visitor, &str, Vec<&str>)> = vec![
        (&scene.admin, "admin@example.org", vec![]),
        (&scene.chair, "chair@example.org", vec![]),
        (&wilma, "wilma@example.org", of_groups.clone()),
        (&robin, "robin@example.org", of_groups),
    ];
    for (who, visitor) in &scene.strangers {
        visitors.push(match *who {
            "nobody" => continue,
            "a member" => (visitor, "ada@example.org", vec![&numbers[0]]),
            "no 2nd step" => (visitor, "half@example.org", vec![]),
            "elsewhere" => (visitor, "ns@example.org", vec![]),
            _ => (visitor, "nominee@example.org", vec![]),
        });
    }
    let before = scene.server.dump().await;
    let routes = own_routes();
    assert!(routes.contains(&"/me".to_owned()) && everything.contains(&walkers.as_str()));
    for route in &routes {
        // The rest is of the first membership, or of the first group, whose number no other has.
        let of_group = route.starts_with("/me/groups/");
        let number = if of_group { &walkers } else { &numbers[0] };
        let address = route.replace("{number}", number);
        let address = address.replace("{place}", "1").replace("{round}", "1");
        let form = form(route);
        let is_of_one = *route != address;
        let nobody = scene.server.visitor();
        for answer in [nobody.get(&address), nobody.post(&address, &form)] {
            assert!(gives_nothing(&answer), "{route}");
        }
        for (visitor, email, own) in &visitors {
            let answer = visitor.get(&address);
            let may = match *email {
                _ if !of_group => true,
                "wilma@example.org" => whose(route) != Whose::Representative,
                _ => whose(route) != Whose::Contact,
            };
            let has_it = !is_of_one || own.contains(&number.as_str()) && may;
            if !has_it {
                let status = visitor.post(&address, &form).status;
                assert!([404, 405].contains(&status), "{route} by {email}: {status}");
            }
            // 405: what only a form does.
            let expected = if has_it { [200, 405] } else { [404, 404] };
            assert!(expected.contains(&answer.status), "{route} by {email}");
            if is_of_one {
                for thing in
                    everything.iter().filter(|thing| *thing != email && !own.contains(thing))
                {
                    assert!(!answer.text.contains(thing), "{route}: {thing} by {email}");
                }
                continue;
            }
            for thing in &everything {
                let is_theirs = thing == email || own.contains(thing);
                let says = answer.text.contains(thing);
                if route == "/me" {
                    assert_eq!(says, is_theirs, "{route}: {thing} by {email}");
                }
                // The others say a part of it; everything says for which group somebody is named.
                let named = (*email, *thing) == ("nominee@example.org", "Thursday Thinkers");
                assert!(!says || is_theirs || named, "{route}: {thing} by {email}");
            }
        }
    }
    assert_eq!(scene.server.dump().await, before);
}

/// For whom a page of one's own group is.
#[derive(PartialEq)]
enum Whose {
    /// For its contact alone.
    Contact,
    /// For whoever is in the seat.
    Representative,
    Both,
}

fn whose(route: &str) -> Whose {
    let page = route.strip_prefix("/me/groups/{number}").unwrap();
    match page {
        "" | "/seats/{place}/evidence" | "/seats/{place}/evidence/{round}/file" => Whose::Both,
        "/seats/{place}/name" | "/seats/{place}/remove" => Whose::Contact,
        _ if page.starts_with("/seats/") => Whose::Representative,
        _ => Whose::Contact,
    }
}
