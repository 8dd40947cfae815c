//! A new Xtension, from what a person says of a service.

mod address;
mod form;
mod operation;
mod providers;
mod sign_in;
#[cfg(test)]
mod tests;

pub use form::{Created, FirstOperation, Flow, Form, FormField, KeyPlace, Note, OAuth, SignIn};
pub use providers::{KnownProvider, Site, provider, providers};

use address::Address;

use super::draft::{Content, Origin};
use super::work::Work;
use crate::json::parse;
use crate::nintex::{Xtension, provider::advice};
use crate::text::Span;

/// An Xtension while it is made.
struct Making {
    work: Work,
    notes: Vec<Note>,
    /// Whether fields stand in fields that are sent.
    is_nested: bool,
}

impl Making {
    fn fault(&mut self, field: FormField, message: impl Into<String>) {
        self.note(field, true, message.into());
    }

    fn advice(&mut self, field: FormField, message: impl Into<String>) {
        self.note(field, false, message.into());
    }

    fn note(&mut self, field: FormField, is_fault: bool, message: String) {
        if !self.notes.iter().any(|known| known.field == field && known.message == message) {
            self.notes.push(Note { field, is_fault, message });
        }
    }
}

/// Makes an Xtension of what `form` says. Nothing of the examples in it but their names and types gets into the text.
pub fn create(form: &Form) -> Created {
    let mut making = Making { work: Work::new(Span::default()), notes: Vec::new(), is_nested: false };
    let document = making.work.draft.root();
    making.work.draft.set(document, "swagger", "2.0", Origin::NOWHERE);
    information(form, &mut making);
    let mut address = Address::of(&form.address);
    let called = Address::of(&form.operation.path);
    if address.host.is_empty() && form.operation.path.contains("://") {
        address = Address { path: String::new(), ..called };
    }
    address::write(&address, form.sign_in != SignIn::None, document, &mut making);
    sign_in::write(&form.sign_in, &address, document, &mut making);
    operation::write(&form.operation, &form.sign_in, &address.path, document, &mut making);
    if making.is_nested {
        making.work.draft.set(document, "x-ntx-render-version", Content::Number("2".to_owned()), Origin::NOWHERE);
        making.advice(
            FormField::Request,
            "`x-ntx-render-version` 2 is chosen: without it, Nintex does not show the fields inside lists and objects.",
        );
    }
    let text = making.work.finish().text;
    let mut notes = making.notes;
    notes.extend(of_provider(&text));
    notes.sort_by_key(|note| note.field);
    Created { text, notes }
}

fn information(form: &Form, making: &mut Making) {
    let draft = &mut making.work.draft;
    let root = draft.root();
    let information = draft.set(root, "info", Content::Object, Origin::NOWHERE);
    let or = |text: &str, other: &str| if text.trim().is_empty() { other.to_owned() } else { text.trim().to_owned() };
    draft.set(information, "title", or(&form.title, "New Xtension"), Origin::NOWHERE);
    if !form.description.trim().is_empty() {
        draft.set(information, "description", form.description.trim(), Origin::NOWHERE);
    }
    draft.set(information, "version", or(&form.version, "1.0"), Origin::NOWHERE);
    if form.title.trim().is_empty() {
        making.fault(FormField::Title, "Give the Xtension a title: Nintex shows it in its list.");
    }
}

/// What to know of the provider that the new Xtension signs in at.
fn of_provider(text: &str) -> Vec<Note> {
    let tree = parse(text);
    let xtension = Xtension::new(&tree);
    let document = xtension.document();
    let definitions = document.security_definitions();
    let sentences = definitions.iter().flat_map(|definition| advice(document, definition));
    let note = |message: String| Note { field: FormField::Provider, is_fault: false, message };
    sentences.map(|(_, message)| note(message.into_owned())).collect()
}
