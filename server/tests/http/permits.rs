//! Who may open what: every route below `/committee` and `/network`, by everybody who may not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use chrono::Utc;
use register::{GaveRole, Permitted, Register, RoleFor, Token};
use rules::EmailAddress;

use crate::support::{Server, Visitor, texts};

/// The routes, as the server's own source names them: a new one is walked as soon as it is there.
fn routes() -> Vec<String> {
    let mut routes = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(path).unwrap();
            for after in source.split(".route(").skip(1) {
                let route = after.trim_start().strip_prefix('"').unwrap_or("").split('"').next();
                routes.extend(route.map(str::to_owned));
            }
        }
    }
    routes.retain(|route| route.starts_with("/committee/") || route.starts_with("/network/"));
    routes.sort();
    routes
}

/// A form that would change something if it were taken.
fn form(route: &str) -> Vec<(&'static str, &'static str)> {
    let last = route.rsplit('/').next().unwrap();
    match last {
        "committee" => vec![("email", "friend@example.org"), ("office", "member")],
        "administrators" => vec![("email", "friend@example.org")],
        "members" | "members.csv" | "{number}" => vec![("text", "Ada")],
        "{note}" => vec![("version", "1"), ("text", "Changed")],
        "details" => vec![("version", "1"), ("name", "Eve"), ("email", "eve@example.org")],
        "branch" => vec![("version", "1"), ("to", "north-somerset"), ("why", "Mine now")],
        "end" => vec![("version", "1"), ("how", "died"), ("sure", "yes")],
        "roll" => vec![("day", "2026-03-14")],
        "branches" | "name" => vec![("name", "Mine now")],
        "areas" => vec![("area", "BA2")],
        "{key}" => vec![("declared", "yes")],
        _ => Vec::new(),
    }
}

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
        join_group(&server);
        let admin = server.administrator("admin@example.org");
        let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
        let elsewhere = server.committee(&admin, "north-somerset", "chair", "ns@example.org");
        make_nominee(&server, &admin, "nominee@example.org").await;
        let nominee = server.signed_in("nominee@example.org");
        nominee.set_up_second_step();
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
            ("a nominee", nominee),
        ];
        Self { server, admin, chair, places, strangers }
    }

    /// The address of a route that leads to something that is there.
    fn address(&self, route: &str) -> String {
        let mut address = route.to_owned();
        if route.starts_with("/network/") {
            address = address.replace("{role}", "{administrator}").replace("{branch}", "{forming}");
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

fn join_group(server: &Server) {
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "group")]),
        ("group-kind", &[("group-kind", "self-help")]),
        ("group-work", &[("group-work", "yes")]),
        (
            "group",
            &[
                ("group-name", "Wednesday Walkers"),
                ("group-website", ""),
                ("group-postcode", "BS5 6XX"),
                ("contact-name", "Wilma Walker"),
                ("contact-email", "wilma@example.org"),
                ("contact-phone", ""),
            ],
        ),
        ("representatives", &[("representatives", "0")]),
        ("consent", &[("consent", "yes")]),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
}

/// Gives the role that no page gives yet.
async fn make_nominee(server: &Server, admin: &Visitor, email: &str) {
    let register = format!("sqlite:{}", server.database().display());
    let register = Register::open(&register).await.unwrap();
    let session = admin
        .agent
        .cookie_jar_lock()
        .iter()
        .find(|it| it.name() == "session")
        .map(|cookie| Token::new(cookie.value()));
    let now = Utc::now();
    let permit = register.network_permit(&session.unwrap(), now).await.unwrap();
    let Permitted::Yes(permit) = permit else { panic!("no administrator") };
    let group = texts(&server.raw().await, "SELECT number FROM groups").await.remove(0);
    let email = EmailAddress::parse(email).unwrap();
    let gave = register.give_role((&permit).into(), &email, &RoleFor::Nominee { group }, now).await;
    assert_eq!(gave.unwrap(), GaveRole::Given);
}

/// Whether an answer gives nothing away: the way to sign in, or nothing there.
fn gives_nothing(status: u16, location: Option<&str>) -> bool {
    match status {
        303 => location == Some("/sign-in"),
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
    let mut matrix = format!("\n{:64}", "");
    for (who, _) in &scene.strangers {
        let _ = write!(matrix, "{who:>13}");
    }
    let mut wrong = Vec::new();
    for route in &routes {
        let address = scene.address(route);
        for method in ["GET", "POST"] {
            let _ = write!(matrix, "\n{method:5}{route:59}");
            for (who, visitor) in &scene.strangers {
                let answer = match method {
                    "GET" => visitor.get(&address),
                    _ => visitor.post(&address, &form(route)),
                };
                let says = match answer.status {
                    303 => "sign in".to_owned(),
                    404 => "not found".to_owned(),
                    405 => "no form".to_owned(),
                    status => status.to_string(),
                };
                let _ = write!(matrix, "{says:>13}");
                if !gives_nothing(answer.status, answer.location.as_deref()) {
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
    let no_page = ["/live", "/name", "/areas", "/discard"];
    for route in routes.iter().filter(|route| !no_page.iter().any(|end| route.ends_with(end))) {
        let may = if route.starts_with("/network/") { &scene.admin } else { &scene.chair };
        let answer = may.get(&scene.address(route));
        assert_eq!(answer.status, 200, "{route}");
    }
}
