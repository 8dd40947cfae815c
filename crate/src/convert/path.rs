//! Where something stands in an original, as people say it: in a text of one line, no other place says anything.

use super::places::{Place, Places};
use super::remark::Remark;
use crate::json::{Member, Positions, Tree, Value};
use crate::text::Span;
use crate::text::secret::masked;

/// So many keys of a path are told at each end.
const KEYS: usize = 6;

/// So many characters of a key are told.
const LENGTH: usize = 60;

/// Says of each remark which keys lead to its place, from the outside in: `paths › /rooms › get`. An item of an array is
/// told by its name, else by its number, counted from 0. `place` gives the place in the text of `tree`.
pub(super) fn name(tree: &Tree<'_>, remarks: &mut [Remark], place: fn(&Remark) -> Option<Span>) {
    if remarks.is_empty() {
        return;
    }
    let whole = |value: Value<'_>| value.member().map_or(value.span(), Member::span);
    let stretch = |value: Value<'_>| Place { span: whole(value), origin: Span::empty(value.index()) };
    let values = Places::new(tree.values().map(stretch).collect());
    let mut positions = Positions::default();
    for remark in remarks {
        let found = place(remark).and_then(|span| values.origin(span)).and_then(|index| tree.value(index.start));
        remark.path = found.map(|value| path(value, &mut positions)).unwrap_or_default();
    }
}

fn path(value: Value<'_>, positions: &mut Positions) -> String {
    let pointer = value.pointer_by(positions);
    let inner = std::iter::successors(Some(value), |inner| inner.parent());
    let keys: Vec<String> = inner.zip(pointer.rsplit('/')).filter_map(|(value, step)| key(value, step)).collect();
    let (last, first) = (keys.iter().take(KEYS).rev(), keys.iter().skip(KEYS).rev());
    let left_out = first.len().saturating_sub(KEYS);
    let told: Vec<&str> = first.take(KEYS).map(String::as_str).collect();
    let between = (left_out > 0).then_some("…");
    told.into_iter().chain(between).chain(last.map(String::as_str)).collect::<Vec<_>>().join(" › ")
}

/// The key that leads to `value`, whose step in a JSON Pointer is `step`; none for the root.
fn key(value: Value<'_>, step: &str) -> Option<String> {
    value.parent()?;
    let name = match value.member() {
        Some(member) => member.name(),
        None => value.get_str("name").filter(|name| !name.trim().is_empty()).unwrap_or_else(|| step.to_owned().into()),
    };
    let masked = masked(&name);
    Some(match masked.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", masked.get(..end).unwrap_or_default()),
        None => masked.into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    /// What is said of the place of `mark` in `text`.
    fn path_of(text: &str, mark: &str) -> String {
        let tree = parse(text);
        let start = text.find(mark).unwrap() as u32;
        let mut remarks = [Remark {
            kind: crate::convert::RemarkKind::Lost,
            message: String::new(),
            because: String::new(),
            origin: Span::new(start, start + mark.len() as u32),
            path: String::new(),
            span: None,
            pointer: String::new(),
        }];
        name(&tree, &mut remarks, |remark| Some(remark.origin));
        std::mem::take(&mut remarks[0].path)
    }

    #[test]
    fn keys_lead_to_a_place() {
        let text =
            r#"{"paths": {"/a~b": {"get": {"tags": ["x", "y"], "parameters": [{"name": "q", "in": "cookie"}]}}}}"#;
        assert_eq!(path_of(text, "\"get\""), "paths › /a~b › get");
        assert_eq!(path_of(text, "\"y\""), "paths › /a~b › get › tags › 1");
        assert_eq!(path_of(text, "\"in\": \"cookie\""), "paths › /a~b › get › parameters › q › in");
        assert_eq!(path_of(text, "\"x\", \"y\""), "paths › /a~b › get › tags");
        assert_eq!(path_of(text, text), "");
        assert_eq!(path_of("{\"a\": [1, 2", "2"), "a › 1");
    }

    #[test]
    fn a_long_way_is_told_in_short() {
        let deep = format!("{}1{}", "{\"a\":".repeat(40), "}".repeat(40));
        assert_eq!(path_of(&deep, "1").matches('a').count(), 12);
        assert!(path_of(&deep, "1").contains("a › … › a"));
        let long = format!("{{\"{}\": 1}}", "n".repeat(500));
        assert_eq!(path_of(&long, "1").chars().count(), 61);
    }
}
