use crate::diagnostic::Severity;
use crate::json::encode;
use crate::openapi::{Document, PatternFault, pattern_fault};
use crate::rules::Findings;
use crate::rules::wording::name;
use crate::text::Edit;

super::rule! {
    /// A pattern is no regular expression.
    ///
    /// OpenAPI 2.0 wants those of JavaScript. What only other languages know is a warning.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "id": { "name": "id", "in": "query", "type": "string", "pattern": «"^([0-9]+$"» },
    ///     "code": { "name": "code", "in": "query", "type": "string", "pattern": «"(?i)[a-z]+"» }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Id": { "type": "string", "pattern": «"/^[a-z]+$/"» } } }
    /// ```
    /// ## Fix: Remove the slashes
    /// ```json
    /// { "definitions": { "Id": { "type": "string", "pattern": "^[a-z]+$" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Path": { "type": "string", "pattern": "^(/[a-z]+)*\\/$" } } }
    /// ```
    Error "pattern-invalid" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

const BECAUSE: &str = "What is entered cannot be checked against it.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for typed in document.typed() {
        let Some(value) = typed.value.get("pattern").filter(|value| !value.is_damaged()) else { continue };
        let Some(pattern) = value.as_str() else { continue };
        let what = name(typed.object, typed.value);
        if let Some(fault) = pattern_fault(&pattern) {
            let message = format!("The pattern of {what} is no regular expression: {}.", explain(fault));
            let diagnostic = findings.add(value, message, BECAUSE);
            if fault == PatternFault::OtherDialect {
                diagnostic.severity(Severity::Warning);
            }
        } else if let Some(inner) = pattern.strip_prefix("/^").and_then(|rest| rest.strip_suffix("$/")) {
            let message = format!("The pattern of {what} stands between slashes, which then have to be entered, too.");
            let diagnostic = findings.add(value, message, "The slashes belong to JavaScript and not to the pattern: nothing matches it.");
            diagnostic.severity(Severity::Warning);
            let edit = Edit::replace(value.span(), encode(&format!("^{inner}$")));
            diagnostic.review_fix("Remove the slashes", "What is entered is then checked.", [edit]);
        }
    }
}

fn explain(fault: PatternFault) -> &'static str {
    match fault {
        PatternFault::UnclosedGroup => "a `(` is not closed",
        PatternFault::StrayCloser => "a `)` closes nothing; a literal one is written `\\)`",
        PatternFault::UnclosedClass => "a `[` is not closed",
        PatternFault::NothingToRepeat => "there is nothing that a `*`, `+`, `?` or `{…}` could repeat",
        PatternFault::RangeOutOfOrder => "a range begins with its larger end",
        PatternFault::TrailingBackslash => "it ends in a single `\\`",
        PatternFault::UnknownGroup => "nobody knows what its `(?` begins",
        PatternFault::OtherDialect => "it uses what JavaScript does not know, such as `(?i)`, `(?P<name>` or `a++`",
    }
}
