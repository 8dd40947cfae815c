//! Xtensions as careful authors write them, in `tests/xtensions`: of these the checker says nothing. Of each there is a
//! broken twin, `NAME.broken.json`, with mistakes that people make; its fixes lead back to the sound one.

mod repairs;

use repairs::{Choice, OTHERWISE_WRITTEN, REPAIRS, Repair};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use xtension_checker::nintex::vocabulary::{Standing, extensions};
use xtension_checker::{Safety, Severity, check, fix_all};

/// What is said of a fixture although nothing is wrong with it.
const SAID: [(&str, &[&str]); 1] = [("webhook", &["event-unavailable"])];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/xtensions")
}

/// What is said of a sound Xtension.
fn said(name: &str) -> &'static [&'static str] {
    SAID.iter().find(|said| said.0 == name).map_or(&[], |said| said.1)
}

/// The name and the text of each sound Xtension.
fn fixtures() -> Vec<(String, String)> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
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
        let found = check(&text).diagnostics;
        let rules: Vec<&str> = found.iter().map(|found| found.rule).collect();
        assert_eq!(rules, said(&name), "{name}: {:#?}", found.iter().map(|found| &found.message).collect::<Vec<_>>());
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

/// Fixes one thing after the other, as a person does who takes what is offered first unless `repair` says otherwise.
/// Gives the last text, and what was done.
fn repaired(broken: &str, repair: &Repair, left: &[&str]) -> (String, Vec<String>) {
    let mut text = broken.to_owned();
    let mut done = Vec::new();
    let mut choices: Vec<_> = repair.choices.iter().collect();
    let remaining = |text: &str| {
        let mut found = check(text).diagnostics;
        found.retain(|found| !left.contains(&found.rule));
        // What offers nothing yet may do so when something else is mended.
        let position = found.iter().position(|found| !found.fixes.is_empty()).unwrap_or(0);
        found.into_iter().nth(position)
    };
    while let Some(found) = remaining(&text) {
        let with_title = |title: &str| found.fixes.iter().find(|fix| fix.title == title);
        let is_meant = |choice: &&Choice| choice.0 == found.rule && with_title(choice.1).is_some();
        let choice = choices.iter().position(is_meant).map(|at| choices.remove(at));
        let fix = match choice {
            Some((_, title, _)) => with_title(title),
            None => found.fixes.first().filter(|fix| fix.safety != Safety::Template),
        };
        let titles: Vec<_> = found.fixes.iter().map(|fix| &fix.title).collect();
        let Some(fix) = fix.filter(|_| done.len() < 40) else {
            panic!("{}: {} {} offers {titles:?}; done so far: {done:#?}", repair.name, found.rule, found.message)
        };
        done.push(format!("{}: {}", found.rule, fix.title));
        text = fix.edits.apply(&text);
        if let (Some(blank), Some((_, _, filled))) = (fix.blank, choice) {
            text.replace_range(blank.start as usize..blank.end as usize, filled);
        }
    }
    (text, done)
}

/// The broken twin of an Xtension, and how it is repaired.
fn twin(name: &str) -> (String, &'static Repair) {
    let repair = REPAIRS.iter().find(|repair| repair.name == name);
    let Some(repair) = repair else { panic!("{name}: no twin in the table") };
    (fs::read_to_string(folder().join(format!("{name}.broken.json"))).unwrap(), repair)
}

fn meaning(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The lines of which only one of the texts has any.
fn differences(after: &str, sound: &str) -> String {
    let only = |one: &str, other: &str, sign: char| {
        let lines = one.lines().filter(|line| !other.lines().any(|known| known == *line));
        lines.map(|line| format!("{sign}{line}")).collect::<Vec<_>>()
    };
    [only(sound, after, '-'), only(after, sound, '+')].concat().join("\n")
}

#[test]
fn the_fixes_of_a_broken_twin_lead_back_to_the_sound_xtension() {
    for (name, sound) in fixtures() {
        let (broken, repair) = twin(&name);
        let (after, done) = repaired(&broken, repair, said(&name));
        let mut rules: Vec<&str> = done.iter().filter_map(|done| done.split(": ").next()).collect();
        rules.sort_unstable();
        // Some mistakes come to light when others are mended; but what is said at first must not go away by itself, as
        // it would if one mistake were told twice.
        let mut mended = rules.clone();
        for found in check(&broken).diagnostics.iter().filter(|found| !said(&name).contains(&found.rule)) {
            let position = mended.iter().position(|rule| *rule == found.rule);
            let Some(position) = position else { panic!("{name}: {} is told twice: {}", found.rule, found.message) };
            mended.remove(position);
        }
        assert_eq!(rules, repair.found, "{name}: what is mended, and what tests/xtensions/repairs.rs says; {done:#?}");
        if OTHERWISE_WRITTEN.contains(&&*name) {
            assert!(meaning(&after) == meaning(&sound), "{name}: {done:#?}\n{}", differences(&after, &sound));
            assert!(after != sound, "{name} is written in the same way");
        } else {
            assert!(after == sound, "{name}: {done:#?}\n{}", differences(&after, &sound));
        }
    }
}

#[test]
fn whoever_first_fixes_all_that_is_safe_comes_to_the_same() {
    for (name, sound) in fixtures() {
        let (broken, repair) = twin(&name);
        let (after, done) = repaired(&fix_all(&broken).edits.apply(&broken), repair, said(&name));
        assert!(meaning(&after) == meaning(&sound), "{name}: {done:#?}\n{}", differences(&after, &sound));
    }
}
