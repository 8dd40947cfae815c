//! Whether the checker refuses the shape of exactly those documents that the official schema of OpenAPI 2.0 refuses.
//!
//! Documents are made from the vocabulary, so that all of it is met, and then damaged in one to four ways. Both judge
//! each of them. Where they disagree, other than by [`differences`], the document is made as small as can be and shown.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "in a test, a panic is how something is said to be wrong"
)]

mod differences;
mod generate;
mod json;
mod judge;
mod mutate;
mod random;
mod shrink;
mod tables;
mod verdict;

use std::error::Error;
use std::time::Instant;

use differences::DIFFERENCES;
use generate::{Coverage, Generator};
use json::Json;
use judge::{Judge, Objections};
use random::Random;
use verdict::{Verdict, verdict};
use xtension_checker::Diagnostic;

/// How many documents are judged at once.
const BATCH: u64 = 500;

/// From so many documents on, everything must have been met.
const ENOUGH: u64 = 40_000;

/// How many disagreements are shown.
const SHOWN: usize = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let (documents, seed) = options()?;
    let start = Instant::now();
    let (differing, objects) = tables::compare()?;
    if !differing.is_empty() {
        return Err(format!("the vocabulary is not the official schema's:\n{}", differing.join("\n")).into());
    }
    println!("The {objects} objects of the vocabulary are those of the official schema");
    let mut judge = Judge::start()?;
    let mut tally = Tally::default();
    let mut coverage = Coverage::of_vocabulary();
    let mut number = 0;
    let mut batch = Vec::new();
    while number < documents || !batch.is_empty() {
        let end = if tally.wrong < SHOWN { documents.min(number + BATCH) } else { number };
        let questions: Vec<&str> = batch.iter().flat_map(Case::questions).collect();
        // While the judge looks at one batch, the next one is made.
        let make = || (number..end).map(|number| Case::new(seed, number, &mut coverage)).collect::<Vec<_>>();
        let (answers, next) = judge.judge(&questions, make)?;
        let mut answers = answers.into_iter();
        for case in &batch {
            tally.count(case, &mut answers, &mut judge)?;
        }
        if tally.wrong >= SHOWN {
            break;
        }
        (number, batch) = (end, next);
    }
    println!("{number} documents, seed {seed}, {:.1} s", start.elapsed().as_secs_f64());
    tally.conclude(&coverage, number >= ENOUGH)
}

/// How many documents, and the seed: `--documents N`, `--seed N`.
fn options() -> Result<(u64, u64), Box<dyn Error>> {
    let mut options = (100_000, 1);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|word| word.parse().ok()).ok_or(format!("`{word}` takes a number"));
        match &*word {
            "--documents" => options.0 = number()?,
            "--seed" => options.1 = number()?,
            _ => return Err(format!("there is no option `{word}`: there are `--documents N` and `--seed N`").into()),
        }
    }
    Ok(options)
}

/// A document and what the checker says of it.
struct Case {
    document: Json,
    text: String,
    /// Whether it is as it was made.
    is_sound: bool,
    verdict: Verdict,
}

impl Case {
    /// The document with that number.
    fn new(seed: u64, number: u64, coverage: &mut Coverage) -> Self {
        let random = &mut Random::new(seed, number);
        let mut document = Generator::new(random, coverage).document();
        let mutations = random.pick(&[0, 1, 1, 1, 1, 2, 2, 2, 3, 4]);
        let mut generator = Generator::new(random, coverage);
        for _ in 0..mutations {
            mutate::mutate(&mut document, &mut generator);
        }
        let text = document.text();
        let verdict = verdict(&text);
        Self { document, text, is_sound: mutations == 0, verdict }
    }

    /// The one difference that has to do with it, where there is one and no other.
    fn difference(&self) -> Option<usize> {
        if let [one] = *self.verdict.differences { Some(one) } else { None }
    }

    /// What the judge is asked: the document as the schema is to see it, and then as it is, where that shows whether a
    /// difference still is one.
    fn questions(&self) -> impl Iterator<Item = &str> {
        let unchanged = self.difference().map(|_| &*self.text);
        std::iter::once(&*self.verdict.reworded).chain(unchanged)
    }
}

/// What came of the documents.
#[derive(Default)]
struct Tally {
    allowed: usize,
    refused: usize,
    wrong: usize,
    /// For each difference, how many documents the checker and the schema would disagree about without it.
    differing: [usize; DIFFERENCES.len()],
}

impl Tally {
    fn count(
        &mut self,
        case: &Case,
        answers: &mut impl Iterator<Item = Objections>,
        judge: &mut Judge,
    ) -> Result<(), Box<dyn Error>> {
        let Case { document, text, is_sound, verdict } = case;
        let is_allowed = answers.next().unwrap_or_default().is_empty();
        if let Some(difference) = case.difference() {
            let is_allowed = answers.next().unwrap_or_default().is_empty();
            self.differing[difference] += usize::from(verdict.refuses == is_allowed);
        }
        if verdict.refuses_beyond_differences == is_allowed || !verdict.untold.is_empty() {
            println!("\nA document on which the two disagree:");
            show(&smallest(document, verdict, judge)?, judge)?;
            self.wrong += 1;
        } else if *is_sound && !is_allowed {
            println!("\nA document that was meant to be valid:");
            show(text, judge)?;
            self.wrong += 1;
        } else {
            self.allowed += usize::from(is_allowed);
            self.refused += usize::from(!is_allowed);
        }
        Ok(())
    }

    fn conclude(&self, coverage: &Coverage, are_enough: bool) -> Result<(), Box<dyn Error>> {
        let Self { allowed, refused, wrong, differing } = self;
        println!("{allowed} allowed and {refused} refused by both, {wrong} disagreements");
        println!("Where they are meant to disagree, and how many documents show it alone:");
        for (difference, count) in DIFFERENCES.iter().zip(differing) {
            println!("{count:>7}  {}: {}", difference.name, difference.reason);
        }
        let missing = coverage.missing();
        println!("{} of {} parts of the vocabulary met", coverage.len() - missing.len(), coverage.len());
        if *wrong > 0 {
            return Err("the checker and the schema disagree".into());
        }
        if are_enough && !missing.is_empty() {
            return Err(format!("never met: {}", missing.join("; ")).into());
        }
        if are_enough && differing.contains(&0) {
            return Err("a difference never showed: is it still one?".into());
        }
        Ok(())
    }
}

/// The smallest document on which the two disagree in the same way.
fn smallest(document: &Json, original: &Verdict, judge: &mut Judge) -> Result<String, Box<dyn Error>> {
    let small = shrink::shrink(document.clone(), |document| {
        let verdict = verdict(&document.text());
        if !original.untold.is_empty() {
            return Ok(!verdict.untold.is_empty());
        }
        let (answers, ()) = judge.judge(&[&verdict.reworded], || ())?;
        let refuses = verdict.refuses_beyond_differences;
        Ok::<_, Box<dyn Error>>(refuses == original.refuses_beyond_differences && refuses == answers[0].is_empty())
    })?;
    Ok(small.text())
}

/// What both have to say of a document.
fn show(text: &str, judge: &mut Judge) -> Result<(), Box<dyn Error>> {
    let verdict = verdict(text);
    let (answers, ()) = judge.judge(&[&verdict.reworded], || ())?;
    println!("  {text}");
    for diagnostic in xtension_checker::check(text).diagnostics {
        let Diagnostic { pointer, severity, rule, message, .. } = diagnostic;
        println!("  checker: {pointer} {severity:?} {rule}: {message}");
    }
    for untold in verdict.untold {
        println!("  checker, without an error: {untold}");
    }
    for objection in &answers[0] {
        println!("  schema: {objection}");
    }
    Ok(())
}
