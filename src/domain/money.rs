//! Money in whole pence, and the quantities that multiply it.
//! Not here: how an amount is shown (text) or typed (entry).
//! Every sum that can leave a fraction of a penny names its rounding at the call.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// The planner's year: 52 weeks, 13 periods of 4 weeks, 12 months.
pub const WEEKS_IN_YEAR: i64 = 52;
pub const FOUR_WEEKS_IN_YEAR: i64 = 13;
pub const MONTHS_IN_YEAR: i64 = 12;

/// What becomes of a fraction of a penny.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// To the nearest penny, half a penny away from zero.
    HalfUp,
    /// Away from zero: a started penny counts whole.
    Up,
    /// Towards zero: a started penny is dropped.
    Down,
}

impl Rounding {
    /// `number / divisor` as a whole number. `divisor` is above zero.
    pub fn divide(self, number: i128, divisor: i128) -> i128 {
        let whole = number / divisor;
        let rest = (number % divisor).abs();
        let away = match self {
            Self::HalfUp => rest * 2 >= divisor,
            Self::Up => rest > 0,
            Self::Down => false,
        };
        if away { whole + number.signum() } else { whole }
    }
}

/// An exact amount in pence. May be below zero: a shortfall is an amount too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Money(i64);

impl Money {
    pub const ZERO: Money = Money(0);
    /// The most that a field or a file may hold: ten million pounds.
    pub const MOST: Money = Money(1_000_000_000);

    pub const fn from_pence(pence: i64) -> Self {
        Self(pence)
    }

    pub const fn pence(self) -> i64 {
        self.0
    }

    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    pub fn not_below_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    pub fn times(self, count: i64) -> Self {
        Self(self.0.saturating_mul(count))
    }

    /// `self × number / divisor`, with the rounding named.
    pub fn ratio(self, number: i64, divisor: i64, rounding: Rounding) -> Self {
        let exact = i128::from(self.0) * i128::from(number);
        let rounded = rounding.divide(exact, i128::from(divisor.max(1)));
        Self(i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX }))
    }

    /// The price of some hours at this price an hour.
    pub fn for_hours(self, hours: Hours, rounding: Rounding) -> Self {
        self.ratio(hours.0, Hours::ONE.0, rounding)
    }

    /// A share of this amount.
    pub fn share(self, percent: Percent, rounding: Rounding) -> Self {
        self.ratio(percent.0, Percent::WHOLE.0, rounding)
    }

    /// A yearly amount as an even weekly one.
    pub fn yearly_to_weekly(self, rounding: Rounding) -> Self {
        self.ratio(1, WEEKS_IN_YEAR, rounding)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Two ends of what is not known more closely; both ends are the same where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    pub low: Money,
    pub high: Money,
}

impl Range {
    pub fn exactly(amount: Money) -> Self {
        Self { low: amount, high: amount }
    }

    pub fn is_one_amount(self) -> bool {
        self.low == self.high
    }

    /// The same sum done at both ends.
    pub fn map(self, sum: impl Fn(Money) -> Money) -> Self {
        Self { low: sum(self.low), high: sum(self.high) }
    }
}

/// Hours, in hundredths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Hours(i64);

impl Hours {
    pub const ZERO: Hours = Hours(0);
    pub const ONE: Hours = Hours(100);
    /// All the hours in a week.
    pub const MOST: Hours = Hours(16_800);

    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    pub const fn hundredths(self) -> i64 {
        self.0
    }

    pub fn less(self, other: Self) -> Self {
        Self((self.0 - other.0).max(0))
    }
}

/// A percentage, in hundredths of one per cent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Percent(i64);

impl Percent {
    pub const ZERO: Percent = Percent(0);
    pub const HALF: Percent = Percent(5_000);
    pub const WHOLE: Percent = Percent(10_000);

    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_penny_goes_up_and_less_goes_down() {
        let check = |pence, number, divisor, rounding, expected| {
            let got = Money::from_pence(pence).ratio(number, divisor, rounding);
            assert_eq!(got.pence(), expected, "{pence} × {number} / {divisor} {rounding:?}");
        };
        check(1, 1, 2, Rounding::HalfUp, 1);
        check(-1, 1, 2, Rounding::HalfUp, -1);
        check(1, 1, 3, Rounding::HalfUp, 0);
        check(1, 1, 3, Rounding::Up, 1);
        check(2, 1, 3, Rounding::Down, 0);
        check(1900, 106, 100, Rounding::HalfUp, 2014);
    }

    #[test]
    fn a_year_of_a_weekly_amount_comes_back_to_it() {
        let weekly = Money::from_pence(12_345);
        assert_eq!(weekly.times(WEEKS_IN_YEAR).yearly_to_weekly(Rounding::HalfUp), weekly);
    }
}
