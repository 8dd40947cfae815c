//! Changes to a tree as edits of its text: they keep the document's indentation, line ends, commas and comments.

use super::string::encode;
use super::tree::{Member, Value};
use crate::text::{Edit, Edits, Gather, Span};

/// JSON that is not in a document yet, written over several lines with two blanks a level.
///
/// Where it goes, its lines take on the document's own line ends and indentation; in a document that has it all in
/// one line, they become one.
pub type Fragment<'f> = &'f str;

/// Where among the members of an object a new one goes.
#[derive(Clone, Copy)]
pub enum Position<'a> {
    /// Before all others.
    First,
    /// Behind all others.
    Last,
    /// Right behind this one, which must be of the same object.
    After(Member<'a>),
}

/// Takes the member out of its object, with the comma that goes with it.
pub fn remove_member(member: Member<'_>) -> Edit {
    if let Some(next) = member.next() {
        // What `remove` would do, without a look at all members of a large object.
        return Edit::delete(Span::new(member.span().start, next.span().start));
    }
    let is_it = |sibling: Member<'_>| sibling.name_span() == member.name_span();
    first(remove_members(member.object(), is_it), member.span())
}

/// Takes those members out of the object that are not wanted, with the commas that go with them.
pub fn remove_members<'a>(object: Value<'a>, is_unwanted: impl Fn(Member<'a>) -> bool) -> Vec<Edit> {
    remove_marked_members(object, &is_unwanted)
}

/// Takes the item out of its array, with the comma that goes with it. None where it is no item.
pub fn remove_item(item: Value<'_>) -> Option<Edit> {
    let array = item.parent().filter(|parent| parent.is_array())?;
    if let Some(next) = item.next_item() {
        // As with members: a list may be long.
        return Some(Edit::delete(Span::new(item.span().start, next.span().start)));
    }
    Some(first(remove_items(array, |sibling| sibling == item), item.span()))
}

/// Takes those items out of the array that are not wanted, with the commas that go with them.
pub fn remove_items<'a>(array: Value<'a>, is_unwanted: impl Fn(Value<'a>) -> bool) -> Vec<Edit> {
    remove_marked_items(array, &is_unwanted)
}

// One copy of each for all callers, which are many.

fn remove_marked_members<'a>(object: Value<'a>, is_unwanted: &dyn Fn(Member<'a>) -> bool) -> Vec<Edit> {
    remove(object, &object.members().map(|member| (member.span(), is_unwanted(member))).gathered())
}

fn remove_marked_items<'a>(array: Value<'a>, is_unwanted: &dyn Fn(Value<'a>) -> bool) -> Vec<Edit> {
    remove(array, &array.items().map(|item| (item.span(), is_unwanted(item))).gathered())
}

fn first(edits: Vec<Edit>, span: Span) -> Edit {
    edits.into_iter().next().unwrap_or_else(|| Edit::delete(span))
}

/// Gives the member another name.
pub fn rename_member(member: Member<'_>, name: &str) -> Edit {
    Edit::replace(member.name_span(), encode(name))
}

/// Puts `fragment` where the value is.
pub fn replace_value(value: Value<'_>, fragment: Fragment<'_>) -> Edit {
    let layout = Layout::of(value);
    let indentation = line_indentation(value.tree().text(), value.span().start);
    Edit::replace(value.span(), layout.lay_out(&Content::New(fragment), indentation))
}

/// Adds a member to the object.
pub fn insert_member(object: Value<'_>, position: Position<'_>, name: &str, fragment: Fragment<'_>) -> Edit {
    let fragment = format!("{}: {fragment}", encode(name));
    insert(object, object.members().map(Member::span), position, &Content::New(&fragment))
}

/// Adds an item behind all others of the array.
pub fn append_item(array: Value<'_>, fragment: Fragment<'_>) -> Edit {
    insert(array, array.items().map(Value::span), Position::Last, &Content::New(fragment))
}

/// Takes the member from where it is to another object, with its text as it is written.
///
/// The two edits overlap, and are of no use, where `object` is the member's own or within it.
pub fn move_member(member: Member<'_>, object: Value<'_>, position: Position<'_>) -> [Edit; 2] {
    [remove_member(member), copy_member(member, object, position)]
}

/// Adds to `object` what the member of another object says, with its text as it is written.
pub fn copy_member(member: Member<'_>, object: Value<'_>, position: Position<'_>) -> Edit {
    let document = object.tree().text();
    let indentation = line_indentation(document, member.name_span().start);
    let content = Content::Written { text: member.span().of(document), indentation };
    insert(object, object.members().map(Member::span), position, &content)
}

/// Adds to `object` a member `name` with the value that stands elsewhere in the document: with its text as it is
/// written, but for `changes` within it.
pub fn insert_copy(object: Value<'_>, position: Position<'_>, name: &str, value: Value<'_>, changes: &[Edit]) -> Edit {
    let text = format!("{}: {}", encode(name), changed(value, changes));
    let content = Content::Written { text: &text, indentation: line_indentation_of(value) };
    insert(object, object.members().map(Member::span), position, &content)
}

/// Puts the value that stands elsewhere in the document where `target` is, but for `changes` within it.
pub fn replace_by_copy(target: Value<'_>, value: Value<'_>, changes: &[Edit]) -> Edit {
    let content = Content::Written { text: &changed(value, changes), indentation: line_indentation_of(value) };
    Edit::replace(target.span(), Layout::of(target).lay_out(&content, line_indentation_of(target)))
}

/// The value's text after those of `changes`, which are sorted, that are within it.
fn changed(value: Value<'_>, changes: &[Edit]) -> String {
    let span = value.span();
    let first = changes.partition_point(|change| change.span.start < span.start);
    let inside = changes.get(first..).unwrap_or_default().iter().take_while(|change| change.span.end <= span.end);
    let shifted = inside.map(|change| {
        Edit::replace(Span::new(change.span.start - span.start, change.span.end - span.start), &*change.insert)
    });
    Edits::new(shifted.gathered()).unwrap_or_default().apply(span.of(value.tree().text()))
}

fn line_indentation_of(value: Value<'_>) -> &str {
    line_indentation(value.tree().text(), value.span().start)
}

/// What is put into a document.
enum Content<'c> {
    /// JSON from outside: a [`Fragment`].
    New(&'c str),
    /// JSON from elsewhere in the document, and the indentation of the line in which it begins.
    Written { text: &'c str, indentation: &'c str },
}

/// Takes those children out that are marked as unwanted: each run of them with the commas that go with it.
fn remove(holder: Value<'_>, children: &[(Span, bool)]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut kept: Option<Span> = None;
    let mut run: Option<Span> = None;
    for &(child, is_unwanted) in children {
        if is_unwanted {
            run = Some(run.map_or(child, |run| run.cover(child)));
        } else {
            // Up to the next one, so that this takes the place and the indentation of what goes.
            edits.extend(run.take().map(|run| Edit::delete(Span::new(run.start, child.start))));
            kept = Some(child);
        }
    }
    if let Some(run) = run {
        edits.push(match kept {
            Some(kept) => Edit::delete(Span::new(kept.end, run.end)),
            None => remove_all(holder, run),
        });
    }
    edits
}

/// Empties `holder`; takes only `children` away where something else is in there, a comment say.
fn remove_all(holder: Value<'_>, children: Span) -> Edit {
    let text = holder.tree().text();
    let inside = inside(holder);
    let is_blank = |start, end| Span::new(start, end).of(text).trim().is_empty();
    let alone = is_blank(inside.start, children.start) && is_blank(children.end, inside.end);
    if alone { fill(holder, "") } else { Edit::delete(children) }
}

/// What stands between the brackets.
fn inside(holder: Value<'_>) -> Span {
    let start = holder.span().start + 1;
    Span::new(start, holder.span().end.saturating_sub(1).max(start))
}

/// Puts `content` between the brackets. The edit takes the brackets along, so that no other one goes with it that
/// counts on what is or is not between them.
fn fill(holder: Value<'_>, content: &str) -> Edit {
    let (open, close) = if holder.is_array() { ('[', ']') } else { ('{', '}') };
    Edit::replace(holder.span(), format!("{open}{content}{close}"))
}

fn insert(holder: Value<'_>, siblings: impl Iterator<Item = Span>, position: Position<'_>, new: &Content<'_>) -> Edit {
    let text = holder.tree().text();
    let layout = Layout::of(holder);
    let mut siblings = siblings.peekable();
    let Some(&first) = siblings.peek() else { return insert_only(holder, &layout, new) };
    let neighbour = match position {
        Position::First => first,
        Position::Last => holder.last_inside().or_else(|| siblings.last()).unwrap_or(first),
        Position::After(member) => member.span(),
    };
    let indentation = line_indentation(text, neighbour.start);
    let separator = if begins_line(text, neighbour.start) {
        format!("{}{indentation}", layout.line_end)
    } else if layout.is_dense {
        String::new()
    } else {
        " ".to_owned()
    };
    let new = layout.lay_out(new, indentation);
    match position {
        Position::First => Edit::insert(first.start, format!("{new},{separator}")),
        Position::Last | Position::After(_) => Edit::insert(neighbour.end, format!(",{separator}{new}")),
    }
}

/// Whether nothing but white space stands before byte `at` on its line.
fn begins_line(text: &str, at: u32) -> bool {
    let before = text.get(..at as usize).unwrap_or_default().trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// Fills an object or array that has nothing in it.
fn insert_only(holder: Value<'_>, layout: &Layout<'_>, new: &Content<'_>) -> Edit {
    let text = holder.tree().text();
    let outer = line_indentation(text, holder.span().start);
    let content = if layout.is_one_line {
        layout.lay_out(new, outer)
    } else {
        let inner = format!("{outer}{}", layout.unit);
        let new = layout.lay_out(new, &inner);
        let line_end = layout.line_end;
        format!("{line_end}{inner}{new}{line_end}{outer}")
    };
    let inside = inside(holder);
    // Where something else stands in there (a comment), it stays.
    if inside.of(text).trim().is_empty() { fill(holder, &content) } else { Edit::insert(inside.end, content) }
}

/// The white space with which the line of byte `at` begins. None where that is far away: who writes such lines has no
/// use for it.
fn line_indentation(text: &str, at: u32) -> &str {
    let far = text.floor_char_boundary((at as usize).saturating_sub(Layout::TELLING));
    let before = text.get(far..at as usize).unwrap_or_default();
    let Some(start) = before.rfind('\n').map(|end| far + end + 1).or((far == 0).then_some(0)) else { return "" };
    let line = text.get(start..).unwrap_or_default();
    let length = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..length).unwrap_or_default()
}

/// How a document is written.
struct Layout<'t> {
    line_end: &'static str,
    /// What one level more is indented by.
    unit: &'t str,
    /// Everything stands in one line.
    is_one_line: bool,
    /// Not even a blank stands behind a comma.
    is_dense: bool,
    /// No blank stands behind a colon.
    is_tight: bool,
}

impl<'t> Layout<'t> {
    /// How much of a document's beginning is looked at, in bytes.
    const TELLING: usize = 4_096;

    fn of(value: Value<'t>) -> Self {
        let text = value.tree().text();
        // A document is written in one way throughout, and its beginning tells which.
        let beginning = text.trim_start();
        let beginning = beginning.get(..beginning.floor_char_boundary(Self::TELLING)).unwrap_or_default().trim_end();
        let first_line = beginning.lines().next().unwrap_or_default();
        let is_one_line = first_line.len() == beginning.len();
        let is_dense = is_one_line && !beginning.contains(", ");
        let is_tight = beginning.contains("\":") && !beginning.contains("\": ");
        let line_end =
            if beginning.get(first_line.len()..).is_some_and(|rest| rest.starts_with('\r')) { "\r\n" } else { "\n" };
        let first_values = if is_one_line { 0 } else { 1_000 };
        let unit = value.tree().values().take(first_values).find_map(|child| {
            let (parent, member) = (child.parent()?, child.member()?);
            let outer = line_indentation(text, parent.span().start);
            let inner = line_indentation(text, member.name_span().start);
            inner.strip_prefix(outer).filter(|unit| !unit.is_empty())
        });
        Self { line_end, unit: unit.unwrap_or("  "), is_one_line, is_dense, is_tight }
    }

    /// `new` in this layout, in a place that is indented by `indentation`.
    fn lay_out(&self, new: &Content<'_>, indentation: &str) -> String {
        let mut laid_out = String::new();
        let tight;
        let new = match new {
            Content::New(fragment) if self.is_tight => {
                tight = tighten(fragment);
                &Content::New(&tight)
            }
            other => other,
        };
        match new {
            Content::New(fragment) if self.is_one_line => {
                for line in fragment.lines() {
                    if laid_out.ends_with(',') && !self.is_dense {
                        laid_out.push(' ');
                    }
                    laid_out.push_str(line.trim());
                }
            }
            Content::New(fragment) => {
                for (index, line) in fragment.lines().enumerate() {
                    if index > 0 {
                        laid_out.push_str(self.line_end);
                        laid_out.push_str(indentation);
                    }
                    let content = line.trim_start_matches("  ");
                    laid_out.extend(std::iter::repeat_n(self.unit, (line.len() - content.len()) / 2));
                    laid_out.push_str(content);
                }
            }
            Content::Written { text, indentation: before } => {
                for (index, line) in text.split('\n').enumerate() {
                    if index > 0 {
                        laid_out.push('\n');
                        laid_out.push_str(indentation);
                    }
                    laid_out.push_str(if index > 0 { line.strip_prefix(before).unwrap_or(line) } else { line });
                }
            }
        }
        laid_out
    }
}

/// The fragment without the blank behind each of its colons.
fn tighten(fragment: &str) -> String {
    let mut tight = String::with_capacity(fragment.len());
    let (mut is_in_string, mut is_escaped, mut is_behind_colon) = (false, false, false);
    for character in fragment.chars() {
        if is_behind_colon && character == ' ' {
            is_behind_colon = false;
            continue;
        }
        is_in_string ^= character == '"' && !is_escaped;
        is_escaped = is_in_string && !is_escaped && character == '\\';
        is_behind_colon = !is_in_string && character == ':';
        tight.push(character);
    }
    tight
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    fn apply(text: &str, edits: impl IntoIterator<Item = Edit>) -> String {
        Edits::new(edits.into_iter().collect()).unwrap().apply(text)
    }

    /// Removes the member or item that the pointer names.
    fn without(text: &str, pointer: &str) -> String {
        let tree = parse(text);
        let value = tree.values().find(|value| value.pointer() == pointer).unwrap();
        apply(text, value.member().map(remove_member).or_else(|| remove_item(value)))
    }

    #[test]
    fn what_is_removed_takes_its_comma_along() {
        assert_eq!(without("{\n  \"a\": 1,\n  \"b\": 2\n}", "/a"), "{\n  \"b\": 2\n}");
        assert_eq!(without("{\n  \"a\": 1,\n  \"b\": 2\n}", "/b"), "{\n  \"a\": 1\n}");
        assert_eq!(without("{ \"a\": 1 }", "/a"), "{}");
        assert_eq!(without("[1,2 , 3]", "/1"), "[1,3]");
        assert_eq!(without("[ [] ]", "/0"), "[]");
        assert_eq!(without("{ // why\n \"a\": 1 }", "/a"), "{ // why\n  }");
        assert_eq!(without("{\"a\": 1, \"b\": 2,}", "/b"), "{\"a\": 1,}");
    }

    fn with(text: &str, position: fn(Value<'_>) -> Position<'_>) -> String {
        let tree = parse(text);
        let object = tree.root().unwrap();
        apply(text, [insert_member(object, position(object), "new", "{\n  \"x\": [\n    1,\n    2\n  ]\n}")])
    }

    #[test]
    fn what_is_inserted_is_written_as_the_document_is() {
        assert_eq!(
            with("{\r\n\t\"a\": 1\r\n}", |_| Position::Last),
            "{\r\n\t\"a\": 1,\r\n\t\"new\": {\r\n\t\t\"x\": [\r\n\t\t\t1,\r\n\t\t\t2\r\n\t\t]\r\n\t}\r\n}"
        );
        assert_eq!(
            with("{ \"a\": 1, \"b\": 2 }", |_| Position::First),
            "{ \"new\": {\"x\": [1, 2]}, \"a\": 1, \"b\": 2 }"
        );
        assert_eq!(with("{\"a\":1,\"b\":2}", |_| Position::Last), "{\"a\":1,\"b\":2,\"new\":{\"x\":[1,2]}}");
        assert_eq!(
            with("{\n    \"a\": 1,\n    \"b\": 2\n}", |object| Position::After(object.member_named("a").unwrap())),
            "{\n    \"a\": 1,\n    \"new\": {\n        \"x\": [\n            1,\n            2\n        ]\n    },\n    \"b\": 2\n}"
        );
        assert_eq!(
            with("{\n}", |_| Position::Last),
            "{\n}".replace('\n', "\n  \"new\": {\n    \"x\": [\n      1,\n      2\n    ]\n  }\n")
        );
    }

    #[test]
    fn what_is_moved_keeps_its_text_and_takes_on_the_indentation() {
        let text = "{\n  \"a\": {\n    \"b\": {\n      \"c\":   1\n    }\n  }\n}";
        let tree = parse(text);
        let root = tree.root().unwrap();
        let member = root.get("a").unwrap().member_named("b").unwrap();
        assert_eq!(
            apply(text, move_member(member, root, Position::Last)),
            "{\n  \"a\": {},\n  \"b\": {\n    \"c\":   1\n  }\n}"
        );
    }
}
