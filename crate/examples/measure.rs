//! How long `check` takes natively, beside `serde_json`, for each file named: a part of `cargo xtask bench`.
//!
//! Writes one line for each file, its values parted by tabs: its size in bytes, the number of diagnostics, then minimum
//! and median of reading the text with `serde_json`, and minimum and median of `check`, in microseconds.

#![expect(clippy::print_stdout, reason = "what was measured is what this program gives")]

use std::{
    env,
    error::Error,
    fs,
    hint::black_box,
    time::{Duration, Instant},
};

use xtension_checker::check;

/// How long each file is measured.
const TIME: Duration = Duration::from_secs(2);

/// How often each is done at least.
const ROUNDS: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    for file in env::args().skip(1) {
        let text = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        serde_json::from_str::<serde_json::Value>(&text).map_err(|error| format!("{file}: {error}"))?;
        let diagnostics = check(&text).diagnostics.len();
        let (mut parse, mut checks) = (Vec::new(), Vec::new());
        let start = Instant::now();
        // By turns, so that both meet the same moods of the machine.
        while parse.len() < ROUNDS || start.elapsed() < TIME {
            parse.push(time(|| serde_json::from_str::<serde_json::Value>(&text)));
            checks.push(time(|| check(&text)));
        }
        let (parse, checks) = (microseconds(parse), microseconds(checks));
        println!("{}\t{diagnostics}\t{parse}\t{checks}", text.len());
    }
    Ok(())
}

/// How long `work` takes; what it gives is dropped afterwards.
fn time<T>(work: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    let value = black_box(work());
    let time = start.elapsed();
    drop(value);
    time
}

/// Minimum and median.
fn microseconds(mut times: Vec<Duration>) -> String {
    times.sort();
    let of = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1e6);
    format!("{:.1}\t{:.1}", of(times.first()), of(times.get(times.len() / 2)))
}
