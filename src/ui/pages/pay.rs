//! What the person may pay. What is never charged is asked before any question about money.
//! Not here: the result (pay_result), the rules (domain).

use yew::prelude::*;

use super::{go_on, head, pay_result};
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::charging::{Charge, Setting, never_charged_marks};
use crate::domain::nation::Nation;
use crate::domain::person::{Age, By, Household, Mark, Part, stage};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::parts::{fold, para, words};
use crate::ui::components::term::{sentence, word_list};
use crate::ui::view::View;

pub use pay_result::{full_cost, said};

/// Incomes, in groups that open in place.
const INCOMES: &[(&str, &[Part])] = &[
    (
        "benefits",
        &[
            Part::UniversalCredit,
            Part::Esa,
            Part::Jsa,
            Part::IncomeSupport,
            Part::CarersAllowance,
            Part::SevereDisability,
            Part::IndustrialInjuries,
            Part::Bereavement,
            Part::MaternityAllowance,
        ],
    ),
    (
        "disability",
        &[
            Part::DailyEnhanced,
            Part::DailyStandard,
            Part::CareLowest,
            Part::MobilityEnhanced,
            Part::MobilityStandard,
            Part::AttendanceHigher,
            Part::AttendanceLower,
        ],
    ),
    ("pensions", &[Part::StatePension, Part::PrivatePension, Part::PensionCredit, Part::SavingsCredit]),
    (
        "family",
        &[
            Part::Earnings,
            Part::ChildBenefit,
            Part::ChildTaxCredit,
            Part::GuardiansAllowance,
            Part::ChildMaintenance,
        ],
    ),
    (
        "forces",
        &[
            Part::WarPension,
            Part::WarConstantAttendance,
            Part::WarWidow,
            Part::WarSpecial,
            Part::WarMobility,
            Part::GuaranteedIncome,
            Part::ArmedForcesIndependence,
        ],
    ),
    ("other", &[Part::DirectPayments, Part::Charity, Part::WinterFuel, Part::OtherIncome]),
];
const HOUSING: &[Part] =
    &[Part::Rent, Part::Mortgage, Part::CouncilTax, Part::ServiceCharge, Part::Insurance, Part::HousingHelp];

pub fn page(view: &View) -> Html {
    let state = &view.state;
    let aftercare = state.nation().may_have_aftercare();
    html! {
        <>
            { head(view, Some(sentence(view, &view.of_nation("pay-lead").unwrap_or_default()))) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                if aftercare {
                    { view.radios(Field::Aftercare, &["yes", "no", "not-sure"], Choices::List) }
                }
                if state.asks_about_money() && state.nation() != Nation::NotSure {
                    { never_charged(view) }
                    if !matches!(state.charge(), Charge::Free(_)) || !state.plan.pay.parts.is_empty() { { money(view) } }
                }
                { pay_result::result(view) }
                { word_list(view, hard_words(aftercare)) }
                { go_on(view) }
            </form>
        </>
    }
}

const HARD_WORDS: &[&str] = &[
    "section-117-aftercare",
    "contribution",
    "financial-assessment",
    "disability-related-costs",
    "capital",
    "advocate",
    "complaint",
];

fn hard_words(aftercare: bool) -> &'static [&'static str] {
    if aftercare { HARD_WORDS } else { &HARD_WORDS[1..] }
}

/// A fieldset with a heading of its own over what is inside.
fn group(legend: String, hint: Option<String>, inside: Html) -> Html {
    html! {
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend">{ legend }</legend>
                if let Some(hint) = hint { <div class="govuk-hint">{ hint }</div> }
                { inside }
            </fieldset>
        </div>
    }
}

fn marks(view: &View, marks: &[Mark]) -> Html {
    let tick = |&mark: &Mark| {
        let id = format!("money-mark-{}", mark.key());
        (Field::Mark(mark), view.says(&id), view.of_nation(&format!("{id}-hint")), Html::default())
    };
    view.ticks(marks.iter().map(tick).collect())
}

fn never_charged(view: &View) -> Html {
    let nation = view.state.nation();
    let more: &[Mark] = match nation {
        Nation::Scotland => &[Mark::TreatmentOrder],
        Nation::NorthernIreland => &[Mark::HomeHelp, Mark::Meals],
        _ => &[],
    };
    let listed = [never_charged_marks(nation), more].concat();
    group(say!(view.text, "pay-never-label"), Some(say!(view.text, "pay-never-hint")), marks(view, &listed))
}

fn money(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let nation = state.nation();
    if nation == Nation::NorthernIreland {
        let asks = state.plan.pay.has(Mark::HomeHelp);
        let letter = fold("", say!(text, "pay-told-title"), view.rate(Field::Told, Field::ToldPer));
        return html! { <>{ letter }if asks { { view.figure(Field::Born) }{ parts(view, &[Part::PensionCredit, Part::IncomeSupport], false) } }</> };
    }
    let by_parts = state.plan.pay.by() == By::Parts;
    html! {
        <>
            { words("h2", "", view.worded("pay-money-title")) }
            { para(say!(text, "pay-money-lead")) }
            { view.radios(Field::By, &["parts", "sums"], Choices::List) }
            if state.asks_about_age() { { about_you(view) } }
            if by_parts { { by_part(view) } } else {
                { view.rate(Field::Income, Field::IncomePer) }
                { view.rate(Field::Housing, Field::HousingPer) }
                { view.rate(Field::Costs, Field::CostsPer) }
            }
            { view.figure(Field::Savings) }
            if nation == Nation::England { { not_savings(view) } }
            { fold("", say!(text, "pay-joint-title"), view.figure(Field::JointSavings)) }
            if nation == Nation::Wales { { view.figure(Field::Basic) }{ view.figure(Field::FlatRate) } }
            if state.asks_what_is_protected() { { view.figure(Field::Protected) } }
            { fold("", say!(text, "pay-cost-title"), view.rate(Field::Cost, Field::CostPer)) }
            { fold("", say!(text, "pay-told-title"), view.rate(Field::Told, Field::ToldPer)) }
            { fold("", say!(text, "pay-refuse-title"), html! { <>if nation == Nation::England { { para(say!(text, "pay-refuse-light")) } }{ marks(view, &[Mark::Refused]) }</> }) }
            if state.settings.local.is(Setting::NightGapIgnored) { { marks(view, &[Mark::NightCare]) } }
        </>
    }
}

/// What counts as savings in England, and what does not.
fn not_savings(view: &View) -> Html {
    let text = view.text;
    let inside = html! {
        <>
            { para(say!(text, "pay-capital-counts")) }
            { para(say!(text, "pay-capital-lead")) }
            <ul>
                for key in ["home", "things", "life", "injury", "trusts"] {
                    <li>{ view.says(&format!("pay-capital-{key}")) }</li>
                }
            </ul>
            { para(say!(text, "pay-capital-ask")) }
            { para(say!(text, "pay-capital-given")) }
            { words("p", "pbp-sum__law", say!(text, "pay-capital-law")) }
        </>
    };
    fold("", say!(text, "pay-capital-title"), inside)
}

/// Age and household: what must be left to live on follows from them.
fn about_you(view: &View) -> Html {
    let state = &view.state;
    let pay = &state.plan.pay;
    let born = pay.born.reading().known();
    let knows_stage =
        born.is_some_and(|born| state.on().is_some_and(|on| stage(Age::Born(born), on).is_some()));
    let answers = ["yes", "no", "not-sure"];
    let is_couple = pay.household == Some(Household::Couple);
    html! {
        <>
            { view.figure(Field::Born) }
            if !knows_stage { { view.radios(Field::AgeGroup, &["18-24", "25-to-pension", "pension"], Choices::List) } }
            { view.radios(Field::Household, &["single", "couple"], Choices::List) }
            if is_couple && state.nation() == Nation::England { { view.radios(Field::PartnerAge, &answers, Choices::List) } }
            if state.nation() == Nation::England {
                { view.figure(Field::Children) }
                { view.radios(Field::Carer, &answers, Choices::List) }
            }
        </>
    }
}

fn by_part(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { words("h3", "", view.worded("pay-incomes-title")) }
            { para(view.worded("pay-incomes-lead")) }
            for (key, group) in INCOMES { { part_fold(view, key, group) } }
            { part_fold(view, "housing", HOUSING) }
            { words("h3", "", say!(text, "pay-costs-title")) }
            { para(view.of_nation("pay-costs-lead").unwrap_or_default()) }
            { part_fold(view, "costs", &Part::ALL[Part::Alarm as usize..]) }
        </>
    }
}

fn part_fold(view: &View, key: &str, group: &[Part]) -> Html {
    let count = group.iter().filter(|part| view.state.plan.pay.item(**part).is_some()).count();
    let title = view.says(&format!("pay-group-{key}"));
    let count = [("title", title.into()), ("count", count.to_string().into())];
    fold("", view.text.by_id("pay-group-count", &count), parts(view, group, true))
}

fn parts(view: &View, group: &[Part], with_amounts: bool) -> Html {
    let tick = |&part: &Part| {
        let id = format!("money-part-{}", part.key());
        let below = if with_amounts && view.state.plan.pay.item(part).is_some() {
            view.rate(Field::PartAmount(part), Field::PartPer(part))
        } else {
            Html::default()
        };
        (Field::Part(part), view.says(&id), view.of_nation(&format!("{id}-hint")), below)
    };
    view.ticks(group.iter().map(tick).collect())
}
