//! A mail relay that takes letters, or says what a test wants it to say.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A relay on this machine. Its threads end with the test's process.
pub(super) struct FakeRelay {
    pub(super) address: SocketAddr,
    /// While this is so, a letter that has arrived is not answered.
    pub(super) busy: Arc<AtomicBool>,
    heard: Arc<Mutex<Heard>>,
}

#[derive(Default)]
struct Heard {
    /// What to say, once each, when a command begins so; `.` ends a letter.
    answers: VecDeque<(&'static str, &'static str)>,
    commands: Vec<String>,
    letters: Vec<String>,
    connections: usize,
}

impl FakeRelay {
    pub(super) fn start() -> Self {
        Self::start_at("127.0.0.1:0".parse().unwrap())
    }

    pub(super) fn start_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).unwrap();
        let address = listener.local_addr().unwrap();
        let heard = Arc::<Mutex<Heard>>::default();
        let busy = Arc::<AtomicBool>::default();
        let (hears, waits) = (Arc::clone(&heard), Arc::clone(&busy));
        std::thread::spawn(move || {
            for connection in listener.incoming() {
                let (hears, waits) = (Arc::clone(&hears), Arc::clone(&waits));
                // A connection that breaks is the other side's business.
                std::thread::spawn(move || talk(&connection.unwrap(), &hears, &waits));
            }
        });
        Self { address, busy, heard }
    }

    /// An address where nobody listens.
    pub(super) fn nowhere() -> SocketAddr {
        TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
    }

    pub(super) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The next time a command begins so, it is answered so; nothing at all if the answer is
    /// empty.
    pub(super) fn answer(&self, command: &'static str, answer: &'static str) {
        self.heard.lock().unwrap().answers.push_back((command, answer));
    }

    pub(super) fn letters(&self) -> Vec<String> {
        self.heard.lock().unwrap().letters.clone()
    }

    pub(super) fn commands(&self, verb: &str) -> Vec<String> {
        let heard = self.heard.lock().unwrap();
        heard.commands.iter().filter(|command| command.starts_with(verb)).cloned().collect()
    }

    pub(super) fn connections(&self) -> usize {
        self.heard.lock().unwrap().connections
    }
}

/// What it says to a command, if a test has not said otherwise.
fn usual(command: &str) -> &'static str {
    match command.split(' ').next().unwrap() {
        "EHLO" => "250-fake.example\r\n250 AUTH PLAIN",
        "DATA" => "354 go ahead",
        "QUIT" => "221 goodbye",
        "AUTH" => "235 welcome",
        _ => "250 fine",
    }
}

fn talk(connection: &TcpStream, heard: &Mutex<Heard>, busy: &AtomicBool) -> Option<()> {
    heard.lock().unwrap().connections += 1;
    let mut lines = BufReader::new(connection).lines();
    let mut writer = connection;
    let mut say = |command: &str| -> Option<&'static str> {
        let mut heard = heard.lock().unwrap();
        heard.commands.push(command.to_owned());
        let planned = heard.answers.iter().position(|(verb, _)| command.starts_with(verb));
        let answer =
            planned.and_then(|at| heard.answers.remove(at)).map_or(usual(command), |(_, a)| a);
        drop(heard);
        while command == "." && busy.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(5));
        }
        if !answer.is_empty() {
            writer.write_all(format!("{answer}\r\n").as_bytes()).ok()?;
        }
        Some(answer)
    };
    // The greeting answers the connection itself.
    connection.set_nodelay(true).ok()?;
    let mut greeting = connection;
    greeting.write_all(b"220 fake.example\r\n").ok()?;
    loop {
        let command = lines.next()?.ok()?;
        let answer = say(&command)?;
        if command == "QUIT" {
            return None;
        }
        if answer.starts_with("354") {
            let mut letter = String::new();
            loop {
                let line = lines.next()?.ok()?;
                if line == "." {
                    break;
                }
                letter.push_str(line.strip_prefix('.').unwrap_or(&line));
                letter.push_str("\r\n");
            }
            if say(".")?.starts_with("250") {
                heard.lock().unwrap().letters.push(letter);
            }
        }
    }
}
