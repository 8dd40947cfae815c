//! What stands at a place in a text.

mod help;
mod target;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::place::{Spot, way};
use super::{SIZE_LIMIT, document};
use crate::json::{self, Value};
use crate::nintex::summary::written;
use crate::openapi::Document;
use crate::text::{Gather, Span};

/// What stands at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Look {
    /// The way there from the root, which is not among them.
    pub crumbs: Vec<Crumb>,
    /// What is known of what stands there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub help: Option<Help>,
    /// Where that is defined.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub target: Option<Target>,
}

/// A step of the way from the root to a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Crumb {
    /// The key; of an item of an array what people call it, a parameter say by its name, else its number from 0.
    pub label: String,
    /// The key, with its quotes; the whole item.
    pub span: Span,
}

/// What is known of a key or a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Help {
    /// Of what this is told: a key, or a value.
    pub span: Span,
    /// What it is called: the key.
    pub name: String,
    /// The object that the key belongs to: `operation`.
    pub holder: String,
    /// What it is for, in a sentence or two. May be empty.
    pub text: String,
    /// What its value must be: `a string`. Empty where anything may stand there.
    pub expected: String,
    /// The only values that there may be; empty where there are others.
    pub allowed: Vec<String>,
    /// Whether the object is incomplete without it.
    pub is_required: bool,
    /// How well an extension is known; none for what the format itself has.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub standing: Option<Standing>,
    /// What stands at the place that this refers to, in a few lines; the first one says what it is.
    pub refers_to: Vec<String>,
    /// How many references lead here; none where none could.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub uses: Option<u32>,
    /// The page on which it is described; may be empty.
    pub source: String,
}

/// How well an extension is known. See [`crate::nintex::vocabulary::Standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of the type named above")]
pub enum Standing {
    Documented,
    StartEvent,
    Seen,
    WrittenByPlatform,
    Designer,
}

/// The way from a name to what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// The name.
    pub from: Span,
    /// What it names.
    pub to: Span,
}

impl Look {
    /// Hands over every place in it, to be counted in other units.
    pub fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        self.crumbs.iter_mut().for_each(|crumb| change(&mut crumb.span));
        self.help.iter_mut().for_each(|help| change(&mut help.span));
        if let Some(target) = &mut self.target {
            change(&mut target.from);
            change(&mut target.to);
        }
    }
}

/// What stands at byte offset `at` of `text`. Empty for a text of more than [`SIZE_LIMIT`].
pub fn look(text: &str, at: u32) -> Look {
    if text.len() > SIZE_LIMIT {
        return Look::default();
    }
    let tree = json::parse(text);
    let document = document(&tree);
    let way = way(&tree, at);
    let spot = Spot::of(&way, at);
    Look {
        crumbs: way.iter().skip(1).map(|value| crumb(&document, *value)).gathered(),
        help: spot.and_then(|spot| help::help(&document, spot)),
        target: spot.and_then(|spot| target::target(&document, spot, at)),
    }
}

fn crumb<'a>(document: &Document<'a>, value: Value<'a>) -> Crumb {
    match value.member() {
        Some(member) => Crumb { label: written::cut(&member.name()), span: member.name_span() },
        None => Crumb { label: item_label(document, value), span: value.span() },
    }
}

/// What people call an item of an array.
fn item_label<'a>(document: &Document<'a>, item: Value<'a>) -> String {
    let described = document.resolve(item).unwrap_or(item);
    let name = ["name", "title", "x-ntx-summary"].into_iter().map(|key| written::text(described, key));
    let scheme = described.members().next().filter(|only| only.value().is_array() && only.next().is_none());
    let named =
        name.chain(scheme.map(|member| written::cut(&member.name()))).find(|name| !name.trim_ascii().is_empty());
    named.unwrap_or_else(|| {
        let items = item.parent().into_iter().flat_map(Value::items);
        items.take_while(|other| *other != item).count().to_string()
    })
}
