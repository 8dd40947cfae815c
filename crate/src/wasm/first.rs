//! What the checker that the page loads first answers. With [`wire::Response`] all that others answer would be compiled
//! into it, too.

use serde::Serialize;
use wasm_bindgen::{JsError, JsValue};

use crate::wire;

/// Those of the [`wire::Response`]s that it gives, as they are there.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(super) enum Response {
    /// The worker takes requests.
    Ready {
        /// The version of the checker.
        version: String,
    },
    /// The answer to [`wire::Request::Check`].
    Checked {
        /// The request's.
        id: u32,
        /// What was found.
        report: wire::Report,
    },
}

/// Answers a message of the page.
///
/// # Errors
///
/// Where it asks for more than a check.
#[expect(clippy::cast_sign_loss, reason = "the page counts its requests from 0")]
pub(super) fn answer(message: &JsValue) -> Result<JsValue, JsValue> {
    let field = |name: &str| js_sys::Reflect::get(message, &name.into());
    if field("kind")? != "check" {
        return Err(JsError::new("this is for the whole checker").into());
    }
    let id = field("id")?.as_f64().map_or(0, |id| id as u32);
    let text = field("text")?.as_string().unwrap_or_default();
    Ok(serde_wasm_bindgen::to_value(&Response::Checked { id, report: wire::check(&text) })?)
}
