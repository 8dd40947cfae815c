//! What Nintex will make of a text.

use xtension_checker::text::Span;
use xtension_checker::{actions, check, wire};

use super::{Reference, assert_within, twice};

/// Places lie in the text, in either unit, numbers agree, and nothing grows beyond what it is made from.
pub(crate) fn summary_and_actions(text: &str) {
    let summary = check(text).summary;
    let told = twice(|| actions(text));
    let reference = Reference::new(text);

    let mut places: Vec<Span> = Vec::new();
    told.clone().each_span(&mut |span| places.push(*span));
    for span in &places {
        assert_within(text, *span);
    }
    let mut places = places.into_iter();
    wire::actions(text).each_span(&mut |span| reference.assert_same(places.next().unwrap(), (span.start, span.end)));
    assert_eq!(places.next(), None);

    let operations = told.list.len() as u32 + told.omitted;
    assert_eq!(operations, summary.visible_actions + summary.hidden_actions, "{text:?}");
    if told.omitted == 0 {
        let hidden = told.list.iter().filter(|action| action.is_hidden).count() as u32;
        assert_eq!(hidden, summary.hidden_actions, "{text:?}");
    }
}
