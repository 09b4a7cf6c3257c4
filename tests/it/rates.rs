//! The dated figures: each with a value and a source or a reason for every period, the guarantee cell by
//! cell, looked up on both sides of each boundary, in no other nation, and what build.rs refuses.
//! What is done with them is in journeys.

use std::fs;
use std::path::{Path, PathBuf};

use planner::app::Page;
use planner::app::field::Field;
use planner::domain::charging::Charge;
use planner::domain::date::Date;
use planner::domain::money::Money;
use planner::domain::nation::Nation;
use planner::domain::workings::{Last, NotHeld, Source, Status, Why};
use planner::partner::Settings;
use planner::rates::{Area, Figure, Unit, all, look_up, years_known};
use xtask::rates::{FOLDER, days, figures, table};

use crate::visit::{TODAY, Visit, pounds};

const NATIONS: [Nation; 4] = [Nation::England, Nation::Scotland, Nation::Wales, Nation::NorthernIreland];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The first days of the years of the guarantee's table, and the last day of all.
const YEARS: [&str; 6] = ["2015-04-06", "2022-04-06", "2023-04-06", "2024-04-06", "2025-04-06", "2026-04-06"];
const END: &str = "2027-04-05";

/// Section 1.6 of the facts as it stands there: `c` corroborated, `u` unconfirmed.
const GUARANTEE: &str = "
single_18_24      | 72.40   | 74.60   | 82.15    | 87.65  | 89.15    | 95.40
single_25         | 91.40   | 94.15   | 103.65   | 110.60 | 112.50   | 120.40
single_pension    | 189.00  | 194.70  | 214.35   | 228.70 | 232.60   | 241.45
lone_parent       | 91.40   | 94.15   | 103.65 u | 110.60 | 112.50 c | 120.40 c
couple            | 71.80   | 73.95   | 81.40    | 86.85  | 88.35 c  | 94.55 u
couple_pension    | 144.30  | 148.65  | 163.65   | 174.60 | 177.55 c | 184.30 u
child             | 83.65   | 86.20   | 94.90    | 101.25 | 102.95 c | u
disability_single | 40.35   | 41.55   | 45.75    | 48.80  | 49.65    | 51.55 c
enhanced_single   | 19.70   | 20.30 u | 22.35 c  | 23.85  | 24.25    | u
disability_couple | 28.75   | 29.60   | 32.60    | 34.80  | 35.40 c  | u
enhanced_couple   | 14.15 u | 14.60 u | 16.05 u  | 17.15  | 17.45 c  | u
carer             | 43.25 u | 44.55 u | 49.05    | 52.35  | 53.25 c  | u
";

/// Who printed the plain cells, by the notes under that table: O official, S secondary.
const PRINTED: &str = "
single_18_24      | O | O | O | S | S | S
single_25         | O | O | O | S | S | S
single_pension    | O | O | O | S | S | S
lone_parent       | O | S | - | S | - | -
couple            | O | S | S | S | - | -
couple_pension    | O | S | S | S | - | -
child             | O | O | O | S | - | -
disability_single | O | S | S | S | S | -
enhanced_single   | O | - | - | S | S | -
disability_couple | O | S | S | S | - | -
enhanced_couple   | - | - | - | S | - | -
carer             | - | - | S | S | - | -
";

fn rows(table: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let row = |line: &'static str| {
        let mut cells = line.split('|').map(str::trim);
        (cells.next().unwrap(), cells.collect())
    };
    table.trim().lines().map(row).collect()
}

fn name_of(nation: Nation, name: &str) -> Option<&'static str> {
    all().iter().find(|figure| figure.area.has(nation) && figure.name == name).map(|figure| figure.name)
}

#[test]
fn every_cell_of_the_guarantee_is_as_the_facts_have_it() {
    let printed = rows(PRINTED);
    for (index, (row, cells)) in rows(GUARANTEE).into_iter().enumerate() {
        let name = name_of(Nation::England, &format!("guarantee.{row}")).unwrap();
        assert_eq!((printed[index].0, cells.len()), (row, YEARS.len()));
        for (year, cell) in cells.iter().enumerate() {
            let from = day(YEARS[year]);
            let until = YEARS.get(year + 1).map_or(day(END), |next| day(next).yesterday().unwrap());
            for on in [from, until] {
                let found = look_up(Nation::England, name, on);
                let context = format!("{row} on {on}: {cell}");
                if cell.ends_with('u') {
                    let NotHeld { why, from: start, until: end, .. } = found.unwrap_err();
                    assert_eq!((why, start, end), (Why::Unconfirmed, Some(from), Some(until)), "{context}");
                    continue;
                }
                let found = found.expect(&context);
                assert_eq!(found.value, pounds(cell.trim_end_matches(" c")), "{context}");
                let Source::Published(source) = found.source else { panic!("{context}: no source") };
                let status = match (cell.ends_with('c'), printed[index].1[year]) {
                    (true, "-") => Status::Corroborated,
                    (false, "O") => Status::Official,
                    (false, "S") => Status::Secondary,
                    other => panic!("{context}: {other:?}"),
                };
                assert_eq!(source.status, status, "{context}");
            }
        }
    }
}

/// Every cell of the facts that is marked `u` or UNCONFIRMED, outside the guarantee's table: nation,
/// figure, a day in each year so marked.
const UNCONFIRMED: &[(Nation, &str, &[&str])] = &[
    (Nation::England, "savings_credit.single", &["2025-06-01", "2026-06-01"]),
    (Nation::England, "savings_credit.couple", &["2025-06-01", "2026-06-01"]),
    (Nation::England, "disregard.arrears_weeks", &["2026-06-01"]),
    (Nation::England, "disregard.sale_proceeds_weeks", &["2026-06-01"]),
    (Nation::England, "benefit.universal_credit_lcwra", &["2026-06-01"]),
    (Nation::Wales, "charge.maximum_weekly", &["2026-06-01"]),
    (Nation::Wales, "capital.limit_home", &["2026-06-01"]),
    (Nation::Wales, "capital.limit_care_home", &["2026-06-01"]),
    (Nation::Wales, "minimum_income.care_home", &["2026-06-01"]),
    (Nation::Scotland, "threshold.single_under", &["2026-06-01"]),
    (Nation::Scotland, "threshold.single_over", &["2026-06-01"]),
    (Nation::Scotland, "threshold.couple_under", &["2025-06-01", "2026-06-01"]),
    (Nation::Scotland, "threshold.couple_over", &["2025-06-01", "2026-06-01"]),
    (Nation::Scotland, "capital.guidance_upper", &["2026-06-01"]),
    (Nation::Scotland, "capital.guidance_lower_under", &["2026-06-01"]),
    (Nation::Scotland, "capital.guidance_lower_over", &["2026-06-01"]),
    (Nation::Scotland, "care_home.capital_lower", &["2026-06-01"]),
    (Nation::Scotland, "care_home.capital_upper", &["2026-06-01"]),
    (Nation::Scotland, "free_care.personal", &["2026-06-01"]),
    (Nation::Scotland, "free_care.nursing", &["2026-06-01"]),
    (Nation::Scotland, "benefit.income_support_couple", &["2026-06-01"]),
    (Nation::NorthernIreland, "care_home.personal_allowance", &["2025-06-01", "2026-06-01"]),
];

#[test]
fn no_figure_that_the_facts_mark_unconfirmed_has_a_value() {
    for (nation, name, dates) in UNCONFIRMED {
        for on in *dates {
            let found = look_up(*nation, name, day(on)).unwrap_err();
            assert_eq!(found.why, Why::Unconfirmed, "{nation:?} {name} on {on}");
            assert!(found.from.is_some_and(|from| from <= day(on)), "{nation:?} {name} on {on}");
        }
    }
}

/// Every other figure, as the facts print it: the years by their first half, the value, and the first letter
/// of the status. A year that is not listed has no value.
const VALUES: &[(Nation, &str, &str)] = &[
    (
        Nation::England,
        "capital.lower_limit",
        "2023 14250.00 S, 2024 14250.00 O, 2025 14250.00 S, 2026 14250.00 S",
    ),
    (
        Nation::England,
        "capital.upper_limit",
        "2023 23250.00 S, 2024 23250.00 O, 2025 23250.00 S, 2026 23250.00 S",
    ),
    (Nation::England, "capital.tariff_step", "2022-2026 250.00 S"),
    (Nation::England, "capital.tariff_per_step", "2022-2026 1.00 S"),
    (Nation::England, "savings_credit.single", "2023 6.50 S, 2024 6.95 S"),
    (Nation::England, "savings_credit.couple", "2023 9.75 C, 2024 10.40 S"),
    (Nation::England, "disregard.war_pension", "2022-2026 10.00 S"),
    (Nation::England, "disregard.injury_payment_weeks", "2022-2026 52.00 S"),
    (Nation::England, "disregard.arrears_weeks", ""),
    (Nation::England, "disregard.sale_proceeds_weeks", ""),
    (Nation::England, "limit.reablement_weeks", "2022-2026 6.00 O"),
    (Nation::England, "limit.minor_adaptation", "2022-2026 1000.00 O"),
    (Nation::England, "care_home.personal_allowance", "2024 30.15 S, 2025 30.65 S, 2026 31.80 S"),
    (Nation::Wales, "charge.maximum_weekly", "2022-2025 100.00 O"),
    (Nation::Wales, "capital.limit_home", "2022-2025 24000.00 O"),
    (Nation::Wales, "capital.limit_care_home", "2022-2025 50000.00 O"),
    (Nation::Wales, "limit.reablement_weeks", "2022-2026 6.00 O"),
    (Nation::Wales, "limit.respite_weeks", "2022-2026 8.00 O"),
    (Nation::Wales, "minimum_income.percent", "2022-2026 145.00 O"),
    (Nation::Wales, "minimum_income.buffer_percent", "2022-2026 35.00 O"),
    (Nation::Wales, "minimum_income.costs_percent", "2022-2026 10.00 O"),
    (Nation::Wales, "minimum_income.care_home", "2024 43.90 O, 2025 44.65 O"),
    (Nation::Scotland, "threshold.single_under", "2022 142.00 D, 2023 156.00 D, 2025 170.00 O"),
    (Nation::Scotland, "threshold.single_over", "2022 228.00 D, 2023 252.00 D, 2025 284.00 O"),
    (Nation::Scotland, "threshold.couple_under", "2022 216.00 D, 2023 238.00 D"),
    (Nation::Scotland, "threshold.couple_over", "2022 348.00 D, 2023 384.00 D"),
    (Nation::Scotland, "threshold.buffer_percent", "2022-2026 25.00 S"),
    (Nation::Scotland, "capital.guidance_upper", ""),
    (Nation::Scotland, "capital.guidance_lower_under", ""),
    (Nation::Scotland, "capital.guidance_lower_over", ""),
    (Nation::Scotland, "care_home.capital_lower", "2022 18500.00 O, 2024 21500.00 O, 2025 22000.00 O"),
    (Nation::Scotland, "care_home.capital_upper", "2022 29750.00 O, 2024 35000.00 O, 2025 35500.00 O"),
    (Nation::Scotland, "care_home.tariff_step", "2022-2026 250.00 O"),
    (Nation::Scotland, "care_home.tariff_per_step", "2022-2026 1.00 O"),
    (Nation::Scotland, "free_care.personal", "2024 248.70 O, 2025 254.60 O"),
    (Nation::Scotland, "free_care.nursing", "2024 111.90 O, 2025 114.55 O"),
    (Nation::Scotland, "fund.independent_living_weekly", "2024-2026 330.00 O"),
    (Nation::Scotland, "limit.reablement_days", "2022-2026 42.00 S"),
    (Nation::NorthernIreland, "care_home.capital_lower", "2025-2026 14250.00 O"),
    (Nation::NorthernIreland, "care_home.capital_upper", "2025-2026 23250.00 O"),
    (Nation::NorthernIreland, "care_home.tariff_step", "2025-2026 250.00 O"),
    (Nation::NorthernIreland, "care_home.tariff_per_step", "2025-2026 1.00 O"),
    (Nation::NorthernIreland, "care_home.personal_allowance", ""),
];

/// The figures of employing somebody and of spells, sections 1 and 5 of the facts on costs, likewise: `*`
/// everywhere, `b` Great Britain, `n` Northern Ireland, `e` England and Wales.
const EMPLOYING: &str = "
* minimum_wage.adult | 2025 12.21 O, 2026 12.71 O
* minimum_wage.young | 2025 10.00 O, 2026 10.85 O
* minimum_wage.child | 2025 7.55 O, 2026 8.00 O
* minimum_wage.adult_years | 2025-2026 21 O
* minimum_wage.young_years | 2025-2026 18 O
* minimum_wage.child_years | 2025-2026 16 O
* real_living_wage.hour | 2025 12.60 C, 2026 13.45 C
* real_living_wage.london_hour | 2025 13.85 C, 2026 14.80 C
* national_insurance.percent | 2025-2026 15 C
* national_insurance.from_week | 2025-2026 96 C
* national_insurance.from_four_weeks |
* national_insurance.from_month | 2025-2026 417 C
* national_insurance.from_year | 2025-2026 5000 C
* national_insurance.young_from_week | 2025-2026 967 C
* national_insurance.young_from_four_weeks |
* national_insurance.young_from_month | 2025-2026 4189 C
* national_insurance.young_from_year | 2025-2026 50270 C
* national_insurance.young_years | 2025-2026 21 C
* national_insurance.allowance_year | 2025-2026 10500 C
* pension.trigger_week | 2025 192 O, 2026 192 D
* pension.trigger_four_weeks | 2025 768 O, 2026 768 D
* pension.trigger_month | 2025 833 O, 2026 833 D
* pension.trigger_year | 2025-2026 10000 C
* pension.lower_week | 2025 120 O, 2026 120 D
* pension.lower_four_weeks | 2025 480 O, 2026 480 D
* pension.lower_month | 2025 520 O, 2026 520 D
* pension.lower_year | 2025-2026 6240 C
* pension.upper_week | 2025 967 O, 2026 967 D
* pension.upper_four_weeks | 2025 3867 O, 2026 3867 D
* pension.upper_month | 2025 4189 O, 2026 4189 D
* pension.upper_year | 2025-2026 50270 C
* pension.employer_percent | 2025-2026 3 C
* pension.worker_percent | 2025-2026 5 C
* pension.from_years | 2025-2026 22 C
* holiday.year_weeks | 2025-2026 5.60 O
* holiday.most_days | 2025-2026 28 O
* working_time.week_hours | 2025-2026 48 O
* working_time.mean_weeks | 2025-2026 17 O
* sick_pay.week | 2025 118.75 O, 2026 123.25 O
* sick_pay.earnings_percent | 2026 80 C
* sick_pay.earnings_limit | 2025 125 O
* sick_pay.waiting_days | 2025 3 O
* sick_pay.most_weeks | 2025-2026 28 C
* sick_pay.linked_days | 2025-2026 56 C
* redundancy.least_years | 2025-2026 2 O
* redundancy.most_years | 2025-2026 20 O
* redundancy.middle_from_years | 2025-2026 22 O
* redundancy.older_from_years | 2025-2026 41 O
* redundancy.young_weeks | 2025-2026 0.50 O
* redundancy.middle_weeks | 2025-2026 1 O
* redundancy.older_weeks | 2025-2026 1.50 O
* notice.most_weeks | 2025-2026 12 C
b holiday.accrual_percent | 2024-2026 12.07 O
b redundancy.week_most | 2025 719 O, 2026 751 O
b redundancy.most | 2025 21570 O, 2026 22530 O
b no_work.day_most | 2024 38 C, 2025 39 S, 2026 41 S
b no_work.most_days | 2025-2026 5 S
b lay_off.row_weeks | 2025-2026 4 S
b lay_off.all_weeks | 2025-2026 6 S
b lay_off.of_weeks | 2025-2026 13 S
n redundancy.week_most | 2025 749 O, 2026 783 O
n redundancy.most | 2025 22470 O, 2026 23490 O
n no_work.day_most | 2026 41 S
n no_work.most_days | 2026 5 S
n lay_off.row_weeks | 2025-2026 4 O
n lay_off.all_weeks | 2025-2026 6 O
n lay_off.of_weeks | 2025-2026 13 O
e checks.basic | 2025-2026 21.50 C
e checks.standard | 2025-2026 21.50 C
e checks.enhanced | 2025-2026 49.50 C
e checks.update_year | 2025-2026 16 C
* chance.unwell_lately | 2024-2026 11.09 D
* chance.unwell_in_five | 2024-2026 6.55 D
* chance.unwell_settled | 2024-2026 4.04 D
* chance.well_again | 2024-2026 51.92 D
* chance.home_middle | 2024-2026 190.20 D
* chance.home_average | 2024-2026 179.50 D
";

/// The benefits of the facts on England, section 1.9 and the premiums of 1.6, and on Scotland, section 3.
const BENEFITS: &str = "
e benefit.attendance_higher | 2023 101.75 S, 2024 108.55 O, 2025 110.40 O, 2026 114.60 O
e benefit.attendance_lower | 2024 72.65 O, 2025 73.90 O, 2026 76.70 O
e benefit.daily_living_enhanced | 2023 101.75 S, 2024 108.55 S, 2025 110.40 S, 2026 114.60 S
e benefit.daily_living_standard | 2024 72.65 S, 2025 73.90 S, 2026 76.70 S
e benefit.mobility_enhanced | 2024 75.75 S, 2025 77.05 S, 2026 80.00 S
e benefit.mobility_standard | 2023 26.90 S, 2024 28.70 S, 2025 29.20 S, 2026 30.30 S
e benefit.carers_allowance | 2024 81.90 S, 2025 83.30 S, 2026 86.45 S
b benefit.state_pension_new | 2024 221.20 S, 2025 230.25 S, 2026 241.30 S
b benefit.state_pension_basic | 2024 169.50 S, 2025 176.45 S, 2026 184.90 S
b benefit.pension_credit_single | 2024 218.15 S, 2025 227.10 S, 2026 238.00 S
b benefit.pension_credit_couple | 2024 332.95 S, 2025 346.60 S, 2026 363.25 S
b benefit.severe_disability | 2024 81.50 S, 2025 82.90 S, 2026 86.05 S
b benefit.carer_addition | 2024 45.60 S, 2025 46.40 S, 2026 48.15 S
b benefit.universal_credit_under_25 | 2024 311.68 S, 2025 316.98 S, 2026 338.58 S
b benefit.universal_credit_25 | 2024 393.45 S, 2025 400.14 S, 2026 424.90 S
b benefit.universal_credit_carer | 2024 198.31 S, 2025 201.68 S, 2026 209.34 S
b benefit.universal_credit_lcwra | 2024 416.19 S, 2025 423.27 S
b benefit.universal_credit_lcwra_new | 2026 217.26 S
b benefit.disability_premium_single | 2025 43.20 S, 2026 44.85 S
b benefit.disability_premium_couple | 2025 61.65 S, 2026 64.00 S
b benefit.enhanced_premium_single | 2026 22.00 S
b benefit.enhanced_premium_couple | 2026 31.40 S
b benefit.income_support_single | 2025 92.05 S, 2026 95.55 S
b benefit.income_support_couple | 2025 144.65 S
";

/// Area, name and cells of every figure but the guarantee's.
fn listed() -> Vec<(Area, &'static str, &'static str)> {
    let own = VALUES.iter().map(|(nation, name, cells)| (Area::Of(*nation), *name, *cells));
    let shared = EMPLOYING.trim().lines().chain(BENEFITS.trim().lines()).map(|line| {
        let (name, cells) = line[2..].split_once(" |").unwrap();
        let area = match &line[..2] {
            "* " => Area::UnitedKingdom,
            "b " => Area::GreatBritain,
            "n " => Area::Of(Nation::NorthernIreland),
            "e " => Area::EnglandAndWales,
            other => panic!("{other}"),
        };
        (area, name, cells.trim())
    });
    own.chain(shared).collect()
}

#[test]
fn every_other_figure_is_as_the_facts_have_it() {
    for (area, name, cells) in listed() {
        let mut listed = Vec::new();
        for cell in cells.split(", ").filter(|cell| !cell.is_empty()) {
            let [years, value, status] = cell.split(' ').collect::<Vec<_>>()[..] else { panic!("{cell}") };
            let (first, last) = years.split_once('-').unwrap_or((years, years));
            let years = first.parse::<i16>().unwrap()..=last.parse::<i16>().unwrap();
            listed.extend(years.map(|year| (year, value, status)));
        }
        for nation in NATIONS.into_iter().filter(|nation| area.has(*nation)) {
            for year in 2022..=2026 {
                let context = format!("{nation:?} {name} in {year}");
                let found = look_up(nation, name, Date::constant(year, 6, 1));
                let Some((_, value, status)) = listed.iter().find(|(listed, ..)| *listed == year) else {
                    assert!(found.is_err(), "{context}: {found:?}");
                    continue;
                };
                let found = found.expect(&context);
                let Source::Published(source) = found.source else { panic!("{context}: no source") };
                let key = source.status.key();
                assert_eq!((found.value, &key[..1]), (pounds(value), &*status.to_lowercase()), "{context}");
            }
        }
    }
}

#[test]
fn every_figure_is_compared_with_the_facts() {
    let mut expected: Vec<(String, String)> =
        listed().into_iter().map(|(area, name, _)| (format!("{area:?}"), name.to_string())).collect();
    let england = format!("{:?}", Area::Of(Nation::England));
    expected
        .extend(rows(GUARANTEE).into_iter().map(|(row, _)| (england.clone(), format!("guarantee.{row}"))));
    expected.sort_unstable();
    let mut found: Vec<(String, String)> =
        all().iter().map(|figure| (format!("{:?}", figure.area), figure.name.to_string())).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn a_figure_of_several_nations_is_found_in_each_of_them() {
    let check = |name, expected: &[Nation]| {
        let found: Vec<Nation> =
            Nation::ALL.into_iter().filter(|nation| look_up(*nation, name, TODAY).is_ok()).collect();
        assert_eq!(found, expected, "{name}");
    };
    check("minimum_wage.adult", &Nation::ALL);
    check("holiday.accrual_percent", &[Nation::England, Nation::Scotland, Nation::Wales]);
    check("checks.enhanced", &[Nation::England, Nation::Wales]);
    check("redundancy.most", &NATIONS);
    let of = |nation| look_up(nation, "redundancy.week_most", TODAY).unwrap().value;
    assert_eq!((of(Nation::Wales), of(Nation::NorthernIreland)), (pounds("751"), pounds("783")));
    for name in planner::domain::employing::FIGURES {
        assert!(name_of(Nation::England, name).is_some(), "{name} is not there");
    }
}

#[test]
fn scottish_and_welsh_years_begin_on_their_own_days() {
    let check = |nation, name, on: &str, expected: Result<&str, Why>| {
        let found = look_up(nation, name, day(on)).map(|found| found.value).map_err(|error| error.why);
        assert_eq!(found, expected.map(pounds), "{name} on {on}");
    };
    let (limit, upper) = ("care_home.capital_lower", "care_home.capital_upper");
    check(Nation::Scotland, limit, "2022-04-10", Err(Why::NoPeriod));
    check(Nation::Scotland, limit, "2022-04-11", Ok("18500.00"));
    check(Nation::Scotland, upper, "2022-04-11", Ok("29750.00"));
    check(Nation::Scotland, limit, "2024-04-07", Err(Why::Unconfirmed));
    check(Nation::Scotland, limit, "2024-04-08", Ok("21500.00"));
    check(Nation::Scotland, upper, "2024-04-08", Ok("35000.00"));
    check(Nation::Wales, "minimum_income.care_home", "2025-04-06", Ok("43.90"));
    check(Nation::Wales, "minimum_income.care_home", "2025-04-07", Ok("44.65"));
}

#[test]
fn every_period_has_a_value_with_its_source_or_a_reason() {
    assert!(!all().is_empty());
    for figure in all() {
        assert!(!figure.periods.is_empty(), "{}", figure.name);
        for period in &figure.periods {
            let name = format!("{} from {}", figure.name, period.from);
            assert!(period.until.is_some(), "{name}: nothing is fixed without end");
            match &period.held {
                Ok((hundredths, source)) => {
                    assert!(*hundredths > 0, "{name}");
                    assert!(!source.title.trim().is_empty(), "{name}");
                    let is_address =
                        ["https://", "http://"].iter().any(|start| source.href.starts_with(start));
                    assert!(is_address && source.href.len() > 10, "{name}: {}", source.href);
                    assert_eq!((source.from, source.until), (period.from, period.until), "{name}");
                    assert!(
                        source.checked <= TODAY && source.checked >= Date::constant(2026, 1, 1),
                        "{name}"
                    );
                }
                Err(reason) => assert!(reason.len() > 10 && reason.ends_with('.'), "{name}: {reason}"),
            }
        }
    }
}

#[test]
fn a_unit_fits_the_name() {
    for figure in all() {
        let name = figure.name;
        assert_eq!(figure.unit == Unit::Percent, name.ends_with("percent"), "{name}");
        let is_four_weeks = name.ends_with("_four_weeks");
        assert_eq!(figure.unit == Unit::FourWeeks, is_four_weeks, "{name}");
        assert_eq!(figure.unit == Unit::Weeks, name.ends_with("_weeks") && !is_four_weeks, "{name}");
        assert_eq!(figure.unit == Unit::Days, name.ends_with("_days"), "{name}");
        assert_eq!(figure.unit == Unit::Chance, name.starts_with("chance."), "{name}");
        assert_eq!(figure.unit == Unit::Years, name.ends_with("_years"), "{name}");
        assert_eq!(figure.unit == Unit::Year, name.ends_with("_year"), "{name}");
        let is_month = name.contains(".universal_credit_") || name.ends_with("_month");
        assert_eq!(figure.unit == Unit::Month, is_month, "{name}");
        let is_limit = ["capital.", "care_home.capital_"].iter().any(|start| name.starts_with(start));
        let is_sum = (is_limit && !name.ends_with("_per_step")) || name.ends_with("tariff_step");
        assert_eq!(
            figure.unit == Unit::Pounds,
            is_sum
                || ["limit.minor_adaptation", "redundancy.most"].contains(&name)
                || (name.starts_with("checks.") && !name.ends_with("_year")),
            "{name}"
        );
    }
}

#[test]
fn a_figure_stands_once_in_a_nation() {
    let mut names: Vec<(&str, &str)> = NATIONS
        .into_iter()
        .flat_map(|nation| {
            let own = all().iter().filter(move |figure| figure.area.has(nation));
            own.map(move |figure| (nation.key(), figure.name))
        })
        .collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}

/// The newest value of the periods before `index`.
fn last_before(figure: &'static Figure, index: usize) -> Option<Last> {
    let held = figure.periods[..index].iter().rev().find_map(|period| period.held.as_ref().ok());
    held.map(|(hundredths, published)| Last { value: Money::from_pence(*hundredths), published })
}

#[test]
fn a_figure_is_looked_up_on_both_sides_of_each_boundary() {
    for figure in all() {
        let name = figure.name;
        let nation = NATIONS.into_iter().find(|nation| figure.area.has(*nation)).unwrap();
        let on = |date: Date| look_up(nation, name, date);
        for (index, period) in figure.periods.iter().enumerate() {
            let until = period.until.unwrap();
            let last = last_before(figure, index);
            for date in [period.from, until] {
                match &period.held {
                    Ok((hundredths, source)) => {
                        let found = on(date).unwrap();
                        assert_eq!(found.value.pence(), *hundredths, "{name} on {date}");
                        assert_eq!(found.source, Source::Published(source), "{name} on {date}");
                    }
                    Err(_) => {
                        let (from, until, why) = (Some(period.from), period.until, Why::Unconfirmed);
                        assert_eq!(on(date), Err(NotHeld { name, why, from, until, last }), "on {date}");
                    }
                }
            }
            if let Some(next) = figure.periods.get(index + 1) {
                assert_eq!(until.tomorrow().unwrap(), next.from, "{name}");
            }
        }
        let first = figure.periods[0].from.yesterday().unwrap();
        let why = Why::NoPeriod;
        let before = NotHeld { name, why, from: None, until: Some(first), last: None };
        assert_eq!(on(first), Err(before), "{name}");
        let after = figure.periods.last().unwrap().until.unwrap().tomorrow().unwrap();
        let last = last_before(figure, figure.periods.len());
        let expected = NotHeld { name, why, from: Some(after), until: None, last };
        assert_eq!(on(after), Err(expected), "{name}: nothing is carried forward in silence");
    }
}

#[test]
fn the_last_year_known_goes_with_a_figure_that_is_not() {
    let found = look_up(Nation::England, "guarantee.carer", TODAY).unwrap_err();
    let last = found.last.unwrap();
    assert_eq!((found.why, last.value), (Why::Unconfirmed, pounds("53.25")));
    assert_eq!(last.published.until, Some(day("2026-04-05")));
    let found = look_up(Nation::England, "capital.lower_limit", day("2030-01-01")).unwrap_err();
    assert_eq!((found.why, found.last.unwrap().value), (Why::NoPeriod, pounds("14250")));
}

#[test]
fn every_figure_is_declared_up_to_the_end_of_the_last_year() {
    // What the old rules of sick pay had and the new ones have not.
    const ENDED: [&str; 2] = ["sick_pay.earnings_limit", "sick_pay.waiting_days"];
    for figure in all() {
        let until = figure.periods.last().unwrap().until.unwrap();
        // Wages are set by other years: what is not known of the next one is declared.
        let is_far =
            ["minimum_wage.", "real_living_wage."].iter().any(|start| figure.name.starts_with(start));
        let end = if ENDED.contains(&figure.name) { "2026-04-05" } else { END };
        assert!(if is_far { until > day(END) } else { until == day(end) }, "{} until {until}", figure.name);
    }
    let known = |nation| years_known(nation).map(|(from, until)| (from.to_string(), until.to_string()));
    let from = |from: &str| Some((from.to_string(), END.to_string()));
    assert_eq!(known(Nation::England), from("2015-04-06"));
    assert_eq!(known(Nation::Wales), from("2022-04-06"));
    assert_eq!(known(Nation::Scotland), from("2022-04-06"));
    assert_eq!(known(Nation::NorthernIreland), from("2025-04-06"));
    assert_eq!(known(Nation::NotSure), None);
}

#[test]
fn the_figures_of_one_nation_are_in_no_other() {
    for figure in all() {
        for nation in Nation::ALL.into_iter().filter(|nation| !figure.area.has(*nation)) {
            let twin = all().iter().any(|other| other.area.has(nation) && other.name == figure.name);
            assert_eq!(name_of(nation, figure.name).is_some(), twin, "{nation:?} {}", figure.name);
            if !twin {
                let found = look_up(nation, figure.name, figure.periods[0].from).unwrap_err();
                assert_eq!(found.why, Why::NoSuchFigure, "{nation:?} {}", figure.name);
            }
        }
    }
    // A council anywhere may have free weeks: no sum shares anything else but a figure of both.
    let of_england = all().iter().filter(|figure| figure.area == Area::Of(Nation::England));
    for figure in of_england {
        let elsewhere: Vec<Nation> = NATIONS
            .into_iter()
            .filter(|n| *n != Nation::England && name_of(*n, figure.name).is_some())
            .collect();
        let expected: &[Nation] = match figure.name {
            "limit.reablement_weeks" => &[Nation::Wales],
            "care_home.personal_allowance" => &[Nation::NorthernIreland],
            _ => &[],
        };
        assert_eq!(elsewhere, expected, "{}", figure.name);
    }
    assert_eq!(look_up(Nation::England, "no.such", TODAY).unwrap_err().why, Why::NoSuchFigure);
}

// What build.rs refuses.

struct Folder(PathBuf);

impl Folder {
    /// A folder of figures with one file in one nation.
    fn with(test: &str, nation: &str, toml: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pbp-rates-{}-{test}", std::process::id()));
        fs::create_dir_all(path.join(nation)).unwrap();
        fs::write(path.join(nation).join("some.toml"), toml).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const GOOD: &str = r#"
[[figure]]
name = "some.figure"
unit = "GBP/week"
[[figure.period]]
from = "2024-02-28"
until = "2024-02-29"
value = "1.00"
source = { title = "Title", href = "https://example.org/", status = "official", checked = "2026-11-22" }
[[figure.period]]
from = "2024-03-01"
unconfirmed = "Why."
"#;

#[test]
fn a_bad_file_of_figures_is_refused() {
    let good = Folder::with("good", "england", GOOD);
    let compiled = figures::compile(&good.0).unwrap();
    assert!(compiled.contains(r"20240228\t20240229\t100\t0\n20240301\t\t\t0\n"), "{compiled}");
    let check = |test: &str, old: &str, new: &str, expected: &str| {
        assert!(GOOD.contains(old), "{old}");
        let folder = Folder::with(test, "england", &GOOD.replacen(old, new, 1));
        let refused = figures::compile(&folder.0).expect_err(new).to_string();
        assert!(refused.contains("some.toml") && refused.contains(expected), "{new}: {refused}");
    };
    check("unit", "GBP/week", "GBP/decade", "no unit");
    check("gap", "2024-03-01", "2024-03-02", "a gap or an overlap before 2024-03-02");
    check("overlap", "2024-03-01", "2024-02-29", "a gap or an overlap");
    check("end", "until = \"2024-02-29\"\n", "", "no right end");
    check("order", "2024-02-28", "2024-03-05", "no right end");
    check("date", "2024-02-29", "2024-02-30", "no date");
    check("short-date", "2024-03-01", "2024-3-1", "no date");
    check("decimals", "1.00", "1.0", "no amount");
    check("whole", "1.00", "1", "no amount");
    check("negative", "1.00", "-1.00", "no amount");
    check("comma", "1.00", "1,000.00", "no amount");
    check("bare", "\"1.00\"", "1.00", "invalid type");
    check("title", "\"Title\"", "\" \"", "no title");
    check("tab", "\"Title\"", "\"A\\tB\"", "no title");
    check("address", "https://example.org/", "", "no address");
    check("scheme", "https://example.org/", "javascript:alert(1)", "no web address");
    check("status", "\"official\"", "\"sure\"", "no status");
    check("unconfirmed", "\"official\"", "\"unconfirmed\"", "no status");
    check("checked", "2026-11-22", "22 November", "no date");
    check("reason", "\"Why.\"", "\"\"", "no reason");
    check(
        "both",
        "value = \"1.00\"",
        "value = \"1.00\"\nunconfirmed = \"Why.\"",
        "needs a value and a source",
    );
    check("source", "value = \"1.00\"\nsource", "value = \"1.00\"\n#", "needs a value and a source");
    check("value", "value = \"1.00\"\n", "", "needs a value and a source");
    check("name", "some.figure", "Some figure", "a name has");
    check("key", "unit =", "units =", "unknown field");
    check("none", "[[figure]]", "[[figures]]", "TOML parse error");
    let twice = Folder::with("twice", "wales", &GOOD.repeat(2));
    assert!(figures::compile(&twice.0).unwrap_err().to_string().contains("a second figure of this name"));
    let nation = Folder::with("nation", "ireland", GOOD);
    assert!(figures::compile(&nation.0).unwrap_err().to_string().contains("no area"));
    for (area, other) in [("uk", "scotland"), ("great_britain", "england"), ("england_and_wales", "uk")] {
        let shared = Folder::with(&format!("shared-{area}"), area, GOOD);
        fs::create_dir_all(shared.0.join(other)).unwrap();
        fs::write(shared.0.join(other).join("some.toml"), GOOD).unwrap();
        let refused = figures::compile(&shared.0).unwrap_err().to_string();
        assert!(refused.contains("some.figure: in "), "{refused}");
    }
    let apart = Folder::with("apart", "great_britain", GOOD);
    fs::create_dir_all(apart.0.join("northern_ireland")).unwrap();
    fs::write(apart.0.join("northern_ireland").join("some.toml"), GOOD).unwrap();
    assert!(figures::compile(&apart.0).is_ok());
    assert!(figures::compile(Path::new("no/such/folder")).is_err());
}

#[test]
fn the_printed_table_has_every_period_with_its_age() {
    assert_eq!((days((1970, 1, 1)), days((1972, 3, 1)), days((2026, 11, 22))), (0, 790, 20_779));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let printed = table(&figures::read(&folder).unwrap(), days((2026, 12, 2))).unwrap();
    let periods: usize = all().iter().map(|figure| figure.periods.len()).sum();
    let lines: Vec<&str> = printed.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), periods + 1);
    let count = |what: &str| lines.iter().filter(|line| line.contains(what)).count();
    let held = all().iter().flat_map(|figure| &figure.periods).filter(|period| period.held.is_ok()).count();
    assert_eq!((count("10 days  "), count("unconfirmed: ")), (held, periods - held));
    assert!(printed.contains(&format!("{} figures, {periods} periods", all().len())));
}

// In the planner.

/// Someone on no partner's page, with savings, and with what their leaflet says they must keep.
fn saver(nation: &str, on: &str) -> Charge {
    let mut visit = Visit::with(Settings::default());
    visit.opens(Page::Pay).enters_all(&[
        (Field::Nation, nation),
        (Field::On, on),
        (Field::Aftercare, "no"),
        (Field::Income, "245"),
        (Field::Protected, "200"),
        (Field::Savings, "15000"),
    ]);
    visit.state.charge()
}

#[test]
fn without_a_partner_the_nations_own_figures_count_for_their_dates_only() {
    let check =
        |nation: &str, on: &str, expected: Result<&str, &'static str>| match (saver(nation, on), expected) {
            (Charge::AtMost(estimate), Ok(amount)) => {
                assert_eq!(estimate.weekly.value, pounds(amount), "{nation} {on}")
            }
            (Charge::NotKnown(unknown), Err(first)) => {
                let named = unknown.figures.iter().map(|figure| figure.name);
                let named: Vec<&str> = named.chain(unknown.missing.iter().map(|missing| missing.0)).collect();
                assert!(named.contains(&first), "{nation} {on}: {named:?}");
            }
            (Charge::Free(_), Err("free")) => {}
            (charge, _) => panic!("{nation} {on}: {charge:?}"),
        };
    check("england", "", Ok("48"));
    check("england", "5/4/2027", Ok("48"));
    check("england", "6/4/2027", Err("capital.lower_limit"));
    check("england", "6/4/2023", Ok("48"));
    check("england", "5/4/2023", Err("capital.lower_limit"));
    check("scotland", "", Err("local.taper_percent"));
    check("northern-ireland", "", Err("free"));
    // Savings are a limit in Wales, and the charge has a maximum; both are known until April 2026.
    check("wales", "", Err("charge.maximum_weekly"));
    check("wales", "5/4/2026", Ok("45"));
}

#[test]
fn a_figure_of_the_nation_carries_its_source_into_the_workings() {
    let Charge::AtMost(estimate) = saver("england", "") else { panic!("not known") };
    let mut published = 0;
    let mut steps = vec![&estimate.weekly.workings];
    while let Some(step) = steps.pop() {
        published += usize::from(matches!(step.source, Source::Published(_)));
        steps.extend(&step.steps);
    }
    assert_eq!(published, 3, "the lower limit, the step, and what a step counts as");
}
