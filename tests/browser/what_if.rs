//! What-ifs and what was really spent, as a person tries them out: walk C's price rise beside the plan,
//! taken out and put back, and a table from a bank, read in the page and nowhere else.

use crate::journey;
use crate::visit::{ALONE, Visit, in_each_engine};

/// Walk C's plan, with the direct payment looked at.
pub async fn walk_c(visit: &Visit) {
    visit.sealed().await;
    visit.choose("start-role", "supporter").await;
    visit.press("continue").await;
    visit.visit_page("budget").await;
    visit.choose("budget-from", "letter").await;
    visit.type_into("budget-letter", "140").await;
    visit.visit_page("support").await;
    journey::support(visit).await;
}

#[tokio::test]
async fn a_price_rise_stands_beside_the_plan_and_can_be_put_back() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        walk_c(&visit).await;
        visit.visit_page("what-if").await;
        visit.choose("what-if-way", "direct").await;
        visit.press("what-if-add-price-rise").await;
        let id = visit.newest("what-if-").await;
        visit.until_focused(&format!("what-if-{id}-heading")).await;
        visit.type_into(&format!("what-if-percent-{id}"), "6").await;
        visit.see(&format!("what-if-{id}-result"), &["Say in which week it starts"]).await;
        visit.type_into(&format!("what-if-from-{id}"), "27").await;
        visit.see(&format!("what-if-{id}-says"), &["week 27", "£20.14", "£19.00"]).await;
        visit.see(&format!("what-if-{id}-ends"), &["£148.20 less"]).await;
        visit.see(&format!("what-if-{id}-beside"), &["£1,508.00", "£1,359.80", "week 39", "week 42"]).await;
        visit.see("what-if-pictures", &["As planned", "£1,508.00", "£1,359.80"]).await;
        visit.press(&format!("what-if-{id}-remove")).await;
        visit.until_focused("notice").await;
        assert!(!visit.has(&format!("what-if-{id}-says")).await);
        visit.press("undo").await;
        visit.see(&format!("what-if-{id}-ends"), &["£148.20 less"]).await;
        visit.type_into(&format!("what-if-from-{id}"), "53").await;
        visit.press("continue").await;
        visit.until_focused("error-summary").await;
    })
    .await;
}

#[tokio::test]
async fn a_table_of_spending_is_read_in_the_page() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        walk_c(&visit).await;
        visit.visit_page("actual").await;
        visit.choose("actual-way", "direct").await;
        let table = "Week,For,Spent\n1,Taxi home,£111\n2,Swimming,71\nsoon,x,5\n";
        visit.give_file("actual-file", &visit.file("spent.csv", table.as_bytes())).await;
        visit.until_focused("notice").await;
        visit.see("notice", &["2 lines", "date or week", "4"]).await;
        assert_eq!(visit.value("actual-spent-1").await, "71");
        visit.see("actual-sentence", &["£40.00 less than planned"]).await;
        visit.see("actual-table", &["£222.00", "£182.00", "£40.00 less"]).await;
        visit.see("actual-ends", &["£1,548.00"]).await;
        visit.press("undo").await;
        visit.until("no boxes", "return document.getElementById('actual-spent-1') === null", &[]).await;
        visit.give_file("actual-file", &visit.file("bad.csv", b"\xff\x00,,\"\n")).await;
        visit.see("notice", &["We found no line"]).await;
    })
    .await;
}
