//! Each fix alone, and all that are safe at once.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| {
    holds::each_fix(text);
    holds::fix_all(text);
});
