//! Places are right in every script: bytes inside, UTF-16 units for JavaScript.

use proptest::prelude::*;
use xtension_checker::text::Utf16;

use crate::holds::{self, Reference};

/// Each offset of a text, in both directions, against the text in UTF-16.
fn convert(text: &str) {
    let (units, reference) = (Utf16::new(text), Reference::new(text));
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for byte in ends {
        let unit = reference.units_before(byte as u32);
        assert_eq!((units.offset(byte as u32), units.byte(unit)), (unit, byte as u32), "{text:?}");
        // Asked of the middle of a character that takes two units, the answer is the character.
        if text[byte..].chars().next().is_some_and(|character| character.len_utf16() == 2) {
            assert_eq!(units.byte(unit + 1), byte as u32, "{text:?}");
        }
    }
    assert_eq!(units.offset(u32::MAX), text.encode_utf16().count() as u32);
}

/// A document with `text` in front of, inside and behind what diagnostics, fixes and the editor point at.
fn document(text: &str) -> String {
    let text: String = text.chars().filter(|character| !"\"\\".contains(*character) && *character >= ' ').collect();
    format!(
        r##"{{"swagger":"2.0","info":{{"title":"{text}","version":"1","{text}":1}},"paths":{{"{text}/{{{text}}}":{{"get":{{
        "operationId":"{text}","parameters":[{{"name":"{text}","in":"path"}},{{"$ref":"#/parameters/{text}"}}],"responses":{{}}}}}}}},
        "parameters":{{"{text}":{{"name":"{text}","in":"querry","type":"string"}}}},"x-{text}":true}}"##
    )
}

#[test]
fn every_character_is_counted_as_utf_16_counts_it() {
    // All of the first plane, and one in sixteen of the others.
    let all: Vec<char> = ('\0'..='\u{ffff}').chain(('\u{10000}'..=char::MAX).step_by(16)).collect();
    for block in all.chunks(0x400) {
        convert(&block.iter().collect::<String>());
    }
}

#[test]
fn every_script_may_stand_in_a_document() {
    // One in so many characters, of all blocks that there are.
    let some: Vec<char> = ('\u{80}'..=char::MAX).step_by(0x1_01).collect();
    for characters in some.chunks(64) {
        let text = document(&characters.iter().collect::<String>());
        holds::check(&text);
    }
}

#[test]
fn characters_on_both_sides_of_a_mark_are_counted_once() {
    for before in 250..262 {
        for character in ["é", "€", "😀", "\u{feff}", "\u{10ffff}", "\u{fffd}"] {
            convert(&format!("{}{}", "a".repeat(before), character.repeat(300)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_counted_as_utf_16_counts_it(text in "(?s).{0,700}") {
        convert(&text);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_page_is_told_the_same_places_in_any_script(text in "(?s).{1,12}", cut in any::<prop::sample::Index>()) {
        let text = document(&text);
        holds::check(&text);
        holds::language(&text);
        let cut = text.floor_char_boundary(cut.index(text.len()));
        holds::check(&text[..cut]);
        holds::fix_all(&text[..cut]);
    }
}
