//! Texts of JavaScript.

use std::ops::RangeInclusive;

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;

    type Encoded;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &Uint8Array) -> Encoded;

    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> u32;
}

/// How many units of UTF-16 are encoded at once: each takes up to three bytes.
const PART: u32 = 16_384;

/// What characters of two units begin with: U+D800 to U+DBFF.
const FIRST_HALVES: RangeInclusive<f64> = 55_296.0..=56_319.0;

/// A text in UTF-8. What comes with `wasm_bindgen` goes over a text unit by unit, and behind the first character that is not
/// in ASCII takes three times its memory, which wasm never gives back.
pub(super) fn utf8(text: &JsString) -> String {
    let length = text.length();
    let encoder = TextEncoder::new();
    let buffer = Uint8Array::new_with_length(3 * PART.min(length));
    let mut bytes = Vec::with_capacity((length + length / 32) as usize);
    let mut from = 0;
    while from < length {
        let mut to = length.min(from + PART);
        // A character of two units stays whole.
        if to < length && FIRST_HALVES.contains(&text.char_code_at(to - 1)) {
            to -= 1;
        }
        let written = encoder.encode_into(&text.slice(from, to), &buffer).written();
        bytes.extend(buffer.subarray(0, written).to_vec());
        from = to;
    }
    String::from_utf8(bytes).unwrap_or_default()
}
