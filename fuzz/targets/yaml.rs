//! YAML, as JSON and as an Xtension.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| holds::yaml(text));
