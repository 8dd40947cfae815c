//! Files replaced in one step: whatever happens, there is the old text or the new one.

use std::fs::{self, File, Permissions};
use std::io::{self, Error, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Replaces the text of the file at `path`, and keeps its permissions.
///
/// # Errors
///
/// Those of the file system, and that the file is write-protected or not a file at all. The old text is then still
/// there.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // What a symbolic link points to is replaced, and not the link.
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    if !metadata.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "it is no regular file"));
    }
    if metadata.permissions().readonly() {
        return Err(Error::new(ErrorKind::PermissionDenied, "it is write-protected"));
    }
    let beside = beside(&path);
    let file = File::create_new(&beside)?;
    let replaced = fill(file, text, metadata.permissions()).and_then(|()| fs::rename(&beside, &path));
    if replaced.is_err() {
        // The first error is the one to tell of.
        let _ = fs::remove_file(&beside);
    }
    replaced
}

/// Writes all of `text` to the disk, so that the file is whole before it takes the place of the old one.
fn fill(mut file: File, text: &str, permissions: Permissions) -> io::Result<()> {
    file.set_permissions(permissions)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A name in the same folder, since a file cannot be renamed from one disk to another.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", process::id()));
    path.with_file_name(name)
}
