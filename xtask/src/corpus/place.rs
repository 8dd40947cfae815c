//! Where something stands in a document, and how far two places are apart.

use serde_json::Value;

/// The names and indexes that lead to a value, from the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(pub(crate) Vec<String>);

/// How a finding lies to the place where it is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Distance {
    Exact,
    Near,
    Far,
}

/// How many steps below the expected place a finding is still near.
const BELOW: usize = 2;

/// How many steps above it.
const ABOVE: usize = 1;

/// How many references that lead to each other are followed.
const JUMPS: usize = 8;

/// What "near" means, for the reader of a table.
pub(crate) const NEAR: &str =
    "near: at most two steps below the expected place, or one above; a place behind a reference is where that leads";

impl Place {
    /// The place of a JSON Pointer, with or without `#`.
    pub(crate) fn of_pointer(pointer: &str) -> Self {
        let steps = pointer.trim_start_matches('#').split('/').skip(1);
        Self(steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect())
    }

    /// The place of a path with dots, such as `paths./a.b.get.parameters[1]`: since a name may have dots itself, the
    /// document tells which ones part two names.
    pub(crate) fn of_dotted(path: &str, document: &Value) -> Self {
        let path = path.replace('[', ".").replace(']', "");
        let parts: Vec<&str> = path.split('.').collect();
        let mut place = Self::default();
        let (mut rest, mut value) = (parts.as_slice(), Some(document));
        while !rest.is_empty() {
            let known = (1..=rest.len()).rev().find_map(|length| {
                let (name, behind) = rest.split_at(length);
                let name = name.join(".");
                Some((child(value?, &name)?, name, behind))
            });
            let (next, name, behind) = match (known, rest) {
                (Some((next, name, behind)), _) => (Some(next), name, behind),
                (None, [first, behind @ ..]) => (None, (*first).to_owned(), behind),
                (None, []) => break,
            };
            place.0.push(name);
            (rest, value) = (behind, next);
        }
        place
    }

    /// The same place by a way that leads through no reference: where a step goes on behind a `$ref` to a place in this
    /// document, it goes on from there.
    pub(crate) fn through_references(&self, document: &Value) -> Self {
        let mut place = Self::default();
        for step in &self.0 {
            let mut jumps = 0;
            while let Some(value) = place.of(document).filter(|value| child(value, step).is_none())
                && let Some(target) =
                    value.get("$ref").and_then(Value::as_str).filter(|target| target.starts_with("#/"))
                && jumps < JUMPS
            {
                place = Self::of_pointer(target);
                jumps += 1;
            }
            place.0.push(step.clone());
        }
        place
    }

    /// The place one step below.
    pub(crate) fn below(&self, name: &str) -> Self {
        Self(self.0.iter().map(String::as_str).chain([name]).map(str::to_owned).collect())
    }

    /// The value that stands here in `document`.
    pub(crate) fn of<'v>(&self, document: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(document, |value, name| child(value, name))
    }

    /// How far a finding at `other` is from here.
    pub(crate) fn distance(&self, other: &Self) -> Distance {
        let shared = self.0.iter().zip(&other.0).take_while(|(own, other)| own == other).count();
        match (self.0.len() - shared, other.0.len() - shared) {
            (0, 0) => Distance::Exact,
            (0, below) if below <= BELOW => Distance::Near,
            (above, 0) if above <= ABOVE => Distance::Near,
            _ => Distance::Far,
        }
    }
}

fn child<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(name),
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Distance, Place};

    #[test]
    fn a_pointer_is_a_place() {
        assert_eq!(Place::of_pointer("#/paths/~1a~0b/0").0, ["paths", "/a~b", "0"]);
        assert_eq!(Place::of_pointer(""), Place::default());
        assert_eq!(Place::of_pointer("/"), Place(vec![String::new()]));
    }

    #[test]
    fn the_document_tells_which_dots_part_names() {
        let document = json!({ "paths": { "/a.json": { "get": { "parameters": [{}, {}] } } } });
        let place = Place::of_dotted("paths./a.json.get.parameters[1].name", &document);
        assert_eq!(place.0, ["paths", "/a.json", "get", "parameters", "1", "name"]);
        assert_eq!(Place::of_dotted("paths./b.c", &document).0, ["paths", "/b", "c"]);
    }

    #[test]
    fn a_place_behind_a_reference_is_where_that_leads() {
        let document = json!({
            "a": { "schema": { "$ref": "#/b" } }, "b": { "$ref": "#/c" }, "c": { "default": 1 }, "d": { "$ref": "#/d" }
        });
        let place = |pointer| Place::of_pointer(pointer).through_references(&document);
        assert_eq!(place("/a/schema/default"), Place::of_pointer("/c/default"));
        assert_eq!(place("/a/schema/$ref"), Place::of_pointer("/a/schema/$ref"));
        assert_eq!(place("/d/x"), Place::of_pointer("/d/x"));
        assert_eq!(place("/none/x"), Place::of_pointer("/none/x"));
    }

    #[test]
    fn near_is_two_below_or_one_above() {
        let place = Place::of_pointer("/a/b/c");
        let distance = |other| place.distance(&Place::of_pointer(other));
        assert_eq!(distance("/a/b/c"), Distance::Exact);
        assert_eq!(distance("/a/b/c/d/e"), Distance::Near);
        assert_eq!(distance("/a/b"), Distance::Near);
        assert_eq!(distance("/a"), Distance::Far);
        assert_eq!(distance("/a/b/c/d/e/f"), Distance::Far);
        assert_eq!(distance("/a/b/d"), Distance::Far);
        assert_eq!(Place::default().distance(&Place::of_pointer("/paths")), Distance::Near);
    }
}
