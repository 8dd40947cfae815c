//! What the converter answers.

use wasm_bindgen::JsValue;

use crate::wire::convert::{self, ConverterRequest as Request};

pub(super) use crate::wire::convert::ConverterResponse as Response;

/// Answers a message of the page.
///
/// # Errors
///
/// Where it is no [`Request`], or the answer cannot be made a JavaScript value.
pub(super) fn answer(message: &JsValue) -> Result<JsValue, JsValue> {
    let request: Request = serde_wasm_bindgen::from_value(message.clone())?;
    Ok(serde_wasm_bindgen::to_value(&convert::answer(request))?)
}
