//! What holds of the year's account for every plan: 100,000 random plans a way, from a seed, with lines
//! in their own weeks and rhythms, phases, reserves, limits, payments of every kind. Each year is walked
//! a second time by a plain reading of the rules that shares no code with the kernel.

use planner::domain::date::{Stretch, Week};
use planner::domain::entry::{Entry, Weeks};
use planner::domain::holding::Prices;
use planner::domain::money::{Hours, Money, Percent};
use planner::domain::plan::phase::{Happens, InPhase, Phase, Share, Spell, phases};
use planner::domain::plan::year::{Basis, PaidEvery, ReservePays};
use planner::domain::plan::{CostBy, Kept, Line, LineId, Plan, Rhythm, Support, Way};
use planner::domain::projection::{Given, Practice, Year, project};
use planner::domain::workings::{Source, Sourced};

use crate::dice::Dice;

const PLANS: u64 = 100_000;

impl Dice {
    fn money(&mut self) -> Money {
        match self.below(24) {
            0 => Money::ZERO,
            1 => Money::MOST,
            _ => Money::from_pence(self.below(30_000) as i64),
        }
    }

    fn week(&mut self) -> Week {
        Week::new(1 + self.below(52) as i64).unwrap()
    }

    fn stretch(&mut self) -> Stretch {
        let (a, b) = (self.week(), self.week());
        Stretch { from: a.min(b), until: a.max(b) }
    }

    fn now_and_then<T>(&mut self, times: u64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.once_in(times).then(|| make(self))
    }
}

fn line(dice: &mut Dice, id: u32) -> Line {
    let hours = Hours::from_hundredths(dice.below(4_000) as i64);
    let mut line = Line {
        support: Some(if dice.once_in(8) { Support::Unpaid } else { Support::Paid }),
        cost_by: Some(dice.one_of(CostBy::ALL)),
        rhythm: Some(dice.one_of(Rhythm::ALL)),
        amount: Entry::of(&dice.money()),
        hours: Entry::of(&hours),
        week: Entry::of(&dice.week()),
        council_hours: Entry::of(&Hours::from_hundredths(dice.below(1 + hours.hundredths() as u64) as i64)),
        council_agreed: dice.once_in(2),
        held: dice.now_and_then(2, |dice| dice.one_of(&[Way::Direct, Way::Council, Way::Isf])),
        ..Line::new(LineId(id))
    };
    if dice.once_in(3) {
        let weeks = dice.stretch();
        (line.from, line.until) = (Entry::of(&weeks.from), Entry::of(&weeks.until));
    }
    if dice.once_in(2) {
        let happens = dice.one_of(Happens::ALL);
        let share = match happens {
            Happens::More => 100 + dice.below(901),
            _ => dice.below(101),
        };
        let share = Entry::of(&Share(share as i64));
        line.phases = vec![InPhase { phase: dice.one_of(Phase::ALL), happens: Some(happens), share }];
    }
    line
}

fn plan(dice: &mut Dice) -> Plan {
    let mut plan =
        Plan { lines: (0..dice.below(5)).map(|id| line(dice, id as u32)).collect(), ..Plan::default() };
    let year = &mut plan.year;
    if dice.once_in(2) {
        let middle = Week::new(2 + dice.below(50) as i64).unwrap();
        let until = Week::new((middle.number() + dice.below(12) as i64).min(52)).unwrap();
        year.spells = vec![
            Spell::of(
                1,
                dice.one_of(Phase::ALL),
                Stretch { from: Week::FIRST, until: Week::new(middle.number() - 1).unwrap() },
            ),
            Spell::of(2, Phase::Hospital, Stretch { from: middle, until }),
        ];
    }
    year.kept = dice.now_and_then(2, |dice| dice.one_of(Kept::ALL));
    if dice.once_in(3) {
        year.rise = Entry::of(&Percent::from_hundredths(dice.below(10_001) as i64));
        year.rise_from = Entry::of(&dice.week());
    }
    if dice.once_in(4) {
        (year.new_budget, year.new_budget_from) = (Entry::of(&dice.money()), Entry::of(&dice.week()));
    }
    year.paid_every = dice.now_and_then(2, |dice| dice.one_of(PaidEvery::ALL));
    year.basis = dice.now_and_then(2, |dice| dice.one_of(Basis::ALL));
    year.opening = dice.now_and_then(3, |dice| Entry::of(&dice.money())).unwrap_or_default();
    year.reserve_opening = dice.now_and_then(4, |dice| Entry::of(&dice.money())).unwrap_or_default();
    year.reserve_weekly = dice.now_and_then(3, |dice| Entry::of(&dice.money())).unwrap_or_default();
    year.reserve_most = dice.now_and_then(3, |dice| Entry::of(&dice.money())).unwrap_or_default();
    year.reserve_pays = dice.now_and_then(2, |dice| dice.one_of(ReservePays::ALL));
    year.hospital_weeks =
        dice.now_and_then(3, |dice| Entry::of(&Weeks(dice.below(60) as i64))).unwrap_or_default();
    year.closes = dice.now_and_then(6, |dice| Entry::of(&dice.week())).unwrap_or_default();
    plan.budget.weeks = dice.now_and_then(6, |dice| Entry::of(&dice.week())).unwrap_or_default();
    plan
}

fn prices(dice: &mut Dice) -> Prices {
    fn set<T>(value: T) -> Sourced<T> {
        Sourced { value, source: Source::Settings }
    }
    Prices {
        own_hour: Ok(set(dice.money())),
        held_hour: None,
        council_hour: Ok(set(dice.money())),
        running: Ok(set(dice.money())),
        isf_fee: Ok(set(Percent::from_hundredths(dice.below(10_001) as i64))),
        limit_weeks: dice.now_and_then(2, |dice| set(1 + dice.below(20) as i64)),
    }
}

fn practice(dice: &mut Dice) -> Practice {
    Practice {
        every: dice.now_and_then(2, |dice| dice.one_of(PaidEvery::ALL)),
        basis: dice.now_and_then(2, |dice| dice.one_of(Basis::ALL)),
        hospital_weeks: dice.now_and_then(4, |dice| dice.below(53) as i64),
        charge_stops: dice.now_and_then(2, |dice| dice.once_in(2)),
        counts_reserve: dice.now_and_then(2, |dice| dice.once_in(2)),
        taken_back_every: dice.now_and_then(4, |dice| 1 + dice.below(52) as i64),
    }
}

/// One random case of everything.
struct Case {
    plan: Plan,
    prices: Prices,
    practice: Practice,
    weekly: Money,
    own_part: Option<Money>,
}

impl Case {
    fn roll(dice: &mut Dice) -> Self {
        Self {
            plan: plan(dice),
            prices: prices(dice),
            practice: practice(dice),
            weekly: dice.money(),
            own_part: dice.now_and_then(2, Dice::money),
        }
    }

    fn year_of(&self, plan: &Plan, way: Way) -> Year {
        let (prices, practice) = (&self.prices, &self.practice);
        let (weekly, own_part) = (self.weekly, self.own_part);
        project(&Given { plan, way, prices, weekly, practice, own_part, payroll: None })
            .unwrap_or_else(|missing| panic!("{missing:?}: {plan:?}"))
    }
}

fn each_case(seed: u64, way: Way, check: fn(&Case, Way, Year)) {
    let mut dice = Dice(seed + way as u64 * 7_919);
    for _ in 0..PLANS {
        let case = Case::roll(&mut dice);
        let year = case.year_of(&case.plan, way);
        check(&case, way, year);
    }
}

fn add_up(case: &Case, way: Way, year: Year) {
    let is_cash = way != Way::Council;
    let opening = |entry: &Entry<Money>| {
        if is_cash { entry.reading().known().unwrap_or_default() } else { Money::ZERO }
    };
    let facts = &case.plan.year;
    let at_first = opening(&facts.opening) + opening(&facts.reserve_opening);
    let (mut paid_in, mut gone) = (Money::ZERO, Money::ZERO);
    for week in &year.weeks {
        paid_in += week.paid_in;
        gone += week.paid_out + week.taken_back;
        assert_eq!(
            at_first + paid_in,
            gone + week.balance + week.reserve,
            "{:?}: {:?}",
            week.week,
            case.plan
        );
        assert!(
            !week.paid_in.is_negative() && !week.paid_out.is_negative() && !week.taken_back.is_negative()
        );
        assert!(!week.own_part.is_negative() && week.own_part <= week.paid_in);
        assert!(!week.reserve.is_negative());
    }
    // What is paid for each line, and what is paid beside the lines, is all that is paid.
    let lines: Money = year.lines.iter().map(|line| line.paid).sum();
    assert!(lines <= year.paid_out());
    naive(case, way, &year);
    // Pausing never adds cost.
    let mut paused = case.plan.clone();
    for line in &mut paused.lines {
        line.phases =
            vec![InPhase { phase: Phase::Hospital, happens: Some(Happens::Paused), share: Entry::default() }];
    }
    let mut usual = case.plan.clone();
    usual.lines.iter_mut().for_each(|line| line.phases.clear());
    if case.plan.lines.len() > 1 && year.has(Phase::Hospital) {
        let (paused, usual) = (case.year_of(&paused, way), case.year_of(&usual, way));
        assert!(
            paused.weeks.iter().zip(&usual.weeks).all(|(paused, usual)| paused.paid_out <= usual.paid_out)
        );
    }
}

/// `amount × number / divisor` to the nearest penny, half up. Nothing here is below zero.
fn nearest(amount: i64, number: i64, divisor: i64) -> i64 {
    ((i128::from(amount) * i128::from(number) * 2 + i128::from(divisor)) / (2 * i128::from(divisor))) as i64
}

const MONTHS: [i64; 12] = [1, 5, 9, 14, 18, 22, 27, 31, 35, 40, 44, 48];

/// One line in one week and phase, read off the plan.
fn naive_line(case: &Case, way: Way, line: &Line, week: i64, phase: Phase) -> (i64, bool) {
    if line.support != Some(Support::Paid) {
        return (0, false);
    }
    let number = |entry: &Entry<Week>, other: i64| entry.reading().known().map_or(other, Week::number);
    let rhythm = line.rhythm.unwrap();
    let (from, until) = (number(&line.from, 1), number(&line.until, 52));
    let falls = match rhythm {
        Rhythm::Once => week == number(&line.week, 0),
        Rhythm::Weekly => true,
        Rhythm::FourWeekly => week % 4 == 1,
        Rhythm::Monthly => MONTHS.contains(&week),
        Rhythm::Yearly => week == from,
    };
    let in_weeks = rhythm == Rhythm::Once || (from..=until).contains(&week);
    let held = if way == Way::Mixed { line.held.unwrap_or(Way::Direct) } else { way };
    let by_hours = line.cost_by == Some(CostBy::Hours);
    if held == Way::Council && !by_hours && !line.council_agreed {
        return (0, false);
    }
    let hours = |entry: &Entry<Hours>| entry.reading().known().unwrap().hundredths();
    let council_hours = match (held, way) {
        (Way::Council, _) => hours(&line.hours),
        (_, Way::Mixed) => hours(&line.council_hours),
        _ => 0,
    };
    let mut hour = case.prices.own_hour.unwrap().value.pence();
    let year = &case.plan.year;
    if let (Some(rise), Some(from)) = (year.rise.reading().known(), year.rise_from.reading().known())
        && week >= from.number()
    {
        hour += nearest(hour, rise.hundredths(), 10_000);
    }
    let amount = line.amount.reading().known().unwrap().pence();
    let (own, council) = match (by_hours, held) {
        (false, Way::Council) => (0, amount),
        (false, _) => (amount, 0),
        (true, _) => (
            nearest(hour, hours(&line.hours) - council_hours, 100),
            nearest(case.prices.council_hour.unwrap().value.pence(), council_hours, 100),
        ),
    };
    let told = line.phases.iter().find(|told| told.phase == phase).and_then(|told| told.happens);
    let share = line.phases.first().map_or(0, |told| told.share.reading().known().unwrap().0);
    let is_worker = by_hours && hours(&line.hours) > council_hours;
    let stops = phase == Phase::Hospital && !matches!(rhythm, Rhythm::Yearly | Rhythm::Once);
    let kept = match year.kept {
        Some(Kept::All) => 100,
        Some(Kept::Half) => 50,
        Some(Kept::Nothing) | None => 0,
    };
    let (own_share, council_share) = match told {
        Some(Happens::Usual) => (100, 100),
        Some(Happens::Paused) => (0, 0),
        Some(Happens::More | Happens::Less) => (share, share),
        Some(Happens::KeptOn) => (share, 0),
        None if stops => (if is_worker { kept } else { 0 }, 0),
        None => (100, 100),
    };
    let paid = nearest(own, own_share, 100) + nearest(council, council_share, 100);
    (if falls && in_weeks { paid } else { 0 }, true)
}

/// The same year by a plain reading of the rules.
fn naive(case: &Case, way: Way, year: &Year) {
    let (plan, facts) = (&case.plan, &case.plan.year);
    let is_cash = way != Way::Council;
    let pence = |entry: &Entry<Money>| if is_cash { entry.reading().known().map(Money::pence) } else { None };
    let phases = phases(&facts.spells).unwrap();
    let paid: Vec<&Line> = plan.lines.iter().filter(|line| line.support == Some(Support::Paid)).collect();
    let held = |line: &Line| if way == Way::Mixed { line.held.unwrap_or(Way::Direct) } else { way };
    let is_own = |line: &&Line| {
        held(line) == Way::Direct
            && (way == Way::Direct
                || line.cost_by == Some(CostBy::Amount)
                || line.council_hours.reading().known() < line.hours.reading().known())
    };
    let runs = matches!(way, Way::Direct | Way::Mixed) && paid.iter().any(is_own);
    let running = if runs { case.prices.running.unwrap().value.pence() } else { 0 };
    let (mut balance, mut reserve) =
        (pence(&facts.opening).unwrap_or(0), pence(&facts.reserve_opening).unwrap_or(0));
    let closes = facts.closes.reading().known().filter(|_| is_cash).map_or(52, Week::number);
    let budget =
        |week: i64| match (facts.new_budget.reading().known(), facts.new_budget_from.reading().known()) {
            (Some(budget), Some(from)) if week >= from.number() => budget.pence(),
            _ => case.weekly.pence(),
        };
    let ends = plan.budget.weeks.reading().known().map_or(52, Week::number).min(closes);
    let every = facts.paid_every.or(case.practice.every).filter(|_| is_cash).unwrap_or(PaidEvery::Week);
    let starts = |week: i64| match every {
        PaidEvery::Week => true,
        PaidEvery::FourWeeks => week % 4 == 1,
        PaidEvery::Month => MONTHS.contains(&week),
    };
    let goes_on =
        facts.hospital_weeks.reading().known().map(|weeks| weeks.0).or(case.practice.hospital_weeks);
    let limit = case.prices.limit_weeks.filter(|_| is_cash).map(|weeks| case.weekly.pence() * weeks.value);
    let counts = case.practice.counts_reserve == Some(true);
    let mut stay = 0;
    for (at, end) in year.weeks.iter().enumerate() {
        let (week, phase) = (at as i64 + 1, phases[at]);
        stay = if phase == Phase::Hospital { stay + 1 } else { 0 };
        let until = (week + 1..=52).find(|next| starts(*next)).unwrap_or(53);
        let comes = starts(week) && goes_on.is_none_or(|weeks| stay <= weeks);
        let paid_in: i64 =
            if comes { (week..until).filter(|week| *week <= ends).map(budget).sum() } else { 0 };
        let mut out = 0;
        if week <= closes {
            out += paid.iter().map(|line| naive_line(case, way, line, week, phase).0).sum::<i64>();
            out += if phase == Phase::Hospital { 0 } else { running };
            let percent = case.prices.isf_fee.unwrap().value.hundredths();
            out += match way {
                Way::Isf => nearest(budget(week), percent, 10_000),
                Way::Mixed => nearest(isf_weekly(case, &paid), percent, 10_000),
                Way::Direct | Way::Council => 0,
            };
        }
        balance += paid_in - out;
        if balance < 0 {
            let pays = match facts.reserve_pays {
                Some(ReservePays::Never) => false,
                Some(ReservePays::Unwell) => phase != Phase::Well,
                Some(ReservePays::Always) | None => true,
            };
            let taken = if pays { reserve.min(-balance) } else { 0 };
            (balance, reserve) = (balance + taken, reserve - taken);
        } else {
            let room = pence(&facts.reserve_most).map_or(i64::MAX, |most| (most - reserve).max(0));
            let put = pence(&facts.reserve_weekly).unwrap_or(0).min(room).min(balance);
            (balance, reserve) = (balance - put, reserve + put);
        }
        let mut back = 0;
        if let (Some(limit), Some(every)) = (limit, case.practice.taken_back_every)
            && week % every == 0
        {
            let above = balance + if counts { reserve } else { 0 } - limit;
            back = above.min(balance).max(0);
            balance -= back;
        }
        if is_cash && facts.closes.reading().known().is_some_and(|last| last.number() == week) {
            let left = balance + reserve;
            (back, balance, reserve) = (back + left.max(0), left.min(0), 0);
        }
        let found = (end.paid_in, end.paid_out, end.taken_back, end.balance, end.reserve);
        let expected = [paid_in, out, back, balance, reserve].map(Money::from_pence);
        assert_eq!(
            [found.0, found.1, found.2, found.3, found.4],
            expected,
            "week {week} under {way:?}: {case:?}",
            case = case.plan
        );
    }
}

/// In a mix: the weekly money for the lines that an ISF holds, at the prices before any rise.
fn isf_weekly(case: &Case, paid: &[&Line]) -> i64 {
    let weekly = |line: &&&Line| {
        let hour = case.prices.own_hour.unwrap().value.pence();
        let hours = |entry: &Entry<Hours>| entry.reading().known().unwrap().hundredths();
        let each = match line.cost_by {
            Some(CostBy::Hours) => nearest(hour, hours(&line.hours) - hours(&line.council_hours), 100),
            _ => line.amount.reading().known().unwrap().pence(),
        };
        match line.rhythm.unwrap() {
            Rhythm::Weekly => each,
            Rhythm::FourWeekly => nearest(each * 13, 1, 52),
            Rhythm::Monthly => nearest(each * 12, 1, 52),
            Rhythm::Yearly => nearest(each, 1, 52),
            Rhythm::Once => 0,
        }
    };
    paid.iter().filter(|line| line.held == Some(Way::Isf)).map(|line| weekly(&line)).sum()
}

#[test]
fn a_year_of_a_direct_payment_adds_up_in_every_week() {
    each_case(1, Way::Direct, add_up);
}

#[test]
fn a_year_at_the_council_adds_up_in_every_week() {
    each_case(2, Way::Council, add_up);
}

#[test]
fn a_year_with_an_isf_adds_up_in_every_week() {
    each_case(3, Way::Isf, add_up);
}

#[test]
fn a_year_of_a_mix_adds_up_in_every_week() {
    each_case(4, Way::Mixed, add_up);
}

/// A plan in which each line is held by one of the ways is the lines of each way put together.
#[test]
fn a_plan_split_over_the_ways_adds_up_to_the_whole() {
    let mut dice = Dice(5);
    for _ in 0..PLANS / 4 {
        let mut case = Case::roll(&mut dice);
        for line in &mut case.plan.lines {
            line.council_hours = Entry::default();
        }
        let mixed = case.year_of(&case.plan, Way::Mixed);
        for way in [Way::Direct, Way::Council, Way::Isf] {
            let mut part = case.plan.clone();
            part.lines.retain(|line| line.held.unwrap_or(Way::Direct) == way);
            if way == Way::Council {
                part.year.closes = Entry::default();
                if !case.plan.year.closes.is_blank() {
                    continue;
                }
            }
            for line in case.year_of(&part, way).lines {
                let whole = mixed.lines.iter().find(|whole| whole.line == line.line).unwrap();
                assert_eq!(*whole, line, "{way:?}: {:?}", case.plan);
            }
        }
    }
}
