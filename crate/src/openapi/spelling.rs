//! Which of the names that there are somebody probably meant.

use crate::text::Gather;

/// Words from other languages and formats, and what they are called here. They count only where the right one is allowed.
const SYNONYMS: &[(&str, &str)] = &[
    ("authorization_code", "accessCode"),
    ("authorizationCode", "accessCode"),
    ("bool", "boolean"),
    ("client_credentials", "application"),
    ("clientCredentials", "application"),
    ("comma", "csv"),
    ("date", "string"),
    ("datetime", "string"),
    ("decimal", "number"),
    ("dict", "object"),
    ("double", "number"),
    ("float", "number"),
    ("form", "formData"),
    ("int", "integer"),
    ("list", "array"),
    ("long", "integer"),
    ("repeat", "multi"),
    ("space", "ssv"),
    ("str", "string"),
    ("tab", "tsv"),
    ("text", "string"),
    ("url", "query"),
    ("uuid", "string"),
];

/// Words up to this many bytes are compared; longer ones are nobody's slip of the pen.
const LONGEST: usize = 64;

/// So many candidates are looked at: nobody means the ten-thousandth, and the document may ask as often.
const MOST: usize = 1_000;

/// The one of `candidates` that `word` was probably meant to be; never `word` itself.
///
/// First one that differs only in letter case, blanks and punctuation, then one that is its name in another
/// format, then the nearest by spelling: one slip in a word of three letters, two from six letters on. A slip is a
/// letter too many, too few or wrong, or two neighbours swapped. The first of several equally near ones wins.
pub fn nearest<'c>(word: &str, candidates: &[&'c str]) -> Option<&'c str> {
    if word.len() > LONGEST {
        return None;
    }
    let others =
        candidates.iter().copied().take(MOST).filter(|candidate| *candidate != word && candidate.len() <= LONGEST);
    if let Some(same) = others.clone().find(|candidate| are_alike(candidate, word)) {
        return Some(same);
    }
    if let Some(synonym) = SYNONYMS.iter().find(|synonym| synonym.0.eq_ignore_ascii_case(word))
        && let Some(same) = others.clone().find(|candidate| *candidate == synonym.1)
    {
        return Some(same);
    }
    let simple: Vec<u8> = simplified(word).gathered();
    let (_, own) = letters(word);
    others
        .filter_map(|candidate| {
            let (length, theirs) = letters(candidate);
            let allowed = (simple.len().min(length) / 3).min(2);
            // A slip puts one letter in the place of another at most: that tells most words apart.
            if simple.len().abs_diff(length) > allowed || (own ^ theirs).count_ones() as usize > 2 * allowed {
                return None;
            }
            let slips = slips(&simple, &simplified(candidate).gathered(), allowed)?;
            Some((slips, candidate))
        })
        .min_by_key(|near| near.0)
        .map(|near| near.1)
}

/// Whether two words differ in nothing but the habits of writing them.
pub(super) fn are_alike(word: &str, other: &str) -> bool {
    simplified(word).eq(simplified(other))
}

/// The bytes that tell names apart, whatever the habits of writing them.
fn simplified(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(|byte| !matches!(byte, b'-' | b'_' | b' ' | b':' | b'/')).map(|byte| byte.to_ascii_lowercase())
}

/// How many letters a word has, and one bit for each that is in it.
fn letters(word: &str) -> (usize, u64) {
    simplified(word).fold((0, 0), |(count, letters), letter| (count + 1, letters | 1 << (letter & 63)))
}

/// How many slips lead from one word to the other, where these are no more than `most`: their distance after Damerau
/// and Levenshtein. Neither word is longer than [`LONGEST`].
fn slips(from: &[u8], to: &[u8], most: usize) -> Option<usize> {
    /// More slips than there can be.
    const FAR: u8 = u8::MAX / 2;
    type Line = [u8; LONGEST + 1];
    let most = most.min(LONGEST) as u8;
    let mut second_last: Line = [FAR; LONGEST + 1];
    let mut last: Line = std::array::from_fn(|column| column as u8);
    let at = |line: &Line, index: usize| line.get(index).copied().unwrap_or(FAR);
    let mut was_close = true;
    for (row, byte) in from.iter().enumerate() {
        let mut current: Line = [FAR; LONGEST + 1];
        let mut before = row as u8 + 1;
        let mut is_close = before <= most;
        for (column, (other, cell)) in to.iter().zip(current.iter_mut().skip(1)).enumerate() {
            let mut fewest =
                (at(&last, column) + u8::from(byte != other)).min(at(&last, column + 1) + 1).min(before + 1);
            let swapped = row > 0 && column > 0 && from.get(row - 1) == Some(other) && to.get(column - 1) == Some(byte);
            if swapped {
                fewest = fewest.min(at(&second_last, column - 1) + 1);
            }
            is_close |= fewest <= most;
            *cell = fewest;
            before = fewest;
        }
        if let Some(first) = current.first_mut() {
            *first = row as u8 + 1;
        }
        // Each way on leads through one of the last two lines.
        if !is_close && !was_close {
            return None;
        }
        was_close = is_close;
        second_last = std::mem::replace(&mut last, current);
    }
    last.get(to.len()).copied().filter(|slips| *slips <= most).map(usize::from)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn assert_nearest(word: &str, candidates: &[&str], expected: Option<&str>) {
        assert_eq!(nearest(word, candidates), expected, "{word}");
    }

    #[test]
    fn slips_of_the_pen_are_seen_through() {
        assert_nearest("tpye", &["name", "type"], Some("type"));
        assert_nearest("reponses", &["responses", "parameters"], Some("responses"));
        assert_nearest("x-ntx-inital", &["x-ntx-initial", "x-ntx-control"], Some("x-ntx-initial"));
        assert_nearest("securityDefinition", &["security", "securityDefinitions"], Some("securityDefinitions"));
    }

    #[test]
    fn habits_of_writing_count_first() {
        assert_nearest("operation_id", &["operationIds", "operationId"], Some("operationId"));
        assert_nearest("BASEPATH", &["basePath"], Some("basePath"));
        assert_nearest("host ", &["host"], Some("host"));
        assert_nearest("https://", &["http", "https"], Some("https"));
        assert_nearest("x-ntx-dynamicValues", &["x-ntx-dynamic-values"], Some("x-ntx-dynamic-values"));
    }

    #[test]
    fn other_names_for_the_same_count_where_they_are_allowed() {
        assert_nearest("int", &["string", "integer"], Some("integer"));
        assert_nearest("int", &["query", "path"], None);
        assert_nearest("comma", &["csv", "ssv"], Some("csv"));
        assert_nearest("clientCredentials", &["accessCode", "application"], Some("application"));
    }

    #[test]
    fn only_so_many_are_looked_at() {
        let mut candidates = vec!["type"; super::MOST];
        candidates.push("name");
        assert_nearest("nmae", &candidates, None);
    }

    #[test]
    fn what_is_far_away_is_not_suggested() {
        assert_nearest("anyOf", &["allOf"], None);
        assert_nearest("id", &["in"], None);
        assert_nearest("", &["in", "name"], None);
        assert_nearest("name", &["name"], None);
        assert_nearest(&"a".repeat(100_000), &["name"], None);
    }
}
