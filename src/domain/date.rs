//! Civil dates and the numbered weeks of the planner's year. No clock: today comes from outside.

use jiff::Span;
pub use jiff::civil::Date;

/// The same day of a later month, or that month's last day where it has no such day.
pub fn months_after(date: Date, months: i32) -> Date {
    let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + months;
    let (year, month) = (i16::try_from(month / 12).unwrap_or(i16::MAX), month % 12 + 1);
    let month = i8::try_from(month).unwrap_or(1);
    (1..=date.day()).rev().find_map(|day| Date::new(year, month, day).ok()).unwrap_or(date)
}

/// The same day of a later year: somebody's birthday.
pub fn years_after(date: Date, years: i32) -> Date {
    months_after(date, years * 12)
}

/// So many days later; the last day that there can be, where there is no such day.
pub fn days_after(date: Date, days: i64) -> Date {
    Span::new().try_days(days).map_or(Date::MAX, |span| date.saturating_add(span))
}

/// A week of the planner's year, 1 to 52.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
// Invariant: 1 to 52.
pub struct Week(u8);

impl Week {
    pub const FIRST: Week = Week(1);
    pub const LAST: Week = Week(52);

    pub fn new(number: i64) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| (1..=52).contains(number)).map(Self)
    }

    pub fn number(self) -> i64 {
        i64::from(self.0)
    }

    /// Its place in a list of weeks: 0 to 51.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// Weeks 1, 5, 9 …: a period of four weeks starts.
    pub fn starts_four_weeks(self) -> bool {
        self.index().is_multiple_of(4)
    }

    /// The twelve weeks in which an even month starts: 1, 5, 9, 14, 18, 22, 27, 31, 35, 40, 44, 48.
    pub fn starts_month(self) -> bool {
        (52 - self.index() * 12 % 52) % 52 < 12
    }

    /// Weeks 1 to 52, in order.
    pub fn all() -> impl Iterator<Item = Week> {
        (1..=52).map(Week)
    }
}

/// The weeks of a stretch, both ends in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    pub from: Week,
    pub until: Week,
}

impl Stretch {
    /// The whole year.
    pub const YEAR: Stretch = Stretch { from: Week::FIRST, until: Week::LAST };

    pub fn holds(self, week: Week) -> bool {
        self.from <= week && week <= self.until
    }
}
