//! Urgent help: the national lines by nation, then the partner's own. The outer frame's table of links and the
//! headers' list of numbers are held to this one by a test (xtask/src/headers.rs).

use yew::prelude::*;

use super::rights;
use crate::app::action::Action;
use crate::domain::date::Date;
use crate::domain::nation::Nation;
use crate::partner::HelpLine as LocalLine;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{para, small};
use crate::ui::view::View;

/// A help line: its key, how it is reached, and where it is offered.
struct HelpLine {
    key: &'static str,
    by: Reach,
    nation: Option<Nation>,
    /// The date of the published copy that was read, where it has one.
    seen: Option<Date>,
}

enum Reach {
    Call,
    Message,
    Shown,
}

const HELP_LINES: &[HelpLine] = &[
    line("emergency", Reach::Call, None),
    line("nhs-england", Reach::Call, Some(Nation::England)),
    line("nhs-scotland", Reach::Call, Some(Nation::Scotland)),
    HelpLine {
        seen: Some(Date::constant(2023, 6, 20)),
        ..line("nhs-wales", Reach::Call, Some(Nation::Wales))
    },
    line("lifeline", Reach::Call, Some(Nation::NorthernIreland)),
    line("samaritans", Reach::Call, None),
    line("shout", Reach::Message, None),
    HelpLine {
        seen: Some(Date::constant(2020, 3, 30)),
        ..line("breathing-space", Reach::Call, Some(Nation::Scotland))
    },
    line("call", Reach::Call, Some(Nation::Wales)),
    line("papyrus", Reach::Call, None),
    HelpLine { seen: Some(Date::constant(2022, 12, 23)), ..line("calm", Reach::Call, None) },
    line("childline", Reach::Call, None),
    line("domestic-abuse", Reach::Call, Some(Nation::England)),
    line("bsl", Reach::Shown, None),
];

const fn line(key: &'static str, by: Reach, nation: Option<Nation>) -> HelpLine {
    HelpLine { key, by, nation, seen: None }
}

/// The panel in the line that every page opens with.
pub(super) fn panel(view: &View) -> Html {
    let text = view.text;
    let nation = view.state.nation();
    let is_offered =
        |line: &&HelpLine| line.nation.is_none_or(|of| of == nation || nation == Nation::NotSure);
    html! {
        <details class="pbp-help" id="help">
            <summary class="pbp-help__summary" id="help-summary">{ Icon::Help.draw() }{ say!(text, "help-title") }</summary>
            <div class="pbp-help__panel">
                { para(say!(text, "help-intro")) }
                for line in HELP_LINES.iter().filter(is_offered) { { help_line(view, line) } }
                for line in &view.state.settings.help_lines { { local_line(view, line) } }
                for contact in &view.state.settings.contacts {
                    <p class="pbp-help__line" dir="auto">{ rights::reached(view, contact) }</p>
                }
                if nation == Nation::NotSure { { para(say!(text, "help-nation-not-sure")) } }
                { para(say!(text, "help-local")) }
                { small(say!(text, "help-seen")) }
                { small(say!(text, "help-note-private")) }
                if view.state.may_leave() { { small(say!(text, "help-leave-shift")) } }
                { small(say!(text, "help-leave-limits")) }
            </div>
        </details>
    }
}

/// A line that the partner set: it stands beside the national ones, and never in place of one.
fn local_line(view: &View, line: &LocalLine) -> Html {
    html! {
        <p class="pbp-help__line" dir="auto">
            <strong>{ &line.name }</strong>
            if let Some(about) = &line.about { <br />{ about } }
            <br />{ rights::call(view, &line.name, &line.phone) }
        </p>
    }
}

/// `data-open` names the line to the outer frame, which calls, writes or opens for us (www/boot.js).
fn help_line(view: &View, line: &HelpLine) -> Html {
    let part = |part: &str| view.text.by_id(&format!("help-line-{}-{part}", line.key), &[]);
    let number = html! { <bdi dir="ltr">{ part("number") }</bdi> };
    html! {
        <p class="pbp-help__line">
            <strong>{ part("name") }</strong>{ ". " }{ part("who") }
            <br />{ part("hours") }
            <br />
            {
                match line.by {
                    Reach::Call => html! { <a class="pbp-help__number" href={format!("tel:{}", part("tel"))} data-open={line.key}>{ number }</a> },
                    Reach::Message => html! { <a class="pbp-help__number" href={format!("sms:{}", part("sms"))} data-open={line.key}>{ number }</a> },
                    // A frame of somebody else's may drop the link without a word: the address can be copied.
                    Reach::Shown => html! {
                        <>
                            <a class="pbp-help__number" href={part("copy")} data-open={line.key} target="_blank" rel="noopener noreferrer">{ number }</a>{ " " }
                            { view.tool(Some("help-copy".into()), Action::AskedToCopy(Some(part("copy"))), Icon::Copy, say!(view.text, "help-copy"), Some(part("name"))) }
                        </>
                    },
                }
            }
            if let Some(seen) = line.seen {
                <span class="pbp-small"><br />{ say!(view.text, "help-checked", date = view.text.date(seen)) }</span>
            }
        </p>
    }
}
