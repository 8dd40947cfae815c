use crate::json::{Member, edit};
use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// An operation is meant to be a start event.
    ///
    /// Nintex's own older samples have `x-ntx-trigger`, but its help says that an Xtension cannot start workflows yet.
    /// Until then, let the other system call the address of a workflow with an external start.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/hooks": {
    ///       "post": {
    ///         «"x-ntx-trigger"»: "single",
    ///         "x-ntx-notification-content": { "schema": { "type": "object" } },
    ///         "responses": { "201": { "description": "Registered" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it an action
    /// ```json
    /// {
    ///   "paths": {
    ///     "/hooks": {
    ///       "post": {
    ///         "responses": { "201": { "description": "Registered" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/hooks": { "post": { "responses": { "201": { "description": "Registered" } } } } } }
    /// ```
    Warning "event-unavailable" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let of_events = |member: &Member<'_>| member.is("x-ntx-trigger") || member.is("x-ntx-notification-content");
    let operations = document.operations().iter().map(Operation::value);
    let events = operations.filter(|operation| operation.get("x-ntx-trigger").is_some()).gathered();
    let triggers = events.iter().filter_map(|event| event.member_named("x-ntx-trigger"));
    let Some(first) = triggers.clone().next() else { return };
    let edits: Vec<Edit> = events.iter().flat_map(|event| edit::remove_members(*event, |member| of_events(&member))).gathered();
    let because = "Nintex's help says that Xtensions have no start events yet: no workflow starts by it.";
    findings
        .add(first, "`x-ntx-trigger` is for start events, which Xtensions do not have yet.", because)
        .label_each(&mut triggers.skip(1).map(Member::name_span), "this one, too")
        .review_fix("Make it an action", "It then registers at the other system when a workflow comes to it.", edits);
}
