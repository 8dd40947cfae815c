//! Of an Xtension with several ways to sign in, one for each: a connection in Nintex has one.

use std::collections::BTreeMap;

use super::pick::pick_in;
use crate::json::edit::replace_value;
use crate::json::{encode, parse};
use crate::nintex::Xtension;
use crate::openapi::Operation;
use crate::text::{Edit, Edits};

/// One of several Xtensions that another one becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// What its operations sign in by: the names of security definitions.
    pub security: Vec<String>,
    /// How many operations it has.
    pub operations: usize,
    /// What makes it of the whole text.
    pub edits: Edits,
}

/// How many shares there are at most: each takes as long to make as the text is.
const MOST: usize = 50;

/// The operations of a share.
struct Group {
    security: Vec<String>,
    /// Which operations, by their positions.
    members: Vec<usize>,
    /// Whether some of them sign in by something else.
    is_mixed: bool,
}

/// Parts `text` by how its operations sign in. Of alternatives the first one counts; an operation that signs in by
/// nothing goes with the first share that has a definition. One share where all sign in by the same. Where there are
/// more than 50 ways to sign in, the last share has all operations that are left, and is called by the first of them.
pub fn split(text: &str) -> Vec<Share> {
    let tree = parse(text);
    let xtension = Xtension::new(&tree);
    let operations = xtension.document().operations();
    let mut groups: Vec<Group> = Vec::new();
    let mut numbers: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut open = Vec::new();
    for (position, operation) in operations.iter().enumerate() {
        let security = first_alternative(operation);
        if security.is_empty() {
            open.push(position);
            continue;
        }
        let number = *numbers.entry(security.clone()).or_insert(groups.len().min(MOST - 1));
        match groups.get_mut(number) {
            Some(group) => {
                group.is_mixed |= group.security != security;
                group.members.push(position);
            }
            None => groups.push(Group { security, members: vec![position], is_mixed: false }),
        }
    }
    match groups.first_mut() {
        Some(group) => group.members.append(&mut open),
        None => groups.push(Group { security: Vec::new(), members: open, is_mixed: false }),
    }
    let is_parted = groups.len() > 1;
    let shares = groups.into_iter().map(|Group { security, members, is_mixed }| {
        let (mut edits, needed, _) = pick_in(&xtension, &members, (!is_mixed).then_some(&security));
        if is_parted {
            edits.extend(title(&xtension, &security));
        }
        Share { security, operations: members.len() + needed.len(), edits: Edits::new(edits).unwrap_or_default() }
    });
    shares.collect()
}

fn first_alternative(operation: &Operation<'_>) -> Vec<String> {
    let requirements = operation.security.requirements.iter();
    let first = requirements.clone().map(|requirement| requirement.alternative).min();
    let mut names: Vec<String> = requirements
        .filter(|requirement| Some(requirement.alternative) == first)
        .map(|requirement| requirement.name().into_owned())
        .collect();
    names.sort();
    names
}

/// Two Xtensions with one title cannot be told apart in Nintex.
fn title(xtension: &Xtension<'_>, security: &[String]) -> Option<Edit> {
    let title = xtension.document().root()?.get("info")?.get("title")?;
    let own = title.as_str()?;
    Some(replace_value(title, &encode(&format!("{own} ({})", security.join(", ")))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    const TWO: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Rooms", "version": "1" },
  "host": "api.example.com",
  "paths": {
    "/open": { "get": { "operationId": "open", "security": [], "responses": { "200": { "description": "Open" } } } },
    "/rooms": {
      "get": { "operationId": "list", "responses": { "200": { "description": "Rooms" } } },
      "post": { "operationId": "add", "security": [{ "key": [] }, { "sign-in": [] }], "responses": { "200": { "description": "Added" } } }
    }
  },
  "securityDefinitions": {
    "sign-in": { "type": "basic" },
    "key": { "type": "apiKey", "name": "key", "in": "header" }
  },
  "security": [{ "sign-in": [] }]
}
"#;

    #[test]
    fn each_way_to_sign_in_has_an_xtension_of_its_own() {
        let shares = split(TWO);
        let texts: Vec<String> = shares.iter().map(|share| share.edits.apply(TWO)).collect();
        assert_eq!(shares.iter().map(|share| share.operations).collect::<Vec<_>>(), [2, 1]);
        for text in &texts {
            assert!(check(text).is_json, "{text}");
        }
        let [first, second] = &texts[..] else { panic!("{texts:?}") };
        assert!(first.contains("Rooms (sign-in)") && first.contains("\"open\"") && !first.contains("key"), "{first}");
        assert!(
            second.contains("Rooms (key)") && second.contains("\"add\"") && !second.contains("sign-in"),
            "{second}"
        );
    }

    #[test]
    fn one_way_to_sign_in_makes_one_share() {
        let one = TWO.replace("\"key\": []", "\"sign-in\": []");
        let shares = split(&one);
        assert_eq!(shares.len(), 1);
        assert!(!shares[0].edits.apply(&one).contains("Rooms ("));
    }

    #[test]
    fn a_helper_signs_in_as_those_do_that_ask_it() {
        let asks = TWO.replace(
            "\"operationId\": \"add\",",
            r#""operationId": "add", "parameters": [{ "name": "room", "in": "query", "type": "string", "x-ntx-dynamic-values": { "operationId": "list", "value-path": "id" } }],"#,
        );
        let second = split(&asks)[1].edits.apply(&asks);
        assert!(second.contains("\"list\"") && second.contains("\"security\": [{ \"key\": [] }]"), "{second}");
        assert!(!second.contains("sign-in"), "{second}");
    }
}
