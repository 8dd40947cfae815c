//! What is most likely meant where nobody says it.

use crate::text::{capitalize, words};

/// The type of a value in a query or form, by a sample of it.
pub(super) fn kind_of(value: &str) -> &'static str {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let is_number = !digits.is_empty() && digits.len() < 10 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match value {
        "true" | "false" => "boolean",
        // What begins with a zero is a number for people alone.
        _ if is_number && (digits == "0" || !digits.starts_with('0')) => "integer",
        _ => "string",
    }
}

/// An id made of what an operation is called, else of its method and path: words put together, the first one small.
pub(super) fn id(name: &str, method: &str, path: &str) -> String {
    let of = |text: &str| {
        let spoken = words(&text.replace(|one: char| !one.is_ascii_alphanumeric(), " "));
        let mut words = spoken.split(' ').filter(|word| !word.is_empty());
        let first = words.next().unwrap_or_default().to_ascii_lowercase();
        std::iter::once(first).chain(words.map(capitalize)).collect::<String>()
    };
    let id = of(name);
    if id.is_empty() || id.starts_with(|first: char| first.is_ascii_digit()) {
        of(&format!("{method} {path}"))
    } else {
        id
    }
}
