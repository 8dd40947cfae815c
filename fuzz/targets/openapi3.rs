//! OpenAPI 3 as OpenAPI 2.0.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| holds::openapi3(text));
