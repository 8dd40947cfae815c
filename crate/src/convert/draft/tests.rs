use super::*;
use crate::json;

fn empty() -> Draft {
    Draft::new(Content::Object, Origin::NOWHERE)
}

fn copied(text: &str) -> Draft {
    let tree = json::parse(text);
    let mut draft = empty();
    let root = draft.root();
    tree.root().unwrap().members().for_each(|member| {
        draft.copy_member(root, member);
    });
    draft
}

#[test]
fn members_stand_in_their_order_and_items_of_a_short_list_on_one_line() {
    let mut draft = empty();
    let root = draft.root();
    draft.set(root, "swagger", "2.0", Origin::NOWHERE);
    let schemes = draft.array(root, "schemes");
    draft.push(schemes, "https", Origin::NOWHERE);
    draft.push(schemes, "http", Origin::NOWHERE);
    draft.object(root, "paths");
    draft.set(root, "swagger", "2", Origin::NOWHERE);
    assert_eq!(
        draft.write().text,
        "{\n  \"swagger\": \"2\",\n  \"schemes\": [\"https\", \"http\"],\n  \"paths\": {}\n}\n"
    );
}

#[test]
fn what_is_copied_says_the_same_and_knows_its_place() {
    let text = r#"{"a/b": {"c": [1.50, {"d": null}], "e": "\u00e9\n"}, "f": true, "g": []}"#;
    let written = copied(text).write();
    let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(same(&written.text), same(text));
    let at = written.text.find("null").unwrap() as u32;
    assert_eq!(written.places.origin(Span::new(at, at + 4)).unwrap().of(text), "null");
    let at = written.text.find("\"d\"").unwrap() as u32;
    assert_eq!(written.places.origin(Span::new(at, at + 3)).unwrap().of(text), "\"d\"");
    assert_eq!(written.places.origin(Span::new(at, at + 6)).unwrap().of(text), "\"d\": null");
}

#[test]
fn what_is_removed_is_gone_from_large_and_small_objects() {
    for count in [3, 40] {
        let names: Vec<String> = (0..count).map(|number| format!("name{number}")).collect();
        let mut draft = empty();
        let root = draft.root();
        for name in &names {
            draft.set(root, name, name.as_str(), Origin::NOWHERE);
        }
        for name in &names[1..] {
            let part = draft.get(root, name).unwrap();
            draft.remove(part);
            assert_eq!(draft.get(root, name), None);
        }
        draft.set(root, "last", true, Origin::NOWHERE);
        assert_eq!(draft.members(root).map(|(name, _)| name).collect::<Vec<_>>(), ["name0", "last"]);
        assert_eq!(draft.len(root), 2);
    }
}

#[test]
fn a_part_knows_its_pointer_and_its_span() {
    let draft = copied(r#"{"paths": {"/a~b": {"list": [1, {"x": 2}]}}}"#);
    let step = |part, name| draft.get(part, name).unwrap();
    let list = step(step(step(draft.root(), "paths"), "/a~b"), "list");
    let x = step(draft.items(list).nth(1).unwrap(), "x");
    assert_eq!(draft.pointer(x), "/paths/~1a~0b/list/1/x");
    let written = draft.write();
    assert_eq!(written.span(x).unwrap().of(&written.text), "\"x\": 2");
}

#[test]
fn depth_costs_no_stack() {
    let mut draft = empty();
    let mut part = draft.root();
    for _ in 0..2_000 {
        part = draft.object(part, "a");
    }
    assert!(draft.write().text.len() > 8_000_000);
    assert_eq!(draft.pointer(part).len(), 4_000);
}
