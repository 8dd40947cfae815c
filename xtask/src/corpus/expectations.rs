//! What the test suites of other validators expect of their documents, and whether it is found.

mod row;

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde_json::{Value, json};

use super::{
    Answers,
    answer::{Found, Report, Severity},
    place::{Distance, NEAR, Place},
    table::{self, percent, row},
};
use crate::{Outcome, project};
use row::{Expected, Row};

/// How one expectation is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Hit {
    Exact,
    Near,
    /// Something is found, but not there.
    Elsewhere,
    Nothing,
}

impl From<Distance> for Hit {
    fn from(distance: Distance) -> Self {
        match distance {
            Distance::Exact => Self::Exact,
            Distance::Near => Self::Near,
            Distance::Far => Self::Elsewhere,
        }
    }
}

/// Suite, and whether its documents are whole or made for one rule.
type Group = (String, bool);

#[derive(Default)]
struct Tally {
    rows: usize,
    hits: BTreeMap<Hit, usize>,
    /// Rows that name no place: with a finding that is bad enough, and without.
    said: usize,
    silent: usize,
    /// Good documents, and those of them with an error of ours.
    good: usize,
    refused: usize,
}

/// The table, and every row with what became of it.
pub(crate) struct Judgement {
    pub(crate) text: String,
    pub(crate) details: Vec<Value>,
}

/// Holds the answers against `expectations.jsonl` in `folder`.
///
/// # Errors
///
/// Where a line of it is not an expectation, or a document of it cannot be read.
pub(crate) fn judge(folder: &Path, answers: &Answers) -> Outcome<Judgement> {
    let mut tallies: BTreeMap<Group, Tally> = BTreeMap::new();
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    let mut details = Vec::new();
    for line in project::read(folder.join("expectations.jsonl"))?.lines() {
        let row: Row = serde_json::from_str(line).map_err(|error| format!("expectations.jsonl: {error}: {line}"))?;
        let Some(file) = row.json.as_deref() else {
            *left_out.entry("no document in JSON").or_default() += 1;
            continue;
        };
        let document = project::read(folder.join(file)).ok().and_then(|text| serde_json::from_str(&text).ok());
        let document: Value = document.unwrap_or_default();
        if row.is_version_3(&document) {
            *left_out.entry("OpenAPI 3").or_default() += 1;
            continue;
        }
        let Some(report) = answers.report(file) else {
            *left_out.entry("not checked").or_default() += 1;
            continue;
        };
        let tally = tallies.entry((row.suite.clone(), !row.is_partial())).or_default();
        let outcome = match row.expected() {
            Expected::Fault(least) => fault(&row, least, &document, report, tally),
            Expected::Good if row.is_partial() => {
                *left_out.entry("good for one rule only").or_default() += 1;
                continue;
            }
            Expected::Good => good(report, tally, &mut rules),
            Expected::Unknown => {
                *left_out.entry("nothing is claimed").or_default() += 1;
                continue;
            }
        };
        details.push(json!({ "file": file, "suite": row.suite, "whole": !row.is_partial(), "title": row.title, "messages": row.messages, "outcome": outcome }));
    }
    Ok(Judgement { text: text(&tallies, &rules, &left_out), details })
}

fn fault(row: &Row, least: Severity, document: &Value, report: &Report, tally: &mut Tally) -> Value {
    tally.rows += 1;
    let heard = |least| report.found.iter().filter(move |found| found.severity() <= least).collect::<Vec<_>>();
    let places = row.places(least, document);
    let by_place = places.iter().map(|(place, least)| {
        let heard = heard(*least);
        let itself = place.through_references(document);
        let distance = |found: &&&Found| {
            let found = Place::of_pointer(found.pointer());
            place.distance(&found).min(itself.distance(&found))
        };
        let best = heard.iter().min_by_key(distance).map_or(Hit::Nothing, |found| distance(&found).into());
        let there: Vec<&Found> = heard.iter().filter(|found| distance(found) != Distance::Far).copied().collect();
        (json!(place.0), best, there)
    });
    let heard = heard(least);
    if places.is_empty() && row.lines().is_empty() {
        *if heard.is_empty() { &mut tally.silent } else { &mut tally.said } += 1;
        return json!([{ "place": null, "found": shown(&heard) }]);
    }
    let by_line = row.lines().into_iter().map(|(first, last)| {
        let there: Vec<&Found> = heard.iter().filter(|found| found.is_on(first, last)).copied().collect();
        let best = if !there.is_empty() {
            Hit::Near
        } else if heard.is_empty() {
            Hit::Nothing
        } else {
            Hit::Elsewhere
        };
        (json!([first, last]), best, there)
    });
    let hits: Vec<_> = by_place.chain(by_line).collect();
    for (_, hit, _) in &hits {
        *tally.hits.entry(*hit).or_default() += 1;
    }
    let details = hits.into_iter().map(|(place, hit, there)| {
        let nearby = if there.is_empty() { shown(&heard) } else { shown(&there) };
        json!({ "place": place, "hit": format!("{hit:?}"), "found": nearby })
    });
    details.collect()
}

fn good(report: &Report, tally: &mut Tally, rules: &mut BTreeMap<String, usize>) -> Value {
    tally.good += 1;
    tally.refused += usize::from(report.has_errors());
    let mut of_file: Vec<&str> = report.errors().map(Found::rule).collect();
    of_file.sort_unstable();
    of_file.dedup();
    for rule in of_file {
        *rules.entry(rule.to_owned()).or_default() += 1;
    }
    json!({ "errors": shown(&report.errors().collect::<Vec<_>>()) })
}

fn shown(found: &[&Found]) -> Vec<String> {
    found.iter().take(12).map(|found| format!("{:?} {} {}", found.severity(), found.rule(), found.pointer())).collect()
}

fn text(tallies: &BTreeMap<Group, Tally>, rules: &BTreeMap<String, usize>, left_out: &BTreeMap<&str, usize>) -> String {
    let columns = [
        "suite",
        "of",
        "documents",
        "places",
        "exact",
        "near",
        "elsewhere",
        "nothing",
        "hit",
        "no place: said",
        "silent",
        "good",
        "refused",
    ];
    let mut rows = vec![row(columns)];
    for ((suite, is_whole), tally) in tallies.iter().filter(|(_, tally)| tally.rows + tally.good > 0) {
        let hit = |hit: Hit| tally.hits.get(&hit).copied().unwrap_or_default();
        let places = tally.hits.values().sum();
        let mut cells =
            vec![suite.clone(), if *is_whole { "whole" } else { "part" }.to_owned(), tally.rows.to_string()];
        let counts = [places, hit(Hit::Exact), hit(Hit::Near), hit(Hit::Elsewhere), hit(Hit::Nothing)];
        cells.extend(counts.map(|count| count.to_string()));
        cells.push(percent(hit(Hit::Exact) + hit(Hit::Near), places));
        cells.extend([tally.said, tally.silent, tally.good, tally.refused].map(|count| count.to_string()));
        rows.push(cells);
    }
    let mut text = format!(
        "Expectations of other test suites ({NEAR}; what they refuse counts with an error or a warning of ours, what \
         they warn of with anything)\n{}",
        table::of(&rows)
    );
    for (title, counts) in [
        ("Errors of ours in documents expected to be good, by rule", table::counts(rules)),
        ("Not judged", table::counts(left_out)),
    ] {
        if !counts.is_empty() {
            let _ = write!(text, "\n{title}\n{counts}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Hit, Report, Severity, Tally, fault};
    use crate::corpus::answer::Found;

    fn found(severity: Severity, pointer: &str) -> Found {
        Found(severity, "a-rule".to_owned(), pointer.to_owned(), 3, 3)
    }

    fn hits(row: &serde_json::Value, found: Vec<Found>) -> Tally {
        let row = serde_json::from_value(row.clone()).unwrap();
        let mut tally = Tally::default();
        let report = Report { found, ..Report::default() };
        fault(&row, Severity::Warning, &json!({}), &report, &mut tally);
        tally
    }

    #[test]
    fn each_path_of_a_row_is_an_expectation() {
        let row = json!({ "suite": "a", "expected": "invalid", "paths": [["a"], ["b", "c"], ["d"]] });
        let tally = hits(&row, vec![found(Severity::Error, "/a"), found(Severity::Error, "/b")]);
        assert_eq!(tally.hits.into_iter().collect::<Vec<_>>(), [(Hit::Exact, 1), (Hit::Near, 1), (Hit::Elsewhere, 1)]);
    }

    #[test]
    fn a_hint_is_not_heard_where_a_document_is_refused() {
        let row = json!({ "suite": "a", "expected": "invalid", "paths": [["a"]] });
        let tally = hits(&row, vec![found(Severity::Hint, "/a")]);
        assert_eq!(tally.hits.into_iter().collect::<Vec<_>>(), [(Hit::Nothing, 1)]);
    }

    #[test]
    fn a_row_without_a_place_asks_whether_anything_is_said() {
        let row = json!({ "suite": "a", "expected": "invalid" });
        assert_eq!(hits(&row, vec![found(Severity::Error, "")]).said, 1);
        assert_eq!(hits(&row, vec![found(Severity::Hint, "")]).silent, 1);
    }

    #[test]
    fn lines_stand_for_places_where_the_document_is_the_file_itself() {
        let row = json!({ "suite": "a", "expected": "invalid", "file": "a.json", "json": "a.json", "range": ["[(2,0)-(4,1)]"] });
        assert_eq!(hits(&row, vec![found(Severity::Error, "")]).hits.get(&Hit::Near), Some(&1));
    }
}
