//! The border to JavaScript, as JavaScript sees it. The same tests run in Node.js and in a worker of a browser.

#![expect(clippy::cast_sign_loss, reason = "places in a text are no less than zero")]

use js_sys::JSON::stringify;
use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessageEventInit};
use xtension_checker::{Ignored, wasm, wire};

const CORRECT: &str = include_str!("../www/samples/correct.json");
const THREAD: &str = include_str!("../www/samples/forum-thread.json");
const DOUBLED: &str = "header 'Authorization' does not support multiple values";

#[wasm_bindgen_test]
fn a_report_is_a_plain_object_with_the_fields_of_its_type() {
    let report = wasm::check(&CORRECT.into()).unwrap();
    assert_eq!(keys(&report), ["diagnostics", "omitted", "safeFixes", "isJson", "summary"]);
    assert!(Array::is_array(&field(&report, "diagnostics")));
    assert_eq!(number(&report, "omitted"), 0);
    assert_eq!(keys(&field(&report, "summary"))[..2], ["title", "description"]);
}

#[wasm_bindgen_test]
fn a_diagnostic_is_a_plain_object_with_the_fields_of_its_type() {
    let diagnostic = doubled_header(THREAD);
    let fields =
        ["rule", "severity", "certainty", "from", "to", "message", "because", "pointer", "source", "related", "fixes"];
    assert_eq!(keys(&diagnostic), fields);
    assert_eq!(field(&diagnostic, "severity"), "error");
    let fix = items(&diagnostic, "fixes").remove(0);
    assert_eq!(keys(&fix), ["title", "consequence", "safety", "edits"]);
    assert_eq!(keys(&items(&fix, "edits").remove(0)), ["from", "to", "insert"]);
}

#[wasm_bindgen_test]
fn places_are_counted_as_javascript_counts() {
    // Each is four bytes here and two units of UTF-16 there.
    let text = THREAD.replace("Contract Signing", "\u{1f58b}\u{1f4c4}\u{1f512}");
    let diagnostic = doubled_header(&text);
    let place = JsString::from(text).slice(number(&diagnostic, "from"), number(&diagnostic, "to"));
    assert_eq!(place, "\"Authorization\"");
}

#[wasm_bindgen_test]
fn a_long_text_arrives_whole_wherever_it_is_parted() {
    for shift in ["", "a", "ab", "abc"] {
        // Two names are the same only where no character of them is broken.
        let name = "\u{1f512}\u{e4}".repeat(40_000);
        let text = format!("{{ \"swagger\": \"2.0\", \"tags\": [\"{shift}{name}\", \"{shift}{name}\"] }}");
        let expected = serde_wasm_bindgen::to_value(&wire::check(&text)).unwrap();
        let given = wasm::check(&text.into()).unwrap();
        assert_eq!(stringify(&given).unwrap(), stringify(&expected).unwrap());
    }
}

#[wasm_bindgen_test]
fn the_edits_of_a_fix_give_the_text_that_its_title_promises() {
    let text = THREAD.replace("Contract Signing", "\u{1f58b} Signing");
    let security = "[\n          {\n            \"SigningOAuth\": []\n          }\n        ]";
    let parameter = THREAD.find("          {\n            \"name\": \"Authorization\"").unwrap();
    let parameter = &THREAD[parameter..][..THREAD[parameter..].find("},\n").unwrap() + 3];
    let fixes = items(&doubled_header(&text), "fixes");
    let offered: Vec<(JsValue, String)> = fixes.iter().map(|fix| (field(fix, "title"), applied(fix, &text))).collect();
    assert_eq!(
        offered,
        [
            ("Keep the parameter and switch the connection's security off here".into(), text.replace(security, "[]")),
            ("Remove the parameter and let the connection sign in".into(), text.replace(parameter, "")),
        ]
    );
}

#[wasm_bindgen_test]
fn fix_all_of_a_correct_document_does_nothing() {
    let nothing = wire::Response::FixedAll { id: 1, edits: Vec::new(), fixes: Vec::new(), rules: Vec::new() };
    assert_eq!(wire::fix_all(1, CORRECT, &[]), nothing);
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
    let with_comma = CORRECT.replace("\"1.0.0\"\n", "\"1.0.0\",\n");
    let said = said_by(&scope, || {
        wasm::serve().unwrap();
        let handler = scope.onmessage().unwrap();
        for request in [
            wire::Request::Check { id: 1, text: CORRECT.to_owned() },
            wire::Request::FixAll { id: 2, text: with_comma.clone(), ignored: Vec::new() },
            wire::Request::Actions { id: 3, text: CORRECT.to_owned() },
            wire::Request::Explain { id: 4, text: THREAD.to_owned(), message: DOUBLED.to_owned() },
        ] {
            handler.call1(&scope, &message(&request)).unwrap();
        }
    });
    scope.set_onmessage(runner.as_ref());

    let expected = [
        wire::Response::Ready { version: env!("CARGO_PKG_VERSION").to_owned() },
        wire::Response::Checked { id: 1, report: wire::check(CORRECT) },
        wire::fix_all(2, &with_comma, &[]),
        wire::Response::Actions { id: 3, actions: wire::actions(CORRECT) },
        wire::Response::Explained { id: 4, explanation: wire::explain(DOUBLED, THREAD) },
    ];
    assert_eq!(said, expected);
}

#[wasm_bindgen_test]
fn in_a_worker_each_kind_of_report_is_written() {
    use wire::ReportFormat::{Csv, Html, Json, Markdown, Sarif};

    let Some(scope) = worker() else { return };
    let runner = scope.onmessage();
    let ignored = Ignored { rule: "param-authorization-header".to_owned(), ..Ignored::default() };
    let note = wire::ConversionNote {
        kind: "Left out".to_owned(),
        message: "A callback is gone.".to_owned(),
        because: String::new(),
        places: vec!["line 3".to_owned()],
    };
    let wanted = |format| wire::WantedReport {
        format,
        file: "thread.json".to_owned(),
        sha256: "ab".to_owned(),
        when: "today".to_owned(),
        fixed: vec!["Remove the comma".to_owned()],
        ignored: vec![ignored.clone()],
        conversion: Some(wire::ConvertedFrom { source: "YAML".to_owned(), notes: vec![note.clone()] }),
    };
    let formats = [Markdown, Html, Csv, Json, Sarif];
    let said = said_by(&scope, || {
        wasm::serve().unwrap();
        let handler = scope.onmessage().unwrap();
        for format in formats {
            let request = wire::Request::Report { id: 1, text: THREAD.to_owned(), wanted: wanted(format) };
            handler.call1(&scope, &message(&request)).unwrap();
        }
    });
    scope.set_onmessage(runner.as_ref());

    let texts: Vec<String> = said
        .into_iter()
        .filter_map(|response| match response {
            wire::Response::Reported { text, .. } => Some(text),
            _ => None,
        })
        .collect();
    let [markdown, html, csv, json, sarif] = &texts[..] else { panic!("{}", texts.len()) };
    assert!(markdown.starts_with("# thread.json\n\n**Not ready to import: 1 error is ignored.**"), "{markdown}");
    assert!(markdown.contains("- **Left out.** A callback is gone. In the original: line 3."), "{markdown}");
    assert!(html.starts_with("<!doctype html>") && html.contains("<dd>today</dd>"));
    assert!(csv.contains("\r\nignored,error,") && csv.contains("\r\nfixed,,,,Remove the comma,"));
    let json = js_sys::JSON::parse(json).unwrap();
    assert_eq!(field(&field(&json, "facts"), "sha256"), "ab");
    assert_eq!(field(&items(&json, "diagnostics")[0], "ignored"), true);
    let run = items(&js_sys::JSON::parse(sarif).unwrap(), "runs").remove(0);
    let result = items(&run, "results").remove(0);
    assert_eq!(field(&items(&result, "suppressions")[0], "kind"), "external");
    let length = u32::try_from(THREAD.len()).unwrap();
    assert_eq!(field(&items(&run, "artifacts")[0], "length"), length);
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

/// The diagnostic of the forum thread's mistake in `text`.
fn doubled_header(text: &str) -> JsValue {
    let found = items(&wasm::check(&text.into()).unwrap(), "diagnostics");
    found.into_iter().find(|diagnostic| field(diagnostic, "rule") == "param-authorization-header").unwrap()
}

/// `text` after the edits of `fix`, made as JavaScript makes them.
fn applied(fix: &JsValue, text: &str) -> String {
    let mut text = JsString::from(text);
    for edit in items(fix, "edits").iter().rev() {
        let before = text.slice(0, number(edit, "from"));
        let after = text.slice(number(edit, "to"), text.length());
        text = before.concat(&field(edit, "insert")).concat(&after);
    }
    text.into()
}

fn keys(object: &JsValue) -> Vec<String> {
    let object: &Object = object.unchecked_ref();
    Object::keys(object).iter().filter_map(|key| key.as_string()).collect()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

fn items(object: &JsValue, name: &str) -> Vec<JsValue> {
    field(object, name).unchecked_into::<Array>().iter().collect()
}

fn number(object: &JsValue, name: &str) -> u32 {
    field(object, name).as_f64().unwrap() as u32
}
