//! A value out of its document, ready to be put in elsewhere.

use super::tree::Value;

/// Deeper levels are not indented further: the blanks of a very deep value would outgrow it by far.
const DEEPEST: usize = 64;

/// The value as a [`Fragment`](super::edit::Fragment): as it is written where that is one line, else with two blanks a level.
pub fn fragment(value: Value<'_>) -> String {
    let source = value.source();
    // What is not sound JSON may hold comments, which end with their line.
    if !source.contains('\n') || !value.tree().errors().is_empty() {
        return source.to_owned();
    }
    let mut laid_out = String::with_capacity(source.len());
    let mut depth = 0_usize;
    let mut is_in_string = false;
    let mut is_escaped = false;
    let mut opened = false;
    for character in source.chars() {
        if is_in_string {
            laid_out.push(character);
            is_in_string = is_escaped || character != '"';
            is_escaped = !is_escaped && character == '\\';
            continue;
        }
        if character.is_ascii_whitespace() {
            continue;
        }
        let closes = matches!(character, '}' | ']');
        if closes {
            depth = depth.saturating_sub(1);
        }
        if opened != closes {
            break_line(&mut laid_out, depth);
        }
        opened = matches!(character, '{' | '[');
        laid_out.push(character);
        match character {
            '{' | '[' => depth += 1,
            ',' => break_line(&mut laid_out, depth),
            ':' => laid_out.push(' '),
            _ => is_in_string = character == '"',
        }
    }
    laid_out
}

fn break_line(laid_out: &mut String, depth: usize) {
    laid_out.push('\n');
    laid_out.extend(std::iter::repeat_n("  ", depth.min(DEEPEST)));
}

#[cfg(test)]
mod tests {
    use super::fragment;
    use crate::json::parse;

    #[track_caller]
    fn assert_fragment(text: &str, expected: &str) {
        let tree = parse(text);
        assert_eq!(fragment(tree.root().unwrap()), expected);
    }

    #[test]
    fn one_line_stays_as_it_is() {
        assert_fragment("{ \"a\" :1}", "{ \"a\" :1}");
    }

    #[test]
    fn several_lines_are_indented_by_two() {
        assert_fragment(
            "{\r\n\t\"a\": [ 1,2 ],\r\n\t\"b\\\"{\": {}, \"c\": []\r\n}",
            "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\\\"{\": {},\n  \"c\": []\n}",
        );
    }

    #[test]
    fn what_is_deep_does_not_grow_beyond_measure() {
        let text = format!("{}\n{}", "[".repeat(100), "]".repeat(100));
        let tree = parse(&text);
        assert!(fragment(tree.root().unwrap()).len() < 100 * 2 * (2 * 64 + 2));
    }
}
