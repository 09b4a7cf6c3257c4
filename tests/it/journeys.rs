//! Whole journeys as lists of actions: the walks of mission/walks.md to the penny, and what the
//! planner does with wrong input, second thoughts, files, Back, clearing and leaving. No browser.

use planner::app::action::{Action, Direction, Effect};
use planner::app::check::{all_fields, problems};
use planner::app::field::{Field, Kind, SpellField, WorkerField, YearField};
use planner::app::spells::Preset;
use planner::app::{Editing, Notice, Page, Start, State};
use planner::domain::budget::yearly;
use planner::domain::charging::{Charge, Free};
use planner::domain::date::{Stretch, Week};
use planner::domain::eligibility::{Standing, check as check_eligibility};
use planner::domain::entry::Reading;
use planner::domain::holding::{Priced, brought_forward};
use planner::domain::money::{Money, Range};
use planner::domain::plan::check::{Ask, Whom};
use planner::domain::plan::phase::{Phase, phases, stretches};
use planner::domain::plan::{Author, Line, LineId, Plan, Role, Way};
use planner::domain::projection::Year;
use planner::domain::workings::{Missing, Quantity, Sign, Source, Workings};
use planner::file::{self, FileError};
use planner::partner::Settings;

use crate::visit::{Visit, demoshire, pounds, start};

/// Walk C up to its fifth minute: a parent compares the draft plan.
fn walk_c() -> Visit {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::Role, "supporter").does(Action::PressedContinue).opens(Page::Budget).enters_all(&[
        (Field::BudgetFrom, "letter"),
        (Field::Letter, "140"),
        (Field::HelpCounted, "yes"),
        (Field::HoursGiven, "20"),
        (Field::HoursWished, "8"),
    ]);
    visit.opens(Page::Support);
    let worker = visit.adds_hours("Someone to go out with", "5");
    visit.enters(Field::LineCouncilHours(worker), "3");
    visit.adds_amount("Swimming", "12");
    visit
}

/// Walk L up to its fifth minute: would I have to pay?
fn walk_l() -> Visit {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::Role, "me").enters_all(&[
        (Field::BudgetFrom, "letter"),
        (Field::Letter, "140"),
        (Field::Aftercare, "no"),
        (Field::Income, "245"),
        (Field::Housing, "10"),
        (Field::Costs, "15"),
    ]);
    visit
}

fn exactly(text: &str) -> Range {
    Range::exactly(pounds(text))
}

#[track_caller]
fn year(visit: &Visit, way: Way) -> Year {
    visit.state.year(way).unwrap_or_else(|missing| panic!("{missing:?}"))
}

// The walks.

#[test]
fn walk_c_minute_2_shows_what_twelve_hours_of_help_are_worth() {
    let visit = walk_c();
    let [(own, by_own), (council, by_council)] = visit.state.help_gaps();
    assert_eq!((own, by_own.unwrap().value), ("own", pounds("228.00")));
    assert_eq!((council, by_council.unwrap().value), ("council", pounds("264.00")));
    assert_eq!(visit.state.budget(), Some(exactly("140")));
}

#[test]
fn walk_c_minutes_2_to_5_price_the_plan_four_ways() {
    let visit = walk_c();
    let each = visit.state.each_way();
    assert_eq!(each.iter().map(|priced| priced.way).collect::<Vec<_>>(), Way::ALL, "one order, not by price");
    let check =
        |at: usize, costs: &[&str], running: Option<&str>, fee: Option<&str>, cost: &str, left: &str| {
            let priced: &Priced = &each[at];
            let lines: Vec<Money> = priced.lines.iter().map(|line| line.cost.unwrap().weekly()).collect();
            assert_eq!(lines, costs.iter().map(|cost| pounds(cost)).collect::<Vec<_>>(), "{:?}", priced.way);
            let found = priced.running.as_ref().map(|running| running.as_ref().unwrap().value);
            assert_eq!(found, running.map(pounds), "{:?}", priced.way);
            let found = priced.fee.as_ref().map(|fee| fee.as_ref().unwrap().value);
            assert_eq!(found, fee.map(exactly), "{:?}", priced.way);
            let totals = priced.weekly.as_ref().unwrap().value;
            assert_eq!((totals.cost, totals.left), (exactly(cost), Some(exactly(left))), "{:?}", priced.way);
        };
    check(0, &["95.00", "12.00"], Some("4.00"), None, "111.00", "29.00");
    check(1, &["110.00", "12.00"], None, None, "110.00", "30.00");
    check(2, &["95.00", "12.00"], None, Some("11.20"), "118.20", "21.80");
    check(3, &["104.00", "12.00"], Some("4.00"), None, "120.00", "20.00");
}

#[test]
fn a_line_that_needs_agreement_stands_beside_the_total_in_both_readings() {
    let mut visit = walk_c();
    let swimming = visit.state.plan.lines[1].id;
    let priced = visit.state.under(Way::Council);
    let agreed = priced.if_agreed.unwrap();
    assert_eq!(agreed.lines, [swimming]);
    assert_eq!(priced.weekly.unwrap().value.left, Some(exactly("30.00")));
    assert_eq!(agreed.weekly.left, Some(exactly("18.00")));
    visit.enters(Field::LineAgreed(swimming), "yes");
    let priced = visit.state.under(Way::Council);
    assert_eq!((priced.weekly.unwrap().value.left, priced.if_agreed), (Some(exactly("18.00")), None));
}

#[test]
fn walk_c_minute_5_opens_the_year() {
    let year = year(&walk_c(), Way::Direct);
    assert_eq!(year.end(), pounds("1508.00"));
    assert_eq!(year.limit.unwrap().value, pounds("1120.00"));
    let passed = year.limit_passed().unwrap();
    assert_eq!((passed.week.number(), passed.balance), (39, pounds("1131.00")));
    assert_eq!(year.four_weeks().count(), 13);
}

#[test]
fn walk_c_minute_6_adds_weeks_in_hospital() {
    let mut visit = walk_c();
    let stay = Stretch { from: Week::new(20).unwrap(), until: Week::new(22).unwrap() };
    visit.opens(Page::Spells).does(Action::PaintedWeeks(stay, Phase::Hospital));
    let mut check = |kept: &str, out: &str, week: i64, balance: &str| {
        visit.enters(Field::Year(YearField::Kept), kept);
        let year = year(&visit, Way::Direct);
        let weeks = year.weeks.iter().filter(|week| week.in_hospital()).collect::<Vec<_>>();
        assert_eq!(weeks.iter().map(|week| week.week.number()).collect::<Vec<_>>(), [20, 21, 22]);
        assert!(weeks.iter().all(|week| week.paid_out == pounds(out)), "{kept}");
        let passed = year.limit_passed().unwrap();
        assert_eq!((passed.week.number(), passed.balance), (week, pounds(balance)), "{kept}");
        assert_eq!(year.stopping(Phase::Hospital).count(), 2, "both lines are named");
    };
    check("nothing", "0", 28, "1145.00");
    check("half", "47.50", 33, "1147.50");
}

#[test]
fn walk_c_minute_7_raises_the_workers_price() {
    let mut visit = walk_c();
    visit
        .opens(Page::Year)
        .enters_all(&[(Field::Year(YearField::Rise), "6"), (Field::Year(YearField::RiseFrom), "27")]);
    let year = year(&visit, Way::Direct);
    assert_eq!(year.prices, Some((pounds("19.00"), pounds("20.14"))));
    for week in &year.weeks {
        let expected = if week.week.number() < 27 { "111.00" } else { "116.70" };
        assert_eq!(week.paid_out, pounds(expected), "week {}", week.week.number());
    }
    assert_eq!(year.end(), pounds("1359.80"));
}

#[test]
fn walk_l_minute_3_works_out_what_may_be_paid() {
    let visit = walk_l();
    let Charge::AtMost(estimate) = visit.state.charge() else { panic!("{:?}", visit.state.charge()) };
    assert_eq!(estimate.weekly.value, pounds("20.00"));
    assert_eq!(estimate.without_costs, pounds("35.00"));
    let money = |text: &str| Quantity::Money(pounds(text));
    let signed = |workings: &Workings| -> Vec<(Sign, Quantity)> {
        workings.steps.iter().map(|step| (step.sign, step.amount)).collect()
    };
    let workings = &estimate.weekly.workings;

    assert_eq!(
        signed(workings),
        [
            (Sign::Start, money("245")),
            (Sign::NotCounted, money("0")),
            (Sign::Minus, money("200")),
            (Sign::Minus, money("10")),
            (Sign::Minus, money("15"))
        ]
    );
    let split = visit.state.split().unwrap();
    assert_eq!((split.council, split.you), (exactly("120.00"), exactly("20.00")));
}

#[test]
fn walk_l_minute_5_counts_started_steps_of_savings_and_then_aftercare() {
    let mut visit = walk_l();
    visit.enters(Field::Savings, "15,000");
    let Charge::AtMost(estimate) = visit.state.charge() else { panic!("{:?}", visit.state.charge()) };
    assert_eq!(estimate.weekly.value, pounds("23.00"));
    visit.enters(Field::Aftercare, "yes");
    assert_eq!(visit.state.charge(), Charge::Free(Free::Aftercare));
    assert_eq!(visit.state.split().unwrap().you, exactly("0"));
    visit.enters(Field::Aftercare, "not-sure");
    assert_eq!((visit.state.charge(), visit.state.split()), (Charge::AskAboutAftercare, None));
}

#[test]
fn walk_l_minute_5_brings_ways_forward_and_hides_none() {
    let mut visit = walk_l();
    visit.opens(Page::Ways).enters(Field::Carry, "1");
    assert_eq!(brought_forward(visit.state.plan.carry), [Way::Council, Way::Isf]);
    assert_eq!(visit.state.each_way().len(), 4);
}

#[test]
fn walk_p_minute_6_uses_the_published_range_before_and_after_help() {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::Role, "together").opens(Page::Budget).enters(Field::BudgetFrom, "published");
    let range = Range { low: pounds("120"), high: pounds("150") };
    assert_eq!(visit.state.budget(), Some(range));
    assert_eq!(yearly(range, None), Range { low: pounds("6240"), high: pounds("7800") });
    visit.enters_all(&[(Field::HelpCounted, "no"), (Field::HoursGiven, "4"), (Field::HoursWished, "2")]);
    let both = visit.state.indicative();
    assert_eq!(both.without_help.unwrap().value, range);
    assert_eq!(both.with_help.unwrap().value, Range { low: pounds("76"), high: pounds("106") });
    visit.enters(Field::Aftercare, "not-sure");
    assert_eq!(visit.state.charge(), Charge::AskAboutAftercare);
}

#[test]
fn a_range_is_shown_in_the_year_at_its_lower_end_until_the_higher_is_asked_for() {
    let mut visit = walk_c();
    visit.enters(Field::BudgetFrom, "published");
    assert_eq!(year(&visit, Way::Direct).weeks[0].paid_in, pounds("120"));
    visit.enters(Field::Year(YearField::End), "high");
    assert_eq!(year(&visit, Way::Direct).weeks[0].paid_in, pounds("150"));
}

// Any order, everything skippable.

#[test]
fn with_everything_skipped_continue_still_reaches_every_page() {
    for role in [None, Some("me"), Some("supporter"), Some("together")] {
        for settings in [Settings::default(), demoshire()] {
            let mut visit = Visit::with(settings);
            if let Some(role) = role {
                visit.enters(Field::Role, role);
            }
            let mut reached = vec![visit.state.page()];
            while reached.len() < 30 && visit.state.page() != Page::Keep {
                visit.does(Action::PressedContinue);
                assert!(!visit.state.is_checked, "{role:?} {:?}", visit.state.page());
                reached.push(visit.state.page());
            }
            // Some pages stand beside the way.
            let is_beside = |page: &Page| Page::BESIDE.iter().any(|(beside, _)| beside == page);
            for page in Page::ALL.into_iter().filter(|page| !is_beside(page)) {
                assert!(reached.contains(&page), "{role:?} never reaches {page:?}: {reached:?}");
            }
        }
    }
}

#[test]
fn each_page_opens_from_each_other_and_a_new_entry_comes_with_it() {
    for from in Page::ALL {
        for to in Page::ALL {
            let mut visit = Visit::at_demoshire();
            visit.opens(from).opens(to);
            assert_eq!(visit.state.page(), to, "from {from:?}");
            let is_new = from != to;
            let pushes = visit.effects.iter().any(|effect| matches!(effect, Effect::PushEntry(_)));
            assert_eq!(pushes, is_new, "{from:?} to {to:?}");
            assert!(visit.effects.contains(&Effect::FocusHeading), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn a_supporter_says_early_what_help_they_give() {
    let place = |role, page| Page::order(role).iter().position(|each| *each == page).unwrap();
    assert_eq!(place(Some(Role::Supporter), Page::Budget), 1);
    for role in [None, Some(Role::Me), Some(Role::Together)] {
        assert_eq!(place(role, Page::Ways), 1);
    }
}

// Whose words.

#[test]
fn each_text_carries_whose_words_it_holds_and_who_typed_it() {
    let check = |role: &str, typed_by: Author| {
        let mut visit = Visit::at_demoshire();
        visit.enters(Field::Role, role).enters(Field::Wish(Author::Person), "Sundays out");
        let words = visit.state.plan.matters.wish.all().next().unwrap().clone();
        assert_eq!((words.by, words.typed_by), (Author::Person, typed_by), "{role}");
    };
    check("me", Author::Person);
    check("supporter", Author::Supporter);
    check("together", Author::Worker);

    let mut visit = Visit::at_demoshire();
    visit.enters(Field::Role, "supporter").enters(Field::Wish(Author::Supporter), "A rest");
    visit.enters(Field::Wish(Author::Person), "Sundays out");
    let voices: Vec<Author> = visit.state.plan.matters.wish.all().map(|words| words.by).collect();
    assert_eq!(voices, [Author::Person, Author::Supporter], "the person's own words come first");
}

// Wrong input.

#[test]
fn continue_with_wrong_input_stays_says_so_and_keeps_what_was_typed() {
    let check = |page: Page, before: &[(Field, &str)], field: Field, text: &str, message: &str| {
        let mut visit = Visit::with(Settings::default());
        visit.opens(page).enters_all(before).enters(field, text);
        assert!(!visit.state.is_checked, "{text}: the sentence waits for Continue");
        visit.does(Action::PressedContinue);
        assert_eq!((visit.state.page(), visit.state.is_checked), (page, true), "{text}");
        assert_eq!(visit.effects, [Effect::FocusErrors]);
        let found = problems(&visit.state);
        assert_eq!(
            found.iter().map(|problem| (problem.field, problem.message())).collect::<Vec<_>>(),
            [(field, message.to_owned())]
        );
        assert_eq!(field.text(&visit.state.plan), text);
        // Any other page can still be opened, and the text stays.
        visit.opens(Page::Tasks).opens(page);
        assert_eq!(field.text(&visit.state.plan), text);
    };
    let letter = [(Field::BudgetFrom, "letter")];
    let no_aftercare = [(Field::Aftercare, "no")];
    check(Page::Budget, &letter, Field::Letter, "12,3,4", "error-unreadable-money");
    check(Page::Budget, &letter, Field::Letter, "-5", "error-negative");
    check(Page::Budget, &letter, Field::Letter, "a lot", "error-unreadable-money");
    check(Page::Budget, &letter, Field::Letter, "£10000000000", "error-too-large-money");
    check(Page::Budget, &letter, Field::Letter, "", "error-missing-budget-letter");
    check(Page::Budget, &[], Field::HoursGiven, "169", "error-too-large-hours");
    check(Page::Budget, &[], Field::On, "31 2 2026", "error-unreadable-date");
    check(Page::Pay, &no_aftercare, Field::Income, "1.234", "error-decimals-money");
    check(Page::Support, &[], Field::IsfFee, "108", "error-too-large-percent");
    check(Page::Support, &[], Field::Limit, "1.5", "error-unreadable-weeks");
    check(
        Page::Year,
        &[(Field::Year(YearField::RiseFrom), "3")],
        Field::Year(YearField::Rise),
        "",
        "error-missing-year-rise",
    );
}

#[test]
fn a_line_is_done_only_when_it_can_be_priced() {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Support).does(Action::AddedLine);
    let Some(Editing::Line(id)) = visit.state.editing else { panic!("no line is open") };
    visit.enters(Field::LineSupport(id), "paid");
    let mut check = |entries: &[(Field, &str)], expected: &[&str]| {
        visit.enters_all(entries).does(Action::FinishedEditing);
        let found: Vec<String> = problems(&visit.state).iter().map(|problem| problem.message()).collect();
        assert_eq!(found, expected);
        assert_eq!(visit.state.editing.is_none(), expected.is_empty());
    };
    check(&[], &["error-missing-support-name"]);
    check(
        &[(Field::LineCostBy(id), "amount")],
        &["error-missing-support-name", "error-missing-support-amount"],
    );
    let name = (Field::LineName(id, Author::Person), "Art class");
    check(
        &[name, (Field::LineRhythm(id), "once")],
        &["error-missing-support-amount", "error-missing-support-week"],
    );
    check(
        &[(Field::LineCostBy(id), "hours"), (Field::LineRhythm(id), "weekly"), (Field::LineHours(id), "2")],
        &[],
    );
    visit.does(Action::OpenedLine(id)).enters(Field::LineCouncilHours(id), "3").does(Action::FinishedEditing);
    let found: Vec<String> = problems(&visit.state).iter().map(|problem| problem.message()).collect();
    assert_eq!(found, ["error-unfitting-support-council-hours"]);
}

/// A text that nobody can see must not hold anybody up.
#[test]
fn a_wrong_text_in_a_field_that_is_not_shown_holds_nothing_up() {
    let mut held_up = Vec::new();
    let mut check = |page: Page, entries: &[(Field, &str)]| {
        let mut visit = Visit::at_demoshire();
        visit.opens(page).enters_all(entries).does(Action::PressedContinue);
        if visit.state.page() == page {
            held_up.push(format!("{entries:?}"));
        }
    };
    check(Page::Budget, &[(Field::Letter, "a lot"), (Field::BudgetFrom, "none")]);
    check(Page::Budget, &[(Field::OwnHour, "a lot")]);
    check(Page::Pay, &[(Field::Aftercare, "no"), (Field::Income, "a lot"), (Field::Aftercare, "yes")]);

    let mut check = |entries: fn(LineId) -> Vec<(Field, &'static str)>| {
        let mut visit = Visit::at_demoshire();
        visit.opens(Page::Support);
        let id = visit.opens_new_line("Swimming");
        visit.enters(Field::LineSupport(id), "paid").enters_all(&entries(id)).does(Action::FinishedEditing);
        if visit.state.editing.is_some() {
            held_up.push(format!("{:?}", entries(id)));
        }
    };
    check(|id| {
        vec![
            (Field::LineCostBy(id), "hours"),
            (Field::LineHours(id), "a lot"),
            (Field::LineCostBy(id), "amount"),
            (Field::LineAmount(id), "12"),
        ]
    });
    check(|id| {
        vec![
            (Field::LineCostBy(id), "amount"),
            (Field::LineAmount(id), "12"),
            (Field::LineRhythm(id), "once"),
            (Field::LineWeek(id), "soon"),
            (Field::LineRhythm(id), "weekly"),
        ]
    });
    check(|id| {
        vec![
            (Field::LineCostBy(id), "amount"),
            (Field::LineAmount(id), "a lot"),
            (Field::LineSupport(id), "unpaid"),
        ]
    });
    assert!(held_up.is_empty(), "\n{}", held_up.join("\n"));
}

#[test]
fn an_unreadable_figure_makes_each_figure_that_needs_it_unknown() {
    let whole = || {
        let mut visit = walk_c();
        visit.enters_all(&[
            (Field::Aftercare, "no"),
            (Field::Income, "245"),
            (Field::Housing, "10"),
            (Field::Costs, "15"),
            (Field::Savings, "15000"),
        ]);
        visit
    };
    let missing = |unknown: Option<Vec<Missing>>| -> Vec<&str> {
        unknown.unwrap_or_default().iter().map(|missing| missing.0).collect()
    };
    // Every figure that there is, by name, with the reasons why it is not known.
    let figures = |visit: &Visit| -> Vec<(String, Vec<&'static str>)> {
        let state = &visit.state;
        let mut all = vec![
            ("budget with help".to_owned(), missing(state.indicative().with_help.err())),
            ("budget without help".to_owned(), missing(state.indicative().without_help.err())),
        ];
        all.extend(state.help_gaps().map(|(key, gap)| (format!("gap {key}"), missing(gap.err()))));
        let charge = match state.charge() {
            Charge::NotKnown(unknown) => Some(unknown.missing),
            _ => None,
        };
        all.push(("charge".into(), missing(charge)));
        for priced in state.each_way() {
            let key = priced.way.key();
            all.push((format!("week {key}"), missing(priced.weekly.err())));
            all.push((format!("year cost {key}"), missing(priced.yearly.err())));
            all.push((format!("year {key}"), missing(state.year(priced.way).err())));
        }
        all
    };
    assert!(figures(&whole()).iter().all(|(_, reasons)| reasons.is_empty()), "{:?}", figures(&whole()));
    let worker = whole().state.plan.lines[0].id;
    let swimming = whole().state.plan.lines[1].id;
    let check = |field: Field, reason: &str, needs: &[&str]| {
        let mut visit = whole();
        visit.enters(field, "12,3,4");
        for (name, reasons) in figures(&visit) {
            let is_needed = needs.iter().any(|need| name.starts_with(need));
            assert_eq!(reasons.contains(&reason), is_needed, "{field:?}: {name} {reasons:?}");
        }
        visit.enters(field, "");
        assert!(!figures(&visit).iter().any(|(_, reasons)| reasons.contains(&reason)), "{field:?} emptied");
    };
    check(
        Field::Letter,
        "missing-letter-unreadable",
        &["budget", "year direct", "year council", "year isf", "year mixed"],
    );
    check(Field::HoursGiven, "missing-hours-unreadable", &["budget without", "gap"]);
    check(Field::Income, "missing-income-unreadable", &["charge"]);
    check(Field::Housing, "missing-housing-unreadable", &["charge"]);
    check(Field::Costs, "missing-costs-unreadable", &["charge"]);
    check(Field::Savings, "missing-savings-unreadable", &["charge"]);
    check(Field::LineHours(worker), "missing-line-unreadable", &["week", "year"]);
    check(Field::LineAmount(swimming), "missing-line-unreadable", &["week", "year"]);
    check(
        Field::LineCouncilHours(worker),
        "missing-line-unreadable",
        &["week mixed", "year cost mixed", "year mixed"],
    );
    check(
        Field::Year(YearField::Rise),
        "missing-rise-unreadable",
        &["year direct", "year council", "year isf", "year mixed"],
    );
    check(
        Field::On,
        "missing-date-unreadable",
        &["budget", "charge", "year direct", "year council", "year isf", "year mixed"],
    );
}

#[test]
fn a_local_price_that_cannot_be_read_makes_what_needs_it_unknown_and_nothing_else() {
    let mut problems = Vec::new();
    let mut check = |field: Field, reason: &str, unknown: &[Way], gap: Option<&str>| {
        let mut visit = walk_c();
        visit.enters(field, "a lot");
        let mut expect = |figure: String, found: Vec<Missing>, is_needed: bool| {
            let found: Vec<&str> = found.iter().map(|missing| missing.0).collect();
            let expected: &[&str] = if is_needed { &[reason] } else { &[] };
            if found != expected {
                problems.push(format!("{field:?} makes {figure} unknown for {found:?}, not {expected:?}"));
            }
        };
        for priced in visit.state.each_way() {
            let found = priced.weekly.err().unwrap_or_default();
            expect(format!("{:?}", priced.way), found, unknown.contains(&priced.way));
        }
        for (key, figure) in visit.state.help_gaps() {
            expect(format!("the gap, {key}"), figure.err().unwrap_or_default(), gap == Some(key));
        }
        let without_help = visit.state.indicative().without_help.err().unwrap_or_default();
        expect("the budget without help".into(), without_help, field == Field::CouncilHour);
    };
    let by_worker = [Way::Direct, Way::Isf, Way::Mixed];
    check(Field::OwnHour, "missing-own-hour-unreadable", &by_worker, Some("own"));
    check(
        Field::CouncilHour,
        "missing-council-hour-unreadable",
        &[Way::Council, Way::Mixed],
        Some("council"),
    );
    check(Field::Running, "missing-running-unreadable", &[Way::Direct, Way::Mixed], None);
    check(Field::IsfFee, "missing-isf-fee-unreadable", &[Way::Isf], None);
    check(Field::Limit, "", &[], None);
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn a_typed_price_takes_the_place_of_the_partners_and_says_whose_it_is() {
    let mut visit = walk_c();
    visit.enters(Field::OwnHour, "20");
    let hour = visit.state.prices().own_hour.unwrap();
    assert_eq!((hour.value, hour.source), (pounds("20"), Source::You));
    assert_eq!(visit.state.under(Way::Direct).weekly.unwrap().value.cost, exactly("116.00"));
    visit.enters(Field::OwnHour, "");
    assert_eq!(visit.state.prices().own_hour.unwrap().source, Source::Settings);
}

// Second thoughts.

#[test]
fn a_line_taken_out_comes_back_in_its_place() {
    let mut visit = walk_c();
    let before = visit.state.plan.clone();
    for line in before.lines.iter().map(|line| line.id) {
        visit.does(Action::RemovedLine(line));
        assert_eq!(visit.state.plan.lines.len(), 1);
        assert_eq!(
            (visit.state.notice.clone(), &visit.effects),
            (Some(Notice::Removed), &vec![Effect::FocusNotice])
        );
        visit.does(Action::UndidRemoval);
        assert_eq!((&visit.state.plan, &visit.state.notice, &visit.state.removed), (&before, &None, &None));
    }
}

#[test]
fn an_outcome_taken_out_comes_back_with_its_lines() {
    let mut visit = walk_c();
    let out = visit.adds_outcome("Getting out on Sundays");
    let quiet = visit.adds_outcome("Quiet mornings");
    let lines: Vec<_> = visit.state.plan.lines.iter().map(|line| line.id).collect();
    visit.enters(Field::LineOutcome(lines[0]), &out.0.to_string());
    visit.enters(Field::LineOutcome(lines[1]), &quiet.0.to_string());
    let before = visit.state.plan.clone();
    visit.does(Action::RemovedOutcome(out));
    assert_eq!(visit.state.plan.line(lines[0]).unwrap().outcome, None, "the line itself stays");
    assert_eq!(visit.state.plan.line(lines[1]).unwrap().outcome, Some(quiet));
    visit.does(Action::UndidRemoval);
    assert_eq!(visit.state.plan, before);
}

#[test]
fn a_line_is_duplicated_beside_itself_and_moves_among_its_neighbours() {
    let mut visit = walk_c();
    let [worker, swimming] = [0, 1].map(|at: usize| visit.state.plan.lines[at].id);
    visit.does(Action::DuplicatedLine(worker));
    let copy = visit.state.plan.lines[1].clone();
    assert!(copy.id != worker && copy.id != swimming);
    assert_eq!(visit.state.editing, Some(Editing::Line(copy.id)));
    assert_eq!(Line { id: worker, ..copy.clone() }, visit.state.plan.lines[0]);
    visit.does(Action::FinishedEditing);
    let order = |visit: &Visit| visit.state.plan.lines.iter().map(|line| line.id).collect::<Vec<_>>();
    assert_eq!(order(&visit), [worker, copy.id, swimming]);
    visit.does(Action::MovedLine(swimming, Direction::Up));
    assert_eq!(order(&visit), [worker, swimming, copy.id]);
    visit.does(Action::MovedLine(worker, Direction::Down));
    assert_eq!(order(&visit), [swimming, worker, copy.id]);
    visit.does(Action::MovedLine(swimming, Direction::Up)).does(Action::MovedLine(copy.id, Direction::Down));
    assert_eq!(order(&visit), [swimming, worker, copy.id], "the ends stay where they are");
}

#[test]
fn a_line_moves_past_lines_that_serve_something_else() {
    let mut visit = walk_c();
    let out = visit.adds_outcome("Getting out on Sundays");
    visit.opens(Page::Support);
    let [worker, swimming] = [0, 1].map(|at: usize| visit.state.plan.lines[at].id);
    visit.enters(Field::LineOutcome(swimming), &out.0.to_string());
    let art = visit.adds_amount("Art class", "5");
    visit.does(Action::MovedLine(art, Direction::Up));
    let beside: Vec<_> =
        visit.state.plan.lines.iter().filter(|line| line.outcome.is_none()).map(|line| line.id).collect();
    assert_eq!(beside, [art, worker], "one press is one place among the lines shown with it");
}

#[test]
fn what_was_added_and_never_filled_leaves_without_a_trace() {
    for leave in [
        Action::OpenedPage(Page::Tasks),
        Action::OpenedPage(Page::Support),
        Action::AddedLine,
        Action::WentTo(0),
        Action::PressedContinue,
    ] {
        let mut visit = walk_c();
        let ids = |visit: &Visit| visit.state.plan.lines.iter().map(|line| line.id).collect::<Vec<_>>();
        let before = ids(&visit);
        visit.opens(Page::Support).does(Action::AddedLine).does(leave.clone());
        let mut left = ids(&visit);
        if let Some(Editing::Line(open)) = visit.state.editing {
            left.retain(|id| *id != open);
        }
        if leave != Action::PressedContinue {
            assert_eq!(left, before, "{leave:?}");
        }
    }
    let mut visit = walk_c();
    visit.opens(Page::Matters).does(Action::AddedOutcome).does(Action::WentTo(0));
    assert_eq!(visit.state.plan.outcomes, [], "Back");
}

// Files.

fn opened(visit: &Visit) -> Action {
    Action::ReadFile(file::read(visit.state.plan_file().as_bytes()).map(Box::new))
}

#[test]
fn a_file_that_was_opened_takes_the_place_of_the_plan_and_can_be_undone() {
    let mut visit = walk_l();
    let before = visit.state.plan.clone();
    visit.does(opened(&walk_c()));
    assert_eq!(visit.state.plan.lines.len(), 2);
    assert!(visit.state.is_unsaved, "what the file took the place of is in no file yet");
    assert_eq!(visit.state.page(), Page::Tasks, "from the first page to the list");
    assert_eq!(visit.effects, [Effect::PushEntry(1), Effect::FocusNotice]);
    visit.does(Action::UndidOpening);
    assert_eq!((&visit.state.plan, visit.state.is_unsaved), (&before, true));
}

#[test]
fn undoing_an_opening_brings_back_what_this_version_does_not_know() {
    let strange =
        r#"{"format":"personal-budget-planner/plan","version":2,"plan":{"moods":["calm"],"role":"me"}}"#;
    let mut visit = Visit::at_demoshire();
    visit.does(Action::ReadFile(file::read(strange.as_bytes()).map(Box::new)));
    let before = visit.state.plan_file();
    assert!(before.contains("moods"));
    visit.does(opened(&walk_c()));
    assert!(!visit.state.plan_file().contains("moods"));
    visit.does(Action::UndidOpening);
    assert!(visit.state.plan_file() == before, "{:?}", visit.state.unknown);
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing() {
    for error in [FileError::TooLarge, FileError::NotAPlan, FileError::Damaged, FileError::WrongPart] {
        let mut visit = walk_c();
        let before = visit.state.clone();
        visit.does(Action::ReadFile(Err(error)));
        assert_eq!(visit.state, State { notice: Some(Notice::OpenFailed(error)), ..before });
        assert_eq!(visit.effects, [Effect::FocusNotice]);
    }
}

#[test]
fn saving_gives_a_file_and_waits_for_the_persons_word_that_it_is_there() {
    let mut visit = walk_c();
    visit.does(Action::AskedToSave);
    let text = visit.state.plan_file();
    let save = Effect::SaveFile { name: "my-plan-2026-11-22.json".into(), text };
    assert_eq!(visit.effects, [save, Effect::FocusNotice]);
    assert!(visit.state.is_unsaved, "a browser may block a file without a word");
    visit.does(Action::ConfirmedSave);
    assert!(!visit.state.is_unsaved);
    visit.enters(Field::Letter, "150");
    assert!(visit.state.is_unsaved);
}

// Back, clear, leave.

#[test]
fn back_goes_to_the_page_before_and_forward_comes_again() {
    let mut visit = walk_c();
    visit.opens(Page::Compare).opens(Page::Year);
    let place = visit.state.place;
    visit.does(Action::PressedBack);
    assert_eq!((visit.state.page(), &visit.effects), (Page::Year, &vec![Effect::GoBack(place)]));
    visit.does(Action::WentTo(place - 1));
    assert_eq!((visit.state.page(), &visit.effects), (Page::Compare, &vec![Effect::FocusHeading]));
    visit.does(Action::WentTo(place));
    assert_eq!(visit.state.page(), Page::Year);
    visit.does(Action::WentTo(99));
    assert_eq!((visit.state.page(), visit.effects.len()), (Page::Year, 0), "no such place");
    visit.does(Action::WentTo(place - 1)).opens(Page::Keep);
    assert_eq!(visit.state.trail.last(), Some(&Page::Keep), "a new page takes the place of what was ahead");
}

#[test]
fn clearing_is_asked_about_and_then_leaves_nothing() {
    let mut visit = walk_c();
    visit.does(Action::ReadFile(file::read(walk_l().state.plan_file().as_bytes()).map(Box::new)));
    visit.does(Action::RemovedLine(LineId(1))).opens(Page::Keep).does(Action::ToggledTerm("outcome".into()));
    visit.does(Action::AskedToClear);
    assert!(visit.state.is_asking_to_clear && *visit.state.plan != Plan::default());
    visit.does(Action::KeptAnswers);
    assert!(!visit.state.is_asking_to_clear && *visit.state.plan != Plan::default());
    visit.does(Action::AskedToClear).does(Action::Cleared);
    assert_eq!(visit.effects, [Effect::Forget, Effect::EraseStored, Effect::FocusHeading]);
    assert!(visit.state.trail.iter().all(|page| *page == Page::Start), "Back shows nothing but first pages");
    let fresh = State {
        trail: visit.state.trail.clone(),
        place: visit.state.place,
        notice: Some(Notice::Cleared),
        ..State::new(start(demoshire()))
    };
    assert_eq!(visit.state, fresh);
}

#[test]
fn leaving_forgets_everything_first() {
    let ways: [&[Action]; 2] = [
        &[Action::AskedToLeave],
        &[Action::PressedShift(1), Action::PressedShift(2), Action::PressedShift(3)],
    ];
    for actions in ways {
        let mut visit = walk_c();
        let place = visit.state.place;
        for action in actions {
            assert!(*visit.state.plan != Plan::default());
            visit.does(action.clone());
        }
        assert_eq!(visit.effects, [Effect::Forget, Effect::EraseStored, Effect::Leave(place)]);
        assert_eq!(*visit.state.plan, Plan::default());
        assert!(!visit.state.is_unsaved, "the browser's own warning must not stand in the way");
    }
}

// After a crash.

#[test]
fn what_was_held_brings_back_every_field_even_what_cannot_be_read() {
    let mut visit = walk_c();
    visit.adds_outcome("Getting out on Sundays");
    visit.opens(Page::Support);
    visit.opens_new_line("Art class");
    let texts = |field: Field, turn: usize| -> &str {
        match field.kind() {
            Kind::Words => ["Sundays “out”\n\tand home", "日曜日 🎨", " "][turn],
            Kind::Choice => "",
            _ => ["12,3,4", "a lot", "7"][turn],
        }
    };
    for turn in 0..3 {
        for field in all_fields(&visit.state.plan) {
            match field {
                Field::Role => visit.enters(field, "supporter"),
                Field::Agrees | Field::Aftercare | Field::HelpCounted => visit.enters(field, "not-sure"),
                Field::Nation => visit.enters(field, "wales"),
                Field::Carry => visit.enters(field, "3"),
                Field::Way => visit.enters(field, "isf"),
                Field::BudgetFrom => visit.enters(field, "letter"),
                Field::CheckFor => visit.enters(field, "carer"),
                Field::Check(..) => visit.enters(field, "not-sure"),
                Field::Year(YearField::Kept) => visit.enters(field, "half"),
                Field::Year(YearField::End) => visit.enters(field, "high"),
                Field::OutcomeArea(_) => visit.enters(field, "faith"),
                Field::LineSupport(_) => visit.enters(field, "paid"),
                Field::LineCostBy(_) => visit.enters(field, "hours"),
                Field::LineRhythm(_) => visit.enters(field, "once"),
                Field::LineAgreed(_) => visit.enters(field, "yes"),
                Field::LetterPer
                | Field::ToldPer
                | Field::IncomePer
                | Field::HousingPer
                | Field::CostsPer => visit.enters(field, "month"),
                Field::LineOutcome(_) => &mut visit,
                _ => visit.enters(field, texts(field, turn)),
            };
        }
        let held = visit.state.held(&visit.state.plan_file());
        let again = State::new(Start { held: Some(held), ..start(demoshire()) });
        for field in all_fields(&visit.state.plan) {
            assert_eq!(field.text(&again.plan), field.text(&visit.state.plan), "{field:?}");
        }
        assert_eq!((again.page(), again.place), (visit.state.page(), visit.state.place));
        assert_eq!((again.editing, again.is_unsaved), (visit.state.editing, true));
        assert_eq!(again.plan_file(), visit.state.plan_file());
    }
}

#[test]
fn what_was_held_and_cannot_be_read_leaves_a_fresh_planner() {
    for held in ["", "{", "[]", "{}", r#"{"plan_file":"{}"}"#, r#"{"plan_file":7,"place":-1}"#] {
        let state = State::new(Start { held: Some(held.into()), ..start(demoshire()) });
        assert_eq!(state, State::new(start(demoshire())), "{held}");
    }
}

#[test]
fn a_hard_word_opens_in_place_and_closes_again() {
    let mut visit = Visit::at_demoshire();
    visit.does(Action::ToggledTerm("outcome".into()));
    assert_eq!(visit.state.open_term.as_deref(), Some("outcome"));
    visit.does(Action::ToggledTerm("outcome".into()));
    assert_eq!(visit.state.open_term, None);
}

#[test]
fn what_is_typed_in_an_empty_or_blank_field_reads_as_blank() {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::Savings, " \t ");
    assert_eq!(visit.state.plan.pay.savings.reading(), Reading::Blank);
}

// The check, and a partner's table of points.

#[test]
fn the_check_stands_apart_by_whom_it_is_about_and_holds_nothing_up() {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Check).enters_all(&[
        (Field::CheckFor, "adult"),
        (Field::Check(Whom::Adult, Ask::Eating), "help"),
        (Field::Check(Whom::Adult, Ask::Home), "distress"),
        (Field::Check(Whom::Adult, Ask::Cause), "yes"),
        (Field::Check(Whom::Adult, Ask::Wellbeing), "yes"),
        (Field::Check(Whom::Adult, Ask::Work), "yes"),
    ]);
    let standing = |visit: &Visit| {
        check_eligibility(visit.state.nation(), &visit.state.plan.check).map(|found| found.standing)
    };
    assert_eq!(standing(&visit), Some(Standing::AsAsked));
    assert_eq!(Field::Check(Whom::Adult, Ask::Work).text(&visit.state.plan), "", "not a reply to this");
    visit.enters(Field::CheckFor, "carer");
    assert_eq!(standing(&visit), Some(Standing::Nothing));
    visit.enters(Field::Check(Whom::Carer, Ask::Health), "yes").enters(Field::CheckFor, "adult");
    assert_eq!(standing(&visit), Some(Standing::AsAsked), "the answers of both are kept");
    visit.does(Action::PressedContinue);
    assert_eq!(visit.state.page(), Page::Tasks);
    assert!(visit.state.done.contains(&Page::Check));
}

#[test]
fn points_are_looked_up_in_the_partners_table_and_may_be_left_empty() {
    let mut settings = demoshire();
    settings.points.rows = vec![(10, pounds("83.00")), (16, pounds("112.50"))];
    let mut visit = Visit::with(settings);
    visit.opens(Page::Budget).enters(Field::BudgetFrom, "points").does(Action::PressedContinue);
    assert!(visit.state.is_checked && visit.state.budget().is_none());
    visit.enters(Field::Points, "15");
    assert_eq!(visit.state.budget(), Some(exactly("83.00")));
    visit.enters(Field::Points, "9");
    assert_eq!(visit.state.indicative().with_help.err(), Some(vec![Missing("missing-points-below")]));
    visit.does(Action::PressedContinue);
    assert_eq!(visit.state.page(), Page::Pay, "what is not in the table is no mistake");
}

// Good and bad spells.

/// The hard weeks of the year, as "crisis 3-6".
fn hard_weeks(visit: &Visit) -> Vec<String> {
    let weeks = phases(&visit.state.plan.year.spells).unwrap_or_else(|missing| panic!("{missing:?}"));
    let hard = stretches(&weeks).filter(|(phase, _)| *phase != Phase::Well);
    hard.map(|(phase, weeks)| format!("{} {}-{}", phase.key(), weeks.from.number(), weeks.until.number()))
        .collect()
}

fn paints(visit: &mut Visit, from: i64, until: i64, phase: Phase) {
    let stretch = Stretch { from: Week::new(from).unwrap(), until: Week::new(until).unwrap() };
    visit.does(Action::PaintedWeeks(stretch, phase));
    assert_eq!(visit.effects, [], "the focus stays in the calendar");
}

#[test]
fn painted_weeks_are_spells_and_each_change_can_be_undone_and_brought_back() {
    let mut visit = walk_c();
    visit.opens(Page::Spells);
    paints(&mut visit, 20, 22, Phase::Hospital);
    paints(&mut visit, 22, 25, Phase::Recovering);
    assert_eq!(hard_weeks(&visit), ["hospital 20-21", "recovering 22-25"]);
    visit.does(Action::UndidSpells);
    assert_eq!(hard_weeks(&visit), ["hospital 20-22"]);
    assert_eq!(visit.effects, [Effect::Focus("spells-undo".into())]);
    visit.does(Action::UndidSpells);
    assert_eq!(hard_weeks(&visit), [""; 0]);
    assert_eq!(visit.effects, [Effect::Focus("spells-redo".into())], "the one button that is left");
    visit.does(Action::RedidSpells).does(Action::RedidSpells);
    assert_eq!(hard_weeks(&visit), ["hospital 20-21", "recovering 22-25"]);
    paints(&mut visit, 1, 52, Phase::Well);
    assert_eq!(hard_weeks(&visit), [""; 0]);
    visit.does(Action::RedidSpells);
    assert_eq!(hard_weeks(&visit), [""; 0], "what was undone before a new change is gone");
    visit.does(Action::Cleared).does(Action::UndidSpells);
    assert!(visit.state.plan.year.spells.is_empty(), "after clearing, nothing comes back");
}

#[test]
fn an_example_takes_the_place_of_what_was_typed_and_gives_it_back() {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Spells).does(Action::AddedSpell);
    let typed = visit.state.plan.year.spells[0].id;
    visit.enters(Field::Spell(typed, SpellField::From), "after Easter");
    visit.does(Action::ChosePreset(Preset::TwoWeeksInHospital));
    assert_eq!(hard_weeks(&visit), ["crisis 19-19", "hospital 20-21", "recovering 22-25"]);
    visit.does(Action::ChosePreset(Preset::ThreeHardSpells)).does(Action::UndidSpells);
    assert_eq!(hard_weeks(&visit).len(), 3);
    visit.does(Action::UndidSpells);
    assert_eq!(Field::Spell(typed, SpellField::From).text(&visit.state.plan), "after Easter");
}

#[test]
fn a_bad_winter_is_in_winter_whenever_the_year_starts() {
    let check = |starts: &str, expected: &str| {
        let mut visit = Visit::at_demoshire();
        visit.enters(Field::Year(YearField::Starts), starts).does(Action::ChosePreset(Preset::BadWinter));
        let first = visit.state.plan.year.spells[0].from.reading().known().unwrap();
        let (from, _) = visit.state.days_of(Stretch { from: first, until: first }).unwrap();
        assert_eq!(from.to_string(), expected, "{starts}");
        assert_eq!(hard_weeks(&visit).len(), 3, "{starts}: all of it is in the year");
    };
    check("", "2026-11-29");
    check("6/4/2026", "2026-11-30");
    check("10/1/2026", "2026-01-10");
    check("2/12/2026", "2026-12-02");
}

#[test]
fn weeks_that_two_spells_hold_are_told_at_the_field_and_in_the_year() {
    let mut visit = walk_c();
    visit.opens(Page::Spells).does(Action::AddedSpell).does(Action::AddedSpell);
    let ids: Vec<u32> = visit.state.plan.year.spells.iter().map(|spell| spell.id).collect();
    for (id, phase, from, until) in [(ids[0], "crisis", "3", "6"), (ids[1], "hospital", "6", "8")] {
        visit.enters_all(&[
            (Field::Spell(id, SpellField::Phase), phase),
            (Field::Spell(id, SpellField::From), from),
            (Field::Spell(id, SpellField::Until), until),
        ]);
    }
    visit.does(Action::PressedContinue);
    assert_eq!((visit.state.page(), visit.effects.clone()), (Page::Spells, vec![Effect::FocusErrors]));
    let told: Vec<(Field, String)> =
        problems(&visit.state).iter().map(|problem| (problem.field, problem.message())).collect();
    assert_eq!(told, [(Field::Spell(ids[1], SpellField::From), "error-unfitting-spells-from".to_owned())]);
    assert_eq!(visit.state.year(Way::Direct).unwrap_err(), [Missing("missing-spell-overlap")]);
    // Painting mends it: the later one holds the week.
    paints(&mut visit, 9, 9, Phase::Hospital);
    assert_eq!(hard_weeks(&visit), ["crisis 3-5", "hospital 6-9"]);
    assert_eq!(problems(&visit.state), []);
    visit.does(Action::UndidSpells);
    assert_eq!(Field::Spell(ids[0], SpellField::Until).text(&visit.state.plan), "6");
}

#[test]
fn mistakes_in_spells_are_told_in_the_order_of_the_page() {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Spells);
    for _ in 0..4 {
        visit.does(Action::AddedSpell);
    }
    let ids: Vec<u32> = visit.state.plan.year.spells.iter().map(|spell| spell.id).collect();
    let field = |place: usize, part| Field::Spell(ids[place], part);
    visit.enters_all(&[
        (field(0, SpellField::From), "9"),
        (field(0, SpellField::Until), "3"),
        (field(0, SpellField::Phase), "crisis"),
        (field(1, SpellField::From), "53"),
        (field(1, SpellField::Until), "52"),
        (field(2, SpellField::From), "12"),
        (field(2, SpellField::Until), "13"),
        (field(3, SpellField::Until), "20"),
    ]);
    let told: Vec<String> = problems(&visit.state).iter().map(|problem| problem.message()).collect();
    assert_eq!(
        told,
        [
            "error-unfitting-spells-until",
            "error-unreadable-week",
            "error-missing-spells-phase",
            "error-missing-spells-from"
        ]
    );
    let blank = Visit::at_demoshire().opens(Page::Spells).does(Action::AddedSpell).clone();
    assert_eq!(problems(&blank.state), [], "a spell that was only added stands in nobody's way");
}

#[test]
fn the_plan_pays_its_own_worker_by_the_wage_and_the_other_ways_stay_known() {
    let mut visit = walk_c();
    visit.enters(Field::Worker(WorkerField::Engaged), "employee");
    assert!(visit.state.year(Way::Direct).is_err(), "no wage yet");
    assert_eq!(year(&visit, Way::Council).end(), pounds("1560.00"), "nobody is on a payroll there");
    visit.enters_all(&[
        (Field::Worker(WorkerField::Wage), "13.50"),
        (Field::Worker(WorkerField::AgeBand), "22-to-pension"),
        (Field::Worker(WorkerField::PayPeriod), "four-weeks"),
        (Field::Worker(WorkerField::Insurance), "80"),
    ]);
    // 260 hours at 13.50, 80 of insurance, and swimming at 12 a week; no running costs on top.
    let direct = year(&visit, Way::Direct);
    assert_eq!(direct.paid_out(), pounds("3510.00") + pounds("80.00") + pounds("624.00"));
    assert_eq!(visit.state.prices().hour_of(Way::Direct).unwrap().value, pounds("13.81"));

    visit.enters(Field::Worker(WorkerField::Hours), "all day");
    visit.enters(Field::Worker(WorkerField::Engaged), "agency");
    visit.enters(Field::Worker(WorkerField::AgencyHour), "24");
    assert_eq!(visit.state.prices().hour_of(Way::Direct).unwrap().value, pounds("24"));
}
