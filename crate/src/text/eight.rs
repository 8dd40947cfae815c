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

    /// Whether a character outside ASCII is among the first `count`.
    #[inline(always)]
    pub fn has_non_ascii(self, count: u32) -> bool {
        let first = 1_u64.checked_shl(count * 8).unwrap_or_default().wrapping_sub(1);
        self.0 & first & HIGHEST != 0
    }

    /// How many bytes there are before the first letter or digit of ASCII, `_`, `-` or `.`.
    #[inline(always)]
    pub fn before_word(self) -> u32 {
        self.of_word().trailing_zeros() / 8
    }

    /// How many of these bytes there are at the beginning.
    #[inline(always)]
    pub fn word(self) -> u32 {
        (self.of_word() ^ HIGHEST).trailing_zeros() / 8
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

#[cfg(test)]
mod tests {
    use super::Eight;

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
                    assert_eq!(eight.before_word() as usize, first(&is_of_word), "{bytes:?}");
                    assert_eq!(eight.word() as usize, first(&|byte| !is_of_word(byte)), "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn fewer_than_eight_are_none() {
        assert_eq!(Eight::at(b"        ", 0), Some(Eight::BLANK));
        assert_eq!((Eight::at(b"        ", 1), Eight::at(b"", 9)), (None, None));
    }
}
