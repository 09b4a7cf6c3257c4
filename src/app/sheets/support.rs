//! Support on a sheet: what there is already, the lines of the plan, and who pays for which by law.
//! What a line is for belongs to what matters, hours and costs to money: where those are held back, a line
//! stands without them.

use super::life;
use super::parts::{Writer, way_name};
use crate::domain::entry::Reading;
use crate::domain::holding::Priced;
use crate::domain::plan::note::Note;
use crate::domain::plan::sharing::Topic;
use crate::domain::plan::{CostBy, Line, Payer, Rhythm, Way};
use crate::say;

pub fn strengths(writer: &mut Writer) {
    let title = say!(writer.text, "tasks-strengths");
    writer.part(Topic::Support, title, |writer| writer.notes(Note::STRENGTHS));
}

/// Each line of the plan: what, for what, and a usual week's cost.
pub fn lines(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-support");
    writer.part(Topic::Support, title, |writer| {
        let lines: Vec<&Line> = plan.lines.iter().collect();
        // The way is about money: it is named only where money may be shown.
        let way = plan.way.filter(|_| writer.state.may_show(Topic::Money));
        let caption = match way {
            Some(way) => {
                let way = way_name(writer.state, writer.text, way);
                say!(writer.text, "keep-lines-caption", way = way)
            }
            None => say!(writer.text, "support-lines-caption"),
        };
        table(writer, caption, &lines, true);
    });
}

/// One row a line, with as many columns as may be shown.
fn table(writer: &mut Writer, caption: String, lines: &[&Line], with_payer: bool) {
    let may = |topic| writer.state.may_show(topic);
    let (with_aim, with_money) = (may(Topic::Matters), may(Topic::Money));
    let priced = writer.state.under(way_of(writer));
    let mut columns = vec![
        (say!(writer.text, "compare-column-line"), false),
        (say!(writer.text, "support-column-kind"), false),
    ];
    columns.extend(with_aim.then(|| (say!(writer.text, "keep-column-for"), false)));
    columns.extend(with_money.then(|| (say!(writer.text, "keep-column-week"), true)));
    let row = |line: &&Line| {
        let mut cells = vec![name_of(writer, line), kind(writer, line, with_money, with_payer)];
        cells.extend(with_aim.then(|| aim_of(writer, line)));
        cells.extend(with_money.then(|| cost(writer, line, &priced)));
        cells
    };
    let rows = lines.iter().map(row).collect();
    writer.table(caption, columns, rows);
}

/// The way that costs stand under: the one looked at, else the first of the list.
fn way_of(writer: &Writer) -> Way {
    writer.state.plan.way.unwrap_or(Way::Direct)
}

fn name_of(writer: &Writer, line: &Line) -> String {
    match writer.line_of(&line.name) {
        name if name.is_empty() => say!(writer.text, "support-no-name"),
        name => name,
    }
}

fn aim_of(writer: &Writer, line: &Line) -> String {
    let outcome = line.outcome.and_then(|id| writer.state.plan.outcome(id));
    match outcome.map(|outcome| writer.line_of(&outcome.aim)) {
        Some(aim) if aim.is_empty() => say!(writer.text, "matters-no-aim"),
        Some(aim) => aim,
        None => String::new(),
    }
}

/// Unpaid, everyday or paid, with its hours where they may be shown; who pays by law; when it helps.
fn kind(writer: &Writer, line: &Line, with_hours: bool, with_payer: bool) -> String {
    let payer = line.payer.filter(|_| with_payer);
    let payer = payer.map(|payer| writer.says(&format!("support-payer-{}", payer.key())));
    let stage = line.stage.map(|stage| writer.says(&format!("support-stage-{}", stage.key())));
    let support = match line.support {
        Some(support) => {
            let kind = writer.says(&format!("support-kind-{}", support.key()));
            let by_hours = !line.is_paid() || line.cost_by == Some(CostBy::Hours);
            match line.hours.reading() {
                Reading::Known(hours) if with_hours && by_hours => {
                    let often = writer.says(&format!("support-rhythm-{}", line.rhythm().key()));
                    let hours = writer.text.hours(hours);
                    say!(writer.text, "support-meta-hours", kind = kind, hours = hours, often = often)
                }
                _ => kind,
            }
        }
        None => say!(writer.text, "support-no-kind"),
    };
    [Some(support), payer, stage].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn cost(writer: &Writer, line: &Line, priced: &Priced) -> String {
    let text = writer.text;
    let found = priced.lines.iter().find(|priced| priced.line == line.id);
    match found.and_then(|priced| priced.cost.ok()) {
        Some(cost) if line.rhythm() == Rhythm::Once => {
            let week = cost.once_in.number().to_string();
            say!(text, "support-once", amount = text.money(cost.each_time()), week = week)
        }
        Some(cost) => text.money(cost.weekly()),
        None => say!(text, "shared-not-known"),
    }
}

/// The lines by name, with the cost where it may be shown.
pub fn lines_in_short(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-support");
    writer.part(Topic::Support, title, |writer| {
        let priced = writer.state.under(way_of(writer));
        let with_money = writer.state.may_show(Topic::Money);
        let item = |line: &Line| {
            let name = name_of(writer, line);
            if !with_money || !line.is_paid() {
                return name;
            }
            let weekly = line.rhythm() != Rhythm::Once;
            let amount = match cost(writer, line, &priced) {
                amount if weekly && amount != say!(writer.text, "shared-not-known") => {
                    say!(writer.text, "shared-amount-a-week", amount = amount)
                }
                amount => amount,
            };
            say!(writer.text, "support-in-short", name = name, amount = amount)
        };
        let items = plan.lines.iter().map(item).collect();
        writer.list(items);
    });
}

/// What the lines are for by law, with who to ask, and room for what each says where it is not sure.
pub fn joint(writer: &mut Writer) {
    life::contact_needs(writer);
    life::aims(writer);
    let plan = std::rc::Rc::clone(&writer.state.plan);
    // A cost of which nothing is said is not sure; what is free is on this sheet only if a payer was said.
    let payer_of = |line: &Line| line.payer.or(line.is_paid().then_some(Payer::NotSure));
    if !plan.lines.iter().any(|line| payer_of(line).is_some()) {
        return;
    }
    let title = say!(writer.text, "support-joint-title");
    writer.part(Topic::Support, title, |writer| {
        let lead = say!(writer.text, "support-joint-lead");
        writer.paragraph(lead);
        for payer in [Payer::Health, Payer::Social, Payer::NotSure] {
            let of = |line: &&Line| payer_of(line) == Some(payer);
            let lines: Vec<&Line> = plan.lines.iter().filter(of).collect();
            if !lines.is_empty() {
                payers(writer, payer, &lines);
            }
        }
    });
}

fn payers(writer: &mut Writer, payer: Payer, lines: &[&Line]) {
    let key = payer.key();
    let title = writer.says(&format!("support-payer-{key}"));
    writer.heading(3, title);
    let ask = writer.says(&format!("support-payer-{key}-ask"));
    writer.paragraph(ask);
    let caption = say!(writer.text, "support-joint-caption");
    table(writer, caption, lines, false);
    if payer == Payer::NotSure {
        let (council, health) =
            (say!(writer.text, "support-joint-council"), say!(writer.text, "support-joint-health"));
        writer.blank(council, 2);
        writer.blank(health, 2);
    }
}
