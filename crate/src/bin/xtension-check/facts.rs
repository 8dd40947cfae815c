//! What is known of a file besides what is wrong with it.

use std::fmt::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};
use xtension_checker::report::Facts;

use crate::arguments::Format;

/// What the reports that people keep say of a file besides; nothing for the others, which are to be the same each time.
pub(crate) fn facts(format: Format, text: &str, fixed: Vec<String>) -> Facts {
    match format {
        Format::Text | Format::Json | Format::Sarif => Facts::default(),
        Format::Markdown | Format::Html | Format::Csv => {
            Facts { sha256: sha256(text), when: when(SystemTime::now()), fixed, ..Facts::default() }
        }
    }
}

fn sha256(text: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// `time` to the minute, such as `2026-02-28 09:05 UTC`.
fn when(time: SystemTime) -> String {
    let minutes = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs() / 60;
    let (mut day, minute) = (minutes / (24 * 60), minutes % (24 * 60));
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while day >= 365 + u64::from(is_leap(year)) {
        day -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let mut month = 1;
    for days in [31, 28 + u64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    format!("{year}-{month:02}-{:02} {:02}:{:02} UTC", day + 1, minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn times_are_told_to_the_minute() {
        let at = |seconds| when(UNIX_EPOCH + Duration::from_secs(seconds));
        assert_eq!(at(0), "1970-01-01 00:00 UTC");
        assert_eq!(at(951_782_399), "2000-02-28 23:59 UTC");
        assert_eq!(at(951_825_900), "2000-02-29 12:05 UTC");
        assert_eq!(at(1_798_761_599), "2026-12-31 23:59 UTC");
    }

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
