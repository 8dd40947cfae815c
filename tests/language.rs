//! What an editor asks of a text holds for whatever text there is.

use std::fs;
use std::path::Path;

use xtension_checker::language::{Completions, Look, Outline, complete, format, look, outline};
use xtension_checker::text::Span;

/// The Xtensions of the tests, sound and broken.
fn xtensions() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/xtensions");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<(String, String)> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect();
    texts.sort();
    assert!(texts.len() > 20);
    texts
}

/// Every place lies in the text, and begins and ends between two characters.
#[track_caller]
fn assert_within(text: &str, span: Span) {
    let fits = text.get(span.start as usize..span.end as usize).is_some();
    assert!(fits, "{span:?} is not in a text of {} bytes", text.len());
}

fn assert_answers(text: &str, at: u32) {
    let Look { crumbs, help, target } = look(text, at);
    for crumb in &crumbs {
        assert_within(text, crumb.span);
    }
    if let Some(help) = &help {
        assert_within(text, help.span);
    }
    target.iter().flat_map(|target| [target.from, target.to]).for_each(|span| assert_within(text, span));
    let Completions { replaced, typed, list } = complete(text, at);
    assert_within(text, replaced);
    assert_within(text, typed);
    for completion in list {
        completion.blanks.iter().for_each(|blank| assert_within(&completion.insert, *blank));
    }
}

/// Offsets all over the text, the same ones each time: every one would take minutes.
fn offsets(text: &str, count: usize) -> impl Iterator<Item = u32> {
    let step = (text.len() / count).max(1) | 1;
    (0..=text.len() + 1).step_by(step).map(|at| at as u32)
}

#[test]
fn every_place_has_an_answer() {
    for (name, text) in xtensions() {
        println!("{name}");
        offsets(&text, 25).for_each(|at| assert_answers(&text, at));
    }
}

#[test]
fn so_has_every_place_of_a_damaged_text() {
    for (name, text) in xtensions() {
        for at in offsets(&text, 4) {
            let at = text.floor_char_boundary(at as usize);
            let Some((before, after)) = text.split_at_checked(at) else { continue };
            println!("{name} {at}");
            assert_answers(before, at as u32);
            for damage in ["\"", "{", "}", ",", "x", "\u{feff}é"] {
                assert_answers(&format!("{before}{damage}{after}"), (at + damage.len()) as u32);
            }
        }
    }
}

#[test]
fn small_texts_have_answers_everywhere() {
    let parts = ["{", "}", "[", "]", "\"", ":", ",", "a", "\n", "1", "é", "\\"];
    for one in parts {
        for two in parts {
            for three in parts {
                let text = [one, two, three].concat();
                (0..=text.len() as u32 + 1).for_each(|at| assert_answers(&text, at));
            }
        }
    }
}

#[test]
fn sound_xtensions_have_outlines_and_keep_their_meaning() {
    for (name, text) in xtensions() {
        let Outline { entries, .. } = outline(&text);
        for entry in &entries {
            assert_within(&text, entry.span);
        }
        let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) else {
            assert!(format(&text, None).is_err(), "{name}");
            continue;
        };
        let formatted = format(&text, None).unwrap().apply(&text);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&formatted).unwrap(), value, "{name}");
        assert!(format(&formatted, None).unwrap().is_empty(), "{name}");
        assert!(!entries.is_empty(), "{name}");
    }
}
