//! What the whole checker answers.

mod report;

use wasm_bindgen::{JsCast, JsError, JsValue};

use super::text::utf8;
use crate::Ignored;
pub(super) use crate::wire::Response;
use crate::wire::{self, Request};

/// Answers a message of the page.
///
/// # Errors
///
/// Where it is no [`Request`], or the answer cannot be made a JavaScript value.
pub(super) fn answer(message: &JsValue) -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(&respond(read(message)?)?)?)
}

/// Reads a request by hand: reading it by serde would make a sixth of the wasm, for a few fields.
fn read(message: &JsValue) -> Result<Request, JsValue> {
    let field = |name: &str| js_sys::Reflect::get(message, &name.into());
    let number = |name: &str| Ok::<_, JsValue>(number(&field(name)?));
    let string = |name: &str| Ok::<_, JsValue>(field(name)?.as_string().unwrap_or_default());
    let id = number("id")?;
    let text = field("text")?.dyn_ref().map(utf8).unwrap_or_default();
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

#[expect(clippy::cast_sign_loss, reason = "the page counts its requests, lines and the places of a text from 0")]
fn number(value: &JsValue) -> u32 {
    value.as_f64().map_or(0, |number| number as u32)
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
        Request::FixAll { id, text, ignored } => wire::fix_all(id, &text, &ignored),
        Request::Outline { id, text } => Response::Outlined { id, outline: wire::outline(&text) },
        Request::Look { id, text, at } => Response::Looked { id, look: wire::look(&text, at) },
        Request::Complete { id, text, at } => Response::Completed { id, completions: wire::complete(&text, at) },
        Request::Format { id, text } => Response::Formatted { id, edits: wire::format(&text) },
        Request::Report { id, text, wanted } => Response::Reported { id, text: report::report(&text, wanted)? },
    })
}
