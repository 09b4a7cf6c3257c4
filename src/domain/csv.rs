//! A table of what was spent, as a bank or a spreadsheet writes it: comes as bytes, leaves as pence a week.
//! Only two columns are read: when, and how much. All other text is passed over and kept nowhere.
//! Hostile bytes are lines that cannot be read, no more.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::account::WEEKS;
use super::date::{Date, Week};
use super::entry::{Misread, Typed};
use super::money::Money;

/// The most lines that are read, and the most bytes of one line.
pub const MOST_LINES: usize = 10_000;
const MOST_BYTES_OF_LINE: usize = 16 * 1024;
const MOST_COLUMNS: usize = 64;

/// Names of columns that say when, and of those that say how much, the surest first.
const WHEN: [&str; 4] = ["week", "week number", "date", "transaction date"];
const PAID_OUT: [&str; 10] = [
    "spent",
    "paid out",
    "money out",
    "debit",
    "debit amount",
    "amount spent",
    "amount",
    "cost",
    "total",
    "value",
];
/// The first of them say themselves that money goes out, whatever their sign.
const SURELY_OUT: usize = 6;

/// Why a line was left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// No date and no week of the year.
    When,
    HowMuch,
    /// A date before or after the plan's year.
    OutsideYear,
    /// Money that came in.
    CameIn,
}

impl Left {
    pub const ALL: [Left; 4] = [Self::When, Self::HowMuch, Self::OutsideYear, Self::CameIn];

    pub fn key(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::HowMuch => "how-much",
            Self::OutsideYear => "outside-year",
            Self::CameIn => "came-in",
        }
    }
}

/// What a file says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spending {
    pub weeks: [Money; WEEKS],
    /// The first and the last week that a line is for.
    pub first: Week,
    pub last: Week,
    pub lines: usize,
    /// Lines that were left out, by their number in the file.
    pub left: Vec<(usize, Left)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TableError {
    #[error("too large to be read")]
    TooLarge,
    #[error("the device could not read it")]
    Damaged,
    #[error("over {MOST_LINES} lines")]
    TooManyLines,
    #[error("no line with when and how much")]
    NoLines,
    #[error("dates, and no date that the year starts on")]
    NoStart,
    #[error("every line is outside of the year")]
    OutsideYear,
}

impl TableError {
    pub const ALL: [TableError; 6] =
        [Self::TooLarge, Self::Damaged, Self::TooManyLines, Self::NoLines, Self::NoStart, Self::OutsideYear];

    pub fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Damaged => "damaged",
            Self::TooManyLines => "too-many-lines",
            Self::NoLines => "no-lines",
            Self::NoStart => "no-start",
            Self::OutsideYear => "outside-year",
        }
    }
}

/// A line's cells with its number in the file. Nothing for one that is too long.
type Line = (usize, Option<Vec<String>>);

#[derive(Clone, Copy)]
struct Columns {
    when: usize,
    how_much: usize,
    is_named: bool,
    is_surely_out: bool,
}

enum When {
    Week(Week),
    Date(Date),
}

/// Reads a table for the year that starts on this day. Without it, only numbered weeks can be placed.
///
/// Where most amounts have a minus, as in a bank's list, those are what was spent, and others came in;
/// else amounts with a minus came in.
pub fn read(bytes: &[u8], starts: Option<Date>) -> Result<Spending, TableError> {
    let lines = lines(bytes)?;
    let found = |(at, (_, cells)): (usize, &Line)| Some((at, columns(cells.as_ref()?)?));
    let (at, columns) = lines.iter().enumerate().find_map(found).ok_or(TableError::NoLines)?;
    let mut left = Vec::new();
    let mut read = Vec::new();
    // What stands above the names of the columns is no line of spending.
    for (number, cells) in lines.iter().skip(if columns.is_named { at + 1 } else { 0 }) {
        match cells.as_ref().map_or(Err(Left::When), |cells| columns.read(cells)) {
            Ok(None) => {}
            Ok(Some((when, amount))) => read.push((*number, when, amount)),
            Err(why) => left.push((*number, why)),
        }
    }
    if read.is_empty() {
        return Err(TableError::NoLines);
    }
    if starts.is_none() && read.iter().any(|(_, when, _)| matches!(when, When::Date(_))) {
        return Err(TableError::NoStart);
    }
    let below_zero = read.iter().filter(|(_, _, amount)| amount.is_negative()).count();
    let minus_is_spent = below_zero * 2 > read.len();
    let mut sum = Sum { weeks: [Money::ZERO; WEEKS], of: None, lines: 0, left };
    for (number, when, amount) in read {
        let week = match (when, starts) {
            (When::Week(week), _) => Some(week),
            (When::Date(date), Some(starts)) => week_of(date, starts),
            (When::Date(_), None) => None,
        };
        let turned = amount.is_negative() != minus_is_spent && amount != Money::ZERO;
        match week {
            None => sum.left.push((number, Left::OutsideYear)),
            Some(_) if turned && !columns.is_surely_out => sum.left.push((number, Left::CameIn)),
            Some(week) => sum.add(week, amount.abs()),
        }
    }
    sum.finish()
}

impl Columns {
    /// When and how much; nothing for a line that is empty.
    fn read(&self, cells: &[String]) -> Result<Option<(When, Money)>, Left> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(None);
        }
        let cell = |at: usize| cells.get(at).map_or("", String::as_str);
        let when = when(cell(self.when)).ok_or(Left::When)?;
        let how_much = cell(self.how_much);
        // A bank's list has one column for money out and another for money in.
        if self.is_surely_out && how_much.trim().is_empty() {
            return Err(Left::CameIn);
        }
        Ok(Some((when, amount(how_much).ok_or(Left::HowMuch)?)))
    }
}

struct Sum {
    weeks: [Money; WEEKS],
    of: Option<(Week, Week)>,
    lines: usize,
    left: Vec<(usize, Left)>,
}

impl Sum {
    fn add(&mut self, week: Week, amount: Money) {
        // No week holds more than a field may.
        let sum = &mut self.weeks[week.index()];
        *sum = (*sum + amount).min(Money::MOST);
        self.of = Some(self.of.map_or((week, week), |(first, last)| (first.min(week), last.max(week))));
        self.lines += 1;
    }

    fn finish(mut self) -> Result<Spending, TableError> {
        let Some((first, last)) = self.of else {
            let outside = self.left.iter().any(|(_, left)| *left == Left::OutsideYear);
            return Err(if outside { TableError::OutsideYear } else { TableError::NoLines });
        };
        self.left.sort_by_key(|(number, _)| *number);
        Ok(Spending { weeks: self.weeks, first, last, lines: self.lines, left: self.left })
    }
}

/// Small letters, without what stands in brackets, like "Amount (£)".
fn plain(cell: &str) -> String {
    let cell = cell.trim_start_matches('\u{feff}').to_lowercase();
    let bare = cell.split('(').next().unwrap_or_default();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns by their names, or by the first line that holds both: the first date or week, and the
/// first amount after it.
fn columns(cells: &[String]) -> Option<Columns> {
    let names: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let of = |known: &[&str]| known.iter().find_map(|name| names.iter().position(|own| own == name));
    if let (Some(when), Some(how_much)) = (of(&WHEN), of(&PAID_OUT)) {
        let is_surely_out = PAID_OUT[..SURELY_OUT].contains(&names[how_much].as_str());
        return Some(Columns { when, how_much, is_named: true, is_surely_out });
    }
    let when_at = cells.iter().position(|cell| when(cell).is_some())?;
    let mut after = cells.iter().enumerate().skip(when_at + 1);
    let (how_much, _) = after.find(|(_, cell)| amount(cell).is_some())?;
    Some(Columns { when: when_at, how_much, is_named: false, is_surely_out: false })
}

/// "Week 3", "3", "6/4/2026", "2026-04-06", with a time after it or not.
fn when(cell: &str) -> Option<When> {
    let cell = plain(cell);
    let cell = cell.split(['t', ',']).next().unwrap_or_default();
    let number = cell.trim_start_matches("week").trim();
    if let Ok(week) = Week::read(number) {
        return Some(When::Week(week));
    }
    let day = cell.split(' ').next().unwrap_or_default();
    Date::read(day).or_else(|_| Date::read(cell.trim())).ok().map(When::Date)
}

/// An amount in pounds; below zero with a minus before or after it, or in brackets.
fn amount(cell: &str) -> Option<Money> {
    let cell = cell.trim().replace(['£', '\u{fffd}'], "");
    let cell = cell.trim().trim_start_matches("GBP").trim();
    let bare = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let bare = bare.or_else(|| cell.strip_suffix(['-', '−'])).map(str::trim);
    if let Some(bare) = bare {
        return Money::read(bare).ok().map(|amount| -amount);
    }
    match Money::read(cell) {
        Ok(amount) => Some(amount),
        Err(Misread::Negative) => {
            let bare = cell.trim_start_matches(['-', '−']).trim();
            Money::read(bare).ok().map(|amount| -amount)
        }
        Err(_) => None,
    }
}

/// The week of the year that a day lies in.
fn week_of(date: Date, starts: Date) -> Option<Week> {
    let days = date.since(starts).ok()?.get_days();
    if days < 0 { None } else { Week::new(i64::from(days / 7) + 1) }
}

/// The lines of the file, each with its cells. Cells are cut by what most often stands in the first line.
fn lines(bytes: &[u8]) -> Result<Vec<Line>, TableError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |of: u8| first.iter().filter(|byte| **byte == of).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|of| count(*of)).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut lines = Vec::new();
    let mut rest = bytes;
    let mut room = vec![0_u8; MOST_BYTES_OF_LINE];
    loop {
        let Some((line, used)) = line(&mut reader, rest, &mut room) else { return Ok(lines) };
        rest = &rest[used..];
        if lines.len() >= MOST_LINES {
            return Err(TableError::TooManyLines);
        }
        lines.push(line);
    }
}

/// The next line, and how many bytes it took.
fn line(reader: &mut Reader, bytes: &[u8], cells: &mut [u8]) -> Option<(Line, usize)> {
    let mut ends = [0_usize; MOST_COLUMNS];
    let (mut used, mut written, mut found, mut is_too_long) = (0, 0, 0, false);
    loop {
        let (result, read, wrote, ended) =
            reader.read_record(&bytes[used..], &mut cells[written..], &mut ends[found..]);
        used += read;
        written += wrote;
        found += ended;
        match result {
            // The end of the bytes is told by asking again with none.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                (written, found, is_too_long) = (0, 0, true);
            }
            ReadRecordResult::Record => {
                // The reader counts a line once its end was read, which a return before it is not.
                let has_ended = bytes[..used].ends_with(b"\n");
                let number = usize::try_from(reader.line()).unwrap_or(usize::MAX);
                let number = if has_ended { number.saturating_sub(1) } else { number };
                let cut = |at: usize| {
                    let from = if at == 0 { 0 } else { ends[at - 1] };
                    String::from_utf8_lossy(&cells[from..ends[at]]).into_owned()
                };
                let cells = (!is_too_long).then(|| (0..found).map(cut).collect());
                return Some(((number, cells), used));
            }
            ReadRecordResult::End => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STARTS: Date = Date::constant(2026, 4, 6);

    #[track_caller]
    fn check(text: &str, weeks: &[(i64, i64)], left: &[(usize, Left)]) {
        let found = read(text.as_bytes(), Some(STARTS)).unwrap();
        let spent = Week::all().map(|week| (week.number(), found.weeks[week.index()].pence()));
        assert_eq!(spent.filter(|(_, pence)| *pence != 0).collect::<Vec<_>>(), weeks, "{text}");
        assert_eq!(found.left, left, "{text}");
    }

    #[test]
    fn columns_are_found_by_name_and_by_place() {
        check("Date,Note,Amount (£)\n6/4/2026,\"Taxi, home\",\"£1,012.50\"\n", &[(1, 101_250)], &[]);
        check("Week,Spent\n1,95\n3,12.00\n", &[(1, 9_500), (3, 1_200)], &[]);
        check("2026-04-13;Swimming;12,000\r\n19/4/2026;x;1\r\n", &[(2, 1_200_100)], &[]);
        check("\u{feff}Week 2\t7.5", &[(2, 750)], &[]);
        check(
            "My bank\n\nDate,Money out,Money in\n6/4/2026,5,\n7/4/2026,,90\n",
            &[(1, 500)],
            &[(5, Left::CameIn)],
        );
    }

    #[test]
    fn a_list_from_a_bank_has_its_spending_below_zero() {
        check(
            "date,amount\n6/4/2026,-5\n7/4/2026,560\n8/4/2026,-7.00\n",
            &[(1, 1_200)],
            &[(3, Left::CameIn)],
        );
        check("date,amount\n6/4/2026,5\n7/4/2026,(2)\n8/4/2026,7\n", &[(1, 1_200)], &[(3, Left::CameIn)]);
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_line_and_the_rest_is_kept() {
        let text = "date,amount\n6/4/2026,5\nyesterday,5\n7/4/2026,a lot\n5/4/2026,5\n5/4/2027,6\n";
        let left = [(3, Left::When), (4, Left::HowMuch), (5, Left::OutsideYear), (6, Left::OutsideYear)];
        check(text, &[(1, 500)], &left);
        check("week,spent\n\n52,1\n53,1\n", &[(52, 100)], &[(4, Left::When)]);
    }

    #[test]
    fn a_file_that_says_nothing_says_why() {
        let check = |text: &[u8], starts, expected| assert_eq!(read(text, starts).unwrap_err(), expected);
        check(b"", Some(STARTS), TableError::NoLines);
        check(b"\xff\x00\xfe,\"\n\"", Some(STARTS), TableError::NoLines);
        check(b"6/4/2026,5", None, TableError::NoStart);
        check(b"6/4/2020,5", Some(STARTS), TableError::OutsideYear);
        check("1,5\n".repeat(MOST_LINES + 1).as_bytes(), None, TableError::TooManyLines);
    }

    #[test]
    fn a_line_without_end_is_one_line_that_cannot_be_read() {
        let long = format!("1,5\n2,\"{}\n", "a,\"".repeat(100_000));
        let found = read(long.as_bytes(), None).unwrap();
        assert_eq!((found.lines, found.left.len()), (1, 1));
    }
}
