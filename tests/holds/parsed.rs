//! The tree of a text, held against `serde_json`.

use serde_json::{Map, Value as Json};
use xtension_checker::json::{self, Kind, Member, SyntaxKind, Tree, Value};
use xtension_checker::text::Edits;

use super::{assert_within, is_json};

/// Everything that a tree says, in the types of `serde_json`. The last of repeated names wins in both.
fn to_json(value: Value<'_>) -> Json {
    match value.kind() {
        Kind::Object => {
            Json::Object(value.members().map(|m| (m.name().into_owned(), to_json(m.value()))).collect::<Map<_, _>>())
        }
        Kind::Array => Json::Array(value.items().map(to_json).collect()),
        Kind::String => Json::String(value.as_str().unwrap().into_owned()),
        Kind::Number => serde_json::from_str(value.as_number().unwrap()).unwrap_or(Json::Null),
        Kind::Boolean => Json::Bool(value.as_bool().unwrap()),
        Kind::Null | Kind::Name => Json::Null,
    }
}

/// The text after all repairs.
fn repaired(tree: &Tree<'_>) -> String {
    let edits = tree.errors().iter().flat_map(|error| error.repair.to_vec()).collect();
    Edits::new(edits).expect("the repairs of all errors fit together").apply(tree.text())
}

/// A text without syntax errors is one that `serde_json` takes; every other one has a repair that makes it so, and its
/// tree is that of the repaired text.
pub(crate) fn parse(text: &str) {
    let tree = json::parse(text);
    assert_eq!(json::parse(text).errors(), tree.errors(), "the same text has the same answer");
    assert_eq!(tree.errors().is_empty(), is_json(text), "{text:?}: {:?}", tree.errors());
    for value in tree.values() {
        let span = value.span();
        assert_within(text, span);
        assert!(value.parent().is_none_or(|parent| parent.span().contains(span)), "{text:?}: {value:?} at {span:?}");
        for member in value.members().take(200) {
            assert_within(text, member.name_span());
            let name = member.name();
            let last = value.members().filter(|other| other.name() == name).last();
            assert_eq!(value.get(&name), last.map(Member::value), "{text:?}: {name:?}");
            let is_repeated = value.members().filter(|other| other.is_named_as(member)).count() > 1;
            assert!(value.may_repeat_names() || !is_repeated, "{text:?}: {name:?} in {value:?}");
        }
    }
    for error in tree.errors() {
        assert_within(text, error.span);
        error.related.iter().for_each(|span| assert_within(text, *span));
        error.repair.iter().for_each(|edit| assert_within(text, edit.span));
    }
    let unreadable = [
        SyntaxKind::Empty,
        SyntaxKind::NotJson,
        SyntaxKind::BeyondRepair,
        SyntaxKind::TooDeep,
        SyntaxKind::MergeConflict,
    ];
    assert!(tree.root().is_some() || tree.errors().iter().any(|error| unreadable.contains(&error.kind)), "{text:?}");
    if let Some(root) = tree.root() {
        let repaired = repaired(&tree);
        if let Ok(wanted) = serde_json::from_str::<Json>(&repaired) {
            assert_eq!(to_json(root), wanted, "{text:?}");
        }
        assert!(is_json(&repaired), "{text:?} became {repaired:?}");
    }
}
