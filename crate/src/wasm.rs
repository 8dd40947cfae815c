//! The browser's door: the body of the worker in which the checker runs, and of the one in which the converter does. Which
//! of them a wasm has in it its features say.

#[cfg(all(feature = "convert", not(feature = "whole")))]
mod convert;
#[cfg(not(any(feature = "convert", feature = "whole")))]
mod first;
#[cfg(feature = "whole")]
mod text;
#[cfg(feature = "whole")]
mod whole;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

#[cfg(feature = "whole")]
use crate::wire;
#[cfg(all(feature = "convert", not(feature = "whole")))]
use convert::{Response, answer};
#[cfg(not(any(feature = "convert", feature = "whole")))]
use first::{Response, answer};
#[cfg(feature = "whole")]
use whole::{Response, answer};

/// Makes the worker that calls it answer the requests of its door, beginning with a response that says it is ready.
///
/// # Errors
///
/// Where it is not called in a dedicated worker.
#[wasm_bindgen]
pub fn serve() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope =
        js_sys::global().dyn_into().map_err(|_| JsError::new("this is not a dedicated worker"))?;
    let own = scope.clone();
    let answer = move |event: MessageEvent| own.post_message(&answer(&event.data())?);
    let handler = Closure::<dyn FnMut(MessageEvent) -> Result<(), JsValue>>::new(answer);
    scope.set_onmessage(Some(handler.as_ref().unchecked_ref()));
    // The handler lives as long as the worker.
    handler.forget();
    let ready = Response::Ready { version: env!("CARGO_PKG_VERSION").to_owned() };
    scope.post_message(&serde_wasm_bindgen::to_value(&ready)?)
}

/// Checks `text` at once, in the thread that calls it, and gives the [`wire::Report`]: for callers without a worker.
///
/// # Errors
///
/// Where the report cannot be made a JavaScript value.
#[cfg(feature = "whole")]
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(text: &js_sys::JsString) -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(&wire::check(&text::utf8(text)))?)
}
