//! What the planner can and cannot see, how to check that, and which version this is. The words must be true
//! word for word (facts/embedding-and-privacy.md, sections 1 and 7); a change of what leaves the page changes
//! them first.

use yew::prelude::*;

use super::head;
use super::safety::{list, part, to_plan};
use crate::app::action::Action;
use crate::domain::nation::Nation;
use crate::rates;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::para;
use crate::ui::view::View;

const NATIONS: [Nation; 4] = [Nation::England, Nation::NorthernIreland, Nation::Scotland, Nation::Wales];

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "can-see-lead") } })) }
            { part("can-see-not", say!(text, "can-see-not-title"), list(vec![
                say!(text, "can-see-not-answers"),
                say!(text, "can-see-not-count"),
                say!(text, "can-see-not-kept"),
            ])) }
            { part("can-see-request", say!(text, "can-see-request-title"), html! {
                <>
                    { para(say!(text, "can-see-request-address")) }
                    { para(say!(text, "can-see-request-settings")) }
                    { para(say!(text, "can-see-request-once")) }
                    { para(say!(text, "can-see-request-log")) }
                </>
            }) }
            { host(view) }
            { walls(view) }
            { part("can-see-open", say!(text, "can-see-open-title"), list(vec![
                say!(text, "can-see-open-share"),
                say!(text, "can-see-open-device"),
                say!(text, "can-see-open-person"),
                say!(text, "can-see-open-changed"),
            ])) }
            { part("can-see-check", say!(text, "can-see-check-title"), list(vec![
                say!(text, "can-see-check-offline"),
                say!(text, "can-see-check-panel"),
                say!(text, "can-see-check-file"),
            ])) }
            if !view.state.around.address.is_empty() { { own_page(view) } }
            { part("can-see-version", say!(text, "can-see-version-title"), version(view)) }
            { to_plan(view) }
        </>
    }
}

fn host(view: &View) -> Html {
    let text = view.text;
    let mut seen = vec![
        say!(text, "can-see-host-height"),
        say!(text, "can-see-host-count"),
        say!(text, "can-see-host-focus"),
        say!(text, "can-see-host-time"),
    ];
    if view.state.may_leave() {
        seen.push(say!(text, "can-see-host-leave"));
    }
    let inside = html! {
        <>
            { para(say!(text, "can-see-host-lead")) }
            { list(seen) }
            { para(say!(text, "can-see-host-not")) }
        </>
    };
    part("can-see-host", say!(text, "can-see-host-title"), inside)
}

fn walls(view: &View) -> Html {
    let text = view.text;
    let inside = html! {
        <>
            { list(vec![
                say!(text, "can-see-walls-own"),
                say!(text, "can-see-walls-rules"),
                say!(text, "can-see-walls-seal"),
            ]) }
            { para(say!(text, "can-see-walls-way")) }
            if view.state.around.has_outer {
                { para(say!(text, "can-see-walls-two")) }
            } else if !view.state.around.is_locked_in {
                { para(say!(text, "can-see-walls-one")) }
                { para(say!(text, "can-see-walls-which")) }
            }
        </>
    };
    part("can-see-walls", say!(text, "can-see-walls-title"), inside)
}

/// Inside the outer frame that frame opens the page, by the name that stands beside the link. The address is
/// there as text too, for a browser that opens nothing.
fn own_page(view: &View) -> Html {
    let text = view.text;
    let address = &view.state.around.address;
    let copy = Action::AskedToCopy(Some(address.clone()));
    let inside = html! {
        <>
            { para(say!(text, "can-see-own-what")) }
            <div class="pbp-actions">
                { view.button("own-save", true, Action::AskedToSave, Some(Icon::Download), say!(text, "can-see-own-save")) }
            </div>
            <p><a id="own-page" href={address.clone()} target="_blank" rel="noopener noreferrer" data-open="own">{ say!(text, "can-see-own-open") }</a></p>
            <p>{ say!(text, "can-see-own-address") }{ " " }<bdi dir="ltr" id="own-address">{ address }</bdi></p>
            <div class="pbp-actions">
                { view.tool(Some("own-copy".into()), copy, Icon::Copy, say!(text, "can-see-own-copy"), None) }
            </div>
        </>
    };
    part("can-see-own", say!(text, "can-see-own-title"), inside)
}

/// Which planner and which rates, and when the rates will be out of date.
fn version(view: &View) -> Html {
    let text = view.text;
    let known = NATIONS.into_iter().filter_map(|nation| Some((nation, rates::whole_until(nation)?)));
    let until = known.map(|(nation, until)| {
        let (nation, date) = (view.says(&format!("start-nation-{}", nation.key())), text.date(until));
        if until < view.state.today {
            say!(text, "can-see-version-over", nation = nation, date = date)
        } else {
            say!(text, "can-see-version-until", nation = nation, date = date)
        }
    });
    html! {
        <>
            { para(say!(text, "can-see-version-app", version = env!("CARGO_PKG_VERSION"))) }
            if let Some(edition) = rates::edition() {
                { para(say!(text, "can-see-version-rates", date = text.date(edition))) }
            }
            { list(until.collect()) }
            { para(say!(text, "can-see-version-after")) }
            { para(say!(text, "can-see-version-local")) }
        </>
    }
}
