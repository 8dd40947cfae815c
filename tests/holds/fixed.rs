//! What fixes make of a text.

use xtension_checker::{check, wire};

use super::{Reference, applied, is_json};

/// Each fix of each diagnostic can be made alone: it changes the text, and what was sound JSON stays so.
pub(crate) fn each_fix(text: &str) {
    let report = check(text);
    for found in &report.diagnostics {
        for fix in &found.fixes {
            let after = applied(text, &fix.edits);
            assert!(after != text, "{text:?}: {} does nothing: {fix:?}", found.rule);
            assert!(!report.is_json || is_json(&after), "{text:?} became {after:?} by {fix:?}");
        }
    }
}

/// The five properties of "fix all": sound JSON stays sound, all that is safe is done, a second run changes nothing, what
/// was taken is told exactly where something changed, and the edits are the whole change.
pub(crate) fn fix_all(text: &str) {
    let before = check(text);
    let fixed = xtension_checker::fix_all(text);
    let after_text = applied(text, &fixed.edits);
    let after = check(&after_text);

    if before.is_json {
        assert!(after.is_json, "sound JSON stays sound: {text:?} became {after_text:?}");
    }
    let left: Vec<_> = after.safe_fixes().map(|(diagnostic, _)| diagnostic.rule).collect();
    assert_eq!(left, Vec::<&str>::new(), "all that is safe is done: {text:?} became {after_text:?}");
    let again = xtension_checker::fix_all(&after_text);
    assert!(again.edits.is_empty(), "a second run changes nothing: {text:?} became {after_text:?}");
    assert_eq!(fixed.edits.is_empty(), fixed.taken.is_empty(), "{text:?}");
    assert_eq!(fixed.edits.is_empty(), text == after_text, "{text:?}");

    let wire::Response::FixedAll { edits, fixes, rules, .. } = wire::fix_all(0, text, &[]) else { unreachable!() };
    assert_eq!(Reference::new(text).applied(&edits), after_text, "{text:?}");
    let told: Vec<_> = rules.iter().map(String::as_str).zip(fixes).collect();
    assert_eq!(told, fixed.taken, "the same text has the same answer");
}
