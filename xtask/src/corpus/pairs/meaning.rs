//! Whether two values mean the same, but for what authors added, took away or reworded.

use std::collections::BTreeMap;

use serde_json::Value;

use super::smallest::{Part, Smallest, scalar, words};
use crate::corpus::place::Place;

/// What the repair of a file gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// The value of the later version.
    Later,
    /// The value of the smallest part of the authors' changes.
    Smallest,
    /// That value, but for what those changes reword.
    Reworded,
    /// That value, but for the object or list around the break, which those changes rewrite.
    Rewritten,
    /// Sound JSON that says something else.
    Other,
    /// No sound JSON.
    Broken,
}

impl Meaning {
    pub(super) const ALL: [Self; 6] =
        [Self::Later, Self::Smallest, Self::Reworded, Self::Rewritten, Self::Other, Self::Broken];

    pub(super) fn is_same(self) -> bool {
        matches!(self, Self::Later | Self::Smallest | Self::Reworded | Self::Rewritten)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Smallest => "smallest",
            Self::Reworded => "reworded",
            Self::Rewritten => "rewritten",
            Self::Other => "another meaning",
            Self::Broken => "no JSON",
        }
    }
}

/// What a repair gives, and the first difference from what was meant.
pub(super) struct Comparison {
    pub(super) meaning: Meaning,
    pub(super) difference: Option<String>,
}

/// How many steps below the root an object or list is at least that may be rewritten: an operation, or a part of a
/// definition.
const DEPTH: usize = 3;

/// Compares a repaired text, where there is one, with what the authors meant.
pub(super) fn of(repaired: Option<&str>, meant: &Smallest) -> Comparison {
    let read = |text: &str| serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')).ok();
    let Some((text, value)) = repaired.and_then(|text| Some((text, read(text)?))) else {
        return Comparison { meaning: Meaning::Broken, difference: None };
    };
    if value == meant.later {
        return Comparison { meaning: Meaning::Later, difference: None };
    }
    let keeps_words = keeps_words(text, meant);
    let by_part = meant.parts.iter().map(|part| beside(&value, part, keeps_words));
    by_part
        .min_by_key(|comparison| comparison.meaning)
        .unwrap_or(Comparison { meaning: Meaning::Other, difference: None })
}

fn beside(value: &Value, part: &Part, keeps_words: bool) -> Comparison {
    if *value == part.value {
        return Comparison { meaning: Meaning::Smallest, difference: None };
    }
    let mut walk = Walk { balance: part.balance.clone(), differences: Vec::new() };
    walk.compare(&Place::default(), value, &part.value);
    let meaning = match walk.container() {
        None => Meaning::Reworded,
        Some(container) if keeps_words && container.0.len() >= DEPTH && is_rewritten(&container, value, part) => {
            Meaning::Rewritten
        }
        Some(_) => Meaning::Other,
    };
    let difference = walk.differences.first().map(|(place, how)| format!("/{} {how}", place.0.join("/")));
    Comparison { meaning, difference }
}

/// Whether `text` has the words of the broken text, no more and no fewer: only signs were repaired.
fn keeps_words(text: &str, meant: &Smallest) -> bool {
    let mut left = words(text);
    for (word, count) in &meant.words {
        *left.entry(word.clone()).or_default() -= count;
    }
    let more: isize = left.values().filter(|count| **count > 0).sum();
    left.values().all(|count| *count >= 0) && more.unsigned_abs() <= meant.foreign
}

/// Whether what a part of the changes brings or takes stands at `place`.
fn is_rewritten(place: &Place, value: &Value, part: &Part) -> bool {
    let words_at = |value: &Value| place.of(value).map(said).unwrap_or_default();
    words_at(value).iter().chain(&words_at(&part.value)).any(|word| part.balance.contains_key(word))
}

/// All names and scalars of a value.
fn said(value: &Value) -> Vec<String> {
    let mut words = Vec::new();
    let mut values = vec![value];
    while let Some(value) = values.pop() {
        match value {
            Value::Object(members) => {
                words.extend(members.keys().cloned());
                values.extend(members.values());
            }
            Value::Array(items) => values.extend(items),
            plain => words.push(scalar(plain)),
        }
    }
    words
}

struct Walk {
    /// What the authors' changes bring and take, as far as it has not explained a difference yet.
    balance: BTreeMap<String, isize>,
    /// What is left: where, and how it differs.
    differences: Vec<(Place, &'static str)>,
}

impl Walk {
    /// The innermost object or list that holds all differences.
    fn container(&self) -> Option<Place> {
        let mut places =
            self.differences.iter().map(|(place, _)| place.0.split_last().map_or(&[][..], |(_, above)| above));
        let first = places.next()?;
        let shared = places.fold(first, |shared, place| {
            let count = shared.iter().zip(place).take_while(|(own, other)| own == other).count();
            shared.get(..count).unwrap_or_default()
        });
        Some(Place(shared.to_vec()))
    }

    fn compare(&mut self, place: &Place, repaired: &Value, meant: &Value) {
        match (repaired, meant) {
            (Value::Object(repaired), Value::Object(meant)) => {
                for (name, value) in repaired {
                    let place = place.below(name);
                    match meant.get(name) {
                        Some(meant) => self.compare(&place, value, meant),
                        None => self.explain(&place, Some(name), value, -1),
                    }
                }
                for (name, value) in meant.iter().filter(|(name, _)| !repaired.contains_key(*name)) {
                    self.explain(&place.below(name), Some(name), value, 1);
                }
            }
            (Value::Array(repaired), Value::Array(meant)) => self.compare_lists(place, repaired, meant),
            (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
                self.differ(place, "is of another kind");
            }
            _ if repaired == meant => {}
            _ if are_alike(&scalar(repaired), &scalar(meant)) => {}
            _ => {
                self.explain(place, None, repaired, -1);
                self.explain(place, None, meant, 1);
            }
        }
    }

    fn compare_lists(&mut self, place: &Place, repaired: &[Value], meant: &[Value]) {
        let from_start = repaired.iter().zip(meant).take_while(|(own, other)| own == other).count();
        let shorter = repaired.len().min(meant.len());
        let pairs_from_end = repaired.iter().rev().zip(meant.iter().rev());
        let from_end = pairs_from_end.take(shorter - from_start).take_while(|(own, other)| own == other).count();
        let middle = |list: &[Value]| list.get(from_start..list.len() - from_end).unwrap_or_default().to_vec();
        let (repaired, meant) = (middle(repaired), middle(meant));
        let shared = repaired.len().min(meant.len());
        let place = |index: usize| place.below(&(from_start + index).to_string());
        for (index, (repaired, meant)) in repaired.iter().zip(&meant).enumerate() {
            self.compare(&place(index), repaired, meant);
        }
        for (list, step) in [(&repaired, -1), (&meant, 1)] {
            for (index, value) in list.iter().enumerate().skip(shared) {
                self.explain(&place(index), None, value, step);
            }
        }
    }

    /// Something stands on one side only: all that it says must be what the changes bring (`step` is 1) or take (-1).
    fn explain(&mut self, place: &Place, name: Option<&str>, value: &Value, step: isize) {
        let words: Vec<String> = name.map(str::to_owned).into_iter().chain(said(value)).collect();
        let is_explained = !words.is_empty() && words.iter().all(|word| self.take(word, step));
        if !is_explained {
            self.differ(place, if step == 1 { "is not there" } else { "is there" });
        }
    }

    fn take(&mut self, word: &str, step: isize) -> bool {
        let Some(left) = self.balance.get_mut(word).filter(|left| **left * step > 0) else { return false };
        *left -= step;
        true
    }

    fn differ(&mut self, place: &Place, how: &'static str) {
        self.differences.push((place.clone(), how));
    }
}

/// Whether two sentences are the same but for a few words, spaces and signs: the letters and digits of one are among
/// those of the other in the same order, and at least half of them.
fn are_alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    short.len() * 2 >= long.len() && !short.is_empty() && short.iter().all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Smallest, of};

    fn meaning(broken: &str, later: &str, repaired: &str) -> Meaning {
        of(Some(repaired), &Smallest::of(broken, later).unwrap()).meaning
    }

    #[test]
    fn the_later_version_and_the_smallest_change_mean_the_same() {
        let broken = "{\n\"a\": 1,\n\"b\": [2,]\n}";
        assert_eq!(meaning(broken, "{\"a\": 1, \"b\": [2]}", "{\"b\": [2], \"a\": 1}"), Meaning::Later);
        assert_eq!(meaning(broken, "{\n\"a\": 5,\n\"b\": [2]\n}", "{\"a\": 1, \"b\": [2]}"), Meaning::Smallest);
    }

    #[test]
    fn what_the_authors_put_into_the_gap_is_theirs() {
        let broken = "{\n\"a\": 1,\n}";
        let later = "{\n\"a\": 1,\n\"b\": \"x\"\n}";
        assert_eq!(meaning(broken, later, "{\"a\": 1}"), Meaning::Reworded);
        assert_eq!(meaning(broken, later, "{}"), Meaning::Other);
        assert_eq!(meaning(broken, later, "{\"a\": 1, \"b\": null}"), Meaning::Other);
    }

    #[test]
    fn a_text_with_a_broken_line_may_be_reworded_and_not_replaced() {
        let broken = "{\n\"a\": \"one two\nthree\"\n}";
        let later = "{\n\"a\": \"One two, three\"\n}";
        assert_eq!(meaning(broken, later, "{\"a\": \"one two\\nthree\"}"), Meaning::Other);
        let later = "{\n\"a\": \"one two, three\"\n}";
        assert_eq!(meaning(broken, later, "{\"a\": \"one two\\nthree\"}"), Meaning::Reworded);
        assert_eq!(meaning(broken, later, "{\"a\": \"one\"}"), Meaning::Other);
    }

    #[test]
    fn another_nesting_is_another_meaning() {
        let broken = "{\n\"a\": {\n\"b\": 1\n,\n\"c\": 2\n}";
        let later = "{\n\"a\": {\n\"b\": 1\n},\n\"c\": 2\n}";
        assert_eq!(meaning(broken, later, "{\"a\": {\"b\": 1}, \"c\": 2}"), Meaning::Later);
        assert_eq!(meaning(broken, later, "{\"a\": {\"b\": 1, \"c\": 2}}"), Meaning::Other);
    }

    #[test]
    fn what_is_lost_is_another_meaning() {
        let broken = "{\n\"a\": 1\n}\n,\n\"b\": 2\n}";
        let later = "{\n\"a\": 1\n,\n\"b\": 2\n}";
        assert_eq!(meaning(broken, later, "{\"a\": 1}"), Meaning::Other);
        assert_eq!(meaning(broken, later, "nothing"), Meaning::Broken);
    }
}
