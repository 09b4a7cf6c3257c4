//! What somebody may pay, typed as a person types it, with the published figures: both sides of each
//! limit, birthday and 6 April, the figures that nobody knows yet, and wrong input. No browser.
//! Published and agreed examples are in worked_examples, what holds for everybody in charging_properties.

use planner::app::Page;
use planner::app::action::Action;
use planner::app::check::problems;
use planner::app::field::Field;
use planner::domain::charging::{Charge, Estimate, Unknown, WhyFull};
use planner::domain::date::Date;
use planner::domain::person::Part;
use planner::domain::workings::{Source, Why, Workings};
use planner::file;
use planner::partner::Settings;
use planner::text::Text;

use crate::visit::{Visit, pounds};

/// A single person of 39 in England with an income of £300, who typed sums.
fn someone(entries: &[(Field, &str)]) -> Visit {
    let mut visit = Visit::with(Settings::default());
    visit.opens(Page::Pay).enters_all(&[
        (Field::Nation, "england"),
        (Field::On, "1/10/2025"),
        (Field::Aftercare, "no"),
        (Field::By, "sums"),
        (Field::Income, "300"),
        (Field::Born, "1/5/1986"),
        (Field::Household, "single"),
    ]);
    visit.enters_all(entries);
    visit
}

#[track_caller]
fn estimate(visit: &Visit) -> Estimate {
    match visit.state.charge() {
        Charge::AtMost(estimate) => estimate,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn unknown(visit: &Visit) -> Unknown {
    match visit.state.charge() {
        Charge::NotKnown(unknown) => unknown,
        other => panic!("{other:?}"),
    }
}

// Both sides of each boundary.

#[test]
fn savings_count_from_a_penny_above_the_lower_limit_and_rule_out_help_a_penny_above_the_upper() {
    let check = |savings: &str, expected: &str| {
        let visit = someone(&[(Field::Savings, savings)]);
        assert_eq!(estimate(&visit).weekly.value, pounds(expected), "{savings}");
    };
    check("14,249.99", "187.50");
    check("14,250.00", "187.50");
    check("14,250.01", "188.50");
    check("14,500.00", "188.50");
    check("14,500.01", "189.50");
    check("23,250.00", "223.50");
    let over = someone(&[(Field::Savings, "23,250.01")]).state.charge();
    let Charge::FullCost(full) = &over else { panic!("{over:?}") };
    assert_eq!((full.why, full.weekly), (WhyFull::Savings, None));
    let with_cost = someone(&[(Field::Savings, "23250.01"), (Field::Cost, "454")]).state.charge();
    assert_eq!(with_cost.weekly(), Some(pounds("454")));
}

#[test]
fn a_birthday_changes_what_must_be_left_from_its_own_day() {
    let check = |born: &str, on: &str, expected: &str| {
        let visit = someone(&[(Field::Born, born), (Field::On, on)]);
        assert_eq!(estimate(&visit).guarantee, pounds(expected), "born {born} on {on}");
    };
    // 18 and 25.
    check("2/10/2007", "2/10/2025", "89.15");
    check("2/10/2000", "1/10/2025", "89.15");
    check("2/10/2000", "2/10/2025", "112.50");
    // Pension age: 66; then 66 and a month; those who are 66 on 6 April 2026 wait until May.
    check("2/10/1959", "1/10/2025", "112.50");
    check("2/10/1959", "2/10/2025", "232.60");
    check("5/4/1960", "5/4/2026", "232.60");
    check("6/4/1960", "5/5/2026", "120.40");
    check("6/4/1960", "6/5/2026", "241.45");
    let child = unknown(&someone(&[(Field::Born, "2/10/2007"), (Field::On, "1/10/2025")]));
    assert_eq!(child, Unknown::of("missing-under-18"));
}

#[test]
fn figures_change_on_the_6th_of_april() {
    let check = |on: &str, expected: &str| {
        assert_eq!(estimate(&someone(&[(Field::On, on)])).guarantee, pounds(expected), "{on}");
    };
    check("5/4/2025", "110.60");
    check("6/4/2025", "112.50");
    check("5/4/2026", "112.50");
    check("6/4/2026", "120.40");
    check("5/4/2027", "120.40");
}

// Figures that nobody knows.

fn couple() -> Visit {
    someone(&[
        (Field::On, "22/11/2026"),
        (Field::Household, "couple"),
        (Field::PartnerAge, "no"),
        (Field::Carer, "yes"),
    ])
}

#[test]
fn what_is_not_known_for_2026_is_named_with_its_dates() {
    let unknown = unknown(&couple());
    assert_eq!(unknown.missing, []);
    let (from, until) = (Date::constant(2026, 4, 6), Date::constant(2027, 4, 5));
    let named: Vec<_> =
        unknown.figures.iter().map(|figure| (figure.name, figure.why, figure.from, figure.until)).collect();
    let of = |name| (name, Why::Unconfirmed, Some(from), Some(until));
    assert_eq!(named, [of("guarantee.couple"), of("guarantee.carer")]);
    let last: Vec<_> = unknown.figures.iter().map(|figure| figure.last.unwrap().value).collect();
    assert_eq!(last, [pounds("88.35"), pounds("53.25")]);
}

#[test]
fn figures_from_a_leaflet_give_an_amount_and_are_marked_as_typed() {
    let mut visit = couple();
    visit.enters(Field::Leaflet("guarantee.couple"), "94");
    let left: Vec<_> = unknown(&visit).figures.iter().map(|figure| figure.name).collect();
    assert_eq!(left, ["guarantee.carer"]);
    visit.enters(Field::Leaflet("guarantee.carer"), "a lot");
    let wrong = unknown(&visit);
    assert!(wrong.missing.iter().any(|missing| missing.0 == "missing-leaflet-unreadable"), "{wrong:?}");
    visit.enters(Field::Leaflet("guarantee.carer"), "55");
    let estimate = estimate(&visit);
    assert_eq!((estimate.weekly.value, estimate.guarantee), (pounds("151.00"), pounds("149.00")));
    assert_eq!(visit.state.charge().last_known(), None);
}

#[test]
fn last_known_figures_stand_in_only_when_asked_to_and_say_so() {
    let mut visit = couple();
    visit.enters(Field::LastKnown, "yes");
    let charge = visit.state.charge();
    assert_eq!(charge.last_known(), Some(true));
    assert_eq!(charge.weekly(), Some(pounds("158.40")));
    let mut old = Vec::new();
    let mut steps = vec![charge.workings().unwrap()];
    while let Some(step) = steps.pop() {
        if let Source::LastKnown(published) = step.source {
            assert_eq!(published.until, Some(Date::constant(2026, 4, 5)));
            old.push(step.id);
        }
        steps.extend(&step.steps);
    }
    old.sort_unstable();
    assert_eq!(old, ["guarantee.carer", "guarantee.couple"]);
    visit.enters(Field::LastKnown, "");
    assert_eq!(unknown(&visit).figures.len(), 2);
}

#[test]
fn a_date_outside_the_known_years_says_so() {
    for (on, last) in [("6/4/2027", Some("120.40")), ("5/4/2015", None)] {
        let unknown = unknown(&someone(&[(Field::On, on)]));
        let [figure] = &unknown.figures[..] else { panic!("{on}: {unknown:?}") };
        assert_eq!((figure.name, figure.why), ("guarantee.single_25", Why::NoPeriod), "{on}");
        assert_eq!(figure.last.map(|last| last.value), last.map(pounds), "{on}");
    }
}

// Wrong input: a clear sentence, and nothing lost.

/// What is typed stays, in the plan and in the file, whatever it is.
#[track_caller]
fn stays(visit: &Visit, field: Field, text: &str) {
    assert_eq!(field.text(&visit.state.plan), text);
    let again = file::read(visit.state.plan_file().as_bytes()).unwrap();
    if field.misread(&visit.state.plan).is_some() {
        assert_eq!(field.text(&again.plan), text, "in the file");
    } else {
        assert!(!field.text(&again.plan).is_empty(), "in the file");
    }
}

#[test]
fn wrong_input_is_said_in_a_sentence_that_names_its_field_and_stays() {
    let check = |field: Field, text: &str, message: &str, missing: &str| {
        let mut visit = someone(&[(field, text)]);
        visit.does(Action::PressedContinue);
        let found: Vec<_> = problems(&visit.state).iter().map(|one| (one.field, one.message())).collect();
        assert_eq!(found, [(field, message.to_owned())], "{text}");
        assert!(Text::default().has(message) && Text::default().has(&field.what()), "{message}");
        let reasons: Vec<_> = unknown(&visit).missing.iter().map(|missing| missing.0).collect();
        assert!(reasons.contains(&missing), "{text}: {reasons:?}");
        assert!(reasons.iter().all(|id| Text::default().has(id)));
        stays(&visit, field, text);
    };
    check(Field::Born, "1/5/2050", "error-unfitting-pay-born", "missing-born-later");
    check(Field::Born, "31/2/1986", "error-unreadable-date", "missing-born-unreadable");
    check(Field::Born, "soon", "error-unreadable-date", "missing-born-unreadable");
    check(Field::On, "31/2/2026", "error-unreadable-date", "missing-date-unreadable");
    check(Field::Savings, "12p", "error-unreadable-money", "missing-savings-unreadable");
    check(Field::Savings, "1.234", "error-decimals-money", "missing-savings-unreadable");
    check(Field::Savings, "-5", "error-negative", "missing-savings-unreadable");
    check(Field::Income, "1,00", "error-unreadable-money", "missing-income-unreadable");
    check(Field::Income, "−245", "error-negative", "missing-income-unreadable");
    check(Field::Costs, "a lot", "error-unreadable-money", "missing-costs-unreadable");
    check(Field::Housing, "99999999999", "error-too-large-money", "missing-housing-unreadable");
    check(Field::Children, "-1", "error-negative", "missing-children-unreadable");
    check(Field::Children, "1.5", "error-unreadable-count", "missing-children-unreadable");
    check(Field::Children, "21", "error-too-large-count", "missing-children-unreadable");
}

#[test]
fn amounts_with_commas_pounds_and_spaces_are_read() {
    for text in ["14,500", "£14,500.00", " 14 500 ", "14500.0"] {
        let visit = someone(&[(Field::Savings, text)]);
        assert_eq!(estimate(&visit).weekly.value, pounds("188.50"), "{text}");
        stays(&visit, Field::Savings, text);
    }
}

#[test]
fn an_estimate_for_a_day_to_come_is_made_with_the_figures_of_that_day() {
    assert_eq!(estimate(&someone(&[(Field::On, "5/4/2027")])).guarantee, pounds("120.40"));
    assert_eq!(unknown(&someone(&[(Field::On, "1/1/2031")])).figures[0].why, Why::NoPeriod);
}

#[test]
fn someone_under_18_is_told_why_there_is_no_figure() {
    let mut visit = someone(&[(Field::Born, "1/5/2010")]);
    assert_eq!(unknown(&visit), Unknown::of("missing-under-18"));
    visit.does(Action::PressedContinue);
    assert_eq!(problems(&visit.state), [], "it is no mistake");
    stays(&visit, Field::Born, "1/5/2010");
}

/// The rules look at the person's own income: nothing is asked of a partner but their age.
#[test]
fn one_of_a_couple_needs_no_income_of_the_partner_but_their_age() {
    let mut visit = someone(&[(Field::Household, "couple")]);
    let reasons: Vec<_> = unknown(&visit).missing.iter().map(|missing| missing.0).collect();
    assert_eq!(reasons, ["missing-partner-age"]);
    visit.enters(Field::PartnerAge, "no");
    assert_eq!(estimate(&visit).guarantee, pounds("88.35"));
    visit.enters(Field::PartnerAge, "yes");
    assert_eq!(estimate(&visit).guarantee, pounds("177.55"));
}

#[test]
fn a_part_that_cannot_be_read_stays_when_sums_are_chosen_and_parts_again() {
    let mut visit = someone(&[
        (Field::By, "parts"),
        (Field::Part(Part::Esa), "yes"),
        (Field::PartAmount(Part::Esa), "12p"),
    ]);
    let reasons: Vec<_> = unknown(&visit).missing.iter().map(|missing| missing.0).collect();
    assert_eq!(reasons, ["missing-part-unreadable"]);
    visit.enters(Field::By, "sums");
    assert_eq!(estimate(&visit).weekly.value, pounds("187.50"));
    visit.enters(Field::By, "parts");
    stays(&visit, Field::PartAmount(Part::Esa), "12p");
    visit.enters(Field::PartAmount(Part::Esa), "");
    let reasons: Vec<_> = unknown(&visit).missing.iter().map(|missing| missing.0).collect();
    assert_eq!(reasons, ["missing-part"]);
}

#[test]
fn what_does_not_count_needs_no_amount() {
    let mut visit = someone(&[
        (Field::On, "1/10/2023"),
        (Field::Income, ""),
        (Field::By, "parts"),
        (Field::Part(Part::Esa), "yes"),
        (Field::PartAmount(Part::Esa), "300"),
    ]);
    let weekly = estimate(&visit).weekly.value;
    // Pay from work does not count; nor does mobility, whose rate of that year nobody found in print.
    visit.enters(Field::Part(Part::Earnings), "yes");
    assert_eq!(estimate(&visit).weekly.value, weekly);
    visit.enters(Field::Part(Part::MobilityEnhanced), "yes");
    let estimate = estimate(&visit);
    // The benefit brings a premium all the same.
    assert_eq!(estimate.weekly.value, weekly - pounds("45.75"));
    assert!(visit.state.plan.pay.parts.iter().any(|item| item.part == Part::Earnings));
}

/// The law that the income in the workings stands under.
fn law_of_the_income(visit: &Visit) -> Option<&'static str> {
    let workings = estimate(visit).weekly.workings;
    workings.steps.iter().find(|step| step.id == "pay-income").unwrap().law
}

#[test]
fn at_pension_age_income_above_the_guarantee_says_that_more_may_come_off() {
    let old = |income: &str, on: &str| {
        let entries = [(Field::Born, "1/5/1950"), (Field::Income, income), (Field::On, on)];
        law_of_the_income(&someone(&entries))
    };
    assert_eq!(old("227.10", "1/10/2025"), None);
    assert_eq!(old("227.11", "1/10/2025"), Some("savings-credit-may"));
    // That guarantee is not known for 2023 to 2024, so it may be above it.
    assert_eq!(old("100", "1/10/2023"), Some("savings-credit-may"));
    assert_eq!(law_of_the_income(&someone(&[])), None, "under pension age");
    let mut parts = someone(&[(Field::Born, "1/5/1950"), (Field::On, "1/10/2024"), (Field::Income, "")]);
    parts.enters(Field::By, "parts").enters(Field::Part(Part::StatePension), "yes");
    parts.enters(Field::PartAmount(Part::StatePension), "250");
    assert_eq!((law_of_the_income(&parts), estimate(&parts).weekly.value), (None, pounds("14.35")));
}

/// The Devon example as a person ticks and types it; its answers are printed.
#[test]
fn the_devon_example_comes_out_by_ticking_and_typing() {
    let devon = devon();
    let estimate = estimate(&devon);
    assert_eq!(estimate.weekly.value, pounds("110.10"));
    assert_eq!((estimate.guarantee, estimate.left_to_live_on), (pounds("171.75"), pounds("171.75")));
    fn published(workings: &Workings) -> usize {
        let own = usize::from(matches!(workings.source, Source::Published(_)));
        own + workings.steps.iter().map(published).sum::<usize>()
    }
    assert_eq!(published(&estimate.weekly.workings), 3, "the three parts of the guarantee");
}

fn devon() -> Visit {
    let mut visit = someone(&[
        (Field::On, "1/10/2023"),
        (Field::Income, ""),
        (Field::By, "parts"),
        (Field::Cost, "454"),
        (Field::Savings, "0"),
    ]);
    for (part, amount) in [
        (Part::Esa, "225.45"),
        (Part::DailyEnhanced, "101.75"),
        (Part::MobilityStandard, "26.90"),
        (Part::Rent, "11.27"),
        (Part::CouncilTax, "6.00"),
        (Part::Cleaning, "20.00"),
        (Part::InternetPhone, "8.08"),
    ] {
        visit.enters(Field::Part(part), "yes").enters(Field::PartAmount(part), amount);
    }
    visit
}
