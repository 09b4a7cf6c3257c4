//! What the partner's settings mean for pages and words, which the settings themselves do not know.

use super::Page;
use crate::partner::{Problem, ProblemKind, Settings};
use crate::say;
use crate::text::Text;

/// Takes a page that nobody can open here out of what the address asks for, and tells it.
pub fn check_pages(settings: &mut Settings) -> Option<Problem> {
    let asked = settings.open.as_deref()?;
    if Page::from_key(asked).is_some_and(|_| !settings.leaves_out(asked)) {
        return None;
    }
    settings.open = None;
    Some(Problem::error("address.open", "page"))
}

/// One problem in words, without its path.
pub fn said(text: Text, problem: &Problem) -> String {
    match &problem.kind {
        ProblemKind::Error => text.by_id(&format!("settings-expected-{}", problem.expected), &[]),
        ProblemKind::Repaired { from, to } => {
            say!(text, "settings-repaired", from = from.clone(), to = to.clone())
        }
        ProblemKind::OutOfDate { until } => say!(text, "settings-out-of-date", until = text.date(*until)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partner::PAGES_OFF;

    #[test]
    fn only_pages_that_may_go_can_be_left_out() {
        for key in PAGES_OFF {
            assert!(Page::from_key(key).is_some(), "{key}");
        }
        let stay = [
            Page::Start,
            Page::Tasks,
            Page::Matters,
            Page::Ways,
            Page::Budget,
            Page::Pay,
            Page::Support,
            Page::Spells,
            Page::Year,
            Page::Ready,
            Page::Sharing,
            Page::Keep,
            Page::Sheets,
            Page::Safety,
            Page::CanSee,
        ];
        for page in stay {
            assert!(!PAGES_OFF.contains(&page.key()), "{page:?}");
        }
        assert_eq!(stay.len() + PAGES_OFF.len(), Page::ALL.len());
    }
}
