//! The page of a rule.

use std::fmt::Write;
use std::io;

use xtension_checker::report::printable;
use xtension_checker::rules::{RULES, Rule};

use crate::output::{say, write_text};
use crate::run::Outcome;

/// Prints the page of the rule called `id`, in Markdown: in its examples, what is found stands «so».
pub(crate) fn show(id: &str) -> io::Result<Outcome> {
    let mut rules = RULES.iter().copied().flatten();
    if let Some(rule) = rules.clone().find(|rule| rule.id == id) {
        write_text(&page(rule))?;
        return Ok(Outcome::NoErrors);
    }
    say(&format!("error: there is no rule `{}`", printable(id)));
    let last = id.rsplit('-').next().unwrap_or_default();
    if let Some(like) = rules.find(|rule| rule.id.contains(id) || !last.is_empty() && rule.id.ends_with(last)) {
        say(&format!("There is `{}`.", like.id));
    }
    Ok(Outcome::CouldNotRun)
}

fn page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n", rule.id);
    for line in rule.documentation.lines() {
        page += line.strip_prefix(' ').unwrap_or(line);
        page.push('\n');
    }
    _ = writeln!(page, "\n{:?}, {:?}: {}", rule.severity, rule.certainty, rule.source);
    page
}
