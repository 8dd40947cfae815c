//! What an editor asks while somebody types.

use serde_json::Value as Json;
use xtension_checker::language::{Completions, Look, complete, format, look, outline};
use xtension_checker::text::{Span, Utf16};
use xtension_checker::wire;

use super::{Reference, applied, assert_within, is_json, offsets, twice};

/// Every place of the text has an answer that lies in it, in either unit, and layout changes nothing but white space.
pub(crate) fn language(text: &str) {
    let reference = Reference::new(text);
    let mut told = Vec::new();
    twice(|| outline(text)).each_span(&mut |span| told.push(*span));
    for span in &told {
        assert_within(text, *span);
    }
    let mut told = told.into_iter();
    wire::outline(text).each_span(&mut |span| reference.assert_same(told.next().unwrap(), (span.start, span.end)));
    for at in offsets(text, 8) {
        place(text, at);
        place_in_units(text, &reference, at);
    }
    layout(text);
}

/// What stands at a byte offset, even at one within a character, and what could stand there.
fn place(text: &str, at: u32) {
    for span in spans_of_look(look(text, at)) {
        assert_within(text, span);
    }
    let Completions { replaced, typed, list } = twice(|| complete(text, at));
    assert_within(text, replaced);
    assert_within(text, typed);
    for completion in list {
        completion.blanks.iter().for_each(|blank| assert_within(&completion.insert, *blank));
    }
}

fn place_in_units(text: &str, reference: &Reference<'_>, unit: u32) {
    let byte = Utf16::new(text).byte(unit);
    let places = spans_of_look(look(text, byte));
    let told = spans_of_look(wire::look(text, unit));
    assert_eq!(places.len(), told.len(), "{text:?} at unit {unit}");
    for (span, told) in places.into_iter().zip(told) {
        reference.assert_same(span, (told.start, told.end));
    }
    let (found, told) = (complete(text, byte), wire::complete(text, unit));
    reference.assert_same(found.replaced, (told.replaced.start, told.replaced.end));
    reference.assert_same(found.typed, (told.typed.start, told.typed.end));
    assert_eq!(found.list.len(), told.list.len(), "{text:?} at unit {unit}");
    for (found, told) in found.list.iter().zip(&told.list) {
        let reference = Reference::new(&found.insert);
        for (span, told) in found.blanks.iter().zip(&told.blanks) {
            reference.assert_same(*span, (told.start, told.end));
        }
    }
}

fn spans_of_look(mut look: Look) -> Vec<Span> {
    let mut spans = Vec::new();
    look.each_span(&mut |span| spans.push(*span));
    spans
}

fn layout(text: &str) {
    let Ok(edits) = twice(|| format(text, None)) else {
        assert!(wire::format(text).is_none());
        return;
    };
    assert!(is_json(text), "only sound JSON is laid out: {text:?}");
    let formatted = applied(text, &edits);
    let values = [text, &formatted].map(|text| serde_json::from_str::<Json>(text).ok());
    assert_eq!(values[0], values[1], "{text:?} became {formatted:?}");
    assert!(format(&formatted, None).unwrap().is_empty(), "{text:?} became {formatted:?}");
    assert_eq!(Reference::new(text).applied(&wire::format(text).unwrap()), formatted, "{text:?}");
}
