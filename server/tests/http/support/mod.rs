//! A server of its own for each test, and a browser without a screen to talk to it.

mod accounts;
mod database;
mod page;

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub(crate) use database::texts;
pub(crate) use page::between;
use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

/// A running server with a data folder of its own; it ends with the test.
pub(crate) struct Server {
    child: Child,
    pub(crate) folder: TempDir,
    pub(crate) url: String,
    log: Arc<Mutex<String>>,
}

impl Server {
    /// A server on SQLite.
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    /// A server with these environment variables.
    pub(crate) fn start_with(variables: &[(&str, &str)]) -> Self {
        Self::start_as(&[], variables)
    }

    /// A demo of so many members.
    pub(crate) fn start_demo(members: u32) -> Self {
        Self::start_as(&["demo", "--members", &members.to_string()], &[])
    }

    fn start_as(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = command(&folder);
        command.args(arguments);
        command.env("LEPTOS_SITE_ADDR", address.to_string()).envs(variables.iter().copied());
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let kept = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let mut log = kept.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let server = Self { child, folder, url: format!("http://{address}"), log };
        server.wait_until_up();
        server
    }

    fn wait_until_up(&self) {
        for _ in 0..600 {
            if agent().get(format!("{}/healthz", self.url)).call().is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the server did not start:\n{}", self.log());
    }

    /// What the server has logged.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the end of the process.
    pub(crate) fn wait(&mut self) -> std::process::ExitStatus {
        self.child.wait().unwrap()
    }

    /// A visitor with a cookie jar of their own.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor { url: self.url.clone(), agent: agent() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The server's program, with a folder of its own and nothing of this machine's settings.
pub(crate) fn command(folder: &TempDir) -> Command {
    // What the build would have put there is not looked at over HTTP.
    std::fs::create_dir_all(folder.path().join("target/site/pkg")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command
        .current_dir(folder.path())
        .env("DATABASE_URL", format!("sqlite:{}", folder.path().join("register.db").display()))
        .env("DATA_FOLDER", folder.path())
        .env_remove("RUST_LOG")
        .stderr(Stdio::piped());
    command
}

fn agent() -> Agent {
    Agent::config_builder()
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(60)))
        .build()
        .into()
}

/// Somebody with a browser that knows forms and cookies, and nothing else.
pub(crate) struct Visitor {
    pub(crate) url: String,
    pub(crate) agent: Agent,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) text: String,
    pub(crate) headers: ureq::http::HeaderMap,
}

impl Visitor {
    pub(crate) fn get(&self, path: &str) -> Answer {
        answer(self.agent.get(format!("{}{path}", self.url)).call().unwrap())
    }

    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        answer(
            self.agent.post(format!("{}{path}", self.url)).send_form(form.iter().copied()).unwrap(),
        )
    }

    /// Sends a file, as a form with nothing else does.
    pub(crate) fn upload(&self, path: &str, file: &[u8]) -> Answer {
        let head = "--limit\r\nContent-Disposition: form-data; name=\"file\"; \
                    filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        let body = [head.as_bytes(), file, b"\r\n--limit--\r\n"].concat();
        self.post_bytes(path, "multipart/form-data; boundary=limit", &body)
    }

    pub(crate) fn post_bytes(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.url)).content_type(kind);
        answer(request.send(body).unwrap())
    }

    /// Answers step after step, following the redirects; gives the last answer.
    pub(crate) fn answer_all(&self, steps: &[(&str, &[(&str, &str)])]) -> Answer {
        let mut last = None;
        for (step, form) in steps {
            let answer = self.post(&format!("/join/{step}"), form);
            assert_eq!(answer.status, 303, "{step}: {}", answer.text);
            last = Some(answer);
        }
        last.unwrap()
    }
}

fn answer(mut response: Response<Body>) -> Answer {
    let header = |name: &str| response.headers().get(name)?.to_str().ok().map(str::to_owned);
    Answer {
        status: response.status().as_u16(),
        location: header("location"),
        headers: response.headers().clone(),
        text: response.body_mut().read_to_string().unwrap(),
    }
}

impl Server {
    /// Somebody joins, and is a full member from then on.
    pub(crate) fn join(&self, name: &str, email: &str, postcode: &str) {
        let visitor = self.visitor();
        visitor.answer_all(&[
            ("who", &[("who", "me")]),
            ("age", &[("age", "18-or-over")]),
            ("experience", &[("experience", "yes")]),
            ("membership", &[("membership", "full")]),
            ("where", &[("postcode", postcode)]),
            ("details", &[("name", name), ("email", email), ("phone", "")]),
            ("consent", &[("consent", "yes")]),
        ]);
        assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
    }
}

/// The answers of somebody who joins as a full member, up to `check`.
pub(crate) const FULL_MEMBER: &[(&str, &[(&str, &str)])] = &[
    ("who", &[("who", "me")]),
    ("age", &[("age", "18-or-over")]),
    ("experience", &[("experience", "yes")]),
    ("membership", &[("membership", "full")]),
    ("where", &[("postcode", "bs5 6xx")]),
    ("details", &[("name", "Ada Okafor"), ("email", "ada@example.org"), ("phone", "")]),
    ("consent", &[("consent", "yes")]),
];
