//! Offsets in UTF-16 units, counted in the way that is certainly right: by writing the whole text in UTF-16.

use xtension_checker::text::Span;
use xtension_checker::wire::Edit;

/// A text as JavaScript has it.
pub(crate) struct Reference<'t> {
    text: &'t str,
    units: Vec<u16>,
    /// For each byte where a character begins, and for the end, the number of units before it.
    before: Vec<Option<u32>>,
}

impl<'t> Reference<'t> {
    /// Writes `text` in UTF-16.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut before = vec![None; text.len() + 1];
        let mut units = Vec::new();
        for (at, character) in text.char_indices() {
            before[at] = Some(units.len() as u32);
            units.extend(character.encode_utf16(&mut [0; 2]).iter());
        }
        before[text.len()] = Some(units.len() as u32);
        Self { text, units, before }
    }

    /// How many units stand before a byte offset at which a character begins; before the end, for those behind it.
    pub(crate) fn units_before(&self, byte: u32) -> u32 {
        self.before[(byte as usize).min(self.text.len())].expect("a character begins there")
    }

    /// The byte offset of a place between two characters.
    pub(crate) fn byte(&self, unit: u32) -> u32 {
        let found = self.before.iter().position(|before| *before == Some(unit));
        found.unwrap_or_else(|| panic!("unit {unit} is within a character or behind the end: {:?}", self.text)) as u32
    }

    /// The span of a stretch in units.
    pub(crate) fn span(&self, from: u32, to: u32) -> Span {
        Span::new(self.byte(from), self.byte(to))
    }

    /// The stretch in units is that of the span in bytes.
    #[track_caller]
    pub(crate) fn assert_same(&self, span: Span, (from, to): (u32, u32)) {
        let wanted = (self.units_before(span.start), self.units_before(span.end));
        assert_eq!((from, to), wanted, "{span:?} of {:?}", self.text);
    }

    /// The text after edits in units, made as an editor makes them.
    pub(crate) fn applied(&self, edits: &[Edit]) -> String {
        let mut after = Vec::new();
        let mut reached = 0;
        for edit in edits {
            after.extend_from_slice(&self.units[reached..edit.from as usize]);
            after.extend(edit.insert.encode_utf16());
            reached = edit.to as usize;
        }
        after.extend_from_slice(&self.units[reached..]);
        String::from_utf16(&after).expect("no edit parts a surrogate from the other")
    }
}
