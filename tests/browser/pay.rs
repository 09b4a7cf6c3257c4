//! What somebody may pay, ticked and typed as a person would, in a page with published figures.

use serde_json::json;

use crate::visit::{Place, Visit, in_each_engine};

/// A partner who sets no guarantee of its own: the published one counts.
const OAKSHIRE: Place = Place::Alone("/index.html?settings=oakshire");

/// What the single person of Devon's printed example has: a part, and how much of it.
const DEVON: &[(&str, &str)] = &[
    ("esa", "225.45"),
    ("daily-enhanced", "101.75"),
    ("mobility-standard", "26.90"),
    ("rent", "10"),
    ("council-tax", "6.00"),
    ("insurance", "1.27"),
    ("cleaning", "20"),
    ("internet-phone", "8.08"),
];

#[tokio::test]
async fn devons_printed_example_comes_out_by_ticking_with_a_source_at_each_line() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, OAKSHIRE).await;
        visit.sealed().await;
        visit.choose("start-role", "me").await;
        visit.press("continue").await;
        visit.visit_page("pay").await;
        visit.see("pay-result", &["Not known yet"]).await;
        visit.choose("pay-aftercare", "no").await;
        visit.type_into("pay-born", "1 5 1986").await;
        visit.choose("pay-household", "single").await;
        visit.type_into("budget-on", "1 10 2023").await;
        for (part, amount) in DEVON {
            visit.choose("pay-part", part).await;
            visit.type_into(&format!("pay-amount-{part}"), amount).await;
        }
        visit.see("pay-weekly", &["£110.10"]).await;
        visit.run("for (const part of document.querySelectorAll('#pay-result details')) part.open = true", &[]).await;
        visit.see("pay-result", &["£171.75", "£17.27", "£28.08", "SI 2014/2672", "Not counted", "£111.37"]).await;
        let sourced = "return [...document.querySelectorAll('#pay-result .pbp-sum tbody tr:not(.pbp-sum__row--total)')]
            .every((row) => row.querySelector('.pbp-sum__law') !== null || [...document.querySelectorAll('#pay-result .pbp-sum caption')]
                .some((caption) => row.querySelector('th').textContent.startsWith(caption.textContent)))";
        assert_eq!(visit.run(sourced, &[]).await, json!(true), "{}: each line names its source", visit.name());

        visit.press("pay-keep").await;
        visit.type_into("pay-savings", "15,000").await;
        visit.see("pay-compared", &["£110.10", "£113.10", "£3.00"]).await;
        visit.press("pay-forget").await;

        visit.choose("pay-aftercare", "not-sure").await;
        visit.see("pay-result", &["Not known yet", "Ask your care coordinator"]).await;
        assert!(!visit.has("pay-weekly").await, "{}: nothing is worked out", visit.name());
        visit.choose("pay-aftercare", "yes").await;
        visit.see("pay-result", &["£0", "section 117"]).await;
    })
    .await;
}

#[tokio::test]
async fn figures_that_nobody_confirmed_are_named_with_both_ways_out() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, OAKSHIRE).await;
        visit.sealed().await;
        visit.choose("start-role", "me").await;
        visit.press("continue").await;
        visit.visit_page("pay").await;
        visit.choose("pay-aftercare", "no").await;
        visit.type_into("budget-on", "22 11 2026").await;
        visit.type_into("pay-born", "1 5 1986").await;
        visit.choose("pay-household", "couple").await;
        visit.choose("pay-partner-age", "no").await;
        visit.choose("pay-carer", "yes").await;
        visit.choose("pay-part", "esa").await;
        visit.type_into("pay-amount-esa", "1,225.45").await;
        visit
            .see(
                "pay-result",
                &["Not known", "one of a couple", "Carer premium", "6 April 2026 to 5 April 2027", "£53.25"],
            )
            .await;

        visit.tick("pay-last-known").await;
        visit.see("pay-result", &["£1,083.85", "last year’s amount"]).await;
        visit.tick("pay-last-known").await;
        visit.type_into("pay-leaflet-guarantee-couple", "94.55").await;
        visit.type_into("pay-leaflet-guarantee-carer", "55.25").await;
        visit.see("pay-weekly", &["£1,075.65"]).await;

        visit.type_into("budget-on", "1 5 2031").await;
        visit.see("pay-result", &["This date is outside them"]).await;
        for (field, wrong) in [("pay-born", "1 5 2031"), ("pay-savings", "12,3,4"), ("pay-amount-esa", "-5")]
        {
            visit.type_into("budget-on", "").await;
            let before = visit.value(field).await;
            visit.type_into(field, wrong).await;
            visit.press("continue").await;
            visit.until_focused("error-summary").await;
            assert!(visit.has(&format!("{field}-error")).await, "{}: {field}", visit.name());
            assert_eq!(visit.value(field).await, wrong, "what was typed stays");
            visit.type_into(field, &before).await;
        }

        visit.type_into("pay-joint-savings", "a lot").await;
        visit.run("for (const part of document.querySelectorAll('details')) part.open = false", &[]).await;
        visit.press("continue").await;
        visit.until_focused("error-summary").await;
        visit.run("document.querySelector('#error-summary a').click()", &[]).await;
        visit.until_focused("pay-joint-savings").await;
    })
    .await;
}
