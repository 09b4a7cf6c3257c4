//! The kernel of a pay period: pay in; the employer's pension part and National Insurance out.
//! Whole numbers only, nothing allocated, nothing looked up: it runs millions of times in a simulation.
//! Not here: the figures (rules), the Employment Allowance, which is one pot a year (payroll).

/// What an employer pays on top of the pay of one pay period. Amounts are pence of this period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OnCost {
    /// Pay must be above this for the pension to count at all.
    pub trigger: i64,
    /// The pension counts pay between these.
    pub lower: i64,
    pub upper: i64,
    /// Hundredths of a per cent; 0: not in the pension.
    pub pension: i64,
    /// National Insurance counts pay above this.
    pub ni_from: i64,
    /// Hundredths of a per cent.
    pub ni: i64,
}

/// 100 per cent.
const WHOLE: i64 = 10_000;
/// More than the pay of any year; what is above is cut off, so that no product can overflow.
const MOST: i64 = 100_000_000_000_000;

/// The employer's pension part and National Insurance before the Employment Allowance, in pence.
///
/// Pension: the percentage of pay between `lower` and `upper`, if pay is above `trigger`.
/// Rounding: nearest penny, half up.
/// National Insurance: the exact percentage of pay above `ni_from`.
/// Rounding: half a penny or less is dropped (SI 2001/1004 reg 12), read at the third decimal of a pound
/// as payroll does: tenths of a penny, 5 or less down, 6 or more up.
// DIFFERENCE: by the words of reg 12 alone, 52.6558 would be 52.66. CIPP prints 52.65, as payroll has it.
#[inline]
pub fn on_costs(rule: &OnCost, gross: i64) -> (i64, i64) {
    let gross = gross.clamp(0, MOST);
    let band = gross.min(rule.upper).saturating_sub(rule.lower.max(0)).max(0);
    let band = if gross > rule.trigger { band } else { 0 };
    let pension = (band * rule.pension.clamp(0, WHOLE) + WHOLE / 2) / WHOLE;
    let above = gross.saturating_sub(rule.ni_from.max(0)).max(0);
    let tenths = above * rule.ni.clamp(0, WHOLE) / (WHOLE / 10);
    (pension, tenths_to_pence(tenths))
}

/// Tenths of a penny to pence: 5 or less down, 6 or more up.
#[inline]
pub fn tenths_to_pence(tenths: i64) -> i64 {
    tenths.saturating_add(4) / 10
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: OnCost =
        OnCost { trigger: 19_200, lower: 12_000, upper: 96_700, pension: 300, ni_from: 9_600, ni: 1_500 };

    #[test]
    fn each_threshold_is_read_on_both_sides() {
        let check = |gross, pension, ni| assert_eq!(on_costs(&RULE, gross), (pension, ni), "{gross}");
        check(0, 0, 0);
        check(-5, 0, 0);
        check(9_600, 0, 0);
        check(9_604, 0, 1);
        check(19_200, 0, 1_440);
        check(19_201, 216, 1_440);
        check(96_700, 2_541, 13_065);
        check(200_000, 2_541, 28_560);
    }

    #[test]
    fn half_a_penny_of_pension_goes_up_and_of_insurance_goes_down() {
        let rule = OnCost { pension: 1_000, ni: 1_000, upper: i64::MAX, trigger: -1, ..OnCost::default() };
        assert_eq!(on_costs(&rule, 14), (1, 1));
        assert_eq!(on_costs(&rule, 15), (2, 1));
        assert_eq!(on_costs(&rule, 16), (2, 2));
    }

    #[test]
    fn no_numbers_are_too_large() {
        let ends = [i64::MIN, -1, 0, 1, 10_000, i64::MAX];
        for trigger in ends {
            for from in ends {
                for share in ends {
                    let rule = OnCost {
                        trigger,
                        lower: from,
                        upper: trigger,
                        pension: share,
                        ni_from: from,
                        ni: share,
                    };
                    for gross in ends {
                        let (pension, ni) = on_costs(&rule, gross);
                        assert!(pension >= 0 && ni >= 0, "{rule:?} {gross}");
                    }
                }
            }
        }
    }
}
