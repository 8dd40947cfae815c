//! Schemas of examples.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| holds::sample(text));
