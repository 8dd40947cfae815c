//! How much a browser has to load before the first check, and how much it loads after it.

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

/// The folder in [`DIST`] of the scripts that the page is parted into. It loads those that [`HEAD`] names before its first
/// check, and all others later. A test of the page sees that the browser shows the first answer without those, and loads
/// every other file for it.
const PARTS: &str = "part";

/// The file in [`DIST`] that names what the page loads first.
const HEAD: &str = "index.html";

/// What may be loaded before the first check: the sum of [`File::compressed`], in bytes: 475 KiB.
const BUDGET: usize = 475 << 10;

/// The files of the page.
pub(crate) struct Page {
    /// What is loaded before the first check.
    first: Vec<File>,
    /// What is loaded after it.
    later: Vec<File>,
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
    let mut page = Page { first: Vec::new(), later: Vec::new() };
    let head = Path::new(DIST).join(HEAD);
    let head = fs::read_to_string(&head).map_err(|error| format!("{}: {error}", head.display()))?;
    let is_named = |path: &Path| path.file_name().is_some_and(|name| head.contains(&*name.to_string_lossy()));
    let parts = Path::new(DIST).join(PARTS);
    for path in project::files(DIST)? {
        let is_first = !path.starts_with(&parts) || is_named(&path);
        let part = if is_first { &mut page.first } else { &mut page.later };
        part.push(weigh(path)?);
    }
    Ok(page)
}

fn weigh(path: PathBuf) -> Outcome<File> {
    let failed = |error| format!("{}: {error}", path.display());
    let content = fs::read(&path).map_err(failed)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let compressed = encoder.write_all(&content).and_then(|()| encoder.finish()).map_err(failed)?.len();
    Ok(File { path, size: content.len(), compressed })
}

impl Page {
    /// The sizes of the files, with the sums of what is loaded first and of what is loaded later.
    pub(crate) fn table(&self) -> String {
        let mut table = format!("{:>11} {:>11}\n", "bytes", "gzip");
        let rest = BUDGET.abs_diff(compressed(&self.first));
        let rest =
            if compressed(&self.first) <= BUDGET { format!("{rest} are left") } else { format!("{rest} are too many") };
        let first = format!("before the first check; the budget is {BUDGET} after gzip, so {rest}");
        for (files, words) in [(&self.first, &*first), (&self.later, "after the first check")] {
            for file in files {
                let _ = writeln!(table, "{:>11} {:>11}  {}", file.size, file.compressed, file.path.display());
            }
            let size: usize = files.iter().map(|file| file.size).sum();
            let _ = writeln!(table, "{size:>11} {:>11}  {words}", compressed(files));
        }
        table
    }

    /// Sees that the page is within its budget.
    ///
    /// # Errors
    ///
    /// Where it is not.
    pub(crate) fn check(&self) -> Outcome {
        let weight = compressed(&self.first);
        if weight > BUDGET {
            return Err(format!("what is loaded before the first check is {} bytes over its budget", weight - BUDGET));
        }
        Ok(())
    }
}

fn compressed(files: &[File]) -> usize {
    files.iter().map(|file| file.compressed).sum()
}
