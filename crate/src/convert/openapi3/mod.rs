//! OpenAPI 3.0, 3.1 and 3.2 to OpenAPI 2.0, as Nintex needs it.
//!
//! What both formats have goes over as it is. What only the newer one has is said in another way where there is one, and
//! remarked on in any case. The result keeps to the official schema of OpenAPI 2.0 whatever the original says:
//! [`fit`] sees to that at the end.

mod address;
mod alone;
mod alternatives;
mod body;
mod cycles;
mod document;
mod examples;
mod fit;
mod flat;
mod limits;
mod media;
mod names;
mod oauth;
mod objects;
mod operations;
mod parameters;
mod plain;
mod references;
mod requirements;
mod responses;
mod schemas;
mod security;
mod servers;
mod simple;
mod words;

use std::collections::{HashMap, HashSet};

pub(super) use alone::{Alone, is_keyword};

use super::draft::{Content, Origin, Part, origin, scalar};
use super::remark::RemarkKind;
use super::work::{Converted, Work};
use crate::json::{Member, Tree, Value};
use crate::text::Span;

/// Converts a document of OpenAPI 3. Never fails: what is damaged is read as its repair says, and what makes no sense is
/// left out with a remark.
///
/// An Xtension has one way to sign in: the result has the one that most operations accept. Those that accept only others
/// are called without.
pub fn convert(tree: &Tree<'_>) -> Converted {
    run(tree, false)
}

/// As [`convert`], but the result has all ways to sign in, as is needed to make an Xtension of each.
pub fn convert_with_all_ways_to_sign_in(tree: &Tree<'_>) -> Converted {
    run(tree, true)
}

fn run(tree: &Tree<'_>, keeps_all_ways: bool) -> Converted {
    let mut job = Job::new(tree, keeps_all_ways);
    job.document();
    job.schemas();
    job.break_circles();
    job.fit();
    job.work.finish()
}

/// What takes no more bytes may be written as often as it is referred to.
const SMALL: u32 = 64;

/// A conversion of one document.
struct Job<'a> {
    tree: &'a Tree<'a>,
    /// The document; none where the text holds no JSON.
    root: Option<Value<'a>>,
    /// Whether schemas are those of JSON Schema 2020-12, as from 3.1 on.
    is_json_schema: bool,
    /// Whether the result has more than one way to sign in, where the original has.
    keeps_all_ways: bool,
    work: Work,
    references: references::Index<'a>,
    definitions: names::Definitions,
    /// Schemas that are still to be written, each into that part.
    pending: Vec<(Part, Value<'a>)>,
    /// Parts of schemas that a choice of variants has put there, not the original.
    chosen: HashSet<Part>,
    /// The parameters and responses that are kept apart, by the number of their value: what they are called.
    shared: HashMap<u32, String>,
    security: security::Security<'a>,
    /// Where the API is.
    address: address::Address,
    /// How often each `operationId` was met.
    operation_ids: HashMap<String, usize>,
    /// What was remarked on which place.
    told: HashSet<(&'static str, Span)>,
    /// What was written already, by the number of its value.
    written: HashSet<u32>,
    /// How many members may still be written more than once, so that time stays in proportion to the document.
    budget: usize,
}

impl<'a> Job<'a> {
    fn new(tree: &'a Tree<'a>, keeps_all_ways: bool) -> Self {
        let root = tree.root().filter(|root| root.is_object());
        let version = root.and_then(|root| root.get_str("openapi")).unwrap_or_default();
        Self {
            tree,
            root,
            is_json_schema: !version.trim_start().starts_with("3.0"),
            keeps_all_ways,
            work: Work::new(root.map_or(Span::empty(0), Value::span)),
            references: references::Index::default(),
            definitions: names::Definitions::default(),
            pending: Vec::new(),
            chosen: HashSet::new(),
            shared: HashMap::new(),
            security: security::Security::default(),
            address: address::Address::default(),
            operation_ids: HashMap::new(),
            told: HashSet::new(),
            written: HashSet::new(),
            budget: 50_000 + 2 * tree.size(),
        }
    }

    /// Remarks on `value`, of which `part` has something; once, however often it is written.
    fn remark(&mut self, kind: RemarkKind, words: words::Words, value: Value<'_>, part: Option<Part>) {
        let span = value.member().map_or(value.span(), Member::span);
        if self.told.insert((words.0, span)) {
            self.work.remark(kind, words.0, words.1, span, part);
        }
    }

    /// Remarks that something is not in the result.
    fn lost(&mut self, words: words::Words, value: Value<'_>) {
        self.remark(RemarkKind::Lost, words, value, None);
    }

    /// Remarks that `value` became `part`, which says it in another way.
    fn changed(&mut self, words: words::Words, value: Value<'_>, part: Part) {
        self.remark(RemarkKind::Changed, words, value, Some(part));
    }

    /// Remarks that of several things under `value` one was taken.
    fn chose(&mut self, words: words::Words, value: Value<'_>, part: Option<Part>) {
        self.remark(RemarkKind::Chosen, words, value, part);
    }

    /// Gives `object` a member, unless it has one of that name.
    fn put(&mut self, object: Part, name: &str, content: impl Into<Content>, from: impl Into<Origin>) -> Part {
        match self.work.draft.get(object, name) {
            Some(present) => present,
            None => self.work.draft.set(object, name, content, from),
        }
    }

    /// Gives `object` all of `value` under that name, unless it has such a member.
    fn put_all(&mut self, object: Part, name: &str, value: Value<'_>) -> Part {
        match self.work.draft.get(object, name) {
            Some(present) => present,
            None if value.span().len() > SMALL && !self.may_repeat(value) => {
                self.lost(words::TOO_OFTEN, value);
                self.work.draft.set(object, name, scalar(value).without_text(), origin(value))
            }
            None => self.work.draft.copy(object, name, value),
        }
    }

    /// Whether `value` may be written here: it is for the first time, or what the budget is there for.
    fn may_repeat(&mut self, value: Value<'_>) -> bool {
        self.written.insert(value.index()) || self.spend(1 + value.span().len() as usize / 16)
    }

    /// Gives `object` an empty object under that name that is to be filled, made of `value`.
    fn put_object(&mut self, object: Part, name: &str, value: Value<'_>) -> Part {
        self.work.draft.set(object, name, Content::Object, origin(value))
    }

    /// Copies the extensions of `value`, whose names begin with `x-`.
    fn extensions(&mut self, object: Part, value: Value<'_>) {
        for member in value.members().filter(|member| member.name().starts_with("x-")) {
            self.put_all(object, &member.name(), member.value());
        }
    }

    /// Takes so many steps from the budget; false where it is used up.
    fn spend(&mut self, steps: usize) -> bool {
        match self.budget.checked_sub(steps) {
            Some(left) => {
                self.budget = left;
                true
            }
            None => false,
        }
    }
}

/// Whether a value is a string that says something.
fn is_said(value: Value<'_>) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}
