//! From the parser's events to a draft.

use std::collections::HashMap;

use saphyr_parser::{Event, ScalarStyle, Tag};

use super::{Broken, scalar};
use crate::convert::draft::{Content, Origin, Part};
use crate::convert::{Converted, RemarkKind, Work};
use crate::json::DEPTH_LIMIT;
use crate::text::Span;

/// How many parts aliases may make of any text, and how many bytes of it have to come for each one more: nobody's document
/// has a tenth of them.
const PARTS: (usize, usize) = (500_000, 2);

/// What gives a mapping the members of others, in files for version 1.1.
const MERGE: &str = "<<";

/// A mapping or sequence that is being read.
struct Open {
    part: Part,
    anchor: usize,
    /// From where it began to where the last thing in it ended.
    inside: Span,
    /// The key whose value comes next, and where it stands.
    key: Option<(String, Span)>,
    /// Whose members it has, too, unless it has them itself.
    merged: Vec<Part>,
}

pub(super) struct Reader<'t> {
    text: &'t str,
    work: Work,
    open: Vec<Open>,
    anchors: HashMap<usize, Part>,
    /// How many mappings and sequences are open in a key, which JSON has only as text; and where that key begins.
    in_key: Option<(usize, u32)>,
    has_root: bool,
    /// Up to where the text was read.
    read_to: u32,
    has_comment: bool,
    copied: usize,
    /// How many parts aliases may make.
    most_parts: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            work: Work::new(Span::new(0, text.len() as u32)),
            open: Vec::new(),
            anchors: HashMap::new(),
            in_key: None,
            has_root: false,
            read_to: 0,
            has_comment: false,
            copied: 0,
            most_parts: PARTS.0 + text.len() / PARTS.1,
        }
    }

    pub(super) fn finish(self) -> Converted {
        self.work.finish()
    }

    /// Passes over what stands before `next`, and remarks on the first comment there.
    pub(super) fn pass(&mut self, next: Span) {
        let between = Span::new(self.read_to, next.start.max(self.read_to));
        self.read_to = self.read_to.max(next.end);
        if self.has_comment {
            return;
        }
        let Some(comment) = comment(self.text, between) else { return };
        self.has_comment = true;
        self.work.remark(
            RemarkKind::Lost,
            "Comments are left out.",
            "JSON has none: what people should know belongs into a `description`.",
            comment,
            None,
        );
    }

    /// Takes what comes next; false where the rest is not wanted.
    pub(super) fn take(&mut self, event: Event<'_>, span: Span) -> Result<bool, Broken> {
        if self.skips_in_key(&event, span) {
            return Ok(true);
        }
        match event {
            Event::DocumentStart(_) if self.has_root => {
                self.work.remark(
                    RemarkKind::Lost,
                    "Only the first of several documents is read.",
                    "A line of three hyphens begins another document; an Xtension is one.",
                    span,
                    None,
                );
                return Ok(false);
            }
            Event::Scalar(value, style, anchor, tag) => self.scalar(&value, style, anchor, tag.as_deref(), span),
            // Written line by line, what is nested deeper would grow with the square of its depth; and nobody reads it.
            Event::SequenceStart(..) | Event::MappingStart(..) if self.open.len() >= DEPTH_LIMIT => {
                return Err(Broken { message: "Too much is nested in each other here.".to_owned(), span });
            }
            Event::SequenceStart(anchor, _) => self.begin(Content::Array, anchor, span),
            Event::MappingStart(anchor, _) => self.begin(Content::Object, anchor, span),
            Event::SequenceEnd | Event::MappingEnd => self.end(span)?,
            Event::Alias(anchor) => self.alias(anchor, span)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        Ok(true)
    }

    /// Whether what comes next stands in brackets.
    pub(super) fn is_in_brackets(&self) -> bool {
        self.open.last().is_some_and(|open| open.inside.of(self.text).starts_with(['{', '[']))
    }

    /// Whether a key is awaited.
    fn awaits_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && self.work.draft.is_object(open.part))
    }

    /// Passes over a key that is itself a mapping or sequence: in JSON it is its text.
    fn skips_in_key(&mut self, event: &Event<'_>, span: Span) -> bool {
        let is_start = matches!(event, Event::SequenceStart(..) | Event::MappingStart(..));
        let is_end = matches!(event, Event::SequenceEnd | Event::MappingEnd);
        let awaits_key = self.awaits_key();
        match &mut self.in_key {
            None if is_start && awaits_key => self.in_key = Some((1, span.start)),
            None => return false,
            Some((depth, _)) if is_start => *depth += 1,
            Some((depth, _)) if is_end && *depth > 1 => *depth -= 1,
            Some((_, start)) if is_end => {
                let whole = Span::new(*start, span.end);
                self.in_key = None;
                let text = whole.of(self.text).trim().to_owned();
                self.work.remark(
                    RemarkKind::Changed,
                    "A key that is an object or a list became its text.",
                    "In JSON every key is a text. Where braces were meant as text, put the whole in quotes.",
                    whole,
                    None,
                );
                self.key(text, whole);
            }
            Some(_) => {}
        }
        true
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, anchor: usize, tag: Option<&Tag>, span: Span) {
        if self.awaits_key() {
            let is_null = style == ScalarStyle::Plain && value.is_empty();
            return self.key(if is_null { "null" } else { value }.to_owned(), span);
        }
        let core = tag.filter(|tag| tag.is_yaml_core_schema()).map(|tag| tag.suffix.as_str());
        let meaning = match core {
            None if style == ScalarStyle::Plain && tag.is_none() => scalar::meaning(value),
            Some("bool" | "null") => scalar::meaning(value),
            Some("int" | "float") => Some(scalar::number(value).map_or_else(|| value.into(), Content::Number)),
            _ => Some(value.into()),
        };
        let content = meaning.unwrap_or_else(|| {
            self.work.remark(
                RemarkKind::Changed,
                format!("`{value}` became a text."),
                "JSON has no such number.",
                span,
                None,
            );
            value.into()
        });
        let part = self.add(content, span);
        self.name(anchor, part);
    }

    fn begin(&mut self, container: Content, anchor: usize, span: Span) {
        let part = self.add(container, span);
        self.open.push(Open { part, anchor, inside: span, key: None, merged: Vec::new() });
    }

    fn end(&mut self, span: Span) -> Result<(), Broken> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let draft = &mut self.work.draft;
        let origin = draft.origin_of(open.part);
        // What has no bracket at its end ends with what is in it, and not where the next thing begins.
        let whole = if span.is_empty() { open.inside } else { open.inside.cover(span) };
        draft.origin(open.part, Origin { value: Some(whole), ..origin });
        for source in open.merged {
            let sources: Vec<Part> = if draft.is_array(source) { draft.items(source).collect() } else { vec![source] };
            for source in sources {
                self.copied += draft.adopt(open.part, source, self.most_parts.saturating_sub(self.copied));
            }
        }
        if let Some(outer) = self.open.last_mut() {
            outer.inside = outer.inside.cover(whole);
        }
        self.name(open.anchor, open.part);
        self.copied_enough(span)
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Broken> {
        let target = self.anchors.get(&anchor).copied();
        if self.awaits_key() {
            let text = target.and_then(|part| self.work.draft.text(part)).unwrap_or_default().to_owned();
            self.key(text, span);
            return Ok(());
        }
        let part = self.add(Content::Null, span);
        match target {
            Some(target) => {
                self.copied += self.work.draft.repeat(target, part, self.most_parts.saturating_sub(self.copied));
            }
            None => self.work.remark(
                RemarkKind::Lost,
                "An alias is left out that stands for what it is itself a part of.",
                "JSON cannot say that, and Nintex could not read it.",
                span,
                Some(part),
            ),
        }
        self.copied_enough(span)
    }

    fn copied_enough(&self, span: Span) -> Result<(), Broken> {
        if self.copied < self.most_parts {
            return Ok(());
        }
        let message = "The aliases of this text stand for far more values than it has.".to_owned();
        Err(Broken { message, span })
    }

    fn name(&mut self, anchor: usize, part: Part) {
        if anchor != 0 {
            self.anchors.insert(anchor, part);
        }
    }

    fn key(&mut self, name: String, span: Span) {
        let Some(open) = self.open.last_mut() else { return };
        if name != MERGE && self.work.draft.get(open.part, &name).is_some() {
            self.work.remark(
                RemarkKind::Lost,
                format!("The key `{name}` stands twice; the last one is kept."),
                "Of several members with one name every reader takes the last, or refuses the file.",
                span,
                None,
            );
        }
        open.key = Some((name, span));
    }

    /// Puts a value where one is awaited.
    fn add(&mut self, content: Content, span: Span) -> Part {
        let draft = &mut self.work.draft;
        let Some(open) = self.open.last_mut() else {
            self.has_root = true;
            let root = draft.root();
            draft.replace(root, content);
            return root;
        };
        open.inside = open.inside.cover(span);
        match open.key.take() {
            None => draft.push(open.part, content, span),
            Some((name, _)) if name == MERGE => {
                let part = draft.apart(content, span);
                open.merged.push(part);
                part
            }
            Some((name, name_span)) => {
                draft.set(open.part, &name, content, Origin { name: Some(name_span), value: Some(span) })
            }
        }
    }
}

/// The first comment in that part of a text, which holds no values; none where it says nothing.
fn comment(text: &str, between: Span) -> Option<Span> {
    let mut start = between.start as usize;
    for line in between.of(text).split_inclusive('\n') {
        let is_start = |at: &usize| {
            let before = text.get(..start + at).unwrap_or_default();
            before.is_empty() || before.ends_with([' ', '\t', '\n', '\r', '\u{feff}'])
        };
        if let Some(at) = line.match_indices('#').map(|(at, _)| at).find(is_start) {
            let said = line.get(at..).unwrap_or_default().trim_end();
            if said.contains(char::is_alphanumeric) {
                let start = (start + at) as u32;
                return Some(Span::new(start, start + said.len() as u32));
            }
        }
        start += line.len();
    }
    None
}
