//! What nobody sees and what a terminal obeys, in every place of a file: no report has it as it is, whatever its format.

use serde_json::{Value, json};
use xtension_checker::report::{Checked, Conversion, Csv, Facts, Html, Json, Markdown, Note, Reporter, Sarif, Text};
use xtension_checker::{Ignored, check, explain, fix_all};

/// An order to a terminal, characters without width, turned words, an isolate without end, ends of lines, tags, and the
/// control characters of eight bits.
const UNSEEN: [&str; 10] = [
    "\u{1b}[2J\u{1b}]0;title\u{7}",
    "\u{9b}31m\u{85}",
    "a\u{0}b\u{8}\u{7f}",
    "ad\u{200b}min\u{2060}\u{feff}\u{ad}",
    "\u{202e}gnp.nosj",
    "\u{2066}a\u{2069}\u{2069}\u{200f}",
    "a\u{2028}b\u{2029}c",
    "x\u{e0068}\u{e0069}",
    "a\r\nb\tc\u{b}",
    "\u{61c}\u{180e}\u{fff9}",
];

/// A document with `text` in each kind of place, as names and as values.
fn document(text: &str) -> Value {
    let schema = json!({ "type": text, "title": text, "properties": { text: { "type": "string", "default": text } } });
    json!({
        "swagger": "2.0", text: text,
        "info": { "title": text, "version": text, text: text },
        "host": text, "basePath": text, "schemes": [text],
        "paths": { format!("/{text}/{{{text}}}"): { text: {}, "get": {
            "operationId": text, "summary": text, "tags": [text], "security": [{ text: [text] }],
            "parameters": [{ "name": text, "in": text, "type": text }, { "name": "b", "in": "body", "schema": { "$ref": text } }],
            "responses": { text: {}, "200": { "description": text, "schema": schema } }
        } } },
        "definitions": { text: schema },
        "securityDefinitions": { text: { "type": "oauth2", "flow": text, "tokenUrl": text, "scopes": { text: text } } }
    })
}

/// The document as JSON has it, with escapes, and with the characters themselves, which is broken for some of them.
fn texts(unseen: &str) -> [String; 2] {
    let escaped = serde_json::to_string_pretty(&document("ESCAPED")).unwrap();
    let json = serde_json::to_string(unseen).unwrap();
    [escaped.replace("ESCAPED", json.trim_matches('"')), escaped.replace("ESCAPED", unseen)]
}

fn reports(file: &str, text: &str) -> Vec<(&'static str, String)> {
    let report = check(text);
    let ignored = report.diagnostics.first().map(|found| Ignored {
        rule: found.rule.to_owned(),
        pointer: found.pointer.clone(),
        message: found.message.clone(),
    });
    let note = Note {
        kind: file.to_owned(),
        message: file.to_owned(),
        because: file.to_owned(),
        places: vec![file.to_owned()],
    };
    let facts = Facts {
        sha256: String::new(),
        when: file.to_owned(),
        fixed: vec![file.to_owned()],
        ignored: ignored.into_iter().collect(),
        conversion: Some(Conversion { source: file.to_owned(), notes: vec![note] }),
    };
    let write = |make: fn(&mut Vec<u8>) -> Box<dyn Reporter + '_>| {
        let mut out = Vec::new();
        {
            let mut reporter = make(&mut out);
            reporter.checked(&Checked { file, text, report: &report, facts: &facts }).unwrap();
            reporter.unchecked(file, file).unwrap();
            reporter.finish().unwrap();
        }
        String::from_utf8(out).unwrap()
    };
    vec![
        ("text", write(|out| Box::new(Text::new(out, false)))),
        ("json", write(|out| Box::new(Json::new(out)))),
        ("sarif", write(|out| Box::new(Sarif::new(out)))),
        ("markdown", write(|out| Box::new(Markdown::new(out)))),
        ("html", write(|out| Box::new(Html::new(out)))),
        ("csv", write(|out| Box::new(Csv::new(out))).replace("\r\n", "\n")),
    ]
}

/// Whether a person would see `character`, or it ends a line.
fn is_seen(character: char) -> bool {
    let hidden = |character: char| {
        matches!(u32::from(character), 0xad | 0x61c | 0x180e | 0x200b | 0x200e..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
            | 0xfeff | 0xfff9..=0xfffb | 0xe0000..=0xe007f)
    };
    character == '\n' || !(character.is_control() || hidden(character))
}

#[test]
fn no_report_has_a_character_that_nobody_sees() {
    for unseen in UNSEEN {
        for text in texts(unseen) {
            for (format, report) in reports(&format!("{unseen}.json"), &text) {
                if let Some(at) = report.find(|character| !is_seen(character)) {
                    let before = report[..at].lines().last().unwrap_or_default();
                    panic!("{format} has {:?} of {unseen:?} behind {before:?}", report[at..].chars().next());
                }
            }
        }
    }
}

#[test]
fn reports_for_programs_say_what_the_file_says() {
    for unseen in UNSEEN {
        let [text, _] = texts(unseen);
        for (format, report) in reports(&format!("{unseen}.json"), &text) {
            match format {
                "json" => {
                    let line: Value = serde_json::from_str(report.lines().next().unwrap()).unwrap();
                    assert_eq!(line["file"], format!("{unseen}.json"));
                    assert_eq!(line["summary"]["title"]["text"], unseen);
                }
                "sarif" => assert!(serde_json::from_str::<Value>(&report).is_ok()),
                _ => {}
            }
        }
    }
}

#[test]
fn names_that_every_object_has_are_names_like_others() {
    for name in ["__proto__", "constructor", "hasOwnProperty", "toString"] {
        let [text, _] = texts(name);
        let report = check(&text);
        assert!(!report.diagnostics.is_empty());
        let fixed = fix_all(&text).edits.apply(&text);
        assert!(serde_json::from_str::<Value>(&fixed).is_ok(), "{fixed}");
        let _ = explain(name, &text);
    }
}
