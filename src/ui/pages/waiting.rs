//! What stands in place of a page while the rest of the planner is still coming or has not come.
//! Only the first program draws it.
//! It draws no page and asks for nothing by itself; `www/boot.js` does.

use yew::prelude::*;

use crate::app::Rest;
use crate::app::action::Action;
use crate::say;
use crate::ui::components::parts::{named, para};
use crate::ui::view::View;

pub fn page(view: &View, rest: Rest) -> Html {
    let text = view.text;
    let is_missing = rest == Rest::Missing;
    // The key keeps this heading apart from the first page's, so that the focus moves to it.
    html! {
        <div key="waiting">
            { named("h1", "", "page-heading", say!(text, "shared-rest-heading")) }
            <div role="status">
                if is_missing {
                    { para(say!(text, "shared-rest-missing")) }
                    { para(say!(text, "shared-rest-safe")) }
                } else {
                    { para(say!(text, "shared-rest-coming")) }
                }
            </div>
            if is_missing {
                { view.button("rest-again", false, Action::AskedForRest, None, say!(text, "shared-rest-again")) }
            }
        </div>
    }
}
