//! The fields of the year's money, and of its spells.

use super::{Kind, key_of};
use crate::domain::plan::phase::{Phase, Spell};
use crate::domain::plan::year::{Basis, Holder, PaidEvery, ReservePays, YearFacts};
use crate::domain::plan::{Answer, Author, End, Kept};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum YearField {
    End,
    Starts,
    Kept,
    Rise,
    RiseFrom,
    NewBudget,
    NewBudgetFrom,
    PaidEvery,
    Basis,
    Opening,
    ReserveOpening,
    ReserveWeekly,
    ReserveMost,
    ReservePays,
    HospitalWeeks,
    HospitalCharge,
    Closes,
    /// Who decides in this phase.
    Decides(Phase, Author),
    /// Who holds the choices in this phase, and the most they may move.
    Holder(Phase),
    Most(Phase),
}

impl YearField {
    /// All but who decides, in the order of the pages.
    pub const MONEY: [YearField; 17] = [
        Self::End,
        Self::Starts,
        Self::Opening,
        Self::PaidEvery,
        Self::Basis,
        Self::ReserveOpening,
        Self::ReserveWeekly,
        Self::ReserveMost,
        Self::ReservePays,
        Self::Rise,
        Self::RiseFrom,
        Self::NewBudget,
        Self::NewBudgetFrom,
        Self::HospitalWeeks,
        Self::HospitalCharge,
        Self::Kept,
        Self::Closes,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::End => "year-end",
            Self::Starts => "year-starts",
            Self::Kept => "year-kept",
            Self::Rise => "year-rise",
            Self::RiseFrom => "year-rise-from",
            Self::NewBudget => "year-new-budget",
            Self::NewBudgetFrom => "year-new-budget-from",
            Self::PaidEvery => "year-paid-every",
            Self::Basis => "year-basis",
            Self::Opening => "year-opening",
            Self::ReserveOpening => "year-reserve-opening",
            Self::ReserveWeekly => "year-reserve-weekly",
            Self::ReserveMost => "year-reserve-most",
            Self::ReservePays => "year-reserve-pays",
            Self::HospitalWeeks => "year-hospital-weeks",
            Self::HospitalCharge => "year-hospital-charge",
            Self::Closes => "year-closes",
            Self::Decides(..) => "spells-decides",
            Self::Holder(_) => "wishes-holder",
            Self::Most(_) => "wishes-most",
        }
    }

    pub fn id(self) -> String {
        let key = self.key();
        match self {
            Self::Decides(phase, Author::Person) => format!("{key}-{}", phase.key()),
            Self::Decides(phase, by) => format!("{key}-{}-{}", phase.key(), by.key()),
            Self::Holder(phase) | Self::Most(phase) => format!("{key}-{}", phase.key()),
            _ => key.into(),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Starts => Kind::Date,
            Self::Rise => Kind::Percent,
            Self::RiseFrom | Self::NewBudgetFrom | Self::Closes => Kind::Week,
            Self::NewBudget
            | Self::Opening
            | Self::ReserveOpening
            | Self::ReserveWeekly
            | Self::ReserveMost
            | Self::Most(_) => Kind::Money,
            Self::HospitalWeeks => Kind::Weeks,
            Self::Decides(..) => Kind::Words,
            Self::End
            | Self::Kept
            | Self::PaidEvery
            | Self::Basis
            | Self::ReservePays
            | Self::HospitalCharge
            | Self::Holder(_) => Kind::Choice,
        }
    }

    pub fn text(self, year: &YearFacts) -> String {
        match self {
            Self::End => key_of(year.end.map(End::key)),
            Self::Starts => year.starts.text().into(),
            Self::Kept => key_of(year.kept.map(Kept::key)),
            Self::Rise => year.rise.text().into(),
            Self::RiseFrom => year.rise_from.text().into(),
            Self::NewBudget => year.new_budget.text().into(),
            Self::NewBudgetFrom => year.new_budget_from.text().into(),
            Self::PaidEvery => key_of(year.paid_every.map(PaidEvery::key)),
            Self::Basis => key_of(year.basis.map(Basis::key)),
            Self::Opening => year.opening.text().into(),
            Self::ReserveOpening => year.reserve_opening.text().into(),
            Self::ReserveWeekly => year.reserve_weekly.text().into(),
            Self::ReserveMost => year.reserve_most.text().into(),
            Self::ReservePays => key_of(year.reserve_pays.map(ReservePays::key)),
            Self::HospitalWeeks => year.hospital_weeks.text().into(),
            Self::HospitalCharge => key_of(year.hospital_charge.map(Answer::key)),
            Self::Closes => year.closes.text().into(),
            Self::Decides(phase, by) => year.decides(phase).map_or("", |told| told.who.by(by)).into(),
            Self::Holder(phase) => key_of(year.decides(phase).and_then(|told| told.holder).map(Holder::key)),
            Self::Most(phase) => year.decides(phase).map_or("", |told| told.most.text()).into(),
        }
    }

    pub fn enter(self, year: &mut YearFacts, text: String, typed_by: Author) {
        match self {
            Self::End => year.end = End::from_key(&text),
            Self::Starts => year.starts.type_in(text),
            Self::Kept => year.kept = Kept::from_key(&text),
            Self::Rise => year.rise.type_in(text),
            Self::RiseFrom => year.rise_from.type_in(text),
            Self::NewBudget => year.new_budget.type_in(text),
            Self::NewBudgetFrom => year.new_budget_from.type_in(text),
            Self::PaidEvery => year.paid_every = PaidEvery::from_key(&text),
            Self::Basis => year.basis = Basis::from_key(&text),
            Self::Opening => year.opening.type_in(text),
            Self::ReserveOpening => year.reserve_opening.type_in(text),
            Self::ReserveWeekly => year.reserve_weekly.type_in(text),
            Self::ReserveMost => year.reserve_most.type_in(text),
            Self::ReservePays => year.reserve_pays = ReservePays::from_key(&text),
            Self::HospitalWeeks => year.hospital_weeks.type_in(text),
            Self::HospitalCharge => year.hospital_charge = Answer::from_key(&text),
            Self::Closes => year.closes.type_in(text),
            Self::Decides(phase, by) => year.decides_mut(phase).who.write(by, typed_by, text),
            Self::Holder(phase) => year.decides_mut(phase).holder = Holder::from_key(&text),
            Self::Most(phase) => year.decides_mut(phase).most.type_in(text),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SpellField {
    Phase,
    From,
    Until,
}

impl SpellField {
    pub const ALL: [SpellField; 3] = [Self::Phase, Self::From, Self::Until];

    pub fn key(self) -> &'static str {
        match self {
            Self::Phase => "spells-phase",
            Self::From => "spells-from",
            Self::Until => "spells-until",
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Phase => Kind::Choice,
            Self::From | Self::Until => Kind::Week,
        }
    }

    pub fn text(self, spell: &Spell) -> String {
        match self {
            Self::Phase => key_of(spell.phase.map(Phase::key)),
            Self::From => spell.from.text().into(),
            Self::Until => spell.until.text().into(),
        }
    }

    pub fn enter(self, spell: &mut Spell, text: String) {
        match self {
            Self::Phase => spell.phase = Phase::from_key(&text),
            Self::From => spell.from.type_in(text),
            Self::Until => spell.until.type_in(text),
        }
    }
}
