//! Where references lead.

use std::borrow::Cow;

use super::indexed::Index;
use super::shape::ReferenceSite;
use super::vocabulary::Object;
use crate::json::{Kind, Tree, Value};
use crate::text::{Gather, in_order};

/// A reference in the document.
#[derive(Clone, Debug)]
pub struct Reference<'a> {
    /// What it stands for.
    pub object: &'static Object,
    /// The object with `$ref` in it.
    pub holder: Value<'a>,
    /// What it refers to: the string.
    pub target: Value<'a>,
    /// Where that leads.
    pub resolution: Resolution<'a>,
    /// The value at the end, where references lead to references; none where one of them leads nowhere, or in a circle.
    pub end: Option<Value<'a>>,
    /// Whether following it never ends: references lead to references, and back to one of them.
    pub is_circular: bool,
}

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// To this value, which may be a reference again.
    Found(Value<'a>),
    /// Into this document, but not to anything.
    Missing {
        /// The last value on the way that there is.
        nearest: Value<'a>,
        /// The name that it does not have, decoded.
        name: String,
    },
    /// To another file or address.
    External,
    /// Nowhere: it is only a name, or a path without the `#` in front.
    NotAPointer,
}

/// Resolves all references of a document, in time that does not depend on how many names each of its objects has.
pub(super) fn resolve_all<'a>(tree: &'a Tree<'a>, sites: &[ReferenceSite<'a>]) -> Vec<Reference<'a>> {
    let mut index = Index::default();
    let mut references = Vec::with_capacity(sites.len());
    for &ReferenceSite { object, holder, target } in sites {
        let resolution = resolve(&mut index, tree, &target.as_str().unwrap_or_default());
        references.push(Reference { object, holder, target, resolution, end: None, is_circular: false });
    }
    let mut references = in_order(references, |reference| u64::from(reference.holder.index()));
    references.dedup_by_key(|reference| reference.holder.index());
    follow(&mut references);
    references
}

/// The reference that `value` is, if it is one.
pub(super) fn find<'r, 'a>(references: &'r [Reference<'a>], value: Value<'a>) -> Option<&'r Reference<'a>> {
    references.get(position(references, value)?)
}

fn position(references: &[Reference<'_>], value: Value<'_>) -> Option<usize> {
    if value.lacks("$ref") {
        return None;
    }
    references.binary_search_by_key(&value.index(), |reference| reference.holder.index()).ok()
}

/// Finds the end of each chain of references. Each reference is walked over once, whatever circles there are.
fn follow(references: &mut [Reference<'_>]) {
    let next: Vec<Option<usize>> = references
        .iter()
        .map(|reference| match reference.resolution {
            Resolution::Found(value) => position(references, value),
            _ => None,
        })
        .gathered();
    let mut is_done = vec![false; references.len()];
    for start in 0..references.len() {
        let mut chain = Vec::new();
        let mut end = None;
        let mut is_circular = false;
        let mut at = Some(start);
        while let Some(position) = at {
            let (Some(reference), Some(done)) = (references.get(position), is_done.get_mut(position)) else {
                break;
            };
            if *done {
                // Known already, or on this very chain, as only then it is done and still without an answer.
                end = reference.end;
                is_circular = reference.is_circular || chain.contains(&position);
                break;
            }
            *done = true;
            chain.push(position);
            at = next.get(position).copied().flatten();
            end = match reference.resolution {
                Resolution::Found(value) => Some(value),
                _ => None,
            };
        }
        for position in chain {
            if let Some(reference) = references.get_mut(position) {
                reference.end = end;
                reference.is_circular = is_circular;
            }
        }
    }
}

fn resolve<'a>(index: &mut Index<'a>, tree: &'a Tree<'a>, pointer: &str) -> Resolution<'a> {
    let Some((document, fragment)) = pointer.split_once('#') else {
        return if is_address(pointer) { Resolution::External } else { Resolution::NotAPointer };
    };
    if !document.is_empty() {
        return Resolution::External;
    }
    let Some(root) = tree.root() else {
        return Resolution::NotAPointer;
    };
    if fragment.is_empty() {
        return Resolution::Found(root);
    }
    let decoded = decode_percent(fragment);
    let Some(steps) = decoded.strip_prefix('/') else {
        return Resolution::NotAPointer;
    };
    let mut value = root;
    for step in steps.split('/') {
        let name = decode_step(step);
        match child(index, value, &name) {
            Some(child) => value = child,
            None => return Resolution::Missing { nearest: value, name: name.into_owned() },
        }
    }
    Resolution::Found(value)
}

fn child<'a>(index: &mut Index<'a>, value: Value<'a>, name: &str) -> Option<Value<'a>> {
    if value.kind() == Kind::Array {
        let is_index = name == "0" || (!name.starts_with('0') && name.bytes().all(|byte| byte.is_ascii_digit()));
        return if is_index { index.item(value, name.parse().ok()?) } else { None };
    }
    index.get(value, name)
}

/// The name that a step of a pointer stands for (RFC 6901, section 4).
fn decode_step(step: &str) -> Cow<'_, str> {
    if step.contains('~') { Cow::Owned(step.replace("~1", "/").replace("~0", "~")) } else { Cow::Borrowed(step) }
}

/// Whether it looks like a file or an address and not like a name.
fn is_address(text: &str) -> bool {
    !text.starts_with('/') && text.contains(['/', '.', ':'])
}

/// Decodes `%20` and its like (RFC 3986, section 2.1). What isn't one stays as it is.
pub fn decode_percent(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let digits = after.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(b'%');
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
