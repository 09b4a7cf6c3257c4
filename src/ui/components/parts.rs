//! Small fragments that stand on many pages. One function for each, called often, keeps what a phone
//! downloads small: the same markup written out in each place would be compiled in each place.

use yew::prelude::*;

/// Classes joined; the empty ones fall away.
pub fn joined(classes: &[&str]) -> String {
    let mut joined = String::new();
    for class in classes.iter().filter(|class| !class.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(class);
    }
    joined
}

/// A class that is there only when something holds.
pub fn when(holds: bool, class: &'static str) -> &'static str {
    if holds { class } else { "" }
}

/// An element with a class and a text.
pub fn words(tag: &'static str, class: &'static str, text: String) -> Html {
    holds(tag, class, html! { { text } })
}

/// An element with a class and anything inside.
pub fn holds(tag: &'static str, class: &'static str, inside: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ inside }</@> }
}

pub fn para(text: String) -> Html {
    words("p", "", text)
}

pub fn small(text: String) -> Html {
    words("p", "pbp-small", text)
}

/// A heading, or another element, that something on the page points at.
pub fn named(tag: &'static str, class: &'static str, id: &str, text: String) -> Html {
    html! { <@{tag} {class} id={id.to_owned()}>{ text }</@> }
}

/// An amount that reads left to right in every language.
pub fn figure(shown: String) -> Html {
    html! { <bdi dir="ltr">{ shown }</bdi> }
}

/// Something that opens in place.
pub fn fold(class: &'static str, title: String, inside: Html) -> Html {
    html! {
        <details class={joined(&["govuk-details", class])}>
            <summary class="govuk-details__summary">{ words("span", "govuk-details__summary-text", title) }</summary>
            { holds("div", "govuk-details__text", inside) }
        </details>
    }
}

/// Words for those who hear the page.
pub fn heard(text: String) -> Html {
    html! { <>{ " " }{ words("span", "govuk-visually-hidden", text) }</> }
}

/// A table in a box of its own that scrolls: its caption names both.
pub fn table(id: &str, caption: String, head: Html, inside: Html) -> Html {
    let caption_id = format!("{id}-caption");
    html! {
        <section class="pbp-scroll" tabindex="0" aria-labelledby={caption_id.clone()}>
            <table class="govuk-table" id={id.to_owned()}>
                { named("caption", "govuk-table__caption", &caption_id, caption) }
                <thead class="govuk-table__head">{ holds("tr", "govuk-table__row", head) }</thead>
                { inside }
            </table>
        </section>
    }
}

pub fn column(title: String) -> Html {
    html! { <th class="govuk-table__header" scope="col">{ title }</th> }
}

pub fn number_column(title: String) -> Html {
    html! { <th class="govuk-table__header govuk-table__header--numeric" scope="col">{ title }</th> }
}

pub fn row_head(inside: Html) -> Html {
    html! { <th class="govuk-table__header" scope="row" dir="auto">{ inside }</th> }
}

pub fn cell(inside: Html) -> Html {
    holds("td", "govuk-table__cell", inside)
}

pub fn number_cell(inside: Html) -> Html {
    holds("td", "govuk-table__cell govuk-table__cell--numeric", inside)
}
