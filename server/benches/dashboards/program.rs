//! The server's program, running.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command};
use std::time::Duration;

use super::Failed;
use super::database::Database;

/// A server on a database; it ends when it is dropped.
pub(crate) struct Program {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Program {
    /// Starts one, with nothing of this machine's settings, and waits until it answers.
    pub(crate) async fn start(database: &Database) -> Result<Self, Failed> {
        let folder = database.folder.path();
        // What the build would have put there is not looked at.
        std::fs::create_dir_all(folder.join("target/site/pkg"))?;
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let child = Command::new(env!("CARGO_BIN_EXE_server"))
            .current_dir(folder)
            .env("DATABASE_URL", &database.url)
            .env("DATA_FOLDER", folder)
            .env("LEPTOS_SITE_ADDR", address.to_string())
            .env("RUST_LOG", "warn")
            .spawn()?;
        let mut server = Self { child, address };
        for _ in 0..600 {
            if ureq::get(format!("http://{address}/healthz")).call().is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("the server did not start: {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err("the server does not answer".into())
    }

    /// How much memory it has now.
    pub(crate) fn megabytes(&self) -> Result<u64, Failed> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()).ok_or("no memory")?;
        Ok(kibibytes.parse::<u64>()? / 1024)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
