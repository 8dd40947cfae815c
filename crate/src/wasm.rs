//! The browser's door: the body of the worker in which the checker runs.

#[cfg(not(feature = "whole"))]
mod first;
#[cfg(feature = "whole")]
mod whole;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::wire;
#[cfg(not(feature = "whole"))]
use first::{Response, answer};
#[cfg(feature = "whole")]
use whole::{Response, answer};

/// Makes the worker that calls it answer [`wire::Request`]s with [`wire::Response`]s, beginning with
/// [`wire::Response::Ready`].
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
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(&wire::check(text))?)
}
