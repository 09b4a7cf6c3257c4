//! Rights beside a figure: in writing, again, complain, ombudsman, advocate, by nation.
//! A fragment for every page that shows an estimate or a charge. Only what the facts hold as read.

use yew::prelude::*;

use crate::domain::nation::Nation;
use crate::partner::{Contact, ContactKind};
use crate::say;
use crate::ui::components::parts::{fold, para, small};
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
                    { contacts(view) }
                    { small(view.says(&format!("rights-{key}-source"))) }
                </>
            }) }
        </div>
    }
}

/// Who can be asked here about this, as the partner says.
fn contacts(view: &View) -> Html {
    let settings = &view.state.settings;
    let kinds = [ContactKind::Advocacy, ContactKind::Council];
    let contacts: Vec<_> = kinds.into_iter().flat_map(|kind| settings.contacts_of(kind)).collect();
    html! {
        if !contacts.is_empty() {
            { para(say!(view.text, "rights-contacts", partner = view.partner())) }
            <ul id="rights-contacts">for contact in contacts { <li dir="auto">{ reached(contact) }</li> }</ul>
        }
    }
}

/// A contact with all the ways to reach it. Addresses are text: the frame opens none that is not ours.
pub fn reached(contact: &Contact) -> Html {
    html! {
        <>
            { &contact.name }
            if let Some(about) = &contact.about { <br />{ about } }
            if let Some(phone) = &contact.phone { <br /><a class="pbp-help__number" href={tel(phone)}><bdi dir="ltr">{ phone }</bdi></a> }
            if let Some(web) = &contact.web { <br /><bdi dir="ltr">{ web }</bdi> }
        </>
    }
}

pub fn tel(number: &str) -> String {
    format!("tel:{}", number.replace(' ', ""))
}

/// Who decides here: as the partner calls them, else the council, or in Northern Ireland the trust.
pub fn council(view: &View) -> String {
    if let Some(team) = &view.state.settings.words.team {
        return team.clone();
    }
    match view.state.nation() {
        Nation::NorthernIreland => say!(view.text, "rights-trust"),
        _ => say!(view.text, "rights-council"),
    }
}
