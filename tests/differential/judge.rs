//! The judge: the official schema, in a process of Node.js.

use std::error::Error;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

/// A running judge.
pub(crate) struct Judge {
    process: Child,
    questions: BufWriter<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// What the schema has against a document: nothing, where it is valid.
pub(crate) type Objections = Vec<String>;

impl Judge {
    /// Starts the judge.
    ///
    /// # Errors
    ///
    /// Where Node.js cannot be started.
    pub(crate) fn start() -> Result<Self, Box<dyn Error>> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/differential/judge.mjs");
        let command = &mut Command::new("node");
        let mut process = command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (Some(questions), Some(answers)) = (process.stdin.take(), process.stdout.take()) else {
            return Err("the judge has no pipes".into());
        };
        Ok(Self { process, questions: BufWriter::new(questions), answers: BufReader::new(answers) })
    }

    /// Has these documents judged, each one line of JSON, and does `work` meanwhile.
    ///
    /// # Errors
    ///
    /// Where the judge has ended.
    pub(crate) fn judge<T>(
        &mut self,
        documents: &[&str],
        work: impl FnOnce() -> T,
    ) -> Result<(Vec<Objections>, T), Box<dyn Error>> {
        let Self { questions, answers, .. } = self;
        thread::scope(|scope| {
            // Apart, since the judge stops reading when nobody takes its answers.
            let asking = scope.spawn(move || {
                documents.iter().try_for_each(|document| writeln!(questions, "{document}"))?;
                questions.flush()
            });
            let done = work();
            let mut verdicts = Vec::new();
            for line in answers.lines().take(documents.len()) {
                verdicts.push(serde_json::from_str(&line?)?);
            }
            asking.join().map_err(|_| "the thread that asks the judge failed")??;
            if verdicts.len() < documents.len() { Err("the judge has ended".into()) } else { Ok((verdicts, done)) }
        })
    }
}

impl Drop for Judge {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
