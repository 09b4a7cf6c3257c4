//! The account of one plan under one way, week by week: the kernel that the projection walks along the
//! year as painted and the simulation along years that it draws. Plain whole pence, no allocation.
//! What the amounts are made of is the projection's; it knows no plan, no words and no figures.

use super::plan::phase::Phase;

pub use super::employing::{OnCost, on_costs};

pub const WEEKS: usize = 52;
pub const PHASES: usize = Phase::ALL.len();

/// A plan under one way, reduced to pence by week and phase.
#[derive(Clone, PartialEq, Debug)]
pub struct Flows {
    pub opening: i64,
    pub reserve_opening: i64,
    /// The payment that falls due in each week, the person's own part in it.
    pub paid_in: [i64; WEEKS],
    /// What goes out in each week, by the phase that the week is in: all but pay by the pay period.
    pub paid_out: [[i64; PHASES]; WEEKS],
    pub pay: Option<Box<Pay>>,
    /// Payments go on for so many weeks of a stay in hospital; for all of it where nothing is said.
    pub hospital_weeks: Option<u8>,
    pub reserve: Reserve,
    pub limit: Option<Limit>,
    /// The last week: then what is left goes back.
    pub closes: Option<u8>,
}

/// A worker's pay, by the pay period.
#[derive(Clone, PartialEq, Debug)]
pub struct Pay {
    /// What is earned in each week, by its phase.
    pub earned: [[i64; PHASES]; WEEKS],
    /// The rules of the pay period that ends in each week, where one does.
    pub ends: [Option<OnCost>; WEEKS],
    /// How much National Insurance the year's Employment Allowance still takes off.
    pub allowance: i64,
}

/// A pot of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reserve {
    /// What is set aside in a week, from what is left of the balance.
    pub weekly: i64,
    /// What the pot may hold.
    pub most: i64,
    pub pays: Pays,
}

/// When the reserve pays what the balance is short.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Pays {
    #[default]
    Never,
    WhenUnwell,
    Always,
}

/// A limit on unspent money.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    pub amount: i64,
    pub counts_reserve: bool,
    /// Every so many weeks what is above goes back; never of itself where nothing is said.
    pub taken_back_every: Option<u8>,
}

/// Where the account stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Account {
    pub balance: i64,
    pub reserve: i64,
    earned: i64,
    allowance: i64,
    in_hospital: u8,
}

/// What happened in one week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    pub paid_in: i64,
    /// All that was paid, pay and employer's costs in it.
    pub paid_out: i64,
    /// Of it: pay, and what the employer pays on top.
    pub pay: i64,
    pub on_costs: i64,
    /// Into the reserve; below zero, out of it.
    pub set_aside: i64,
    pub taken_back: i64,
}

impl Account {
    pub fn open(flows: &Flows) -> Self {
        Self {
            balance: flows.opening,
            reserve: flows.reserve_opening,
            earned: 0,
            allowance: flows.pay.as_ref().map_or(0, |pay| pay.allowance),
            in_hospital: 0,
        }
    }

    /// Unspent money, as the limit counts it.
    pub fn unspent(&self, limit: Limit) -> i64 {
        if limit.counts_reserve { self.balance + self.reserve } else { self.balance }
    }

    /// One week: money in, money out, the reserve, what goes back.
    #[inline]
    pub fn step(&mut self, flows: &Flows, week: usize, phase: Phase) -> Step {
        let paid_in = self.payment(flows, week, phase);
        let (pay, on_costs) = self.payslip(flows, week, phase);
        let paid_out = flows.paid_out[week][phase as usize] + pay + on_costs;
        self.balance += paid_in - paid_out;
        let set_aside = self.set_aside(&flows.reserve, phase);
        let taken_back = self.give_back(flows, week);
        Step { paid_in, paid_out, pay, on_costs, set_aside, taken_back }
    }

    #[inline]
    fn payment(&mut self, flows: &Flows, week: usize, phase: Phase) -> i64 {
        self.in_hospital = if phase == Phase::Hospital { self.in_hospital.saturating_add(1) } else { 0 };
        if flows.hospital_weeks.is_some_and(|weeks| self.in_hospital > weeks) {
            0
        } else {
            flows.paid_in[week]
        }
    }

    #[inline]
    fn payslip(&mut self, flows: &Flows, week: usize, phase: Phase) -> (i64, i64) {
        let Some(pay) = &flows.pay else { return (0, 0) };
        self.earned += pay.earned[week][phase as usize];
        let Some(rule) = &pay.ends[week] else { return (0, 0) };
        let gross = std::mem::take(&mut self.earned);
        let (pension, insurance) = on_costs(rule, gross);
        let spared = insurance.min(self.allowance);
        self.allowance -= spared;
        (gross, pension + insurance - spared)
    }

    #[inline]
    fn set_aside(&mut self, reserve: &Reserve, phase: Phase) -> i64 {
        let moved = if self.balance < 0 {
            let pays = match reserve.pays {
                Pays::Never => false,
                Pays::WhenUnwell => phase != Phase::Well,
                Pays::Always => true,
            };
            if pays { self.balance.max(-self.reserve.max(0)) } else { 0 }
        } else {
            reserve.weekly.min(reserve.most - self.reserve).min(self.balance).max(0)
        };
        self.balance -= moved;
        self.reserve += moved;
        moved
    }

    #[inline]
    fn give_back(&mut self, flows: &Flows, week: usize) -> i64 {
        let number = week + 1;
        let mut back = 0;
        if let Some(limit) = flows.limit
            && limit.taken_back_every.is_some_and(|every| number.is_multiple_of(usize::from(every.max(1))))
        {
            back = (self.unspent(limit) - limit.amount).clamp(0, self.balance.max(0));
            self.balance -= back;
        }
        if flows.closes.is_some_and(|last| usize::from(last) == number) {
            let left = self.balance + std::mem::take(&mut self.reserve);
            self.balance = left.min(0);
            back += left.max(0);
        }
        back
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flows() -> Flows {
        Flows {
            opening: 0,
            reserve_opening: 0,
            paid_in: [14_000; WEEKS],
            paid_out: [[11_100, 11_100, 11_100, 0, 11_100]; WEEKS],
            pay: None,
            hospital_weeks: None,
            reserve: Reserve::default(),
            limit: None,
            closes: None,
        }
    }

    fn walk(flows: &Flows, phase: impl Fn(usize) -> Phase) -> Vec<(Account, Step)> {
        let mut account = Account::open(flows);
        let mut week = |week: usize| {
            let step = account.step(flows, week, phase(week));
            (account, step)
        };
        (0..WEEKS).map(&mut week).collect()
    }

    #[test]
    fn a_usual_year_leaves_what_each_week_leaves() {
        assert_eq!(walk(&flows(), |_| Phase::Well).last().unwrap().0.balance, 52 * 2_900);
    }

    #[test]
    fn payments_stop_after_so_many_weeks_of_one_stay() {
        let flows = Flows { hospital_weeks: Some(2), ..flows() };
        let stays = |week: usize| if week % 10 < 4 { Phase::Hospital } else { Phase::Well };
        let came: Vec<bool> = walk(&flows, stays).iter().map(|(_, step)| step.paid_in > 0).collect();
        assert_eq!(came[..12], [true, true, false, false, true, true, true, true, true, true, true, true]);
    }

    #[test]
    fn a_reserve_fills_to_its_most_and_pays_what_is_short() {
        let reserve = Reserve { weekly: 2_000, most: 5_000, pays: Pays::Always };
        let mut flows = Flows { reserve, ..flows() };
        flows.paid_out[10] = [80_000; PHASES];
        let year = walk(&flows, |_| Phase::Well);
        assert_eq!(year[2].0.reserve, 5_000);
        assert_eq!(year[10].1.set_aside, -5_000);
        assert!(year[10].0.balance < 0);
    }

    #[test]
    fn closing_gives_back_all_that_is_left() {
        let flows = Flows { closes: Some(52), ..flows() };
        let (account, step) = walk(&flows, |_| Phase::Well)[51];
        assert_eq!((account.balance, step.taken_back), (0, 52 * 2_900));
    }

    #[test]
    fn what_is_above_the_limit_goes_back_when_it_is_looked_at() {
        let limit = Limit { amount: 50_000, counts_reserve: false, taken_back_every: Some(26) };
        let year = walk(&Flows { limit: Some(limit), ..flows() }, |_| Phase::Well);
        assert_eq!((year[25].0.balance, year[25].1.taken_back), (50_000, 26 * 2_900 - 50_000));
    }

    #[test]
    fn half_a_penny_of_insurance_is_dropped_and_of_a_pension_counted() {
        let rule = OnCost { trigger: 0, lower: 0, upper: i64::MAX / 2, pension: 50, ni_from: 0, ni: 50 };
        assert_eq!(on_costs(&rule, 100), (1, 0));
        // Tenths of a penny decide, as payroll has it.
        assert_eq!((on_costs(&rule, 119), on_costs(&rule, 120)), ((1, 0), (1, 1)));
    }
}
