//! The steps of a command: named when they begin, timed when they end, listed when all are done.

use std::time::{Duration, Instant};

use crate::{Outcome, console::say};

/// The steps taken so far.
#[derive(Default)]
pub(crate) struct Steps {
    taken: Vec<(String, Duration)>,
}

impl Steps {
    /// Takes one step.
    ///
    /// # Errors
    ///
    /// The error of `work`, after the name of the step.
    pub(crate) fn take<T>(&mut self, title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        say(&format!("\n==> {title}"));
        let start = Instant::now();
        let value = work().map_err(|error| format!("{title}: {error}"))?;
        let time = start.elapsed();
        say(&format!("    {}", seconds(time)));
        self.taken.push((title.to_owned(), time));
        Ok(value)
    }

    /// Says what was done and how long it took.
    pub(crate) fn summarize(&self, command: &str) {
        say(&format!("\ncargo xtask {command}: done, every step passed"));
        for (title, time) in &self.taken {
            say(&format!("{:>9}  {title}", seconds(*time)));
        }
        say(&format!("{:>9}  in all", seconds(self.taken.iter().map(|(_, time)| *time).sum())));
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
