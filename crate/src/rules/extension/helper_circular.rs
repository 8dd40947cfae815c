use crate::json::{Member, edit};
use crate::nintex::helper::{Helpers, Question, Source};
use crate::nintex::Xtension;
use crate::openapi::{Document, Parameter};
use crate::rules::cycles::Graph;
use crate::rules::{Findings, helpers};
use crate::text::Gather;

super::rule! {
    /// Drop-down lists wait for each other: the options of one can only be asked for when the other is chosen, and the other
    /// way round; or a list waits for itself.
    ///
    /// Whoever sets up the action gets no options in any of them. One of the fields on the way must do without the other.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards", "parameters": [{ "name": "list", "in": "query" }] } },
    ///     "/lists": { "get": { "operationId": "getLists", "parameters": [{ "name": "board", "in": "query" }] } },
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             «"x-ntx-dynamic-values"»: { "operationId": "getBoards", "value-path": "id", "parameters": { "list": { "parameter": "list" } } }
    ///           },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "x-ntx-dynamic-values": { "operationId": "getLists", "value-path": "id", "parameters": { "board": { "parameter": "board" } } }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask `getBoards` without `list`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards", "parameters": [{ "name": "list", "in": "query" }] } },
    ///     "/lists": { "get": { "operationId": "getLists", "parameters": [{ "name": "board", "in": "query" }] } },
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "parameters": {} }
    ///           },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "x-ntx-dynamic-values": { "operationId": "getLists", "value-path": "id", "parameters": { "board": { "parameter": "board" } } }
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
    ///     "/boards/{id}": {
    ///       "get": {
    ///         "operationId": "getBoard",
    ///         "parameters": [
    ///           {
    ///             "name": "id",
    ///             "in": "path",
    ///             "required": true,
    ///             «"x-ntx-dynamic-values"»: { "operationId": "getBoard", "value-path": "id" }
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
    ///     "/boards": { "get": { "operationId": "getBoards", "parameters": [{ "name": "list", "in": "query" }] } },
    ///     "/lists": { "get": { "operationId": "getLists", "parameters": [{ "name": "board", "in": "query" }] } },
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" }
    ///           },
    ///           {
    ///             "name": "list",
    ///             "in": "query",
    ///             "x-ntx-dynamic-values": { "operationId": "getLists", "value-path": "id", "parameters": { "board": { "parameter": "board" } } }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "helper-circular" Inferred
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

/// A question that cannot be asked before another one is answered, by their positions.
struct Lead<'a> {
    from: usize,
    to: usize,
    /// What says so; none where Nintex can only take the field of the same name.
    argument: Option<Member<'a>>,
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    if helpers.askers.is_empty() {
        return;
    }
    let leads = leads(document, helpers);
    let mut graph = Graph::over(helpers.questions.iter().map(Question::field).gathered());
    for lead in &leads {
        graph.lead(lead.from, lead.to);
    }
    let mut circles = graph.circles();
    for lead in &leads {
        let (Some(question), Some(other)) = (helpers.questions.get(lead.from), helpers.questions.get(lead.to)) else { continue };
        if !circles.tell(lead.from, lead.to) {
            continue;
        }
        let asks = helpers::name_first(question);
        let message = if lead.from == lead.to {
            format!("{asks} can only be filled when something is chosen in it.")
        } else {
            let field = helpers::field_name(other.field());
            format!("{asks} waits for `{field}` to be chosen, whose options wait for it in turn.")
        };
        let because = "While the action is set up, the options wait for a choice that nobody can make.";
        let diagnostic = findings.add(question.member, message, because);
        if let Some(argument) = lead.argument {
            let helper = question.operation_id().and_then(crate::json::Value::as_str).unwrap_or_default();
            let title = format!("Ask `{helper}` without `{}`", argument.name());
            let consequence = "The list is then the same, whatever is chosen elsewhere.";
            diagnostic.review_fix(title, consequence, [edit::remove_member(argument)]);
        }
    }
}

fn leads<'a>(document: &Document<'a>, helpers: &Helpers<'a>) -> Vec<Lead<'a>> {
    let mut leads = Vec::new();
    for asker in &helpers.askers {
        for from in asker.inputs.iter().copied() {
            let Some(question) = helpers.questions.get(from) else { continue };
            let mut lead = |name: &str, argument: Option<Member<'a>>| {
                let field = asker.field(name).map_or(0..0, |field| helpers.positions_at(field));
                leads.extend(field.map(|to| Lead { from, to, argument }));
            };
            for argument in question.arguments().take(helpers::MOST) {
                if let Source::Own(name) = argument.source {
                    lead(&name.as_str().unwrap_or_default(), Some(argument.member));
                }
            }
            let helper = question.helper.and_then(|helper| document.operations().get(helper));
            let needed = helper.into_iter().flat_map(|helper| helper.parameters.iter().take(helpers::MOST));
            let sent = question.member.value().get("parameters");
            for name in needed.filter(|one| helpers::must_be_sent(one)).filter_map(Parameter::name) {
                if sent.is_none_or(|sent| sent.get(&name).is_none()) {
                    lead(&name, None);
                }
            }
        }
    }
    leads
}
