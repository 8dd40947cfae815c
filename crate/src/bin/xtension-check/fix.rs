//! The safe fixes of a text, and what is said about them.

use xtension_checker::fix_all;
use xtension_checker::report::printable;

/// A text after its safe fixes.
pub(crate) struct Fixed {
    pub(crate) text: String,
    /// What was done, after "3 fixes: "; absent where the text is as it was.
    pub(crate) done: Option<String>,
    /// The titles of the fixes made.
    pub(crate) titles: Vec<String>,
}

impl Fixed {
    /// A text as it was.
    pub(crate) fn none(text: String) -> Self {
        Self { text, done: None, titles: Vec::new() }
    }
}

/// Makes all safe fixes in `text`.
pub(crate) fn fix(text: String) -> Fixed {
    let fixes = fix_all(&text);
    if fixes.edits.is_empty() {
        return Fixed::none(text);
    }
    let titles: Vec<String> = fixes.taken.into_iter().map(|(_, title)| title).collect();
    Fixed { text: fixes.edits.apply(&text), done: Some(describe(&titles)), titles }
}

/// How many fixes, and which: each title once, in the order of the first of its kind.
fn describe(titles: &[String]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for title in titles {
        match counts.iter_mut().find(|(known, _)| known == title) {
            Some((_, count)) => *count += 1,
            None => counts.push((title, 1)),
        }
    }
    let each: Vec<String> = counts
        .into_iter()
        .map(
            |(title, count)| {
                if count == 1 { printable(title) } else { format!("{} ({count} times)", printable(title)) }
            },
        )
        .collect();
    let plural = if titles.len() == 1 { "" } else { "es" };
    format!("{} fix{plural}: {}", titles.len(), each.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_title_is_told_once() {
        assert_eq!(describe(&["Remove the comma".to_owned()]), "1 fix: Remove the comma");
        assert_eq!(describe(&["A", "B", "A"].map(str::to_owned)), "3 fixes: A (2 times), B");
    }
}
