//! Texts as large as somebody brings who wants to see the checker fail: each is answered in a few times what a plain
//! document of its length takes.

use std::sync::LazyLock;
use std::time::Duration;

use xtension_checker::{check, fix_all, wire};

use crate::clock::time;
use crate::difficult;

/// The plain document that is the measure, in KiB: long texts are held to a multiple of it.
const PLAIN: usize = 1 << 10;

/// How long a check of that takes.
static PLAIN_TIME: LazyLock<Duration> = LazyLock::new(|| {
    let (_, plain) = difficult::DOCUMENTS[0];
    let text = plain(PLAIN << 10);
    (0..3).map(|_| time(|| drop(check(&text)))).min().unwrap()
});

/// A question, how many times as long as a check of a plain document its answer may take, and how it is asked.
type Question = (&'static str, u32, fn(&str));

const QUESTIONS: [Question; 3] = [
    ("check", 16, |text| drop(check(text))),
    ("check for the page", 24, |text| drop(wire::check(text))),
    ("fix all", 80, |text| drop(fix_all(text))),
];

/// What no text is too short for.
const ENOUGH: Duration = Duration::from_millis(20);

/// How often a bad figure is measured anew before it is believed.
const TRIES: usize = 3;

fn hold(what: &str, text: &str) {
    let plain = (*PLAIN_TIME * (text.len() >> 10) as u32 / PLAIN as u32).max(ENOUGH);
    for (question, most, ask) in QUESTIONS {
        let mut taken = Duration::MAX;
        for _ in 0..TRIES {
            taken = taken.min(time(|| ask(text)));
            if taken <= plain * most {
                break;
            }
        }
        assert!(taken <= plain * most, "{what}: {question} takes {taken:?}, a plain document {plain:?}");
    }
}

fn list(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().join(",")
}

/// A small sound Xtension with these members besides.
fn document(members: &str) -> String {
    format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"host":"api.example.com",{members}}}"#)
}

/// One operation that answers the first of these definitions.
fn definitions(definitions: &str) -> String {
    let responses = r##""responses":{"200":{"description":"","schema":{"$ref":"#/definitions/D0"}}}"##;
    let paths = format!(r#""paths":{{"/a":{{"get":{{"operationId":"a",{responses}}}}}}}"#);
    document(&format!(r#"{paths},"definitions":{{{definitions}}}"#))
}

/// A reference to the definition of that number.
fn reference(number: usize) -> String {
    format!(r##"{{"$ref":"#/definitions/D{number}"}}"##)
}

/// Paths with one operation each, which has these members.
fn paths(count: usize, members: impl Fn(usize) -> String) -> String {
    let responses = r#""responses":{"200":{"description":""}}"#;
    let path = |number: usize| format!(r#""/a{number}":{{"get":{{{},{responses}}}}}"#, members(number));
    document(&format!(r#""paths":{{{}}}"#, list(count, path)))
}

#[test]
fn a_hundred_thousand_keys_that_are_repeated() {
    hold("one key", &format!("{{{}}}", list(100_000, |_| r#""a":1"#.into())));
    hold("each key twice", &format!("{{{}}}", list(100_000, |number| format!(r#""a{}":1"#, number / 2))));
    hold("one definition", &definitions(&list(100_000, |_| r#""D0":{}"#.into())));
}

#[test]
fn a_hundred_thousand_errors_of_syntax() {
    hold("commas are missing", &format!("[{}]", "1 ".repeat(100_000)));
    hold("single quotes", &format!("{{{}}}", list(100_000, |number| format!("'a{number}': 'b'"))));
    hold("nothing has quotes", &format!("{{{}}}", list(100_000, |number| format!("a{number}: b"))));
    hold("colons are missing", &format!("{{{}}}", list(100_000, |number| format!(r#""a{number}" 1"#))));
    hold("brackets do not match", &format!("[{}]", list(100_000, |_| "[1}".into())));
}

#[test]
fn a_hundred_thousand_errors_of_shape() {
    hold("unknown keys", &paths(1_000, |_| list(100, |number| format!(r#""colour{number}":1"#))));
    hold(
        "wrong types",
        &paths(20_000, |_| r#""tags":1,"summary":1,"deprecated":1,"consumes":1,"operationId":1"#.into()),
    );
    hold(
        "references to nothing",
        &definitions(&list(100_000, |number| format!(r##""D{number}":{{"items":{{"$ref":"#/nothing/{number}"}}}}"##))),
    );
}

#[test]
fn ten_thousand_references() {
    const COUNT: usize = 10_000;
    let each = |members: fn(usize) -> String| {
        definitions(&list(COUNT, |number| format!(r#""D{number}":{{{}}}"#, members(number))))
    };
    hold("in a chain", &each(|number| format!(r#""items":{}"#, reference(number + 1))));
    hold("of references", &definitions(&list(COUNT, |number| format!(r#""D{number}":{}"#, reference(number + 1)))));
    hold("in a circle", &each(|number| format!(r#""items":{}"#, reference((number + 1) % COUNT))));
    hold(
        "in a circle of references",
        &definitions(&list(COUNT, |number| format!(r#""D{number}":{}"#, reference((number + 1) % COUNT)))),
    );
    hold("to themselves", &each(|number| format!(r#""items":{}"#, reference(number))));
}

#[test]
fn fans_of_all_of() {
    const COUNT: usize = 10_000;
    let fan = list(COUNT, |_| reference(1));
    hold("one of many", &definitions(&format!(r#""D0":{{"allOf":[{fan}]}},"D1":{{"type":"object"}}"#)));
    let each = |members: fn(usize) -> String| {
        definitions(&list(COUNT, |number| format!(r#""D{number}":{{"allOf":[{}]}}"#, members(number))))
    };
    hold("each of the next", &each(|number| reference(number + 1)));
    hold("each twice of the next", &each(|number| format!("{0},{0}", reference(number + 1))));
    hold("each of the next two", &each(|number| format!("{},{}", reference(number + 1), reference(number + 2))));
    let of_all = |_| format!(r#"{{"allOf":[{}]}}"#, list(100, reference));
    hold("a hundred of a hundred", &definitions(&list(100, |number| format!(r#""D{number}":{}"#, of_all(number)))));
}

#[test]
fn fifty_megabytes_in_a_string() {
    const BYTES: usize = 50_000_000;
    let in_description = |text: &str| paths(1, |_| format!(r#""operationId":"a","description":"{text}""#));
    hold("letters", &in_description(&"abcdefgh ".repeat(BYTES / 9)));
    hold("escapes", &in_description(&r"\ud83d\ude00\n\u0041".repeat(BYTES / 20)));
    hold("no letters of ASCII", &in_description(&"日本語😀".repeat(BYTES / 13)));
    hold("a string that does not end", &format!(r#"{{"a":"{}"#, "abcdefgh ".repeat(BYTES / 9)));
}

#[test]
fn keys_of_a_megabyte() {
    let long = "a".repeat(1_000_000);
    hold("one", &format!(r#"{{"{long}":1}}"#));
    hold("five alike", &format!("{{{}}}", list(5, |_| format!(r#""{long}":1"#))));
    hold("five nearly alike", &format!("{{{}}}", list(5, |number| format!(r#""{long}{number}":1"#))));
    let operations = list(1_000, |number| format!(r#""x{number}":{{}}"#));
    hold("a path", &document(&format!(r#""paths":{{"/{long}":{{{operations}}}}}"#)));
    hold("a definition", &definitions(&format!(r#""{long}":{{"colour":1,"items":{}}}"#, reference(1))));
}

#[test]
fn deep_nesting() {
    const DEPTH: usize = 1_000_000;
    hold("lists", &"[".repeat(DEPTH));
    hold("closed lists", &format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH)));
    hold("objects", &r#"{"a":"#.repeat(DEPTH));
    let schema = format!("{}{}{}", r#"{"items":"#.repeat(200), "{}", "}".repeat(200));
    hold("schemas, as deep as may be", &definitions(&list(1_000, |number| format!(r#""D{number}":{schema}"#))));
}

#[test]
fn storms_of_braces() {
    hold("nothing else", &"{{".repeat(500_000));
    hold("closed", &"{{a}}".repeat(200_000));
    let in_host = |braces: &str| {
        format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"host":"{braces}","paths":{{}}}}"#)
    };
    hold("in the host", &in_host(&"{{".repeat(500_000)));
    hold("placeholders in the host", &in_host(&"{{a}}.".repeat(160_000)));
    hold("in a path", &document(&format!(r#""paths":{{"/{}":{{}}}}"#, "{{".repeat(500_000))));
    hold("in each operation", &paths(10_000, |number| format!(r#""operationId":"o{number}","summary":"{{{{{{{{""#)));
}
