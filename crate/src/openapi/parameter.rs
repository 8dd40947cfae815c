//! Parameters as an operation has them: its own and its path's, with references resolved.

use std::borrow::Cow;

use super::reference::{self, Reference};
use crate::json::Value;
use crate::text::{Gather, Names, add};

/// Where a parameter is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// In the operation.
    Operation,
    /// In the path, for all its operations.
    PathItem,
}

/// A parameter of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<'a> {
    /// The item of the list: the parameter itself, or a reference to it.
    pub site: Value<'a>,
    /// The parameter.
    pub value: Value<'a>,
    /// Which list it is in.
    pub level: Level,
    /// What it says under `in`, which most questions about it begin with.
    place: Option<Value<'a>>,
}

impl<'a> Parameter<'a> {
    /// Its name; none where it has none.
    pub fn name(&self) -> Option<Cow<'a, str>> {
        self.value.get_str("name")
    }

    /// Whether it is sent there: `query`, `header`, `path`, `formData` or `body`.
    pub fn is_in(&self, place: &str) -> bool {
        self.place.is_some_and(|value| value.is_str(place))
    }

    /// Whether it must be given.
    pub fn is_required(&self) -> bool {
        self.value.get("required").and_then(Value::as_bool) == Some(true)
    }

    /// What to blame for what it says under `key`: that value, or the reference to the parameter.
    pub fn blamed(&self, key: &str) -> Value<'a> {
        self.site.get(if self.is_reference() { "$ref" } else { key }).unwrap_or(self.site)
    }

    /// Whether it stands in the list only by reference.
    pub fn is_reference(&self) -> bool {
        self.site != self.value
    }
}

/// The parameters of an operation: its own, then those of its path that it doesn't replace by one of the same name and
/// the same `in`. Those whose references lead nowhere are left out.
pub(super) fn effective<'a>(
    operation: Value<'a>,
    path_item: Value<'a>,
    references: &[Reference<'a>],
) -> Vec<Parameter<'a>> {
    let mut parameters: Vec<Parameter<'a>> = listed(operation, Level::Operation, references).gathered();
    let mut inherited = listed(path_item, Level::PathItem, references).peekable();
    if inherited.peek().is_none() {
        return parameters;
    }
    let identity =
        |parameter: &Parameter<'a>| Some(format!("{} {}", parameter.value.get_str("in")?, parameter.name()?));
    let own: Names<'_> = parameters.iter().filter_map(identity).map(Cow::Owned).collect();
    let is_own = |parameter: &Parameter<'a>| identity(parameter).is_some_and(|this| own.contains(&this));
    for parameter in inherited {
        if !is_own(&parameter) {
            add(&mut parameters, parameter);
        }
    }
    parameters
}

fn listed<'a>(holder: Value<'a>, level: Level, references: &[Reference<'a>]) -> impl Iterator<Item = Parameter<'a>> {
    holder.items_of("parameters").filter_map(move |site| {
        let value = match reference::find(references, site) {
            Some(reference) => reference.end?,
            None => site,
        };
        value.is_object().then(|| Parameter { site, value, level, place: value.get("in") })
    })
}
