//! Programs that check files, one after the other, until one dies or takes too long: then another takes its place.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use serde::de::DeserializeOwned;

use super::answer::{Line, Outcome};

/// How long one file may take.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Asks `program` the same question about each of `files`, by as many processes as there are processors.
///
/// # Errors
///
/// Where the program cannot be started or answers what it should not.
pub(crate) fn ask<T: DeserializeOwned + Send>(
    program: &Path,
    question: &str,
    files: &[PathBuf],
) -> crate::Outcome<Vec<Outcome<T>>> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::with_capacity(files.len()));
    let work = || -> crate::Outcome {
        let mut worker = None;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(index) else { return Ok(()) };
            let mut current = match worker.take() {
                Some(current) => current,
                None => Worker::start(program)?,
            };
            let outcome = current.ask(question, file)?;
            if matches!(outcome, Outcome::Answered(_) | Outcome::Unread(_)) {
                worker = Some(current);
            }
            answers.lock().map_err(|_| "another thread failed")?.push((index, outcome));
        }
    };
    let count = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| "a thread failed")?)
    })?;
    let mut answers = answers.into_inner().map_err(|_| "a thread failed")?;
    answers.sort_by_key(|(index, _)| *index);
    Ok(answers.into_iter().map(|(_, outcome)| outcome).collect())
}

struct Worker {
    child: Child,
    questions: ChildStdin,
    answers: Receiver<String>,
}

impl Worker {
    fn start(program: &Path) -> crate::Outcome<Self> {
        let failed = |error| format!("{}: {error}", program.display());
        let mut command = Command::new(program);
        // Its last words on a crash are not wanted: that it crashed is told.
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(failed)?;
        let (questions, output) = child.stdin.take().zip(child.stdout.take()).ok_or("the pipes of a child are gone")?;
        let (sender, answers) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, questions, answers })
    }

    fn ask<T: DeserializeOwned>(&mut self, question: &str, file: &Path) -> crate::Outcome<Outcome<T>> {
        if writeln!(self.questions, "{question}\t{}", file.display()).is_err() {
            return Ok(Outcome::Crashed);
        }
        let line = match self.answers.recv_timeout(TIME_LIMIT) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => return Ok(Outcome::TimedOut(TIME_LIMIT)),
            Err(RecvTimeoutError::Disconnected) => return Ok(Outcome::Crashed),
        };
        match serde_json::from_str(&line).map_err(|error| format!("{}: {error}", file.display()))? {
            Line::Unread { unread } => Ok(Outcome::Unread(unread)),
            Line::Answer(answer) => Ok(Outcome::Answered(answer)),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
