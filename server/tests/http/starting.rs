//! Starting and stopping, as an operator sees it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{FULL_MEMBER, Server};

fn refusal(variable: &str, value: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = crate::support::command(&folder).env(variable, value).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_wrong_setting_stops_the_start_and_is_named() {
    let (code, log) = refusal("LEPTOS_SITE_ADDR", "somewhere");
    assert_eq!(code, Some(2));
    assert!(log.contains("LEPTOS_SITE_ADDR") && log.contains("somewhere"), "{log}");
    assert!(log.contains("127.0.0.1:3000"), "{log}");
}

#[test]
fn an_unknown_setting_stops_the_start_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("Leptos.toml"), "[site]\nnmae = 'x'").unwrap();
    let output = crate::support::command(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("site.nmae"));
}

#[test]
fn a_folder_without_a_built_site_stops_the_start_and_is_named() {
    let (code, log) = refusal("LEPTOS_SITE_ROOT", "/nonexistent");
    assert_eq!(code, Some(1));
    assert!(log.contains("LEPTOS_SITE_ROOT") && log.contains("/nonexistent"), "{log}");
}

#[test]
fn a_database_that_cannot_be_opened_stops_the_start_and_says_why() {
    let (code, log) = refusal("DATABASE_URL", "sqlite:/proc/nowhere/register.db");
    assert_eq!(code, Some(1));
    assert!(log.contains("cannot be opened"), "{log}");
}

#[test]
fn told_to_stop_the_server_finishes_what_is_in_flight() {
    let mut server = Server::start();
    let address = server.url.strip_prefix("http://").unwrap().to_owned();
    let mut form = TcpStream::connect(&address).unwrap();
    let head = "POST /join/who HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 6\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nwho";
    form.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    Command::new("kill").arg(server.pid().to_string()).status().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    form.write_all(b"=me").unwrap();
    let mut answer = String::new();
    form.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(server.wait().success());
}

#[test]
fn members_are_still_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("kept.db").display());
    let first = Server::start_with(&[("DATABASE_URL", &database)]);
    let visitor = first.visitor();
    visitor.answer_all(FULL_MEMBER);
    assert_eq!(visitor.post("/join/check", &[]).status, 303);
    // Dropping a server kills it with SIGKILL.
    drop(first);
    let bytes = |name: &str| std::fs::read(folder.path().join(name)).unwrap_or_default();
    let stored = [bytes("kept.db"), bytes("kept.db-wal")].concat();
    assert!(stored.windows(10).any(|window| window == b"Ada Okafor"));
    let second = Server::start_with(&[("DATABASE_URL", &database)]);
    assert_eq!(second.visitor().get("/healthz").status, 200);
}

#[test]
fn the_secret_key_is_readable_by_the_server_alone() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::start();
    let key = std::fs::metadata(server.folder.path().join("secret-key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
    assert_eq!(key.len(), 128);
}

#[test]
fn the_server_lets_itself_have_as_many_connections_as_the_system_allows() {
    let folder = tempfile::tempdir().unwrap();
    let server = crate::support::command(&folder);
    let variables = server.get_envs().filter_map(|(name, value)| Some((name, value?)));
    let mut child = Command::new("sh")
        .args(["-c", "ulimit -Sn 100 && exec \"$0\""])
        .arg(server.get_program())
        .current_dir(folder.path())
        .envs(variables)
        .env("LEPTOS_SITE_ADDR", "127.0.0.1:0")
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut limits = (String::new(), String::new());
    for _ in 0..600 {
        let shown = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
        let line = shown.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap();
        let mut words = line.split_whitespace().map(str::to_owned);
        limits = (words.next().unwrap(), words.next().unwrap());
        if limits.0 == limits.1 && folder.path().join("register.db").exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_ne!(limits.1, "100");
    assert_eq!(limits.0, limits.1);
}
