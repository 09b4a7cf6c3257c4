//! Where the rules of the year are from that a partner set with a source of their own: how the money comes,
//! what happens to it in hospital, and to what is not spent. Prices show theirs in their own sums.

use yew::prelude::*;

use crate::say;
use crate::ui::components::parts::fold;
use crate::ui::view::View;

/// Their paths in a settings file, and the words of each.
const RULES: [(&str, &str); 7] = [
    ("payments.every", "year-rule-payments-every"),
    ("payments.basis", "year-rule-payments-basis"),
    ("hospital.payment_weeks", "year-rule-hospital-weeks"),
    ("hospital.charge_stops", "year-rule-hospital-charge"),
    ("unspent_limit_weeks", "year-rule-unspent-limit"),
    ("unspent.counts_reserve", "year-rule-unspent-reserve"),
    ("unspent.taken_back_every_weeks", "year-rule-unspent-back"),
];

pub(super) fn sources(view: &View) -> Html {
    let citations = &view.state.settings.citations;
    let cited: Vec<_> = RULES
        .iter()
        .filter_map(|(path, id)| Some((id, citations.iter().find(|citation| citation.path == *path)?)))
        .collect();
    if cited.is_empty() {
        return Html::default();
    }
    let list = html! {
        <ul id="year-rules">
            for (id, citation) in cited {
                <li>{ view.text.by_id(id, &[]) }{ ": " }{ view.cited(citation) }</li>
            }
        </ul>
    };
    fold("", say!(view.text, "year-rules"), list)
}
