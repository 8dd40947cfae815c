//! Brackets, commas and colons of a damaged text: a walk over its tokens that says what has to change for them to fit.

mod brackets;
mod document;
mod members;

use super::scan::{self, Token, TokenKind};
use super::source::Source;
use super::trivia::colon_follows;
use super::word::Place;
use crate::json::strict::DEPTH_LIMIT;
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::json::tree::Kind;
use crate::text::{Edit, Span};

/// How it is told what belongs to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brackets {
    /// By the brackets alone.
    ByCount,
    /// What begins a line belongs to what is indented as it is, too.
    ByIndentation,
}

/// What is made of a closing bracket that is not of the kind of the opening one read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mismatch {
    /// It belongs to the last opening one of its kind; what was opened after that is not closed.
    Missing,
    /// It should be of the other kind.
    Wrong,
    /// It is one too many.
    Surplus,
}

/// What is made of a value without a name in an object, and of one with a name in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misplaced {
    /// The value gets a name; the list becomes an object.
    Kept,
    /// An opening bracket is missing before it, or before the value before it.
    Opened,
    /// Its own opening brace is one too many.
    Dropped,
}

/// How a text is read where there is more than one way to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    brackets: Brackets,
    mismatch: Mismatch,
    misplaced: Misplaced,
    /// The indentation counts at one of the places alone where it differs.
    only_at: Option<usize>,
}

impl Way {
    pub(super) const fn new(brackets: Brackets, mismatch: Mismatch, misplaced: Misplaced) -> Self {
        Self { brackets, mismatch, misplaced, only_at: None }
    }

    /// The same, but the indentation counts only where it differs for the time after `oddity` times.
    pub(super) fn only_at(self, oddity: usize) -> Self {
        Self { only_at: Some(oddity), ..self }
    }
}

/// What one way of reading found.
pub(super) struct Reading {
    pub(super) errors: Vec<SyntaxError>,
    /// At how many places the indentation differs from what the brackets say.
    pub(super) oddities: usize,
    /// At how many of them it was passed over.
    passed: usize,
}

impl Reading {
    /// Whether no other way can assume less: one bracket is at fault, or `text` ends before all are closed.
    pub(super) fn assumes_least(&self, text: &str) -> bool {
        let is_cut_off = |error: &SyntaxError| {
            let end = error.span.end as usize;
            error.kind == SyntaxKind::MissingCloser && text.get(end..).is_some_and(|rest| rest.trim().is_empty())
        };
        self.assumed() <= (1, 0) || self.passed == 0 && matches!(&*self.errors, [error] if is_cut_off(error))
    }

    /// The one of two that assumes less; this one where they are even.
    pub(super) fn or(self, other: Self) -> Self {
        if other.assumed() < self.assumed() { other } else { self }
    }

    /// How much is assumed: each bracket that is put in, taken out or changed counts, and so does any other error.
    /// Where that is the same, the indentation decides.
    fn assumed(&self) -> (usize, usize) {
        (self.errors.iter().map(faults).sum(), self.passed)
    }
}

fn faults(error: &SyntaxError) -> usize {
    match error.kind {
        // A name out of nothing is what nobody wrote.
        SyntaxKind::MissingName => return 2,
        // Any way in which it can be read is better.
        SyntaxKind::BeyondRepair | SyntaxKind::TooDeep => return usize::MAX,
        kind if !kind.is_about_brackets() => return 1,
        _ => {}
    }
    let of_edit = |edit: &Edit| edit.insert.matches(['{', '[', '}', ']']).count().max(1);
    error.repair.iter().map(of_edit).sum::<usize>().max(1)
}

/// Reads `text` in one way.
pub(super) fn read(text: &Source<'_>, way: Way) -> Reading {
    let mut reader = Reader {
        text,
        way,
        at: 0,
        value_end: 0,
        open: Vec::new(),
        closed: None,
        closed_by: None,
        doubled: None,
        oddities: 0,
        passed: 0,
        errors: Vec::new(),
        edits: 0,
    };
    reader.document();
    Reading { errors: reader.errors, oddities: reader.oddities, passed: reader.passed }
}

/// What may come next in an object or array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    /// A name, or a value in an array; or the end.
    First,
    /// The same after a comma.
    Next(Comma),
    Colon,
    Value,
    Separator,
}

/// A comma, of which it may turn out that nothing follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comma {
    /// It stands in the text, at this byte offset.
    Written(u32),
    /// The last edit of the error with this index puts it there.
    Inserted(usize),
}

/// An object or array that is not closed yet.
struct Open {
    kind: Kind,
    expect: Expect,
    opener: Span,
    /// The indentation of the opener's line.
    indentation: u32,
    /// The indentation of the first member or item that has a line to itself.
    inner_indentation: Option<u32>,
    /// The error that says that the opener is wrong, missing or closed too early; its repair wants the closer's too.
    error: Option<usize>,
    /// Where the name read last stands.
    name: Span,
    /// Where the value of that name begins; none where an edit begins it.
    value_start: Option<u32>,
}

/// An object or array that is closed, with nothing but a comma read since.
struct Closed {
    open: Open,
    closer: Token,
    /// Where its last value ends.
    value_end: u32,
}

struct Reader<'t> {
    text: &'t Source<'t>,
    way: Way,
    at: usize,
    /// The end of the last value, name or opening bracket: where what is missing goes.
    value_end: u32,
    open: Vec<Open>,
    closed: Option<Closed>,
    /// The error whose last edit put in the closing brackets that were missing last.
    closed_by: Option<usize>,
    /// The error of a second brace at the beginning: `{ {`. Its closing brace is one too many as well.
    doubled: Option<usize>,
    /// At how many places the indentation differed from what the brackets say, and how many of them were passed over.
    oddities: usize,
    passed: usize,
    errors: Vec<SyntaxError>,
    /// How many edits the errors take, about.
    edits: usize,
}

impl Reader<'_> {
    fn document(&mut self) {
        let mut seen_root = false;
        loop {
            let Some(open) = self.open.last() else {
                if seen_root {
                    if !self.after_root() {
                        return;
                    }
                } else if !self.root() {
                    return;
                }
                seen_root = true;
                continue;
            };
            if self.text.is_beyond_repair(self.edits) {
                let opener = self.open.first().map_or(Span::default(), |root| root.opener);
                self.errors = vec![SyntaxError::new(SyntaxKind::BeyondRepair, opener, Vec::new())];
                return;
            }
            if self.open.len() > DEPTH_LIMIT {
                let span = Span::new(self.value_end.saturating_sub(1), self.value_end);
                self.errors = vec![SyntaxError::new(SyntaxKind::TooDeep, span, Vec::new())];
                return;
            }
            let (kind, expect) = (open.kind, open.expect);
            let place = match (kind, expect) {
                (Kind::Object, Expect::First | Expect::Next(_)) => Place::Name,
                (_, Expect::Colon | Expect::Separator) => Place::Between,
                _ => Place::Value,
            };
            let mut token = scan::token(self.text, self.at, place);
            let is_parenthesis = token.kind == TokenKind::Stray && token.span.of(self.text) == ")";
            if is_parenthesis {
                token.kind = TokenKind::Close(kind);
            }
            if token.kind == TokenKind::End {
                self.accept(&mut token);
                self.close_all();
            } else if !self.is_settled_by_indentation(&mut token) {
                if is_parenthesis {
                    let closer = if kind == Kind::Object { "}" } else { "]" };
                    token.errors.push(token.error(SyntaxKind::WrongCloser, vec![Edit::replace(token.span, closer)]));
                }
                match (kind, expect) {
                    (Kind::Object, Expect::First | Expect::Next(_)) => self.name(&mut token),
                    (_, Expect::Colon) => self.colon(&mut token),
                    (_, Expect::Separator) => self.separator(&mut token),
                    _ => self.value(&mut token),
                }
            }
        }
    }

    /// Whether the token's indentation shows that a bracket before it is missing or one too many, or it is one too many
    /// itself. Where it does, that is mended, and the token is to be looked at again.
    fn is_settled_by_indentation(&mut self, token: &mut Token) -> bool {
        if !token.first_on_line {
            return false;
        }
        if let Some(oddity) = self.oddity(token) {
            let counts = self.way.only_at.is_none_or(|wanted| wanted == self.oddities);
            self.oddities += 1;
            if self.way.brackets == Brackets::ByIndentation && counts {
                self.settle(token, oddity);
                return true;
            }
            self.passed += 1;
        }
        let indentation = self.text.indentation(token.span.start);
        if let Some(open) = self.open.last_mut()
            && !matches!(token.kind, TokenKind::Close(_) | TokenKind::Comma)
        {
            open.inner_indentation.get_or_insert(indentation);
        }
        false
    }

    /// Takes the token: reading goes on behind it, and what is wrong with it is an error.
    fn accept(&mut self, token: &mut Token) {
        if self.errors.is_empty() {
            self.edits += token.errors.iter().map(|error| error.repair.len()).sum::<usize>();
            self.errors = std::mem::take(&mut token.errors);
        }
        token.errors.drain(..).for_each(|error| self.note(error));
        self.at = token.span.end as usize;
    }

    /// Takes the token as a name, value or bracket: behind it things may be inserted.
    fn consume(&mut self, token: &mut Token) {
        self.accept(token);
        self.value_end = token.span.end;
        self.closed = None;
    }

    fn push(&mut self, kind: SyntaxKind, span: Span, repair: Vec<Edit>) {
        self.note(SyntaxError::new(kind, span, repair));
    }

    fn note(&mut self, error: SyntaxError) {
        self.edits += error.repair.len();
        self.text.add(&mut self.errors, error, self.at);
    }

    fn expect(&mut self, expect: Expect) {
        if let Some(open) = self.open.last_mut() {
            open.expect = expect;
        }
    }

    /// Takes a closing bracket that closes nothing out of the text, with the white space that parts it from what is
    /// before it.
    fn drop_closer(&mut self, closer: &Token, value_end: u32) {
        let after = self.text.get(closer.span.end as usize..).unwrap_or_default();
        let ends_line = closer.first_on_line || after.is_empty() || after.starts_with([' ', '\t', '\n', '\r']);
        let with_gap = ends_line && self.only_white_space_between(value_end, closer.span.start);
        let goes = if with_gap { Span::new(value_end, closer.span.end) } else { closer.span };
        self.push(SyntaxKind::SurplusCloser, closer.span, vec![Edit::delete(goes)]);
    }

    /// Takes the closing bracket out of the text behind which `closed` goes on.
    fn reopen(&mut self, closed: Closed, next: &Token) {
        let Closed { mut open, closer, value_end } = closed;
        self.drop_closer(&closer, value_end);
        let index = self.errors.len() - 1;
        open.error = Some(index);
        if let Some(Open { expect: expect @ Expect::Next(_), .. }) = self.open.last_mut() {
            open.expect = std::mem::replace(expect, Expect::Separator);
        } else if next.kind != TokenKind::Comma
            && open.expect == Expect::Separator
            && let Some(error) = self.errors.last_mut()
        {
            error.repair.extend(vec![Edit::insert(value_end, ",")]);
            open.expect = Expect::Next(Comma::Inserted(index));
        }
        self.open.push(open);
        self.value_end = value_end;
    }

    /// Whether the token is a name with a colon behind it.
    fn is_named(&self, token: &Token) -> bool {
        matches!(token.kind, TokenKind::Text | TokenKind::Bare | TokenKind::Scalar)
            && colon_follows(self.text, token.span.end as usize)
    }

    fn value_begins(&mut self, start: Option<u32>) {
        if let Some(open) = self.open.last_mut() {
            open.value_start = start;
        }
    }

    /// Takes the token out of the text.
    fn drop(&mut self, token: &mut Token, kind: SyntaxKind) {
        self.accept(token);
        let span = token.span;
        self.push(kind, span, vec![Edit::delete(span)]);
    }

    fn enter(&mut self, token: &mut Token, kind: Kind) {
        self.consume(token);
        let indentation = self.text.indentation(token.span.start);
        self.open.push(Open {
            kind,
            expect: Expect::First,
            opener: token.span,
            indentation,
            inner_indentation: None,
            error: None,
            name: Span::default(),
            value_start: None,
        });
    }

    /// What stood open before has its value now.
    fn value_is_read(&mut self) {
        self.expect(Expect::Separator);
    }
}
