use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{Member, Value, edit};
use crate::openapi::{Document, nearest};
use crate::rules::Findings;
use crate::rules::wording::{describe, name};
use crate::text::{Edit, Gather};

super::rule! {
    /// `x-ntx-visibility` says something else than `internal`.
    ///
    /// `internal`, which hides an action, a field or an output, is the only value that Nintex's help describes. With any
    /// other one it is shown. Words such as `important` come from Power Automate, where they sort the fields.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "id": { "name": "id", "in": "query", "type": "string", "x-ntx-visibility": «"hidden"» },
    ///     "key": { "name": "key", "in": "query", "type": "string", "x-ntx-visibility": «true» }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `internal`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "id": { "name": "id", "in": "query", "type": "string", "x-ntx-visibility": "internal" },
    ///     "key": { "name": "key", "in": "query", "type": "string", "x-ntx-visibility": true }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `x-ntx-visibility`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "id": { "name": "id", "in": "query", "type": "string" },
    ///     "key": { "name": "key", "in": "query", "type": "string", "x-ntx-visibility": true }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Id": { "type": "string", "x-ntx-visibility": «"Internal"» } } }
    /// ```
    /// ## Fix: Change it to `internal`
    /// ```json
    /// { "definitions": { "Id": { "type": "string", "x-ntx-visibility": "internal" } } }
    /// ```
    /// ## Fix: Remove `x-ntx-visibility`
    /// ```json
    /// { "definitions": { "Id": { "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Id": { "type": "string", "x-ntx-visibility": «"important"» },
    ///     "Name": { "x-ntx-visibility": "advanced", "type": "string" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `x-ntx-visibility` where it does not hide
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Id": { "type": "string" },
    ///     "Name": { "type": "string" }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Id": { "type": "string", "x-ntx-visibility": "internal" } } }
    /// ```
    Warning "ntx-visibility-value" Documented
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

const BECAUSE: &str = "Nintex shows it: only `internal` hides.";

/// Words for what shows in Nintex anyway, most of them Power Automate's.
const SHOWN_ANYWAY: &[&str] = &["important", "advanced", "normal", "public", "visible", ""];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut idle: Vec<Member<'_>> = Vec::new();
    for problem in document.shape().problems.iter().filter(|problem| problem.rule() == Some(RULE.id)) {
        let value = problem.value();
        let Some(member) = value.member() else { continue };
        if SHOWN_ANYWAY.iter().any(|word| value.is_str(word)) {
            idle.push(member);
            continue;
        }
        let what = name(problem.object, member.object());
        let message = format!("`x-ntx-visibility` of {what} must be `internal`, but is {}.", describe(value));
        hide(findings.add(value, message, BECAUSE), value, member);
    }
    let Some(first) = idle.first() else { return };
    let written = describe(first.value());
    let message = match idle.len() {
        1 => format!("`x-ntx-visibility` is {written}, which hides nothing."),
        count => format!("`x-ntx-visibility` hides nothing in {count} places, as its value is {written} or the like."),
    };
    let edits: Vec<Edit> = idle.iter().map(|member| edit::remove_member(*member)).gathered();
    findings
        .add(first.value(), message, BECAUSE)
        .severity(Severity::Hint)
        .label_each(&mut idle.iter().skip(1).map(|member| member.value().span()), "this one, too")
        .safe_fix("Remove `x-ntx-visibility` where it does not hide", edits);
}

/// Offers to hide it, as it was probably meant, or to say nothing.
fn hide(diagnostic: &mut Diagnostic, value: Value<'_>, member: Member<'_>) {
    let title = "Change it to `internal`";
    let edits = [Edit::replace(value.span(), "\"internal\"")];
    if value.as_str().is_some_and(|written| nearest(&written, &["internal"]).is_some()) {
        diagnostic.safe_fix(title, edits);
    } else {
        diagnostic.review_fix(title, "The designer then no longer shows it.", edits);
    }
    diagnostic.review_fix("Remove `x-ntx-visibility`", "The designer shows it, as now.", [edit::remove_member(member)]);
}
