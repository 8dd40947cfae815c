//! What holds of "fix all safe", whatever the text.

use proptest::prelude::*;
use xtension_checker::{Ignored, check, fix_all, fix_all_but};

use crate::holds;

/// Documents with something wrong in them, to damage further.
const DOCUMENTS: [&str; 3] = [
    include_str!("../www/samples/forum-thread.json"),
    include_str!("../www/samples/oauth-help-page.json"),
    include_str!("../www/samples/correct.json"),
];

const CORRECT: &str = include_str!("../www/samples/correct.json");

/// What is put in or taken out.
const PIECES: [&str; 30] = [
    ",",
    ":",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "“",
    "//x\n",
    "/* */",
    "...",
    "\n",
    "\t",
    "\u{a0}",
    "\u{feff}",
    "True",
    "01",
    "é",
    "😀",
    "\\",
    "swagger",
    "\"x\": 1,",
    "\"get\": {},",
    "\"operationId\": \"a\",",
    "x-ntx-",
    "implicit",
    "\"$ref\": \"#/definitions/A\",",
    "\"Scopes\": [],",
    "null",
];

fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[test]
fn the_samples_are_fixed_as_far_as_it_is_safe() {
    for text in DOCUMENTS {
        holds::fix_all(text);
    }
}

/// Where what is broken can be read in several ways, no guess is made without asking.
#[test]
fn what_may_be_meant_otherwise_is_left_alone() {
    let left_alone = [
        // A comment that swallows the rest of a document whose line ends were taken out.
        r#"{"swagger":"2.0",// the version "info":{"title":"T","version":"1"},"paths":{"/a":{}}}"#,
        r#"{ "a": 1, "x-c": #ff00aa, "x-d": 1 }"#,
        // What is left of a merge.
        "{\n\"host\":\"one.com\",\n\"schemes\":[\"http\"]\n=======\n\"host\":\"two.com\"\n}",
        // Quotes that can belong to the text or end it.
        "{\n  \"a\": \"Click \"Save\", then \"Close\": done\"\n}",
        // The end of a file that was cut off.
        "{\"paths\": {\"/a\": {\"get\": {\"respon",
    ];
    for text in left_alone {
        let fixed = fix_all(text).edits.apply(text);
        for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            assert!(fixed.contains(part), "{part} is gone: {text} became {fixed}");
        }
        assert!(!check(&fixed).is_json, "{text} became {fixed}");
    }
}

#[test]
fn an_icon_of_many_letters_does_not_hide_where_it_ends() {
    let text = format!("{{\"x-icon\":\"{}\",\"a\":[1,]}}", "A".repeat(50_000));
    assert_eq!(fix_all(&text).edits.apply(&text), text.replace(",]", "]"));
}

#[test]
fn a_value_is_not_fitted_to_each_of_two_types_by_turns() {
    let parameter = r#"{"name":"n","in":"query","type":"string","type":"integer","default":"100"}"#;
    holds::fix_all(&format!(r#"{{"swagger":"2.0","paths":{{"/a":{{"get":{{"parameters":[{parameter}]}}}}}}}}"#));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_documents_are_fixed_as_far_as_it_is_safe(
        document in 0..DOCUMENTS.len(),
        damage in prop::collection::vec((0..4_000_usize, 0..12_usize, 0..PIECES.len(), any::<bool>()), 1..5)
    ) {
        let mut text = DOCUMENTS[document].to_owned();
        for (at, length, piece, insert) in damage {
            let start = boundary(&text, at % (text.len() + 1));
            let end = boundary(&text, start + length).max(start);
            text.replace_range(start..end, if insert { PIECES[piece] } else { "" });
        }
        holds::fix_all(&text);
    }
}

const SLASH: &str = "path-leading-slash";

/// What is let be: the problem of `text` that `rule` finds first, in one place or everywhere.
fn ignored(text: &str, rule: &str, everywhere: bool) -> Ignored {
    let report = check(text);
    let found = report.diagnostics.iter().find(|found| found.rule == rule).unwrap();
    let message = if everywhere { String::new() } else { found.message.clone() };
    Ignored { rule: rule.to_owned(), pointer: found.pointer.clone(), message }
}

#[test]
fn what_a_person_lets_be_is_let_be() {
    let text = CORRECT.replace("\"/rooms\":", "\"rooms\":");
    let taken = |ignored: &[Ignored]| fix_all_but(&text, ignored).taken.iter().any(|(taken, _)| *taken == SLASH);
    assert!(taken(&[]));
    assert!(!taken(&[ignored(&text, SLASH, false)]));
    assert!(!taken(&[ignored(&text, SLASH, true)]));
    let elsewhere = Ignored { pointer: "/paths/elsewhere".to_owned(), ..ignored(&text, SLASH, false) };
    assert!(taken(&[elsewhere]));
}

#[test]
fn what_is_let_be_stays_so_in_later_rounds() {
    let text = CORRECT.replace("\"/rooms\":", "\"rooms\":").replace("\"basePath\":", ", \"basePath\":");
    let broken = check(&text);
    assert!(!broken.is_json);
    let let_be = ignored(&text, SLASH, false);
    let fixed = fix_all_but(&text, &[let_be]).edits.apply(&text);
    let fixed = check(&fixed);
    assert!(fixed.is_json && fixed.diagnostics.iter().any(|found| found.rule == SLASH));
}
