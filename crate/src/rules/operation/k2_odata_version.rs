use crate::diagnostic::Severity;
use crate::json::edit;
use crate::json::{Member, Value, encode};
use crate::nintex::k2::{K2Api, api_at};
use crate::nintex::{Xtension, shared_address};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// The version of K2's `OData` API cannot do what an action wants.
    ///
    /// Version 3, whose addresses have `/api/odata/v3`, lists what there is and can do nothing else. Version 4 has all
    /// methods. The two write conditions differently: a field with `x-ntx-query-builder` says in which way, and `odata3`
    /// where it says nothing.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/odata/v3",
    ///   "paths": {
    ///     "/Notes": { "get": {}, «"post"»: {} },
    ///     "/Notes({id})": { "delete": {} }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use version 4
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/odata/v4",
    ///   "paths": {
    ///     "/Notes": { "get": {}, "post": {} },
    ///     "/Notes({id})": { "delete": {} }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/odata/v4",
    ///   "paths": {
    ///     "/Notes": {
    ///       "get": { "parameters": [{ "name": "$filter", "in": "query", «"x-ntx-query-builder"»: { "format": "odata3" } }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write conditions as `odata4`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/odata/v4",
    ///   "paths": {
    ///     "/Notes": {
    ///       "get": { "parameters": [{ "name": "$filter", "in": "query", "x-ntx-query-builder": { "format": "odata4" } }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/odata/v3",
    ///   "paths": {
    ///     "/Notes": { "get": { "parameters": [{ "name": "$filter", "in": "query", "x-ntx-query-builder": {} }] } }
    ///   }
    /// }
    /// ```
    Error "k2-odata-version" Documented
    from "https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/SmartObjectODataService.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let Some(k2) = xtension.k2() else { return };
    let base = shared_address(document).base_path;
    let shared = base.and_then(|base| api_at(&base.value().as_str()?));
    if let Some(K2Api::OData(version)) = k2.api {
        builders(document, findings, version);
    }
    let mut writing: Vec<Member<'_>> = Vec::new();
    let mut paths: Vec<Member<'_>> = Vec::new();
    for operation in document.operations() {
        let Some(K2Api::OData(version)) = shared.or_else(|| api_at(&operation.path.name())) else { continue };
        if version == 3 && !operation.method.is("get") && !operation.method.is("head") {
            writing.push(operation.method);
            if paths.last().is_none_or(|last| last.name_span() != operation.path.name_span()) {
                paths.push(operation.path);
            }
        }
    }
    let Some((first, others)) = writing.split_first() else { return };
    let is_full = findings.is_full();
    let diagnostic = findings.add(
        *first,
        format!("Version 3 of K2's OData API only lists, and has no `{}`.", first.name()),
        "K2 answers that there is no such method; version 4 has all of them.",
    );
    if !k2.is_cloud {
        diagnostic.severity(Severity::Warning);
    }
    diagnostic.label_each(&mut others.iter().map(|other| other.name_span()), "here, too");
    if is_full {
        return;
    }
    let in_version_4 = |text: &str| text.replacen("/v3", "/v4", 1);
    let edits: Vec<Edit> = match base.filter(|_| shared.is_some()).and_then(|base| Some((base, base.value().as_str()?))) {
        Some((base, written)) => vec![edit::replace_value(base.value(), &encode(&in_version_4(&written)))],
        None => paths.iter().map(|path| edit::rename_member(*path, &in_version_4(&path.name()))).gathered(),
    };
    let consequence = "The two versions name methods and fields differently: compare each action with K2's description.";
    diagnostic.review_fix("Use version 4", consequence, edits);
}

/// Tells the fields that write conditions for another version than that of the address.
fn builders(document: &Document<'_>, findings: &mut Findings, version: u8) {
    let right = if version == 3 { "odata3" } else { "odata4" };
    for place in document.places(ObjectKind::Parameter) {
        let Some(builder) = place.value.member_named("x-ntx-query-builder") else { continue };
        let object = builder.value();
        let format = object.get("format");
        let written = format.and_then(Value::as_str).unwrap_or_default();
        let is_right = if format.is_none() { version == 3 } else { written == right };
        if is_right || !object.is_object() || !matches!(&*written, "" | "odata3" | "odata4") {
            continue;
        }
        let fix = match format {
            Some(format) => edit::replace_value(format, &encode(right)),
            None => edit::insert_member(object, edit::Position::Last, "format", &encode(right)),
        };
        findings
            .add(
                builder,
                format!("The conditions are written for another version than {version}, which the address has."),
                "K2 does not understand some of them, and answers 400.",
            )
            .severity(Severity::Warning)
            .review_fix(format!("Write conditions as `{right}`"), "See that the address is the right one.", [fix]);
    }
}
