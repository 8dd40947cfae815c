//! YAML to JSON: version 1.2 with its core schema, and what files written for version 1.1 still have: merge keys.

mod broken;
mod places;
mod reader;
mod scalar;

use std::borrow::Cow;

use saphyr_parser::{Event, Parser};

use self::places::Bytes;
use self::reader::Reader;
use super::Converted;
use crate::text::Span;

/// A text that is no sound YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong there, and what to do.
    pub message: String,
    /// Where reading stopped, in byte offsets.
    pub span: Span,
}

/// How many bytes are read again at most where lines are indented too little.
const REREAD: usize = 64 << 20;

/// Writes `text`, YAML, as JSON. Where it holds several documents, the first of them.
///
/// Within brackets, lines may be indented less than the specification demands (section 7.4), as other readers have it.
///
/// # Errors
///
/// Where it is no sound YAML, or has aliases that stand for far more than the text itself.
pub fn read(text: &str) -> Result<Converted, Broken> {
    let mut lenient = Cow::Borrowed(text);
    for _ in 0..=REREAD / text.len().max(1 << 16) {
        let (broken, is_indentation) = match read_strictly(&lenient) {
            Err(Stopped { broken, is_indentation }) => (broken, is_indentation),
            Ok(converted) => return Ok(converted),
        };
        match with_line_joined(&lenient, broken.span.start as usize).filter(|_| is_indentation) {
            Some(joined) => lenient = Cow::Owned(joined),
            None => return Err(broken),
        }
    }
    read_strictly(&lenient).map_err(|stopped| stopped.broken)
}

struct Stopped {
    broken: Broken,
    is_indentation: bool,
}

impl From<Broken> for Stopped {
    fn from(broken: Broken) -> Self {
        Self { broken, is_indentation: false }
    }
}

fn read_strictly(text: &str) -> Result<Converted, Stopped> {
    // YAML allows the mark at the beginning; the parser counts it as a character of the first key.
    let body = text.trim_start_matches('\u{feff}');
    let bytes = Bytes::new(body, (text.len() - body.len()) as u32);
    let mut parser = Parser::new_from_str(body);
    let mut reader = Reader::new(text);
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|error| Stopped {
            broken: broken::tell(text, bytes.at(error.marker().index()), error.info()),
            is_indentation: reader.is_in_brackets() && error.info().contains("indentation"),
        })?;
        let span = bytes.span(span);
        reader.pass(span);
        if event == Event::StreamEnd || !reader.take(event, span)? {
            break;
        }
    }
    Ok(reader.finish())
}

/// `text` with blanks for the line end before the line of byte `at`, so that all other places stay what they are. `None`
/// where the line before ends with a comment, or there is none.
fn with_line_joined(text: &str, at: usize) -> Option<String> {
    let before = text.get(..at)?;
    let line_end = before.rfind('\n')?;
    let line = before.get(..line_end)?.lines().next_back()?;
    let is_comment = line.trim_start().starts_with('#') || line.contains(" #");
    let start = if before.get(..line_end)?.ends_with('\r') { line_end - 1 } else { line_end };
    let blanks = " ".repeat(line_end + 1 - start);
    if is_comment {
        return None;
    }
    Some([text.get(..start)?, &blanks, text.get(line_end + 1..)?].concat())
}

#[cfg(test)]
mod tests;
