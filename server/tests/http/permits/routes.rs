//! The routes there are, and a form for each.

use std::path::Path;

/// The routes of what is other people's.
pub(super) fn routes() -> Vec<String> {
    let mut routes = all_routes();
    let ours = ["/committee/", "/network/", "/groups/"];
    routes.retain(|route| ours.iter().any(|start| route.starts_with(start)));
    routes
}

/// The routes of what is one's own.
pub(super) fn own_routes() -> Vec<String> {
    let mut routes = all_routes();
    routes.retain(|route| route == "/me" || route.starts_with("/me/"));
    routes
}

/// The routes, as the server's own source names them: a new one is walked as soon as it is there.
fn all_routes() -> Vec<String> {
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
    routes.sort();
    routes
}

/// A form that would change something if it were taken.
pub(super) fn form(route: &str) -> Vec<(&'static str, &'static str)> {
    let last = route.rsplit('/').next().unwrap();
    match last {
        "committee" => vec![("email", "friend@example.org"), ("office", "member")],
        "administrators" => vec![("email", "friend@example.org")],
        "members" | "members.csv" | "{number}" => vec![("text", "Ad")],
        "{note}" => vec![("version", "1"), ("text", "Changed")],
        "details" if route.starts_with("/me/") => {
            vec![("version", "1"), ("name", "Eve"), ("phone", "0117 496 0999")]
        }
        "email" => vec![("version", "1"), ("email", "eve@example.net")],
        "class" => vec![("version", "1"), ("experience", "yes"), ("sure", "yes")],
        "postcode" => {
            let to = [("covers", "north-somerset"), ("branch", ""), ("sure", "yes")];
            [[("version", "1"), ("postcode", "BS20 7AA")].as_slice(), &to].concat()
        }
        "details" => vec![("version", "1"), ("name", "Eve"), ("email", "eve@example.org")],
        "branch" if route.starts_with("/me/") => {
            vec![("version", "1"), ("branch", "north-somerset")]
        }
        "branch" => vec![("version", "1"), ("to", "north-somerset"), ("why", "Mine now")],
        "{other}" => vec![("keep", "1"), ("other", "1")],
        "{group}" => vec![("email", "friend@example.org")],
        "ask" => vec![("version", "3"), ("due", "2100-01-01")],
        "{round}" => {
            vec![("version", "3"), ("decision", "accept"), ("missing", ""), ("due", "")]
        }
        "name" if route.starts_with("/me/groups/") => {
            let named = [("version", "3"), ("name", "Eve"), ("email", "eve@example.org")];
            [named.as_slice(), &[("chosen", "yes")]].concat()
        }
        "remove" => vec![("version", "3")],
        "rename" => vec![("was", "Robin Walker"), ("name", "Eve")],
        "stop" => vec![("sure", "yes")],
        "{place}" => vec![("answer", "decline")],
        "name" if route.contains("/groups/") => {
            vec![("version", "3"), ("name", "Eve"), ("email", "eve@example.org")]
        }
        "leave" => vec![("sure", "yes")],
        "end" => vec![("version", "1"), ("how", "died"), ("sure", "yes")],
        "roll" => vec![("day", "2026-03-14")],
        "branches" | "name" => vec![("name", "Mine now")],
        "areas" => vec![("area", "BA2")],
        "authorities" => vec![("authority", "E06000022")],
        "{key}" => vec![("declared", "yes")],
        _ => Vec::new(),
    }
}
