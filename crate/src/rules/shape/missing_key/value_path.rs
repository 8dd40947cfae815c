//! Where in an answer the value of an option can be, or the schema of fields.

use crate::json::{Member, Value};
use crate::nintex::helper::{Answer, Asked, Followed, Helpers, Question};
use crate::nintex::Xtension;
use crate::openapi::{Document, Types};
use crate::text::Gather;

/// Alternatives beyond these are no help.
const MOST: usize = 3;

/// The operations that fields ask, and what they answer.
pub(super) struct ValuePaths<'d, 'a> {
    document: &'d Document<'a>,
    helpers: &'d Helpers<'a>,
    answer: Answer<'d, 'a>,
}

impl<'d, 'a> ValuePaths<'d, 'a> {
    pub(super) fn new(xtension: &'d Xtension<'a>) -> Self {
        let document = xtension.document();
        ValuePaths { document, helpers: xtension.helpers(), answer: Answer::new(document) }
    }

    /// What `value-path` could say in the extension with this value.
    pub(super) fn of(&mut self, extension: Value<'a>) -> Vec<String> {
        let field = extension.member().map(Member::object);
        let questions = field.map(|field| self.helpers.at(field)).unwrap_or_default();
        let question = questions.iter().find(|question| question.member.value() == extension).copied();
        question.and_then(|question| self.names(&question)).unwrap_or_default()
    }

    fn names(&mut self, question: &Question<'a>) -> Option<Vec<String>> {
        let mut schemas = vec![Answer::of(self.document, question.helper?)?];
        if question.asked == Asked::Values {
            if let Some(path) = question.path("value-collection") {
                let Followed::Found(list) = self.answer.follow(schemas, &path) else { return None };
                schemas = list;
            }
            schemas = self.answer.items(&schemas)?;
        }
        let mut names = Vec::new();
        for part in self.answer.parts(&schemas)? {
            let fits = |property: &Member<'_>| {
                let types = property.value().get("type").and_then(Types::of);
                let is_object = types.is_none_or(|types| types.has("object"));
                let is_nested = types.is_some_and(|types| types.has("object") || types.has("array"));
                if question.asked == Asked::Schema { is_object } else { !is_nested }
            };
            let left = MOST.saturating_sub(names.len());
            let found = part.members_of("properties").take(50).filter(fits).take(left);
            names.extend(found.map(|property| property.name().into_owned()).gathered());
        }
        Some(names)
    }
}
