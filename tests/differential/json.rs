//! JSON that can be changed, with repeated names and with numbers as they are written.

use xtension_checker::json::{Decimal, encode};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    /// As it is written.
    Number(String),
    String(String),
    Array(Vec<Json>),
    /// Names may be repeated.
    Object(Vec<(String, Json)>),
}

/// The way from the root to a value: at each step, which member or item it is.
pub(crate) type Path = Vec<usize>;

impl Json {
    pub(crate) fn string(text: &str) -> Self {
        Json::String(text.to_owned())
    }

    pub(crate) fn number(source: &str) -> Self {
        Json::Number(source.to_owned())
    }

    pub(crate) fn object<const N: usize>(members: [(&str, Json); N]) -> Self {
        Json::Object(members.map(|(name, value)| (name.to_owned(), value)).into())
    }

    /// How many values are directly in it.
    pub(crate) fn len(&self) -> usize {
        match self {
            Json::Array(items) => items.len(),
            Json::Object(members) => members.len(),
            _ => 0,
        }
    }

    fn child(&self, position: usize) -> &Json {
        match self {
            Json::Array(items) => &items[position],
            Json::Object(members) => &members[position].1,
            _ => self,
        }
    }

    fn child_mut(&mut self, position: usize) -> &mut Json {
        match self {
            Json::Array(items) => &mut items[position],
            Json::Object(members) => &mut members[position].1,
            _ => self,
        }
    }

    /// The value at the end of that way.
    pub(crate) fn at(&self, path: &[usize]) -> &Json {
        path.iter().fold(self, |value, step| value.child(*step))
    }

    /// The same, to change it.
    pub(crate) fn at_mut(&mut self, path: &[usize]) -> &mut Json {
        path.iter().fold(self, |value, step| value.child_mut(*step))
    }

    /// Takes out the member or item at that place of an object or array.
    pub(crate) fn remove(&mut self, position: usize) {
        match self {
            Json::Array(items) => drop(items.remove(position)),
            Json::Object(members) => drop(members.remove(position)),
            _ => {}
        }
    }

    /// The ways to all values, each before those inside it.
    pub(crate) fn paths(&self) -> Vec<Path> {
        let mut paths: Vec<Path> = vec![Vec::new()];
        let mut at = 0;
        while let Some(path) = paths.get(at).cloned() {
            at += 1;
            let inside = self.at(&path).len();
            paths.extend((0..inside).map(|step| [&path[..], &[step]].concat()));
        }
        paths
    }

    /// Whether JSON Schema takes the two for equal. Names must not be repeated.
    pub(crate) fn equals(&self, other: &Json) -> bool {
        match (self, other) {
            (Json::Number(one), Json::Number(other)) => Decimal::read(one) == Decimal::read(other),
            (Json::Array(one), Json::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.equals(other))
            }
            (Json::Object(one), Json::Object(other)) => {
                let has = |member: &(String, Json)| {
                    other.iter().any(|(name, value)| *name == member.0 && value.equals(&member.1))
                };
                one.len() == other.len() && one.iter().all(has)
            }
            (one, other) => one == other,
        }
    }

    /// The text, in one line. Some strings begin with an escape, as some programs write them.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Json::Null => text.push_str("null"),
            Json::Boolean(value) => text.push_str(if *value { "true" } else { "false" }),
            Json::Number(source) => text.push_str(source),
            Json::String(value) => text.push_str(&quoted(value)),
            Json::Array(items) => {
                text.push('[');
                for (position, item) in items.iter().enumerate() {
                    text.push_str(if position == 0 { "" } else { "," });
                    item.write(text);
                }
                text.push(']');
            }
            Json::Object(members) => {
                text.push('{');
                for (position, (name, value)) in members.iter().enumerate() {
                    text.push_str(if position == 0 { "" } else { "," });
                    text.push_str(&quoted(name));
                    text.push(':');
                    value.write(text);
                }
                text.push('}');
            }
        }
    }
}

/// Every fifth length, by escapes: then all checkers must decode before they compare.
fn quoted(text: &str) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_alphabetic() && text.len() % 5 == 3 => {
            format!("\"\\u{:04x}{}", u32::from(first), &encode(&text[1..])[1..])
        }
        _ => encode(text),
    }
}
