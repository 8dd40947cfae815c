//! The rows agree with each other.

use std::collections::BTreeSet;

use super::*;

/// Every object that can be reached from the root.
fn objects() -> Vec<&'static Object> {
    let mut found: Vec<&'static Object> = vec![&ROOT];
    let mut at = 0;
    while let Some(&object) = found.get(at) {
        at += 1;
        let mut types: Vec<Type> = object.keys().map(|key| key.value).collect();
        if let Rest::Entries { value, .. } = &object.rest {
            types.push(*value);
        }
        let variants = object.variants.iter().flat_map(|variants| variants.cases);
        types.extend(variants.map(|case| Type::Object(case.1)));
        while let Some(ty) = types.pop() {
            match ty {
                Type::List { item, .. } => types.push(*item),
                Type::AnyOf(some) => types.extend(some),
                Type::Object(inner) | Type::ObjectOrReference(inner)
                    if !found.iter().any(|known| std::ptr::eq(*known, inner)) =>
                {
                    found.push(inner);
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn the_whole_format_is_reached_from_its_root() {
    let objects = objects();
    assert_eq!(objects.len(), 40);
    assert!(objects.iter().all(|object| object.keys().count() <= 64), "a walk notes the keys it met in 64 bits");
}

#[test]
fn each_object_has_each_key_once() {
    for object in objects() {
        let names: Vec<_> = object.keys().map(|key| key.name).collect();
        let distinct: BTreeSet<_> = names.iter().collect();
        assert_eq!(names.len(), distinct.len(), "{object:?}: {names:?}");
    }
}

#[test]
fn what_a_row_refers_to_exists() {
    for object in objects() {
        for (wrong, right) in object.known_slips {
            let is_entry = object.rest.entry(right).is_some();
            let in_variants = object.kind == ObjectKind::Parameter || object.kind == ObjectKind::SecurityDefinition;
            assert!(object.key(right).is_some() || is_entry || in_variants, "{object:?}: {wrong} {right}");
        }
        for later in object.later {
            assert!(object.key(later).is_none() || object.kind == ObjectKind::Parameter, "{object:?}: {later}");
        }
        if let Some(variants) = &object.variants {
            let key = object.key(variants.key).expect("a variant is chosen by a key of the general object");
            for (name, variant) in variants.cases {
                assert_eq!(variant.kind, object.kind);
                assert!(variant.key(variants.key).is_some(), "{variant:?}");
                let is_listed = matches!(key.value, Type::OneOf(allowed) if allowed.contains(name));
                assert!(is_listed || *name == "file", "{object:?}: {name}");
                for key in variant.keys() {
                    assert!(object.key(key.name).is_some(), "{object:?} lacks {} of {variant:?}", key.name);
                }
            }
        }
    }
}

#[test]
fn help_is_one_sentence_on_one_line() {
    for object in objects() {
        let lines = object.keys().map(|key| key.help).chain([object.help]);
        for help in lines {
            assert!(help.len() <= 120 && help.ends_with(['.', '…', ']']) && !help.contains('\n'), "{help}");
        }
        assert!(object.source.starts_with("https://spec.openapis.org/oas/v2.0#"), "{object:?}");
    }
}

#[test]
fn types_have_words() {
    let words = |object: &Object, key: &str| object.key(key).map(|key| key.value.describe()).unwrap_or_default();
    assert_eq!(words(&SCHEMA, "required"), "an array of strings");
    assert_eq!(words(&SCHEMA, "additionalProperties"), "an object or `true` or `false`");
    assert_eq!(words(&SCHEMA, "maxLength"), "a whole number, 0 or more");
    assert_eq!(words(&OPERATION, "parameters"), "an array of objects");
    assert_eq!(words(&ROOT, "swagger"), "the string `2.0`");
}
