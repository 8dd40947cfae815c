//! The story of the forum thread, as a person lives it: paste, see, choose, download. And the help page's sample.

use xtension_checker::text::Edits;
use xtension_checker::{Diagnostic, Severity, check, fix_all};

/// The thread's specification as it was posted and fails, in our own words.
const FAILING: &str = include_str!("../www/samples/forum-thread.json");
/// The help page's sample as it stands there, in our own words.
const HELP_PAGE: &str = include_str!("../www/samples/oauth-help-page.json");
const CORRECT: &str = include_str!("../www/samples/correct.json");

fn found(text: &str, rule: &str) -> Vec<Diagnostic> {
    check(text).diagnostics.into_iter().filter(|diagnostic| diagnostic.rule == rule).collect()
}

fn errors(text: &str) -> Vec<&'static str> {
    let report = check(text);
    report.diagnostics.iter().filter(|found| found.severity == Severity::Error).map(|found| found.rule).collect()
}

fn lines_changed(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let only = |one: &str, other: &str| {
        one.lines().filter(|line| !other.lines().any(|known| known == *line)).map(str::to_owned).collect()
    };
    (only(before, after), only(after, before))
}

#[test]
fn the_mistake_is_seen_where_it_stands_with_what_nintex_does_about_it() {
    assert_eq!(errors(FAILING), ["param-authorization-header"]);
    let diagnostic = &found(FAILING, "param-authorization-header")[0];
    assert_eq!(diagnostic.span.of(FAILING), "\"Authorization\"");
    assert_eq!(diagnostic.pointer, "/paths/~1v4~1packages/post/parameters/0/name");
    assert_eq!(
        diagnostic.message,
        "`createPackage` asks for an `Authorization` header that its connection already sends."
    );
    assert!(diagnostic.because.contains("\"header 'Authorization' does not support multiple values\""));
    assert_eq!(diagnostic.related[0].span.of(FAILING), "\"SigningOAuth\"");
}

#[test]
fn as_the_token_comes_from_step_two_switching_security_off_comes_first() {
    let diagnostic = &found(FAILING, "param-authorization-header")[0];
    let titles: Vec<&str> = diagnostic.fixes.iter().map(|fix| fix.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Keep the parameter and switch the connection's security off here",
            "Remove the parameter and let the connection sign in",
        ]
    );
}

#[test]
fn with_security_switched_off_the_operation_is_the_one_that_solved_the_thread() {
    let fix = &found(FAILING, "param-authorization-header")[0].fixes[0];
    let fixed = fix.edits.apply(FAILING);
    let expected = FAILING.replace("[\n          {\n            \"SigningOAuth\": []\n          }\n        ]", "[]");
    assert_eq!(fixed, expected);
    assert_eq!(errors(&fixed), Vec::<&str>::new());
}

#[test]
fn with_the_parameter_removed_the_connection_signs_in() {
    let fix = &found(FAILING, "param-authorization-header")[0].fixes[1];
    let fixed = fix.edits.apply(FAILING);
    assert!(!fixed.contains("\"Authorization\""));
    assert!(fixed.contains("\"SigningOAuth\": []"));
    assert_eq!(errors(&fixed), Vec::<&str>::new());
    // Nothing else moved: the removed lines are the parameter's.
    assert_eq!(FAILING.lines().count() - fixed.lines().count(), 7);
    assert_eq!(lines_changed(FAILING, &fixed).1, Vec::<String>::new());
}

#[test]
fn the_token_calls_are_named_for_what_they_are() {
    let places: Vec<String> =
        found(FAILING, "token-endpoint-as-action").iter().map(|found| found.span.of(FAILING).to_owned()).collect();
    assert_eq!(places, ["\"/v4/authenticate\"", "\"/v4/authenticate/scope\""]);
    assert_eq!(found(FAILING, "ntx-unknown")[0].span.of(FAILING), "\"x-nintex-oauth-source\"");
    // The token calls are one mistake: their fields are not told of again.
    assert_eq!(found(FAILING, "param-secret-in-form"), []);
}

#[test]
fn that_one_connection_cannot_fetch_both_tokens_is_said_with_the_three_ways_out() {
    let tokens = found(FAILING, "token-endpoint-as-action");
    assert_eq!(
        tokens[1].message,
        "The action `getScopeToken` fetches a second token, and one connection has only one."
    );
    for way in ["no `security` in the file", "two Xtensions", "a small service in between"] {
        assert!(tokens[1].because.contains(way), "{way}");
    }
    let fixed = tokens[1].fixes[0].edits.apply(FAILING);
    let document: serde_json::Value = serde_json::from_str(&fixed).unwrap();
    assert_eq!(document["securityDefinitions"], serde_json::json!({}));
    assert_eq!(document["paths"]["/v4/packages"]["post"]["security"], serde_json::json!([]));
    // The workflow signs in: nothing is left to say but what the actions are.
    let rules: Vec<_> = check(&fixed).diagnostics.iter().map(|found| (found.severity, found.rule)).collect();
    let token = (Severity::Hint, "token-endpoint-as-action");
    assert!(rules.iter().filter(|found| **found == token).count() == 2, "{rules:?}");
    assert!(!rules.iter().any(|(_, rule)| rule.starts_with("param-") || rule.starts_with("security-")), "{rules:?}");
}

#[test]
fn the_help_pages_sample_has_three_faults_and_their_fixes_mend_it() {
    let rules: Vec<&str> = errors(HELP_PAGE);
    assert_eq!(rules, ["json-ellipsis", "info-missing", "root-key-misplaced"]);
    let mut text = HELP_PAGE.to_owned();
    for rule in ["json-ellipsis", "root-key-misplaced", "info-missing"] {
        let diagnostic = found(&text, rule).remove(0);
        text = diagnostic.fixes[0].edits.apply(&text);
    }
    assert_eq!(errors(&text), Vec::<&str>::new(), "{text}");
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(document["securityDefinitions"]["ordersOAuth"].is_object());
    assert!(document["paths"]["securityDefinitions"].is_null());
    assert!(document["info"]["title"].is_string());
    assert_eq!(document["paths"]["/orders"]["post"]["parameters"], serde_json::json!([]));
}

#[test]
fn the_help_pages_fixes_can_be_made_at_once() {
    let report = check(HELP_PAGE);
    let wanted = ["json-ellipsis", "root-key-misplaced", "info-missing"];
    let fixes = report.diagnostics.iter().filter(|found| wanted.contains(&found.rule)).map(|found| &found.fixes[0]);
    let edits = fixes.fold(Edits::default(), |edits, fix| edits.merged(&fix.edits).unwrap());
    assert_eq!(errors(&edits.apply(HELP_PAGE)), Vec::<&str>::new());
}

#[test]
fn a_correct_xtension_has_nothing_to_say_but_what_to_choose() {
    let report = check(CORRECT);
    assert_eq!(report.diagnostics, []);
    assert!(fix_all(CORRECT).edits.is_empty());
    assert_eq!((report.summary.title.text.as_str(), report.summary.visible_actions), ("Meeting Rooms", 2));
    assert_eq!(report.summary.wizard.preset, "Generic OAuth 2");
}
