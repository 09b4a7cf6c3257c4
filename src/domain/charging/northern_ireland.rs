//! Northern Ireland: trusts may charge, and in practice do not charge for care at home.
//! Household help and meals are the exceptions; the facts hold no rates for them.

use super::local::{Law, Unknown};
use super::{Charge, Free};
use crate::domain::date::years_after;
use crate::domain::person::{Age, Facts, Mark, Part};

const FREE_FROM_AGE: i32 = 75;

/// Nothing for care at home. Home help is free from 75, and with Pension Credit or Income Support
/// (advice sector; the sources differ on the day of the 75th birthday, which is taken as free).
/// Not covered: care homes, adaptations.
pub fn charge(law: &Law, facts: &Facts) -> Charge {
    if facts.has(Mark::Meals) {
        return Charge::NotKnown(Unknown::of("missing-meals"));
    }
    if !facts.has(Mark::HomeHelp) {
        return Charge::Free(Free::CareAtHome);
    }
    let is_old = matches!(facts.age, Some(Age::Born(born)) if law.on >= years_after(born, FREE_FROM_AGE));
    let has_benefit = facts.has_income(|part| matches!(part, Part::PensionCredit | Part::IncomeSupport));
    if is_old || has_benefit {
        Charge::Free(Free::HomeHelp)
    } else {
        Charge::NotKnown(Unknown::of("missing-home-help"))
    }
}
