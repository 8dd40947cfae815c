//! A rule's page, taken apart: what it says, and its examples.

use crate::text::{Gather, Span};

/// What stands in a rule's doc comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What is wrong, in a sentence: the first paragraph.
    pub title: String,
    /// The other paragraphs, each in one line. Code stands between backticks.
    pub explanation: Vec<String>,
    /// What the rule finds.
    pub bad: Vec<BadExample>,
    /// Texts in which the rule finds nothing.
    pub good: Vec<String>,
}

/// A text with something that the rule finds, and what its fixes make of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BadExample {
    /// The text, without marks.
    pub text: String,
    /// What is found, in the order of the text: byte offsets.
    pub places: Vec<Span>,
    /// The fixes offered at the first place, best first.
    pub fixes: Vec<FixExample>,
}

/// A fix and the text after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixExample {
    /// What it does, as an order.
    pub title: String,
    /// The whole text afterwards.
    pub text: String,
}

impl Page {
    /// Reads a doc comment: paragraphs, then code blocks under `## Bad`, `## Fix: title` and `## Good`. What stands
    /// elsewhere is left out.
    pub(super) fn of(documentation: &str) -> Self {
        let mut page = Self::default();
        let mut paragraphs = vec![String::new()];
        let mut heading = None;
        let mut block: Option<String> = None;
        for line in documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            match (&mut block, line) {
                (Some(text), "```") => {
                    page.add(heading.unwrap_or_default(), text.strip_suffix('\n').unwrap_or(text));
                    block = None;
                }
                (Some(text), line) => {
                    text.push_str(line);
                    text.push('\n');
                }
                (None, line) if line.starts_with("```") => block = Some(String::new()),
                (None, line) => match (line.strip_prefix("## "), paragraphs.last_mut()) {
                    (Some(text), _) => heading = Some(text),
                    (None, Some(paragraph)) if heading.is_none() && !line.is_empty() => {
                        let blank = if paragraph.is_empty() { "" } else { " " };
                        paragraph.push_str(blank);
                        paragraph.push_str(line);
                    }
                    _ => paragraphs.push(String::new()),
                },
            }
        }
        let mut paragraphs = paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty());
        page.title = paragraphs.next().unwrap_or_default();
        page.explanation = paragraphs.gathered();
        page
    }

    /// Takes up the code block `text` under `heading`.
    fn add(&mut self, heading: &str, text: &str) {
        match (heading, heading.strip_prefix("Fix: "), self.bad.last_mut()) {
            ("Bad", ..) => {
                let (text, places) = unmarked(text);
                self.bad.push(BadExample { text, places, fixes: Vec::new() });
            }
            ("Good", ..) => self.good.push(text.to_owned()),
            (_, Some(title), Some(example)) => {
                example.fixes.push(FixExample { title: title.to_owned(), text: text.to_owned() });
            }
            _ => {}
        }
    }
}

/// Takes the marks «» out of a text, and says where they stood.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut places = Vec::new();
    for character in marked.chars() {
        match character {
            '«' => open.push(text.len() as u32),
            '»' => places.extend(open.pop().map(|start| Span::new(start, text.len() as u32))),
            _ => text.push(character),
        }
    }
    places.sort();
    (text, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_taken_apart() {
        let page = Page::of(
            " A thing is `wrong`.\n\n Why it\n matters.\n\n More.\n\n ## Bad\n ```json\n {\n   «\"a\"»: «1»\n }\n ```\n \
             ## Fix: Mend it\n ```json\n {}\n ```\n ## Bad\n ```json\n «»\n ```\n ## Good\n ```json\n []\n ```\n",
        );
        assert_eq!(page.title, "A thing is `wrong`.");
        assert_eq!(page.explanation, ["Why it matters.", "More."]);
        let [first, second] = &*page.bad else { panic!("there are two: {page:?}") };
        assert_eq!(first.text, "{\n  \"a\": 1\n}");
        assert_eq!(first.places, [Span::new(4, 7), Span::new(9, 10)]);
        assert_eq!(first.fixes, [FixExample { title: "Mend it".into(), text: "{}".into() }]);
        assert_eq!((&*second.text, &*second.places), ("", [Span::default()].as_slice()));
        assert_eq!(page.good, ["[]"]);
    }

    #[test]
    fn what_is_no_page_is_none() {
        assert_eq!(Page::of(""), Page::default());
        assert_eq!(Page::of("## Good\n## Fix: x\n```\na\n```\n```\nb").bad, []);
    }
}
