//! Hard times on a sheet: spells, wishes about home and the budget, risks with their record, and what
//! somebody needs at once. Lines of support are named only where support may be shown.

use super::parts::Writer;
use crate::app::disclosure::topic_of;
use crate::app::field::{Field, YearField};
use crate::domain::date::Stretch;
use crate::domain::entry::Reading;
use crate::domain::plan::circle::MemberWords;
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::phase::{Phase, Spell, in_use};
use crate::domain::plan::risk::{Risk, RiskWords};
use crate::domain::plan::sharing::Topic;
use crate::domain::plan::{Line, Plan};
use crate::say;
use crate::text::Text;

/// Signs and help, the year's spells, and what becomes of each paid line then.
pub fn spells(writer: &mut Writer) {
    let title = say!(writer.text, "spells-title");
    writer.part(Topic::Spells, title, |writer| {
        writer.notes(Note::SIGNS);
        writer.notes(Note::CRISIS);
        year(writer);
        // Lines of support are another part of the plan, which may be held back alone.
        if writer.state.may_show(Topic::Support) {
            for phase in told(&writer.state.plan) {
                lines_in(writer, phase);
            }
        }
    });
}

fn year(writer: &mut Writer) {
    let text = writer.text;
    let row = |spell: &Spell| {
        let phase = spell.phase.map(|phase| writer.says(&format!("spells-phase-{}", phase.key())));
        vec![weeks(writer, spell), phase.unwrap_or_else(|| say!(text, "shared-not-given"))]
    };
    let rows = writer.state.plan.year.spells.iter().map(row).collect();
    let columns = [say!(text, "keep-spells-weeks"), say!(text, "spells-phase-label")];
    writer.table(say!(text, "keep-spells-caption"), columns.map(|title| (title, false)).to_vec(), rows);
}

/// Weeks that cannot be read stand as they were typed.
fn weeks(writer: &Writer, spell: &Spell) -> String {
    let text = writer.text;
    let Ok(Some((_, stretch))) = spell.read() else {
        let typed = |typed: &str| match typed.trim() {
            "" => say!(text, "shared-not-given"),
            typed => typed.to_owned(),
        };
        let (from, until) = (typed(spell.from.text()), typed(spell.until.text()));
        return say!(text, "spells-numbers", from = from, until = until);
    };
    let numbers = numbers_of(text, stretch);
    match writer.state.days_of(stretch) {
        Some((from, until)) => {
            let (from, until) = (text.date(from), text.date(until));
            say!(text, "wishes-weeks", weeks = numbers, from = from, until = until)
        }
        None => numbers,
    }
}

fn numbers_of(text: Text, stretch: Stretch) -> String {
    let (from, until) = (stretch.from.number().to_string(), stretch.until.number().to_string());
    if from == until { from } else { say!(text, "spells-numbers", from = from, until = until) }
}

/// The phases that the year holds, and those for which something was said of a paid line.
fn told(plan: &Plan) -> Vec<Phase> {
    let used: Vec<Phase> = in_use(&plan.year.spells).collect();
    let says = |line: &Line, phase: Phase| {
        line.is_paid() && line.phases.iter().any(|told| told.phase == phase && told.happens.is_some())
    };
    let is_told = |phase: &Phase| used.contains(phase) || plan.lines.iter().any(|line| says(line, *phase));
    Phase::HARD.into_iter().filter(is_told).collect()
}

fn lines_in(writer: &mut Writer, phase: Phase) {
    let (state, text) = (writer.state, writer.text);
    let said = |line: &Line| {
        let name = match writer.line_of(&line.name) {
            name if name.is_empty() => say!(text, "support-no-name"),
            name => name,
        };
        say!(text, "wishes-line", line = name, happens = state.happens_words(text, line, phase))
    };
    let lines = state.plan.lines.iter().filter(|line| line.is_paid()).map(said).collect();
    let title = writer.says(&format!("spells-in-{}", phase.key()));
    writer.titled(3, title, |writer| writer.list(lines));
}

/// Home, the budget, who holds the choices and decides in each phase, and the dates.
pub fn wishes(writer: &mut Writer) {
    let text = writer.text;
    writer.part(Topic::Wishes, say!(text, "wishes-part-title"), |writer| {
        writer.notes(Note::HOME);
        writer.notes(Note::MONEY);
        for phase in Phase::HARD {
            decides(writer, phase);
        }
        let dates = &writer.state.plan.dates;
        let pair = |dated: Dated| {
            let asked = writer.worded(&format!("{}-label", dated.key()));
            (asked, writer.date_or(dates.known(dated), dates.text(dated)))
        };
        writer.pairs([Dated::Wishes, Dated::WishesAgain].map(pair).to_vec());
    });
}

fn decides(writer: &mut Writer, phase: Phase) {
    let Some(told) = writer.state.plan.year.decides(phase) else { return };
    let in_phase = writer.says(&format!("spells-in-{}", phase.key()));
    let title = say!(writer.text, "spells-decides-label", phase = in_phase);
    writer.titled(3, title, |writer| {
        writer.words(&told.who);
        writer.pairs(held(writer, phase));
    });
}

/// Who holds the choices in a phase, and the most that somebody may move then.
fn held(writer: &Writer, phase: Phase) -> Vec<(String, String)> {
    let text = writer.text;
    let Some(told) = writer.state.plan.year.decides(phase) else { return Vec::new() };
    let key = Field::Year(YearField::Holder(phase)).key();
    let holder = told.holder.map(|holder| writer.worded(&format!("{key}-{}", holder.key())));
    let most = match told.most.reading() {
        Reading::Known(most) => text.money(most),
        Reading::Blank | Reading::Unreadable(_) => told.most.text().to_owned(),
    };
    vec![
        (say!(text, "wishes-holder-title"), holder.unwrap_or_default()),
        (say!(text, "wishes-most-title"), most),
    ]
}

/// Each risk, and its record.
pub fn risks(writer: &mut Writer) {
    let title = say!(writer.text, "risks-title");
    writer.part(Topic::Risks, title, |writer| {
        for (place, risk) in writer.state.plan.risks.iter().enumerate() {
            let title = say!(writer.text, "risks-one", number = (place + 1).to_string());
            writer.titled(3, title, |writer| one_risk(writer, risk));
        }
    });
}

fn one_risk(writer: &mut Writer, risk: &Risk) {
    let text = writer.text;
    writer.words(risk.said.to(RiskWords::What));
    let said = |said: &RiskWords| {
        (writer.worded(&format!("{}-label", said.field())), writer.line_of(risk.said.to(*said)))
    };
    let mut pairs: Vec<(String, String)> =
        RiskWords::ALL.iter().filter(|said| **said != RiskWords::What).map(said).collect();
    pairs.push((say!(text, "risks-decided-label"), writer.date(&risk.decided)));
    pairs.push((say!(text, "risks-again-label"), writer.date(&risk.again)));
    writer.pairs(pairs);
}

/// What wishes do and do not bind here, where there are any on the sheet.
pub fn binding(writer: &mut Writer) {
    let (state, text) = (writer.state, writer.text);
    let is_said = |note: &Note| state.may_show(topic_of(*note)) && !state.plan.notes.to(*note).is_empty();
    let notes = [Note::SIGNS, Note::CRISIS, Note::HOME, Note::MONEY];
    let is_decided = state.may_show(Topic::Wishes) && !state.plan.year.decides.is_empty();
    if !is_decided && !notes.into_iter().flatten().any(is_said) {
        return;
    }
    let key = state.nation().key();
    writer.titled(2, say!(text, "wishes-binding-title"), |writer| {
        writer.paragraph(say!(text, "wishes-binding-all"));
        writer.paragraph(writer.says(&format!("wishes-binding-{key}")));
        writer.small(writer.says(&format!("wishes-binding-{key}-source")));
    });
}

/// Numbers to call. They are no part of the plan, so they are never held back.
pub fn numbers(writer: &mut Writer) {
    let (state, text) = (writer.state, writer.text);
    let number = |name: String, number: String| say!(text, "wishes-number", name = name, number = number);
    let mut items: Vec<String> = Vec::new();
    for contact in &state.settings.contacts {
        items.push(match &contact.phone {
            Some(phone) => number(contact.name.clone(), phone.clone()),
            None => contact.name.clone(),
        });
    }
    items.push(number(say!(text, "help-line-samaritans-name"), say!(text, "help-line-samaritans-number")));
    items.push(number(say!(text, "help-line-emergency-name"), say!(text, "help-line-emergency-number")));
    writer.titled(2, say!(text, "wishes-numbers-title"), |writer| {
        writer.list(items);
        writer.small(say!(text, "help-seen"));
    });
}

/// One page for a carer or a crisis team: short answers, and no more than is needed at once.
pub fn emergency(writer: &mut Writer) {
    let text = writer.text;
    super::life::contact_needs(writer);
    writer.part(Topic::People, say!(text, "wishes-people-title"), |writer| {
        writer.pairs(with_phone(writer));
    });
    writer.part(Topic::Spells, say!(text, "wishes-crisis-title"), |writer| {
        let first = [Note::InTheMoment, Note::Alternatives, Note::WhatHelps, Note::NotHelps];
        answers(writer, &first);
        answers(writer, &[Note::WhoDoes, Note::SocialHelp, Note::Reach]);
    });
    writer.part(Topic::Wishes, say!(text, "wishes-home-title"), |writer| {
        answers(writer, &[Note::Children, Note::Pets, Note::Home, Note::Bills]);
    });
    writer.part(Topic::Wishes, say!(text, "wishes-holder-title"), |writer| {
        for phase in [Phase::Crisis, Phase::Hospital] {
            let title = writer.says(&format!("spells-in-{}", phase.key()));
            writer.titled(3, title, |writer| {
                let who = writer.state.plan.year.decides(phase).map(|told| writer.line_of(&told.who));
                let asked = writer.says(&format!("spells-in-{}", phase.key()));
                let asked = say!(text, "spells-decides-label", phase = asked);
                let mut pairs = vec![(asked, who.unwrap_or_default())];
                pairs.extend(held(writer, phase));
                writer.pairs(pairs);
            });
        }
    });
    numbers(writer);
}

/// The people whose number is known: name, number and what they do.
fn with_phone(writer: &Writer) -> Vec<(String, String)> {
    let text = writer.text;
    let mut people = Vec::new();
    for member in &writer.state.plan.circle {
        let said = |words| writer.line_of(member.said.to(words));
        let (phone, does) = (said(MemberWords::Phone), said(MemberWords::Does));
        if phone.is_empty() {
            continue;
        }
        let name = writer.member_name(member);
        let answer =
            if does.is_empty() { phone } else { say!(text, "wishes-phone", phone = phone, does = does) };
        people.push((name, answer));
    }
    people
}

/// Prompts as pairs, which take less room than words under headings.
fn answers(writer: &mut Writer, notes: &[Note]) {
    let plan = &writer.state.plan;
    let pair = |note: &Note| {
        (writer.worded(&format!("{}-label", note.field())), writer.line_of(plan.notes.to(*note)))
    };
    writer.pairs(notes.iter().map(pair).collect());
}
