//! What stands in the braces of a path.

use crate::json::Member;
use crate::text::Span;

/// The variables of a path, and the first thing that is wrong with its braces.
#[derive(Debug, Default)]
pub(super) struct Template<'n> {
    /// What stands in braces, with the place of the opening one. Double braces are a placeholder of the connection and
    /// no variable; neither is what stands behind a question mark.
    pub(super) variables: Vec<(&'n str, usize)>,
    /// What is wrong with the braces, and where in the path.
    pub(super) fault: Option<(BraceFault, Span)>,
}

/// What can be wrong with braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BraceFault {
    /// One is opened and not closed.
    Unclosed,
    /// One is closed and was not opened.
    Unopened,
    /// One is opened inside another.
    Nested,
    /// There is nothing between them.
    Empty,
}

impl<'n> Template<'n> {
    /// Reads a path.
    pub(super) fn read(path: &'n str) -> Self {
        let mut template = Self::default();
        let path = &path.get(..position(path, *b"?#").unwrap_or(path.len())).unwrap_or_default();
        let span = |start: usize, end: usize| Span::new(start as u32, end as u32);
        let mut at = 0;
        while let Some(found) = path.get(at..).and_then(|rest| position(rest, *b"{}")) {
            let start = at + found;
            let rest = path.get(start..).unwrap_or_default();
            if rest.starts_with('}') {
                template.fault = Some((BraceFault::Unopened, span(start, start + 1)));
                break;
            }
            let opening = if rest.starts_with("{{") { 2 } else { 1 };
            let inside = rest.get(opening..).unwrap_or_default();
            let Some(end) = position(inside, *b"{}") else {
                template.fault = Some((BraceFault::Unclosed, span(start, segment_end(path, start))));
                break;
            };
            let content = inside.get(..end).unwrap_or_default();
            let behind = inside.get(end..).unwrap_or_default();
            let is_closed = behind.starts_with(if opening == 2 { "}}" } else { "}" });
            if !is_closed {
                let is_nested = behind.starts_with('{') && !content.contains('/');
                let fault = if is_nested { BraceFault::Nested } else { BraceFault::Unclosed };
                template.fault = Some((fault, span(start, segment_end(path, start))));
                break;
            }
            at = start + opening + end + opening;
            if content.trim().is_empty() {
                template.fault = Some((BraceFault::Empty, span(start, at)));
                break;
            }
            if opening == 1 {
                template.variables.push((content, start));
            }
        }
        template
    }
}

/// Where the first of two characters stands.
fn position(text: &str, characters: [u8; 2]) -> Option<usize> {
    text.bytes().position(|byte| characters.contains(&byte))
}

/// Where the step of the path ends that byte `at` is in.
pub(super) fn segment_end(path: &str, at: usize) -> usize {
    let rest = path.get(at..).unwrap_or_default();
    at + rest.find('/').unwrap_or(rest.len())
}

/// The name in what stands in braces: some write `{name*}`, `{+name}` or `{name=…}`.
pub(super) fn bare(variable: &str) -> &str {
    let name = variable.split(['=', ':']).next().unwrap_or_default();
    name.trim_start_matches('+').trim_end_matches('*')
}

/// The path with nothing in its braces: what two paths have in common that are the same address.
pub(super) fn outline(path: &str) -> String {
    let mut outline = String::with_capacity(path.len());
    let mut end = 0;
    for (variable, start) in Template::read(path).variables {
        outline.push_str(path.get(end..=start).unwrap_or_default());
        end = start + 1 + variable.len();
    }
    outline.push_str(path.get(end..).unwrap_or_default());
    outline
}

/// Whether there is another path of that name.
pub(super) fn is_taken(path: Member<'_>, name: &str) -> bool {
    path.object().members().any(|other| other.is(name) && other.name_span() != path.name_span())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(path: &str) -> Vec<&str> {
        Template::read(path).variables.into_iter().map(|variable| variable.0).collect()
    }

    #[test]
    fn variables_stand_in_braces() {
        assert_eq!(variables("/a/{b}/{c}.json"), ["b", "c"]);
        assert_eq!(variables("/{a=b/*}/{+c}?d={e}"), ["a=b/*", "+c"]);
        assert_eq!(variables("/{{a}}/{b}#{c}"), ["b"]);
    }

    #[test]
    fn braces_come_in_pairs() {
        let fault = |path| Template::read(path).fault.map(|fault| (fault.0, fault.1.start, fault.1.end));
        assert_eq!(fault("/a/{b/c"), Some((BraceFault::Unclosed, 3, 5)));
        assert_eq!(fault("/a/{b/{c}"), Some((BraceFault::Unclosed, 3, 5)));
        assert_eq!(fault("/a/{{b}/c"), Some((BraceFault::Unclosed, 3, 7)));
        assert_eq!(fault("/a/b}/c"), Some((BraceFault::Unopened, 4, 5)));
        assert_eq!(fault("/a/{b{c}}"), Some((BraceFault::Nested, 3, 9)));
        assert_eq!(fault("/a/{}"), Some((BraceFault::Empty, 3, 5)));
        assert_eq!(fault("/a/{{b}}/{c}?d={"), None);
    }

    #[test]
    fn an_outline_has_no_names() {
        assert_eq!(outline("/a/{b}/{{c}}/{d}?e={f}"), "/a/{}/{{c}}/{}?e={f}");
    }
}
