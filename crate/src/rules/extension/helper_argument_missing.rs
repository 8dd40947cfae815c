use std::borrow::Cow;

use crate::diagnostic::Severity;
use crate::json::edit::{Position, insert_member};
use crate::json::{Member, encode};
use crate::nintex::helper::{Asker, Question};
use crate::nintex::Xtension;
use crate::openapi::{Document, Operation, Parameter, nearest};
use crate::rules::{Findings, helpers, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// The operation that a field asks requires a parameter that the field does not send along.
    ///
    /// Where the action has a field of the same name, published Xtensions rely on Nintex to send that one; the help page
    /// describes only what stands in `parameters`. So this is a hint, one for the whole file. Where there is no field of the
    /// same name, nothing is there to be sent, and the list is likely to stay empty.
    ///
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
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "required": true, "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             «"x-ntx-dynamic-values"»: {
    ///               "operationId": "getLists",
    ///               "value-path": "id"
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Say what is sent, wherever it has the same name
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
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "required": true, "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": {
    ///                 "site": {
    ///                   "parameter": "site"
    ///                 }
    ///               }
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
    ///         "parameters": [
    ///           { "name": "Site_", "in": "query", "required": true, "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             «"x-ntx-dynamic-values"»: {
    ///               "operationId": "getLists",
    ///               "value-path": "id"
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send what `Site_` holds
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
    ///         "parameters": [
    ///           { "name": "Site_", "in": "query", "required": true, "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": {
    ///                 "site": {
    ///                   "parameter": "Site_"
    ///                 }
    ///               }
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send a fixed value
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
    ///         "parameters": [
    ///           { "name": "Site_", "in": "query", "required": true, "type": "string" },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": {
    ///               "operationId": "getLists",
    ///               "value-path": "id",
    ///               "parameters": {
    ///                 "site": "value"
    ///               }
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
    ///     "/{org}/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "org", "in": "path", "required": true }, { "name": "page", "in": "query" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             «"x-ntx-dynamic-values"»: { "operationId": "getLists", "value-path": "id", "parameters": { "page": 1 } }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send a fixed value
    /// ```json
    /// {
    ///   "paths": {
    ///     "/{org}/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "org", "in": "path", "required": true }, { "name": "page", "in": "query" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "x-ntx-dynamic-values": { "operationId": "getLists", "value-path": "id", "parameters": { "page": 1, "org": "value" } }
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
    ///     "/lists": {
    ///       "get": {
    ///         "operationId": "getLists",
    ///         "parameters": [{ "name": "site", "in": "query", "required": true, "type": "string" }]
    ///       }
    ///     },
    ///     "/items": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "site", "in": "query", "required": true, "type": "string" },
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
    Warning "helper-argument-missing" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    if helpers.questions.is_empty() {
        return;
    }
    // Several operations may have the same field.
    let mut is_told = vec![false; document.tree().size()];
    let mut relying = Vec::new();
    for asker in &helpers.askers {
        for question in helpers.asked_by(asker) {
            let helper = question.helper.and_then(|helper| document.operations().get(helper));
            let is_told = is_told.get_mut(question.member.value().index() as usize).filter(|is_told| !**is_told);
            let (Some(helper), Some(is_told)) = (helper, is_told) else { continue };
            let Some(missing) = missing(document, helper, question) else { continue };
            *is_told = true;
            let own = asker.field(&missing);
            if own.is_some_and(|own| own != question.field()) {
                relying.push((question, helper, missing));
            } else {
                report(findings, question, helper, &missing, asker);
            }
        }
    }
    let Some(((question, helper, name), others)) = relying.split_first() else { return };
    let message = format!(
        "`{}` requires `{name}`, and {} does not say what is sent for it.",
        helper.label(),
        helpers::name(question)
    );
    let because = "Nintex may send what the field of the same name holds, as published Xtensions rely on; no help page says so.";
    let edits: Vec<Edit> = relying.iter().map(|(question, _, name)| send(question, name, &own(name))).gathered();
    findings
        .add(question.member, message, because)
        .severity(Severity::Hint)
        .label_each(&mut others.iter().map(|other| other.0.member.name_span()), "the same here")
        .safe_fix("Say what is sent, wherever it has the same name", edits);
}

/// The first parameter without which the helper cannot be asked, and that is not sent. Not what Nintex sets by itself.
fn missing(document: &Document<'_>, helper: &Operation<'_>, question: &Question<'_>) -> Option<String> {
    let settings = question.member.value();
    let parameters = || helper.parameters.iter().take(helpers::MOST);
    // What is sent under another name is another rule's.
    let is_known = |argument: Member<'_>| parameters().any(|one| one.name().is_some_and(|name| argument.is(&name)));
    let mut arguments = settings.members_of("parameters").take(helpers::MOST);
    let is_unread = settings.get("parameters").is_some_and(|arguments| !arguments.is_object());
    if is_unread || problems::is_misspelt(document, settings, "parameters") || !arguments.all(is_known) {
        return None;
    }
    let is_sent = |name: &str| settings.get("parameters").is_some_and(|arguments| arguments.get(name).is_some());
    let comes_anyway = |name: &str| ["accept", "content-type"].iter().any(|set| name.eq_ignore_ascii_case(set));
    let mut needed = parameters().filter(|one| helpers::must_be_sent(one)).filter_map(Parameter::name);
    needed.find(|name| !is_sent(name) && !comes_anyway(name)).map(Cow::into_owned)
}

fn report(findings: &mut Findings, question: &Question<'_>, helper: &Operation<'_>, name: &str, asker: &Asker<'_>) {
    let message = format!("`{}` requires `{name}`, and {} sends nothing for it.", helper.label(), helpers::name(question));
    let because = "The call is then likely to fail, and the list to stay empty; no help page says that Nintex asks for it.";
    let is_full = findings.is_full();
    let diagnostic = findings.add(question.member, message, because);
    if is_full {
        return;
    }
    diagnostic.label(helper.method.name_span(), "the operation that is asked");
    let fields = asker.fields.iter().filter(|field| field.1 != question.field());
    let fields: Vec<&str> = fields.take(helpers::MOST).map(|field| &*field.0).gathered();
    if let Some(near) = nearest(name, &fields) {
        let title = format!("Send what `{near}` holds");
        diagnostic.review_fix(title, "See that this field holds what is asked for.", [send(question, name, &own(near))]);
    }
    let edits = [send(question, name, "\"value\"")];
    diagnostic.template_fix("Send a fixed value", "Fill in what is to be sent each time.", edits, "value");
}

/// What says that the argument is taken from that field.
fn own(field: &str) -> String {
    format!("{{\n  \"parameter\": {}\n}}", encode(field))
}

/// Adds an argument.
fn send(question: &Question<'_>, name: &str, argument: &str) -> Edit {
    let settings = question.member.value();
    if let Some(arguments) = settings.get("parameters") {
        return insert_member(arguments, Position::Last, name, argument);
    }
    let arguments = format!("{{\n  {}: {}\n}}", encode(name), argument.replace('\n', "\n  "));
    insert_member(settings, Position::Last, "parameters", &arguments)
}
