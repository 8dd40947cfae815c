use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem, Slip};
use crate::openapi::vocabulary::{Object, ObjectKind};
use crate::rules::destination::{Destination, destination};
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems, relocation};
use crate::text::{Gather, in_order};

super::rule! {
    /// A key stands in one object and belongs in another.
    ///
    /// The name is right, the place is not: a brace was closed too early or too late, or a level was left out. Keys of
    /// the document's root have a rule of their own.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "responses": {
    ///           "200": { "description": "OK" },
    ///           «"summary"»: "Get people"
    ///         },
    ///         «"post"»: { "responses": { "201": { "description": "Created" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move `summary` into the operation
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "summary": "Get people",
    ///         "responses": {
    ///           "200": { "description": "OK" }
    ///         },
    ///         "post": { "responses": { "201": { "description": "Created" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "person": {
    ///       "name": "person",
    ///       "in": "body",
    ///       «"type"»: "object",
    ///       "properties": { "age": { "type": "integer" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move `type` and `properties` into `schema`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "person": {
    ///       "name": "person",
    ///       "in": "body",
    ///       "schema": {
    ///         "type": "object",
    ///         "properties": { "age": { "type": "integer" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "query", "type": "string", «"title"»: "User" } } }
    /// ```
    /// ## Fix: Write it as `x-ntx-summary`
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "query", "type": "string", "x-ntx-summary": "User" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "header", "type": "string", «"allowEmptyValue"»: true } } }
    /// ```
    /// ## Fix: Remove `allowEmptyValue`
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "header", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "properties": { "name": { "type": "string" }, «"required"»: ["name"] } } } }
    /// ```
    /// ## Fix: Move `required` out of `properties`
    /// ```json
    /// { "definitions": { "Person": { "properties": { "name": { "type": "string" } }, "required": ["name"] } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "query", "type": "string", "allowEmptyValue": true } } }
    /// ```
    Error "misplaced-key" Documented from "https://spec.openapis.org/oas/v2.0"
}

/// A key in the wrong object: the problem, the key, and the object that it belongs in.
type Misplaced<'d, 'a> = (&'d Problem<'a>, Member<'a>, &'static Object);

fn check(document: &Document<'_>, findings: &mut Findings) {
    let all = in_order(misplaced(document).gathered(), |one| u64::from(one.1.object().index()));
    for group in all.chunk_by(|one, other| one.1.object() == other.1.object()) {
        // What goes together into an object that is to be made is one mistake.
        let mut told: Vec<ObjectKind> = Vec::new();
        for one in group {
            if !told.contains(&one.2.kind) && report(document, findings, group, one) {
                told.push(one.2.kind);
            }
        }
    }
}

/// Reports one of a group, and says whether that speaks of all in it that belong in the same object.
fn report<'a>(
    document: &Document<'a>,
    findings: &mut Findings,
    group: &[Misplaced<'_, 'a>],
    &(problem, member, neighbour): &Misplaced<'_, 'a>,
) -> bool {
    let message = message(problem, member, neighbour);
    let diagnostic = problems::report(findings, problem, message);
    match destination(document, member, problem.object, neighbour) {
        Some(Destination::There { object, holder }) => {
            let place = match problem.object.kind {
                ObjectKind::Properties => "out of `properties`".to_owned(),
                _ => format!("into {}", describe(object)),
            };
            relocation::offer(diagnostic, member, object, holder, &place);
        }
        Some(Destination::New { object, holder, key }) => {
            let members = together(group, member.object(), neighbour);
            let others = members.iter().filter(|other| other.name_span() != member.name_span());
            diagnostic.label_each(&mut others.map(|other| other.name_span()), "this, too");
            // The rule on a missing `info` makes one of them.
            if key != "info" {
                relocation::offer_new(diagnostic, &members, object, holder, key);
            }
            return true;
        }
        None => in_place(diagnostic, problem, member),
    }
    false
}

fn message(problem: &Problem<'_>, member: Member<'_>, neighbour: &Object) -> String {
    let key = member.name();
    if problem.object.kind == ObjectKind::Properties {
        return format!("`{key}` stands among the properties, and belongs beside `properties`.");
    }
    let object = name_first(problem.object, member.object());
    let place = describe(neighbour);
    // Which one, only the fix can say.
    let place = match place.strip_prefix("the ") {
        Some(name) if name.starts_with(['a', 'e', 'i', 'o']) => format!("an {name}"),
        Some(name) => format!("a {name}"),
        None => place,
    };
    format!("{object} has no key `{key}`; it belongs in {place}.")
}

/// The keys that belong in another object than the root, which is told.
fn misplaced<'d, 'a>(document: &'d Document<'a>) -> impl Iterator<Item = Misplaced<'d, 'a>> {
    problems::general(document).filter_map(|problem| match problem.fault {
        Fault::UnknownKey { member, slip: Slip::BelongsIn(neighbour) }
            if neighbour.kind != ObjectKind::Root
                && !is_left_to_flow(member, neighbour)
                && !is_left_to_type(problem, member) =>
        {
            Some((problem, member, neighbour))
        }
        _ => None,
    })
}

/// Whether the rules on flows of OAuth 2.0 and on their addresses speak of it.
fn is_left_to_flow(member: Member<'_>, neighbour: &Object) -> bool {
    let address = if member.is("authorizationUrl") { "application" } else { "implicit" };
    neighbour.kind == ObjectKind::SecurityDefinition
        && (member.is("authorizationUrl") || member.is("tokenUrl"))
        && member.object().get("type").is_some_and(|kind| kind.is_str("oauth2"))
        && member.object().get("flow").is_some_and(|flow| flow.is_str(address) || flow.is_str("password"))
}

/// Whether the rules on the type of a parameter speak of it: a file in the body, and an object elsewhere.
fn is_left_to_type(problem: &Problem<'_>, member: Member<'_>) -> bool {
    let parameter = member.object();
    let is_type = |name: &str| parameter.get("type").is_some_and(|kind| kind.is_str(name));
    let is_body = parameter.get("in").is_some_and(|place| place.is_str("body"));
    problem.object.kind == ObjectKind::Parameter
        && if is_body { member.is("type") && is_type("file") } else { !member.is("type") && is_type("object") }
}

/// All members of `holder` that go to the same place; a body's list of required properties goes with them.
fn together<'a>(group: &[Misplaced<'_, 'a>], holder: Value<'a>, neighbour: &Object) -> Vec<Member<'a>> {
    let same = group.iter().filter(|other| other.2.kind == neighbour.kind);
    let mut members: Vec<Member<'a>> = same.map(|other| other.1).gathered();
    let is_body = holder.get("in").is_some_and(|place| place.is_str("body"));
    if is_body && let Some(required) = holder.member_named("required").filter(|member| member.value().is_array()) {
        members.push(required);
    }
    members
}

/// "the operation", "`info`": where a key belongs.
fn describe(object: &Object) -> String {
    match object.kind {
        ObjectKind::Info | ObjectKind::Paths | ObjectKind::Contact | ObjectKind::Responses | ObjectKind::Properties => {
            format!("`{}`", object.name)
        }
        ObjectKind::Schema => "a schema".to_owned(),
        ObjectKind::SecurityDefinition => "a security definition of another type".to_owned(),
        ObjectKind::Parameter => "a parameter that is sent elsewhere".to_owned(),
        _ => format!("the {}", object.name),
    }
}

/// Offers what can be done where there is no place to move it to.
fn in_place(diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let key = member.name();
    let is_parameter = problem.object.kind == ObjectKind::Parameter;
    let extension = match &*key {
        "title" if is_parameter => Some("x-ntx-summary"),
        "example" => Some("x-example"),
        _ => None,
    };
    let twin = extension.and_then(|extension| member.object().get(extension));
    if twin.is_some_and(|twin| twin.source() == member.value().source()) {
        diagnostic.safe_fix(format!("Remove `{key}`: the extension says the same"), [edit::remove_member(member)]);
    } else if let Some(extension) = extension.filter(|extension| member.object().get(extension).is_none()) {
        diagnostic.safe_fix(format!("Write it as `{extension}`"), [edit::rename_member(member, extension)]);
    } else {
        diagnostic.review_fix(
            format!("Remove `{key}`"),
            "What it says is lost; in this place nothing reads it.",
            [edit::remove_member(member)],
        );
    }
}
