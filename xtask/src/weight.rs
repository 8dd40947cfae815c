//! How much a browser has to load.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};

use crate::{Outcome, project};

/// Where the page is built to.
const DIST: &str = "dist";

/// What the page may weigh: the sum of [`File::compressed`], in bytes: 300 KiB.
const BUDGET: usize = 300 << 10;

/// The kinds of files that a first visit loads.
const KINDS: [&str; 4] = ["html", "css", "js", "wasm"];

/// The files of the page.
pub(crate) struct Page {
    files: Vec<File>,
}

struct File {
    path: PathBuf,
    /// In bytes.
    size: usize,
    /// In bytes, after gzip.
    compressed: usize,
}

/// Weighs the page in `dist/`.
///
/// # Errors
///
/// Where it cannot be read or is not built.
pub(crate) fn of_page() -> Outcome<Page> {
    let mut files = Vec::new();
    for path in project::files(DIST)? {
        if is_loaded(&path) {
            files.push(weigh(path)?);
        }
    }
    Ok(Page { files })
}

fn is_loaded(path: &Path) -> bool {
    path.extension().is_some_and(|extension| KINDS.iter().any(|kind| extension == *kind))
}

fn weigh(path: PathBuf) -> Outcome<File> {
    let failed = |error| format!("{}: {error}", path.display());
    let content = fs::read(&path).map_err(failed)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let compressed = encoder.write_all(&content).and_then(|()| encoder.finish()).map_err(failed)?.len();
    Ok(File { path, size: content.len(), compressed })
}

impl Page {
    /// The sizes of the files and their sum beside the budget.
    pub(crate) fn table(&self) -> String {
        let mut table = format!("{:>11} {:>11}\n", "bytes", "gzip");
        for file in &self.files {
            let _ = writeln!(table, "{:>11} {:>11}  {}", file.size, file.compressed, file.path.display());
        }
        let size: usize = self.files.iter().map(|file| file.size).sum();
        let _ = write!(table, "{size:>11} {:>11}  in all; the budget is {BUDGET} after gzip", self.compressed());
        table
    }

    /// Sees that the page is within its budget.
    ///
    /// # Errors
    ///
    /// Where it is not.
    pub(crate) fn check(&self) -> Outcome {
        if self.compressed() > BUDGET {
            return Err(format!("the page is {} bytes over its budget", self.compressed() - BUDGET));
        }
        Ok(())
    }

    fn compressed(&self) -> usize {
        self.files.iter().map(|file| file.compressed).sum()
    }
}
