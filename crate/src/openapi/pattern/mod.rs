//! Whether a text is a regular expression of ECMA 262, and whether it allows another text.

mod program;
#[cfg(test)]
mod tests;

use program::{DIGITS, LINE_ENDS, Op, Program, SPACES, WORD};

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// A `(` that is not closed.
    UnclosedGroup,
    /// A `)` that closes nothing.
    StrayCloser,
    /// A `[` that is not closed.
    UnclosedClass,
    /// `*`, `+`, `?` or `{2}` with nothing before it that could be repeated.
    NothingToRepeat,
    /// A range such as `z-a`, or `{2,1}`.
    RangeOutOfOrder,
    /// A single `\` at the end.
    TrailingBackslash,
    /// `(?` with something behind it that no dialect knows.
    UnknownGroup,
    /// What other languages know and ECMA 262 does not: `(?i)`, `(?P<name>…)`, `a++`.
    OtherDialect,
}

/// The first thing that is certainly wrong with a pattern: with the `u` flag and without it, in every edition.
///
/// Lenient as browsers are: an unknown escape stands for itself, and a brace that counts nothing, too.
pub fn pattern_fault(pattern: &str) -> Option<PatternFault> {
    let mut program = Program::default();
    program.give_up();
    read(pattern, program).err()
}

/// More bytes than this are not compared, of a pattern or of a text.
const LONGEST: usize = 500;

/// Whether `text` has what `pattern` describes anywhere in it, as `RegExp.prototype.test` of ECMA 262 says.
///
/// None where that is not certain: with and without the `u` flag, in every edition, or for less than so many `steps`,
/// of which it takes what it needs.
pub fn pattern_allows(pattern: &str, text: &str, steps: &mut usize) -> Option<bool> {
    // Beyond the first 65,536 characters the `u` flag decides what one is; U+FFFD may be half of such a character.
    let is_certain = |text: &str| text.len() <= LONGEST && text.chars().all(|character| character < '\u{fffd}');
    // Slashes around a pattern are a mistake of their own.
    if !is_certain(pattern) || !is_certain(text) || pattern.starts_with("/^") {
        return None;
    }
    let program = read(pattern, Program::default()).ok()?;
    // Each group that is repeated has its program written anew.
    *steps = steps.checked_sub(program.end() * (1 + pattern.len() / 16))?;
    program.run(text, steps)
}

/// Reads a pattern, and writes the program that looks for it.
fn read(pattern: &str, program: Program) -> Result<Program, PatternFault> {
    let mut reader = Reader { rest: pattern, program };
    // The groups around the current one.
    let mut open = Vec::new();
    let mut group = Group { start: 0, middle: None, is_repeatable: true };
    // Where the program of what stands right before begins.
    let mut atom = 0;
    // What stands right before: nothing that could be repeated, something, or something with a count.
    let mut before = Before::Nothing;
    while let Some(character) = reader.next() {
        let end = reader.program.end();
        before = match character {
            '\\' if reader.rest.is_empty() => return Err(PatternFault::TrailingBackslash),
            '\\' if reader.take("b") => reader.assert(Op::Boundary(true)),
            '\\' if reader.take("B") => reader.assert(Op::Boundary(false)),
            '^' => reader.assert(Op::Start),
            '$' => reader.assert(Op::End),
            '|' => {
                reader.program.either(group.start, group.middle);
                group.middle = Some(reader.program.end() as u32);
                Before::Nothing
            }
            '(' => {
                let is_repeatable = reader.group()?;
                open.push(group);
                group = Group { start: end as u32, middle: None, is_repeatable };
                Before::Nothing
            }
            ')' => {
                reader.program.either(group.start, group.middle);
                atom = group.start as usize;
                let before = if group.is_repeatable { Before::Atom } else { Before::Nothing };
                group = open.pop().ok_or(PatternFault::StrayCloser)?;
                before
            }
            '*' | '+' | '?' | '{' => match reader.quantifier(character) {
                None => {
                    reader.program.give_up();
                    Before::Atom
                }
                Some(_) if before == Before::Nothing => return Err(PatternFault::NothingToRepeat),
                // Possessive in other languages.
                Some(_) if before == Before::Count && character == '+' => return Err(PatternFault::OtherDialect),
                Some(_) if before == Before::Count => return Err(PatternFault::NothingToRepeat),
                Some((least, most)) if least > most => return Err(PatternFault::RangeOutOfOrder),
                Some((least, most)) => {
                    reader.take("?");
                    reader.program.repeat(atom, least, most);
                    Before::Count
                }
            },
            _ => {
                atom = end;
                reader.atom(character)?;
                Before::Atom
            }
        };
    }
    reader.program.either(group.start, group.middle);
    if open.is_empty() { Ok(reader.program) } else { Err(PatternFault::UnclosedGroup) }
}

/// A group that is not closed yet.
struct Group {
    /// Where its program begins.
    start: u32,
    /// Where its last alternative begins, if there are several.
    middle: Option<u32>,
    /// Whether it may be repeated once it is closed; only one that looks back may not.
    is_repeatable: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    Atom,
    Count,
}

struct Reader<'p> {
    rest: &'p str,
    program: Program,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    fn take(&mut self, expected: &str) -> bool {
        let rest = self.rest.strip_prefix(expected);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn assert(&mut self, op: Op) -> Before {
        self.program.push(op);
        Before::Nothing
    }

    /// Reads what stands for one character, and begins with this one.
    fn atom(&mut self, first: char) -> Result<(), PatternFault> {
        let start = self.program.end();
        let is_negated = first == '[' && self.take("^");
        self.program.push(Op::OneOf { is_negated, steps: 0 });
        let op = match first {
            '[' => {
                self.class()?;
                None
            }
            '.' => Some(Op::Class(LINE_ENDS, true)),
            '\\' => Some(self.escaped()),
            plain => Some(Op::Range(plain, plain)),
        };
        if let Some(op) = op {
            self.program.push(op);
        }
        self.program.close(start);
        Ok(())
    }

    /// Reads what stands behind a `(`. Whether the group may be repeated; only one that looks back may not.
    fn group(&mut self) -> Result<bool, PatternFault> {
        if !self.take("?") || self.take(":") {
            return Ok(true);
        }
        if !self.rest.starts_with('<') || self.rest.starts_with("<=") || self.rest.starts_with("<!") {
            self.program.give_up();
        }
        if self.take("=") || self.take("!") {
            return Ok(true);
        }
        if self.take("<=") || self.take("<!") {
            return Ok(false);
        }
        if self.take("<") {
            let (name, rest) = self.rest.split_once('>').ok_or(PatternFault::UnknownGroup)?;
            let fits = |byte: u8| {
                byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'_' | b'$' | b'\\' | b'{' | b'}')
            };
            if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) || !name.bytes().all(fits) {
                return Err(PatternFault::UnknownGroup);
            }
            self.rest = rest;
            return Ok(true);
        }
        let flags = self.rest.trim_start_matches(|flag: char| flag.is_ascii_alphabetic() || flag == '-');
        if flags.starts_with(':') && flags.len() < self.rest.len() {
            self.rest = flags;
            return Ok(true);
        }
        let is_elsewhere = flags.starts_with(')') || self.rest.starts_with(['P', '\'', '>', '#', '|', '&', '(']);
        Err(if is_elsewhere { PatternFault::OtherDialect } else { PatternFault::UnknownGroup })
    }

    /// Reads a quantifier that begins with that character: how often at least, and at most, which is `u32::MAX` where
    /// there is no limit. None where a brace is no quantifier.
    fn quantifier(&mut self, first: char) -> Option<(u32, u32)> {
        match first {
            '*' => return Some((0, u32::MAX)),
            '+' => return Some((1, u32::MAX)),
            '?' => return Some((0, 1)),
            _ => {}
        }
        let (inside, rest) = self.rest.split_once('}')?;
        let (least, most) = inside.split_once(',').unwrap_or((inside, inside));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !is_number(least) || !is_number(most) {
            return None;
        }
        self.rest = rest;
        // What is no number then is too large, or not there.
        let number = |digits: &str| digits.parse().unwrap_or(u32::MAX);
        Some((number(least), number(most)))
    }

    /// Reads a class of characters behind its `[` or `[^`.
    fn class(&mut self) -> Result<(), PatternFault> {
        // What may be the lower end of a range, and what is one, once its hyphen was read.
        let mut previous = None;
        let mut low = None;
        while let Some(character) = self.next() {
            let current = match character {
                ']' => return Ok(()),
                '-' if low.is_none() && previous.is_some() && !self.rest.starts_with(']') => {
                    low = previous.take();
                    continue;
                }
                '\\' if self.take("b") => Op::Range('\u{8}', '\u{8}'),
                '\\' => self.escaped(),
                // `[:alpha:]` in other languages, and a class in a class with the `v` flag.
                '[' => {
                    self.program.give_up();
                    Op::Range('[', '[')
                }
                plain => Op::Range(plain, plain),
            };
            previous = None;
            match (low.take(), current) {
                (Some(Op::Range(start, _)), Op::Range(end, _)) if start > end => {
                    return Err(PatternFault::RangeOutOfOrder);
                }
                (Some(Op::Range(start, _)), Op::Range(end, _)) => self.program.push(Op::Range(start, end)),
                // No range, so that the hyphen stands for itself.
                (Some(_), _) => {
                    self.program.push(Op::Range('-', '-'));
                    self.program.push(current);
                }
                (None, _) => {
                    self.program.push(current);
                    previous = Some(current);
                }
            }
        }
        Err(PatternFault::UnclosedClass)
    }

    /// Reads an escape behind its `\`: what it certainly stands for, with the `u` flag and without it.
    fn escaped(&mut self) -> Op {
        let character = match self.next() {
            Some('d') => return Op::Class(DIGITS, false),
            Some('D') => return Op::Class(DIGITS, true),
            Some('w') => return Op::Class(WORD, false),
            Some('W') => return Op::Class(WORD, true),
            Some('s') => return Op::Class(SPACES, false),
            Some('S') => return Op::Class(SPACES, true),
            Some('t') => Some('\t'),
            Some('n') => Some('\n'),
            Some('v') => Some('\u{b}'),
            Some('f') => Some('\u{c}'),
            Some('r') => Some('\r'),
            Some('0') if !self.rest.starts_with(|next: char| next.is_ascii_digit()) => Some('\0'),
            Some('x') => self.code(2),
            Some('u') => self.code(4),
            Some('c') => {
                let letter = |next: char| next.is_ascii_alphabetic();
                self.rest = self.rest.strip_prefix(letter).unwrap_or(self.rest);
                None
            }
            other => other.filter(|other| !other.is_ascii_alphanumeric()),
        };
        character.map_or(Op::Unknown, |character| Op::Range(character, character))
    }

    /// Reads the number of a character. In braces it depends on the `u` flag whether it is one.
    fn code(&mut self, digits: usize) -> Option<char> {
        if digits == 4 && self.rest.starts_with('{') {
            let (inside, rest) = self.rest.split_once('}')?;
            if inside.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit()) {
                self.rest = rest;
            }
            return None;
        }
        let (code, rest) = self.rest.split_at_checked(digits)?;
        let code = u32::from_str_radix(code, 16).ok().filter(|_| !code.starts_with('+'))?;
        self.rest = rest;
        char::from_u32(code)
    }
}
