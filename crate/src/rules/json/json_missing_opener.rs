use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// An opening bracket is missing.
    ///
    /// A name has members below it without the brace before them, a list has items without its `[`, or an item of a list
    /// has members without its brace.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"info":»
    ///     "title": "Orders"
    ///   },
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Insert the `{`
    /// ```json
    /// {
    ///   "info": {
    ///     "title": "Orders"
    ///   },
    ///   "paths": {}
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   «"schemes"»: "https", "http"],
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Insert the `[`
    /// ```json
    /// {
    ///   "schemes": ["https", "http"],
    ///   "paths": {}
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "Orders" }, "schemes": ["https", "http"] }
    /// ```
    Error "json-missing-opener" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::MissingOpener) {
        let name = syntax::shown(syntax::following(text, error.span.start));
        let is_list = error.repair.first().is_some_and(|edit| edit.insert.contains('['));
        let is_item = !is_list && error.repair.first().is_some_and(|edit| edit.span.start <= error.span.start);
        let (bracket, message, consequence) = if is_list {
            let consequence = "This assumes that the value of the name, too, is an item of the list.";
            ("[", format!("No `[` stands between {name} and the items of its list."), consequence)
        } else if is_item {
            let consequence = "This assumes that an object begins with this name.";
            ("{", format!("No `{{` stands before {name}."), consequence)
        } else {
            let consequence = "The lines' indentation says that what follows belongs to this name.";
            ("{", format!("No `{{` stands between {name} and its members."), consequence)
        };
        let title = match (error.repair.len(), bracket) {
            (1, _) => format!("Insert the `{bracket}`"),
            (_, "[") => "Insert `[` and `]`".to_owned(),
            _ => "Insert `{` and `}`".to_owned(),
        };
        let finding = findings.add(error.span, message, syntax::REFUSED);
        syntax::fix_bracket(document, finding, error, &title, consequence);
    }
}
