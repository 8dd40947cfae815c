use crate::diagnostic::Severity;
use crate::json::{Member, Value};
use crate::nintex::{Braces, CONNECTION_PROPERTIES, Placeholder, placeholders, templates};
use crate::nintex::vocabulary::CALLBACK_URL;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::connection_questions::{Question, ask};
use crate::text::{Edit, Names};

super::rule! {
    /// A placeholder is not enclosed in two braces on each side.
    ///
    /// Nintex replaces `{{tenant}}`, and nothing else. Some descriptions of Nintex Gateway show one brace, since what
    /// made them into pages took the other for its own.
    ///
    /// ## Bad
    /// ```json
    /// { "host": "api.example.com", "x-ntx-host": "«{x-ntx-gateway-uri}»" }
    /// ```
    /// ## Fix: Write `{{x-ntx-gateway-uri}}`
    /// ```json
    /// { "host": "api.example.com", "x-ntx-host": "{{x-ntx-gateway-uri}}" }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": { "type": "oauth2", "tokenUrl": "https://«{tenant}».example.com/token" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `{{tenant}}`, and ask each connection for it
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": { "type": "oauth2", "tokenUrl": "https://{{tenant}}.example.com/token", "x-ntx-connection-properties": {
    ///       "type": "object",
    ///       "properties": {
    ///         "tenant": {
    ///           "type": "string",
    ///           "title": "Tenant"
    ///         }
    ///       },
    ///       "required": [
    ///         "tenant"
    ///       ]
    ///     } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Hook": { "properties": { "url": { "type": "string", "default": "«{x-ntx-event-callback-url}»" } } } } }
    /// ```
    /// ## Fix: Write `{{x-ntx-event-callback-url}}`
    /// ```json
    /// { "definitions": { "Hook": { "properties": { "url": { "type": "string", "default": "{{x-ntx-event-callback-url}}" } } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "x-ntx-host": "{{x-ntx-gateway-uri}}" }
    /// ```
    Error "ntx-placeholder-braces" Documented
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-properties.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let asked = asked(document);
    for template in templates(document) {
        let value = template.member.value();
        let written = value.as_str().unwrap_or_default();
        // Tenants of Microsoft are another matter: there are names that stand for all of them.
        let is_microsoft = !template.is_documented
            && (written.contains("//login.microsoftonline.") || written.contains("//login.windows.net"));
        for placeholder in placeholders(&written) {
            let is_wrong = placeholder.braces != Braces::Double && !placeholder.name.is_empty();
            if is_wrong && !(is_microsoft && placeholder.braces == Braces::Single) {
                report(document, &asked, findings, value, &placeholder, template.is_documented);
            }
        }
    }
    let fields = document.places(ObjectKind::Schema).chain(document.places(ObjectKind::Parameter));
    for value in fields.filter_map(|place| place.value.get("default")) {
        let written = value.as_str().filter(|written| written.contains(CALLBACK_URL)).unwrap_or_default();
        for placeholder in placeholders(&written).filter(|one| one.name == CALLBACK_URL && one.braces != Braces::Double) {
            report(document, &asked, findings, value, &placeholder, false);
        }
    }
}

/// What connections ask for.
fn asked<'a>(document: &Document<'a>) -> Names<'a> {
    let definitions = document.security_definitions().iter();
    let asked = definitions.filter_map(|definition| definition.value().get(CONNECTION_PROPERTIES));
    asked.flat_map(|asked| asked.members_of("properties")).map(Member::name).collect()
}

fn report(
    document: &Document<'_>,
    asked: &Names<'_>,
    findings: &mut Findings,
    value: Value<'_>,
    placeholder: &Placeholder<'_>,
    is_documented: bool,
) {
    let name = placeholder.name;
    let right = format!("{{{{{name}}}}}");
    let message = format!("The placeholder `{name}` needs two braces on each side: `{right}`.");
    let because = match name {
        CALLBACK_URL => "Nintex replaces nothing else, and sends the name with its braces in place of the address.",
        _ => "Nintex replaces nothing else, and calls the address with the braces in it.",
    };
    let is_full = findings.is_full();
    let span = placeholder.span_in(value);
    let diagnostic = findings.add((span.unwrap_or(value.span()), value), message, because);
    if !is_documented {
        diagnostic.severity(Severity::Warning);
    }
    let Some(span) = span.filter(|_| !is_full) else { return };
    let mut edits = vec![Edit::replace(span, &*right)];
    if placeholder.is_built_in() || asked.contains(name) {
        diagnostic.safe_fix(format!("Write `{right}`"), edits);
    } else if let Some(asked) = ask(document, &[Question::new(name)]) {
        edits.extend(asked);
        let consequence = "Whoever makes a connection fills it in.";
        diagnostic.review_fix(format!("Write `{right}`, and ask each connection for it"), consequence, edits);
    }
}
