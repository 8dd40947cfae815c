//! Makes a document smaller that shows something, as long as it shows it.

use crate::json::Json;

/// The smallest document that `shows` it: nothing can be taken out any more, nor be made simpler.
///
/// # Errors
///
/// The first one of `shows`.
pub(crate) fn shrink<E>(mut document: Json, mut shows: impl FnMut(&Json) -> Result<bool, E>) -> Result<Json, E> {
    loop {
        let mut smaller = None;
        for path in document.paths() {
            let mut candidates = Vec::new();
            if let Some((position, holder)) = path.split_last() {
                let mut without = document.clone();
                without.at_mut(holder).remove(*position);
                candidates.push(without);
            }
            for simple in simpler(document.at(&path)) {
                let mut with = document.clone();
                *with.at_mut(&path) = simple;
                candidates.push(with);
            }
            for candidate in candidates {
                if shows(&candidate)? {
                    smaller = Some(candidate);
                    break;
                }
            }
            if smaller.is_some() {
                break;
            }
        }
        match smaller {
            Some(candidate) => document = candidate,
            None => return Ok(document),
        }
    }
}

/// What may say the same with less.
fn simpler(value: &Json) -> Vec<Json> {
    match value {
        Json::String(text) if !text.is_empty() => vec![Json::string("")],
        Json::Number(source) if source != "0" => vec![Json::number("0")],
        _ => Vec::new(),
    }
}
