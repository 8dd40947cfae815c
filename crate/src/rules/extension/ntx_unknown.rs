use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit;
use crate::json::{Member, encode};
use crate::nintex::vocabulary::{FILE_REFERENCE_FORMAT, extension, meant};
use crate::openapi::{Document, nearest};
use crate::rules::Findings;
use crate::text::{Edit, Names};

super::rule! {
    /// An extension is called as if it were Nintex's, and Nintex does not know it.
    ///
    /// An unknown extension is no mistake of format: it imports, and nothing happens. So a slip in its name, or a name
    /// that somebody made up, shows only when what it should do is missing. Extensions of other vendors are let alone.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "query", "type": "string", «"x-ntx-inital"»: "7" } } }
    /// ```
    /// ## Fix: Rename it to `x-ntx-initial`
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "query", "type": "string", "x-ntx-initial": "7" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "basic", «"x-nintex-oauth-source"»: "header" } } }
    /// ```
    /// ## Fix: Remove `x-nintex-oauth-source`
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "basic" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Photo": { "type": "string", «"x-ntx-file-reference"»: true } } }
    /// ```
    /// ## Fix: Write it as the format `x-ntx-file-reference`
    /// ```json
    /// { "definitions": { "Photo": { "type": "string", "format": "x-ntx-file-reference" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "x-ms-connector-metadata": [],
    ///   "x-ntx-contract-id": "7",
    ///   "definitions": { "Id": { "type": "string", "x-ntx-visibility": "internal", "x-ms-summary": "Id" } }
    /// }
    /// ```
    Warning "ntx-unknown" Inferred
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

const BECAUSE: &str = "Nintex lets extensions pass that it does not know, and does nothing with them.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    // A large document has many extensions and few names.
    let mut names = Names::default();
    let mut meanings: Vec<Option<&'static str>> = Vec::new();
    for found in &document.shape().extensions {
        let member = found.member;
        let name = member.name();
        // Another rule speaks of Microsoft's.
        if name.starts_with("x-ms-") || (name.starts_with("x-ntx-") && extension(&name).is_some()) {
            continue;
        }
        if names.insert(name.clone()) {
            meanings.push(meant(&name));
        }
        if let Some(right) = names.find(&name).and_then(|number| *meanings.get(number)?) {
            let message = format!("Nintex has no extension `{name}`; `{right}` is meant.");
            offer_right(findings.add(member, message, BECAUSE), member, right);
        } else if name.starts_with("x-nintex") {
            let message = format!("Nintex ignores `{name}`: the names of its extensions begin with `x-ntx-`.");
            offer_removal(findings.add(member, message, BECAUSE), member);
        } else if name.starts_with("x-ntx-") {
            let message = format!("`{name}` is no extension of Nintex that is known.");
            let diagnostic = findings.add(member, message, BECAUSE);
            diagnostic.severity(Severity::Hint);
            offer_removal(diagnostic, member);
        }
    }
}

fn offer_right(diagnostic: &mut Diagnostic, member: Member<'_>, right: &'static str) {
    if member.object().get(right).is_some() {
        offer_removal(diagnostic, member);
    } else if right == "format" {
        let edits = [edit::rename_member(member, right), Edit::replace(member.value().span(), encode(FILE_REFERENCE_FORMAT))];
        let consequence = "The field then takes or gives a file, sent as its address.";
        diagnostic.review_fix(format!("Write it as the format `{FILE_REFERENCE_FORMAT}`"), consequence, edits);
    } else {
        let title = format!("Rename it to `{right}`");
        let edit = [edit::rename_member(member, right)];
        if nearest(&member.name(), &[right]).is_some() {
            diagnostic.safe_fix(title, edit);
        } else {
            diagnostic.review_fix(title, "It then does something: see that this is meant.", edit);
        }
    }
}

fn offer_removal(diagnostic: &mut Diagnostic, member: Member<'_>) {
    let consequence = "Nothing changes in Nintex; other programs may read it.";
    diagnostic.review_fix(format!("Remove `{}`", member.name()), consequence, [edit::remove_member(member)]);
}
