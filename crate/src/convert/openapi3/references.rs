//! Where references lead.

use std::collections::HashMap;

use super::Job;
use crate::json::{Kind, Tree, Value};
use crate::openapi::{Indexed, decode_percent};

/// References to references are followed so many times.
const CHAIN: usize = 64;

/// Of an object with more members an index is made.
const FEW: usize = 16;

/// Where a reference leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// To this value of the document.
    Here(Value<'a>),
    /// To another file or address.
    Elsewhere,
    /// Nowhere.
    Nowhere,
}

/// What is known of the document's names.
#[derive(Default)]
pub(super) struct Index<'a> {
    large: HashMap<u32, Indexed<'a>>,
    /// Schemas by their `$id`, and by `#` and their `$anchor`.
    named: Option<HashMap<String, Value<'a>>>,
}

impl<'a> Index<'a> {
    fn resolve(&mut self, tree: &'a Tree<'a>, root: Value<'a>, target: &str) -> Target<'a> {
        let (document, fragment) = target.split_once('#').unwrap_or((target, ""));
        let mut from = root;
        if !document.is_empty() {
            match self.named(tree).get(document) {
                Some(value) => from = *value,
                None if root.get("$self").is_some_and(|own| own.is_str(document)) => {}
                None => return Target::Elsewhere,
            }
        } else if !target.contains('#') {
            return Target::Nowhere;
        }
        if fragment.is_empty() {
            return Target::Here(from);
        }
        let decoded = decode_percent(fragment);
        let Some(steps) = decoded.strip_prefix('/') else {
            return self.named(tree).get(&format!("#{decoded}")).map_or(Target::Nowhere, |value| Target::Here(*value));
        };
        for step in steps.split('/') {
            let name = step.replace("~1", "/").replace("~0", "~");
            match self.child(from, &name) {
                Some(child) => from = child,
                None => return Target::Nowhere,
            }
        }
        Target::Here(from)
    }

    fn child(&mut self, value: Value<'a>, name: &str) -> Option<Value<'a>> {
        if value.kind() == Kind::Array {
            return value.items().nth(name.parse().ok()?);
        }
        if value.members().nth(FEW).is_none() {
            return value.get(name);
        }
        self.large.entry(value.index()).or_insert_with(|| Indexed::of(value)).get(name)
    }

    fn named(&mut self, tree: &'a Tree<'a>) -> &HashMap<String, Value<'a>> {
        self.named.get_or_insert_with(|| {
            let mut named = HashMap::new();
            for value in tree.values().filter(|value| value.is_object()) {
                if let Some(id) = value.get_str("$id") {
                    named.entry(id.trim_end_matches('#').to_owned()).or_insert(value);
                }
                for key in ["$anchor", "$dynamicAnchor"] {
                    if let Some(anchor) = value.get_str(key) {
                        named.entry(format!("#{anchor}")).or_insert(value);
                    }
                }
            }
            named
        })
    }
}

/// The reference that `value` is, as it is written.
pub(super) fn reference(value: Value<'_>) -> Option<Value<'_>> {
    ["$ref", "$dynamicRef"].iter().find_map(|key| value.get(key).filter(|target| target.kind() == Kind::String))
}

impl<'a> Job<'a> {
    /// Where that reference leads: one step.
    pub(super) fn target(&mut self, written: Value<'a>) -> Target<'a> {
        let Some(root) = self.root else { return Target::Nowhere };
        self.references.resolve(self.tree, root, &written.as_str().unwrap_or_default())
    }

    /// What stands at the end of all references that `value` is; itself where it is none. None where that is nowhere.
    pub(super) fn follow(&mut self, value: Value<'a>) -> Option<Value<'a>> {
        let mut at = value;
        for _ in 0..CHAIN {
            let Some(written) = reference(at) else { return Some(at) };
            match self.target(written) {
                Target::Here(next) => at = next,
                Target::Elsewhere | Target::Nowhere => return None,
            }
        }
        None
    }

    /// As [`Self::follow`], and remarks where that is nowhere.
    pub(super) fn followed(&mut self, value: Value<'a>) -> Option<Value<'a>> {
        let found = self.follow(value);
        if found.is_none() {
            self.leads_nowhere(value);
        }
        found
    }

    /// Remarks that nothing can be said for the reference that `value` is.
    pub(super) fn leads_nowhere(&mut self, value: Value<'a>) {
        let written = reference(value).unwrap_or(value);
        let words = match self.target(written) {
            Target::Elsewhere => (
                "What a reference to another file stands for is missing.",
                "An Xtension is one file: put what it refers to into the document before it is converted.",
            ),
            Target::Nowhere => (
                "A reference leads nowhere, and was left out.",
                "The document has nothing of that name: look for a slip.",
            ),
            Target::Here(_) => ("A reference leads back to itself, and was left out.", "Nothing stands at its end."),
        };
        self.lost(words, written);
    }
}
