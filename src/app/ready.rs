//! What the sums say of a plan that is to be agreed, and its reviews in the order of time.
//! The questions and the reasons are the domain's (`plan::readiness`).

use super::State;
use crate::domain::plan::readiness::Sums;
use crate::domain::plan::review::Review;
use crate::domain::plan::{BudgetFrom, Way};
use crate::say;
use crate::text::Text;

impl State {
    /// Where no way is chosen yet, what a price is missing for is looked at under a direct payment; that
    /// the plan costs more than there is, is said of a chosen way only.
    pub fn sums(&self) -> Sums {
        let priced = self.under(self.plan.way.unwrap_or(Way::Direct));
        let left = priced.weekly.as_ref().ok().and_then(|worked| worked.value.left);
        Sums {
            is_budget_known: self.budget().is_some(),
            is_own_estimate: matches!(
                self.plan.budget.from,
                Some(BudgetFrom::Published | BudgetFrom::Points)
            ),
            is_over: self.plan.way.is_some() && left.is_some_and(|left| left.high.is_negative()),
            has_unpriced: priced.lines.iter().any(|line| line.cost.is_err()),
            is_frequency_known: self.plan.year.paid_every.is_some() || self.practice().every.is_some(),
        }
    }

    /// The oldest first. One whose date cannot be read comes after all others: it was added last.
    pub fn reviews_in_time(&self) -> Vec<&Review> {
        let mut reviews: Vec<&Review> = self.plan.reviews.iter().collect();
        reviews.sort_by_key(|review| {
            let on = review.on.reading().known();
            (on.is_none(), on)
        });
        reviews
    }
}

/// When a review was, as far as it can be read.
pub fn when(text: Text, review: &Review) -> String {
    match review.on.reading().known() {
        Some(date) => text.date(date),
        None => say!(text, "review-no-date"),
    }
}

/// How the support moved from the first review to the last, in a sentence that values neither.
pub fn moved(text: Text, reviews: &[&Review]) -> Option<String> {
    let [first, .., last] = reviews else { return None };
    let free = |review: &Review| review.lines.unpaid.saturating_add(review.lines.mainstream).to_string();
    Some(say!(
        text,
        "review-moved",
        date = when(text, first),
        paid = first.lines.paid.to_string(),
        now = last.lines.paid.to_string(),
        other = free(first),
        then = free(last),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::domain::plan::review::LineCount;

    #[test]
    fn the_movement_goes_from_the_first_review_to_the_last_and_needs_two() {
        let review = |year, paid, unpaid| {
            let lines = LineCount { paid, unpaid, mainstream: 1 };
            Review::new(1, Date::constant(year, 11, 22), lines)
        };
        let (first, last) = (review(2026, 3, 0), review(2028, 1, 2));
        let text = Text::default();
        assert_eq!(moved(text, &[&first]), None);
        let said = moved(text, &[&first, &review(2027, 9, 9), &last]).unwrap_or_default();
        assert!(said.contains("22 November 2026") && said.contains("from 3 to 1"), "{said}");
        assert!(said.contains("from 1 to 3"), "{said}");
    }
}
