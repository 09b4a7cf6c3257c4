//! Where each field may go, and which part of the plan it belongs to. The host page sees none, ever.
//! The sheets are held to this table, field by field (tests/it/sheets.rs).

use super::field::{Field, YearField};
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::sharing::Topic;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Disclosure {
    /// Kept while the page is open.
    pub in_memory: bool,
    /// Kept on the device after the page is closed: only while the person wants it so.
    pub on_device_if_asked: bool,
    /// Written into the file that the person saves.
    pub in_file: bool,
    /// Printed or put on a sheet, with this part of the plan; nothing where it is on none.
    pub in_print: Option<Topic>,
    /// Told to the page around the planner.
    pub to_host: bool,
}

/// The whole answer for one field.
pub fn disclosure(field: Field) -> Disclosure {
    let in_print = topic(field);
    Disclosure { in_memory: true, on_device_if_asked: true, in_file: true, in_print, to_host: false }
}

/// The part of the plan that a field belongs to on paper.
fn topic(field: Field) -> Option<Topic> {
    let money = Some(Topic::Money);
    // Every field is named: a new one finds its place here before anything of it can be on paper.
    match field {
        // What only steers the page is not part of the plan on paper. The check makes a text of its own.
        Field::Role
        | Field::Agrees
        | Field::Carry
        | Field::Year(YearField::End)
        | Field::CheckFor
        | Field::Check(..)
        | Field::Real(_)
        | Field::Setting => None,
        Field::GoodDay(_)
        | Field::BadDay(_)
        | Field::Wish(_)
        | Field::OutcomeAim(..)
        | Field::OutcomeStep(..)
        | Field::OutcomeArea(_)
        | Field::OutcomeSaid(..) => Some(Topic::Matters),
        Field::Note(note, _) => Some(topic_of(note)),
        Field::Member(..) | Field::MayKnow(..) => Some(Topic::People),
        Field::Risk(..) => Some(Topic::Risks),
        Field::Step(..) => Some(Topic::Meeting),
        Field::Review(..) => Some(Topic::Review),
        Field::Dated(Dated::OfferAgain) => Some(Topic::Meeting),
        Field::Dated(Dated::Wishes | Dated::WishesAgain) => Some(Topic::Wishes),
        Field::Year(YearField::Decides(..) | YearField::Holder(_) | YearField::Most(_)) => {
            Some(Topic::Wishes)
        }
        Field::Spell(..) | Field::LineHappens(..) | Field::LineShare(..) => Some(Topic::Spells),
        Field::LineName(..)
        | Field::LineSupport(_)
        | Field::LineOutcome(_)
        | Field::LinePayer(_)
        | Field::LineStage(_) => Some(Topic::Support),
        // What was tried out stays on the screen.
        Field::WhatIf(..) | Field::Actual(_) | Field::Chance(_) => None,
        Field::Nation | Field::On | Field::Way | Field::BudgetFrom | Field::Letter => money,
        Field::LetterPer | Field::Points | Field::HelpCounted | Field::BudgetWeeks => money,
        Field::HoursGiven | Field::HoursWished | Field::Aftercare | Field::Told | Field::ToldPer => money,
        Field::Income | Field::IncomePer | Field::Housing | Field::HousingPer | Field::Costs => money,
        Field::CostsPer | Field::Savings | Field::Protected | Field::Mark(_) | Field::Cost => money,
        Field::CostPer | Field::By | Field::Born | Field::AgeGroup | Field::Household => money,
        Field::PartnerAge | Field::Children | Field::Carer | Field::Part(_) | Field::PartAmount(_) => money,
        Field::PartPer(_) | Field::JointSavings | Field::Basic | Field::FlatRate => money,
        Field::Leaflet(_) | Field::LastKnown | Field::OwnHour | Field::CouncilHour => money,
        Field::Running | Field::IsfFee | Field::Limit | Field::LineCostBy(_) => money,
        Field::LineRhythm(_) | Field::LineAmount(_) | Field::LineHours(_) | Field::LineWeek(_) => money,
        Field::LineCouncilHours(_) | Field::LineAgreed(_) | Field::LineHeld(_) => money,
        Field::LineFrom(_) | Field::LineUntil(_) | Field::Year(_) | Field::Worker(_) => money,
    }
}

/// The same for a prompt.
pub fn topic_of(note: Note) -> Topic {
    if Note::STRENGTHS.contains(&note) {
        Topic::Support
    } else if Note::SIGNS.contains(&note) || Note::CRISIS.contains(&note) {
        Topic::Spells
    } else if Note::HOME.contains(&note) || Note::MONEY.contains(&note) {
        Topic::Wishes
    } else if Note::MEETING.contains(&note) {
        Topic::Meeting
    } else if note == Note::Worked {
        Topic::Review
    } else {
        Topic::Matters
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::check::all_fields;
    use crate::domain::plan::{Line, LineId, Plan};

    #[test]
    fn no_field_goes_to_the_host() {
        let plan = Plan { lines: vec![Line::new(LineId(1))], ..Plan::default() };
        for field in all_fields(&plan) {
            let found = disclosure(field);
            assert!(found.in_memory && found.in_file && !found.to_host, "{field:?}");
        }
    }
}
