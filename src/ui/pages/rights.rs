//! Rights beside a figure: in writing, again, complain, ombudsman, advocate, by nation.
//! A fragment for every page that shows an estimate or a charge. Only what the facts hold as read.

use yew::prelude::*;

use crate::domain::nation::Nation;
use crate::say;
use crate::ui::components::parts::{fold, small};
use crate::ui::view::View;

/// How many steps each nation has.
const fn steps(nation: Nation) -> usize {
    match nation {
        Nation::England => 6,
        Nation::Wales | Nation::Scotland => 5,
        Nation::NorthernIreland => 4,
        Nation::NotSure => 3,
    }
}

/// One visible line, and the rights of the nation folded below it.
pub fn rights(view: &View) -> Html {
    let nation = view.state.nation();
    let key = nation.key();
    html! {
        <div class="pbp-rights" id="rights">
            { small(say!(view.text, "rights-line", council = council(view))) }
            { fold("", say!(view.text, "rights-title"), html! {
                <>
                    <ol>
                        for number in 1..=steps(nation) { <li>{ view.says(&format!("rights-{key}-{number}")) }</li> }
                    </ol>
                    { small(view.says(&format!("rights-{key}-source"))) }
                </>
            }) }
        </div>
    }
}

/// Who decides here: the council, or in Northern Ireland the trust.
pub fn council(view: &View) -> String {
    match view.state.nation() {
        Nation::NorthernIreland => say!(view.text, "rights-trust"),
        _ => say!(view.text, "rights-council"),
    }
}
