//! The fields of the plan that are not about money: words to prompts, people, risks, steps, who may know
//! what, readiness and reviews. Each function answers only for these.

use super::{Field, Kind, id_of_said, key_of, with_outcome};
use crate::domain::plan::review::Setting;
use crate::domain::plan::sharing::MayKnow;
use crate::domain::plan::{Answer, Author, OutcomeId, Plan};

impl Field {
    pub(super) fn own_key(self) -> Option<&'static str> {
        Some(match self {
            Self::OutcomeSaid(_, words, _) => words.field(),
            Self::Note(note, _) => note.field(),
            Self::Member(_, field) => field.key(),
            Self::Risk(_, field) => field.key(),
            Self::Step(_, field) => field.key(),
            Self::Review(_, field) => field.key(),
            Self::MayKnow(..) => "sharing-may-know",
            Self::Dated(dated) => dated.key(),
            Self::Real(_) => "ready-real",
            Self::Setting => "review-setting",
            Self::LinePayer(_) => "support-payer",
            Self::LineStage(_) => "support-stage",
            _ => return None,
        })
    }

    pub(super) fn own_id(self) -> Option<String> {
        let key = self.own_key()?;
        Some(match self {
            Self::OutcomeSaid(OutcomeId(id), _, by) => id_of_said(key, id, by),
            Self::Note(_, Author::Person) => key.into(),
            Self::Note(_, by) => format!("{key}-{}", by.key()),
            Self::Member(id, field) => field.id(id),
            Self::Risk(id, field) => field.id(id),
            Self::Step(id, field) => field.id(id),
            Self::Review(id, field) => field.id(id),
            Self::MayKnow(id, topic, time) => format!("{key}-{id}-{}-{}", topic.key(), time.key()),
            Self::Real(asked) => format!("{key}-{}", asked.key()),
            _ => return None,
        })
    }

    pub(super) fn own_kind(self) -> Option<Kind> {
        Some(match self {
            Self::OutcomeSaid(..) | Self::Note(..) => Kind::Words,
            Self::Member(_, field) => field.kind(),
            Self::Risk(_, field) => field.kind(),
            Self::Step(_, field) => field.kind(),
            Self::Review(_, field) => field.kind(),
            Self::Dated(_) => Kind::Date,
            _ => return None,
        })
    }

    pub(super) fn own_text(self, plan: &Plan) -> Option<String> {
        Some(match self {
            Self::OutcomeSaid(id, words, by) => {
                plan.outcome(id).map_or("", |outcome| outcome.said.by(words, by)).into()
            }
            Self::Note(note, by) => plan.notes.by(note, by).into(),
            Self::Member(id, field) => plan.member(id).map(|member| field.text(member)).unwrap_or_default(),
            Self::Risk(id, field) => plan.risk(id).map(|risk| field.text(risk)).unwrap_or_default(),
            Self::Step(id, field) => plan.step(id).map(|step| field.text(step)).unwrap_or_default(),
            Self::Review(id, field) => plan.review(id).map(|review| field.text(review)).unwrap_or_default(),
            Self::MayKnow(id, topic, time) => key_of(plan.sharing.said(id, topic, time).map(MayKnow::key)),
            Self::Dated(dated) => plan.dates.text(dated).into(),
            Self::Real(asked) => key_of(plan.choice.to(asked).map(Answer::key)),
            Self::Setting => key_of(plan.setting.map(Setting::key)),
            _ => return None,
        })
    }

    pub(super) fn enter_own(self, plan: &mut Plan, text: String, typed_by: Author) {
        match self {
            Self::OutcomeSaid(id, said, by) => {
                with_outcome(plan, id, |outcome| outcome.said.write(said, by, typed_by, text));
            }
            Self::Note(note, by) => plan.notes.write(note, by, typed_by, text),
            Self::Member(id, field) => {
                if let Some(member) = plan.circle.iter_mut().find(|member| member.id == id) {
                    field.enter(member, text, typed_by);
                }
            }
            Self::Risk(id, field) => {
                if let Some(risk) = plan.risks.iter_mut().find(|risk| risk.id == id) {
                    field.enter(risk, text, typed_by);
                }
            }
            Self::Step(id, field) => {
                if let Some(step) = plan.steps.iter_mut().find(|step| step.id == id) {
                    field.enter(step, text, typed_by);
                }
            }
            Self::Review(id, field) => {
                if let Some(review) = plan.reviews.iter_mut().find(|review| review.id == id) {
                    field.enter(review, text, typed_by);
                }
            }
            Self::MayKnow(id, topic, time) if plan.member(id).is_some() => {
                plan.sharing.write(id, topic, time, MayKnow::from_key(&text));
            }
            Self::Dated(dated) => plan.dates.type_in(dated, text),
            Self::Real(asked) => plan.choice.write(asked, Answer::from_key(&text)),
            Self::Setting => plan.setting = Setting::from_key(&text),
            _ => {}
        }
    }
}
