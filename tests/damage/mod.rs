//! How often a damaged document is repaired to what it was: each kind of damage alone, and up to five at once.

mod document;
mod kinds;

use std::collections::BTreeMap;

use serde_json::Value as Json;
use xtension_checker::text::Edits;
use xtension_checker::{check, fix_all};

use document::{Document, Layout, documents};
use kinds::{KINDS, Random, WHOLE};

/// What became of a damaged document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// The safe fixes give its value back.
    Same,
    /// They do not make it sound, but the fix that is offered first for each error gives its value back.
    Offered,
    /// So does none, and nothing is claimed to be safe.
    Left,
    /// The safe fixes give another value: a wrong guess.
    Other,
}

fn value(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

/// The text after the first fix of each problem of syntax, as often as that finds something.
fn all_offered(text: &str) -> String {
    let mut current = text.to_owned();
    for _ in 0..4 {
        let report = check(&current);
        if report.is_json {
            break;
        }
        let syntax = report.diagnostics.iter().filter(|found| found.rule.starts_with("json-"));
        let mut edits = Edits::default();
        for fix in syntax.filter_map(|found| found.fixes.first()) {
            edits = edits.merged(&fix.edits).unwrap_or(edits);
        }
        if edits.is_empty() {
            break;
        }
        current = edits.apply(&current);
    }
    current
}

pub(crate) fn judge(wanted: &Json, damaged: &str) -> Outcome {
    let safe = fix_all(damaged).edits.apply(damaged);
    match value(&safe) {
        Some(found) if found == *wanted => Outcome::Same,
        Some(_) => Outcome::Other,
        None => match value(&fix_all_sound(&all_offered(damaged))) {
            Some(found) if found == *wanted => Outcome::Offered,
            _ => Outcome::Left,
        },
    }
}

/// What the safe fixes make of a text that is sound already.
pub(crate) fn fix_all_sound(text: &str) -> String {
    fix_all(text).edits.apply(text)
}

/// How often each outcome came about, by the name of the damage.
#[derive(Default)]
pub(crate) struct Table(BTreeMap<String, [usize; 4]>);

impl Table {
    pub(crate) fn add(&mut self, name: &str, outcome: Outcome) {
        self.0.entry(name.to_owned()).or_default()[outcome as usize] += 1;
    }

    /// A line for each kind: what was tried, and what became of it.
    fn lines(&self) -> String {
        let line = |(name, [same, offered, left, other]): (&String, &[usize; 4])| {
            format!("{name:34} same {same:4}  offered {offered:4}  left {left:4}  other {other:4}\n")
        };
        self.0.iter().map(line).collect()
    }
}

/// Damages `document` by `count` random kinds that leave each other room.
pub(crate) fn damaged(document: &Document, count: usize, random: &mut Random) -> (String, Vec<&'static str>) {
    let mut edits = Edits::default();
    let mut names = Vec::new();
    for _ in 0..count {
        let Some((name, damage)) = random.one_of(&KINDS) else { continue };
        let Ok(more) = Edits::new(damage(document, random)) else { continue };
        if more.is_empty() || names.contains(name) {
            continue;
        }
        if let Ok(both) = edits.merged(&more) {
            edits = both;
            names.push(*name);
        }
    }
    (edits.apply(&document.text), names)
}

/// Calls `examine` with the value of a document, what was done to it, and what it became.
pub(crate) fn each_damage(repetitions: usize, mut examine: impl FnMut(&Json, &str, Layout, &str)) {
    for (index, (layout, document)) in documents().into_iter().enumerate() {
        let wanted = value(&fix_all_sound(&document.text)).unwrap();
        for (kind, (name, damage)) in KINDS.into_iter().enumerate() {
            for repetition in 0..repetitions {
                let mut random = Random::new((index * 10_000 + kind * 100 + repetition) as u64);
                let edits = Edits::new(damage(&document, &mut random)).unwrap_or_default();
                let text = edits.apply(&document.text);
                if value(&text).is_none() || matches!(name, "document in a string") {
                    examine(&wanted, name, layout, &text);
                }
            }
        }
        for (name, damage) in WHOLE {
            examine(&wanted, name, layout, &damage(&document.text));
        }
        for count in 2..=5 {
            for repetition in 0..repetitions * 4 {
                let mut random = Random::new((7_000_000 + index * 10_000 + count * 1_000 + repetition) as u64);
                let (text, names) = damaged(&document, count, &mut random);
                if value(&text).is_none() {
                    examine(&wanted, &format!("{} at once", names.len()), layout, &text);
                }
            }
        }
    }
}

/// Kinds after which what was meant cannot be known, or only a person can say so, with how many in a hundred are safely
/// repaired for all that.
const GUESSES: [(&str, usize); 18] = [
    ("begun again", 0),
    ("brace before a member", 0),
    ("closer after the end", 85),
    ("closer twice", 60),
    ("comma for colon", 0),
    ("decimal comma", 80),
    ("dots for the rest", 0),
    ("dots in a list", 0),
    ("missing closer", 55),
    ("missing first opener", 0),
    ("missing last closer", 60),
    ("missing opener", 30),
    ("outer braces missing", 0),
    ("parentheses for brackets", 80),
    ("parenthesis for a closer", 75),
    ("quotes in a text", 75),
    ("2 at once", 65),
    ("3 at once", 50),
];

/// How many in a hundred of a kind have to be repaired by the safe fixes, and by those that are offered.
fn floors(name: &str) -> (usize, usize) {
    match GUESSES.iter().find(|(guess, _)| *guess == name) {
        Some(("begun again", _)) => (0, 0),
        Some(&(_, safe)) => (safe, 75),
        None if name.ends_with("at once") => (30, 70),
        None => (95, 95),
    }
}

/// How many in a hundred may be made into something else without a question.
const WRONG: usize = 4;

#[test]
fn damaged_documents_are_repaired_to_what_they_were() {
    let mut table = Table::default();
    each_damage(4, |wanted, name, _, text| table.add(name, judge(wanted, text)));
    let lines = table.lines();
    for (name, [same, offered, left, other]) in &table.0 {
        let all = same + offered + left + other;
        let (safe, repaired) = floors(name);
        assert!(same * 100 >= safe * all, "{name}: {same} of {all} are safely repaired\n{lines}");
        assert!(
            (same + offered) * 100 >= repaired * all,
            "{name}: {same} and {offered} of {all} are repaired\n{lines}"
        );
        assert!(other * 100 <= WRONG * all, "{name}: {other} of {all} become something else\n{lines}");
    }
}

/// A text that ends too early is never completed without a question.
#[test]
fn what_is_cut_off_stays_broken() {
    let mut random = Random::new(1);
    for (layout, document) in documents() {
        let whole = document.text.trim_end();
        for _ in 0..12 {
            let end = whole.len() / 4 + random.below(whole.len() * 3 / 4 - 1);
            let Some(part) = whole.get(..end).filter(|part| !whole.starts_with(&format!("{}\n}}", part.trim_end())))
            else {
                continue;
            };
            let safe = fix_all(part).edits.apply(part);
            let is_last = whole[end..].trim_matches(|c: char| c.is_ascii_whitespace()) == "}";
            assert!(
                is_last || value(&safe).is_none(),
                "{layout:?}: …{} became sound",
                &part[part.len().saturating_sub(80)..]
            );
        }
    }
}
