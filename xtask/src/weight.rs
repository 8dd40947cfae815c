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
const LATER: [&str; 3] = ["<meta name=\"checker-whole-", "<meta name=\"checker-convert-", "<link rel=\"manifest\""];

/// The whole page as one file, which the page itself never loads.
const ONE_FILE: &str = "xtension-checker.html";

/// How the names of the wasm begin that the page loads first, of the one after it, and of the one for what is to be
/// converted.
const FIRST_WASM: &str = "first-";
const WHOLE_WASM: &str = "xtension-checker-";
const CONVERTER: &str = "convert-";

/// Something that may not be heavier than is said here.
struct Budget {
    what: &'static str,
    /// In bytes.
    weight: usize,
    /// In bytes.
    limit: usize,
}

impl Budget {
    /// How it is not kept to. What weighs nothing has not been found.
    fn excess(&self) -> Option<String> {
        let Self { what, weight, limit } = self;
        match *weight {
            0 => Some(format!("{what}: is not there")),
            weight if weight > *limit => Some(format!("{what}: {} bytes over the budget", weight - limit)),
            _ => None,
        }
    }
}

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
        let parts = [
            (&self.first, "before the first check"),
            (&self.later, "after the first check"),
            (&self.alone, "as one file"),
        ];
        for (files, words) in parts {
            for file in files {
                let _ = writeln!(table, "{:>11} {:>11}  {}", file.size, file.compressed, file.path.display());
            }
            let _ = writeln!(table, "{:>11} {:>11}  {words}", size(files), compressed(files));
        }
        let _ = writeln!(table, "\n{:>11} {:>11}", "weight", "budget");
        for Budget { what, weight, limit } in self.budgets() {
            let _ = writeln!(table, "{weight:>11} {limit:>11}  {what}");
        }
        table
    }

    /// What is held to a limit. What is loaded counts after gzip, as it travels.
    fn budgets(&self) -> [Budget; 6] {
        let loaded = || self.first.iter().chain(&self.later);
        let wasm =
            |beginning: &str| loaded().filter(move |file| file.is_wasm(beginning)).map(|file| file.compressed).sum();
        let all = loaded().map(|file| file.compressed).sum();
        [
            Budget { what: "what is loaded before the first check", weight: compressed(&self.first), limit: 270_000 },
            Budget { what: "the wasm that is loaded first", weight: wasm(FIRST_WASM), limit: 240_000 },
            Budget { what: "the whole wasm", weight: wasm(WHOLE_WASM), limit: 700_000 },
            Budget { what: "the converter", weight: wasm(CONVERTER), limit: 340_000 },
            Budget { what: "all that is loaded", weight: all, limit: 1_800_000 },
            // The page's dialog says "less than 3 MB". Both wasms are in it as text: a third more than they weigh.
            Budget { what: "the page as one file, on disk", weight: size(&self.alone), limit: 3_000_000 },
        ]
    }

    /// Sees that the page is within its budget.
    ///
    /// # Errors
    ///
    /// Where it is not, or a part of it is not there.
    pub(crate) fn check(&self) -> Outcome {
        let words: Vec<String> = self.budgets().into_iter().filter_map(|budget| budget.excess()).collect();
        if words.is_empty() { Ok(()) } else { Err(words.join("; ")) }
    }
}

impl File {
    fn is_wasm(&self, beginning: &str) -> bool {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(beginning) && name.ends_with(".wasm")
    }
}

fn size(files: &[File]) -> usize {
    files.iter().map(|file| file.size).sum()
}

fn compressed(files: &[File]) -> usize {
    files.iter().map(|file| file.compressed).sum()
}

#[cfg(test)]
mod tests {
    use super::{File, Page};

    fn file(path: &str, compressed: usize) -> File {
        File { path: path.into(), size: 2 * compressed, compressed }
    }

    #[test]
    fn each_part_has_a_budget_of_its_own() {
        let page = |first, whole, converter, alone| Page {
            first: vec![file("dist/index.html", 1000), file("dist/checker/first-1f.wasm", first)],
            later: vec![
                file("dist/xtension-checker-2e_bg.wasm", whole),
                file("dist/xtension-checker-2e.js", 1000),
                file("dist/checker/convert-3d.wasm", converter),
            ],
            alone: vec![file("dist/xtension-checker.html", alone)],
        };
        assert_eq!(page(200_000, 500_000, 200_000, 1_000_000).check(), Ok(()));
        let broken = page(300_000, 1_500_000, 400_000, 1_600_000).check().unwrap_err();
        assert_eq!(broken.matches("over the budget").count(), 6, "{broken}");
        assert!(broken.contains("the whole wasm: 800000 bytes over"), "{broken}");
        assert!(page(0, 1, 1, 1).check().is_err_and(|error| error == "the wasm that is loaded first: is not there"));
    }
}
