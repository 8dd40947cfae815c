//! Numbers as JSON writes them, of any size, compared without rounding.

/// A number as its digits and the place of its point. Two are equal where they are the same number, however written.
///
/// Digits are kept as text: the wasm needs no floating point, whose tables weigh 30 KB, and no number is too large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// Its digits without zeros at either end; none for zero itself.
    pub digits: String,
    /// The power of ten that the last digit counts.
    pub exponent: i64,
}

impl Decimal {
    /// Reads a number that JSON allows; any other text gives some number, too.
    pub fn read(source: &str) -> Self {
        let unsigned = source.strip_prefix('-').unwrap_or(source);
        let (mantissa, power) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let power: i64 = power.parse().unwrap_or(if power.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 });
        let all = format!("{whole}{fraction}");
        let significant = all.trim_end_matches('0');
        let digits = significant.trim_start_matches('0');
        if digits.is_empty() {
            return Self { is_negative: false, digits: String::new(), exponent: 0 };
        }
        let point = i64::from((all.len() - significant.len()) as u32) - i64::from(fraction.len() as u32);
        Self { is_negative: source.starts_with('-'), digits: digits.to_owned(), exponent: power.saturating_add(point) }
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        self.exponent >= 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_is_equal_however_it_is_written() {
        for same in [["1", "1.0"], ["10e-1", "1"], ["-0", "0.00"], ["120", "1.2E2"], ["0.5", "5e-1"], ["0e9", "0"]] {
            assert_eq!(Decimal::read(same[0]), Decimal::read(same[1]), "{same:?}");
        }
        for other in [["1", "-1"], ["9007199254740993", "9007199254740992"], ["1e2", "1e-2"], ["0.5", "5"]] {
            assert_ne!(Decimal::read(other[0]), Decimal::read(other[1]), "{other:?}");
        }
    }

    #[test]
    fn fractions_are_told_from_whole_numbers() {
        assert_eq!(
            ["1.0", "1.5", "15e-1", "15e1", "0.0"].map(|text| Decimal::read(text).is_whole()),
            [true, false, false, true, true]
        );
    }
}
