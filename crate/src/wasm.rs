//! The browser's door: the body of the worker in which the checker runs.

mod report;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::Ignored;
use crate::wire::{self, Request, Response};

/// Makes the worker that calls it answer [`Request`]s with [`Response`]s, beginning with [`Response::Ready`].
///
/// # Errors
///
/// Where it is not called in a dedicated worker.
#[wasm_bindgen]
pub fn serve() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope =
        js_sys::global().dyn_into().map_err(|_| JsError::new("this is not a dedicated worker"))?;
    let answer = {
        let scope = scope.clone();
        move |event: MessageEvent| -> Result<(), JsValue> {
            let request = read(&event.data())?;
            scope.post_message(&serde_wasm_bindgen::to_value(&respond(request)?)?)
        }
    };
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

/// Reads a request by hand: reading it by serde would make a sixth of the wasm, for a few fields.
#[expect(clippy::cast_sign_loss, reason = "the page counts its requests and the places of a text from 0")]
fn read(message: &JsValue) -> Result<Request, JsValue> {
    let field = |name: &str| js_sys::Reflect::get(message, &name.into());
    let number = |name: &str| Ok::<_, JsValue>(field(name)?.as_f64().map_or(0, |number| number as u32));
    let string = |name: &str| Ok::<_, JsValue>(field(name)?.as_string().unwrap_or_default());
    let id = number("id")?;
    let text = string("text")?;
    match field("kind")?.as_string().as_deref() {
        Some("check") => Ok(Request::Check { id, text }),
        Some("actions") => Ok(Request::Actions { id, text }),
        Some("explain") => Ok(Request::Explain { id, text, message: string("message")? }),
        Some("fixAll") => Ok(Request::FixAll { id, text, ignored: ignored(&field("ignored")?)? }),
        Some("report") => Ok(Request::Report { id, text, wanted: report::wanted(&field("wanted")?)? }),
        Some("outline") => Ok(Request::Outline { id, text }),
        Some("look") => Ok(Request::Look { id, text, at: number("at")? }),
        Some("complete") => Ok(Request::Complete { id, text, at: number("at")? }),
        Some("format") => Ok(Request::Format { id, text }),
        _ => Err(JsError::new("this is not a request").into()),
    }
}

fn ignored(list: &JsValue) -> Result<Vec<Ignored>, JsValue> {
    items(list, |item| {
        let text = |name: &str| {
            let value = js_sys::Reflect::get(item, &name.into())?;
            Ok::<_, JsValue>(value.as_string().unwrap_or_default())
        };
        Ok(Ignored { rule: text("rule")?, pointer: text("pointer")?, message: text("message")? })
    })
}

/// What `read` makes of each item of `list`; nothing where it is no list.
fn items<T>(list: &JsValue, read: impl Fn(&JsValue) -> Result<T, JsValue>) -> Result<Vec<T>, JsValue> {
    let mut result = Vec::new();
    if let Some(list) = list.dyn_ref::<js_sys::Array>() {
        for item in list.iter() {
            result.push(read(&item)?);
        }
    }
    Ok(result)
}

fn respond(request: Request) -> Result<Response, JsValue> {
    Ok(match request {
        Request::Check { id, text } => Response::Checked { id, report: wire::check(&text) },
        Request::Actions { id, text } => Response::Actions { id, actions: wire::actions(&text) },
        Request::Explain { id, text, message } => {
            Response::Explained { id, explanation: wire::explain(&message, &text) }
        }
        Request::FixAll { id, text, ignored } => {
            let (edits, fixes) = wire::fix_all(&text, &ignored);
            Response::FixedAll { id, edits, fixes }
        }
        Request::Outline { id, text } => Response::Outlined { id, outline: wire::outline(&text) },
        Request::Look { id, text, at } => Response::Looked { id, look: wire::look(&text, at) },
        Request::Complete { id, text, at } => Response::Completed { id, completions: wire::complete(&text, at) },
        Request::Format { id, text } => Response::Formatted { id, edits: wire::format(&text) },
        Request::Report { id, text, wanted } => Response::Reported { id, text: report::report(&text, wanted)? },
    })
}
