//! How much memory a check takes. A binary of its own, as all of it is counted.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../difficult/mod.rs"]
mod difficult;

use peak_alloc::PeakAlloc;
use xtension_checker::check;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many bytes the check of a text takes at most, besides the text.
fn peak(text: &str) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(check(text));
    MEMORY.peak_usage().saturating_sub(before)
}

/// What a text that is made to be difficult may take besides: its errors with their repairs, of which there are at most
/// so many however long it is.
const DIFFICULT: usize = 20 << 20;

/// One test: whatever ran beside it would be counted, too.
#[test]
fn a_check_takes_twelve_times_the_text_at_most() {
    let mut failed = Vec::new();
    let mut examine = |name: &str, text: &str, most: usize| {
        let taken = peak(text);
        if taken > most {
            failed.push(format!("{name}: {} KiB for {} KiB", taken >> 10, text.len() >> 10));
        }
    };
    let (name, plain) = difficult::DOCUMENTS[0];
    for mebibytes in [1, 4, 16] {
        let text = plain(mebibytes << 20);
        examine(name, &text, 12 * text.len());
    }
    for (name, make) in difficult::all() {
        let text = make(1 << 20);
        examine(name, &text, 12 * text.len() + DIFFICULT);
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
