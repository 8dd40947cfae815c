//! Texts that are difficult as JSON.

use super::{Difficult, fill, list};

pub(crate) const TEXTS: [Difficult; 38] = [
    ("nested lists", |bytes| "[".repeat(bytes)),
    ("nested objects", |bytes| "{\"a\":".repeat(bytes / 5)),
    ("nested and closed", |bytes| "[".repeat(bytes / 2) + &"]".repeat(bytes / 2)),
    ("closing brackets", |bytes| "]}".repeat(bytes / 2)),
    ("lists beside each other", |bytes| format!("[{}]", list(bytes, |_| "[[[[]]]]".into()))),
    ("one name many times", |bytes| format!("{{{}}}", list(bytes, |_| "\"a\":1".into()))),
    ("many names", |bytes| format!("{{{}}}", list(bytes, |number| format!("\"{number}\":1")))),
    ("names written in two ways", |bytes| format!("{{{}}}", list(bytes, |_| "\"a\":1,\"\\u0061\":1".into()))),
    ("names of the same beginning", |bytes| {
        format!("{{{}}}", list(bytes, |number| format!("\"{}{number}\":1", "a".repeat(60))))
    }),
    ("missing commas", |bytes| format!("[{}]", fill(bytes, |_| "1 ".into()))),
    ("surplus commas", |bytes| format!("[{}]", fill(bytes, |_| "1,,".into()))),
    ("missing colons", |bytes| format!("{{{}}}", list(bytes, |number| format!("\"{number}\" 1")))),
    ("names without values", |bytes| format!("{{{}}}", list(bytes, |_| "\"a\"".into()))),
    ("values without names", |bytes| format!("{{{}}}", list(bytes, |_| "{}".into()))),
    ("wrong closers", |bytes| format!("[{}]", list(bytes, |_| "[1}".into()))),
    ("wrong openers", |bytes| format!("[{}]", list(bytes, |_| "[\"a\":1]".into()))),
    ("closers that are missing by indentation", |bytes| {
        format!("{{\n{}}}", fill(bytes, |number| format!("  \"a{number}\": {{\n    \"b\": 1\n")))
    }),
    ("deeper and deeper", |bytes| {
        let depth = (bytes * 2).isqrt();
        (0..depth).map(|number| " ".repeat(number) + "{\"a\":\n").collect()
    }),
    ("quotes", |bytes| "\"".repeat(bytes)),
    ("single quotes", |bytes| format!("[{}]", list(bytes, |_| "'a'".into()))),
    ("typographic quotes", |bytes| format!("[{}]", list(bytes, |_| "“a”".into()))),
    ("quotes within strings", |bytes| format!("[{}]", list(bytes, |_| "\"a \"b\" c\"".into()))),
    ("strings that do not end", |bytes| format!("[\n{}]", fill(bytes, |_| "\"a,\n".into()))),
    ("words without quotes", |bytes| format!("[{}]", fill(bytes, |_| "abc ".into()))),
    ("one long string", |bytes| format!("{{\"a\":\"{}\"}}", "abcdefgh ".repeat(bytes / 9))),
    ("one long name", |bytes| format!("{{\"{}\":1}}", "a".repeat(bytes))),
    ("many long names", |bytes| {
        let name = "a".repeat(bytes / 16);
        format!("{{{}}}", list(bytes, |number| format!("\"{name}{number}\":1")))
    }),
    ("one long number", |bytes| format!("[{}]", "1".repeat(bytes))),
    ("backslashes", |bytes| format!("[\"{}", "\\".repeat(bytes))),
    ("escapes", |bytes| format!("[\"{}\"]", "\\ud83d\\ude00\\ud800".repeat(bytes / 18))),
    ("wrong escapes", |bytes| format!("[\"{}\"]", "\\d\\x".repeat(bytes / 4))),
    ("line ends of all kinds", |bytes| format!("[{}1]", "1,\r\n1,\r1,\n".repeat(bytes / 10))),
    ("line ends in strings", |bytes| format!("[\"{}\"]", "a\r\nb\rc\n".repeat(bytes / 7))),
    ("byte order marks", |bytes| "\u{feff}".repeat(bytes / 3)),
    ("odd blanks", |bytes| format!("[{}]", list(bytes, |_| "\u{a0}1\u{200b}".into()))),
    ("comments", |bytes| format!("{{\n{}}}", fill(bytes, |_| "// a\n/* b */\n".into()))),
    ("comments that do not end", |bytes| format!("{{\n{}}}", fill(bytes, |_| "/* a\n".into()))),
    ("versions that were not merged", |bytes| "<<<<<<< a\n=======\n>>>>>>> b\n".repeat(bytes / 28)),
];
