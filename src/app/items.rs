//! People in the circle, risks, steps and reviews: lists that grow by one, lose one and get it back.

use super::action::Effect;
use super::{Notice, Removed, State, update};
use crate::domain::plan::Plan;
use crate::domain::plan::circle::{Member, MemberWords};
use crate::domain::plan::review::{LineCount, Review};
use crate::domain::plan::risk::Risk;
use crate::domain::plan::sharing::Share;
use crate::domain::plan::step::Step;
use crate::say;
use crate::text::Text;

impl State {
    /// What somebody in the circle is called: their name, the person's own words first, or that they have none.
    pub fn member_name(&self, text: Text, id: u32) -> String {
        let name = self.plan.member(id).and_then(|member| member.said.to(MemberWords::Name).all().next());
        name.map_or_else(|| say!(text, "people-no-name"), |words| words.text.trim().to_owned())
    }
}

/// Which list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    Member,
    Risk,
    Step,
    Review,
}

impl Item {
    /// The first part of the ids of what stands on the page for one.
    pub fn key(self) -> &'static str {
        match self {
            Self::Member => "people",
            Self::Risk => "risks",
            Self::Step => "steps",
            Self::Review => "review",
        }
    }
}

/// What was taken out, and from where.
#[derive(Clone, PartialEq, Debug)]
pub enum Taken {
    /// With what they may know.
    Member(usize, Member, Vec<Share>),
    Risk(usize, Risk),
    Step(usize, Step),
    Review(usize, Review),
}

pub(super) fn add(state: &mut State, item: Item) -> Vec<Effect> {
    let today = state.today;
    let plan = update::plan_of(state);
    let id = plan.take_id();
    match item {
        Item::Member => plan.circle.push(Member::new(id)),
        Item::Risk => plan.risks.push(Risk::new(id)),
        Item::Step => plan.steps.push(Step::new(id)),
        Item::Review => {
            let lines = LineCount::of(plan);
            plan.reviews.push(Review::new(id, today, lines));
        }
    }
    vec![Effect::Focus(heading(item, id))]
}

/// The id of the heading of one.
pub fn heading(item: Item, id: u32) -> String {
    format!("{}-{id}-heading", item.key())
}

pub(super) fn remove(state: &mut State, item: Item, id: u32) -> Vec<Effect> {
    let plan = update::plan_of(state);
    let Some(taken) = take(plan, item, id) else { return Vec::new() };
    state.removed = Some(Removed::Item(Box::new(taken)));
    if item == Item::Member && state.sheet.reader == Some(id) {
        state.sheet.reader = None;
    }
    state.is_checked = false;
    state.notice = Some(Notice::Removed);
    vec![Effect::FocusNotice]
}

fn take(plan: &mut Plan, item: Item, id: u32) -> Option<Taken> {
    Some(match item {
        Item::Member => {
            let at = plan.circle.iter().position(|member| member.id == id)?;
            let shares = plan.sharing.0.iter().filter(|share| share.member == id).cloned().collect();
            plan.sharing.forget(id);
            Taken::Member(at, plan.circle.remove(at), shares)
        }
        Item::Risk => {
            let at = plan.risks.iter().position(|risk| risk.id == id)?;
            Taken::Risk(at, plan.risks.remove(at))
        }
        Item::Step => {
            let at = plan.steps.iter().position(|step| step.id == id)?;
            Taken::Step(at, plan.steps.remove(at))
        }
        Item::Review => {
            let at = plan.reviews.iter().position(|review| review.id == id)?;
            Taken::Review(at, plan.reviews.remove(at))
        }
    })
}

pub(super) fn put_back(plan: &mut Plan, taken: Taken) -> Vec<Effect> {
    let (item, id) = match taken {
        Taken::Member(at, member, shares) => {
            let id = member.id;
            put(&mut plan.circle, at, member);
            for share in shares {
                plan.sharing.write(id, share.topic, share.time, Some(share.answer));
            }
            (Item::Member, id)
        }
        Taken::Risk(at, risk) => {
            let id = risk.id;
            put(&mut plan.risks, at, risk);
            (Item::Risk, id)
        }
        Taken::Step(at, step) => {
            let id = step.id;
            put(&mut plan.steps, at, step);
            (Item::Step, id)
        }
        Taken::Review(at, review) => {
            let id = review.id;
            put(&mut plan.reviews, at, review);
            (Item::Review, id)
        }
    };
    vec![Effect::Focus(heading(item, id))]
}

fn put<T>(list: &mut Vec<T>, at: usize, one: T) {
    list.insert(at.min(list.len()), one);
}

/// Those that were added and never filled leave without a trace. A review holds its date from the start.
pub(super) fn has_blank(plan: &Plan) -> bool {
    plan.circle.iter().any(is_blank_member)
        || plan.risks.iter().any(|risk| *risk == Risk::new(risk.id))
        || plan.steps.iter().any(|step| *step == Step::new(step.id))
}

pub(super) fn drop_blank(plan: &mut Plan) {
    let gone = plan.circle.iter().filter(|member| is_blank_member(member)).map(|member| member.id);
    for id in gone.collect::<Vec<_>>() {
        plan.sharing.forget(id);
    }
    plan.circle.retain(|member| !is_blank_member(member));
    plan.risks.retain(|risk| *risk != Risk::new(risk.id));
    plan.steps.retain(|step| *step != Step::new(step.id));
}

fn is_blank_member(member: &Member) -> bool {
    *member == Member::new(member.id)
}
