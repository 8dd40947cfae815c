//! The border to JavaScript, as JavaScript sees it. The same tests run in Node.js and in a worker of a browser.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessageEventInit};
use xtension_checker::{wasm, wire};

const CORRECT: &str = include_str!("../www/samples/correct.json");

#[wasm_bindgen_test]
fn a_report_is_a_plain_object_with_the_fields_of_its_type() {
    let report = serde_wasm_bindgen::to_value(&wire::check(CORRECT)).unwrap();
    assert_eq!(keys(&report), ["diagnostics", "omitted", "safeFixes", "summary"]);
    assert!(Array::is_array(&field(&report, "diagnostics")));
    assert_eq!(field(&report, "omitted").as_f64(), Some(0.0));
    assert_eq!(keys(&field(&report, "summary"))[..2], ["title", "actions"]);
}

#[wasm_bindgen_test]
fn fix_all_of_a_correct_document_does_nothing() {
    assert_eq!(wire::fix_all(CORRECT), (Vec::new(), Vec::new()));
}

#[wasm_bindgen_test]
fn outside_a_worker_serving_is_an_error() {
    if worker().is_none() {
        assert!(wasm::serve().is_err());
    }
}

#[wasm_bindgen_test]
fn in_a_worker_serving_says_that_it_is_ready_and_answers_each_request() {
    let Some(scope) = worker() else { return };
    let runner = scope.onmessage();
    let said = said_by(&scope, || {
        wasm::serve().unwrap();
        let handler = scope.onmessage().unwrap();
        for request in [
            wire::Request::Check { id: 1, text: CORRECT.to_owned() },
            wire::Request::FixAll { id: 2, text: CORRECT.to_owned() },
        ] {
            handler.call1(&scope, &message(&request)).unwrap();
        }
    });
    scope.set_onmessage(runner.as_ref());

    let (edits, fixes) = wire::fix_all(CORRECT);
    let expected = [
        wire::Response::Ready { version: env!("CARGO_PKG_VERSION").to_owned() },
        wire::Response::Checked { id: 1, report: wire::check(CORRECT) },
        wire::Response::FixedAll { id: 2, edits, fixes },
    ];
    assert_eq!(said, expected);
}

/// The scope of the worker in which the test runs; `None` in Node.js.
fn worker() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// What `work` posts from `scope`, which is kept from the page meanwhile.
fn said_by(scope: &DedicatedWorkerGlobalScope, work: impl FnOnce()) -> Vec<wire::Response> {
    let name = JsValue::from("postMessage");
    let original = Reflect::get(scope, &name).unwrap();
    let posted = Array::new();
    let post: Function = field(&posted, "push").unchecked_into::<Function>().bind0(&posted);
    Reflect::set(scope, &name, &post).unwrap();
    work();
    Reflect::set(scope, &name, &original).unwrap();
    posted.iter().map(|response| serde_wasm_bindgen::from_value(response).unwrap()).collect()
}

fn message(request: &wire::Request) -> MessageEvent {
    let options = MessageEventInit::new();
    options.set_data(&serde_wasm_bindgen::to_value(request).unwrap());
    MessageEvent::new_with_event_init_dict("message", &options).unwrap()
}

fn keys(object: &JsValue) -> Vec<String> {
    let object: &Object = object.unchecked_ref();
    Object::keys(object).iter().filter_map(|key| key.as_string()).collect()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}
