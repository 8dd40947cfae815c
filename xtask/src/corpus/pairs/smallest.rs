//! The smallest part of what authors changed in a broken text that makes it sound JSON.

use std::{
    collections::BTreeMap,
    ops::Range,
    time::{Duration, Instant},
};

use serde_json::Value;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, capture_diff_slices_deadline};

use super::{
    grammar::{self, Kind},
    tokens,
};

/// Up to how many single words are tried one by one.
const WORDS: usize = 600;

/// Up to how many pairs of words are compared where lines differ; above, the lines are one change.
const COMPARED: usize = 4_000_000;

/// How long the lines of two versions are compared: two texts that have nothing in common would take minutes.
const TIME_LIMIT: Duration = Duration::from_secs(2);

/// Up to how many changes are tried two by two: a bracket that is moved takes two.
const PAIRED: usize = 40;

/// What the authors meant by the broken text.
pub(crate) struct Smallest {
    /// The later version's value.
    pub(super) later: Value,
    /// What the smallest part of the changes gives: once in whole places that differ, and once word by word, where that
    /// is less.
    pub(super) parts: Vec<Part>,
    /// How often each word stands in the broken text.
    pub(super) words: BTreeMap<String, isize>,
    /// How many words of the broken text are none of JSON's.
    pub(super) foreign: usize,
}

/// A part of the changes that makes the broken text sound JSON.
pub(crate) struct Part {
    pub(super) value: Value,
    /// How often it brings a word more than it takes it away; negative where it takes it away.
    pub(super) balance: BTreeMap<String, isize>,
    /// What goes and what comes.
    pub(super) changes: Vec<[String; 2]>,
}

/// Words `old` of the broken text give way to words `new` of the later one.
#[derive(Clone, PartialEq)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

/// A text and the places of its words.
struct Words<'t> {
    text: &'t str,
    places: Vec<Range<usize>>,
    kinds: Vec<Kind>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let places = tokens::of(text);
        let kinds = places.iter().map(|place| Kind::of(text.get(place.clone()).unwrap_or_default())).collect();
        Self { text, places, kinds }
    }

    /// The words numbered `range`, with what stands between them.
    fn slice(&self, range: &Range<usize>) -> &'t str {
        let places = self.places.get(range.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return "" };
        self.text.get(first.start..last.end).unwrap_or_default()
    }

    fn words(&self, range: &Range<usize>) -> Vec<&'t str> {
        let places = self.places.get(range.clone()).unwrap_or_default();
        places.iter().filter_map(|place| self.text.get(place.clone())).collect()
    }

    fn kinds(&self, range: Range<usize>) -> impl Iterator<Item = Kind> {
        self.kinds.get(range).unwrap_or_default().iter().copied()
    }
}

impl Smallest {
    /// # Errors
    ///
    /// Where `later` is no JSON.
    pub(super) fn of(broken: &str, later: &str) -> Result<Self, String> {
        let (old, new) = (Words::of(broken), Words::of(later));
        let later: Value = serde_json::from_str(new.text).map_err(|error| error.to_string())?;
        let places = reduced(&old, &new, changes(&old, &new));
        let mut parts = vec![Part::of(&old, &new, &places)?];
        let count: usize = places.iter().map(|change| change.old.len() + change.new.len()).sum();
        if count <= WORDS {
            let words = reduced(&old, &new, places.iter().flat_map(|change| single(&old, change)).collect());
            parts.push(Part::of(&old, &new, &words)?);
        }
        let mut words = BTreeMap::new();
        count_words(&mut words, old.words(&(0..old.places.len())), 1);
        let foreign = old.kinds.iter().filter(|kind| **kind == Kind::Foreign).count();
        Ok(Self { later, parts, words, foreign })
    }
}

impl Part {
    fn of(old: &Words<'_>, new: &Words<'_>, changes: &[Change]) -> Result<Self, String> {
        let value = serde_json::from_str(&applied(old, new, changes)).map_err(|error| error.to_string())?;
        let mut balance = BTreeMap::new();
        for change in changes {
            count_words(&mut balance, old.words(&change.old), -1);
            count_words(&mut balance, new.words(&change.new), 1);
        }
        balance.retain(|_, count| *count != 0);
        let shown = changes.iter().map(|change| [old.slice(&change.old).to_owned(), new.slice(&change.new).to_owned()]);
        Ok(Self { value, balance, changes: shown.collect() })
    }
}

/// Adds `step` to the count of each word that says something.
fn count_words(counts: &mut BTreeMap<String, isize>, words: Vec<&str>, step: isize) {
    for word in words {
        if matches!(Kind::of(word), Kind::String | Kind::Plain) {
            *counts.entry(content(word)).or_default() += step;
        }
    }
}

/// How often each word of a text says something.
pub(super) fn words(text: &str) -> BTreeMap<String, isize> {
    let mut counts = BTreeMap::new();
    let words = Words::of(text);
    count_words(&mut counts, words.words(&(0..words.places.len())), 1);
    counts
}

/// What a word says, without the ways to write it.
fn content(word: &str) -> String {
    serde_json::from_str::<Value>(word).map_or_else(|_| word.trim_matches('"').to_owned(), |value| scalar(&value))
}

/// What a scalar says.
pub(super) fn scalar(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// All changes, first line by line and then, where lines differ, word by word.
fn changes(old: &Words<'_>, new: &Words<'_>) -> Vec<Change> {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let texts = |words: &Words<'_>, lines: &[Range<usize>]| -> Vec<String> {
        lines.iter().map(|line| words.words(line).join(" ")).collect()
    };
    let operations = capture_diff_slices_deadline(
        Algorithm::Patience,
        &texts(old, &old_lines),
        &texts(new, &new_lines),
        Some(Instant::now() + TIME_LIMIT),
    );
    let in_lines = differences(&operations).into_iter().map(|lines| Change {
        old: start(&old_lines, lines.old.start)..start(&old_lines, lines.old.end),
        new: start(&new_lines, lines.new.start)..start(&new_lines, lines.new.end),
    });
    in_lines.flat_map(|lines| by_word(old, new, &lines)).collect()
}

fn by_word(old: &Words<'_>, new: &Words<'_>, lines: &Change) -> Vec<Change> {
    if lines.old.len() * lines.new.len() > COMPARED {
        return vec![lines.clone()];
    }
    let operations = capture_diff_slices(Algorithm::Myers, &old.words(&lines.old), &new.words(&lines.new));
    let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    let found = differences(&operations).into_iter();
    found
        .map(|found| Change { old: moved(found.old, lines.old.start), new: moved(found.new, lines.new.start) })
        .collect()
}

/// What differs. The operations' lengths are counted, since not all of their indexes hold.
fn differences(operations: &[DiffOp]) -> Vec<Change> {
    let (mut old, mut new) = (0, 0);
    let mut found = Vec::new();
    for operation in operations {
        let (tag, gone, come) = operation.as_tag_tuple();
        let (gone, come) = match tag {
            DiffTag::Delete => (gone.len(), 0),
            DiffTag::Insert => (0, come.len()),
            DiffTag::Equal | DiffTag::Replace => (gone.len(), come.len()),
        };
        if tag != DiffTag::Equal {
            found.push(Change { old: old..old + gone, new: new..new + come });
        }
        (old, new) = (old + gone, new + come);
    }
    found
}

/// The number of the first word of the line numbered `at`; past the end, the number of words.
fn start(lines: &[Range<usize>], at: usize) -> usize {
    lines.get(at).map_or(lines.last().map_or(0, |last| last.end), |line| line.start)
}

/// The words of each line that has any, by their numbers.
fn lines(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    for (index, place) in words.places.iter().enumerate() {
        let between = words.text.get(end..place.start).unwrap_or_default();
        match found.last_mut() {
            Some(line) if !between.contains(['\n', '\r']) => line.end = index + 1,
            _ => found.push(index..index + 1),
        }
        end = place.end;
    }
    found
}

/// `change` as changes of one word each: what goes first, then what comes.
fn single(old: &Words<'_>, change: &Change) -> Vec<Change> {
    // A string that ended with its line is several words of the broken text and one of the later: it stays in one piece.
    if old.kinds(change.old.clone()).any(|kind| kind == Kind::Foreign) {
        return vec![change.clone()];
    }
    let gone = change.old.clone().map(|at| Change { old: at..at + 1, new: change.new.start..change.new.start });
    let come = change.new.clone().map(|at| Change { old: change.old.end..change.old.end, new: at..at + 1 });
    gone.chain(come).collect()
}

/// The broken text with `changes`, which are in order.
fn applied(old: &Words<'_>, new: &Words<'_>, changes: &[Change]) -> String {
    let mut text = String::with_capacity(old.text.len());
    let mut at = 0;
    for change in changes {
        text.push_str(old.slice(&(at..change.old.start)));
        // A blank parts what stood apart before.
        text.push('\n');
        text.push_str(new.slice(&change.new));
        text.push('\n');
        at = change.old.end;
    }
    text.push_str(old.slice(&(at..old.places.len())));
    text
}

/// Whether the broken text with some changes is sound JSON.
fn is_sound<'c>(old: &Words<'_>, new: &Words<'_>, changes: impl Iterator<Item = &'c Change>) -> bool {
    let end = old.places.len();
    let mut at = 0;
    let ranges = changes.map(|change| (change.old.clone(), change.new.clone())).chain([(end..end, 0..0)]);
    let words = ranges.flat_map(|(gone, come)| {
        let kept = at..gone.start;
        at = gone.end;
        old.kinds(kept).chain(new.kinds(come))
    });
    grammar::is_json(words)
}

/// Leaves out of `changes` whatever is not needed for sound JSON: large parts first, then single ones.
fn reduced(old: &Words<'_>, new: &Words<'_>, changes: Vec<Change>) -> Vec<Change> {
    let mut kept = vec![true; changes.len()];
    let mut parts = Vec::from([Range { start: 0, end: changes.len() }]);
    while let Some(part) = parts.pop() {
        let is_in = |index: usize| !part.contains(&index) && kept.get(index) == Some(&true);
        let fewer = changes.iter().enumerate().filter(|(index, _)| is_in(*index)).map(|(_, change)| change);
        if is_sound(old, new, fewer) {
            kept.iter_mut().take(part.end).skip(part.start).for_each(|kept| *kept = false);
        } else if part.len() > 1 {
            let middle = part.start + part.len() / 2;
            parts.extend([part.start..middle, middle..part.end]);
        }
    }
    let left: Vec<Change> = changes.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(change, _)| change).collect();
    if left.len() > PAIRED { left } else { without_pairs(old, new, left) }
}

/// Leaves out two changes at a time, where neither can go alone.
fn without_pairs(old: &Words<'_>, new: &Words<'_>, mut changes: Vec<Change>) -> Vec<Change> {
    'again: loop {
        for second in (1..changes.len()).rev() {
            for first in (0..second).rev() {
                let is_other = |index: usize| index != first && index != second;
                let fewer = changes.iter().enumerate().filter(|(index, _)| is_other(*index)).map(|(_, change)| change);
                if is_sound(old, new, fewer) {
                    changes.remove(second);
                    changes.remove(first);
                    continue 'again;
                }
            }
        }
        return changes;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Smallest;

    fn value(broken: &str, later: &str) -> Value {
        Smallest::of(broken, later).unwrap().parts.pop().unwrap().value
    }

    #[test]
    fn changes_of_content_are_left_out() {
        let broken = "{\n\"a\": 1,\n\"b\": [1, 2,],\n\"c\": 3\n}";
        let later = "{\n\"a\": 7,\n\"new\": {},\n\"b\": [1, 2]\n}";
        assert_eq!(value(broken, later), json!({ "a": 1, "b": [1, 2], "c": 3 }));
    }

    #[test]
    fn a_bracket_goes_where_the_authors_put_it() {
        let broken = "{\n\"a\": {\n\"b\": 1\n,\n\"c\": 2\n}";
        let later = "{\n\"a\": {\n\"b\": 1\n},\n\"c\": 5\n}";
        assert_eq!(value(broken, later), json!({ "a": { "b": 1 }, "c": 2 }));
    }

    #[test]
    fn what_two_changes_undo_together_is_left_out() {
        let broken = "{\n\"a\": [1,\n2],\n\"b\": 3,\n}";
        let later = "{\n\"a\": [[1,\n2]],\n\"b\": 3\n}";
        assert_eq!(value(broken, later), json!({ "a": [1, 2], "b": 3 }));
    }

    #[test]
    fn what_comes_with_the_repair_is_in_the_balance() {
        let smallest = Smallest::of("{\n\"a\": 1,\n}", "{\n\"a\": 1,\n\"b\": \"x\"\n}").unwrap();
        let found = smallest.parts.last().unwrap();
        assert_eq!(found.value, json!({ "a": 1, "b": "x" }));
        assert_eq!(
            (found.balance.get("b"), found.balance.get("x"), found.balance.get("a")),
            (Some(&1), Some(&1), None)
        );
    }
}
