//! Eight bytes of a text at once.

/// Eight bytes of a text, the first one lowest: looking at all of them takes no longer than looking at one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eight(u64);

const ONES: u64 = u64::MAX / 255;
const HIGHEST: u64 = ONES << 7;

impl Eight {
    /// Eight blanks.
    pub const BLANK: Self = Self(ONES * b' ' as u64);

    /// Those from byte `at` on; none where there are not so many.
    #[inline(always)]
    pub fn at(bytes: &[u8], at: usize) -> Option<Self> {
        Some(Self(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?)))
    }

    /// How many bytes at the beginning may stand in a string as they are: no quote, backslash or control character.
    #[inline(always)]
    pub fn plain(self) -> u32 {
        // A byte below `limit` borrows from its highest bit. What that does to those above does not matter: the first
        // is looked for.
        let below = |bytes: u64, limit: u8| bytes.wrapping_sub(ONES * u64::from(limit)) & !bytes;
        let equal = |byte: u8| below(self.0 ^ (ONES * u64::from(byte)), 1);
        let special = (below(self.0, 0x20) | equal(b'"') | equal(b'\\')) & HIGHEST;
        special.trailing_zeros() / 8
    }

    /// How many blanks there are at the beginning.
    #[inline(always)]
    fn blanks(self) -> usize {
        (self.0 ^ Self::BLANK.0).trailing_zeros() as usize / 8
    }

    /// Whether a character outside ASCII is among the first `count`.
    #[inline(always)]
    pub fn has_non_ascii(self, count: u32) -> bool {
        let first = 1_u64.checked_shl(count * 8).unwrap_or_default().wrapping_sub(1);
        self.0 & first & HIGHEST != 0
    }

    /// The highest bit of each letter or digit of ASCII, `_`, `-` and `.`.
    #[inline(always)]
    fn of_word(self) -> u64 {
        let seven = self.0 & !HIGHEST;
        // No sum is more than 255, so no byte meets the next one.
        let between = |bytes: u64, first: u8, last: u8| {
            (bytes + ONES * u64::from(0x80 - first)) & !(bytes + ONES * u64::from(0x7f - last))
        };
        let letters = between(seven | (ONES * 0x20), b'a', b'z');
        // The slash stands between the period and the digits.
        let digits = between(seven, b'-', b'9') & !between(seven, b'/', b'/');
        (letters | digits | between(seven, b'_', b'_')) & !self.0 & HIGHEST
    }
}

/// Whether both are the same bytes. Names are short: then their first and their last bytes are all of them, and no loop over
/// single bytes is needed, as it is in wasm.
#[inline(never)]
pub fn are_same(one: &[u8], other: &[u8]) -> bool {
    match one.len() {
        length if length != other.len() => false,
        0..4 => one.iter().eq(other),
        4..8 => have_same_ends::<4>(one, other),
        8..=16 => have_same_ends::<8>(one, other),
        _ => one == other,
    }
}

#[inline(always)]
fn have_same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.first_chunk::<N>() == other.first_chunk::<N>() && one.last_chunk::<N>() == other.last_chunk::<N>()
}

/// The words of a text: letters and digits of ASCII, `_`, `-` and `.`, each with where it begins and where it ends.
pub(super) struct Words<'t> {
    bytes: &'t [u8],
    /// Where the eight bytes are that are being looked at.
    at: usize,
    /// The highest bit of each of them where a word begins or ends that is still to be told.
    edges: u64,
    /// Whether the last of them is of a word.
    is_in_word: bool,
}

impl<'t> Words<'t> {
    /// Those from byte `at` on.
    pub(super) fn from(bytes: &'t [u8], at: usize) -> Self {
        let mut words = Words { bytes, at, edges: 0, is_in_word: false };
        words.look();
        words
    }

    /// Looks at the eight bytes that are next; behind the text there are no words.
    #[inline(always)]
    fn look(&mut self) {
        let eight = Eight::at(self.bytes, self.at).unwrap_or_else(|| {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let mut padded = [0; 8];
            padded.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            Eight(u64::from_le_bytes(padded))
        });
        let of_word = eight.of_word();
        // Where a byte is of a word and the one before it is not, or the other way round.
        self.edges = of_word ^ (of_word << 8 | u64::from(self.is_in_word) << 7);
        self.is_in_word = of_word >> 63 == 1;
    }

    /// Where the next word begins or ends.
    #[inline(always)]
    fn edge(&mut self) -> Option<usize> {
        while self.edges == 0 {
            self.at += 8;
            // Indentation has no words.
            while !self.is_in_word
                && let Some(eight) = Eight::at(self.bytes, self.at)
                && eight.blanks() > 0
            {
                self.at += eight.blanks();
            }
            if self.at > self.bytes.len() {
                return None;
            }
            self.look();
        }
        let edge = self.at + self.edges.trailing_zeros() as usize / 8;
        self.edges &= self.edges - 1;
        Some(edge)
    }
}

impl Iterator for Words<'_> {
    type Item = (usize, usize);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, usize)> {
        let start = self.edge()?;
        Some((start, self.edge().unwrap_or(self.bytes.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::{Eight, Words, are_same};

    #[test]
    fn bytes_are_compared_whatever_their_length() {
        let bytes: Vec<u8> = (0..40).collect();
        for length in 0..bytes.len() {
            let (one, same) = (&bytes[..length], bytes[..length].to_vec());
            assert!(are_same(one, &same) && !are_same(one, &bytes[..=length]));
            for at in 0..length {
                let mut other = one.to_vec();
                other[at] ^= 0x40;
                assert!(!are_same(one, &other), "{length} bytes, different at {at}");
            }
        }
    }

    #[test]
    fn eight_bytes_are_looked_at_as_one_by_one() {
        let is_plain = |byte: u8| byte >= 0x20 && byte != b'"' && byte != b'\\';
        let is_of_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        for at in 0..8 {
            for byte in 0..=255 {
                for around in [b'a', 0x80, 0x20, 0xff, b'!', b'#', b'[', b']', b'"', 0x1f, b'/', b'-', 0xe1, b'0'] {
                    let mut bytes = [around; 8];
                    bytes[at] = byte;
                    let eight = Eight::at(&bytes, 0).unwrap();
                    let first = |is_it: &dyn Fn(u8) -> bool| bytes.iter().position(|byte| is_it(*byte)).unwrap_or(8);
                    let plain = first(&|byte| !is_plain(byte));
                    assert_eq!(eight.plain() as usize, plain, "{bytes:?}");
                    assert_eq!(eight.has_non_ascii(plain as u32), !bytes[..plain].is_ascii(), "{bytes:?}");
                    let is_word = (0..8).map(|place| eight.of_word() >> (place * 8 + 7) & 1 == 1);
                    assert!(is_word.eq(bytes.iter().map(|byte| is_of_word(*byte))), "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn words_have_beginning_and_end() {
        let words = |text: &str| Words::from(text.as_bytes(), 0).collect::<Vec<_>>();
        assert_eq!((words(""), words("  "), words("a")), (vec![], vec![], vec![(0, 1)]));
        assert_eq!(words("abcdefgh"), [(0, 8)]);
        assert_eq!(words("abcdefgh i"), [(0, 8), (9, 10)]);
        assert_eq!(words("       ab-cdefghijklmnop. é q"), [(7, 25), (29, 30)]);
        assert_eq!(words("abcdefgh                 i        "), [(0, 8), (25, 26)]);
        assert_eq!(Words::from(b"ab cd", 1).collect::<Vec<_>>(), [(1, 2), (3, 5)]);
        assert_eq!(Words::from(b"ab cd", 9).next(), None);
    }

    #[test]
    fn fewer_than_eight_are_none() {
        assert_eq!(Eight::at(b"        ", 0), Some(Eight::BLANK));
        assert_eq!((Eight::at(b"        ", 1), Eight::at(b"", 9)), (None, None));
    }
}
