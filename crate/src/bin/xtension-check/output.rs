//! Where reports go.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use xtension_checker::report::{Csv, Html, Json, Markdown, Reporter, Sarif, Text, printable};

use crate::arguments::Format;

/// A reporter that writes to standard output, or to standard error where that is taken by something else.
pub(crate) fn reporter(format: Format, to_standard_error: bool) -> Box<dyn Reporter> {
    if to_standard_error { reporter_to(format, io::stderr()) } else { reporter_to(format, io::stdout()) }
}

fn reporter_to<S: RawStream + AsLockedWrite + 'static>(format: Format, stream: S) -> Box<dyn Reporter> {
    match format {
        Format::Text => {
            // No colours unless a person looks at them, and doesn't ask for none by NO_COLOR.
            let choice = AutoStream::choice(&stream);
            let stream = BufWriter::new(UntilClosed::new(AutoStream::new(stream, choice)));
            Box::new(Text::new(stream, choice != ColorChoice::Never))
        }
        Format::Json => Box::new(Json::new(BufWriter::new(UntilClosed::new(stream)))),
        Format::Sarif => Box::new(Sarif::new(BufWriter::new(UntilClosed::new(stream)))),
        Format::Markdown => Box::new(Markdown::new(BufWriter::new(UntilClosed::new(stream)))),
        Format::Html => Box::new(Html::new(BufWriter::new(UntilClosed::new(stream)))),
        Format::Csv => Box::new(Csv::new(BufWriter::new(UntilClosed::new(stream)))),
    }
}

/// Writes to standard output.
///
/// # Errors
///
/// Those of standard output, unless its reader has left.
pub(crate) fn write_text(text: &str) -> io::Result<()> {
    let mut out = UntilClosed::new(io::stdout().lock());
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes `text` to a file, or to standard output.
///
/// # Errors
///
/// Where it cannot be written: a sentence that says why.
pub(crate) fn deliver(text: &str, output: Option<&Path>) -> Result<(), String> {
    match output {
        Some(path) => std::fs::write(path, text)
            .map_err(|error| format!("{} cannot be written: {error}", printable(&path.display().to_string()))),
        None => write_text(text).map_err(|error| format!("the result cannot be passed on: {error}")),
    }
}

/// Says something to the person who started the program. Where nobody listens, there is nobody to tell.
pub(crate) fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "{sentence}");
}

/// Writes until the reader of a pipe leaves, and from then on to nowhere: `head` is satisfied with a few lines, while
/// the files are still to be fixed and the exit code is still to be right.
struct UntilClosed<W> {
    out: Option<W>,
}

impl<W: Write> UntilClosed<W> {
    fn new(out: W) -> Self {
        Self { out: Some(out) }
    }

    fn unless_closed<T>(&mut self, instead: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        let Some(out) = &mut self.out else { return Ok(instead) };
        match write(out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.out = None;
                Ok(instead)
            }
            other => other,
        }
    }
}

impl<W: Write> Write for UntilClosed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_closed(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_closed((), W::flush)
    }
}
