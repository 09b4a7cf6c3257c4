//! What-ifs and what was really spent, on the plan of walk C to the penny, and for anything that can be
//! typed or chosen. No browser.

use planner::app::action::Action;
use planner::app::field::{ActualField, Field, WhatIfField, WorkerField, YearField};
use planner::app::{Notice, Page};
use planner::domain::csv::{Left, TableError, read};
use planner::domain::date::{Date, Week};
use planner::domain::money::Money;
use planner::domain::path::Path;
use planner::domain::plan::actual::SpentBy;
use planner::domain::plan::what_if::Happening;
use planner::domain::plan::{Author, Way};
use planner::domain::workings::Missing;
use planner::file;
use proptest::prelude::*;

use crate::visit::{Visit, pounds};

/// Walk C with the direct payment chosen: £140 in, £111 out, each week.
fn walk_c() -> Visit {
    let mut visit = Visit::at_demoshire();
    visit.enters_all(&[(Field::BudgetFrom, "letter"), (Field::Letter, "140"), (Field::HelpCounted, "yes")]);
    visit.opens(Page::Support);
    let worker = visit.adds_hours("Someone to go out with", "5");
    visit.enters(Field::LineCouncilHours(worker), "3");
    visit.adds_amount("Swimming", "12");
    visit.enters(Field::Way, "direct").opens(Page::WhatIf);
    visit
}

/// Adds a what-if with these parts and gives its number.
fn adds(visit: &mut Visit, happening: Happening, parts: &[(WhatIfField, &str)]) -> u32 {
    visit.does(Action::AddedWhatIf(happening));
    let id = visit.state.plan.what_ifs.last().unwrap().id;
    for (part, text) in parts {
        visit.enters(Field::WhatIf(id, *part), text);
    }
    id
}

#[track_caller]
fn tried(visit: &Visit, id: u32, way: Way) -> Path {
    visit.state.tried(visit.state.plan.what_if(id).unwrap(), way).unwrap().path
}

#[track_caller]
fn check(happening: Happening, parts: &[(WhatIfField, &str)], ends: [&str; 4]) -> Path {
    let mut visit = walk_c();
    let id = adds(&mut visit, happening, parts);
    for (way, end) in Way::ALL.iter().zip(ends) {
        let end = end.strip_prefix('-').map_or_else(|| pounds(end), |short| -pounds(short));
        assert_eq!(tried(&visit, id, *way).end(), end, "{happening:?} under {way:?}");
    }
    tried(&visit, id, Way::Direct)
}

// Each kind, to the penny. As planned the four ways end with £1,508, £1,560, £1,133.60 and £1,040.

#[test]
fn the_plan_as_it_is_ends_as_the_year_says() {
    let visit = walk_c();
    for (way, end) in Way::ALL.iter().zip(["1508", "1560", "1133.60", "1040"]) {
        assert_eq!(visit.state.path(*way).unwrap().end(), pounds(end), "{way:?}");
        assert_eq!(visit.state.year(*way).unwrap().end(), pounds(end), "{way:?}");
    }
    let path = visit.state.path(Way::Direct).unwrap();
    assert_eq!(path.passed, Week::new(39));
    assert_eq!(path.lowest(), (Week::FIRST, pounds("29")));
}

#[test]
fn walk_c_minute_7_a_price_that_rises() {
    use WhatIfField::{From, Percent};
    let ends = ["1359.80", "1560", "985.40", "980.72"];
    let path = check(Happening::PriceRise, &[(Percent, "6"), (From, "27")], ends);
    for week in Week::all() {
        let expected = if week.number() < 27 { "111.00" } else { "116.70" };
        assert_eq!(path.paid_out[week.index()], pounds(expected), "{week:?}");
    }
    assert_eq!(path.passed, Week::new(42));
}

#[test]
fn a_worker_who_leaves_is_replaced_at_another_price_or_not_at_all() {
    use WhatIfField::{From, Hour, Until};
    // Weeks 10 to 13: 4 × £95 fall away, or become 4 × £125.
    check(Happening::WorkerLeaves, &[(From, "10"), (Until, "13")], ["1888", "1560", "1513.60", "1192"]);
    let another = [(From, "10"), (Until, "13"), (Hour, "25")];
    check(Happening::WorkerLeaves, &another, ["1388", "1560", "1013.60", "992"]);
    // From week 50 to the end of the year.
    check(Happening::WorkerLeaves, &[(From, "50")], ["1793", "1560", "1418.60", "1154"]);
}

#[test]
fn a_worker_who_is_ill_gets_sick_pay_and_another_may_come() {
    use WhatIfField::{Amount, From, Hour, Weeks};
    let ill = [(From, "10"), (Weeks, "2"), (Amount, "76")];
    check(Happening::WorkerIll, &ill, ["1546", "1560", "1171.60", "964"]);
    let cover = [ill[0], ill[1], ill[2], (Hour, "22")];
    check(Happening::WorkerIll, &cover, ["1326", "1560", "951.60", "876"]);
}

#[test]
fn a_carer_who_is_ill_is_covered_at_the_price_of_the_way() {
    use WhatIfField::{From, Hours, Weeks};
    let parts = [(Hours, "12"), (From, "30"), (Weeks, "3")];
    check(Happening::CarerIll, &parts, ["824", "768", "449.60", "356"]);
}

#[test]
fn money_that_comes_late_comes_in_the_week_after() {
    use WhatIfField::{From, Weeks};
    let path =
        check(Happening::PaymentLate, &[(From, "2"), (Weeks, "3")], ["1508", "1560", "1133.60", "1040"]);
    let balances = [0, 1, 2, 3, 4].map(|week| path.balances[week].pence());
    assert_eq!(balances, [2_900, -8_200, -19_300, -30_400, 14_500]);
    assert_eq!(path.first_short(), Week::new(2));
    // What falls due in the last weeks comes after the year.
    let last = [(From, "51"), (Weeks, "9")];
    check(Happening::PaymentLate, &last, ["1228", "1280", "853.60", "760"]);
}

#[test]
fn an_extra_short_break_costs_more_in_its_week() {
    use WhatIfField::{Amount, From};
    let parts = [(Amount, "600"), (From, "3")];
    let path = check(Happening::Respite, &parts, ["908", "960", "533.60", "440"]);
    assert_eq!(path.lowest(), (Week::new(3).unwrap(), -pounds("513")));
}

#[test]
fn a_review_changes_the_budget_from_its_week() {
    use WhatIfField::{Amount, From};
    // 26 weeks with £20 less; an organisation's fee of 8 % falls with it.
    let parts = [(Amount, "120"), (From, "27")];
    check(Happening::Review, &parts, ["988", "1040", "655.20", "520"]);
}

/// Walk C's worker by the wage: £13 an hour, 5 hours a week, paid every four weeks.
fn employed() -> Visit {
    let mut visit = walk_c();
    for (field, text) in [
        (WorkerField::Wage, "13"),
        (WorkerField::AgeBand, "22-to-pension"),
        (WorkerField::PayPeriod, "four-weeks"),
        (WorkerField::Pattern, "fixed"),
        (WorkerField::Holiday, "when-taken"),
        (WorkerField::Engaged, "employee"),
    ] {
        visit.enters(Field::Worker(field), text);
    }
    visit
}

#[test]
fn a_worker_by_the_wage_who_leaves_is_not_paid_and_another_is() {
    use WhatIfField::{From, Hour, Percent, Until};
    let mut visit = employed();
    let planned = visit.state.path(Way::Direct).unwrap().end();
    // Weeks 9 to 12 are one pay period: £260.
    let weeks = [(From, "9"), (Until, "12")];
    let leaves = adds(&mut visit, Happening::WorkerLeaves, &weeks);
    assert_eq!(tried(&visit, leaves, Way::Direct).end() - planned, pounds("260"));
    let replaced = adds(&mut visit, Happening::WorkerLeaves, &[weeks[0], weeks[1], (Hour, "20")]);
    assert_eq!(planned - tried(&visit, replaced, Way::Direct).end(), pounds("140"));
    let rise = adds(&mut visit, Happening::PriceRise, &[(Percent, "10"), (From, "49")]);
    assert_eq!(planned - tried(&visit, rise, Way::Direct).end(), pounds("26"));
    let same = adds(&mut visit, Happening::PriceRise, &[(Percent, "0"), (From, "3")]);
    assert!(visit.state.tried(visit.state.plan.what_if(same).unwrap(), Way::Direct).unwrap().is_same);
}

#[test]
fn a_year_with_what_ifs_in_it_is_still_the_plans_own() {
    let mut visit = walk_c();
    let before = visit.state.year(Way::Direct).unwrap();
    let parts = [(WhatIfField::Amount, "600"), (WhatIfField::From, "3")];
    adds(&mut visit, Happening::Respite, &parts);
    adds(&mut visit, Happening::PaymentLate, &[(WhatIfField::From, "x")]);
    assert_eq!(visit.state.year(Way::Direct).unwrap(), before);
    let again = file::read(visit.state.plan_file().as_bytes()).unwrap().plan;
    assert_eq!(again.what_ifs, visit.state.plan.what_ifs);
}

#[test]
fn what_is_missing_is_named_and_nothing_else_is_stopped() {
    let mut visit = walk_c();
    let reasons = |visit: &Visit, id| {
        let found = visit.state.tried(visit.state.plan.what_if(id).unwrap(), Way::Direct).unwrap_err();
        found.iter().map(|missing| missing.0).collect::<Vec<_>>()
    };
    let rise = adds(&mut visit, Happening::PriceRise, &[]);
    assert_eq!(reasons(&visit, rise), ["missing-what-if-percent", "missing-what-if-from"]);
    let leaves = [(WhatIfField::From, "9"), (WhatIfField::Until, "8")];
    let leaves = adds(&mut visit, Happening::WorkerLeaves, &leaves);
    assert_eq!(reasons(&visit, leaves), ["missing-what-if-order"]);
    let late = adds(&mut visit, Happening::PaymentLate, &[(WhatIfField::Weeks, "0")]);
    assert_eq!(reasons(&visit, late), ["missing-what-if-from"]);
    visit.enters(Field::WhatIf(late, WhatIfField::From), "53");
    assert_eq!(reasons(&visit, late), ["missing-what-if-unreadable"]);
    visit.does(Action::PressedContinue);
    assert!(visit.state.is_checked, "the mistakes are told at their fields");
    visit.opens(Page::Year);
    assert_eq!(visit.state.page(), Page::Year);
}

#[test]
fn a_what_if_is_taken_out_and_put_back_and_a_blank_one_is_dropped() {
    let mut visit = walk_c();
    let first = adds(&mut visit, Happening::Respite, &[(WhatIfField::Amount, "600")]);
    let blank = adds(&mut visit, Happening::Review, &[]);
    visit.does(Action::RemovedWhatIf(first));
    assert_eq!(visit.state.notice, Some(Notice::Removed));
    assert!(visit.state.plan.what_if(first).is_none());
    visit.does(Action::UndidRemoval);
    assert_eq!(visit.state.plan.what_ifs[0].id, first);
    assert!(visit.state.plan.what_if(blank).is_some());
    visit.opens(Page::Year);
    assert!(visit.state.plan.what_if(blank).is_none(), "nothing was typed in it");
    assert!(visit.state.plan.what_if(first).is_some());
}

// What was really spent.

fn spends(visit: &mut Visit, by: &str, until: &str, spent: &[&str]) {
    visit.opens(Page::Actual);
    visit.enters_all(&[(Field::Actual(ActualField::By), by), (Field::Actual(ActualField::Until), until)]);
    for (place, text) in spent.iter().enumerate() {
        visit.enters(Field::Actual(ActualField::Spent(u8::try_from(place).unwrap())), text);
    }
}

#[test]
fn spending_is_seen_against_the_plan_of_the_same_weeks() {
    let mut visit = walk_c();
    spends(&mut visit, "four-weeks", "10", &["444", "404", "262"]);
    let so_far = visit.state.so_far(Way::Direct).unwrap();
    let rows: Vec<_> = so_far
        .periods
        .iter()
        .map(|period| {
            let weeks = (period.weeks.from.number(), period.weeks.until.number());
            (weeks, period.planned, period.spent.unwrap())
        })
        .collect();
    let row = |weeks, planned, spent| (weeks, pounds(planned), pounds(spent));
    let last = row((9, 10), "222", "262");
    assert_eq!(rows, [row((1, 4), "444", "444"), row((5, 8), "444", "404"), last]);
    assert_eq!(so_far.more_than_planned(), Money::ZERO);
    assert_eq!(so_far.path.end(), pounds("1508"));

    visit.enters(Field::Actual(ActualField::Spent(2)), "182");
    visit.enters(Field::Actual(ActualField::Late), "15");
    let so_far = visit.state.so_far(Way::Direct).unwrap();
    assert_eq!(so_far.more_than_planned(), -pounds("65"));
    assert_eq!((so_far.holds_by_plan, so_far.holds_by_spending), (pounds("290"), pounds("370")));
    assert_eq!(so_far.path.end(), pounds("1573"));

    visit.enters(Field::Actual(ActualField::Balance), "300");
    let so_far = visit.state.so_far(Way::Direct).unwrap();
    assert_eq!(so_far.path.balances[9], pounds("300"));
    assert_eq!(so_far.path.balances[10], pounds("314"), "what is late is paid in the next week");
    assert_eq!(so_far.path.end(), pounds("1503"));
}

#[test]
fn what_is_not_written_down_stands_as_planned() {
    let mut visit = walk_c();
    spends(&mut visit, "week", "3", &["100", "", "0"]);
    let so_far = visit.state.so_far(Way::Direct).unwrap();
    assert_eq!((so_far.not_written(), so_far.spent, so_far.planned), (1, pounds("100"), pounds("222")));
    assert_eq!(so_far.path.end(), pounds("1630"));
}

#[test]
fn what_is_still_needed_is_named() {
    let mut visit = walk_c();
    let check = |visit: &Visit, expected| {
        assert_eq!(visit.state.so_far(Way::Direct).unwrap_err(), [Missing(expected)]);
    };
    check(&visit, "missing-actual-until");
    visit.enters(Field::Actual(ActualField::Until), "3");
    check(&visit, "missing-actual-by");
    visit.enters(Field::Actual(ActualField::By), "month");
    check(&visit, "missing-actual-spent");
    visit.enters(Field::Actual(ActualField::Spent(0)), "a lot");
    check(&visit, "missing-actual-unreadable");
    // A box that is out of sight stands in nobody's way.
    visit.enters(Field::Actual(ActualField::Spent(0)), "5");
    visit.enters(Field::Actual(ActualField::Spent(9)), "a lot");
    assert!(visit.state.so_far(Way::Direct).is_ok());
    visit.opens(Page::Actual).does(Action::PressedContinue);
    assert_eq!(visit.state.page(), Page::Tasks);
}

#[test]
fn a_table_fills_the_boxes_and_can_be_undone() {
    let mut visit = walk_c();
    spends(&mut visit, "four-weeks", "", &["1"]);
    let before = visit.state.plan.actual.clone();
    let table =
        b"Date,What,Amount\n6/4/2026,Secret words,10\n4/5/2026,x,\"1,000.50\"\nsoon,x,5\n5/5/2026,x,1\n";
    visit.does(Action::ChoseTable(Ok(table.to_vec())));
    assert_eq!(visit.state.notice, Some(Notice::TableFailed(TableError::NoStart)));
    assert_eq!(visit.state.plan.actual, before);
    visit.enters(Field::Year(YearField::Starts), "6/4/2026");
    visit.does(Action::ChoseTable(Ok(table.to_vec())));
    let left = vec![(4, Left::When)];
    assert_eq!(visit.state.notice, Some(Notice::TookTable { lines: 3, left }));
    let actual = &visit.state.plan.actual;
    assert_eq!((actual.by, actual.until.text()), (Some(SpentBy::FourWeeks), "5"));
    let texts: Vec<&str> = actual.spent.iter().map(|spent| spent.text()).collect();
    assert_eq!(texts, ["10", "1001.50"]);
    assert!(!visit.state.plan_file().contains("Secret"), "words of the table are kept nowhere");
    visit.does(Action::UndidRemoval);
    assert_eq!(visit.state.plan.actual, before);
}

// Anything.

const STARTS: Date = Date::constant(2026, 4, 6);

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (0..200_u32).prop_map(|number| number.to_string()),
        (0..10_000_000_u32).prop_map(|number| number.to_string()),
        "[0-9]{1,3}\\.[0-9]{1,2}",
        Just("10000000".into()),
        Just("168".into()),
        Just("a lot".into()),
    ]
}

fn any_happening() -> impl Strategy<Value = Happening> {
    prop::sample::select(Happening::ALL)
}

const PARTS: [WhatIfField; 7] = [
    WhatIfField::From,
    WhatIfField::Until,
    WhatIfField::Percent,
    WhatIfField::Amount,
    WhatIfField::Hour,
    WhatIfField::Hours,
    WhatIfField::Weeks,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_what_if_panics_and_each_says_a_year_or_why_not(
        happening in any_happening(),
        texts in prop::collection::vec(any_text(), 7),
    ) {
        let mut visit = walk_c();
        let parts: Vec<(WhatIfField, &str)> =
            PARTS.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let id = adds(&mut visit, happening, &parts);
        for &way in Way::ALL {
            match visit.state.tried(visit.state.plan.what_if(id).unwrap(), way) {
                Ok(tried) => prop_assert!(tried.path.lowest().1 <= tried.path.end()),
                Err(missing) => prop_assert!(!missing.is_empty()),
            }
        }
    }

    #[test]
    fn a_what_if_without_effect_changes_nothing(week in 1_i64..=52, weeks in 1_i64..=60) {
        use WhatIfField::{Amount, From, Hour, Hours, Percent, Weeks};
        let visit = walk_c();
        let (week, weeks) = (week.to_string(), weeks.to_string());
        let (from, weeks) = ((From, week.as_str()), (Weeks, weeks.as_str()));
        let without = [
            (Happening::PriceRise, vec![(Percent, "0"), from]),
            (Happening::WorkerLeaves, vec![(Hour, "19"), from]),
            (Happening::WorkerIll, vec![(Amount, "0"), (Hour, "19"), from, weeks]),
            (Happening::CarerIll, vec![(Hours, "0"), from, weeks]),
            (Happening::Review, vec![(Amount, "140"), from]),
            (Happening::Respite, vec![(Amount, "0"), from]),
        ];
        for (happening, parts) in without {
            let mut visit = visit.clone();
            let id = adds(&mut visit, happening, &parts);
            for &way in Way::ALL {
                let tried = visit.state.tried(visit.state.plan.what_if(id).unwrap(), way).unwrap();
                prop_assert!(tried.is_same, "{happening:?} {way:?}");
            }
        }
    }

    #[test]
    fn spending_as_planned_leaves_the_year_as_planned(until in 1_i64..=52, by in prop::sample::select(SpentBy::ALL)) {
        let mut visit = walk_c();
        spends(&mut visit, by.key(), &until.to_string(), &["1"]);
        let planned = visit.state.so_far(Way::Direct).unwrap().periods;
        for (place, period) in planned.iter().enumerate() {
            let spent = Field::Actual(ActualField::Spent(u8::try_from(place).unwrap()));
            visit.enters(spent, &format!("{}.{:02}", period.planned.pence() / 100, period.planned.pence() % 100));
        }
        let so_far = visit.state.so_far(Way::Direct).unwrap();
        prop_assert_eq!(so_far.more_than_planned(), Money::ZERO);
        prop_assert_eq!(so_far.path, visit.state.path(Way::Direct).unwrap());
    }

    #[test]
    fn no_bytes_of_a_table_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes, Some(STARTS));
        let _ = read(&bytes, None);
    }

    #[test]
    fn no_table_of_likely_cells_panics_and_every_line_is_told(
        lines in prop::collection::vec(
            prop::collection::vec("(Date|Week|Amount|week 5|[0-9]{1,2}|6/4/2026|-?£?[0-9,.]{1,8}|\\(5\\)|\"|\"\"|é|\\x00)", 0..5),
            0..30,
        ),
    ) {
        let text: Vec<String> = lines.iter().map(|cells| cells.join(",")).collect();
        if let Ok(found) = read(text.join("\n").as_bytes(), Some(STARTS)) {
            prop_assert!(found.first <= found.last && found.lines > 0);
            prop_assert!(found.lines + found.left.len() <= lines.len());
            prop_assert!(found.weeks.iter().all(|sum| *sum >= Money::ZERO && *sum <= Money::MOST));
        }
    }
}

#[test]
fn a_name_of_ones_own_stands_first() {
    let mut visit = walk_c();
    let id = adds(&mut visit, Happening::CarerIll, &[(WhatIfField::Name(Author::Person), "Mum in May")]);
    assert_eq!(visit.state.plan.what_if(id).unwrap().name.by(Author::Person), "Mum in May");
}
