use crate::json;
use crate::openapi::{Document, wrapped};
use crate::rules::Findings;
use crate::text::{Edit, Span};

super::rule! {
    /// The whole document stands inside one string, or in something around it.
    ///
    /// A service that carries a document as text, or a program that wrote it as JSON twice, gives a string with a
    /// backslash before each quote. It is sound JSON, but a text and no document.
    ///
    /// ## Bad
    /// ```json
    /// «"{\"swagger\": \"2.0\"}"»
    /// ```
    /// ## Fix: Take the document out of the string
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    ///
    /// It may be one part of an answer.
    ///
    /// ## Bad
    /// ```json
    /// { "name": "Notes", "definition": «{ "swagger": "2.0", "paths": {} }» }
    /// ```
    /// ## Fix: Take the document out of what is around it
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    /// ## Good
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    Error "json-document-in-string" Documented from
        "https://help.nintex.com/en-US/Xtensions/02_BuildOpenAPI/01_Basic/PRC_02Build_OpenAPI_Structure.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.tree().root() else { return };
    let Some(whole) = wrapped(root) else { return };
    let because = "Nintex looks for the document at the very outside of the file, and the import is refused.";
    let Some(inner) = whole.as_str() else {
        let (outer, whole_span) = (root.span(), whole.span());
        let around = [Span::new(outer.start, whole_span.start), Span::new(whole_span.end, outer.end)];
        findings
            .add(whole, "The document stands inside something else.", because)
            .safe_fix("Take the document out of what is around it", around.map(Edit::delete));
        return;
    };
    let inner_is_sound = json::parse(&inner).errors().is_empty();
    let finding = findings.add(whole, "The whole document is one string that has the real document in it.", because);
    let title = "Take the document out of the string";
    let edit = [Edit::replace(root.span(), inner)];
    if inner_is_sound {
        finding.safe_fix(title, edit);
    } else {
        finding.review_fix(title, "What is in the string is broken itself: that shows then.", edit);
    }
}
