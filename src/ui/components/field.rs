//! Every input: its label, hint, error and the ids that join them.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::parts::{joined, when};
use crate::app::field::{Field as FieldName, Kind};

/// What kind of box it is.
#[derive(Clone, PartialEq)]
pub enum Look {
    /// A short figure with what stands before and after it, and its width in characters.
    Figure { prefix: Option<AttrValue>, suffix: Option<AttrValue>, width: u8 },
    /// One line of words.
    Line,
    /// Several lines of words: the person's own are set larger.
    Words { own: bool },
}

pub struct FieldProps {
    pub field: FieldName,
    pub id: AttrValue,
    pub label: AttrValue,
    pub hint: Option<AttrValue>,
    pub error: Option<AttrValue>,
    pub value: AttrValue,
    pub look: Look,
    /// Said before an error, for those who hear it.
    pub error_word: AttrValue,
    pub on_enter: Callback<(FieldName, String)>,
}

pub fn field_box(props: &FieldProps) -> Html {
    let FieldProps { id, label, hint, error, look, .. } = props;
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let error_id = error.as_ref().map(|_| format!("{id}-error"));
    let described: Vec<&str> = hint_id.iter().chain(&error_id).map(String::as_str).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let beside = |text: &Option<AttrValue>, class: &'static str| match text {
        Some(text) => html! { <div {class} aria-hidden="true">{ text }</div> },
        None => Html::default(),
    };
    let control = match look {
        Look::Words { own } => area(props, described, *own),
        Look::Line => input(props, described, "pbp-words-field", None, "auto"),
        Look::Figure { prefix, suffix, width } => html! {
            <div class="govuk-input__wrapper">
                { beside(prefix, "govuk-input__prefix") }
                { input(props, described, &format!("govuk-input--width-{width}"), Some(mode(props.field)), "ltr") }
                { beside(suffix, "govuk-input__suffix") }
            </div>
        },
    };
    html! {
        <div class={joined(&["govuk-form-group", when(error.is_some(), "govuk-form-group--error")])}>
            <label class="govuk-label" for={id.clone()}>{ label }</label>
            if let Some(hint) = hint {
                <div class="govuk-hint" id={hint_id}>{ hint }</div>
            }
            if let Some(error) = error {
                <p class="govuk-error-message" id={error_id}>
                    <span class="govuk-visually-hidden">{ &props.error_word }{ " " }</span>{ error }
                </p>
            }
            { control }
        </div>
    }
}

/// Several lines of words.
fn area(props: &FieldProps, described: Option<String>, own: bool) -> Html {
    let (field, on_enter) = (props.field, props.on_enter.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            on_enter.emit((field, area.value()));
        }
    });
    let is_wrong = props.error.is_some();
    let class =
        joined(&["govuk-textarea", when(own, "pbp-words-field"), when(is_wrong, "govuk-textarea--error")]);
    html! {
        <textarea {class} id={props.id.clone()} rows="3" dir="auto" autocomplete="off" spellcheck="false" writingsuggestions="false"
            maxlength="20000" aria-describedby={described} aria-invalid={is_wrong.then_some("true")}
            value={props.value.clone()} {oninput} />
    }
}

/// One line of words or a figure.
fn input(
    props: &FieldProps,
    described: Option<String>,
    look: &str,
    inputmode: Option<&'static str>,
    dir: &'static str,
) -> Html {
    let (field, on_enter) = (props.field, props.on_enter.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_enter.emit((field, input.value()));
        }
    });
    let is_wrong = props.error.is_some();
    let class = joined(&["govuk-input", look, when(is_wrong, "govuk-input--error")]);
    html! {
        <input {class} id={props.id.clone()} type="text" {inputmode} {dir} autocomplete="off" spellcheck="false" writingsuggestions="false"
            maxlength="20000" aria-describedby={described} aria-invalid={is_wrong.then_some("true")}
            value={props.value.clone()} {oninput} />
    }
}

/// Which keyboard a phone shows.
fn mode(field: FieldName) -> &'static str {
    match field.kind() {
        Kind::Week | Kind::Weeks | Kind::Points => "numeric",
        Kind::Date => "text",
        _ => "decimal",
    }
}

/// The component in each of its looks and states.
pub fn examples() -> Vec<FieldProps> {
    let of = |field: FieldName, look: Look, error: Option<&'static str>| FieldProps {
        field,
        id: field.id().into(),
        label: "Label".into(),
        hint: Some("Hint".into()),
        error: error.map(AttrValue::from),
        value: "12,3,4".into(),
        look,
        error_word: "Error:".into(),
        on_enter: Callback::noop(),
    };
    let figure = Look::Figure { prefix: Some("£".into()), suffix: None, width: 7 };
    vec![
        of(FieldName::Income, figure.clone(), None),
        of(FieldName::Income, figure, Some("Wrong")),
        of(FieldName::Savings, Look::Line, None),
        of(FieldName::Savings, Look::Words { own: true }, Some("Wrong")),
    ]
}
