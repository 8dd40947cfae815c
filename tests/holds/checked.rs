//! The report on a text.

use serde::de::IgnoredAny;
use xtension_checker::text::Span;
use xtension_checker::{Diagnostic, Report, wire};

use super::{Reference, applied, assert_within, twice};

/// Whether `serde_json` takes `text`. It reads values of any depth this way, and keeps no numbers, as `JSON.parse` does.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Every place of a report lies in the text, its order and its numbers are right, it keeps secrets, and the one that
/// crosses the border says the same in UTF-16 units.
pub(crate) fn check(text: &str) {
    let report = twice(|| xtension_checker::check(text));
    // What is nested too deep is told, whatever else takes it.
    let is_too_deep = report.diagnostics.iter().any(|found| found.rule == "json-too-deep");
    assert!(report.is_json == is_json(text) || is_too_deep, "{text:?}");
    // A file of another format is one whatever else is wrong with it.
    let is_other_format = |found: &Diagnostic| found.rule == "swagger-version" && found.fixes.is_empty();
    let rank = |found: &Diagnostic| (found.severity, !is_other_format(found), !found.rule.starts_with("json-"));
    assert!(report.diagnostics.is_sorted_by_key(rank), "{text:?}: what blocks the import comes first");
    for found in &report.diagnostics {
        diagnostic(text, found);
    }
    assert!(report.secrets.is_sorted_by_key(|span| span.start), "{text:?}");
    report.secrets.iter().for_each(|span| assert_within(text, *span));
    keeps_secrets(text, &report);
    let mut summary = report.summary.clone();
    summary.each_span(&mut |span| assert_within(text, *span));
    crosses_the_border(text, &report);
}

fn diagnostic(text: &str, found: &Diagnostic) {
    assert_within(text, found.span);
    found.related.iter().for_each(|label| assert_within(text, label.span));
    assert!(found.message.ends_with(['.', '?', ')', '"']), "{text:?}: {found:?}");
    assert!(found.pointer.is_empty() || found.pointer.starts_with('/'), "{text:?}: {found:?}");
    for fix in &found.fixes {
        assert!(!fix.title.is_empty() && !fix.edits.is_empty(), "{text:?}: {found:?}");
        let after = applied(text, &fix.edits);
        fix.blank.iter().for_each(|blank| assert_within(&after, *blank));
    }
}

/// No sentence has a secret of the text in whole.
fn keeps_secrets(text: &str, report: &Report) {
    for secret in report.secrets.iter().map(|span| span.of(text)) {
        for found in &report.diagnostics {
            let labels = found.related.iter().map(|label| &*label.message);
            let fixes = found.fixes.iter().flat_map(|fix| [&*fix.title, &*fix.consequence]);
            let said = [&*found.message, &*found.because, &*found.pointer];
            let mut said = said.into_iter().chain(labels).chain(fixes);
            assert!(said.all(|sentence| !sentence.contains(secret)), "{text:?}\n\n{found:?}");
        }
        let notes = &report.summary.notes;
        assert!(notes.iter().all(|note| !note.text.contains(secret)), "{text:?}\n\n{notes:?}");
    }
}

/// What the page is told is what was found, its places counted as JavaScript counts.
fn crosses_the_border(text: &str, report: &Report) {
    let reference = Reference::new(text);
    let crossed = wire::check(text);
    let counts = (crossed.diagnostics.len(), crossed.omitted as usize, crossed.is_json, crossed.safe_fixes as usize);
    let safe = report.safe_fixes().count();
    assert_eq!(counts, (report.diagnostics.len(), report.omitted, report.is_json, safe));
    for (found, told) in report.diagnostics.iter().zip(&crossed.diagnostics) {
        reference.assert_same(found.span, (told.from, told.to));
        assert_eq!(found.related.len(), told.related.len());
        for (label, told) in found.related.iter().zip(&told.related) {
            reference.assert_same(label.span, (told.from, told.to));
        }
        assert_eq!(found.fixes.len(), told.fixes.len());
        for (fix, told) in found.fixes.iter().zip(&told.fixes) {
            let after = applied(text, &fix.edits);
            assert_eq!(reference.applied(&told.edits), after, "{text:?}: {fix:?}");
            let blank = told.blank.map(|blank| Reference::new(&after).span(blank.from, blank.to));
            assert_eq!(fix.blank, blank, "{text:?}: {fix:?}");
        }
    }
    let mut places: Vec<Span> = Vec::new();
    report.summary.clone().each_span(&mut |span| places.push(*span));
    let mut places = places.into_iter();
    crossed
        .summary
        .unwrap()
        .each_span(&mut |span| reference.assert_same(places.next().unwrap(), (span.start, span.end)));
}
