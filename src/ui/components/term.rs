//! A hard word that opens its meaning in place.

use yew::prelude::*;

use super::parts::{fold, words};
use crate::app::action::Action;
use crate::say;
use crate::ui::view::View;

/// A sentence in which hard words are marked as `‹word|as shown›`: each becomes an opening.
pub fn sentence(view: &View, said: &str) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    for (index, piece) in said.split(['‹', '›']).enumerate() {
        parts.push(match piece.split_once('|') {
            Some((word, shown)) if index % 2 == 1 => term(view, word, shown),
            _ => html! { { piece.to_owned() } },
        });
    }
    parts.into_iter().collect()
}

/// A hard word that opens and closes its meaning, `glossary-<word>-meaning`, behind it.
fn term(view: &View, word: &str, shown: &str) -> Html {
    let id = format!("term-{word}");
    let is_open = view.state.open_term.as_deref() == Some(word);
    let meaning = meaning(view, word);
    let onclick = view.sends(Action::ToggledTerm(word.to_owned()));
    html! {
        <>
            <button type="button" class="pbp-term" aria-expanded={is_open.to_string()} aria-controls={id.clone()} {onclick}>
                { shown.to_owned() }
            </button>
            <span class="pbp-term__meaning" {id} hidden={!is_open}>{ meaning }</span>
        </>
    }
}

/// What a word means, and what people here call it, where the partner says so.
fn meaning(view: &View, word: &str) -> String {
    let meaning = view.says(&format!("glossary-{word}-meaning"));
    let words = &view.state.settings.words;
    let here = match word {
        "personal-budget" => words.personal_budget.as_ref(),
        "individual-service-fund" => words.isf.as_ref(),
        _ => None,
    };
    match here {
        Some(here) => format!("{meaning} {}", say!(view.text, "settings-called-here", word = here.clone())),
        None => meaning,
    }
}

/// The hard words of a page that stand in labels and headings, closed.
pub fn word_list(view: &View, list: &[&str]) -> Html {
    let text = view.text;
    let entries: Html = list
        .iter()
        .map(|word| {
            html! {
                <>
                    { words("dt", "", text.by_id(&format!("glossary-{word}-term"), &[])) }
                    { words("dd", "", meaning(view, word)) }
                </>
            }
        })
        .collect();
    fold("pbp-glossary", say!(text, "shared-words-explained"), html! { <dl>{ entries }</dl> })
}
