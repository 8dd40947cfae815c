//! What Nintex will make of whole documents, sound and damaged.

use std::fs;
use std::path::Path;

use xtension_checker::nintex::summary::{Actions, Summary};
use xtension_checker::text::Span;
use xtension_checker::{actions, check, wire};

/// Every sound Xtension of the tests, and every one of the page.
fn documents() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut documents = Vec::new();
    for folder in ["tests/xtensions", "www/samples"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy();
            if name.ends_with(".json") && !name.ends_with(".broken.json") {
                documents.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    documents.sort();
    documents
}

fn spans(mut summary: Summary, mut actions: Actions) -> Vec<Span> {
    let mut spans = Vec::new();
    summary.each_span(&mut |span| spans.push(*span));
    actions.each_span(&mut |span| spans.push(*span));
    spans
}

#[test]
fn everything_stands_where_it_is_said_to_stand() {
    for (name, text) in documents() {
        let (summary, actions) = (check(&text).summary, actions(&text));
        for span in spans(summary.clone(), actions.clone()).into_iter().filter(|span| !span.is_empty()) {
            assert!(span.of(&text).starts_with(['"', '{']), "{name}: {:?}", span.of(&text));
        }
        for action in &actions.list {
            let method = action.span.of(&text).trim_start_matches('"');
            assert!(method.starts_with(&action.method.to_ascii_lowercase()), "{name}: {}", action.label);
            for field in action.inputs.iter().filter(|field| !field.name.is_empty()) {
                assert!(field.span.of(&text).contains(&field.name) || field.span.of(&text).contains("$ref"), "{name}");
            }
        }
    }
}

#[test]
fn the_parts_agree_with_each_other() {
    for (name, text) in documents() {
        let (summary, actions) = (check(&text).summary, actions(&text));
        let hidden = actions.list.iter().filter(|action| action.is_hidden).count();
        assert_eq!(summary.hidden_actions as usize, hidden, "{name}");
        assert_eq!(summary.visible_actions as usize, actions.list.len() - hidden, "{name}");
        let called: u32 = summary.addresses.iter().map(|address| address.operations).sum();
        assert!(called as usize <= actions.list.len(), "{name}");
        let test = &summary.connection.validation.text;
        let tests: Vec<_> = actions.list.iter().filter(|action| action.tests_connections).collect();
        assert!(tests.iter().all(|action| action.operation_id == *test), "{name}");
        assert!(test.is_empty() || tests.len() == 1, "{name}");
        for asker in actions.list.iter().flat_map(|action| &action.asked_by) {
            let asking = &actions.list[asker.action as usize];
            assert!(asking.span.contains(asker.span) || text.contains("\"$ref\""), "{name}: {}", asker.field);
        }
        for field in actions.list.iter().flat_map(|action| &action.inputs).filter(|field| !field.helper.is_empty()) {
            assert!(actions.list.iter().any(|action| action.operation_id == field.helper), "{name}: {}", field.helper);
        }
    }
}

#[test]
fn no_note_is_said_twice() {
    for (name, text) in documents() {
        let (summary, actions) = (check(&text).summary, actions(&text));
        let mut ids: Vec<&str> = summary.notes.iter().chain(&actions.notes).map(|note| &*note.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: {ids:?}");
    }
}

#[test]
fn what_crosses_a_border_comes_back_the_same() {
    for (name, text) in documents() {
        let (summary, actions) = (check(&text).summary, actions(&text));
        let written = serde_json::to_value((&summary, &actions)).unwrap();
        let read: (Summary, Actions) = serde_json::from_value(written).unwrap();
        assert_eq!(read, (summary, actions), "{name}");
    }
}

#[test]
fn damaged_documents_have_summaries_too() {
    for (name, text) in documents().into_iter().step_by(3) {
        for end in (0..text.len()).step_by(997).filter(|end| text.is_char_boundary(*end)) {
            let text = &text[..end];
            for span in spans(check(text).summary, actions(text)) {
                assert!(text.get(span.start as usize..span.end as usize).is_some(), "{name} up to {end}: {span:?}");
            }
        }
    }
}

#[test]
fn javascript_gets_the_places_in_its_own_units() {
    let (_, text) = documents().pop().unwrap();
    let text = text.replacen('{', "{ \"x-note\": \"\u{1f58b}é\",", 1);
    let units = |span: Span| -> Vec<u16> {
        let all: Vec<u16> = text.encode_utf16().collect();
        all[span.start as usize..span.end as usize].to_vec()
    };
    let inside = spans(check(&text).summary, actions(&text));
    let outside = spans(wire::check(&text).summary.unwrap(), wire::actions(&text));
    assert_eq!(inside.len(), outside.len());
    for (bytes, counted) in inside.into_iter().zip(outside) {
        assert_eq!(String::from_utf16(&units(counted)).unwrap(), bytes.of(&text));
    }
}
