//! How much a browser has to load before the first check, how much it loads after it, and how large the page is as one file.

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

/// The file in [`DIST`] whose head names what the page loads before its first check. A test of the page sees that the
/// browser shows the first answer without the other files, and loads each of these for it.
const HEAD: &str = "index.html";

/// How the head's elements begin that name what comes after the first check.
const LATER: [&str; 2] = ["<meta name=\"checker-whole-", "<link rel=\"manifest\""];

/// What may be loaded before the first check: the sum of [`File::compressed`], in bytes.
const BUDGET: usize = 300_000;

/// The whole page as one file, which the page itself never loads.
const ONE_FILE: &str = "xtension-checker.html";

/// What [`ONE_FILE`] may take on disk, in bytes. The page's dialog says "about 2 MB".
const ONE_FILE_BUDGET: usize = 2_500_000;

/// The files of the page.
pub(crate) struct Page {
    /// What is loaded before the first check.
    first: Vec<File>,
    /// What is loaded after it.
    later: Vec<File>,
    /// What is downloaded only as a file: [`ONE_FILE`].
    alone: Vec<File>,
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
    let mut page = Page { first: Vec::new(), later: Vec::new(), alone: Vec::new() };
    let head = project::read(Path::new(DIST).join(HEAD))?;
    let is_later = |element: &str| LATER.iter().any(|beginning| element.trim_start().starts_with(beginning));
    let elements: Vec<&str> = head.split_inclusive('>').filter(|element| !is_later(element)).collect();
    for path in project::files(DIST)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_first = name == HEAD || elements.iter().any(|element| element.contains(&*name));
        let part = match &*name {
            ONE_FILE => &mut page.alone,
            _ if is_first => &mut page.first,
            _ => &mut page.later,
        };
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
        let alone = format!("as one file; the budget is {ONE_FILE_BUDGET} on disk");
        for (files, words) in [(&self.first, &*first), (&self.later, "after the first check"), (&self.alone, &*alone)] {
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
        let alone: usize = self.alone.iter().map(|file| file.size).sum();
        if alone > ONE_FILE_BUDGET {
            return Err(format!("{ONE_FILE} is {} bytes over its budget", alone - ONE_FILE_BUDGET));
        }
        Ok(())
    }
}

fn compressed(files: &[File]) -> usize {
    files.iter().map(|file| file.compressed).sum()
}
