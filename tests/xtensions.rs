//! Xtensions as careful authors write them, in `tests/xtensions`: of these the checker says nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use xtension_checker::nintex::vocabulary::{Standing, extensions};
use xtension_checker::{Severity, check};

/// What is said of a fixture although nothing is wrong with it.
const SAID: [(&str, &[&str]); 0] = [];

/// The name and the text of each sound Xtension.
fn fixtures() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/xtensions");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter_map(|path| {
        let name = path.file_name()?.to_str()?.strip_suffix(".json")?.to_owned();
        (!name.contains('.')).then(|| (name, fs::read_to_string(&path).unwrap()))
    });
    let mut fixtures: Vec<_> = texts.collect();
    fixtures.sort();
    fixtures
}

#[test]
fn nothing_is_said_of_a_sound_xtension() {
    for (name, text) in fixtures() {
        let said = SAID.iter().find(|said| said.0 == name).map_or(&[][..], |said| said.1);
        let found = check(&text).diagnostics;
        let rules: Vec<&str> = found.iter().map(|found| found.rule).collect();
        assert_eq!(rules, said, "{name}: {:#?}", found.iter().map(|found| &found.message).collect::<Vec<_>>());
        assert!(found.iter().all(|found| found.severity != Severity::Error), "{name}");
    }
}

/// Each name of a key in `value`, at any depth.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                found.insert(name.clone());
                names(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

#[test]
fn every_extension_stands_in_a_sound_xtension() {
    let mut found = BTreeSet::new();
    for (_, text) in fixtures() {
        names(&serde_json::from_str(&text).unwrap(), &mut found);
    }
    for extension in extensions().filter(|extension| extension.standing != Standing::Designer) {
        assert!(found.contains(extension.name()), "no Xtension in tests/xtensions has `{}`", extension.name());
    }
}

#[test]
fn every_way_to_sign_in_stands_in_a_sound_xtension() {
    let mut found = BTreeSet::new();
    for (_, text) in fixtures() {
        let document: Value = serde_json::from_str(&text).unwrap();
        let Some(definitions) = document["securityDefinitions"].as_object() else {
            found.insert("nothing".to_owned());
            continue;
        };
        if definitions.len() > 1 {
            found.insert("several keys".to_owned());
        }
        if document["security"].is_null() {
            found.insert("said by each operation".to_owned());
        }
        for definition in definitions.values() {
            let words = ["type", "in", "flow"].map(|key| definition[key].as_str().unwrap_or_default());
            let properties = &definition["x-ntx-connection-properties"]["properties"];
            found.insert(words.join(" ").split_whitespace().collect::<Vec<_>>().join(" "));
            for (property, way) in [("username", "fields of its own"), ("x-ntx-gateway-id", "through the gateway")] {
                if !properties[property].is_null() {
                    found.insert(way.to_owned());
                }
            }
        }
    }
    let ways = [
        "apiKey header",
        "apiKey query",
        "basic",
        "fields of its own",
        "nothing",
        "oauth2 accessCode",
        "oauth2 application",
        "said by each operation",
        "several keys",
        "through the gateway",
    ];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ways);
}
