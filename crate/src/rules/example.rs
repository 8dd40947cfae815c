//! Runs a rule's page: its examples are its test.
//!
//! A page has `## Bad` blocks with the places to be found marked «so», after each of them one `## Fix: title` block
//! for every fix offered at the first place, with the whole text afterwards, and `## Good` blocks without a finding.

use super::{RULES, Rule};
use crate::check::check_with;
use crate::diagnostic::Diagnostic;
use crate::json;
use crate::text::Span;

/// Runs the page of the rule in `folder` whose file is `name`.
pub(super) fn run(folder: &str, name: &str) {
    let id = name.replace('_', "-");
    let rule = RULES.iter().copied().flatten().find(|rule| rule.id == id);
    let rule = rule.unwrap_or_else(|| panic!("the rule in {folder}/{name}.rs does not have the id {id}"));
    let blocks = blocks(rule.documentation);
    let kinds = |wanted: fn(&Heading) -> bool| blocks.iter().filter(|block| wanted(&block.heading)).count();
    assert!(kinds(|heading| *heading == Heading::Bad) > 0, "{id}: the page has no `## Bad`");
    assert!(kinds(|heading| *heading == Heading::Good) > 0, "{id}: the page has no `## Good`");

    let mut bad: Option<Example> = None;
    for block in &blocks {
        match &block.heading {
            Heading::Bad => {
                if let Some(example) = bad.replace(Example::new(rule, &block.text)) {
                    example.finish();
                }
            }
            Heading::Fix(title) => bad.as_mut().expect("a fix follows a bad example").fix(title, &block.text),
            Heading::Good => assert_eq!(found(rule, &block.text), [], "{id}: the good example\n{}", block.text),
        }
    }
    if let Some(example) = bad {
        example.finish();
    }
}

/// A bad example, and how many of its fixes the page has shown.
struct Example {
    rule: &'static Rule,
    text: String,
    found: Vec<Diagnostic>,
    shown: usize,
}

impl Example {
    fn new(rule: &'static Rule, marked: &str) -> Self {
        let (text, places) = unmark(marked);
        let found = found(rule, &text);
        let spans: Vec<Span> = found.iter().map(|diagnostic| diagnostic.span).collect();
        let show = |spans: &[Span]| spans.iter().map(|span| span.of(&text).to_owned()).collect::<Vec<_>>();
        assert_eq!(spans, places, "{}: found {:?}, marked {:?} in\n{text}", rule.id, show(&spans), show(&places));
        for diagnostic in &found {
            assert!(diagnostic.message.ends_with(['.', '?']), "{}: not a sentence: {}", rule.id, diagnostic.message);
            assert!(!diagnostic.because.is_empty(), "{}: no reason: {}", rule.id, diagnostic.message);
        }
        Self { rule, text, found, shown: 0 }
    }

    /// The next fix of the first finding has that title, gives that text, and leaves the finding behind.
    fn fix(&mut self, title: &str, after: &str) {
        let id = self.rule.id;
        let fix = self.found.first().and_then(|diagnostic| diagnostic.fixes.get(self.shown));
        let fix = fix.unwrap_or_else(|| panic!("{id}: there is no fix {}: {title}", self.shown + 1));
        self.shown += 1;
        assert_eq!(fix.title, title, "{id}");
        let fixed = fix.edits.apply(&self.text);
        assert_eq!(fixed, after, "{id}: after “{title}”");
        assert!(found(self.rule, &fixed).len() < self.found.len(), "{id}: “{title}” does not mend it");
        let before = json::parse(&self.text).errors().len();
        assert!(json::parse(&fixed).errors().len() <= before, "{id}: “{title}” breaks the text\n{fixed}");
    }

    fn finish(&self) {
        let offered = self.found.first().map_or(0, |diagnostic| diagnostic.fixes.len());
        assert_eq!(self.shown, offered, "{}: the page shows another number of fixes than are offered", self.rule.id);
    }
}

/// What the rule finds in `text`, by place.
fn found(rule: &'static Rule, text: &str) -> Vec<Diagnostic> {
    let mut found = check_with(text, &[rule], usize::MAX).diagnostics;
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

#[derive(PartialEq)]
enum Heading {
    Bad,
    Fix(String),
    Good,
}

struct Block {
    heading: Heading,
    text: String,
}

/// The code blocks of a page under the three headings that mean something.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut heading: Option<String> = None;
    let mut block: Option<Vec<&str>> = None;
    for line in page.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut block, line) {
            (Some(lines), "```") => {
                let text = lines.join("\n");
                let heading = match heading.as_deref() {
                    Some("Bad") => Heading::Bad,
                    Some("Good") => Heading::Good,
                    Some(other) => Heading::Fix(other.strip_prefix("Fix: ").expect("a known heading").to_owned()),
                    None => panic!("an example stands before the first heading"),
                };
                blocks.push(Block { heading, text });
                block = None;
            }
            (Some(lines), line) => lines.push(line),
            (None, line) if line.starts_with("```") => block = Some(Vec::new()),
            (None, line) => {
                if let Some(text) = line.strip_prefix("## ") {
                    heading = Some(text.to_owned());
                }
            }
        }
    }
    blocks
}

/// Takes the marks «» out of a text, and says where they stood.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut places = Vec::new();
    for character in marked.chars() {
        match character {
            '«' => open.push(text.len() as u32),
            '»' => places.push(Span::new(open.pop().expect("» closes «"), text.len() as u32)),
            _ => text.push(character),
        }
    }
    places.sort();
    (text, places)
}
