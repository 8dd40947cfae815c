use crate::json::edit::{Position, insert_member};
use crate::nintex::Xtension;
use crate::openapi::Operation;
use crate::rules::Findings;
use crate::rules::wording::list;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// An operation that is there for fields to ask is shown as an action, too.
    ///
    /// Nintex's help pages hide it with `"x-ntx-visibility": "internal"`: fields can ask it all the same, and whoever builds a
    /// workflow does not find it among the actions. Where it is of use as an action, leave it. One hint for the whole file.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": { "/boards": { «"get"»: { "operationId": "getBoards" } } },
    ///   "definitions": {
    ///     "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Hide it
    /// ```json
    /// {
    ///   "paths": { "/boards": { "get": { "operationId": "getBoards", "x-ntx-visibility": "internal" } } },
    ///   "definitions": {
    ///     "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards", "x-ntx-visibility": "internal" } },
    ///     "/cards": {
    ///       "get": {
    ///         "operationId": "findCards",
    ///         "parameters": [
    ///           { "name": "like", "in": "query", "type": "string", "x-ntx-dynamic-values": { "operationId": "findCards", "value-path": "id" } }
    ///         ]
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } }
    ///   }
    /// }
    /// ```
    Hint "helper-shown" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    let operations = document.operations().iter().enumerate();
    // Of the operation that tests a connection, another rule says so.
    let definitions = document.security_definitions().iter();
    let tests = definitions.filter_map(|one| one.value().get("x-ntx-connection-validation")?.get_str("operationId"));
    let tests: Names<'_> = tests.collect();
    // An action whose own field asks it is one all the same.
    let mut asks_itself = vec![false; document.operations().len()];
    for question in &helpers.questions {
        let Some(position) = question.helper else { continue };
        let (Some(operation), Some(asks_itself)) = (document.operations().get(position), asks_itself.get_mut(position)) else { continue };
        *asks_itself |= operation.value().span().contains(question.member.name_span());
    }
    let is_shown = |(position, operation): &(usize, &Operation<'_>)| {
        helpers.is_helper(*position)
            && asks_itself.get(*position) == Some(&false)
            && operation.value().get("x-ntx-visibility").is_none()
            && !operation.id().is_some_and(|id| tests.contains(&id))
    };
    let shown: Vec<&Operation<'_>> = operations.filter(is_shown).map(|(_, operation)| operation).gathered();
    let Some((first, others)) = shown.split_first() else { return };
    let names: Vec<String> = shown.iter().take(3).map(|operation| operation.label()).gathered();
    let more = match shown.len() - names.len() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let them = if others.is_empty() { "it as an action" } else { "them as actions" };
    let message = format!("Fields ask {}{more}; the designer shows {them}, too.", list(&names));
    let hide = |operation: &&Operation<'_>| {
        insert_member(operation.value(), Position::Last, "x-ntx-visibility", "\"internal\"")
    };
    let edits: Vec<Edit> = shown.iter().map(hide).gathered();
    let title = if others.is_empty() { "Hide it" } else { "Hide all of them" };
    findings
        .add(first.method, message, "Fields can ask an operation that is hidden; as an action, it is in the way.")
        .label_each(&mut others.iter().map(|other| other.method.name_span()), "this one, too")
        .review_fix(title, "It is then no action of its own; workflows that use it as one have to be changed.", edits);
}
