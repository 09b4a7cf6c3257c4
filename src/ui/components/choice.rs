//! One choice among several. Nothing is chosen beforehand.

use yew::prelude::*;

use super::icon::Icon;
use super::parts::{joined, when};
use crate::app::field::Field;

/// How the choices lie.
#[derive(Clone, Copy, PartialEq)]
pub enum Choices {
    /// One below the other.
    List,
    /// Steps on a scale from little to much.
    Steps,
    /// A grid of tiles, each with a picture.
    Tiles,
}

pub struct ChoiceProps {
    pub field: Field,
    pub id: AttrValue,
    pub legend: AttrValue,
    pub hint: Option<AttrValue>,
    pub chosen: AttrValue,
    /// Value, label, and what is shown below it once it is chosen.
    pub options: Vec<(AttrValue, AttrValue, Option<Html>)>,
    pub look: Choices,
    pub on_enter: Callback<(Field, String)>,
}

pub fn choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { field, id, legend, hint, chosen, options, look, .. } = props;
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let fieldset = joined(&["govuk-fieldset", when(*look == Choices::Steps, "pbp-steps")]);
    let list = match look {
        Choices::List => "govuk-radios",
        Choices::Steps => "govuk-radios pbp-steps__scale",
        Choices::Tiles => "govuk-radios pbp-choices pbp-choices--grid",
    };
    html! {
        <div class="govuk-form-group">
            <fieldset class={fieldset} id={id.clone()} aria-describedby={hint_id.clone()}>
                <legend class="govuk-fieldset__legend">{ legend }</legend>
                if let Some(hint) = hint {
                    <div class="govuk-hint" id={hint_id}>{ hint }</div>
                }
                <div class={list}>
                    for (value, label, below) in options {
                        { option(props, *field, value, label) }
                        if let Some(below) = below.as_ref().filter(|_| value == chosen) {
                            <div class="govuk-radios__conditional" id={format!("{id}-{value}-more")}>{ below.clone() }</div>
                        }
                    }
                </div>
            </fieldset>
        </div>
    }
}

fn option(props: &ChoiceProps, field: Field, value: &AttrValue, label: &AttrValue) -> Html {
    let id = format!("{}-{value}", props.id);
    let (on_enter, chosen) = (props.on_enter.clone(), value.to_string());
    let onchange = Callback::from(move |_: Event| on_enter.emit((field, chosen.clone())));
    let icon = (props.look == Choices::Tiles).then(|| Icon::of_area(value)).flatten();
    html! {
        <div class="govuk-radios__item">
            <input class="govuk-radios__input" id={id.clone()} name={props.id.clone()} type="radio"
                value={value.clone()} checked={*value == props.chosen} {onchange} />
            <label class="govuk-label govuk-radios__label" for={id}>
                if let Some(icon) = icon { { icon.draw() }{ " " } }
                { label }
            </label>
        </div>
    }
}

/// The component with nothing chosen and with one choice made.
pub fn examples() -> Vec<ChoiceProps> {
    let of = |chosen: &'static str, look| ChoiceProps {
        field: Field::Aftercare,
        id: "pay-aftercare".into(),
        legend: "Legend".into(),
        hint: Some("Hint".into()),
        chosen: chosen.into(),
        options: vec![("yes".into(), "Yes".into(), None), ("no".into(), "No".into(), None)],
        look,
        on_enter: Callback::noop(),
    };
    vec![of("", Choices::List), of("yes", Choices::List), of("no", Choices::Steps)]
}
