//! What a page is drawn from, and the shared ways to draw its fields, results and words.

use std::borrow::Cow;
use std::rc::Rc;

use super::components::parts::words;
use yew::prelude::*;

use super::components::choice::{ChoiceProps, Choices, choice};
use super::components::field::{FieldProps, Look, field_box};
use super::components::icon::Icon;
use super::components::parts::{figure, heard, joined, para, when};
use super::components::workings_view::{Names, cited, printed_workings, workings_view};
use crate::app::action::Action;
use crate::app::check::{self, Problem};
use crate::app::field::{Field, Kind, TICKED, YearField};
use crate::app::{Page, State};
use crate::domain::money::Range;
use crate::domain::person::Part;
use crate::domain::plan::{Author, LineId, OutcomeId, Per, Role, Voices};
use crate::domain::workings::{Missing, Workings};
use crate::partner::Citation;
use crate::say;
use crate::text::{Argument, Text};

#[derive(Clone, PartialEq)]
pub struct View {
    pub state: Rc<State>,
    pub text: Text,
    pub dispatch: Callback<Action>,
    /// The same callback for every field, so that a field that did not change is not drawn again.
    pub enter: Callback<(Field, String)>,
}

impl View {
    /// A button or link that sends one action.
    pub fn sends(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dispatch.emit(action.clone());
        })
    }

    pub fn submits(&self, action: Action) -> Callback<SubmitEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.emit(action.clone());
        })
    }

    pub fn says(&self, id: &str) -> String {
        self.text.by_id(id, &[])
    }

    /// The message in the wording for who sits here, where there is one of its own.
    pub fn worded(&self, id: &str) -> String {
        self.worded_with(id, &[])
    }

    pub fn worded_with(&self, id: &str, arguments: &[Argument]) -> String {
        let own = self.state.plan.role.map(|role| format!("{id}-{}", role.key()));
        match own.filter(|own| self.text.has(own)) {
            Some(own) => self.text.by_id(&own, arguments),
            None => self.text.by_id(id, arguments),
        }
    }

    pub fn worded_if_any(&self, id: &str) -> Option<String> {
        self.text.has(id).then(|| self.worded(id))
    }

    /// The message in the words for the nation, where it has its own.
    pub fn of_nation(&self, id: &str) -> Option<String> {
        let own = format!("{id}-{}", self.state.nation().key());
        if self.text.has(&own) { Some(self.says(&own)) } else { self.worded_if_any(id) }
    }

    pub fn problems(&self) -> Vec<Problem> {
        if self.state.is_checked { check::problems(&self.state) } else { Vec::new() }
    }

    pub fn problem_text(&self, problem: &Problem) -> String {
        let what = self.worded(&problem.field.what());
        self.text.by_id(&problem.message(), &[("what", Cow::from(what))])
    }

    fn error(&self, field: Field) -> Option<AttrValue> {
        let problem = self.problems().into_iter().find(|problem| problem.field == field)?;
        Some(self.problem_text(&problem).into())
    }

    fn boxed(&self, field: Field, label: Option<String>, look: Look) -> Html {
        let label = label.unwrap_or_else(|| self.label(field));
        let hint = match field {
            Field::PartAmount(part) => self.rate_hint(part),
            _ => self.of_nation(&format!("{}-hint", field.key())),
        };
        self.boxed_with(field, label, hint, look)
    }

    fn boxed_with(&self, field: Field, label: String, hint: Option<String>, look: Look) -> Html {
        let hint = hint.map(AttrValue::from);
        let id = AttrValue::from(field.id());
        let value = AttrValue::from(field.text(&self.state.plan));
        let error_word = AttrValue::from(say!(self.text, "error-prefix"));
        let on_enter = self.enter.clone();
        let (label, error) = (AttrValue::from(label), self.error(field));
        field_box(&FieldProps { field, id, label, hint, error, value, look, error_word, on_enter })
    }

    fn label(&self, field: Field) -> String {
        let id = format!("{}-label", field.key());
        match field {
            Field::PartAmount(_) | Field::Leaflet(_) => {
                self.text.by_id(&id, &[("what", self.worded(&field.what()).into())])
            }
            Field::Year(YearField::Decides(phase, _)) => {
                self.text.by_id(&id, &[("phase", self.says(&format!("spells-in-{}", phase.key())).into())])
            }
            _ => self.worded(&id),
        }
    }

    /// The benefit rate that counts where the amount is left empty.
    fn rate_hint(&self, part: Part) -> Option<String> {
        let law = self.state.law()?;
        let rate = (law.look_up)(law.nation, part.rate_name()?, law.on).ok()?;
        Some(say!(self.text, "pay-amount-hint", amount = self.text.money(rate.value)))
    }

    /// Boxes to tick, each with what is shown below it once it is ticked.
    pub fn ticks(&self, fields: Vec<(Field, String, Option<String>, Html)>) -> Html {
        html! {
            <div class="govuk-checkboxes">
                for (field, label, hint, below) in fields {
                    { self.tick(field, label, hint) }
                    if field.text(&self.state.plan) == TICKED {
                        <div class="govuk-checkboxes__conditional">{ below }</div>
                    }
                }
            </div>
        }
    }

    fn tick(&self, field: Field, label: String, hint: Option<String>) -> Html {
        let id = field.id();
        let is_ticked = field.text(&self.state.plan) == TICKED;
        let (enter, next) = (self.enter.clone(), if is_ticked { "" } else { TICKED });
        let onchange = Callback::from(move |_: Event| enter.emit((field, next.to_owned())));
        let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
        html! {
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" id={id.clone()} type="checkbox" checked={is_ticked} {onchange}
                    aria-describedby={hint_id.clone()} />
                <label class="govuk-label govuk-checkboxes__label" for={id}>{ label }</label>
                if let Some(hint) = hint { <div class="govuk-hint govuk-checkboxes__hint" id={hint_id}>{ hint }</div> }
            </div>
        }
    }

    /// A field for a figure: an amount, hours, a percentage, a week, a date.
    pub fn figure(&self, field: Field) -> Html {
        self.boxed(field, None, self.look_of(field))
    }

    /// The same under another label and hint than the field's own.
    pub fn figure_as(&self, field: Field, label: String, hint: Option<String>) -> Html {
        self.boxed_with(field, label, hint, self.look_of(field))
    }

    fn look_of(&self, field: Field) -> Look {
        let (prefix, suffix) = match field.kind() {
            Kind::Money if matches!(field, Field::Leaflet(name) if name.ends_with("percent")) => {
                (None, Some(AttrValue::from("%")))
            }
            Kind::Money => (Some(AttrValue::from("£")), None),
            Kind::Hours => (None, Some(AttrValue::from(say!(self.text, "shared-hours")))),
            Kind::Percent | Kind::Share => (None, Some(AttrValue::from("%"))),
            Kind::Weeks => (None, Some(AttrValue::from(say!(self.text, "shared-weeks")))),
            _ => (None, None),
        };
        let width = match field.kind() {
            Kind::Money | Kind::Date => 10,
            _ => 4,
        };
        Look::Figure { prefix, suffix, width }
    }

    /// An amount with how often it comes.
    pub fn rate(&self, amount: Field, per: Field) -> Html {
        let chosen = per.text(&self.state.plan);
        let options: Vec<(AttrValue, AttrValue)> = Per::ALL
            .iter()
            .map(|per| (per.key().into(), self.says(&format!("shared-per-{}", per.key())).into()))
            .collect();
        let label = self.worded(&format!("{}-label", per.key()));
        html! {
            <div class="pbp-pair">
                { self.figure(amount) }
                { self.select(per, label, options, &chosen) }
            </div>
        }
    }

    pub fn select(
        &self,
        field: Field,
        label: String,
        options: Vec<(AttrValue, AttrValue)>,
        chosen: &str,
    ) -> Html {
        let id = field.id();
        let enter = self.enter.clone();
        let onchange = Callback::from(move |event: Event| {
            let select: Option<web_sys::HtmlSelectElement> = event.target_dyn_into();
            if let Some(select) = select {
                enter.emit((field, select.value()));
            }
        });
        let error = self.error(field);
        let error_id = error.as_ref().map(|_| format!("{id}-error"));
        let is_wrong = error.is_some();
        let class = joined(&["govuk-select", when(is_wrong, "govuk-select--error")]);
        html! {
            <div class={joined(&["govuk-form-group", when(is_wrong, "govuk-form-group--error")])}>
                <label class="govuk-label" for={id.clone()}>{ label }</label>
                if let Some(error) = error {
                    <p class="govuk-error-message" id={error_id.clone()}>
                        <span class="govuk-visually-hidden">{ say!(self.text, "error-prefix") }{ " " }</span>{ error }
                    </p>
                }
                <select {class} {id} {onchange} autocomplete="off" aria-describedby={error_id}
                    aria-invalid={is_wrong.then_some("true")}>
                    for (value, shown) in options {
                        <option value={value.clone()} selected={value == chosen}>{ shown }</option>
                    }
                </select>
            </div>
        }
    }

    /// One line of words.
    pub fn short_words(&self, field: Field) -> Html {
        self.boxed(field, None, Look::Line)
    }

    /// A box for the person's own words, and below it one for whoever is with them.
    pub fn voices(&self, field: impl Fn(Author) -> Field) -> Html {
        let of = |by: Author, label: Option<String>| {
            self.boxed(field(by), label, Look::Words { own: by == Author::Person })
        };
        let other = match self.state.plan.role {
            Some(Role::Supporter) => Some(Author::Supporter),
            Some(Role::Together) => Some(Author::Worker),
            Some(Role::Me) | None => None,
        };
        let key = field(Author::Person).key();
        let note = other.map(|by| {
            let what = self.says(&format!("{key}-what"));
            let id = format!("matters-note-{}", by.key());
            (by, self.text.by_id(&id, &[("what", Cow::from(what))]))
        });
        html! {
            <>
                { of(Author::Person, None) }
                if let Some((by, label)) = note {
                    { of(by, Some(label)) }
                }
            </>
        }
    }

    /// Radio buttons. Nothing is chosen until the person chooses.
    pub fn radios(&self, field: Field, keys: &[&str], look: Choices) -> Html {
        let key = field.key();
        let options = keys
            .iter()
            .map(|option| (AttrValue::from((*option).to_owned()), self.worded(&format!("{key}-{option}"))));
        self.radios_of(field, options.map(|(value, label)| (value, label.into(), None)).collect(), look)
    }

    pub fn radios_of(
        &self,
        field: Field,
        options: Vec<(AttrValue, AttrValue, Option<Html>)>,
        look: Choices,
    ) -> Html {
        let key = field.key();
        let legend = self.worded(&format!("{key}-label"));
        let hint = self.of_nation(&format!("{key}-hint"));
        self.choice(field, field.id(), legend, hint, options, look)
    }

    /// A choice under another legend and id than the field's own.
    pub fn choice(
        &self,
        field: Field,
        id: String,
        legend: String,
        hint: Option<String>,
        options: Vec<(AttrValue, AttrValue, Option<Html>)>,
        look: Choices,
    ) -> Html {
        choice(&ChoiceProps {
            field,
            id: id.into(),
            legend: legend.into(),
            hint: hint.map(AttrValue::from),
            chosen: field.text(&self.state.plan).into(),
            options,
            look,
            on_enter: self.enter.clone(),
        })
    }

    /// A small button beside something: a picture, a word, and for those who hear it what it is for.
    pub fn tool(
        &self,
        id: Option<String>,
        action: Action,
        icon: Icon,
        label: String,
        of: Option<String>,
    ) -> Html {
        html! {
            <button type="button" class="pbp-tool" {id} onclick={self.sends(action)}>
                { icon.draw() }{ label }if let Some(of) = of { { heard(of) } }
            </button>
        }
    }

    /// A button of the page's second weight, or of its first.
    pub fn button(
        &self,
        id: &'static str,
        second: bool,
        action: Action,
        icon: Option<Icon>,
        label: String,
    ) -> Html {
        let class = joined(&["govuk-button", when(second, "govuk-button--secondary")]);
        html! {
            <button type="button" {class} {id} onclick={self.sends(action)}>
                if let Some(icon) = icon { { icon.draw() } }{ label }
            </button>
        }
    }

    /// A big amount with its label.
    pub fn amount(&self, label: String, shown: String, id: &str) -> Html {
        self.amount_with(label, shown, id, Html::default())
    }

    fn amount_with(&self, label: String, shown: String, id: &str, after: Html) -> Html {
        html! {
            <div class="pbp-figure">
                { words("p", "pbp-figure__label", label) }
                <p class="pbp-figure__amount" id={id.to_owned()}>
                    { figure(shown) }{ " " }{ words("span", "pbp-figure__unit", say!(self.text, "shared-a-week")) }
                </p>
                { after }
            </div>
        }
    }

    /// What is left of the budget, or how much it falls short, in words.
    pub fn left(&self, left: Range, id: &str) -> Html {
        if left.high.is_negative() {
            let short = Range { low: left.high.abs(), high: left.low.abs() };
            return self.amount_with(
                say!(self.text, "shared-short"),
                self.text.range(short),
                id,
                self.may_change(),
            );
        }
        self.amount_with(say!(self.text, "shared-left"), self.text.range(left), id, self.may_change())
    }

    pub fn not_priced(&self, count: usize) -> Html {
        if count == 0 {
            return Html::default();
        }
        para(self.text.by_id("support-not-priced", &[("count", count.to_string().into())]))
    }

    /// "Change", with what it changes for those who hear it.
    pub fn change_link(&self, page: Page, of: String) -> Html {
        self.link_to(
            page,
            "govuk-link",
            None,
            html! { <>{ say!(self.text, "shared-change") }{ heard(of) }</> },
        )
    }

    /// Words that people wrote, the person's own first and largest, each marked as whose they are.
    pub fn quote(&self, voices: &Voices, class: &'static str) -> Html {
        html! {
            for words in voices.all() {
                <figure class={joined(&["pbp-words", class, when(words.by != Author::Person, "pbp-words--other")])}>
                    <blockquote class="pbp-words__text" dir="auto">{ words.text.clone() }</blockquote>
                    <figcaption class="pbp-words__by">{ self.says(&self.state.whose(words.by, words.typed_by)) }</figcaption>
                </figure>
            }
        }
    }

    /// How somebody's words begin, by which a card is known under its number.
    pub fn in_short(&self, voices: &Voices) -> Html {
        let begins = voices.all().next().map(|words| begins(&words.text));
        html! { if let Some(begins) = begins { <p class="pbp-small" dir="auto">{ "“" }{ begins }{ "”" }</p> } }
    }

    /// The first thing that the person said they want, at the head of what follows.
    pub fn what_matters_first(&self) -> Html {
        let plan = &self.state.plan;
        let aims = plan.outcomes.iter().map(|outcome| &outcome.aim).find(|aim| !aim.is_empty());
        let wish = Some(&plan.matters.wish).filter(|wish| !wish.is_empty());
        match aims.or(wish) {
            Some(voices) => self.quote(voices, "pbp-words--small"),
            None => Html::default(),
        }
    }

    pub fn workings(&self, workings: &Workings, open_label: String) -> Html {
        let line = |id| self.line_name(id);
        workings_view(&self.names(&line), workings, open_label)
    }

    pub fn printed_workings(&self, workings: &Workings) -> Html {
        let line = |id| self.line_name(id);
        printed_workings(&self.names(&line), workings)
    }

    /// Where a figure or a rule of the partner's is from.
    pub fn cited(&self, citation: &Citation) -> Html {
        let line = |id| self.line_name(id);
        cited(&self.names(&line), citation)
    }

    fn names<'a>(&'a self, line: &'a dyn Fn(LineId) -> String) -> Names<'a> {
        Names {
            text: self.text,
            partner: self.partner(),
            nation: self.state.nation(),
            citations: &self.state.settings.citations,
            line,
        }
    }

    /// "Not known yet", with every reason.
    pub fn unknown(&self, missing: &[Missing]) -> Html {
        html! {
            <div class="pbp-figure">
                { words("p", "pbp-figure__amount pbp-unknown", say!(self.text, "shared-not-known")) }
                if !missing.is_empty() {
                    <ul>
                        for missing in missing { <li>{ self.says(missing.0) }</li> }
                    </ul>
                }
            </div>
        }
    }

    /// An amount that may change, as every estimate may.
    pub fn may_change(&self) -> Html {
        html! { { words("span", "pbp-mark", say!(self.text, "shared-may-change")) } }
    }

    /// The date that every estimate is for.
    pub fn holds_for(&self) -> String {
        match self.state.on() {
            Some(date) => say!(self.text, "shared-holds-for", date = self.text.date(date)),
            None => say!(self.text, "missing-date-unreadable"),
        }
    }

    pub fn partner(&self) -> String {
        self.state.settings.name.clone().unwrap_or_else(|| say!(self.text, "shared-this-site"))
    }

    /// What a line is called: its words, the person's own first, or that it has none yet.
    pub fn line_name(&self, id: LineId) -> String {
        let name = self.state.plan.line(id).and_then(|line| line.name.all().next());
        name.map_or_else(|| say!(self.text, "support-no-name"), |words| words.text.clone())
    }

    pub fn line_names(&self, lines: &[LineId]) -> String {
        lines.iter().map(|line| self.line_name(*line)).collect::<Vec<_>>().join(", ")
    }

    pub fn outcome_name(&self, id: OutcomeId) -> String {
        let aim = self.state.plan.outcome(id).and_then(|outcome| outcome.aim.all().next());
        aim.map_or_else(|| say!(self.text, "matters-no-aim"), |words| words.text.clone())
    }

    /// Nothing where the page is left out here.
    pub fn link_to(&self, page: Page, class: &'static str, id: Option<String>, content: Html) -> Html {
        if !self.state.has(page) {
            return Html::default();
        }
        let onclick = self.sends(Action::OpenedPage(page));
        html! { <a {class} {id} href="#page-heading" {onclick}>{ content }</a> }
    }
}

/// The longest beginning of words that stands under a number.
const BEGINNING: usize = 60;

/// The first line, cut where it is long.
fn begins(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let mut cut: String = line.chars().take(BEGINNING).collect();
    if cut.len() < line.len() {
        cut.push('…');
    }
    cut
}
