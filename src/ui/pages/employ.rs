//! What it costs to have someone work for you: wage, holiday, pension, insurance and all, line by line;
//! beside it somebody self-employed and an agency. Not here: the rules (domain/employing).

use yew::prelude::*;

use super::head;
use crate::app::action::Action;
use crate::app::field::{Field, WorkerField};
use crate::domain::charging::Unknown;
use crate::domain::date::Week;
use crate::domain::employing::{
    self, AgeBand, Beside, Cost, Engaged, FullCost, HolidayPay, Member, Pattern, PayPeriod, Payroll, Payslip,
    ServicePer, WageCheck, Warning,
};
use crate::domain::money::{Money, Rounding};
use crate::domain::nation::Nation;
use crate::domain::workings::{Source, Worked};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{
    cell, column, figure, fold, holds, named, number_cell, number_column, para, row_head, small,
    table as table_of, words,
};
use crate::ui::components::term::word_list;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "employ-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { work(view) }
                { rules(view) }
                { prices(view) }
                { result(view) }
                { others(view) }
                { ending(view) }
                { word_list(view, &["on-costs", "payroll-service", "employers-liability-insurance"]) }
                { super::go_on(view) }
            </form>
        </>
    }
}

/// The page's main result, for those who hear it.
pub fn said(view: &View) -> String {
    view.state.payroll().map(|payroll| sentence(view, &payroll)).unwrap_or_default()
}

fn asks(view: &View, field: WorkerField) -> Html {
    view.figure(Field::Worker(field))
}

fn chooses(view: &View, field: WorkerField, keys: &[&str]) -> Html {
    view.radios(Field::Worker(field), keys, Choices::List)
}

fn work(view: &View) -> Html {
    let ages: Vec<&str> = AgeBand::ALL.iter().map(|age| age.key()).collect();
    let periods: Vec<&str> = PayPeriod::ALL.iter().map(|period| period.key()).collect();
    html! {
        <>
            { words("h2", "", say!(view.text, "employ-work-title")) }
            <div class="pbp-pair">{ asks(view, WorkerField::Wage) }{ asks(view, WorkerField::Hours) }</div>
            { wage_check(view) }
            { chooses(view, WorkerField::AgeBand, &ages) }
            { chooses(view, WorkerField::PayPeriod, &periods) }
        </>
    }
}

/// Is the wage at least what the law says on the first day of the year?
fn wage_check(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let (Ok(worker), Some(on)) = (state.worker(), state.year_starts()) else { return Html::default() };
    let Some(wage) = worker.wage else { return Html::default() };
    match employing::check_wage(&state.employing_law(), wage, worker.age, on) {
        WageCheck::Fine(least) => named(
            "p",
            "pbp-small",
            "employ-wage-fine",
            say!(text, "employ-wage-fine", least = text.money(least.value), date = text.date(on)),
        ),
        WageCheck::Below(least) => warning(
            "employ-wage-below",
            say!(text, "employ-wage-below", least = text.money(least.value), date = text.date(on)),
        ),
        WageCheck::NotKnown(unknown) => view.unknown(&unknown.missing),
    }
}

fn warning(id: &'static str, said: String) -> Html {
    html! { <div class="pbp-note" {id}>{ Icon::Info.draw() }<p><strong>{ said }</strong></p></div> }
}

/// What has a usual answer, folded away.
fn rules(view: &View) -> Html {
    let text = view.text;
    let patterns: Vec<&str> = Pattern::ALL.iter().map(|pattern| pattern.key()).collect();
    let holidays: Vec<&str> = HolidayPay::ALL.iter().map(|holiday| holiday.key()).collect();
    let members: Vec<&str> = Member::ALL.iter().map(|member| member.key()).collect();
    fold(
        "",
        say!(text, "employ-rules-title"),
        html! {
            <>
                { chooses(view, WorkerField::Pattern, &patterns) }
                { chooses(view, WorkerField::Holiday, &holidays) }
                { asks(view, WorkerField::CoverHour) }
                { asks(view, WorkerField::Born) }
                { chooses(view, WorkerField::Member, &members) }
                { chooses(view, WorkerField::Allowance, &["yes", "no", "not-sure"]) }
            </>
        },
    )
}

fn prices(view: &View) -> Html {
    let text = view.text;
    let options = ServicePer::ALL
        .iter()
        .map(|per| (per.key().into(), view.says(&format!("employ-service-per-{}", per.key())).into()))
        .collect();
    let per = Field::Worker(WorkerField::ServicePer);
    // Each time the worker is paid, until another is chosen.
    let chosen = view.state.plan.worker.service_per.unwrap_or(ServicePer::Run).key();
    fold(
        "",
        say!(text, "employ-prices-title"),
        html! {
            <>
                { para(say!(text, "employ-prices-lead")) }
                { asks(view, WorkerField::Insurance) }
                <div class="pbp-pair">
                    { asks(view, WorkerField::Service) }
                    { view.select(per, say!(text, "employ-service-per-label"), options, chosen) }
                </div>
                { asks(view, WorkerField::Training) }
                { asks(view, WorkerField::Checks) }
                { asks(view, WorkerField::SetUp) }
            </>
        },
    )
}

fn sentence(view: &View, payroll: &Payroll) -> String {
    let text = view.text;
    let weekly = payroll.yearly.value.yearly_to_weekly(Rounding::HalfUp);
    say!(
        text,
        "employ-sentence",
        year = text.money(payroll.yearly.value),
        week = text.money(weekly),
        hours = text.hours(payroll.hours)
    )
}

fn result(view: &View) -> Html {
    let text = view.text;
    let inside = match view.state.payroll() {
        Ok(payroll) => known(view, &payroll),
        Err(unknown) => not_known(view, &unknown),
    };
    html! {
        <section class="pbp-result" id="employ-result" aria-labelledby="employ-result-title">
            { named("h2", "pbp-result__title", "employ-result-title", say!(text, "employ-result-title")) }
            { inside }
        </section>
    }
}

fn not_known(view: &View, unknown: &Unknown) -> Html {
    let names = unknown.figures.iter().map(|held| {
        view.text.by_id(
            "employ-figure-not-held",
            &[("figure", view.says(&format!("workings-{}", crate::app::field::dashed(held.name))).into())],
        )
    });
    html! {
        <>
            { view.unknown(&unknown.missing) }
            for name in names { { para(name) } }
        </>
    }
}

fn known(view: &View, payroll: &Payroll) -> Html {
    let text = view.text;
    html! {
        <>
            <p class="pbp-lead" id="employ-sentence">{ sentence(view, payroll) }</p>
            if payroll.once > Money::ZERO {
                { named("p", "", "employ-once", say!(text, "employ-once", amount = text.money(payroll.once))) }
            }
            if let Some(from) = payroll.stand_in_from {
                { words("p", "pbp-mark", say!(text, "employ-stand-in", date = text.date(from))) }
            }
            { warnings(view, payroll) }
            { view.workings(&payroll.yearly.workings, say!(text, "shared-how")) }
            { left_blank(view, &payroll.beside) }
            { allowance(view, payroll) }
            { slips(view, payroll) }
            <p class="pbp-small">{ view.holds_for() }</p>
        </>
    }
}

/// What counts as nothing only because nobody typed it.
fn left_blank(view: &View, beside: &[Beside]) -> Html {
    let names: Vec<String> = beside
        .iter()
        .filter(|one| matches!(one.amount.source, Source::LeftBlank))
        .map(|one| view.says(&format!("workings-{}", one.id)).to_lowercase())
        .collect();
    if names.is_empty() {
        return Html::default();
    }
    named("p", "", "employ-left-blank", say!(view.text, "employ-left-blank", names = names.join(", ")))
}

/// Why there is no National Insurance to pay, or that there is.
fn allowance(view: &View, payroll: &Payroll) -> Html {
    let text = view.text;
    let before: Money = payroll.slips.iter().map(|slip| slip.ni_before_allowance).sum();
    let paid: Money = payroll.slips.iter().map(|slip| slip.ni).sum();
    let said = match (before > Money::ZERO, paid > Money::ZERO) {
        (false, _) => say!(text, "employ-ni-none"),
        (true, false) => say!(text, "employ-ni-allowance", amount = text.money(before)),
        (true, true) => say!(text, "employ-ni-paid", amount = text.money(paid)),
    };
    named("p", "", "employ-ni-said", said)
}

fn warnings(view: &View, payroll: &Payroll) -> Html {
    let text = view.text;
    let said = |warning: &Warning| match warning {
        Warning::BelowMinimum { week, on, least } => say!(
            text,
            "employ-warn-minimum",
            week = week.number().to_string(),
            date = text.date(*on),
            least = text.money(least.value)
        ),
        Warning::RolledUp if view.state.nation() == Nation::NorthernIreland => {
            say!(text, "employ-warn-rolled-up-ni")
        }
        Warning::RolledUp => say!(text, "employ-warn-rolled-up"),
        Warning::LongHours { week, weeks, .. } => {
            say!(text, "employ-warn-long-hours", week = week.number().to_string(), weeks = weeks.to_string())
        }
    };
    html! {
        for warning in &payroll.warnings {
            <div class="pbp-note">{ Icon::Info.draw() }<p><strong>{ said(warning) }</strong></p></div>
        }
    }
}

/// Every payslip of the year, and the sum of the first.
fn slips(view: &View, payroll: &Payroll) -> Html {
    let text = view.text;
    let money = |amount: Money| number_cell(figure(text.money(amount)));
    let weeks = |from: Week, until: Week| match from == until {
        true => say!(text, "employ-slip-week", week = from.number().to_string()),
        false => {
            say!(
                text,
                "year-row-period",
                from = from.number().to_string(),
                until = until.number().to_string()
            )
        }
    };
    let row = |slip: &Payslip| {
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { weeks(slip.from, slip.until) } }) }
                { cell(html! { { text.date(slip.paid_on) } }) }
                { money(slip.gross + slip.holiday) }{ money(slip.pension) }{ money(slip.ni) }{ money(slip.total) }
            </tr>
        }
    };
    let head = html! {
        <>
            { column(say!(text, "year-column-weeks")) }
            { column(say!(text, "employ-column-paid-on")) }
            for id in ["employ-column-pay", "employ-column-pension", "employ-column-ni", "employ-column-total"] {
                { number_column(view.says(id)) }
            }
        </>
    };
    let total = html! {
        <tfoot class="pbp-total">
            <tr class="govuk-table__row">
                { row_head(html! { { say!(text, "year-row-year") } }) }
                { cell(Html::default()) }
                { money(payroll.slips.iter().map(|slip| slip.gross + slip.holiday).sum()) }
                { money(payroll.slips.iter().map(|slip| slip.pension).sum()) }
                { money(payroll.slips.iter().map(|slip| slip.ni).sum()) }
                { money(payroll.paid.value) }
            </tr>
        </tfoot>
    };
    let rows = html! {
        <>
            <tbody class="govuk-table__body">for slip in &payroll.slips { { row(slip) } }</tbody>
            { total }
        </>
    };
    let of_first = payroll.slips.first().and_then(|slip| {
        let worker = view.state.worker().ok()?;
        Some(employing::slip_workings(&view.state.employing_law(), &worker, slip))
    });
    html! {
        <>
            if let Some(first) = of_first { { view.workings(&first, say!(text, "employ-how-slip")) } }
            { fold("", say!(text, "employ-slips-title"), table_of("employ-slips", say!(text, "employ-slips-caption"), head, rows)) }
        </>
    }
}

/// The same hours in three ways, beside each other and none before another, and which one the plan takes.
fn others(view: &View) -> Html {
    let text = view.text;
    let keys: Vec<&str> = Engaged::ALL.iter().map(|engaged| engaged.key()).collect();
    html! {
        <>
            { words("h2", "", say!(text, "employ-others-title")) }
            { para(say!(text, "employ-others-lead")) }
            <div class="pbp-pair">
                { asks(view, WorkerField::SelfEmployedHour) }
                { asks(view, WorkerField::AgencyHour) }
            </div>
            {
                match view.state.full_cost() {
                    Ok(cost) => compared(view, &cost),
                    Err(_) => Html::default(),
                }
            }
            { chooses(view, WorkerField::Engaged, &keys) }
            if view.state.plan.worker.engaged.is_some() { { para(say!(text, "employ-engaged-used")) } }
        </>
    }
}

fn compared(view: &View, cost: &FullCost) -> Html {
    let text = view.text;
    let each = [
        (Engaged::Employee, &cost.employee),
        (Engaged::SelfEmployed, &cost.self_employed),
        (Engaged::Agency, &cost.agency),
    ];
    let money = |amount: Option<Money>| {
        number_cell(match amount {
            Some(amount) => figure(text.money(amount)),
            None => html! { { say!(text, "shared-not-known") } },
        })
    };
    let row = |(engaged, cost): &(Engaged, &Result<Cost, Unknown>)| {
        let known = cost.as_ref().ok();
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { view.says(&format!("employ-engaged-{}", engaged.key())) } }) }
                { money(known.and_then(|cost| Some(cost.hour.as_ref()?.value))) }
                { money(known.map(|cost| cost.weekly)) }
                { money(known.map(|cost| cost.yearly.value)) }
            </tr>
        }
    };
    let head = html! {
        <>
            { column(say!(text, "employ-column-who")) }
            for id in ["employ-column-hour", "employ-column-week", "employ-column-year"] {
                { number_column(view.says(id)) }
            }
        </>
    };
    let rows = html! { <tbody class="govuk-table__body">for one in &each { { row(one) } }</tbody> };
    let hour = cost.employee.as_ref().ok().and_then(|cost| cost.hour.as_ref());
    html! {
        <>
            { table_of("employ-compared", say!(text, "employ-compared-caption"), head, rows) }
            if let Some(hour) = hour { { view.workings(&hour.workings, say!(text, "employ-how-hour")) } }
            { small(say!(text, "employ-who-decides")) }
        </>
    }
}

/// When somebody is ill, has no work, or leaves.
fn ending(view: &View) -> Html {
    let text = view.text;
    html! {
        { fold("", say!(text, "employ-ending-title"), html! {
            <>
                { para(say!(text, "employ-ending-lead")) }
                { asks(view, WorkerField::Years) }
                { asks(view, WorkerField::WeeklyPay) }
                { asks(view, WorkerField::Days) }
                { endings(view) }
            </>
        }) }
    }
}

fn endings(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let (Ok(worker), Some(on)) = (state.worker(), state.year_starts()) else { return Html::default() };
    let law = state.employing_law();
    let amount = |label: String, found: Result<Worked<Money>, Unknown>| match found {
        Ok(worked) => html! {
            <>
                <p>{ label }{ " " }<strong>{ figure(text.money(worked.value)) }</strong></p>
                { view.workings(&worked.workings, say!(text, "shared-how")) }
            </>
        },
        Err(unknown) => html! { <>{ para(label) }{ not_known(view, &unknown) }</> },
    };
    let redundancy = worker.years.zip(worker.weekly_pay).map(|(years, pay)| {
        amount(say!(text, "employ-redundancy"), employing::redundancy(&law, worker.age, years, pay, on))
    });
    let sick = worker.weekly_pay.zip(worker.days).map(|(pay, days)| {
        let sickness =
            employing::Sickness { began: on, qualifying_days: days, days, earlier: 0, weekly_pay: Some(pay) };
        amount(say!(text, "employ-sick-week"), employing::sick_pay(&law, &sickness))
    });
    let notice = worker.years.and_then(|years| employing::notice(&law, years, true, on).ok());
    let without_work = worker.weekly_pay.zip(worker.days).map(|(pay, days)| {
        amount(
            say!(text, "employ-no-work"),
            employing::guarantee_pay(&law, day_of(pay, days), days, days, on),
        )
    });
    let is_northern_ireland = state.nation() == Nation::NorthernIreland;
    holds(
        "div",
        "",
        html! {
            <>
                { redundancy }
                if let Some(notice) = notice {
                    { para(text.by_id("employ-notice", &[("weeks", notice.value.to_string().into())])) }
                }
                { sick }
                { without_work }
                { para(say!(text, "employ-lay-off")) }
                if is_northern_ireland { { small(say!(text, "employ-ending-ni")) } }
                { small(say!(text, "employ-ending-reserve")) }
            </>
        },
    )
}

/// A usual day's pay. Rounding: nearest penny, half up.
fn day_of(weekly: Money, days: i64) -> Money {
    weekly.ratio(1, days.max(1), Rounding::HalfUp)
}
