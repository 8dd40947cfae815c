//! An Xtension for each way to sign in.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| holds::split(text));
