//! Rights beside a figure: in writing, again, complain, ombudsman, advocate, by nation.
//! A fragment for every page that shows an estimate or a charge. Only what the facts hold as read.

use yew::prelude::*;

use crate::app::action::Action;
use crate::domain::nation::Nation;
use crate::partner::{Contact, ContactKind};
use crate::say;
use crate::ui::components::icon::Icon;
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
            <ul id="rights-contacts">for contact in contacts { <li dir="auto">{ reached(view, contact) }</li> }</ul>
        }
    }
}

/// A contact with all the ways to reach it.
pub fn reached(view: &View, contact: &Contact) -> Html {
    html! {
        <>
            { &contact.name }
            if let Some(about) = &contact.about { <br />{ about } }
            if let Some(phone) = &contact.phone { <br />{ call(view, &contact.name, phone) } }
            if let Some(web) = &contact.web { <br />{ way(view, &contact.name, web, web, say!(view.text, "help-copy")) } }
        </>
    }
}

/// A partner's number.
pub fn call(view: &View, whose: &str, number: &str) -> Html {
    way(view, whose, &format!("tel:{}", number.replace(' ', "")), number, say!(view.text, "help-copy-number"))
}

/// A link where it leads somewhere, else text with a button that copies it. In the outer frame only what
/// whoever hosts it wrote into its table can be opened. Where there is none, a number can be called, and
/// no policy of ours lets another site's page be opened.
fn way(view: &View, whose: &str, address: &str, shown: &str, copy: String) -> Html {
    let around = &view.state.around;
    let is_opened = around.opened.iter().any(|opened| opened == address);
    let shown_text = html! { <bdi dir="ltr">{ shown }</bdi> };
    let leads_there = if around.has_outer { is_opened } else { address.starts_with("tel:") };
    if leads_there {
        return html! { <a class="pbp-help__number" href={address.to_owned()} data-open={address.to_owned()}>{ shown_text }</a> };
    }
    let copies = Action::AskedToCopy(Some(shown.to_owned()));
    html! {
        <>
            <span class="pbp-help__number">{ shown_text }</span>{ " " }
            { view.tool(None, copies, Icon::Copy, copy, Some(whose.to_owned())) }
        </>
    }
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
