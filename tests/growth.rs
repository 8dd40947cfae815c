//! No answer takes longer than its text makes it: four times the text is worth four times the time, and a little more for
//! what has to be sorted.

use std::time::Duration;

use xtension_checker::convert::sample::{self, Body};
use xtension_checker::convert::{openapi3, pick, postman, split, yaml};
use xtension_checker::report::{Checked, Csv, Facts, Html, Json, Markdown, Reporter, Sarif, Text};
use xtension_checker::{actions, check, explain, fix_all, json, language, wire};

use crate::clock::time;
use crate::difficult::{self, Difficult};

/// The shortest text that is looked at, in bytes.
const SHORT: usize = 16 << 10;

/// The longest.
const LONG: usize = 1 << 20;

/// A time that can be compared: caches and clocks are not what it consists of.
const ENOUGH: Duration = Duration::from_millis(20);

/// How many times as long an answer may take for four times the text. What grows with the square of its length takes 16
/// times as long; sorting makes 4 into 5, and texts that no longer fit into a cache make that into 9.
const MOST: u32 = 11;

/// How often a bad figure is measured anew before it is believed.
const TRIES: usize = 5;

/// Asks of a text of each kind, and of one four times as long, and compares the times.
fn compare(question: &str, ask: impl Fn(&str)) {
    compare_for(question, difficult::all(), ask);
}

fn compare_for(question: &str, kinds: impl IntoIterator<Item = Difficult>, ask: impl Fn(&str)) {
    let failed: Vec<String> = kinds.into_iter().filter_map(|kind| too_long(kind, &ask)).collect();
    assert!(failed.is_empty(), "{question}:\n{}", failed.join("\n"));
}

/// How long the answer takes where that grows faster than its text.
fn too_long((name, make): Difficult, ask: &impl Fn(&str)) -> Option<String> {
    let mut bytes = SHORT;
    let mut short = time(|| ask(&make(bytes)));
    loop {
        let text = make(bytes * 4);
        let mut long = time(|| ask(&text));
        if long < ENOUGH && bytes * 4 < LONG {
            (bytes, short) = (bytes * 4, long);
            continue;
        }
        let before = make(bytes);
        for _ in 0..TRIES {
            if long <= short * MOST || long < ENOUGH {
                return None;
            }
            // Where a limit is passed between the two, there is a step, and behind it all goes on as before.
            if bytes * 16 <= LONG {
                break;
            }
            short = short.max(time(|| ask(&before)));
            long = long.min(time(|| ask(&text)));
        }
        if bytes * 16 <= LONG {
            (bytes, short) = (bytes * 4, long);
            continue;
        }
        return Some(format!("{name}: {short:?} for {} bytes, {long:?} for {}", before.len(), text.len()));
    }
}

#[test]
fn parsing_takes_as_long_as_its_text() {
    compare("parse", |text| drop(json::parse(text)));
}

#[test]
fn a_check_takes_as_long_as_its_text() {
    compare("check", |text| drop(check(text)));
}

#[test]
fn fixing_all_takes_as_long_as_its_text() {
    compare("fix all", |text| drop(fix_all(text)));
}

#[test]
fn what_crosses_the_border_takes_as_long_as_its_text() {
    compare("check for the page", |text| drop(wire::check(text)));
}

#[test]
fn actions_take_as_long_as_their_text() {
    compare("actions", |text| drop(actions(text)));
}

#[test]
fn an_explanation_takes_as_long_as_its_text() {
    compare("explain", |text| drop(explain("header 'Authorization' does not support multiple values", text)));
    compare("explain the text itself", |text| drop(explain(text, "{}")));
}

#[test]
fn converting_takes_as_long_as_its_text() {
    compare_for("YAML", difficult::YAML, |text| drop(yaml::read(text)));
    compare_for("OpenAPI 3", difficult::OPENAPI3, |text| drop(openapi3::convert(&json::parse(text))));
    compare_for("OpenAPI 3 that is none", difficult::DOCUMENTS, |text| drop(openapi3::convert(&json::parse(text))));
    compare_for("collections", difficult::COLLECTIONS, |text| drop(postman::convert(&json::parse(text))));
    compare_for("samples", difficult::SAMPLES, |text| {
        drop(sample::insert(r#"{"paths":{"/a":{"get":{}}}}"#, 0, &Body::Request, &[text]));
    });
}

#[test]
fn parting_takes_as_long_as_its_text() {
    let all = || difficult::DOCUMENTS.into_iter().chain(difficult::SHARES);
    compare_for("pick", all(), |text| {
        let half: Vec<usize> = (0..pick::candidates(text).len()).step_by(2).collect();
        drop(pick::pick(text, &half));
    });
    compare_for("split", all(), |text| drop(split::split(text)));
}

#[test]
fn the_editor_is_answered_as_soon_as_the_text_is_read() {
    compare("outline", |text| drop(language::outline(text)));
    compare("look", |text| {
        for at in [0, text.len() / 2, text.len()] {
            drop(language::look(text, at as u32));
        }
    });
    compare("complete", |text| {
        for at in [0, text.len() / 2, text.len()] {
            drop(language::complete(text, at as u32));
        }
    });
    compare("format", |text| drop(language::format(text, None)));
}

#[test]
fn reports_take_as_long_as_their_text() {
    compare("reports", |text| {
        let (report, facts) = (check(text), Facts::default());
        let checked = Checked { file: "document.json", text, report: &report, facts: &facts };
        let mut out = Vec::new();
        Text::new(&mut out, false).checked(&checked).unwrap();
        Json::new(&mut out).checked(&checked).unwrap();
        Sarif::new(&mut out).checked(&checked).unwrap();
        Markdown::new(&mut out).checked(&checked).unwrap();
        Html::new(&mut out).checked(&checked).unwrap();
        Csv::new(&mut out).checked(&checked).unwrap();
    });
}
