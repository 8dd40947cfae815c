use crate::openapi::Document;
use crate::openapi::shape::{Fault, Slip};
use crate::openapi::vocabulary::{ObjectKind, ROOT};
use crate::rules::wording::name;
use crate::rules::{Findings, relocation};
use crate::text::Names;

super::rule! {
    /// A key of the document's root stands further inside.
    ///
    /// `securityDefinitions`, `definitions`, `host` and the like count at the root only. Nintex's help page about
    /// OAuth 2.0 has `securityDefinitions` in `paths` in its samples: a brace is closed too late.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/people": {},
    ///     «"securityDefinitions"»: {
    ///       "key": { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move `securityDefinitions` to the root
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/people": {}
    ///   },
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {},
    ///     «"definitions"»: { "Person": { "type": "object" }, "Pet": { "type": "string" } }
    ///   },
    ///   "definitions": { "Person": { "type": "object" }, "Name": { "type": "string" } }
    /// }
    /// ```
    /// ## Fix: Move `definitions` to the root
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {}
    ///   },
    ///   "definitions": { "Person": { "type": "object" }, "Name": { "type": "string" }, "Pet": { "type": "string" } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "type": "object" }, «"security"»: [{ "key": [] }] } }
    /// ```
    /// ## Fix: Move `security` to the root
    /// ```json
    /// { "definitions": { "Pet": { "type": "object" } }, "security": [{ "key": [] }] }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": {} }, "securityDefinitions": { "basic": { "type": "basic" } } }
    /// ```
    Error "root-key-misplaced" Documented from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.root() else { return };
    let mut moved = Names::default();
    for problem in &document.shape().problems {
        let Fault::UnknownKey { member, slip: Slip::BelongsIn(neighbour) } = problem.fault else { continue };
        if neighbour.kind != ObjectKind::Root {
            continue;
        }
        let key = member.name();
        let here = name(problem.object, member.object());
        let message = format!("`{key}` belongs at the root of the document, not in {here}.");
        let because = "Nintex reads it at the root only: here it is no part of OpenAPI 2.0, and the file is refused.";
        let diagnostic = findings.add(member, message, because);
        // Two of one name go one after the other, so that the second finds the first at the root.
        if moved.insert(key) {
            relocation::offer(diagnostic, member, &ROOT, root, "to the root");
        }
    }
}
