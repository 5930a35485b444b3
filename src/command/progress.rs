//! How far long work has come, for people at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Work that is done within this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the bar moves.
const TICK: Duration = Duration::from_millis(100);
/// How many places the bar has.
const WIDTH: usize = 30;

/// A bar on standard error: only on a terminal, and only once work has taken a while. Threads
/// may share it.
pub struct Progress {
    of: usize,
    bar: Option<Mutex<Bar>>,
}

struct Bar {
    done: usize,
    begun: Instant,
    drawn: Option<Instant>,
}

impl Progress {
    /// Work in so many steps; nothing is shown of it if `quiet`.
    pub fn new(of: usize, quiet: bool) -> Self {
        let is_seen = !quiet && io::stderr().is_terminal();
        let bar = Bar {
            done: 0,
            begun: Instant::now(),
            drawn: None,
        };
        Self {
            of,
            bar: is_seen.then(|| Mutex::new(bar)),
        }
    }

    /// Another step is done.
    pub fn step(&self) {
        let Some(Ok(mut bar)) = self.bar.as_ref().map(Mutex::lock) else {
            return;
        };
        bar.done += 1;
        let now = Instant::now();
        let is_due = bar.drawn.is_none_or(|drawn| now - drawn >= TICK);
        if now - bar.begun >= PATIENCE && is_due {
            bar.drawn = Some(now);
            // Nothing can be said about standard error being closed.
            let _ = write!(io::stderr(), "\r{}", line(bar.done, self.of));
        }
    }
}

impl Drop for Progress {
    /// Takes the bar away.
    fn drop(&mut self) {
        let Some(Ok(bar)) = self.bar.as_ref().map(Mutex::lock) else {
            return;
        };
        if bar.drawn.is_some() {
            let blank = " ".repeat(line(self.of, self.of).len());
            let _ = write!(io::stderr(), "\r{blank}\r");
        }
    }
}

fn line(done: usize, of: usize) -> String {
    let filled = WIDTH * done.min(of) / of.max(1);
    let (filled, empty) = ("#".repeat(filled), "-".repeat(WIDTH - filled));
    format!("[{filled}{empty}] {done}/{of}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_fills_up() {
        assert!(line(0, 4).starts_with("[---"));
        assert!(line(4, 4).ends_with("###] 4/4"));
        assert_eq!(line(1, 3).matches('#').count(), 10);
        assert_eq!(line(0, 0).matches('#').count(), 0);
    }
}
