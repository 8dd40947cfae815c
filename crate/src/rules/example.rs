//! Runs a rule's page: its examples are its test.
//!
//! A page has `## Bad` blocks with the places to be found marked «so», after each of them one `## Fix: title` block
//! for every fix offered at the first place, with the whole text afterwards, and `## Good` blocks without a finding.

use super::{BadExample, FixExample, RULES, Rule};
use crate::check::check_with;
use crate::diagnostic::{Diagnostic, Fix, Label, Severity};
use crate::json;
use crate::text::Span;

/// Runs the page of the rule in `folder` whose file is `name`.
pub(super) fn run(folder: &str, name: &str) {
    let id = name.replace('_', "-");
    let rule = RULES.iter().copied().flatten().find(|rule| rule.id == id);
    let rule = rule.unwrap_or_else(|| panic!("the rule in {folder}/{name}.rs does not have the id {id}"));
    let page = rule.page();
    assert!(!page.bad.is_empty(), "{id}: the page has no `## Bad`");
    assert!(!page.good.is_empty(), "{id}: the page has no `## Good`");
    let shown = page.bad.iter().map(|example| 1 + example.fixes.len()).sum::<usize>() + page.good.len();
    let written = rule.documentation.lines().filter(|line| line.starts_with(" ```") && line.len() > 4).count();
    assert_eq!(shown, written, "{id}: a block stands under another heading than `Bad`, `Fix: …` and `Good`");

    let mut worst = Severity::Hint;
    for example in &page.bad {
        worst = run_bad(rule, example).min(worst);
    }
    for text in &page.good {
        assert_eq!(found(rule, text), [], "{id}: the good example\n{text}");
    }
    assert_eq!(worst, rule.worst, "{id}: the page has no example that is as bad as the rule says");
}

/// The rule finds what is marked, and each of its fixes gives what the page says. How bad the worst of it is.
fn run_bad(rule: &'static Rule, BadExample { text, places, fixes }: &BadExample) -> Severity {
    let id = rule.id;
    let found = found(rule, text);
    let spans: Vec<Span> = found.iter().map(|diagnostic| diagnostic.span).collect();
    let show = |spans: &[Span]| spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
    assert_eq!(spans, *places, "{id}: found {:?}, marked {:?} in\n{text}", show(&spans), show(places));
    for diagnostic in &found {
        assert!(diagnostic.message.ends_with(['.', '?']), "{id}: not a sentence: {}", diagnostic.message);
        assert!(!diagnostic.because.is_empty(), "{id}: no reason: {}", diagnostic.message);
        // It goes on behind “line 7”.
        for Label { message, .. } in &diagnostic.related {
            assert!(!message.starts_with(char::is_uppercase), "{id}: begins large: {message}");
            assert!(!message.ends_with('.'), "{id}: a sentence: {message}");
        }
    }
    let offered = found.first().map_or(&[][..], |diagnostic| &diagnostic.fixes);
    for (fix, shown) in offered.iter().zip(fixes) {
        run_fix(rule, text, found.len(), fix, shown);
    }
    let titles: Vec<&str> = offered.iter().map(|fix| &*fix.title).collect();
    assert_eq!(titles.len(), fixes.len(), "{id}: the page shows another number of fixes than these: {titles:?}");
    found.iter().map(|diagnostic| diagnostic.severity).fold(Severity::Hint, Severity::min)
}

/// The fix has that title, gives that text, and leaves one of the `before` findings behind.
fn run_fix(rule: &'static Rule, text: &str, before: usize, fix: &Fix, shown: &FixExample) {
    let (id, title) = (rule.id, &shown.title);
    assert_eq!(fix.title, *title, "{id}");
    let fixed = fix.edits.apply(text);
    assert_eq!(fixed, shown.text, "{id}: after “{title}”");
    assert!(found(rule, &fixed).len() < before, "{id}: “{title}” does not mend it");
    let errors = json::parse(text).errors().len();
    assert!(json::parse(&fixed).errors().len() <= errors, "{id}: “{title}” breaks the text\n{fixed}");
}

/// What the rule finds in `text`, by place.
fn found(rule: &'static Rule, text: &str) -> Vec<Diagnostic> {
    let mut found = check_with(text, &[std::slice::from_ref(rule)], usize::MAX).diagnostics;
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}
