//! Numbers as JSON writes them, of any size, compared without rounding.

use std::cmp::Ordering;

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

    /// Which of the two is the smaller one.
    pub fn compare(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| if number.is_zero() { 0 } else { 1 - 2 * i8::from(number.is_negative) };
        let order = sign(self).cmp(&sign(other));
        if order.is_ne() {
            return order;
        }
        // The power of ten that the first digit counts, then digit by digit.
        let top = |number: &Self| number.exponent.saturating_add(i64::from(number.digits.len() as u32));
        let order = top(self).cmp(&top(other)).then_with(|| self.digits.cmp(&other.digits));
        if self.is_negative { order.reverse() } else { order }
    }

    /// Whether it is some whole number times `step`. None where `step` has too many digits to tell.
    pub fn is_multiple_of(&self, step: &Self) -> Option<bool> {
        let divisor: u64 = step.digits.parse().ok().filter(|_| step.digits.len() <= 18)?;
        // The last digit of either is no zero.
        if self.is_zero() || self.exponent < step.exponent {
            return Some(self.is_zero());
        }
        // So many zeros hold all the twos and fives that are in a divisor of 18 digits.
        let zeros = usize::try_from(self.exponent.saturating_sub(step.exponent).min(64)).unwrap_or_default();
        let digits = self.digits.bytes().chain(std::iter::repeat_n(b'0', zeros));
        let rest = digits.fold(0, |rest, digit| (rest * 10 + u64::from(digit.wrapping_sub(b'0'))) % divisor);
        Some(rest == 0)
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
    fn numbers_have_an_order() {
        let rising = [
            "-1e9",
            "-10",
            "-9.5",
            "-0.1",
            "0",
            "1e-400",
            "0.09",
            "0.1",
            "9",
            "9.5",
            "10",
            "9007199254740992",
            "9007199254740993",
            "1e400000",
        ];
        for (position, one) in rising.iter().enumerate() {
            for (other_position, other) in rising.iter().enumerate() {
                let order = Decimal::read(one).compare(&Decimal::read(other));
                assert_eq!(order, position.cmp(&other_position), "{one} {other}");
            }
        }
    }

    #[test]
    fn multiples_are_told_without_rounding() {
        for (number, step, expected) in [
            ("0.3", "0.1", true),
            ("19.99", "0.01", true),
            ("19.995", "0.01", false),
            ("100", "8", false),
            ("1000", "8", true),
            ("-6", "3", true),
            ("0", "7", true),
            ("9007199254740993", "2", false),
            ("1e300", "1024", true),
            ("1e300", "3", false),
            ("2.5", "5", false),
        ] {
            assert_eq!(Decimal::read(number).is_multiple_of(&Decimal::read(step)), Some(expected), "{number} {step}");
        }
        assert_eq!(Decimal::read("1").is_multiple_of(&Decimal::read("0.1234567890123456789")), None);
    }

    #[test]
    fn fractions_are_told_from_whole_numbers() {
        assert_eq!(
            ["1.0", "1.5", "15e-1", "15e1", "0.0"].map(|text| Decimal::read(text).is_whole()),
            [true, false, false, true, true]
        );
    }
}
