//! The reference that the page shows is the rules' own pages, with what the checker says of their examples.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

use serde_json::{Value, json};
use xtension_checker::rules::{BadExample, FOLDERS, RULES, Rule};
use xtension_checker::{Moment, Severity, messages, wire};

#[test]
fn the_reference_of_the_page_is_current() {
    let mut current = "{\n\"rules\": [\n".to_owned();
    let rules = FOLDERS.iter().zip(RULES).flat_map(|(folder, rules)| rules.iter().map(move |rule| (folder, rule)));
    // A rule a line: so a change of one is a change of one line.
    let lines: Vec<String> = rules.map(|(folder, rule)| entry(folder, rule).to_string()).collect();
    let messages: Vec<String> = messages()
        .map(|message| {
            let moment = match message.moment {
                Moment::Call => "call",
                Moment::SignIn => "signIn",
                Moment::Import => "import",
            };
            json!({ "text": message.text, "moment": moment, "rules": message.rules }).to_string()
        })
        .collect();
    write!(current, "{}\n],\n\"messages\": [\n{}\n]\n}}\n", lines.join(",\n"), messages.join(",\n")).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/src/views/reference/reference.json");
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &current).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == current, "the reference of the page is stale: run `UPDATE=1 cargo test reference`");
}

fn entry(folder: &str, rule: &Rule) -> Value {
    let page = rule.page();
    let examples: Vec<(&BadExample, Vec<wire::Diagnostic>)> =
        page.bad.iter().map(|example| (example, found(rule, &example.text))).collect();
    let severities: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .filter(|severity| gives(folder, rule, *severity) || examples.iter().any(|(_, found)| has(found, *severity)))
        .map(|severity| format!("{severity:?}").to_lowercase())
        .collect();
    let bad: Vec<Value> = examples
        .iter()
        .map(|(example, found)| {
            let said: Vec<Value> = found
                .iter()
                .map(|diagnostic| {
                    json!({
                        "from": diagnostic.from,
                        "to": diagnostic.to,
                        "severity": diagnostic.severity,
                        "message": diagnostic.message,
                        "because": diagnostic.because,
                    })
                })
                .collect();
            json!({ "text": example.text, "found": said, "fixes": found.first().map_or(&[][..], |first| &first.fixes) })
        })
        .collect();
    json!({
        "id": rule.id,
        "object": folder,
        "severities": severities,
        "certainty": format!("{:?}", rule.certainty).to_lowercase(),
        "source": rule.source,
        "title": page.title,
        "explanation": page.explanation,
        "bad": bad,
        "good": page.good,
    })
}

/// Whether the rule's file says that it gives findings of that severity.
fn gives(folder: &str, rule: &Rule, severity: Severity) -> bool {
    let file = format!("../crate/src/rules/{folder}/{}.rs", rule.id.replace('-', "_"));
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    rule.severity == severity || text.contains(&format!("Severity::{severity:?}"))
}

fn has(found: &[wire::Diagnostic], severity: Severity) -> bool {
    found.iter().any(|diagnostic| format!("{:?}", diagnostic.severity) == format!("{severity:?}"))
}

/// What the rule finds in its example.
fn found(rule: &Rule, text: &str) -> Vec<wire::Diagnostic> {
    let mut found = wire::check(text).diagnostics;
    found.retain(|diagnostic| diagnostic.rule == rule.id);
    found.sort_by_key(|diagnostic| (diagnostic.from, diagnostic.to));
    found
}
