//! people

use yew::prelude::*;

use super::head;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    html! { { head(view, None) } }
}
