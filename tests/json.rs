//! The JSON parser against `serde_json`'s idea of JSON, and against every kind of damage.

use std::path::Path;
use std::{env, fs};

use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::{Map, Value as Json};
use xtension_checker::json::{Kind, Member, SyntaxKind, Tree, Value, parse};
use xtension_checker::text::Edits;

/// Whether `serde_json` takes `text`. It reads values of any depth this way, and keeps no numbers, as `JSON.parse` does.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Everything that a tree says, in the types of `serde_json`. The last of repeated names wins in both.
fn to_json(value: Value<'_>) -> Json {
    match value.kind() {
        Kind::Object => {
            Json::Object(value.members().map(|m| (m.name().into_owned(), to_json(m.value()))).collect::<Map<_, _>>())
        }
        Kind::Array => Json::Array(value.items().map(to_json).collect()),
        Kind::String => Json::String(value.as_str().unwrap().into_owned()),
        Kind::Number => serde_json::from_str(value.as_number().unwrap()).unwrap_or(Json::Null),
        Kind::Boolean => Json::Bool(value.as_bool().unwrap()),
        Kind::Null | Kind::Name => Json::Null,
    }
}

/// The text after all repairs.
fn repaired(tree: &Tree<'_>) -> String {
    let edits = tree.errors().iter().flat_map(|error| error.repair.clone()).collect();
    Edits::new(edits).unwrap().apply(tree.text())
}

/// What must hold of the tree of any text at all.
fn examine(text: &str) {
    let tree = parse(text);
    let sound = is_json(text);
    assert_eq!(tree.errors().is_empty(), sound, "{text:?}: {:?}", tree.errors());
    for value in tree.values() {
        let span = value.span();
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{text:?}: {value:?} at {span:?}");
        assert!(value.parent().is_none_or(|parent| parent.span().contains(span)), "{text:?}: {value:?} at {span:?}");
        for member in value.members() {
            let name = member.name();
            let last = value.members().filter(|other| other.name() == name).last();
            assert_eq!(value.get(&name), last.map(Member::value), "{text:?}: {name:?}");
            let is_repeated = value.members().filter(|other| other.is_named_as(member)).count() > 1;
            assert!(value.may_repeat_names() || !is_repeated, "{text:?}: {name:?} in {value:?}");
        }
    }
    for error in tree.errors() {
        assert!(text.get(error.span.start as usize..error.span.end as usize).is_some(), "{text:?}: {error:?}");
    }
    let unreadable = [SyntaxKind::Empty, SyntaxKind::NotJson, SyntaxKind::TooDeep, SyntaxKind::MergeConflict];
    assert!(tree.root().is_some() || tree.errors().iter().any(|error| unreadable.contains(&error.kind)), "{text:?}");
    if let Some(root) = tree.root()
        && tree.omitted_errors() == 0
    {
        let repaired = repaired(&tree);
        if let Ok(wanted) = serde_json::from_str::<Json>(&repaired) {
            assert_eq!(to_json(root), wanted, "{text:?}");
        }
        assert!(is_json(&repaired), "{text:?} became {repaired:?}");
    }
}

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
        examine(text);
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
        examine(&text);
    }

    #[test]
    fn any_heap_of_pieces_is_judged_as_json_judges_it(pieces in prop::collection::vec(0..PIECES.len(), 0..24)) {
        examine(&pieces.into_iter().map(|piece| PIECES[piece]).collect::<String>());
    }

    #[test]
    fn any_text_is_judged_as_json_judges_it(text in "\\PC{0,40}") {
        examine(&text);
    }
}
