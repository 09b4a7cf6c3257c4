//! What would change the result: the nearest things, each tried with the same sum.
//! Nothing is advised and nothing is ranked: the order is that of the sum.

use super::local::{Law, Setting};
use super::{Charge, WhyFull, assess};
use crate::domain::money::Money;
use crate::domain::nation::Nation;
use crate::domain::person::{Facts, Given, Part};

/// Something that would change the weekly amount.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The message is `pay-change-<id>`.
    pub id: &'static str,
    /// By how much the fact would have to differ.
    pub by: Money,
    pub part: Option<Part>,
    /// What would then be paid a week.
    pub weekly: Money,
}

/// An extra cost of this much a week is tried, where none was given.
const TRIED_COST: Money = Money::from_pence(500);

pub fn changes(law: &Law, facts: &Facts) -> Vec<Change> {
    let now = assess(law, facts);
    if matches!(now, Charge::Free(_) | Charge::Told(_) | Charge::AskAboutAftercare | Charge::NoRules(_)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut tried = |id, by, part, other: &Facts| {
        if let Some(weekly) = assess(law, other).weekly()
            && Some(weekly) != now.weekly()
        {
            found.push(Change { id, by, part, weekly });
        }
    };
    savings(law, facts, &now, &mut tried);
    if facts.costs == Given::Blank {
        let other = Facts { costs: Given::Sum(TRIED_COST), ..facts.clone() };
        tried("cost", TRIED_COST, None, &other);
    }
    if let (Given::Parts(parts), Nation::England) = (&facts.income, law.nation) {
        for (at, (part, _)) in parts.iter().enumerate().filter(|(_, (part, _))| may_be_left_out(*part)) {
            let mut others = parts.clone();
            others.remove(at);
            // The premiums follow the benefit, counted or not: the benefit stays, at nothing.
            others.insert(at, (*part, Some(Money::ZERO)));
            let other = Facts { income: Given::Parts(others), ..facts.clone() };
            tried("not-counted", Money::ZERO, Some(*part), &other);
        }
    }
    if now.weekly().is_some_and(|weekly| weekly > Money::ZERO) && law.nation.may_have_aftercare() {
        found.push(Change { id: "aftercare", by: Money::ZERO, part: None, weekly: Money::ZERO });
    }
    found
}

/// Benefits that a council may count, and need not (SI 2014/2672 Sch 1 para 4).
fn may_be_left_out(part: Part) -> bool {
    matches!(
        part,
        Part::DailyEnhanced
            | Part::DailyStandard
            | Part::CareLowest
            | Part::AttendanceHigher
            | Part::AttendanceLower
    )
}

/// Savings down to the nearest step below, or to the limit, and up to the next step.
fn savings(
    law: &Law,
    facts: &Facts,
    now: &Charge,
    tried: &mut impl FnMut(&'static str, Money, Option<Part>, &Facts),
) {
    let saved = facts.counted_savings();
    let mut unknown = super::Unknown::default();
    let with = |amount: Money| Facts { savings: Some(amount), joint_savings: Money::ZERO, ..facts.clone() };
    if saved == Money::ZERO {
        return;
    }
    let upper = match law.nation {
        Nation::England => law.set_at_least(Setting::UpperLimit, "capital.upper_limit", &mut unknown),
        Nation::Wales => law.set_at_least(Setting::CapitalLimit, "capital.limit_home", &mut unknown),
        Nation::Scotland => law.local_figure(Setting::CapitalLimit, "local.capital_limit", &mut unknown),
        Nation::NorthernIreland | Nation::NotSure => return,
    };
    if matches!(now, Charge::FullCost(full) if full.why == WhyFull::Savings) {
        tried("savings-to-limit", saved - upper.value, None, &with(upper.value));
        return;
    }
    if law.nation != Nation::England {
        return;
    }
    let lower = law.set_at_least(Setting::LowerLimit, "capital.lower_limit", &mut unknown).value;
    let step = law.set_or_figure(Setting::Step, "capital.tariff_step", &mut unknown).value.pence();
    if !unknown.is_empty() || step < 1 || saved <= lower {
        return;
    }
    // Down to the last whole step below: one penny above it still counts as started.
    let above = (saved - lower).pence();
    let whole = (above - 1) / step * step;
    let below = lower + Money::from_pence(whole);
    tried("savings-down", saved - below, None, &with(below));
    let next = lower + Money::from_pence((above + step - 1) / step * step + 1);
    tried("savings-up", next - saved, None, &with(next));
}

/// The council's own choices that changed the result, each with what it would be without it.
pub fn switches(law: &Law, facts: &Facts) -> Vec<(Setting, Option<Money>)> {
    let now = assess(law, facts);
    let changed = |setting: Setting| {
        let other = assess(&Law { local: law.local.without(setting), ..law.clone() }, facts);
        (other.weekly() != now.weekly()).then(|| (setting, other.weekly()))
    };
    law.local.all_set().filter(|setting| setting.is_switch()).filter_map(changed).collect()
}
