use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A closing bracket is missing.
    ///
    /// Programs that read JSON complain at the end of the file, as they cannot know where it is missing. The place told
    /// here is the one where the indentation of the lines and the brackets part ways.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "info": {
    ///     "title": "Orders«"»,
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Insert the bracket
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
    ///   "paths": {
    ///     "/orders": {«}»
    /// ```
    /// ## Fix: Insert the 2 brackets
    /// ```json
    /// {
    ///   "paths": {
    ///     "/orders": {}
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "Orders" }, "paths": {} }
    /// ```
    Error "json-missing-closer" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::MissingCloser) {
        let count = syntax::closers(&error.repair).max(1);
        let message = match error.related {
            Some(opener) if count == 1 => format!("{} is not closed.", capitalized(&syntax::bracket(text, opener))),
            Some(opener) => format!("{count} closing brackets are missing, up to that for {}.", syntax::bracket(text, opener)),
            None => "A closing bracket is missing.".to_owned(),
        };
        let title = if count == 1 { "Insert the bracket".to_owned() } else { format!("Insert the {count} brackets") };
        let finding = findings.add(error.span, message, syntax::REFUSED);
        if let Some(opener) = error.related {
            finding.label(opener, "this is not closed");
        }
        syntax::fix_bracket(document, finding, error, &title, consequence(text, error));
    }
}

/// What tells that the brackets go where the repair puts them.
fn consequence(text: &str, error: &SyntaxError) -> &'static str {
    if syntax::is_end(text, error.span.end) {
        "This assumes that nothing else is missing at the end. If the text was cut off, copy it again."
    } else if error.related.is_some_and(|opener| opener.cover(error.span).of(text).contains('\n')) {
        "The indentation of the lines says where."
    } else {
        "This assumes that the end is right here."
    }
}

fn capitalized(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(characters).collect())
}
