//! What comes from elsewhere: that it is what it was when it was chosen, and that ARCHITECTURE.md says why it is here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The folders with packages of npm.
const NPM: [&str; 2] = ["www", "xtask/peers"];

/// The manifests of the crates.
const CRATES: [&str; 3] = ["crate/Cargo.toml", "xtask/Cargo.toml", "fuzz/Cargo.toml"];

/// Packages that bring a script to run when they are installed. None is run: why each does without.
const SCRIPTS_LEFT_OUT: [(&str, &str); 2] = [
    ("esbuild", "its script looks whether npm got the program for this system, which stands in the lock file, too"),
    ("@scarf/scarf", "its script counts installations, and does nothing else"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The workflows: the name and the text of each.
fn workflows() -> Vec<(String, String)> {
    let entries = fs::read_dir(root().join(".github/workflows")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| (name.clone(), read(&format!(".github/workflows/{name}")))).collect()
}

#[test]
fn an_action_is_named_by_its_commit() {
    for (name, text) in workflows() {
        for used in text.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ")) {
            let (action, version) =
                used.split_once(" # v").unwrap_or_else(|| panic!("{name}: which version is {used}?"));
            let (_, commit) = action.split_once('@').unwrap_or_else(|| panic!("{name}: {used}"));
            assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}: {used}");
            assert!(version.split('.').all(|part| part.parse::<u16>().is_ok()), "{name}: {used}");
        }
    }
}

#[test]
fn one_action_has_one_version() {
    let workflows = workflows();
    let used: BTreeSet<&str> = workflows
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| Some(line.split_once("uses: ")?.1))
        .collect();
    let actions: BTreeSet<&str> = used.iter().filter_map(|used| Some(used.split_once('@')?.0)).collect();
    assert_eq!(used.len(), actions.len(), "{used:#?}");
}

#[test]
fn a_workflow_may_do_no_more_than_it_says() {
    for (name, text) in workflows() {
        let jobs = text.lines().filter(|line| line.trim().starts_with("runs-on:")).count();
        assert!(text.contains("\npermissions: {}\n"), "{name}: each job says what it may do");
        assert_eq!(text.matches("    permissions:").count(), jobs, "{name}: each job says what it may do");
        assert_eq!(text.matches("timeout-minutes:").count(), jobs, "{name}: each job has an end");
        assert_eq!(
            text.matches("actions/checkout@").count(),
            text.matches("persist-credentials: false").count(),
            "{name}"
        );
        assert!(text.contains("\nconcurrency:\n"), "{name}");
        assert!(!text.contains("secrets."), "{name} needs a secret, which a fork does not have");
        for line in text.lines().filter(|line| line.contains("run: ")) {
            assert!(!line.contains("${{"), "{name}: what others may choose comes by the environment: {line}");
        }
    }
}

#[test]
fn the_locks_name_each_package_by_its_content() {
    for folder in NPM {
        let path = format!("{folder}/package-lock.json");
        let lock = json(&path);
        let packages = lock["packages"].as_object().unwrap();
        for (place, package) in packages.iter().filter(|(place, _)| !place.is_empty()) {
            let integrity = package["integrity"].as_str().unwrap_or_default();
            assert!(integrity.starts_with("sha512-"), "{path}: {place} has no sum");
            if let Some(resolved) = package["resolved"].as_str() {
                assert!(resolved.starts_with("https://registry.npmjs.org/"), "{path}: {place} is from {resolved}");
            }
        }
    }
    for package in read("Cargo.lock").split("[[package]]").skip(1) {
        let is_own = ["xtension-checker", "xtask"].iter().any(|own| package.contains(&format!("name = \"{own}\"\n")));
        let source = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"";
        assert!(is_own || package.contains(source), "Cargo.lock: {package}");
    }
}

#[test]
fn no_package_runs_a_script_when_it_is_installed() {
    for folder in NPM {
        assert!(read(&format!("{folder}/.npmrc")).contains("ignore-scripts=true"), "{folder}/.npmrc");
        let lock = json(&format!("{folder}/package-lock.json"));
        for (place, package) in lock["packages"].as_object().unwrap() {
            let name = place.rsplit("node_modules/").next().unwrap();
            let is_known = SCRIPTS_LEFT_OUT.iter().any(|(known, _)| *known == name);
            assert!(is_known || package["hasInstallScript"].is_null(), "{folder}: why does {name} need no script?");
        }
    }
}

#[test]
fn what_the_page_needs_is_named_to_the_version() {
    for folder in NPM {
        for (name, version) in direct_packages(folder) {
            assert!(version.split('.').all(|part| part.parse::<u32>().is_ok()), "{folder}: {name} {version}");
        }
    }
}

#[test]
fn each_dependency_is_here_for_a_reason() {
    let text = read("ARCHITECTURE.md");
    let section = text.split("\n## Dependencies\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
    let mut explained = BTreeSet::new();
    for row in rows {
        for name in row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2) {
            assert!(explained.insert(name.to_owned()), "ARCHITECTURE.md gives two reasons for {name}");
        }
    }
    let crates = CRATES.iter().flat_map(|path| direct_crates(&read(path)));
    let packages = NPM.iter().flat_map(|folder| direct_packages(folder)).map(|(name, _)| name);
    assert_eq!(explained, crates.chain(packages).collect());

    let crates = read("Cargo.lock").matches("\nchecksum = ").count();
    let packages: usize = NPM.iter().map(|folder| count(&format!("{folder}/package-lock.json"))).sum();
    let counted = format!("{crates} crates and {packages} packages");
    assert!(section.contains(&counted), "ARCHITECTURE.md does not say that there are {counted}");
}

/// How many packages a lock file of npm names.
fn count(lock: &str) -> usize {
    json(lock)["packages"].as_object().unwrap().keys().filter(|place| !place.is_empty()).count()
}

/// The crates that a manifest names, for whatever purpose.
fn direct_crates(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_list = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|(_, what)| is_list && !what.contains("path = "))
        {
            found.push(name.to_owned());
        }
    }
    found
}

/// The packages that a folder's `package.json` names, for whatever purpose, with their versions.
fn direct_packages(folder: &str) -> Vec<(String, String)> {
    let manifest = json(&format!("{folder}/package.json"));
    let lists = ["dependencies", "devDependencies"].into_iter().filter_map(|list| manifest[list].as_object());
    lists.flatten().map(|(name, version)| (name.clone(), version.as_str().unwrap().to_owned())).collect()
}
