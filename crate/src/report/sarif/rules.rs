//! The rules as SARIF describes them.

use super::log::{Level, MultiformatMessage, ReportingConfiguration, ReportingDescriptor};
use crate::diagnostic::Severity;
use crate::rules::{RULES, Rule};

/// Every rule, in the order that [`index`] counts in.
pub(super) fn all() -> Vec<ReportingDescriptor> {
    rules().map(describe).collect()
}

/// The place of a rule in [`all`].
pub(super) fn index(id: &str) -> Option<usize> {
    rules().position(|rule| rule.id == id)
}

/// What SARIF calls a severity.
pub(super) fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Hint => Level::Note,
    }
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

fn describe(rule: &'static Rule) -> ReportingDescriptor {
    let page = page(rule.documentation);
    let introduction = introduction(&page);
    // In wasm there are no pages.
    let plain = |text: &str| (!text.is_empty()).then(|| MultiformatMessage { text: text.to_owned(), markdown: None });
    ReportingDescriptor {
        id: rule.id,
        short_description: plain(first_sentence(&introduction)),
        full_description: plain(&introduction),
        default_configuration: ReportingConfiguration { level: level(rule.severity) },
        help_uri: rule.source,
        help: (!page.is_empty()).then_some(MultiformatMessage { text: introduction, markdown: Some(page) }),
    }
}

/// A rule's page without the blank that doc comments begin their lines with.
fn page(documentation: &str) -> String {
    documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// What a page says before its first heading, each paragraph on one line.
fn introduction(page: &str) -> String {
    let text = page.split("\n## ").next().unwrap_or_default();
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Up to the first point with a blank or a line end behind it.
fn first_sentence(text: &str) -> &str {
    let paragraph = text.lines().next().unwrap_or_default();
    paragraph.find(". ").and_then(|at| paragraph.get(..=at)).unwrap_or(paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_with_a_sentence() {
        let page = page(" A comma, such as\n `,`. It is refused.\n\n Why.\n ## Bad\n ```json\n  {}\n ```\n");
        assert_eq!(page, "A comma, such as\n`,`. It is refused.\n\nWhy.\n## Bad\n```json\n {}\n```");
        let introduction = introduction(&page);
        assert_eq!(introduction, "A comma, such as `,`. It is refused.\n\nWhy.");
        assert_eq!(first_sentence(&introduction), "A comma, such as `,`.");
    }

    #[test]
    fn every_rule_is_described() {
        for (at, rule) in all().into_iter().enumerate() {
            assert_eq!(index(rule.id), Some(at));
            let text = rule.short_description.unwrap().text;
            assert!(text.ends_with('.'), "{}: {text}", rule.id);
        }
    }
}
