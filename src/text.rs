//! Every word that people read, made from `text/en/*.ftl`. Those of the first page are compiled in; the
//! others arrive as the later file and are installed. Native programs have all of them at once.
//! `say!` takes an id and its arguments and refuses, while compiling, an id or a name that is wrong.
//! Money and dates have one form in every language; they are made here.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::domain::date::Date;
use crate::domain::money::{Hours, Money, Percent, Range};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The place of a message in the table. Made while compiling, so that a wrong id or argument is an
/// error of the build and not of the page.
pub const fn find(id: &str, arguments: &[&str]) -> usize {
    let Some(place) = search(id) else { panic!("no message has this id") };
    let wanted = CHECKS[place].1;
    assert!(wanted.len() == arguments.len(), "another number of arguments");
    let mut index = 0;
    while index < wanted.len() {
        let mut has = false;
        let mut given = 0;
        while given < arguments.len() {
            has = has || matches!(compare(wanted[index], arguments[given]), Order::Same);
            given += 1;
        }
        assert!(has, "an argument of another name");
        index += 1;
    }
    place
}

enum Order {
    Before,
    Same,
    After,
}

const fn compare(left: &str, right: &str) -> Order {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut index = 0;
    while index < left.len() && index < right.len() {
        if left[index] < right[index] {
            return Order::Before;
        }
        if left[index] > right[index] {
            return Order::After;
        }
        index += 1;
    }
    if left.len() == right.len() {
        Order::Same
    } else if left.len() < right.len() {
        Order::Before
    } else {
        Order::After
    }
}

const fn search(id: &str) -> Option<usize> {
    match search_between(0, FIRST, id) {
        Some(place) => Some(place),
        None => search_between(FIRST, CHECKS.len(), id),
    }
}

const fn search_between(mut low: usize, mut high: usize, id: &str) -> Option<usize> {
    while low < high {
        let middle = (low + high) / 2;
        match compare(CHECKS[middle].0, id) {
            Order::Same => return Some(middle),
            Order::Before => low = middle + 1,
            Order::After => high = middle,
        }
    }
    None
}

/// What language the page speaks. The pseudo-language brackets every message, for tests.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    #[default]
    English,
    Pseudo,
}

/// The words of one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Text {
    pub language: Language,
}

/// An argument: a name and what stands in its place.
pub type Argument<'a> = (&'a str, Cow<'a, str>);

/// The two columns of one part of the table, split once.
struct Columns {
    ids: Vec<&'static str>,
    patterns: Vec<&'static str>,
}

impl Columns {
    fn of(ids: &'static str, patterns: &'static str) -> Self {
        Self { ids: ids.split('\n').collect(), patterns: patterns.split('\n').collect() }
    }
}

thread_local! {
    static FIRST_COLUMNS: Columns = Columns::of(FIRST_IDS, FIRST_PATTERNS);
    static LATER_COLUMNS: OnceCell<Columns> = const { OnceCell::new() };
}

/// Reads in the columns of the later file, if they are here.
fn in_later<T>(read: impl FnOnce(&Columns) -> Option<T>) -> Option<T> {
    LATER_COLUMNS.with(|later| {
        #[cfg(not(target_arch = "wasm32"))]
        if later.get().is_none() {
            install(include_str!(concat!(env!("OUT_DIR"), "/later.txt")));
        }
        read(later.get()?)
    })
}

/// Stands between the sections of the later file; `build/later.rs` sets it.
const SECTION: char = '\u{1e}';

/// The messages and the figures of a later file, or nothing where it is not one of this build.
fn parted(later: &'static str) -> Option<(Columns, &'static str)> {
    let (ids, rest) = later.split_once(SECTION)?;
    let (patterns, figures) = rest.split_once(SECTION)?;
    let columns = Columns::of(ids, patterns);
    let is_ours = [columns.ids.len(), columns.patterns.len()] == [CHECKS.len() - FIRST; 2];
    is_ours.then_some((columns, figures))
}

/// Takes in the messages of the later file, once. Gives back its figures, which are not ours to read.
pub fn install(later: &'static str) -> Option<&'static str> {
    let (columns, figures) = parted(later)?;
    LATER_COLUMNS.with(|later| {
        let _ = later.set(columns);
    });
    Some(figures)
}

/// Are all messages here?
pub fn is_whole() -> bool {
    in_later(|_| Some(())).is_some()
}

/// Every message's id, for tests.
pub fn ids() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(id, _)| *id)
}

/// Does the program hold this message from its start, before the later file has arrived? For tests.
pub fn is_first(id: &str) -> bool {
    ids().take(FIRST).any(|first| first == id)
}

impl Text {
    /// The message at a place that `say!` found while compiling.
    pub fn at(self, place: usize, arguments: &[Argument]) -> String {
        let pattern = pattern_at(place).unwrap_or_default();
        let mut out = String::new();
        if self.language == Language::Pseudo {
            out.push('⟦');
        }
        write_pattern(&mut out, pattern, arguments);
        if self.language == Language::Pseudo {
            out.push('⟧');
        }
        out
    }

    /// The message of an id that is put together while running. A native test reads every such id.
    pub fn by_id(self, id: &str, arguments: &[Argument]) -> String {
        match place_of(id) {
            Some(place) => self.at(place, arguments),
            None => id.to_owned(),
        }
    }

    /// Is there a message with this id?
    pub fn has(self, id: &str) -> bool {
        place_of(id).is_some()
    }
}

fn pattern_at(place: usize) -> Option<&'static str> {
    if place < FIRST {
        return FIRST_COLUMNS.with(|first| first.patterns.get(place).copied());
    }
    in_later(|later| later.patterns.get(place - FIRST).copied())
}

fn place_of(id: &str) -> Option<usize> {
    let first = FIRST_COLUMNS.with(|first| first.ids.binary_search(&id).ok());
    first.or_else(|| {
        let place = in_later(|later| later.ids.binary_search(&id).ok())?;
        Some(FIRST + place)
    })
}

/// The marks of a pattern; `build/messages.rs` sets them.
const VALUE: char = '\u{1}';
const SELECT: char = '\u{2}';
const ARM: char = '\u{3}';
const ARM_TEXT: char = '\u{4}';

fn write_pattern(out: &mut String, pattern: &str, arguments: &[Argument]) {
    for (index, piece) in pattern.split(SELECT).enumerate() {
        if index % 2 == 0 {
            write_values(out, piece, arguments);
            continue;
        }
        let mut arms = piece.split(ARM);
        let given = value(arms.next().unwrap_or_default(), arguments);
        let arms: Vec<(&str, &str)> = arms.filter_map(|arm| arm.split_once(ARM_TEXT)).collect();
        let named = |wanted: &str| arms.iter().find(|(key, _)| key.trim_start_matches('*') == wanted);
        let default = || arms.iter().find(|(key, _)| key.starts_with('*'));
        if let Some((_, text)) = named(given).or_else(|| named(plural(given))).or_else(default) {
            write_values(out, text, arguments);
        }
    }
}

fn write_values(out: &mut String, text: &str, arguments: &[Argument]) {
    for (index, piece) in text.split(VALUE).enumerate() {
        out.push_str(if index % 2 == 0 { piece } else { value(piece, arguments) });
    }
}

fn value<'a>(name: &str, arguments: &'a [Argument]) -> &'a str {
    arguments.iter().find(|(given, _)| *given == name).map_or("", |(_, value)| value.as_ref())
}

/// The CLDR plural category of a whole number in English.
fn plural(number: &str) -> &'static str {
    if number == "1" { "one" } else { "other" }
}

/// A message by its id and arguments, checked while compiling:
/// `say!(text, "year-end", week = "52", amount = text.money(amount))`.
#[macro_export]
macro_rules! say {
    ($text:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $text.at(
            const { $crate::text::find($id, &[$(stringify!($name)),*]) },
            &[$((stringify!($name), ::std::borrow::Cow::from($value))),*],
        )
    };
}

/// Amounts, numbers and dates have one form everywhere: Latin digits, the pound sign first.
impl Text {
    /// Always with pence: `£1,234.50`. A shortfall has a minus sign before the pound.
    pub fn money(self, amount: Money) -> String {
        let (pounds, pence) = (amount.pence().unsigned_abs() / 100, amount.pence().unsigned_abs() % 100);
        let sign = if amount.is_negative() { "−" } else { "" };
        format!("{sign}£{}.{pence:02}", grouped(pounds))
    }

    /// Without pence where they are nought: `£120`.
    pub fn plain_money(self, amount: Money) -> String {
        let text = self.money(amount);
        text.strip_suffix(".00").map(str::to_owned).unwrap_or(text)
    }

    pub fn range(self, range: Range) -> String {
        if range.is_one_amount() {
            return self.money(range.low);
        }
        self.say_range(self.plain_money(range.low), self.plain_money(range.high))
    }

    fn say_range(self, low: String, high: String) -> String {
        crate::say!(self, "shared-range", low = low, high = high)
    }

    pub fn hours(self, hours: Hours) -> String {
        decimal(hours.hundredths())
    }

    pub fn percent(self, percent: Percent) -> String {
        format!("{}%", decimal(percent.hundredths()))
    }

    pub fn date(self, date: Date) -> String {
        let month = self.by_id(&format!("shared-month-{}", date.month()), &[]);
        format!("{} {month} {}", date.day(), date.year())
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn decimal(hundredths: i64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match part {
        0 => whole.to_string(),
        part if part % 10 == 0 => format!("{whole}.{}", part / 10),
        part => format!("{whole}.{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_pence_a_pound_sign_and_commas() {
        let text = Text::default();
        let cases = [
            (0, "£0.00"),
            (5, "£0.05"),
            (123_450, "£1,234.50"),
            (-1_800, "−£18.00"),
            (100_000_000, "£1,000,000.00"),
        ];
        for (pence, expected) in cases {
            assert_eq!(text.money(Money::from_pence(pence)), expected);
        }
        assert_eq!(text.plain_money(Money::from_pence(12_000)), "£120");
    }

    #[test]
    fn a_message_is_found_in_the_part_that_holds_it() {
        let text = Text::default();
        for (id, is_in_first) in [("shared-back", true), ("tasks-title", false)] {
            assert_eq!(is_first(id), is_in_first, "{id}");
            assert_eq!(place_of(id), search(id), "{id}");
            assert_ne!(text.by_id(id, &[]), id);
        }
        assert_eq!(place_of("shared-nothing"), None);
    }

    #[test]
    fn every_place_is_the_one_that_was_found_while_compiling() {
        for (place, (id, _)) in CHECKS.iter().enumerate() {
            assert_eq!((place_of(id), search(id)), (Some(place), Some(place)), "{id}");
            assert!(pattern_at(place).is_some_and(|pattern| !pattern.is_empty()), "{id}");
        }
    }

    #[test]
    fn a_later_file_of_another_build_is_refused() {
        assert!(parted("").is_none());
        assert!(parted("a-id\u{1e}A pattern").is_none());
        assert!(parted("a-id\u{1e}A pattern\u{1e}figures").is_none());
        let ids = vec!["a"; CHECKS.len() - FIRST].join("\n");
        let ours: &'static str = Box::leak(format!("{ids}\u{1e}{ids}\u{1e}figures").into_boxed_str());
        assert_eq!(parted(ours).map(|(_, figures)| figures), Some("figures"));
    }

    #[test]
    fn the_pseudo_language_brackets_each_message() {
        let text = Text { language: Language::Pseudo };
        let said = say!(text, "shared-range", low = "1", high = "2");
        assert!(said.starts_with('⟦') && said.ends_with('⟧'), "{said}");
    }
}
