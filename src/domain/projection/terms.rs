//! How the account is run: what the person typed of the year, else what the partner set, else the
//! simplest, which is shown as such. Nothing here is worked out.

use crate::domain::account::Pays;
use crate::domain::date::Week;
use crate::domain::entry::{Entry, Reading, Typed};
use crate::domain::money::{Money, Percent};
use crate::domain::plan::year::{Basis, PaidEvery, ReservePays, YearFacts};
use crate::domain::plan::{Answer, Kept, Plan};
use crate::domain::workings::{Missing, Source, Sourced};

/// What a council does with accounts, as the partner set it. Nothing is known until somebody says it.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Practice {
    pub every: Option<PaidEvery>,
    pub basis: Option<Basis>,
    /// In hospital the payments go on for so many weeks of a stay.
    pub hospital_weeks: Option<i64>,
    /// In hospital nothing is asked of the person.
    pub charge_stops: Option<bool>,
    /// The limit on unspent money counts the reserve.
    pub counts_reserve: Option<bool>,
    /// Every so many weeks what is above the limit goes back.
    pub taken_back_every: Option<i64>,
}

/// The terms of one year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Terms {
    pub every: Sourced<PaidEvery>,
    pub basis: Sourced<Basis>,
    pub opening: Money,
    pub reserve: ReserveTerms,
    /// The share of a worker's pay that goes on in hospital weeks, where a line says nothing of its own.
    pub kept: Percent,
    /// The worker's price rises by this share from this week on.
    pub rise: Option<(Percent, Week)>,
    /// The weekly budget becomes this from this week on.
    pub new_budget: Option<(Money, Week)>,
    /// The last week that the money comes in, where the budget is for a set time.
    pub paid_until: Option<Week>,
    /// Payments go on for so many weeks of a stay in hospital; for all of it where nothing is said.
    pub hospital_weeks: Option<Sourced<i64>>,
    pub charge_stops: bool,
    pub counts_reserve: bool,
    pub taken_back_every: Option<i64>,
    /// The last week of the account.
    pub closes: Option<Week>,
}

/// The reserve, as the person wants it.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct ReserveTerms {
    pub opening: Money,
    pub weekly: Money,
    /// What the pot may hold; nothing where it may hold any amount.
    pub most: Option<Money>,
    pub pays: Pays,
}

/// Every reason, each once.
#[derive(Default)]
pub(super) struct Reasons(pub Vec<Missing>);

impl Reasons {
    pub fn miss(&mut self, reason: Missing) {
        if !self.0.contains(&reason) {
            self.0.push(reason);
        }
    }

    fn read<T: Typed>(&mut self, entry: &Entry<T>, unreadable: &'static str) -> Option<T> {
        let reading = entry.reading();
        if reading.is_unreadable() {
            self.miss(Missing(unreadable));
        }
        reading.known()
    }

    /// Two that belong together.
    fn pair<A: Typed, B: Typed>(
        &mut self,
        (one, other): (&Entry<A>, &Entry<B>),
        unreadable: &'static str,
        half: &'static str,
    ) -> Option<(A, B)> {
        match (one.reading(), other.reading()) {
            (Reading::Blank, Reading::Blank) => None,
            (Reading::Known(one), Reading::Known(other)) => Some((one, other)),
            (Reading::Unreadable(_), _) | (_, Reading::Unreadable(_)) => {
                self.miss(Missing(unreadable));
                None
            }
            _ => {
                self.miss(Missing(half));
                None
            }
        }
    }
}

impl Terms {
    /// Reads what was typed, or says what cannot be read or is only half there.
    pub fn read(plan: &Plan, practice: &Practice) -> Result<Self, Vec<Missing>> {
        let mut reasons = Reasons::default();
        let terms = Self::of(plan, practice, &mut reasons);
        if reasons.0.is_empty() { Ok(terms) } else { Err(reasons.0) }
    }

    pub(super) fn of(plan: &Plan, practice: &Practice, reasons: &mut Reasons) -> Self {
        const AMOUNT: &str = "missing-year-amount-unreadable";
        const WEEK: &str = "missing-year-week-unreadable";
        let facts = &plan.year;
        let hospital = reasons.read(&facts.hospital_weeks, WEEK);
        let typed_weeks = hospital.map(|weeks| Sourced { value: weeks.0, source: Source::You });
        let set_weeks = practice.hospital_weeks;
        Self {
            every: said(facts.paid_every, practice.every, PaidEvery::Week),
            basis: said(facts.basis, practice.basis, Basis::Gross),
            opening: reasons.read(&facts.opening, AMOUNT).unwrap_or_default(),
            reserve: ReserveTerms {
                opening: reasons.read(&facts.reserve_opening, AMOUNT).unwrap_or_default(),
                weekly: reasons.read(&facts.reserve_weekly, AMOUNT).unwrap_or_default(),
                most: reasons.read(&facts.reserve_most, AMOUNT),
                pays: pays(facts),
            },
            kept: match facts.kept {
                None | Some(Kept::Nothing) => Percent::ZERO,
                Some(Kept::Half) => Percent::HALF,
                Some(Kept::All) => Percent::WHOLE,
            },
            rise: reasons.pair(
                (&facts.rise, &facts.rise_from),
                "missing-rise-unreadable",
                "missing-rise-half",
            ),
            new_budget: reasons.pair(
                (&facts.new_budget, &facts.new_budget_from),
                "missing-new-budget-unreadable",
                "missing-new-budget-half",
            ),
            paid_until: reasons.read(&plan.budget.weeks, "missing-budget-weeks-unreadable"),
            hospital_weeks: typed_weeks
                .or(set_weeks.map(|value| Sourced { value, source: Source::Settings })),
            charge_stops: match facts.hospital_charge {
                Some(Answer::Yes) => false,
                Some(Answer::No) => true,
                Some(Answer::NotSure) | None => practice.charge_stops.unwrap_or(false),
            },
            counts_reserve: practice.counts_reserve.unwrap_or(false),
            taken_back_every: practice.taken_back_every,
            closes: reasons.read(&facts.closes, WEEK),
        }
    }
}

fn said<T: Copy>(typed: Option<T>, set: Option<T>, simplest: T) -> Sourced<T> {
    match (typed, set) {
        (Some(value), _) => Sourced { value, source: Source::You },
        (None, Some(value)) => Sourced { value, source: Source::Settings },
        (None, None) => Sourced { value: simplest, source: Source::LeftBlank },
    }
}

/// Until the person says when the reserve pays, it pays whatever is short: it is their own money.
fn pays(facts: &YearFacts) -> Pays {
    match facts.reserve_pays {
        Some(ReservePays::Never) => Pays::Never,
        Some(ReservePays::Unwell) => Pays::WhenUnwell,
        Some(ReservePays::Always) | None => Pays::Always,
    }
}
