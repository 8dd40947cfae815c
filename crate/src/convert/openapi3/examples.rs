//! Examples: one for each media type, and none elsewhere.

use super::{Job, words};
use crate::json::Value;

const ELSEWHERE: words::Words = ("An example that stands at another address is left out.", "An Xtension is one file.");

impl<'a> Job<'a> {
    /// The one example of a parameter, a header or a media type: of several the first.
    pub(super) fn example(&mut self, holder: Value<'a>) -> Option<Value<'a>> {
        if let Some(example) = holder.get("example") {
            return Some(example);
        }
        let examples = holder.get("examples")?;
        let mut all = examples.members();
        let first = self.followed(all.next()?.value())?;
        if all.next().is_some() {
            self.chose(words::EXAMPLES, examples, None);
        }
        if first.get("externalValue").is_some() {
            self.lost(ELSEWHERE, first);
        }
        ["value", "dataValue", "serializedValue"].iter().find_map(|key| first.get(key))
    }
}
