//! What makes Nintex ask for more when somebody makes a connection: fields in `x-ntx-connection-properties`.

use super::draft::{Draft, array_of};
use super::wording::capitalize;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::nintex::{CONNECTION_PROPERTIES, asking_definition, is_built_in_field, placeholders};
use crate::openapi::Document;
use crate::text::{Edit, Gather, Names};

/// More questions than this are not asked: nobody fills in so many.
pub(super) const MOST: usize = 100;

/// A field to ask for.
pub(super) struct Question<'s> {
    /// Its name, by which placeholders call it.
    pub(super) name: &'s str,
    /// What it is called in the dialog; none for a title that is made of the name.
    pub(super) title: Option<&'s str>,
    /// A line of help below it, where one is needed.
    pub(super) description: Option<String>,
}

impl<'s> Question<'s> {
    /// Asks for what the name says.
    pub(super) fn new(name: &'s str) -> Self {
        Self { name, title: None, description: None }
    }

    /// Its schema.
    fn field(&self) -> String {
        let mut field = Draft::default();
        field.add_text("type", "string");
        field.add_text("title", &self.title.map_or_else(|| title(self.name), str::to_owned));
        if let Some(description) = &self.description {
            field.add_text("description", description);
        }
        field.finish()
    }
}

/// Makes each connection be asked for all of these, and want an answer: adds those that are not asked for yet, and
/// requires those that are not required yet. None where there is no security definition, or one in such a form that
/// nothing can be added to it; empty where all of them are asked for and required already.
pub(super) fn ask(document: &Document<'_>, questions: &[Question<'_>]) -> Option<Vec<Edit>> {
    if questions.is_empty() {
        return Some(Vec::new());
    }
    if questions.len() > MOST {
        return None;
    }
    let definition = asking_definition(document).or(document.security_definitions().first().copied())?.value();
    let asked = definition.get(CONNECTION_PROPERTIES);
    let properties = asked.and_then(|asked| asked.get("properties"));
    let list = asked.and_then(|asked| asked.get("required"));
    let mut fields = Draft::default();
    let mut required: Vec<String> = Vec::new();
    for question in questions {
        if properties.is_none_or(|properties| properties.get(question.name).is_none()) {
            fields.add(question.name, question.field());
        }
        if !list.is_some_and(|list| list.items().any(|item| item.is_str(question.name))) {
            required.push(encode(question.name));
        }
    }
    let Some(asked) = asked.filter(|asked| asked.members().next().is_some()) else {
        let whole = whole(&fields, &required);
        return match asked {
            Some(asked) => asked.is_object().then(|| vec![edit::replace_value(asked, &whole)]),
            None => definition
                .is_object()
                .then(|| vec![edit::insert_member(definition, Position::Last, CONNECTION_PROPERTIES, &whole)]),
        };
    };
    let mut edits = Vec::new();
    if fields.size() > 0 {
        let properties = properties.filter(|properties| properties.is_object())?;
        if properties.members().next().is_some() {
            edits.extend(Draft::into(&fields, properties, Position::Last));
        } else {
            edits.push(edit::replace_value(properties, &fields.finish()));
        }
    }
    if !required.is_empty() {
        edits.push(require(asked, list, &required)?);
    }
    Some(edits)
}

/// A security definition's `x-ntx-connection-properties` with these fields, as a fragment.
fn whole(fields: &Draft, required: &[String]) -> String {
    let mut whole = Draft::default();
    whole.add_text("type", "object");
    whole.add("properties", fields.finish());
    whole.add("required", array_of(required));
    whole.finish()
}

/// The same for a security definition that is to be made.
pub(super) fn asking(questions: &[Question<'_>]) -> String {
    let mut fields = Draft::default();
    for question in questions {
        fields.add(question.name, question.field());
    }
    whole(&fields, &questions.iter().map(|question| encode(question.name)).gathered())
}

fn require(asked: Value<'_>, list: Option<Value<'_>>, names: &[String]) -> Option<Edit> {
    match list {
        None => Some(edit::insert_member(asked, Position::Last, "required", &array_of(names))),
        Some(list) if list.items().next().is_some() => Some(edit::append_item(list, &names.join(", "))),
        Some(list) => list.is_array().then(|| edit::replace_value(list, &array_of(names))),
    }
}

/// The connection properties of all security definitions that are more than another label for what Nintex asks for by
/// itself: each is there to be filled into a placeholder.
pub(super) fn additional<'a>(document: &Document<'a>) -> Vec<Member<'a>> {
    let mut found = Vec::new();
    for definition in document.security_definitions() {
        let Some(asked) = definition.value().get(CONNECTION_PROPERTIES) else { continue };
        let properties = asked.members_of("properties").filter(|property| property.value().is_object());
        found.extend(properties.filter(|property| !is_built_in_field(definition, &property.name())));
    }
    found
}

/// The names between the braces of a text, each once, without those that Nintex fills by itself.
pub(super) fn names(written: &str) -> Vec<&str> {
    let mut known = Names::default();
    let all = placeholders(written).filter(|one| !one.name.is_empty() && !one.is_built_in());
    all.map(|one| one.name).filter(|name| known.insert((*name).into())).gathered()
}

/// The text with two braces on each side of each name, as Nintex has them.
pub(super) fn in_double_braces(written: &str) -> String {
    let mut text = String::new();
    let mut last = ' ';
    for character in written.chars() {
        match character {
            '{' | '}' if character == last => {}
            '{' => text.push_str("{{"),
            '}' => text.push_str("}}"),
            other => text.push(other),
        }
        last = character;
    }
    text
}

/// What to call a field of that name: `Tenant name` for `tenant_name` and `tenantName`.
pub(super) fn title(name: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    for character in name.chars() {
        let begins_word = character.is_ascii_uppercase() && before.is_ascii_lowercase();
        if matches!(character, '_' | '-' | '.') {
            words.push(' ');
        } else {
            if begins_word {
                words.push(' ');
            }
            words.push(character.to_ascii_lowercase());
        }
        before = character;
    }
    capitalize(words.trim_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;
    use crate::text::Edits;

    /// What asking for `a` and `b` makes of the members of a security definition.
    fn asked(definition: &str) -> Option<String> {
        let text = format!(r#"{{"securityDefinitions":{{"k":{{{definition}}}}}}}"#);
        let tree = parse(&text);
        let questions = [Question::new("a"), Question::new("b")];
        let edits = ask(&Document::new(&tree, extension_key), &questions)?;
        let after = Edits::new(edits).unwrap().apply(&text).replace([' ', '\n'], "");
        assert!(parse(&after).errors().is_empty(), "{after}");
        Some(after)
    }

    #[test]
    fn what_is_missing_is_added() {
        let b = r#""b":{"type":"string","title":"B"}"#;
        let both = format!(r#""properties":{{"a":{{"type":"string","title":"A"}},{b}}},"required":["a","b"]"#);
        for definition in [
            r#""type":"basic""#,
            r#""type":"basic","x-ntx-connection-properties":{}"#,
            r#""type":"basic","x-ntx-connection-properties":{"properties":{}}"#,
            r#""type":"basic","x-ntx-connection-properties":{"properties":{},"required":[]}"#,
        ] {
            assert!(asked(definition).unwrap().contains(&both), "{definition}");
        }
        let some = r#""x-ntx-connection-properties":{"properties":{"a":{}},"required":["a"]}"#;
        assert!(asked(some).unwrap().contains(&format!(r#"{{"a":{{}},{b}}},"required":["a","b"]"#)));
        let optional = r#""x-ntx-connection-properties":{"properties":{"a":{},"b":{}},"required":["b"]}"#;
        assert!(asked(optional).unwrap().contains(r#"{"a":{},"b":{}},"required":["b","a"]"#));
    }

    #[test]
    fn what_has_another_form_stays() {
        for definition in [
            r#""x-ntx-connection-properties":[]"#,
            r#""x-ntx-connection-properties":{"properties":[]}"#,
            r#""x-ntx-connection-properties":{"required":["a"]}"#,
            r#""x-ntx-connection-properties":{"properties":{},"required":true}"#,
        ] {
            assert_eq!(asked(definition), None, "{definition}");
        }
    }

    #[test]
    fn a_name_becomes_a_title() {
        for (name, expected) in
            [("tenant_name", "Tenant name"), ("tenantName", "Tenant name"), ("API_HOST", "Api host"), ("", "")]
        {
            assert_eq!(title(name), expected);
        }
    }
}
