use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A backslash stands before a character that JSON does not escape.
    ///
    /// Regular expressions such as `\d+` and paths such as `C:\Orders` need each of their backslashes doubled in JSON. A
    /// single quote needs none.
    ///
    /// ## Bad
    /// ```json
    /// { "pattern": "^«\d»{3}$", "type": "string" }
    /// ```
    /// ## Fix: Double the backslash
    /// ```json
    /// { "pattern": "^\\d{3}$", "type": "string" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "description": "The customer«\'»s number" }
    /// ```
    /// ## Fix: Remove the backslash
    /// ```json
    /// { "description": "The customer's number" }
    /// ```
    /// ## Good
    /// ```json
    /// { "pattern": "^\\d{3}$", "description": "\u00e9 \/ \t" }
    /// ```
    Error "json-bad-escape" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::BadEscape),
        |error| match error.repair.len() {
            1 => format!("JSON does not know the escape {}.", syntax::shown(error.span.of(text))),
            _ => format!("JSON does not know the escapes in {}.", syntax::shown(error.span.of(text))),
        },
        title,
        "Repair all these escapes",
    );
}

fn title(error: &SyntaxError) -> String {
    let only = |wanted: &str| error.repair.iter().all(|edit| &*edit.insert == wanted);
    let title = match error.repair.len() {
        1 if only("\\") => "Double the backslash",
        1 if only("") => "Remove the backslash",
        _ if only("\\") => "Double the backslashes",
        _ if only("") => "Remove the backslashes",
        _ => "Write it as JSON does",
    };
    title.to_owned()
}
