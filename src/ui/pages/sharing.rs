//! Who may know what, and when: asked of the person, for each member of the circle and each part of the plan.
//! What was not asked is not known; nothing is taken from the past.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, MemberField};
use crate::app::items::{Item, heading};
use crate::domain::plan::circle::Member;
use crate::domain::plan::sharing::{MayKnow, Time, Topic};
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{cell, column, fold, heard, para, row_head, table, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let circle = &view.state.plan.circle;
    let link = |page, id: &'static str, shown: String| {
        html! { <p>{ view.link_to(page, "govuk-link", Some(id.into()), html! { { shown } }) }</p> }
    };
    html! {
        <>
            { head(view, Some(html! { { view.worded("sharing-lead") } })) }
            <div class="pbp-note">
                { Icon::Info.draw() }
                <div>{ para(view.worded("sharing-ask")) }{ para(say!(text, "sharing-past")) }</div>
            </div>
            { para(view.worded("sharing-sheet-lead")) }
            { link(Page::Sheets, "sharing-sheet", say!(text, "sharing-sheet-link")) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                if circle.is_empty() {
                    <div class="pbp-empty">
                        { para(say!(text, "sharing-empty")) }
                        { words("p", "pbp-empty__example", say!(text, "sharing-empty-example")) }
                        { link(Page::People, "sharing-people", say!(text, "sharing-people-link")) }
                    </div>
                }
                for member in circle { { card(view, member) } }
                { go_on(view) }
            </form>
        </>
    }
}

fn card(view: &View, member: &Member) -> Html {
    let text = view.text;
    let name = view.state.member_name(text, member.id);
    let title = heading(Item::Member, member.id);
    let other = |time: &Time| {
        let inside =
            html! { <>{ para(say!(text, "sharing-other-lead")) }{ asked(view, member, &name, *time) }</> };
        fold("", say!(text, "sharing-other", time = time_of(view, *time), name = name.clone()), inside)
    };
    html! {
        <article class="pbp-card" key={member.id} aria-labelledby={title.clone()}>
            <h2 class="pbp-card__title" id={title} tabindex="-1" dir="auto">{ name.clone() }</h2>
            for date in MemberField::DATES { { view.figure(Field::Member(member.id, date)) } }
            { asked(view, member, &name, Time::Any) }
            for time in Time::ALL.iter().filter(|time| **time != Time::Any) { { other(time) } }
            { summary(view, member, &name) }
        </article>
    }
}

fn time_of(view: &View, time: Time) -> String {
    view.says(&format!("sharing-time-{}", time.key()))
}

fn topic_of(view: &View, topic: Topic) -> String {
    view.worded(&format!("sharing-topic-{}", topic.key()))
}

fn answer_of(view: &View, answer: Option<MayKnow>) -> String {
    view.says(&format!("sharing-answer-{}", answer.map_or("none", MayKnow::key)))
}

/// A choice for every part of the plan at one time.
fn asked(view: &View, member: &Member, name: &str, time: Time) -> Html {
    let legend = say!(view.text, "sharing-legend", name = name.to_owned(), time = time_of(view, time));
    html! {
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">{ legend }</legend>
            for topic in Topic::ALL { { choice(view, member, name, *topic, time) } }
        </fieldset>
    }
}

/// The part is what one sees; who and when are heard with it, so that no two are called the same.
fn choice(view: &View, member: &Member, name: &str, topic: Topic, time: Time) -> Html {
    let text = view.text;
    let field = Field::MayKnow(member.id, topic, time);
    let (id, chosen) = (field.id(), field.text(&view.state.plan));
    let enter = view.enter.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: Option<web_sys::HtmlSelectElement> = event.target_dyn_into();
        if let Some(select) = select {
            enter.emit((field, select.value()));
        }
    });
    let none = answer_of(view, view.state.plan.sharing.said(member.id, topic, Time::Any));
    let none = match time {
        Time::Any => answer_of(view, None),
        _ => say!(text, "sharing-answer-same", answer = none),
    };
    let options = MayKnow::ALL.iter().map(|answer| (answer.key(), answer_of(view, Some(*answer))));
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label" for={id.clone()}>
                { topic_of(view, topic) }
                { heard(say!(text, "sharing-may-know-label", name = name.to_owned(), time = time_of(view, time))) }
            </label>
            <select class="govuk-select" {id} {onchange} autocomplete="off">
                for (value, shown) in [("", none)].into_iter().chain(options) {
                    <option {value} selected={value == chosen}>{ shown }</option>
                }
            </select>
        </div>
    }
}

/// All that was said for one member: parts by times.
fn summary(view: &View, member: &Member, name: &str) -> Html {
    let text = view.text;
    let sharing = &view.state.plan.sharing;
    let said = |topic, time| cell(html! { { answer_of(view, sharing.at(member.id, topic, time)) } });
    let row = |topic: Topic| {
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { topic_of(view, topic) } }) }
                for time in Time::ALL { { said(topic, *time) } }
            </tr>
        }
    };
    let columns = html! {
        <>
            { column(say!(text, "sharing-column-part")) }
            for time in Time::ALL { { column(time_of(view, *time)) } }
        </>
    };
    let rows = html! { <tbody class="govuk-table__body">for topic in Topic::ALL { { row(*topic) } }</tbody> };
    table(
        &format!("sharing-table-{}", member.id),
        say!(text, "sharing-caption", name = name.to_owned()),
        columns,
        rows,
    )
}
