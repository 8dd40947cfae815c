use crate::diagnostic::Severity;
use crate::json::{Value, edit, encode};
use crate::nintex::helper::{Asked, Helpers, Question};
use crate::openapi::{Document, Operation, nearest};
use crate::rules::{Findings, helpers};
use crate::text::{Edit, Gather, Names, by_name};

super::rule! {
    /// A field asks an operation that is not in the file.
    ///
    /// `x-ntx-dynamic-values` fills a drop-down list, and `x-ntx-dynamic-schema` makes fields, by calling another operation
    /// of the same file while the action is set up. Nintex looks it up by its `operationId`, letter by letter. Where there is
    /// none of that name, the list stays empty. Where no operation has the field, as in a definition that nothing uses,
    /// this is only a hint.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards" } },
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": { "operationId": «"getboards "», "value-path": "id" }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask `getBoards`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards" } },
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" }
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
    ///   "paths": { "/people": { "get": { "operationId": "listPeople", "x-ntx-visibility": "internal" } } },
    ///   "definitions": {
    ///     "Note": { "x-ntx-dynamic-schema": { "operationId": «"getFields"», "value-path": "schema" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask `listPeople`
    /// ```json
    /// {
    ///   "paths": { "/people": { "get": { "operationId": "listPeople", "x-ntx-visibility": "internal" } } },
    ///   "definitions": {
    ///     "Note": { "x-ntx-dynamic-schema": { "operationId": "listPeople", "value-path": "schema" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask nobody
    /// ```json
    /// {
    ///   "paths": { "/people": { "get": { "operationId": "listPeople", "x-ntx-visibility": "internal" } } },
    ///   "definitions": {
    ///     "Note": {}
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": { "/fields": { "get": { "operationId": "getFields" } } },
    ///   "definitions": {
    ///     "Note": { "x-ntx-dynamic-schema": { "operationId": "getFields", "value-path": "schema" } }
    ///   }
    /// }
    /// ```
    Error "helper-undefined" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let helpers = Helpers::of(document);
    let is_missing = |question: &&Question<'_>| question.helper.is_none();
    let named = |question| Some((Question::operation_id(question)?.as_str()?, question));
    let missing = by_name(helpers.questions.iter().filter(is_missing).filter_map(named));
    if missing.is_empty() {
        return;
    }
    let meant = half_declared(document);
    let mut is_used = vec![false; document.tree().size()];
    for position in helpers.askers.iter().flat_map(|asker| asker.inputs.iter().chain(&asker.outputs)) {
        let field = helpers.questions.get(*position).and_then(|question| is_used.get_mut(question.field().index() as usize));
        if let Some(field) = field {
            *field = true;
        }
    }
    for (id, questions) in missing {
        if !meant.contains(&id) {
            let is_used = |question: &&Question<'_>| is_used.get(question.field().index() as usize) == Some(&true);
            report(document, &helpers, findings, &id, &questions, questions.iter().any(is_used));
        }
    }
}

/// The names of operations under a key that is not quite right, or in a place where none is read: other rules say so.
fn half_declared<'a>(document: &Document<'a>) -> Names<'a> {
    let members = document.tree().values().filter_map(Value::member);
    let ids = members.filter(|member| member.name().eq_ignore_ascii_case("operationId"));
    let is_extension = |value: Value<'a>| value.member().is_some_and(|member| member.name().starts_with("x-"));
    ids.filter(|id| !is_extension(id.object())).filter_map(|id| id.value().as_str()).collect()
}

/// One diagnostic for all fields that ask for the same.
fn report(
    document: &Document<'_>,
    helpers: &Helpers<'_>,
    findings: &mut Findings,
    id: &str,
    questions: &[&Question<'_>],
    is_used: bool,
) {
    let places: Vec<Value<'_>> = questions.iter().filter_map(|question| question.operation_id()).gathered();
    let (Some(question), Some(place)) = (questions.first(), places.first()) else { return };
    let is_full = findings.is_full();
    let message = format!("There is no operation `{id}` for {} to ask.", helpers::name(question));
    let because = match question.asked {
        Asked::Values => {
            "Nintex asks the operation with that `operationId`, of the same file, for the options: without it the list stays empty."
        }
        Asked::Schema => {
            "Nintex asks the operation with that `operationId`, of the same file, for the fields: without it there are none."
        }
    };
    let diagnostic = findings.add(*place, message, because);
    if !is_used {
        diagnostic.severity(Severity::Hint);
    }
    if is_full {
        return;
    }
    diagnostic.label_each(&mut places.iter().skip(1).map(|place| place.span()), "asked here, too");
    let ask = |right: &str| places.iter().map(|place| Edit::replace(place.span(), encode(right))).gathered();
    let operations = document.operations();
    let ids: Vec<_> = operations.iter().filter_map(Operation::id).gathered();
    let candidates: Vec<&str> = ids.iter().map(|id| &**id).gathered();
    let same: Vec<&str> = candidates.iter().copied().filter(|other| other.trim().eq_ignore_ascii_case(id.trim())).gathered();
    if let [same] = *same {
        diagnostic.safe_fix(format!("Ask `{same}`"), ask(same));
        return;
    }
    if let Some(near) = nearest(id, &candidates) {
        diagnostic.review_fix(format!("Ask `{near}`"), "This is the operation with the nearest name.", ask(near));
    } else {
        let is_idle = |(position, operation): &(usize, &Operation<'_>)| {
            !helpers.is_helper(*position) && operation.value().get("x-ntx-visibility").is_some_and(|it| it.is_str("internal"))
        };
        for (_, operation) in operations.iter().enumerate().filter(is_idle).take(3) {
            if let Some(id) = operation.id().filter(|id| !id.is_empty()) {
                let consequence = "It is hidden, and no field asks it so far.";
                diagnostic.review_fix(format!("Ask `{id}`"), consequence, ask(&id));
            }
        }
    }
    let removals: Vec<Edit> = questions.iter().map(|question| edit::remove_member(question.member)).gathered();
    let consequence = match question.asked {
        Asked::Values => "The field is then filled in by hand.",
        Asked::Schema => "There are then no fields but those that the file describes.",
    };
    diagnostic.review_fix("Ask nobody", consequence, removals);
}
