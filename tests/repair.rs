//! What is made of damaged JSON: a table of damage, what it is called, and the text after all repairs.

use std::time::{Duration, Instant};

use xtension_checker::json::SyntaxKind::{self, *};
use xtension_checker::json::{Tree, parse};
use xtension_checker::text::Edits;
use xtension_checker::{check, fix_all};

fn kinds(tree: &Tree<'_>) -> Vec<SyntaxKind> {
    tree.errors().iter().map(|error| error.kind).collect()
}

fn repaired(tree: &Tree<'_>) -> String {
    let edits = tree.errors().iter().flat_map(|error| error.repair.to_vec()).collect();
    Edits::new(edits).expect("the repairs of all errors fit together").apply(tree.text())
}

/// One cause is one error, and the repair is what a person would have done.
fn examine(table: &[(&str, &[SyntaxKind], &str)]) {
    for &(damaged, wanted, mended) in table {
        let tree = parse(damaged);
        assert_eq!(kinds(&tree), wanted, "{damaged}\n{:#?}", tree.errors());
        assert_eq!(repaired(&tree), mended, "{damaged}");
        serde_json::from_str::<serde::de::IgnoredAny>(mended).unwrap_or_else(|error| panic!("{mended}: {error}"));
    }
}

#[test]
fn commas() {
    examine(&[
        (r#"{"a": 1,}"#, &[TrailingComma], r#"{"a": 1}"#),
        (r#"["a",]"#, &[TrailingComma], r#"["a"]"#),
        (r#"{"a": [1,], "b": {"c": 2,},}"#, &[TrailingComma; 3], r#"{"a": [1], "b": {"c": 2}}"#),
        (r#"{"a": 1 "b": 2}"#, &[MissingComma], r#"{"a": 1, "b": 2}"#),
        ("{\n  \"a\": 1\n  \"b\": 2\n}", &[MissingComma], "{\n  \"a\": 1,\n  \"b\": 2\n}"),
        (r#"["a" "b"]"#, &[MissingComma], r#"["a", "b"]"#),
        (r#"[{"a": 1} {"b": 2}]"#, &[MissingComma], r#"[{"a": 1}, {"b": 2}]"#),
        (r#"{"a": 1,, "b": 2}"#, &[SurplusComma], r#"{"a": 1, "b": 2}"#),
        (r#"{, "a": 1}"#, &[SurplusComma], r#"{ "a": 1}"#),
        ("[1,,,2]", &[SurplusComma; 2], "[1,2]"),
        (r#"{"a": 1; "b": 2}"#, &[WrongComma], r#"{"a": 1, "b": 2}"#),
    ]);
}

#[test]
fn names_colons_and_values() {
    examine(&[
        (r#"{"a" 1}"#, &[MissingColon], r#"{"a": 1}"#),
        (r#"{"a" {"b": 1}}"#, &[MissingColon], r#"{"a": {"b": 1}}"#),
        (r#"{"a" ["b", "c"]}"#, &[MissingColon], r#"{"a": ["b", "c"]}"#),
        (r#"{"a" = 1}"#, &[WrongColon], r#"{"a" : 1}"#),
        (r#"{"a" => 1}"#, &[WrongColon], r#"{"a" : 1}"#),
        (r#"{"a", 1}"#, &[WrongColon], r#"{"a": 1}"#),
        (r#"{"a"; 1}"#, &[WrongColon], r#"{"a": 1}"#),
        ("{: 1}", &[MissingName], r#"{"unnamed": 1}"#),
        (r#"{"a": {"b": 1}, {"c": 2}}"#, &[MissingName], r#"{"a": {"b": 1}, "unnamed": {"c": 2}}"#),
        (r#"{"a": , "b": 2}"#, &[MissingValue], r#"{"a": null, "b": 2}"#),
        (r#"{"a":}"#, &[MissingValue], r#"{"a": null}"#),
        (r#"{"a", "b": 2}"#, &[MissingValue], r#"{"a": null, "b": 2}"#),
        ("{\n\"a\":\n\"b\": 2}", &[MissingValue], "{\n\"a\": null,\n\"b\": 2}"),
    ]);
}

#[test]
fn quotes() {
    examine(&[
        ("{\"a\": \"b,\n\"c\": 1}", &[UnclosedString], "{\"a\": \"b\",\n\"c\": 1}"),
        ("{\"a\": \"b\n}", &[UnclosedString], "{\"a\": \"b\"\n}"),
        ("{\"a: 1}", &[UnclosedString], "{\"a\": 1}"),
        ("{\"a: \"b\"}", &[UnclosedString], "{\"a\": \"b\"}"),
        ("{\n  \"/a: {\n    \"b\": 1\n  }\n}", &[UnclosedString], "{\n  \"/a\": {\n    \"b\": 1\n  }\n}"),
        (r#"{"a": "b, "c": 1}"#, &[UnclosedString], r#"{"a": "b", "c": 1}"#),
        (r#"["a, "b", "c"]"#, &[UnclosedString], r#"["a", "b", "c"]"#),
        (r#"{/a/{b}": {"c": 1}}"#, &[UnopenedString], r#"{"/a/{b}": {"c": 1}}"#),
        ("{\"a\": Says b, then c\",\n\"d\": 1}", &[UnopenedString], "{\"a\": \"Says b, then c\",\n\"d\": 1}"),
        (r#"{"id": getTicketType", "b": 1}"#, &[UnopenedString], r#"{"id": "getTicketType", "b": 1}"#),
        (r#"{a": 1}"#, &[UnopenedString], r#"{"a": 1}"#),
        (r#"{"a": "say "hi" to all", "b": 1}"#, &[QuoteInString], r#"{"a": "say \"hi\" to all", "b": 1}"#),
        (
            r#"{"a": "one of "b", "c" or none", "d": 1}"#,
            &[QuoteInString],
            r#"{"a": "one of \"b\", \"c\" or none", "d": 1}"#,
        ),
        (r#"["say "hi"", "b"]"#, &[QuoteInString], r#"["say \"hi\"", "b"]"#),
        ("{'a': 'b'}", &[SingleQuotes; 2], r#"{"a": "b"}"#),
        (r#"{'a': 'say "hi"'}"#, &[SingleQuotes; 2], r#"{"a": "say \"hi\""}"#),
        ("{`a`: 1}", &[SingleQuotes], r#"{"a": 1}"#),
        ("{“a”: „b“}", &[TypographicQuotes; 2], r#"{"a": "b"}"#),
        ("{“a\": 1}", &[TypographicQuotes], r#"{"a": 1}"#),
        ("{a: 1}", &[Unquoted], r#"{"a": 1}"#),
        ("{\"a\": string, \"b\": two words}", &[Unquoted; 2], r#"{"a": "string", "b": "two words"}"#),
        ("{\"url\": https://example.com/a}", &[Unquoted], r#"{"url": "https://example.com/a"}"#),
    ]);
}

#[test]
fn inside_of_strings() {
    examine(&[
        ("{\"a\": \"b\tc\"}", &[ControlCharacter], r#"{"a": "b\tc"}"#),
        ("{\"a\": \"b\nc\", \"d\": 1}", &[ControlCharacter], r#"{"a": "b\nc", "d": 1}"#),
        ("{\"a\": \"b\r\nc\", \"d\": 1}", &[ControlCharacter], r#"{"a": "b\r\nc", "d": 1}"#),
        ("[\"\0\u{1f}\"]", &[ControlCharacter], r#"["\u0000\u001f"]"#),
        (r#"["^\d+$"]"#, &[BadEscape], r#"["^\\d+$"]"#),
        (r#"["C:\Orders\new"]"#, &[BadEscape], r#"["C:\\Orders\new"]"#),
        (r#"["it\'s"]"#, &[BadEscape], r#"["it's"]"#),
        (r#"["\x41\u12"]"#, &[BadEscape], r#"["\u0041\\u12"]"#),
    ]);
}

#[test]
fn numbers_and_literals() {
    examine(&[
        ("[01, .5, +1, 1., 0x1F, 1_000]", &[BadNumber; 6], "[1, 0.5, 1, 1, 31, 1000]"),
        ("[-01.50e3]", &[BadNumber], "[-1.50e3]"),
        ("[True, FALSE, None, nil]", &[ForeignLiteral; 4], "[true, false, null, null]"),
        ("[NaN, -Infinity, undefined]", &[ForeignLiteral; 3], "[null, null, null]"),
    ]);
}

#[test]
fn between_the_parts() {
    examine(&[
        ("{\n  // b\n  \"a\": 1 // c\n}", &[Comment; 2], "{\n  \"a\": 1\n}"),
        ("{\"a\": 1 /* b */}", &[Comment], "{\"a\": 1}"),
        ("# b\n{\"a\": 1}", &[Comment], "{\"a\": 1}"),
        ("{\"a\": 1, //...\n\"b\": 2}", &[Comment], "{\"a\": 1,\n\"b\": 2}"),
        ("{\"a\": [...], \"b\": {...}}", &[Ellipsis; 2], "{\"a\": [], \"b\": {}}"),
        ("{\"a\": ..., \"b\": 1}", &[Ellipsis], "{\"a\": null, \"b\": 1}"),
        ("{\n  \"a\": 1,\n  ...\n}", &[Ellipsis], "{\n  \"a\": 1\n}"),
        ("[1, 2, …]", &[Ellipsis], "[1, 2]"),
        ("{\u{a0}\"a\":\u{200b} 1}", &[OddWhiteSpace; 2], "{ \"a\": 1}"),
        ("\u{feff}{\"a\": 1}", &[ByteOrderMark], "{\"a\": 1}"),
        (r#"{"a": 1 ;}"#, &[StrayCharacter], r#"{"a": 1 }"#),
        (r#"{"a": "b" c, "d": 1}"#, &[StrayCharacter], r#"{"a": "b" , "d": 1}"#),
        (r#"{{"a": 1}}"#, &[StrayCharacter], r#"{"a": 1}"#),
    ]);
}

#[test]
fn around_the_document() {
    examine(&[
        ("Here is the JSON:\n{\"a\": 1}", &[TextBefore], "{\"a\": 1}"),
        ("```json\n{\"a\": 1}\n```", &[TextBefore, TextAfter], "{\"a\": 1}"),
        ("const a = {\"b\": 1};\n", &[TextBefore, TextAfter], "{\"b\": 1}\n"),
        ("{\"a\": 1}\nHope it helps!\n", &[TextAfter], "{\"a\": 1}\n"),
        ("{\"a\": 1} {\"b\": 2}", &[TextAfter], "{\"a\": 1}"),
        (r#"{\"a\": \"b\\\"c\"}"#, &[EscapedDocument], r#"{"a": "b\"c"}"#),
        ("\"a\": 1,\n\"b\": 2", &[MissingBraces], "{\n\"a\": 1,\n\"b\": 2\n}"),
        ("\"a\": [1", &[MissingBraces], "{ \"a\": [1] }"),
        ("<<<<<<< x\n{\"a\": 1}\n=======\n{\"a\": 2}\n>>>>>>> y\n", &[MergeConflict], "{\"a\": 1}\n"),
        ("{\n<<<<<<< x\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> y\n}", &[MergeConflict], "{\n\"a\": 1\n}"),
    ]);
    for (text, kind) in [
        ("", Empty),
        (" \n\t", Empty),
        ("// nothing", Empty),
        ("swagger: '2.0'\ninfo:\n  title: a", NotJson),
        ("---\nswagger: '2.0'\npaths:\n", NotJson),
        ("<?xml version=\"1.0\"?><a/>", NotJson),
        ("No document here, only prose.", NotJson),
    ] {
        let tree = parse(text);
        assert_eq!(kinds(&tree), [kind], "{text}");
        assert!(tree.root().is_none() && tree.errors()[0].repair.is_empty(), "{text}");
    }
}

#[test]
fn brackets_that_are_missing() {
    examine(&[
        ("{\"a\": {\"b\": [1", &[MissingCloser], "{\"a\": {\"b\": [1]}}"),
        (
            "{\n  \"a\": {\n    \"b\": 1,\n  \"c\": 2\n}",
            &[MissingCloser],
            "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}",
        ),
        (
            "{\n  \"a\": {\n    \"b\": 1\n  \"c\": 2\n}",
            &[MissingCloser],
            "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}",
        ),
        ("{\n  \"a\": [\n    1\n  ,\n  \"c\": 2\n}", &[MissingCloser], "{\n  \"a\": [\n    1\n  ]\n  ,\n  \"c\": 2\n}"),
        (
            "{\n  \"a\":\n    \"b\": 1\n  },\n  \"c\": 2\n}",
            &[MissingOpener],
            "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}",
        ),
        (
            "{\n  \"a\":\n    \"b\": 1\n  \"c\": 2\n}",
            &[MissingOpener],
            "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}",
        ),
        (r#"{"a": "b": 1}, "c": 2}"#, &[MissingOpener], r#"{"a": { "b": 1}, "c": 2}"#),
        (r#"{"a": ], "c": 2}"#, &[MissingOpener], r#"{"a": [], "c": 2}"#),
        ("{\n  \"a\": }\n}", &[MissingOpener], "{\n  \"a\": {}\n}"),
        (
            "[\n  {\n    \"a\": 1\n  },\n  \n    \"a\": 2\n  }\n]",
            &[MissingOpener],
            "[\n  {\n    \"a\": 1\n  },\n  \n    { \"a\": 2\n  }\n]",
        ),
        (r#"{"a": "b", "c"], "d": 1}"#, &[MissingOpener], r#"{"a": ["b", "c"], "d": 1}"#),
        (
            "{\n  \"a\":\n    {\n      \"b\": 1\n    }\n  ],\n  \"c\": 2\n}",
            &[MissingOpener],
            "{\n  \"a\":\n    [{\n      \"b\": 1\n    }\n  ],\n  \"c\": 2\n}",
        ),
        (
            "{\n  \"a\": [\n    \"b\": 1\n    }\n  ]\n}",
            &[MissingOpener],
            "{\n  \"a\": [\n    { \"b\": 1\n    }\n  ]\n}",
        ),
    ]);
}

#[test]
fn brackets_that_are_wrong_or_too_many() {
    examine(&[
        (r#"{"a": 1}}"#, &[SurplusCloser], r#"{"a": 1}"#),
        (r#"{"a": ["b"]], "c": 1}"#, &[SurplusCloser], r#"{"a": ["b"], "c": 1}"#),
        (
            "{\n  \"a\": {\n    \"b\": 1\n  }\n  },\n  \"c\": 2\n}",
            &[SurplusCloser],
            "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}",
        ),
        (
            "{\n  \"a\": {\n    \"b\": 1\n    },\n    \"c\": 2\n  },\n  \"d\": 3\n}",
            &[SurplusCloser],
            "{\n  \"a\": {\n    \"b\": 1,\n    \"c\": 2\n  },\n  \"d\": 3\n}",
        ),
        ("{\n  \"a\": 1\n}\n  \"b\": 2\n}", &[SurplusCloser], "{\n  \"a\": 1,\n  \"b\": 2\n}"),
        (r#"{"a": ["b"}, "c": 1}"#, &[WrongCloser], r#"{"a": ["b"], "c": 1}"#),
        (r#"{"a": {"b": 1], "c": 1}"#, &[WrongCloser], r#"{"a": {"b": 1}, "c": 1}"#),
        (r#"{"a": ["b": 1}, "c": 2}"#, &[WrongOpener], r#"{"a": {"b": 1}, "c": 2}"#),
        (r#"{"a": ["b": 1], "c": 2}"#, &[WrongOpener], r#"{"a": {"b": 1}, "c": 2}"#),
        ("{\n  \"a\": 1,\n  {\n  \"b\": 2\n}", &[StrayCharacter], "{\n  \"a\": 1,\n  \n  \"b\": 2\n}"),
    ]);
}

#[test]
fn damage_of_several_kinds_is_told_apart() {
    examine(&[(
        "// Sample\n{\n  'a': True,\n  b: [1 2,],\n  \"c\": \"d\n}",
        &[Comment, SingleQuotes, ForeignLiteral, Unquoted, MissingComma, TrailingComma, UnclosedString],
        "{\n  \"a\": true,\n  \"b\": [1, 2],\n  \"c\": \"d\"\n}",
    )]);
}

/// Whatever the text, an answer comes at once. A machine that has other things to do is slower with everything, so where
/// it takes long, something of a known size is measured beside it, and what counts is how much longer it took.
pub(crate) fn quickly<T>(what: &str, work: impl Fn() -> T) -> T {
    let mut tries = 0;
    loop {
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        if took < Duration::from_secs(1) {
            return result;
        }
        let measure = reading_a_million_numbers();
        if took < 20 * measure {
            return result;
        }
        tries += 1;
        assert!(tries < 4, "{what} took {took:?}, and reading a million numbers {measure:?}");
    }
}

/// How long another parser takes for a list of a million numbers at the moment: a tenth of a second where nothing else
/// runs.
fn reading_a_million_numbers() -> Duration {
    let text = format!("[{}0]", "1, ".repeat(1_000_000));
    let start = Instant::now();
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    start.elapsed()
}

fn join(numbers: std::ops::Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect::<Vec<_>>().concat()
}

#[test]
fn no_text_takes_long() {
    let many = 100_000;
    let texts = [
        ("nested lists", "[".repeat(many)),
        ("nested objects", "{\"a\":".repeat(many)),
        ("nested and closed", "[".repeat(many) + &"]".repeat(many)),
        ("closing brackets", "]}".repeat(many)),
        ("objects without commas", format!("[{}]", "{} ".repeat(many))),
        ("single quotes", format!("[{}1]", "'a', ".repeat(many))),
        ("open strings", format!("[\n{}1]", "\"a,\n".repeat(many))),
        ("names without values", format!("{{{}}}", "\"a\", ".repeat(many))),
        ("values without names", format!("{{{}}}", "{}, ".repeat(many))),
        ("wrong closers", format!("[{}]", "[1}, ".repeat(many))),
        ("wrong openers", format!("[{}]", "[\"a\": 1], ".repeat(many))),
        ("comments", format!("{{\n{}}}", "// a\n".repeat(many))),
        ("comments that do not end", format!("{{\n{}}}", "/* a\n".repeat(many))),
        ("quotes", "\"".repeat(many)),
        ("backslashes", format!("[\"{}]", "\\".repeat(many))),
        ("brackets in open strings", format!("[\n{}1]", format!("\"{}\n", "}".repeat(4_000)).repeat(100))),
        ("words", format!("[{}]", "abc ".repeat(many))),
        ("equal names", format!("{{{}\"a\": 1}}", "\"a\": 1, ".repeat(many))),
        ("names", format!("{{{}\"a\": 1}}", join(0..many, |n| format!("\"{n}\": 1, ")))),
        ("conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n".repeat(many)),
        ("dots", format!("[{}]", "..., ".repeat(many))),
        ("deep indentation", join(0..2_000, |n| format!("{}{{\"a\":\n", " ".repeat(n)))),
    ];
    for (what, text) in texts {
        quickly(what, || check(&text));
    }
}

#[test]
fn one_line_of_ten_megabytes_is_read_at_once() {
    let members = "\"a\":{\"b\":[1,2,\"c\"],\"d\":\"e\"},".repeat(330_000);
    for text in [format!("{{{members}}}"), format!("{{{members}\"f\": g}}"), format!("{{{members}\"f\":[1")] {
        let tree = quickly("one line", || parse(&text));
        assert_eq!(tree.errors().len(), 1, "{:?}", &tree.errors()[..2]);
    }
}

#[test]
fn a_habit_is_told_once_and_mended_at_once() {
    let text = format!("[{}'a']", "'a', ".repeat(10_000));
    let report = quickly("a habit", || check(&text));
    let found: Vec<_> = report.diagnostics.iter().filter(|found| found.rule == "json-single-quotes").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "`'a'` stands in single quotes, and 10000 more like it.");
    let fixed = quickly("mending a habit", || fix_all(&text)).edits.apply(&text);
    assert_eq!(fixed, text.replace('\'', "\""));
}
