//! What is paid by calendar month, where a council pays so.
//! Not covered: other councils' ways to make months out of weeks.

use super::money::{Money, Rounding};

const DAYS_IN_WEEK: i64 = 7;

/// One month's payment: in all, the person's part, and what is left of it to be paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    pub gross: Money,
    pub contribution: Money,
    pub net: Money,
}

/// A month's payment as Hampshire works it out: weekly / 7 × days in the month, each line to the
/// nearest penny, half up; then the one less the other, never below zero.
pub fn month(weekly: Money, contribution: Money, days: i64) -> Month {
    let of = |weekly: Money| weekly.ratio(days, DAYS_IN_WEEK, Rounding::HalfUp);
    let (gross, contribution) = (of(weekly), of(contribution));
    Month { gross, contribution, net: (gross - contribution).not_below_zero() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_a_month_is_rounded_alone() {
        let pence = Money::from_pence;
        let got = month(pence(15_000), pence(2_000), 31);
        assert_eq!(got, Month { gross: pence(66_429), contribution: pence(8_857), net: pence(57_572) });
        assert_eq!(month(pence(15_000), pence(2_000), 30).net, pence(55_715));
    }
}
