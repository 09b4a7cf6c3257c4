//! What changes the list of what-ifs: added, taken out, dropped where nothing was typed.

use super::action::Effect;
use super::field::{Field, WhatIfField};
use super::update::plan_of;
use super::{Notice, Removed, State};
use crate::domain::plan::what_if::{Happening, WhatIf};
use crate::domain::plan::{Author, Plan};

pub fn add(plan: &mut Plan, happening: Happening) -> Vec<Effect> {
    let id = plan.take_id();
    plan.what_ifs.push(WhatIf { happening: Some(happening), ..WhatIf::new(id) });
    vec![Effect::Focus(format!("what-if-{id}-heading"))]
}

pub fn remove(state: &mut State, id: u32) -> Vec<Effect> {
    let plan = plan_of(state);
    let Some(at) = plan.what_ifs.iter().position(|what_if| what_if.id == id) else { return Vec::new() };
    let what_if = plan.what_ifs.remove(at);
    state.removed = Some(Removed::WhatIf { at, what_if: Box::new(what_if) });
    state.is_checked = false;
    state.notice = Some(Notice::Removed);
    vec![Effect::FocusNotice]
}

pub fn put_back(plan: &mut Plan, at: usize, what_if: WhatIf) -> Vec<Effect> {
    let first = Field::WhatIf(what_if.id, WhatIfField::Name(Author::Person));
    plan.what_ifs.insert(at.min(plan.what_ifs.len()), what_if);
    vec![Effect::Focus(first.id())]
}

/// One that was added and never filled.
pub fn is_blank(what_if: &WhatIf) -> bool {
    *what_if == WhatIf { happening: what_if.happening, ..WhatIf::new(what_if.id) }
}
