use crate::diagnostic::Severity;
use crate::json::{Member, Value, edit, encode};
use crate::nintex::helper::{Asker, Helpers, Question, Source};
use crate::nintex::Xtension;
use crate::openapi::{Document, Operation, Parameter, nearest};
use crate::rules::{Findings, helpers};
use crate::text::{Edit, Gather, Names, in_order};

super::rule! {
    /// What a field sends along fits no parameter: the operation that is asked has none of that name, or the action has no
    /// such field to take the value from.
    ///
    /// In `parameters` of `x-ntx-dynamic-values` and `x-ntx-dynamic-schema`, the name on the left is a parameter of the
    /// operation that is asked, and `{ "parameter": … }` on the right names a field of the action at hand.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "siteUrl", "in": "query", "required": true, "type": "string" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "operationId": "getItems",
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": { «"siteURL"»: { "parameter": "site" } }
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send it as `siteUrl`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "siteUrl", "in": "query", "required": true, "type": "string" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "operationId": "getItems",
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": { "siteUrl": { "parameter": "site" } }
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "site", "in": "query", "required": true, "type": "string" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "operationId": "getItems",
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": { "site": { "parameter": «"Address"» } }
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Take it from `site`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "site", "in": "query", "required": true, "type": "string" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "operationId": "getItems",
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": { "site": { "parameter": "site" } }
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists": { "get": { "operationId": "getLists", "parameters": [{ "name": "site", "in": "query", "type": "string" }] } },
    ///     "/items": {
    ///       "post": {
    ///         "parameters": [{ "name": "item", "in": "body", "schema": { "$ref": "#/definitions/Item" } }]
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Item": {
    ///       "properties": {
    ///         "place": { "type": "string" },
    ///         "list": {
    ///           "type": "string",
    ///           "x-ntx-dynamic-values": {
    ///             "operationId": "getLists",
    ///             "value-path": "id",
    ///             "parameters": { "site": { "parameter": "place" } }
    ///           }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Warning or Error "helper-argument-mismatch" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    if helpers.questions.is_empty() {
        return;
    }
    targets(document, helpers, findings);
    // Several operations may have the same field.
    let mut is_told = vec![false; document.tree().size()];
    for asker in &helpers.askers {
        let Some(operation) = document.operations().get(asker.operation) else { continue };
        if helpers::has_unread_parameters(document, operation) {
            continue;
        }
        for question in helpers.asked_by(asker) {
            for argument in question.arguments().take(helpers::MOST) {
                let Source::Own(place) = argument.source else { continue };
                let Some(is_told) = is_told.get_mut(place.index() as usize).filter(|is_told| !**is_told) else { continue };
                if lacks(asker, place) {
                    *is_told = true;
                    source(document, findings, question, &argument.member.name(), place, (asker, operation));
                }
            }
        }
    }
}

/// Looks for arguments that the helper has no parameter for.
fn targets(document: &Document<'_>, helpers: &Helpers<'_>, findings: &mut Findings) {
    let questions: Vec<&Question<'_>> = helpers.questions.iter().gathered();
    let mut known: (Option<usize>, Option<Names<'_>>) = (None, None);
    for question in in_order(questions, |question| question.helper.map_or(0, |helper| helper as u64)) {
        let Some(helper) = question.helper.and_then(|helper| document.operations().get(helper)) else { continue };
        if known.0 != question.helper {
            known = (question.helper, names(document, helper));
        }
        let Some(names) = &known.1 else { continue };
        let sent: Names<'_> = question.arguments().map(|argument| argument.member.name()).collect();
        for argument in question.arguments().filter(|argument| !names.contains(&argument.member.name())) {
            target(findings, question, argument.member, helper, &sent);
        }
    }
}

/// The names of the parameters of a helper; none where a body or a broken reference leaves them open.
fn names<'a>(document: &Document<'a>, helper: &Operation<'a>) -> Option<Names<'a>> {
    let has_body = helper.parameters.iter().any(|parameter| parameter.is_in("body"));
    let is_open = has_body || helpers::has_unread_parameters(document, helper);
    (!is_open).then(|| helper.parameters.iter().filter_map(Parameter::name).collect())
}

fn target(findings: &mut Findings, question: &Question<'_>, member: Member<'_>, helper: &Operation<'_>, sent: &Names<'_>) {
    let (name, asks) = (member.name(), helpers::name(question));
    let message = format!("`{}` has no parameter `{name}`, which {asks} sends along.", helper.label());
    let because = "The name on the left is a parameter of the operation that is asked; there is none for this to arrive in.";
    let is_full = findings.is_full();
    let diagnostic = findings.add(member, message, because);
    if is_full {
        return;
    }
    let all: Vec<_> = helper.parameters.iter().take(helpers::MOST).filter_map(Parameter::name).gathered();
    let all: Vec<&str> = all.iter().map(|name| &**name).filter(|name| !sent.contains(name)).gathered();
    if let Some(right) = nearest(&name, &all).or(if let [only] = *all { Some(only) } else { None }) {
        let title = format!("Send it as `{right}`");
        let edits = [edit::rename_member(member, right)];
        if right.eq_ignore_ascii_case(&name) {
            diagnostic.safe_fix(title, edits);
            return;
        }
        diagnostic.review_fix(title, "See that this is the parameter that is meant.", edits);
    }
    diagnostic.review_fix("Remove it", "It is then not sent, as now.", [edit::remove_member(member)]);
}

/// Whether the operation has no field of the name that is written at `place`.
fn lacks(asker: &Asker<'_>, place: Value<'_>) -> bool {
    let own = place.as_str().unwrap_or_default();
    // Power Automate writes `body/name` for a property of the body.
    let last = own.rsplit(['/', '.']).next().unwrap_or_default();
    !place.is_damaged() && asker.field(&own).is_none() && asker.field(last).is_none()
}

fn source(
    document: &Document<'_>,
    findings: &mut Findings,
    question: &Question<'_>,
    name: &str,
    place: Value<'_>,
    (asker, operation): (&Asker<'_>, &Operation<'_>),
) {
    let own = place.as_str().unwrap_or_default();
    let (label, asks) = (operation.label(), helpers::name(question));
    let message = format!("The operation `{label}` has no field `{own}` that {asks} could send along as `{name}`.");
    let because = "Nintex takes the value from that field of the action while it is set up; there is none to take it from.";
    let is_full = findings.is_full();
    let diagnostic = findings.add(place, message, because);
    let helper = question.helper.and_then(|helper| document.operations().get(helper));
    let mut parameters = helper.into_iter().flat_map(|helper| &helper.parameters).take(helpers::MOST);
    if parameters.any(|one| one.value.get("name").is_some_and(|it| it.is_str(name)) && helpers::must_be_sent(one)) {
        diagnostic.severity(Severity::Error);
    }
    if is_full {
        return;
    }
    diagnostic.label(operation.method.name_span(), "the operation");
    let all: Vec<&str> = asker.fields.iter().take(helpers::MOST).map(|field| &*field.0).gathered();
    let near = nearest(&own, &all);
    let take = |right: &str| [Edit::replace(place.span(), encode(right))];
    if let Some(right) = near.filter(|right| right.eq_ignore_ascii_case(&own)) {
        diagnostic.safe_fix(format!("Take it from `{right}`"), take(right));
        return;
    }
    let same = asker.field(name).map(|_| name).filter(|same| Some(*same) != near);
    for right in near.into_iter().chain(same) {
        let title = format!("Take it from `{right}`");
        diagnostic.review_fix(title, "See that this field holds what is asked for.", take(right));
    }
}
