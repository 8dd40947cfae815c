use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// The file begins with a byte order mark.
    ///
    /// Some editors on Windows put this unseen character (U+FEFF) at the beginning of every file. JSON forbids it. Xtensions
    /// with one have been published, so Nintex seems to pass over it; other programs refuse the file.
    ///
    /// ## Bad
    /// ```json
    #[doc = " «\u{feff}»{ \"swagger\": \"2.0\" }"]
    /// ```
    /// ## Fix: Remove the byte order mark
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    Hint "json-byte-order-mark" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-8.1"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for error in syntax::errors(document, SyntaxKind::ByteOrderMark) {
        let because = "JSON forbids it; Xtensions with one have been published, but other programs refuse such a file.";
        findings
            .add(error.span, "The file begins with a byte order mark, a character that is not seen.", because)
            .safe_fix("Remove the byte order mark", error.repair.to_vec());
    }
}
