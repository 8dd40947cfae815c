use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A tab, a line end or another control character stands in a string as it is.
    ///
    /// JSON wants such characters written as an escape: `\t` for a tab, `\n` for a line end. They come into a string when
    /// a text of several lines or a cell of a table is pasted into it.
    ///
    /// ## Bad
    /// ```json
    /// { "description": "Sends orders.«
    /// »Needs a customer.", "type": "string" }
    /// ```
    /// ## Fix: Write it as `\n`
    /// ```json
    /// { "description": "Sends orders.\nNeeds a customer.", "type": "string" }
    /// ```
    /// ## Bad
    /// ```json
    #[doc = " { \"description\": \"Sends«\torders\0»\" }"]
    /// ```
    /// ## Fix: Write them as escapes
    /// ```json
    /// { "description": "Sends\torders\u0000" }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "Sends orders.\nNeeds a customer." }
    /// ```
    Error "json-control-character" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let name = |character: Option<char>| match character {
        Some('\t') => "A tab".to_owned(),
        Some('\n' | '\r') => "A line end".to_owned(),
        other => format!("A control character (U+{:04X})", other.map_or(0, u32::from)),
    };
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::ControlCharacter),
        |error| format!("{} stands in the string as it is.", name(error.span.of(text).chars().next())),
        |error| match &*error.repair {
            [edit] => format!("Write it as `{}`", edit.insert),
            _ => "Write them as escapes".to_owned(),
        },
        "Write all of them as escapes",
    );
}
