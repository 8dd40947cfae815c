//! What a message means for a text.

use xtension_checker::{Explanation, wire};

use super::{Reference, assert_within, twice};

/// The places of an explanation lie in the text, in either unit, and it is what the page is told.
pub(crate) fn explain(message: &str, text: &str) {
    let explained = twice(|| xtension_checker::explain(message, text));
    let told = wire::explain(message, text);
    let reference = Reference::new(text);
    match explained {
        Explanation::Known(causes) => {
            assert!(!causes.is_empty() && causes.len() == told.causes.len(), "{message:?}");
            for (cause, told) in causes.iter().zip(&told.causes) {
                assert_eq!((cause.places.len(), cause.diagnostics.len()), (told.places.len(), told.diagnostics.len()));
                for (span, told) in cause.places.iter().zip(&told.places) {
                    assert_within(text, *span);
                    reference.assert_same(*span, (told.from, told.to));
                }
                for (found, told) in cause.diagnostics.iter().zip(&told.diagnostics) {
                    assert_within(text, found.span);
                    reference.assert_same(found.span, (told.from, told.to));
                    assert!(cause.rules.contains(&found.rule), "{message:?}: {found:?}");
                }
            }
        }
        Explanation::Unknown(closest) => {
            assert!(closest.len() <= 3 && told.causes.is_empty(), "{message:?}");
            assert_eq!(closest, told.closest, "{message:?}");
        }
    }
}
