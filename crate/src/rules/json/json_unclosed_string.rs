use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A string begins with a quote and does not end with one.
    ///
    /// Everything up to the next quote seems to belong to it then, which is why other programs complain about a place
    /// further down. A name ends before its colon, a value mostly with its line; where brackets follow on the line, that
    /// they do not belong to the string is a guess.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "title": «"Orders»,
    ///   "version": "1.0"
    /// }
    /// ```
    /// ## Fix: Insert the closing quote
    /// ```json
    /// {
    ///   "title": "Orders",
    ///   "version": "1.0"
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { «"required»: true }
    /// ```
    /// ## Fix: Insert the closing quote
    /// ```json
    /// { "required": true }
    /// ```
    /// ## Good
    /// ```json
    /// { "title": "Orders", "version": "1.0" }
    /// ```
    Error "json-unclosed-string" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    const TITLE: &str = "Insert the closing quote";
    let text = document.tree().text();
    let in_doubt = syntax::brackets_are_in_doubt(document);
    for error in syntax::errors(document, SyntaxKind::UnclosedString) {
        let message = format!("The string {} has no closing quote.", syntax::shown(error.span.of(text)));
        let finding = findings.add(error.span, message, syntax::REFUSED);
        let rest = text.get(error.span.end as usize..).unwrap_or_default();
        let rest = rest.lines().next().unwrap_or_default().trim();
        let is_cut_off = text.get(error.span.end as usize..).is_none_or(|rest| rest.trim().is_empty());
        // Behind the brackets and commas stands the next string, the name's colon or nothing.
        let next = rest.trim_start_matches([' ', '\t', ',', '}', ']']);
        let is_next = next.is_empty() || next.starts_with('"') && next.len() < rest.len() || rest.starts_with(':');
        let in_doubt = in_doubt && next.len() < rest.len();
        if !is_cut_off && is_next && !in_doubt && !syntax::is_tangled(document, error) {
            finding.safe_fix(TITLE, error.repair.to_vec());
        } else {
            let consequence = match rest {
                "" | "," => "This assumes that the string ends with its line.".to_owned(),
                _ => format!("This assumes that {} does not belong to the string.", syntax::shown(rest)),
            };
            finding.review_fix(TITLE, consequence, error.repair.to_vec());
        }
    }
}
