use crate::json::edit::{self, Position};
use crate::nintex::vocabulary::extension;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::wording::name;

super::rule! {
    /// An extension of the whole document stands inside a part of it.
    ///
    /// Nintex looks for it at the root alone. `x-ntx-render-version` in `info`, for one, lets the import pass, and the
    /// fields of arrays and nested objects never appear.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Notes",
    ///     «"x-ntx-render-version"»: 2
    ///   }
    /// }
    /// ```
    /// ## Fix: Move it to the root
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Notes"
    ///   },
    ///   "x-ntx-render-version": 2
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-render-version": 2, "info": { "title": "Notes", «"x-ntx-render-version"»: 2 } }
    /// ```
    /// ## Fix: Remove it here
    /// ```json
    /// { "x-ntx-render-version": 2, "info": { "title": "Notes" } }
    /// ```
    /// ## Good
    /// ```json
    /// { "x-ntx-render-version": 2, "info": { "title": "Notes" } }
    /// ```
    Warning "ntx-misplaced" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.root() else { return };
    for found in &document.shape().extensions {
        let member = found.member;
        let of_root = |known: &crate::nintex::vocabulary::Extension| known.on == [ObjectKind::Root];
        if found.object.kind == ObjectKind::Root || !extension(&member.name()).is_some_and(of_root) {
            continue;
        }
        let message = format!("`{}` belongs at the root, not in {}.", member.name(), name(found.object, member.object()));
        let diagnostic = findings.add(member, message, "Nintex looks for it at the root alone: here it does nothing.");
        if root.member_named(&member.name()).is_some() {
            let consequence = "The one at the root stays, and counts.";
            diagnostic.review_fix("Remove it here", consequence, [edit::remove_member(member)]);
        } else {
            let consequence = "It then does what it is for: all actions of the Xtension are shown accordingly.";
            diagnostic.review_fix("Move it to the root", consequence, edit::move_member(member, root, Position::Last));
        }
    }
}
