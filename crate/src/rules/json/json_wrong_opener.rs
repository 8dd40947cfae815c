use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A bracket opens a list, but names with values follow.
    ///
    /// Values with names before them stand in braces. Where a list of objects is meant, each object needs braces of its
    /// own inside the brackets.
    ///
    /// ## Bad
    /// ```json
    /// { "info": «[» "title": "Orders" ] }
    /// ```
    /// ## Fix: Write braces
    /// ```json
    /// { "info": { "title": "Orders" } }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "Orders" }, "tags": [{ "name": "Orders" }] }
    /// ```
    Error "json-wrong-opener" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-5"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::WrongOpener) {
        if error.span.of(text) == "(" {
            let finding = findings.add(error.span, "A list begins with `[`, not with `(`.", syntax::REFUSED);
            syntax::fix_bracket(document, finding, error, "Write `[`", "It is a list then.");
            continue;
        }
        let next = syntax::shown(syntax::following(text, error.span.end));
        let message = format!("A list begins here, but {next} is a name, which only an object has.");
        let title = if error.repair.len() > 1 { "Write braces" } else { "Write a brace" };
        let consequence = "It is one object then. If a list of objects is meant, each of them needs braces of its own.";
        let finding = findings.add(error.span, message, syntax::REFUSED);
        syntax::fix_bracket(document, finding, error, title, consequence);
    }
}
