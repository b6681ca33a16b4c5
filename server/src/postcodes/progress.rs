//! How far it has come: a bar in a terminal, otherwise a line for each tenth.

use std::io::{IsTerminal, Write};

const WIDTH: u64 = 40;

/// How far something has come.
pub(super) struct Progress {
    what: &'static str,
    of: u64,
    is_bar: bool,
    shown: Option<u64>,
}

impl Progress {
    /// Begins at nothing of so much; of 0 when nobody knows of how much.
    pub(super) fn new(what: &'static str, of: u64) -> Self {
        let mut new = Self { what, of, is_bar: std::io::stderr().is_terminal(), shown: None };
        new.at(0);
        new
    }

    /// It has come so far.
    pub(super) fn at(&mut self, done: u64) {
        let hundredths = match self.of {
            0 => 0,
            of => done.min(of).saturating_mul(100) / of,
        };
        let step = if self.is_bar { hundredths } else { hundredths / 10 * 10 };
        if self.shown == Some(step) {
            return;
        }
        self.shown = Some(step);
        let mut out = std::io::stderr().lock();
        // Nobody is the worse for a line that cannot be shown.
        let _ = if self.is_bar {
            let full = step * WIDTH / 100;
            let bar = |sign: &str, times: u64| sign.repeat(usize::try_from(times).unwrap_or(0));
            write!(
                out,
                "\r{:8} [{}{}] {step:3} %",
                self.what,
                bar("=", full),
                bar(" ", WIDTH - full)
            )
        } else {
            writeln!(out, "{} {step} %", self.what)
        };
        let _ = out.flush();
    }

    /// It is at its end.
    pub(super) fn end(mut self) {
        self.at(self.of.max(1));
        if self.is_bar {
            let _ = writeln!(std::io::stderr());
        }
    }
}
