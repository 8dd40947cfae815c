use crate::json::edit;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::path_templates::part_of;
use crate::rules::templates::is_taken;
use crate::text::Span;

super::rule! {
    /// A path has a blank or another character that an address cannot have.
    ///
    /// Nintex puts the path behind the host and `basePath` as it is written. A blank at its end is a slip; others are
    /// written as `%20`. In the names in braces blanks do no harm, as long as the parameter has them, too.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/people« »": { "get": {} } } }
    /// ```
    /// ## Fix: Remove the blank at the end
    /// ```json
    /// { "paths": { "/people": { "get": {} } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/my« »people": { "get": {} } } }
    /// ```
    /// ## Fix: Write it as `%20`
    /// ```json
    /// { "paths": { "/my%20people": { "get": {} } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { «"/people\\list"»: { "get": {} } } }
    /// ```
    /// ## Fix: Write it as `/`
    /// ```json
    /// { "paths": { "/people/list": { "get": {} } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people/{person id}": { "get": {} }, "/my%20people/Müller": {}, "/people?name=a b": {} } }
    /// ```
    Warning "path-character" Inferred from "https://spec.openapis.org/oas/v2.0#paths-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in document.paths() {
        let name = path.name();
        let Some((at, found)) = strange(&name).next() else { continue };
        let what = match found {
            ' ' => "a blank".to_owned(),
            '\t' | '\n' | '\r' => "a tab or a line break".to_owned(),
            '%' => "a `%` without two digits behind it".to_owned(),
            found if found.is_control() => "a control character".to_owned(),
            found => format!("a `{found}`"),
        };
        let message = format!("The path `{}` has {what}, which no address can have.", name.trim_end());
        let because = "Nintex calls the address as it is written, and the API does not find the path.";
        let span = part_of(path, Span::new(at as u32, (at + found.len_utf8()) as u32));
        let is_full = findings.is_full();
        let diagnostic = findings.add((span, path.value()), message, because);
        if is_full {
            continue;
        }
        let trimmed = name.trim_end_matches(|character: char| character.is_ascii_whitespace());
        if at >= trimmed.len() {
            if !is_taken(path, trimmed) {
                diagnostic.safe_fix("Remove the blank at the end", [edit::rename_member(path, trimmed)]);
            }
            continue;
        }
        let replacement = if found == '\\' { "/".to_owned() } else { format!("%{:02X}", found as u32) };
        let mut right = String::new();
        let mut end = 0;
        for (at, _) in strange(&name).filter(|one| one.1 == found) {
            right.push_str(name.get(end..at).unwrap_or_default());
            right.push_str(&replacement);
            end = at + 1;
        }
        right.push_str(name.get(end..).unwrap_or_default());
        if !is_taken(path, &right) {
            let edit = edit::rename_member(path, &right);
            diagnostic.review_fix(format!("Write it as `{replacement}`"), "See that the API has that path.", [edit]);
        }
    }
}

/// The characters outside of braces that an address cannot have, and where they are. All are of one byte.
fn strange(path: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_in_braces = false;
    let end = path.find(['?', '#']).unwrap_or(path.len());
    path.char_indices().take_while(move |one| one.0 < end).filter(move |&(at, character)| {
        match character {
            '{' => is_in_braces = true,
            '}' => is_in_braces = false,
            _ => {}
        }
        let is_digit = |byte: &u8| byte.is_ascii_hexdigit();
        let is_strange = match character {
            '"' | '\\' | '^' | '`' | '|' => true,
            '%' => !path.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(is_digit)),
            _ => character.is_ascii_whitespace() || character.is_ascii_control(),
        };
        is_strange && !is_in_braces
    })
}
