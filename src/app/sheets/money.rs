//! Money on a sheet: the figure with its date, what the person may pay and why, the same plan under each
//! way; and the same as a table for a spreadsheet.

use super::parts::{Writer, way_name};
use crate::app::State;
use crate::app::table::csv;
use crate::domain::charging::{Charge, FullCost, WhyFull};
use crate::domain::entry::Typed;
use crate::domain::holding::Priced;
use crate::domain::money::{Money, Range, WEEKS_IN_YEAR};
use crate::domain::plan::Line;
use crate::domain::plan::sharing::Topic;
use crate::say;
use crate::text::Text;

pub fn budget(writer: &mut Writer) {
    let text = writer.text;
    writer.part(Topic::Money, say!(text, "sheets-money-title"), |writer| {
        let mut pairs = amounts(writer);
        pairs.extend(charge(writer));
        pairs.push((say!(text, "keep-way"), way_chosen(writer)));
        writer.pairs(pairs);
        let state = writer.state;
        if let Charge::NotKnown(unknown) = state.charge() {
            let missing = unknown.missing.iter().map(|missing| writer.says(missing.0)).collect();
            writer.list(missing);
        }
        let holds = holds_for(state, text);
        writer.small(holds);
        writer.small(say!(text, "keep-leaves-out"));
    });
}

/// The budget a week and a year; nothing of a year where the week is not known.
fn amounts(writer: &Writer) -> Vec<(String, String)> {
    let text = writer.text;
    let Some(weekly) = writer.state.budget() else {
        return vec![(say!(text, "tasks-budget"), say!(text, "shared-not-known"))];
    };
    let yearly = weekly.map(|amount| amount.times(WEEKS_IN_YEAR));
    vec![
        (say!(text, "tasks-budget"), say!(text, "sheets-week-may-change", amount = text.range(weekly))),
        (say!(text, "sheets-year"), say!(text, "sheets-year-may-change", amount = text.range(yearly))),
    ]
}

/// What the person may pay, why, and what that leaves to the council.
fn charge(writer: &Writer) -> Vec<(String, String)> {
    let (text, state) = (writer.text, writer.state);
    let mut pairs = vec![(writer.worded("sheets-you-pay"), paid(writer))];
    if let Some(split) = state.split() {
        let amount = say!(text, "sheets-week-may-change", amount = text.range(split.council));
        pairs.push((say!(text, "sheets-council-pays"), amount));
    }
    pairs
}

fn paid(writer: &Writer) -> String {
    let text = writer.text;
    match writer.state.charge() {
        Charge::Free(free) => writer.says(&format!("money-free-{}", free.key())),
        Charge::FullCost(FullCost { weekly: None, why, .. }) => full_cost(writer, why),
        Charge::AskAboutAftercare => say!(text, "pay-aftercare-first"),
        Charge::NoRules(_) => say!(text, "pay-no-rules-not-sure"),
        charge => match charge.weekly() {
            Some(amount) => say!(text, "sheets-week-may-change", amount = text.money(amount)),
            None => say!(text, "shared-not-known"),
        },
    }
}

/// In the words for the nation, where it has its own.
fn full_cost(writer: &Writer, why: WhyFull) -> String {
    let id = match why {
        WhyFull::Savings => "pay-full-cost-savings",
        WhyFull::Refused => "pay-full-cost-refused",
    };
    let own = format!("{id}-{}", writer.state.nation().key());
    if writer.text.has(&own) { writer.says(&own) } else { writer.worded(id) }
}

fn way_chosen(writer: &Writer) -> String {
    match writer.state.plan.way {
        Some(way) => way_name(writer.state, writer.text, way),
        None => say!(writer.text, "shared-not-given"),
    }
}

/// The date that every estimate is for.
fn holds_for(state: &State, text: Text) -> String {
    match state.on() {
        Some(date) => say!(text, "shared-holds-for", date = text.date(date)),
        None => say!(text, "missing-date-unreadable"),
    }
}

pub fn ways(writer: &mut Writer) {
    let text = writer.text;
    if !writer.state.plan.lines.iter().any(Line::is_paid) {
        return;
    }
    writer.part(Topic::Money, say!(text, "tasks-compare"), |writer| {
        let state = writer.state;
        let columns = vec![
            (say!(text, "keep-way"), false),
            (say!(text, "compare-row-week"), true),
            (say!(text, "compare-row-left"), true),
        ];
        let rows = state.each_way().iter().map(|priced| row_of(state, text, priced)).collect();
        writer.table(say!(text, "keep-ways-caption"), columns, rows);
        writer.small(say!(text, "compare-no-best"));
    });
}

fn row_of(state: &State, text: Text, priced: &Priced) -> Vec<String> {
    let known = priced.weekly.as_ref().ok().map(|worked| worked.value);
    let shown = |range: Option<Range>| {
        range.map_or_else(|| say!(text, "shared-not-known"), |range| text.range(range))
    };
    let mut left = shown(known.and_then(|totals| totals.left));
    if let Some(agreed) = priced.if_agreed.as_ref().and_then(|agreed| agreed.weekly.left) {
        left = format!("{left}; {}", say!(text, "keep-if-agreed", amount = text.range(agreed)));
    }
    vec![way_name(state, text, priced.way), shown(known.map(|totals| totals.cost)), left]
}

/// Three lines: what there may be, what the person may pay, who holds it.
pub fn in_short(writer: &mut Writer) {
    let text = writer.text;
    writer.part(Topic::Money, say!(text, "sheets-money-title"), |writer| {
        let mut pairs: Vec<(String, String)> = amounts(writer).into_iter().take(1).collect();
        pairs.push((writer.worded("sheets-you-pay"), paid(writer)));
        pairs.push((say!(text, "keep-way"), way_chosen(writer)));
        writer.pairs(pairs);
        let holds = holds_for(writer.state, text);
        writer.small(holds);
    });
}

/// One figure out of a priced way.
type Reads = fn(&Priced) -> Option<Range>;

impl State {
    /// What each line costs a week under each way, and each way's cost and rest, for a spreadsheet. Names of
    /// lines, and what they are for, stand in it only where the open sheet may show them.
    pub fn money_table(&self, text: Text) -> String {
        let ways = self.each_way();
        let names = ways.iter().map(|priced| way_name(self, text, priced.way));
        let first = [say!(text, "compare-column-line"), say!(text, "keep-column-for")];
        let head = first.into_iter().chain(names).collect();
        let mut rows: Vec<Vec<String>> = vec![head];
        for (number, line) in (1_usize..).zip(&self.plan.lines) {
            rows.push(self.line_row(text, number, line, &ways));
        }
        let totals: [(String, Reads); 2] = [
            (say!(text, "compare-row-week"), |priced| Some(priced.weekly.as_ref().ok()?.value.cost)),
            (say!(text, "compare-row-left"), |priced| priced.weekly.as_ref().ok()?.value.left),
        ];
        for (title, of) in totals {
            for (end, is_high) in [("sheets-low", false), ("sheets-high", true)] {
                let shown =
                    |priced: &Priced| of(priced).map(|range| if is_high { range.high } else { range.low });
                let cells = ways.iter().map(|priced| plain(shown(priced)));
                rows.push([title.clone(), text.by_id(end, &[])].into_iter().chain(cells).collect());
            }
        }
        rows.push(vec![holds_for(self, text)]);
        csv(&rows)
    }

    fn line_row(&self, text: Text, number: usize, line: &Line, ways: &[Priced]) -> Vec<String> {
        let first =
            |voices: &crate::domain::plan::Voices| voices.all().next().map(|words| words.text.clone());
        let own_name = first(&line.name).filter(|_| self.may_show(Topic::Support));
        let name = own_name.unwrap_or_else(|| say!(text, "sheets-line-number", number = number.to_string()));
        let is_shown = self.may_show(Topic::Support) && self.may_show(Topic::Matters);
        let outcome = line.outcome.filter(|_| is_shown).and_then(|id| self.plan.outcome(id));
        let what_for = outcome.and_then(|outcome| first(&outcome.aim)).unwrap_or_default();
        let weekly = |priced: &Priced| {
            let of = priced.lines.iter().find(|priced| priced.line == line.id);
            plain(of.and_then(|priced| priced.cost.ok()).map(|cost| cost.weekly()))
        };
        [name, what_for].into_iter().chain(ways.iter().map(weekly)).collect()
    }
}

/// A figure for a spreadsheet; an empty cell where it is not known.
fn plain(amount: Option<Money>) -> String {
    let Some(amount) = amount else { return String::new() };
    let sign = if amount.is_negative() { "-" } else { "" };
    format!("{sign}{}", amount.abs().write())
}
