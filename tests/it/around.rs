//! What the page around the planner changes: where a partner's numbers can be called and where they can only
//! be copied. What the outer frame does with a link is in tests/browser/outer.rs.

use planner::app::Around;
use planner::partner;
use planner::text::Language;
use scraper::{Html as Document, Selector};

use crate::markup::drawn;
use crate::visit::Visit;

const SETTINGS: &str = r#"{
    "help_lines": [{ "name": "Night line", "phone": "01632 960 001" }],
    "contacts": [{ "name": "Advice", "phone": "01632 960 002", "web": "https://advice.example/help" }]
}"#;

fn page(around: Around) -> Document {
    let (settings, problems) = partner::read(SETTINGS);
    assert_eq!(problems, []);
    let mut visit = Visit::with(settings);
    visit.state.around = around;
    drawn(&visit.state, Language::English)
}

/// The addresses of the links in the help panel, and how many things can be copied there.
fn links(page: &Document) -> (Vec<String>, usize) {
    let [links, tools] = ["#help a", "#help .pbp-tool"].map(|selector| Selector::parse(selector).unwrap());
    let addresses = page.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned);
    let ours = |address: &String| !address.contains("960") && !address.contains("advice");
    (addresses.filter(|address| !ours(address)).collect(), page.select(&tools).count())
}

#[test]
fn a_partners_number_is_a_link_wherever_it_can_be_called_and_can_be_copied_elsewhere() {
    let numbers = ["tel:01632960001".to_owned(), "tel:01632960002".to_owned()];
    let advice = "https://advice.example/help".to_owned();
    let outer = Around { is_embedded: true, has_outer: true, ..Around::default() };

    // One can be copied everywhere: the address for people who sign.
    assert_eq!(links(&page(Around::default())), (numbers.to_vec(), 2), "alone");
    assert_eq!(links(&page(outer.clone())), (Vec::new(), 4), "in an outer frame that knows none of them");
    let some = Around { opened: vec![numbers[1].clone()], ..outer.clone() };
    assert_eq!(links(&page(some)), (vec![numbers[1].clone()], 3));
    let all = Around { opened: [numbers.to_vec(), vec![advice.clone()]].concat(), ..outer };
    assert_eq!(links(&page(all)), ([numbers.to_vec(), vec![advice]].concat(), 1));
}
