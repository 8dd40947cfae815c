use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{Member, Value, edit, encode};
use crate::nintex::{Braces, CONNECTION_PROPERTIES, Placeholder, Template, is_built_in_field, placeholders, templates};
use crate::openapi::{Document, nearest};
use crate::rules::Findings;
use crate::rules::connection_questions::{Question, additional, ask};
use crate::text::{Edit, Gather, Names, Span, by_name};

super::rule! {
    /// Nothing gives a placeholder its value.
    ///
    /// Nintex replaces `{{tenant}}` by what a connection was given for `tenant`. That is asked for where `tenant` is one
    /// of the `x-ntx-connection-properties` of a security definition; and it is sure to be there where it is required.
    /// `{{x-ntx-gateway-uri}}` is the one that Nintex fills by itself.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "x-ntx-host": "«{{tenant}}».example.com",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "apiKey"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask each connection for `tenant`
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "x-ntx-host": "{{tenant}}.example.com",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "apiKey",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "tenant": {
    ///             "type": "string",
    ///             "title": "Tenant"
    ///           }
    ///         },
    ///         "required": [
    ///           "tenant"
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-host": "«{{Tenant}}».example.com",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenant": { "type": "string" } },
    ///         "required": ["tenant"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `{{tenant}}`
    /// ```json
    /// {
    ///   "x-ntx-host": "{{tenant}}.example.com",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenant": { "type": "string" } },
    ///         "required": ["tenant"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask each connection for `Tenant`
    /// ```json
    /// {
    ///   "x-ntx-host": "{{Tenant}}.example.com",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenant": { "type": "string" }, "Tenant": {
    ///           "type": "string",
    ///           "title": "Tenant"
    ///         } },
    ///         "required": ["tenant", "Tenant"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-basePath": "/«{{site}}»",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" }, "name": { "type": "string" } },
    ///         "required": ["name"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Require `site`
    /// ```json
    /// {
    ///   "x-ntx-basePath": "/{{site}}",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" }, "name": { "type": "string" } },
    ///         "required": ["name", "site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "x-ntx-host": "{{x-ntx-gateway-uri}}" }
    /// ```
    Error "ntx-placeholder-undefined" Documented
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-properties.htm"
}

/// Among more properties than these nobody looks for a name.
const MANY: usize = 1000;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let templates = templates(document);
    let written = templates.iter().map(|template| template.member.value().as_str().unwrap_or_default()).gathered();
    let mut uses = Vec::new();
    for (template, text) in templates.iter().zip(&written) {
        let found = placeholders(text).filter(|one| one.braces == Braces::Double && !one.is_built_in());
        uses.extend(found.map(|one| (Cow::Borrowed(one.name), (template, one))));
    }
    if uses.is_empty() {
        return;
    }
    let (known, required) = fields(document);
    let properties = additional(document);
    for (name, uses) in by_name(uses) {
        if !known.contains(&name) {
            undefined(document, findings, &name, &uses, &properties);
        } else if !required.contains(&name) {
            optional(document, findings, &name, &uses);
        }
    }
}

/// The names of all connection properties; then of those among them that have a value for sure, as far as that is clear.
fn fields<'a>(document: &Document<'a>) -> (Names<'a>, Names<'a>) {
    let (mut known, mut sure) = (Names::default(), Names::default());
    for asked in document.security_definitions().iter().filter_map(|one| one.value().get(CONNECTION_PROPERTIES)) {
        let list = asked.get("required");
        let is_unclear = list.is_some_and(|list| !list.is_array());
        list.into_iter().flat_map(Value::items).filter_map(Value::as_str).for_each(|name| {
            sure.insert(name);
        });
        let properties = asked.members_of("properties").gathered();
        // A list or a truth value called `required` is one in the wrong place, and another rule says so.
        let is_misplaced = |one: &Member<'_>| one.is("required") && !one.value().is_object();
        // So it is with names in the list that no property has.
        let names: Names<'_> = properties.iter().map(|one| one.name()).collect();
        let has_other = asked.items_of("required").filter_map(Value::as_str).any(|name| !names.contains(&name));
        let is_unclear = is_unclear || has_other || properties.iter().any(is_misplaced);
        for property in properties.into_iter().filter(|one| !is_misplaced(one)) {
            let has_value = property.value().get("default").is_some() || property.value().get("required").is_some();
            if is_unclear || has_value {
                sure.insert(property.name());
            }
            known.insert(property.name());
        }
    }
    (known, sure)
}

/// The places of a name: each a string, and where in it.
type Uses<'d, 'a, 't> = [(&'d Template<'a>, Placeholder<'t>)];

fn add<'f>(findings: &'f mut Findings, uses: &Uses<'_, '_, '_>, message: String, because: &'static str) -> &'f mut Diagnostic {
    let spans = uses.iter().map(|(template, one)| span(template, one)).gathered();
    let value = uses.first().map(|(template, _)| template.member.value());
    let diagnostic = match (spans.first(), value) {
        (Some(span), Some(value)) => findings.add((*span, value), message, because),
        _ => findings.add(Span::default(), message, because),
    };
    diagnostic.label_each(&mut spans.iter().skip(1).copied(), "here, too")
}

fn span(template: &Template<'_>, placeholder: &Placeholder<'_>) -> Span {
    let value = template.member.value();
    placeholder.span_in(value).unwrap_or(value.span())
}

fn undefined(
    document: &Document<'_>,
    findings: &mut Findings,
    name: &str,
    uses: &Uses<'_, '_, '_>,
    properties: &[Member<'_>],
) {
    let message = match name {
        "" => "There is no name between the braces of a placeholder.".to_owned(),
        _ => format!("No connection is asked for `{name}`, so nothing can stand for `{{{{{name}}}}}`."),
    };
    let because = if document.security_definitions().is_empty() {
        "Nintex replaces a placeholder by what the connection was given, and without security definitions there are no \
         connections."
    } else {
        "Nintex replaces a placeholder by what the connection was given, and here it was given nothing."
    };
    let is_full = findings.is_full();
    let diagnostic = add(findings, uses, message, because);
    let mut definitions = document.security_definitions().iter().take(10);
    let is_own = definitions.any(|definition| is_built_in_field(definition, name));
    if is_own || !uses.iter().any(|(template, _)| template.is_documented) {
        diagnostic.severity(Severity::Warning);
    }
    if is_full || name.is_empty() || properties.len() > MANY {
        return;
    }
    let names = properties.iter().map(|property| property.name()).gathered();
    if let Some(right) = nearest(name, &names.iter().map(|name| &**name).gathered()) {
        let consequence = "Connections are asked for this one: see that it is meant.";
        diagnostic.review_fix(format!("Write `{{{{{right}}}}}`"), consequence, renamed(uses, right));
    } else if let [property] = *properties {
        let consequence = "Connections are asked for it once more; those that are there have to be made anew.";
        let mut edits = vec![edit::rename_member(property, name)];
        let list = property.object().parent().and_then(|asked| asked.get("required"));
        let item = list.and_then(|list| list.items().find(|item| item.is_str(&property.name())));
        edits.extend(item.map(|item| Edit::replace(item.span(), encode(name))));
        diagnostic.review_fix(format!("Rename the property `{}` to `{name}`", property.name()), consequence, edits);
    }
    if let Some(edits) = ask(document, &[Question::new(name)]) {
        let consequence = "Whoever makes a connection fills it in.";
        diagnostic.review_fix(format!("Ask each connection for `{name}`"), consequence, edits);
    } else if let [(template, _)] = uses
        && template.is_documented
    {
        let key = template.member.name();
        let plain = key.trim_start_matches("x-ntx-");
        let consequence = format!("Calls go where `{plain}` says, for all connections alike.");
        diagnostic.review_fix(format!("Remove `{key}`"), consequence, [edit::remove_member(template.member)]);
    }
}

/// Each of the placeholders by another name.
fn renamed(uses: &Uses<'_, '_, '_>, right: &str) -> Vec<Edit> {
    let spans = uses.iter().filter_map(|(template, one)| one.span_in(template.member.value()));
    spans.map(|span| Edit::replace(span, format!("{{{{{right}}}}}"))).gathered()
}

fn optional(document: &Document<'_>, findings: &mut Findings, name: &str, uses: &Uses<'_, '_, '_>) {
    let message = format!("`{{{{{name}}}}}` may have no value, as connections are not required to give one.");
    let because = "Where a connection leaves it empty, the address has a gap and no call arrives.";
    let is_full = findings.is_full();
    let diagnostic = add(findings, uses, message, because).severity(Severity::Hint);
    if is_full {
        return;
    }
    if let Some(edits) = ask(document, &[Question::new(name)]) {
        diagnostic.safe_fix(format!("Require `{name}`"), edits);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn without_connections_there_are_no_placeholders() {
        let text = r#"{"host": "api.example.com", "x-ntx-host": "{{region}}.example.com"}"#;
        let report = crate::check(text);
        let found = report.diagnostics.iter().find(|one| one.rule == super::RULE.id).unwrap();
        let after: Vec<String> = found.fixes.iter().map(|fix| fix.edits.apply(text)).collect();
        assert_eq!(after, [r#"{"host": "api.example.com"}"#]);
    }

    #[test]
    fn one_name_is_told_once_and_the_only_property_may_be_meant() {
        let text = r#"{
            "x-ntx-host": "{{region}}.example.com",
            "x-ntx-basePath": "/{{region}}",
            "securityDefinitions": { "k": { "type": "basic", "x-ntx-connection-properties": {
                "properties": { "username": {}, "grant": {} }, "required": ["grant"] } } }
        }"#;
        let report = crate::check(text);
        let found: Vec<_> = report.diagnostics.iter().filter(|one| one.rule == super::RULE.id).collect();
        assert_eq!((found.len(), found[0].related.len()), (1, 1));
        assert_eq!(found[0].fixes[0].title, "Rename the property `grant` to `region`");
        let after = found[0].fixes[0].edits.apply(text);
        assert!(after.contains(r#""region": {} }, "required": ["region"]"#), "{after}");
        assert!(!report.diagnostics.iter().any(|one| one.rule == "connection-property-unused"));
    }
}
