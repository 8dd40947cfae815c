use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{Value, edit, encode};
use crate::nintex::helper::{Asked, Helpers, Question};
use crate::nintex::fields::is_hidden;
use crate::nintex::Xtension;
use crate::openapi::{Document, nearest};
use crate::rules::operation_names::half_declared;
use crate::rules::{Findings, helpers};
use crate::text::{Edit, Gather, Names, by_name};

super::rule! {
    /// A field asks an operation that is not in the file.
    ///
    /// `x-ntx-dynamic-values` fills a drop-down list, and `x-ntx-dynamic-schema` makes fields, by calling another operation
    /// of the same file while the action is set up. Nintex looks it up by its `operationId`, letter by letter. Where there is
    /// none of that name, the list stays empty. In a definition that nothing refers to, this is only a hint.
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
    /// ## Fix: Ask no operation
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

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    let is_missing = |question: &&Question<'_>| question.helper.is_none();
    let named = |question| Some((Question::operation_id(question)?.as_str()?, question));
    let missing = by_name(helpers.questions.iter().filter(is_missing).filter_map(named));
    if missing.len() == 0 {
        return;
    }
    let meant = half_declared(document);
    let candidates = Candidates::new(document, helpers);
    let mut is_used = vec![false; document.tree().size()];
    for reference in document.references() {
        let entries = reference.end.and_then(entry).filter(|entry| !entry.span().contains(reference.holder.span()));
        if let Some(is_used) = entries.and_then(|entry| is_used.get_mut(entry.index() as usize)) {
            *is_used = true;
        }
    }
    let is_used = |question: &&Question<'_>| {
        entry(question.field()).is_none_or(|entry| is_used.get(entry.index() as usize) == Some(&true))
    };
    for (id, questions) in missing {
        if !meant.contains(&id) {
            let place = report(findings, &id, &questions, &candidates);
            if let Some(diagnostic) = place.filter(|_| !questions.iter().any(is_used)) {
                diagnostic.severity(Severity::Hint);
            }
        }
    }
}

/// What the value is a part of that is used only by reference: an entry of `definitions`, say.
fn entry(mut value: Value<'_>) -> Option<Value<'_>> {
    loop {
        let map = value.parent()?;
        if map.parent().is_some_and(|root| root.parent().is_none()) {
            let name = map.member()?;
            let is_shared = ["definitions", "parameters", "responses"].iter().any(|shared| name.is(shared));
            return is_shared.then_some(value);
        }
        value = map;
    }
}

/// What could be meant.
struct Candidates<'a> {
    ids: Vec<Cow<'a, str>>,
    /// All of them in small letters and without blanks around.
    simple: Names<'a>,
    /// By the numbers of these, which of the ids it is; none where it could be several.
    only: Vec<Option<usize>>,
    /// Hidden ones that nobody asks.
    idle: Vec<Cow<'a, str>>,
}

impl<'a> Candidates<'a> {
    fn new(document: &Document<'a>, helpers: &Helpers<'a>) -> Self {
        let mut found = Self { ids: Vec::new(), simple: Names::default(), only: Vec::new(), idle: Vec::new() };
        for (position, operation) in document.operations().iter().enumerate() {
            let Some(id) = operation.id().filter(|id| !id.is_empty()) else { continue };
            if is_hidden(operation.value()) && !helpers.is_helper(position) && found.idle.len() < 3 {
                found.idle.push(id.clone());
            }
            match found.only.get_mut(found.simple.number(simple(&id).into())) {
                Some(only) => *only = None,
                None => found.only.push(Some(found.ids.len())),
            }
            found.ids.push(id);
        }
        found
    }
}

fn simple(id: &str) -> String {
    id.trim().to_ascii_lowercase()
}

/// One diagnostic for all fields that ask for the same.
fn report<'f>(
    findings: &'f mut Findings,
    id: &str,
    questions: &[&Question<'_>],
    candidates: &Candidates<'_>,
) -> Option<&'f mut Diagnostic> {
    let places: Vec<Value<'_>> = questions.iter().filter_map(|question| question.operation_id()).gathered();
    let (question, place) = (questions.first()?, places.first()?);
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
    if is_full {
        return Some(diagnostic);
    }
    diagnostic.label_each(&mut places.iter().skip(1).map(|place| place.span()), "asked here, too");
    let ask = |right: &str| places.iter().map(|place| Edit::replace(place.span(), encode(right))).gathered();
    let same = candidates.simple.find(&simple(id)).and_then(|number| candidates.ids.get((*candidates.only.get(number)?)?));
    if let Some(same) = same {
        diagnostic.safe_fix(format!("Ask `{same}`"), ask(same));
        return Some(diagnostic);
    }
    // More are not looked at anyway.
    let ids: Vec<&str> = candidates.ids.iter().take(1_000).map(|id| &**id).gathered();
    if let Some(near) = nearest(id, &ids) {
        diagnostic.review_fix(format!("Ask `{near}`"), "This is the operation with the nearest name.", ask(near));
    } else {
        for id in &candidates.idle {
            let consequence = "It is hidden, and no field asks it so far.";
            diagnostic.review_fix(format!("Ask `{id}`"), consequence, ask(id));
        }
    }
    let removals: Vec<Edit> = questions.iter().map(|question| edit::remove_member(question.member)).gathered();
    let consequence = match question.asked {
        Asked::Values => "The field is then filled in by hand.",
        Asked::Schema => "There are then no fields but those that the file describes.",
    };
    diagnostic.review_fix("Ask no operation", consequence, removals);
    Some(diagnostic)
}
