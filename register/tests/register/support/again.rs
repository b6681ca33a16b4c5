//! A test in a process of its own.

use std::process::{Command, Stdio};

/// Whether this process is one that [`again`] started, and what it was told.
pub(crate) fn told() -> Option<String> {
    std::env::var("REGISTER_TEST_TOLD").ok()
}

/// Runs one test of this program again, in a process of its own that is told something, started
/// by a shell after `before`.
pub(crate) fn again(test: &str, told: &str, before: &str) -> Command {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{before} exec \"$0\" --exact \"$1\" --nocapture"))
        .arg(std::env::current_exe().unwrap())
        .arg(test)
        .env("REGISTER_TEST_TOLD", told)
        .stdout(Stdio::null());
    command
}
