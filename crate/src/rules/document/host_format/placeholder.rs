//! A host with placeholders goes to `x-ntx-host`, and connections are asked for what fills them.

use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Value, encode};
use crate::openapi::Document;
use crate::rules::connection_questions::{MOST, Question, ask, in_double_braces, names};
use crate::rules::wording::list;
use crate::text::{Edit, Gather};

/// Offers to put `written`, the host with its placeholders, into `x-ntx-host`, with `others` that have to be done along.
pub(super) fn offer(
    document: &Document<'_>,
    diagnostic: &mut Diagnostic,
    host: Value<'_>,
    written: &str,
    others: &[Edit],
) {
    let Some(member) = host.member() else { return };
    let mut edits = others.to_vec();
    edits.push(Edit::replace(host.span(), encode(&sample(written))));
    if member.object().get("x-ntx-host").is_some() {
        let consequence = "`x-ntx-host` is what Nintex calls; `host` only has to be a name.";
        diagnostic.review_fix(format!("Write `{}`", sample(written)), consequence, edits);
        return;
    }
    edits.push(edit::insert_member(member.object(), Position::After(member), "x-ntx-host", &encode(&in_double_braces(written))));
    let names = names(written);
    let questions = names.iter().take(MOST + 1).map(|name| Question::new(name)).gathered();
    if let Some(asked) = ask(document, &questions) {
        edits.extend(asked);
        let asked_for = list(&names.iter().map(|name| (*name).to_owned()).gathered());
        let consequence = match names.first() {
            Some(_) => format!("Each connection is then asked for {asked_for}; `host` only has to be a name."),
            None => "`host` only has to be a name.".to_owned(),
        };
        diagnostic.review_fix("Move the placeholder to `x-ntx-host`", consequence, edits);
    }
}

/// A name of the kind: `tenant.example.com` for `{tenant}.example.com`.
fn sample(written: &str) -> String {
    let in_name = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-');
    let name: String = written.chars().filter(in_name).collect();
    if name.contains('.') { name.to_ascii_lowercase() } else { "api.example.com".to_owned() }
}

#[cfg(test)]
mod tests {
    /// What the first fix makes of a document that is all `host` and the members of one security definition.
    fn fixed(host: &str, definition: &str) -> String {
        let text = format!(r#"{{"host":"{host}","securityDefinitions":{{"k":{{{definition}}}}}}}"#);
        let report = crate::check(&text);
        let diagnostic = report.diagnostics.iter().find(|diagnostic| diagnostic.rule == "host-format").unwrap();
        diagnostic.fixes[0].edits.apply(&text).replace(' ', "")
    }

    #[test]
    fn the_whole_host_can_be_a_placeholder() {
        let after = fixed("https://{{API_HOST}}/v1", r#""type":"basic""#);
        assert!(after.contains(r#""host":"api.example.com","basePath":"/v1","schemes":["https"],"x-ntx-host":"{{API_HOST}}""#));
        assert!(after.contains(r#""properties":{"API_HOST":{"type":"string","title":"Apihost"}},"required":["API_HOST"]"#));
    }

    #[test]
    fn what_is_asked_for_already_stays() {
        let asked = r#""x-ntx-connection-properties":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#;
        let after = fixed("{a}.example.com", asked);
        assert!(after.contains(r#""x-ntx-host":"{{a}}.example.com""#) && after.contains(asked), "{after}");
        let after = fixed("{a}-{b}.example.com", asked);
        assert!(after.contains(r#""b":{"type":"string","title":"B"}},"required":["a","b"]"#), "{after}");
    }

    #[test]
    fn nintex_fills_some_by_itself() {
        let after = fixed("{{x-ntx-gateway-uri}}", r#""type":"basic""#);
        assert!(after.contains(r#""x-ntx-host":"{{x-ntx-gateway-uri}}""#) && !after.contains("properties"), "{after}");
    }
}
