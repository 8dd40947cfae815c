//! References among what OpenAPI 3 brought: nothing has resolved them, since the walk does not go in there.

use crate::json::Value;
use crate::openapi::Document;

/// No chain of references that somebody wrote is longer.
const LONGEST_CHAIN: usize = 16;

/// What a reference leads to is written out in each place that refers to it: what is longer, in bytes, is not.
const LONGEST: usize = 32 << 10;

/// What `value` stands for: itself, or what its reference leads to in the end, where that is not too long.
pub(super) fn follow<'a>(document: &Document<'a>, value: Value<'a>) -> Option<Value<'a>> {
    let mut at = value;
    for _ in 0..LONGEST_CHAIN {
        let Some(target) = at.get_str("$ref") else {
            return (at == value || at.source().len() <= LONGEST).then_some(at);
        };
        at = find(document.root()?, &target)?;
    }
    None
}

fn find<'a>(root: Value<'a>, target: &str) -> Option<Value<'a>> {
    let down = |path: &str| {
        path.split('/').try_fold(root, |value, step| value.get(&step.replace("~1", "/").replace("~0", "~")))
    };
    let path = target.strip_prefix("#/")?;
    // What was moved already may still be referred to in the old way.
    down(path).or_else(|| down(&format!("definitions/{}", path.strip_prefix("components/schemas/")?)))
}
