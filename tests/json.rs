//! The JSON parser against `serde_json`'s idea of JSON, and against every kind of damage.

use std::path::Path;
use std::{env, fs};

use proptest::prelude::*;
use xtension_checker::json::{SyntaxKind, parse};

use crate::holds;
use crate::holds::is_json;

#[test]
fn no_repair_gets_in_the_way_of_another() {
    for text in [
        "{{host}}",
        "{{a}} {{b}} {\"c\":1}",
        "[{{a}}]",
        "(-:",
        "(0x:",
        "(0\u{1f300}:",
        "(\"a\":1)",
        "a:0\"+\"!",
        "a:0\"+\"b\"",
        "{\"a\":\"b\"+\"c}",
    ] {
        holds::parse(text);
    }
}

#[test]
fn what_json_takes_and_refuses_is_what_the_conformance_files_say() {
    let Some(corpus) = env::var_os("XTENSION_CORPUS") else { return };
    let folder = Path::new(&corpus).join("jsonsuite/nst+JSONTestSuite/test_parsing");
    let mut seen = 0;
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let tree = parse(&text);
        let too_deep = tree.errors().iter().any(|error| error.kind == SyntaxKind::TooDeep);
        match name.get(..2) {
            Some("y_") => assert!(tree.errors().is_empty(), "{name}: {:?}", tree.errors()),
            Some("n_") => assert!(!tree.errors().is_empty(), "{name}"),
            _ if too_deep => {}
            _ => assert_eq!(tree.errors().is_empty(), is_json(&text), "{name}"),
        }
        seen += 1;
    }
    assert!(seen > 100, "{} holds {seen} files", folder.display());
}

/// A document of the kind that people write, and places where it can be damaged.
const DOCUMENT: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Notes \u00e9 “x”", "version": "1.0" },
  "paths": {
    "/a/{id}": {
      "get": {
        "tags": ["one", "two", 3, -4.5e6, true, null, []],
        "description": "It's \"fine\": a\\b, {c} [d] // no comment",
        "empty": {},
        "responses": { "200": { "description": "", "d\u0065scription": 1 } }
      }
    }
  },
  "x": [{ "a": 1 }, { "b": [1, [2, [3]]] }]
}
"#;

/// Pieces that turn up where they should not.
const PIECES: [&str; 40] = [
    "{", "}", "[", "]", ",", ":", "\"", "'", "“", "”", "\\", "//", "/*", "*/", "#", "...", "…", "\n", "\r\n", "\t",
    " ", "\u{feff}", "\u{a0}", "\u{200b}", "true", "True", "None", "01", ".5", "+1", "NaN", "-", "e", "abc", "=", "=>",
    ";", "\0", "é", "😀",
];

fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(4_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_damage_to_a_document_is_found_and_repaired(
        damage in prop::collection::vec((0..DOCUMENT.len(), 0..4_usize, 0..PIECES.len(), any::<bool>()), 1..6)
    ) {
        let mut text = DOCUMENT.to_owned();
        for (at, length, piece, insert) in damage {
            let start = boundary(&text, at);
            let end = boundary(&text, start + length).max(start);
            text.replace_range(start..end, if insert { PIECES[piece] } else { "" });
        }
        holds::parse(&text);
    }

    #[test]
    fn any_heap_of_pieces_is_judged_as_json_judges_it(pieces in prop::collection::vec(0..PIECES.len(), 0..24)) {
        holds::parse(&pieces.into_iter().map(|piece| PIECES[piece]).collect::<String>());
    }

    #[test]
    fn any_text_is_judged_as_json_judges_it(text in "\\PC{0,40}") {
        holds::parse(&text);
    }
}
