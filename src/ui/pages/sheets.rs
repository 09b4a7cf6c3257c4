//! Sheets to take away: which one, who may read it, what is on it, and the sheet itself as it will be
//! printed. Printing here prints the sheet alone. What is held back says why.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::app::sheets::{Held, Sheet, SheetAction};
use crate::domain::plan::circle::Member;
use crate::domain::plan::note::Note;
use crate::domain::plan::sharing::{Time, Topic};
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::paper::{PaperProps, paper};
use crate::ui::components::parts::{fold, holds, named, para, small, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let document = view.state.document(text);
    html! {
        <>
            { holds("div", "pbp-screen-only", head(view, Some(html! { { view.worded("sheets-lead") } }))) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                <div class="pbp-screen-only">
                    { choose(view) }
                    if view.state.sheet.sheet == Sheet::Worked { { worked(view) } }
                    { readers(view) }
                    { parts(view) }
                    { take(view) }
                    { small(say!(text, "sheets-preview")) }
                </div>
                { paper(&PaperProps { id: "sheets-paper".into(), document }) }
                { go_on(view) }
            </form>
        </>
    }
}

fn does(view: &View, happened: SheetAction) -> Callback<Event> {
    let dispatch = view.dispatch.clone();
    Callback::from(move |_: Event| dispatch.emit(Action::Sheet(happened.clone())))
}

fn title_of(view: &View, sheet: Sheet) -> String {
    view.worded(&format!("sheets-{}-title", sheet.key()))
}

fn choose(view: &View) -> Html {
    let option = |sheet: Sheet| {
        let id = format!("sheets-choose-{}", sheet.key());
        let is_open = view.state.sheet.sheet == sheet;
        html! {
            <div class="govuk-radios__item">
                <input class="govuk-radios__input" id={id.clone()} name="sheets-choose" type="radio" value={sheet.key()}
                    checked={is_open} onchange={does(view, SheetAction::Chose(sheet))} />
                <label class="govuk-label govuk-radios__label" for={id}>{ title_of(view, sheet) }</label>
            </div>
        }
    };
    html! {
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset" id="sheets-choose">
                <legend class="govuk-fieldset__legend">{ say!(view.text, "sheets-choose") }</legend>
                <div class="govuk-radios">for sheet in Sheet::ALL { { option(sheet) } }</div>
            </fieldset>
        </div>
    }
}

/// What the person passes on. Nobody gathers it: they hand it over themselves.
fn worked(view: &View) -> Html {
    html! {
        <>
            { para(view.worded("sheets-worked-lead")) }
            { view.voices(|by| Field::Note(Note::Worked, by)) }
        </>
    }
}

/// A list that steers the page and is no answer of the plan.
fn list(
    view: &View,
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: String,
    chose: fn(&str) -> SheetAction,
) -> Html {
    let dispatch = view.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: Option<web_sys::HtmlSelectElement> = event.target_dyn_into();
        if let Some(select) = select {
            dispatch.emit(Action::Sheet(chose(&select.value())));
        }
    });
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label" for={id}>{ label }</label>
            <select class="govuk-select" {id} {onchange} autocomplete="off">
                for (value, shown) in options {
                    <option value={value.clone()} selected={value == chosen}>{ shown }</option>
                }
            </select>
        </div>
    }
}

fn readers(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let mut options = vec![(String::new(), view.worded("sheets-reader-myself"))];
    options.extend(
        state.plan.circle.iter().map(|member| (member.id.to_string(), state.member_name(text, member.id))),
    );
    let chosen = state.sheet.reader.map(|reader| reader.to_string()).unwrap_or_default();
    let time = state.sheet.time.unwrap_or(Time::Any);
    let times =
        Time::ALL.iter().map(|time| (time.key().into(), view.says(&format!("sharing-time-{}", time.key()))));
    html! {
        <section aria-labelledby="sheets-reader-title">
            { named("h2", "", "sheets-reader-title", say!(text, "sheets-reader-title")) }
            { para(say!(text, "sheets-who-sees")) }
            { list(view, "sheets-reader", say!(text, "sheets-reader"), options, chosen, |key| SheetAction::ChoseReader(key.parse().ok())) }
            if state.plan.circle.is_empty() {
                <p>{ say!(text, "sheets-no-circle") }{ " " }{ view.link_to(Page::People, "govuk-link", None, html! { { say!(text, "tasks-people") } }) }</p>
            }
            if reader(view).is_some() {
                { list(view, "sheets-time", say!(text, "sheets-time"), times.collect(), time.key().into(), |key| {
                    SheetAction::ChoseTime(Time::from_key(key).unwrap_or(Time::Any))
                }) }
            }
        </section>
    }
}

fn reader(view: &View) -> Option<&Member> {
    view.state.sheet.reader.and_then(|reader| view.state.plan.member(reader))
}

/// The parts that the sheet can hold, ticked where they are on it, each with why it is not.
fn parts(view: &View) -> Html {
    let topics = view.state.sheet.sheet.topics();
    let is_held = |topic: &Topic| matches!(view.state.held_back(*topic), Some(Held::No | Held::NotAsked));
    html! {
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset" id="sheets-parts" aria-describedby="sheets-parts-hint">
                <legend class="govuk-fieldset__legend">{ say!(view.text, "sheets-parts") }</legend>
                <div class="govuk-hint" id="sheets-parts-hint">{ say!(view.text, "sheets-parts-hint") }</div>
                <div class="govuk-checkboxes">for topic in topics { { part(view, *topic) } }</div>
            </fieldset>
            if topics.iter().any(is_held) {
                <p>{ view.link_to(Page::Sharing, "govuk-link", Some("sheets-sharing".into()), html! { { say!(view.text, "sheets-sharing-link") } }) }</p>
            }
        </div>
    }
}

fn part(view: &View, topic: Topic) -> Html {
    let text = view.text;
    let id = format!("sheets-part-{}", topic.key());
    let name = reader(view).map(|member| view.state.member_name(text, member.id)).unwrap_or_default();
    let held = view.state.held_back(topic);
    // What was not said yes to is not for a tick on this page to change.
    let is_refused = matches!(held, Some(Held::No | Held::NotAsked));
    let why = held.map(|held| match held {
        Held::LeftOut => say!(text, "sheets-held-left-out"),
        Held::No => view.worded_with("sheets-held-no", &[("name", name.into())]),
        Held::NotAsked => view.worded_with("sheets-held-not-asked", &[("name", name.into())]),
    });
    let hint_id = why.as_ref().map(|_| format!("{id}-hint"));
    html! {
        <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" id={id.clone()} name={id.clone()} type="checkbox" checked={held.is_none()}
                disabled={is_refused} onchange={does(view, SheetAction::Toggled(topic))} aria-describedby={hint_id.clone()} />
            <label class="govuk-label govuk-checkboxes__label" for={id}>
                { view.worded(&format!("sharing-topic-{}", topic.key())) }
            </label>
            if let Some(why) = why { <div class="govuk-hint govuk-checkboxes__hint" id={hint_id} dir="auto">{ why }</div> }
        </div>
    }
}

/// Every form in which the sheet can be taken along.
fn take(view: &View) -> Html {
    let text = view.text;
    let sheet = &view.state.sheet;
    let button = |id: &'static str, happened: SheetAction, icon: Icon, label: String| {
        view.button(id, true, Action::Sheet(happened), Some(icon), label)
    };
    html! {
        <section aria-labelledby="sheets-take">
            { named("h2", "", "sheets-take", say!(text, "keep-take-away")) }
            if sheet.sheet == Sheet::Worked { { para(view.worded("sheets-worked-names")) } }
            <div class="pbp-actions">
                { button("sheets-print", SheetAction::AskedToPrint, Icon::Print, say!(text, "sheets-print")) }
                if sheet.has_writer != Some(false) {
                    { button("sheets-file", SheetAction::AskedForFile, Icon::Download, say!(text, "sheets-file")) }
                }
                { button("sheets-text", SheetAction::AskedForText, Icon::Copy, say!(text, "sheets-text")) }
            </div>
            if sheet.has_writer == Some(false) { { para(say!(text, "sheets-no-writer")) } }
            if sheet.has_failed {
                <p id="sheets-failed" tabindex="-1">{ say!(text, "sheets-failed") }</p>
            }
            { dates(view) }
            { tables(view) }
            { fold("", view.worded("sheets-hand-over-title"), hand_over(view)) }
        </section>
    }
}

fn dates(view: &View) -> Html {
    let text = view.text;
    let is_any = !view.state.events(text).is_empty();
    html! {
        if is_any {
            { view.button("sheets-dates", true, Action::Sheet(SheetAction::AskedForDates), Some(Icon::Year), say!(text, "sheets-dates")) }
            { small(say!(text, "sheets-dates-note")) }
        } else {
            { small(view.worded("sheets-dates-none")) }
        }
    }
}

/// The money as a table for a spreadsheet, where the sheet may show money. It is made only when asked for.
fn tables(view: &View) -> Html {
    let text = view.text;
    if !view.state.sheet.sheet.topics().contains(&Topic::Money) {
        return Html::default();
    }
    if !view.state.may_show(Topic::Money) {
        return small(say!(text, "sheets-tables-held"));
    }
    let own = view.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let name = format!("my-money-{}.csv", own.state.today);
        own.dispatch.emit(Action::AskedToSaveTable { name, text: own.state.money_table(own.text) });
    });
    html! {
        <>
            <button type="button" class="govuk-button govuk-button--secondary" id="sheets-tables" {onclick}>
                { Icon::Download.draw() }{ say!(text, "sheets-tables") }
            </button>
            { small(say!(text, "sheets-tables-note")) }
        </>
    }
}

/// From a worker's tablet to the person's phone: by hand, and by nothing in between.
fn hand_over(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { para(say!(text, "sheets-hand-over-lead")) }
            <ul>
                <li>{ words("strong", "", say!(text, "sheets-hand-over-file-name")) }{ " " }{ say!(text, "sheets-hand-over-file") }</li>
                <li>{ words("strong", "", say!(text, "sheets-hand-over-share-name")) }{ " " }{ say!(text, "sheets-hand-over-share") }</li>
                <li>{ words("strong", "", say!(text, "sheets-hand-over-text-name")) }{ " " }{ say!(text, "sheets-hand-over-text") }</li>
            </ul>
            { para(say!(text, "sheets-hand-over-after")) }
            <p>{ view.link_to(Page::Keep, "govuk-link", None, html! { { say!(text, "tasks-keep") } }) }</p>
        </>
    }
}
