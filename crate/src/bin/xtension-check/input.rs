//! Where texts come from.

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use xtension_checker::SIZE_LIMIT;
use xtension_checker::openapi::{OtherKind, kind};
use xtension_checker::report::printable;
use xtension_checker::text::Lines;

/// A file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    File(PathBuf),
    StandardInput,
}

impl From<OsString> for Input {
    fn from(name: OsString) -> Self {
        if name == "-" { Self::StandardInput } else { Self::File(name.into()) }
    }
}

/// What it is called in a sentence.
impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", printable(&path.display().to_string())),
            Self::StandardInput => write!(f, "standard input"),
        }
    }
}

impl Input {
    /// What it was called on the command line.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::StandardInput => "-".to_owned(),
        }
    }

    /// Whether it is the file at `path`, by whatever name.
    pub(crate) fn is_at(&self, path: &Path) -> bool {
        let of = |path: &Path| path.canonicalize().ok();
        matches!(self, Self::File(own) if of(own).is_some() && of(own) == of(path))
    }

    /// Its whole text.
    ///
    /// # Errors
    ///
    /// A sentence without a subject that says why there is no text to check.
    pub(crate) fn read(&self) -> Result<String, String> {
        let bytes = self.bytes().map_err(|error| format!("cannot be read: {error}"))?;
        if bytes.len() > SIZE_LIMIT {
            return Err(format!("is larger than {} MiB, the most that is checked", SIZE_LIMIT >> 20));
        }
        if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes.as_slice() {
            return Err("is UTF-16: save it as UTF-8".to_owned());
        }
        String::from_utf8(bytes).map_err(|error| not_utf8(&error))
    }

    /// Its bytes, up to one more than may be checked.
    fn bytes(&self) -> io::Result<Vec<u8>> {
        let limit = SIZE_LIMIT as u64 + 1;
        let mut bytes = Vec::new();
        match self {
            Self::File(path) => File::open(path)?.take(limit).read_to_end(&mut bytes)?,
            Self::StandardInput => io::stdin().lock().take(limit).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}

fn not_utf8(error: &std::string::FromUtf8Error) -> String {
    let lossy = String::from_utf8_lossy(error.as_bytes());
    let is_file = |kind: &&OtherKind| ["archive", "binary"].contains(&kind.id);
    if let Some(kind) = kind::other_kind(&kind::read(&lossy)).filter(is_file) {
        return format!("is {}. {}", kind.name, kind.next);
    }
    let at = error.utf8_error().valid_up_to();
    let (sound, broken) = error.as_bytes().split_at(at);
    let line = Lines::new(&String::from_utf8_lossy(sound)).line_of(at as u32);
    let byte = broken.first().copied().unwrap_or_default();
    format!(
        "is not UTF-8: the byte 0x{byte:02X} at offset {at} (line {line}) belongs to no character; save it as UTF-8"
    )
}
