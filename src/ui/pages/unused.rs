//! On a shared device that nobody seems to use: the answers are going to be cleared, and how to go on. A panel
//! in the page, which takes the focus. It counts nothing down: it speaks twice, and is still otherwise.

use std::borrow::Cow;

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::unused::UnusedAction;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::para;
use crate::ui::view::View;

/// `web` knows the panel by this id: what is pressed in it says nothing about the rest of the page.
const ID: &str = crate::web::UNUSED_PANEL;

/// The first program cannot save a file.
pub fn panel(view: &View, may_save: bool) -> Html {
    let text = view.text;
    let Some(warning) = &view.state.unused else { return Html::default() };
    let minutes = Cow::from(warning.minutes.to_string());
    html! {
        <section class="pbp-card pbp-unused pbp-screen-only" id={ID} aria-labelledby="unused-title">
            <h2 class="pbp-card__title" id="unused-title" tabindex="-1" aria-describedby="unused-left">
                { Icon::Clear.draw() }<span>{ say!(text, "notice-unused-title") }</span>
            </h2>
            <p id="unused-left" role="status">{ text.by_id("notice-unused-left", &[("minutes", minutes)]) }</p>
            { para(say!(text, "notice-unused-why")) }
            <div class="pbp-card__actions">
                { view.button("unused-carry-on", false, UnusedAction::CarriedOn.into(), None, say!(text, "notice-unused-carry-on")) }
                if may_save {
                    { view.button("unused-save", true, Action::AskedToSave, Some(Icon::Download), say!(text, "notice-unused-save")) }
                }
            </div>
        </section>
    }
}
