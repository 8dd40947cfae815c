use crate::diagnostic::Severity;
use crate::json::edit::{self, Position};
use crate::json::{Member, encode};
use crate::nintex::provider::{self, entra_url, resource};
use crate::nintex::shared_address;
use crate::openapi::{Document, Requirement, SecurityDefinition};
use crate::rules::Findings;
use crate::rules::draft::{Draft, array_of};
use crate::text::{Edit, Names, by_name};

super::rule! {
    /// The Xtension signs in by itself where a person has to.
    ///
    /// With the flow `application`, a call is made by the registered client and not by a person. Microsoft Graph then has
    /// nobody who `/me` could be, SharePoint takes only clients that have a certificate instead of a secret, and K2 shows
    /// what the person who calls may see: nothing that is written says that it takes a client.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "basePath": "/v1.0",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token"
    ///     }
    ///   },
    ///   "security": [{ "robot": [] }],
    ///   "paths": {
    ///     «"/me/sendMail"»: {
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Say whose it is: `/users/{userId}`
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "basePath": "/v1.0",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token"
    ///     }
    ///   },
    ///   "security": [{ "robot": [] }],
    ///   "paths": {
    ///     "/users/{userId}/sendMail": {
    ///       "parameters": [
    ///         {
    ///           "name": "userId",
    ///           "in": "path",
    ///           "required": true,
    ///           "type": "string",
    ///           "x-ntx-summary": "User ID or e-mail address"
    ///         }
    ///       ],
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let people sign in: `accessCode`
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "basePath": "/v1.0",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token"
    ///     }
    ///   },
    ///   "security": [{ "robot": [] }],
    ///   "paths": {
    ///     "/me/sendMail": {
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "contoso.sharepoint.com",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       «"flow"»: "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let people sign in: `accessCode`
    /// ```json
    /// {
    ///   "host": "contoso.sharepoint.com",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "basePath": "/v1.0",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token"
    ///     }
    ///   },
    ///   "security": [{ "robot": [] }],
    ///   "paths": { "/users/{id}/messages": { "get": {} }, "/meetings": { "get": {} } }
    /// }
    /// ```
    Warning or Error "application-flow-unsuitable" Observed
    from "https://learn.microsoft.com/en-us/answers/questions/1357817/error-message-me-request-is-only-valid-with-delega"
}

const CONSEQUENCE: &str = "Each connection is made by a person who signs in, and works with what that person may do. An Xtension \
                           that is imported already has to be deleted and added again.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let host = provider::host(document);
    let Some(resource) = resource(&host) else { return };
    if resource.name == "Microsoft Graph" {
        calls_of_nobody(document, findings);
        return;
    }
    for definition in document.security_definitions() {
        let Some(flow) = flow_application(definition) else { continue };
        let because = match resource.name {
            "SharePoint" => {
                "SharePoint answers 401, “Unsupported app only token”, to a client that signs in with a secret, and Nintex \
                 has only that."
            }
            "K2" => "K2 shows what the person who calls may see. Nothing that K2 documents says that it takes a client.",
            _ => continue,
        };
        let message = format!("{} needs a person who signs in; with the flow `application` nobody does.", resource.name);
        let diagnostic = findings.add(flow, message, because);
        if let Some(edits) = let_people_sign_in(definition, flow) {
            diagnostic.review_fix(TITLE, CONSEQUENCE, edits);
        }
    }
}

/// The `flow` of a definition by which a registered client signs in to Microsoft Entra ID; none where it is another one.
fn flow_application<'a>(definition: &SecurityDefinition<'a>) -> Option<Member<'a>> {
    let flow = definition.value().member_named("flow").filter(|flow| flow.value().is_str("application"))?;
    let url = definition.value().get_str("tokenUrl").filter(|_| definition.is_type("oauth2"))?;
    entra_url(&url).map(|_| flow)
}

const TITLE: &str = "Let people sign in: `accessCode`";

/// Makes the definition one by which people sign in. None where that takes more than its token address.
fn let_people_sign_in(definition: &SecurityDefinition<'_>, flow: Member<'_>) -> Option<Vec<Edit>> {
    let value = definition.value();
    let url = value.get_str("tokenUrl")?;
    let before = url.strip_suffix("/token")?;
    let mut edits = vec![edit::replace_value(flow.value(), "\"accessCode\"")];
    if value.get("authorizationUrl").is_none() {
        let url = encode(&format!("{before}/authorize"));
        edits.push(edit::insert_member(value, Position::After(flow), "authorizationUrl", &url));
    }
    Some(edits)
}

/// Tells the paths of Microsoft Graph that begin with `/me`, where nobody signs in who that could be.
fn calls_of_nobody(document: &Document<'_>, findings: &mut Findings) {
    let base = shared_address(document).base_path.and_then(|base| base.value().as_str()).unwrap_or_default();
    let mut calls = Vec::new();
    for operation in document.operations().iter().filter(|operation| is_of_person(&base, &operation.path.name())) {
        let mut requirements = operation.security.requirements.iter();
        let Some(name) = requirements.next().map(Requirement::name) else { continue };
        // Where something else could sign in, it may be a person.
        if requirements.next().is_none() {
            calls.push((name, operation.path));
        }
    }
    let mut names: Option<Names<'_>> = None;
    for (name, mut paths) in by_name(calls) {
        let Some(definition) = document.security_definition(&name) else { continue };
        let Some(flow) = flow_application(definition) else { continue };
        paths.dedup_by_key(|path| path.name_span());
        let names = names.get_or_insert_with(|| document.definitions("paths").map(Member::name).collect());
        of_nobody(findings, definition, flow, &paths, names);
    }
}

fn of_nobody(
    findings: &mut Findings,
    definition: &SecurityDefinition<'_>,
    flow: Member<'_>,
    paths: &[Member<'_>],
    names: &Names<'_>,
) {
    let Some((first, others)) = paths.split_first() else { return };
    let is_full = findings.is_full();
    let diagnostic = findings.add(
        *first,
        "`/me` is the person who signed in, and with the flow `application` nobody did.",
        "Microsoft Graph answers 400, “/me request is only valid with delegated authentication flow”.",
    );
    diagnostic.severity(Severity::Error);
    diagnostic.label_each(&mut others.iter().map(|other| other.name_span()), "here, too");
    if is_full {
        return;
    }
    if let Some(edits) = paths.iter().map(|path| say_whose(names, *path)).collect::<Option<Vec<_>>>() {
        let consequence = "Each action then asks for a user; the registered client needs permissions for all of them.";
        diagnostic.review_fix("Say whose it is: `/users/{userId}`", consequence, edits.concat());
    }
    if let Some(edits) = let_people_sign_in(definition, flow) {
        diagnostic.review_fix(TITLE, CONSEQUENCE, edits);
    }
}

/// Whether the two make an address that begins with `/me` behind the version.
fn is_of_person(base: &str, path: &str) -> bool {
    let mut segments = base.split('/').chain(path.split('/')).filter(|segment| !segment.is_empty());
    segments.find(|segment| !matches!(*segment, "v1.0" | "beta")) == Some("me")
}

/// Makes `/me` of the path `/users/{userId}`, and adds the parameter. None where `/me` is not of the path, or it has a
/// parameter of that name.
fn say_whose(names: &Names<'_>, path: Member<'_>) -> Option<Vec<Edit>> {
    let name = path.name();
    let at = ["/me", "/v1.0/me", "/beta/me"].into_iter().find(|start| {
        name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })?;
    let (before, after) = (at.strip_suffix("me")?, name.get(at.len()..)?);
    let renamed = format!("{before}users/{{userId}}{after}");
    if name.contains("{userId}") || names.contains(&renamed) {
        return None;
    }
    let mut parameter = Draft::default();
    parameter.add_text("name", "userId");
    parameter.add_text("in", "path");
    parameter.add("required", "true");
    parameter.add_text("type", "string");
    parameter.add_text("x-ntx-summary", "User ID or e-mail address");
    let item = path.value();
    let edit = match item.get("parameters") {
        Some(list) if list.is_array() => edit::append_item(list, &parameter.finish()),
        Some(_) => return None,
        None => edit::insert_member(item, Position::First, "parameters", &array_of(&[parameter.finish()])),
    };
    Some(vec![edit::rename_member(path, &renamed), edit])
}
