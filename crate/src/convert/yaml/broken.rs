//! What is wrong with a text that is no sound YAML, in words that help.

use super::Broken;
use crate::text::Span;

/// What the parser met at byte `at`, where it says `info`.
pub(super) fn tell(text: &str, at: u32, info: &str) -> Broken {
    let at = text.floor_char_boundary(at as usize);
    let (before, rest) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..).and_then(|line| line.lines().next()).unwrap_or_default();
    let length = rest.lines().next().map_or(0, |rest| rest.trim_end().len());
    let message = advice(line, info).map_or_else(|| format!("Here the text stops being YAML: {info}."), str::to_owned);
    Broken { message, span: Span::new(at as u32, (at + length) as u32) }
}

fn advice(line: &str, info: &str) -> Option<&'static str> {
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start();
    let blanks = line.get(..line.len() - line.trim_start().len()).unwrap_or_default();
    Some(match () {
        () if blanks.contains('\t') => {
            "This line is indented by a tab, which YAML does not allow. Indent it by blanks."
        }
        () if value.starts_with("{{") || value.starts_with("{%") => {
            "The text begins with a brace, so YAML takes it for an object. Put it in quotes."
        }
        () if value.starts_with(['@', '`', '%']) => {
            "No unquoted text may begin with this sign in YAML. Put the text in quotes."
        }
        () if value.starts_with('*') => {
            "YAML takes a word that begins with `*` for the name of an anchor, and there is none of that name. Put the \
             text in quotes."
        }
        () if value.contains(": ") || info.contains("mapping values") => {
            "The text has a colon and a blank in it, so YAML takes it for a key and a value. Put the whole text in quotes, \
             or check how this line and the one before are indented."
        }
        () if info.contains("quoted scalar") => "A quote opens here and is not closed.",
        () => return None,
    })
}
