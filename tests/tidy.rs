//! What ARCHITECTURE.md promises of the code itself: who may use whom, and what is called what.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use xtension_checker::rules::RULES;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files below `folder` with that ending, with their text.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The folders and files of the library, each with those that it may use besides itself.
const LAYERS: [(&str, &[&str]); 14] = [
    ("text", &[]),
    ("json", &["text"]),
    ("openapi", &["text", "json"]),
    ("nintex", &["text", "json", "openapi"]),
    ("language", &["text", "json", "openapi", "nintex"]),
    ("diagnostic", &["text"]),
    ("rules", &["text", "json", "openapi", "nintex", "diagnostic", "check"]),
    ("check", &["text", "json", "openapi", "nintex", "diagnostic", "rules"]),
    ("ignored", &["diagnostic"]),
    ("fix_all", &["text", "diagnostic", "check", "rules", "ignored"]),
    ("explain", &["text", "json", "diagnostic", "check"]),
    ("actions", &["json", "openapi", "nintex", "check"]),
    ("convert", &["text", "json", "openapi", "nintex"]),
    ("report", &["text", "openapi", "nintex", "diagnostic", "check", "ignored", "actions", "rules"]),
];

/// Names that the crate's root hands on from `diagnostic` and `check`.
const HANDED_ON: [&str; 10] =
    ["Certainty", "Diagnostic", "Fix", "Label", "Safety", "Severity", "Report", "SIZE_LIMIT", "FixAll", "Ignored"];

#[test]
fn a_layer_uses_only_layers_to_its_left() {
    for (layer, may_use) in LAYERS {
        let own = |path: &Path| {
            let inside = path.strip_prefix(root().join("crate/src")).unwrap();
            inside.starts_with(layer) || inside == Path::new(&format!("{layer}.rs"))
        };
        let is_test = |path: &Path| path.ends_with("tests.rs") || path.ends_with("example.rs");
        for (path, text) in files("crate/src", "rs").into_iter().filter(|(path, _)| own(path) && !is_test(path)) {
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            for used in text.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let allowed = name == layer || may_use.contains(&&*name) || HANDED_ON.contains(&&*name);
                assert!(allowed || name.is_empty(), "{}: `{layer}` may not use `{name}`", path.display());
            }
        }
    }
}

#[test]
fn a_rule_has_the_name_of_its_file_and_a_page() {
    let mut ids = BTreeSet::new();
    for rule in RULES.iter().copied().flatten() {
        assert!(ids.insert(rule.id), "two rules are called {}", rule.id);
        let first = rule.documentation.trim_start().lines().next().unwrap_or_default();
        assert!(first.len() > 20, "{}: the page begins with a sentence", rule.id);
        assert!(rule.source.starts_with("https://"), "{}: the source is an address", rule.id);
        assert!(rule.documentation.contains("## Bad"), "{}", rule.id);
    }
    let written: BTreeSet<String> = files("crate/src/rules", "rs")
        .iter()
        .filter(|(_, text)| text.contains("super::rule! {"))
        .map(|(path, _)| path.file_stem().unwrap().to_string_lossy().replace('_', "-"))
        .collect();
    assert_eq!(ids.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), written);
}

#[test]
fn a_file_fits_on_a_few_screens() {
    for (path, text) in ["crate/src", "tests", "xtask/src"].iter().flat_map(|folder| files(folder, "rs")) {
        assert!(text.lines().count() <= 500, "{} has {} lines", path.display(), text.lines().count());
    }
}

#[test]
fn what_documents_name_is_there() {
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for name in text.split('`').skip(1).step_by(2) {
            let is_path =
                ["tests/", "www/", "crate/", "xtask/", "docs/", ".github/"].iter().any(|start| name.starts_with(start));
            let is_one = !name.contains(['*', '<', '{', ' ', '\n']);
            if is_path && is_one {
                assert!(root().join(name).exists(), "{document} names `{name}`");
            }
        }
    }
}
