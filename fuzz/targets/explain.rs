//! What a message means for a text.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| {
    // The first line is the message.
    let (message, text) = text.split_once('\n').unwrap_or((text, ""));
    holds::explain(message, text);
});
