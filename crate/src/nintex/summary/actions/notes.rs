//! What is worth knowing of the actions of a document although nothing is wrong.

use super::data::{Action, Field, FieldKind, Place};
use crate::json::Value;
use crate::nintex::render_version::second;
use crate::nintex::summary::Note;
use crate::openapi::{Document, Operation};
use crate::text::{Gather, Span};

/// A note that may apply.
pub(super) struct Known {
    pub(super) id: &'static str,
    pub(super) text: &'static str,
    /// The first place that it is about; none where it does not apply.
    applies: fn(&Facts<'_, '_>) -> Option<Span>,
}

/// What notes look at.
struct Facts<'f, 'a> {
    document: &'f Document<'a>,
    actions: &'f [Action],
    open_object: Option<Span>,
}

/// Sources: <https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm> for lists
/// and objects that are filled, <https://help.nintex.com/en-US/xtensions/03_Advanced/01_Workflow/PRC_03SMP_Regex.htm> for patterns,
/// <https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm> for the rest.
pub(super) static NOTES: &[Known] = &[
    Known {
        id: "array-inputs",
        text: "A list is filled item by item; a collection variable cannot be put in as a whole.",
        applies: |facts| {
            let is_list = |field: &Field| field.kind == FieldKind::List;
            facts.input(is_list).filter(|_| second(facts.document).is_some())
        },
    },
    Known {
        id: "open-objects",
        text: "People who set up an action may add properties to objects that do not say \
               `\"additionalProperties\": false`.",
        applies: |facts| facts.open_object,
    },
    Known {
        id: "patterns-and-variables",
        text: "A pattern holds for what is typed into the field, not for what a variable brings.",
        applies: |facts| facts.input(|field| !field.pattern.is_empty()),
    },
    Known {
        id: "files-are-chunked",
        text: "Nintex sends files in chunks, without `Content-Length`. A server that wants to know the length beforehand \
               refuses them, mostly with 411.",
        applies: |facts| facts.input(|field| field.kind == FieldKind::File),
    },
    Known {
        id: "forms-work",
        text: "Forms as `application/x-www-form-urlencoded` are not among the media types that Nintex documents, but \
               published Xtensions send them.",
        applies: |facts| {
            let is_sent = |action: &Action| action.inputs.iter().any(|field| field.place == Place::FormData);
            let operations = facts.document.operations().iter().zip(facts.actions);
            let mut forms = operations.filter(|(_, action)| !action.is_hidden && is_sent(action));
            forms.find(|(operation, _)| facts.sends_urlencoded(operation)).map(|(_, action)| action.span)
        },
    },
    Known {
        id: "array-output",
        text: "An answer that is a list goes into a collection variable as a whole; its items have no fields of their own.",
        applies: |facts| facts.answer(|kind| kind == FieldKind::List),
    },
    Known {
        id: "opaque-output",
        text: "An answer whose properties are not described is one value in the workflow: the action “Query JSON” gets \
               at what is in it.",
        applies: |facts| facts.answer(|kind| matches!(kind, FieldKind::Object | FieldKind::Any)),
    },
];

/// The notes that apply.
pub(super) fn notes(document: &Document<'_>, actions: &[Action], open_object: Option<Span>) -> Vec<Note> {
    let facts = Facts { document, actions, open_object };
    let notes = NOTES.iter().filter_map(|known| {
        let span = (known.applies)(&facts)?;
        Some(Note { id: known.id.into(), text: known.text.into(), span })
    });
    notes.gathered()
}

impl Facts<'_, '_> {
    fn visible(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| !action.is_hidden)
    }

    /// Where the first visible input is that is like this.
    fn input(&self, is_it: fn(&Field) -> bool) -> Option<Span> {
        self.visible().flat_map(|action| &action.inputs).find(|field| is_it(field)).map(|field| field.span)
    }

    /// Where the first answer is that is one value like this.
    fn answer(&self, is_it: fn(FieldKind) -> bool) -> Option<Span> {
        let is_whole = |field: &&Field| field.name.is_empty() && is_it(field.kind);
        self.visible().filter_map(|action| action.outputs.first()).find(is_whole).map(|field| field.span)
    }

    fn sends_urlencoded(&self, operation: &Operation<'_>) -> bool {
        let own = operation.value().get("consumes");
        let types = own.or_else(|| self.document.root()?.get("consumes"));
        let is_it = |written: Value<'_>| {
            let essence = written.as_str().unwrap_or_default();
            essence
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        };
        types.is_some_and(|types| types.items().any(is_it))
    }
}
