//! Is the plan ready to agree? What a good support plan answers, what the law says a plan holds, and whether
//! a choice is real where somebody else holds the money. A check gives reasons, and never blocks or scores.
//! The seven questions follow In Control's criteria, which councils restate in words of their own.

use serde::{Deserialize, Serialize};

use super::note::Note;
use super::risk::RiskWords;
use super::step::{Step, StepState, StepWords};
use super::{Answer, OutcomeWords, Plan, Stage, Support, Way};
use crate::domain::nation::Nation;

keyed!(
    /// The seven questions of a good support plan.
    Question {
        Matters = "matters", Change = "change", Supported = "supported", Spent = "spent", Held = "held",
        Control = "control", Action = "action",
    }
);
keyed!(
    /// What a plan holds by law.
    Content {
        Needs = "needs", Eligible = "eligible", How = "how", Outcomes = "outcomes", Budget = "budget",
        Direct = "direct", Prevention = "prevention", Involved = "involved", Progress = "progress",
        Reviewed = "reviewed",
    }
);
keyed!(
    /// Why something is not there yet.
    Why {
        NoWords = "no-words", NoOutcome = "no-outcome", NoLine = "no-line",
        OutcomeWithoutLine = "outcome-without-line", LineWithoutOutcome = "line-without-outcome",
        NotPriced = "not-priced", NoBudget = "no-budget", OverBudget = "over-budget", NoWay = "no-way",
        NobodyDecides = "nobody-decides", NoWishes = "no-wishes", NoStep = "no-step",
        StepWithoutName = "step-without-name", NoNeed = "no-need", NoPrevention = "no-prevention",
        NoFrequency = "no-frequency", NobodyInvolved = "nobody-involved", NoMeasure = "no-measure",
        NoReview = "no-review", RiskWithoutAnswer = "risk-without-answer", OwnEstimate = "own-estimate",
    }
);

/// What is found for one question.
#[derive(Clone, PartialEq, Debug)]
pub enum Found {
    There,
    NotYet(Vec<Why>),
    /// Only the council can say.
    CouncilSays,
}

impl Found {
    fn of(missing: Vec<Option<Why>>) -> Self {
        let missing: Vec<Why> = missing.into_iter().flatten().collect();
        if missing.is_empty() { Self::There } else { Self::NotYet(missing) }
    }
}

/// What the sums say of the plan.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Sums {
    pub is_budget_known: bool,
    /// The budget is an estimate of one's own, and not what the council or trust said.
    pub is_own_estimate: bool,
    /// The plan costs more than there is, by each of its figures.
    pub is_over: bool,
    pub has_unpriced: bool,
    /// Is it known how often the money is paid?
    pub is_frequency_known: bool,
}

fn unless(holds: bool, why: Why) -> Option<Why> {
    (!holds).then_some(why)
}

/// The seven questions, each with what is not there yet.
pub fn questions(plan: &Plan, sums: Sums) -> Vec<(Question, Found)> {
    Question::ALL.iter().map(|&question| (question, Found::of(asked(plan, sums, question)))).collect()
}

fn asked(plan: &Plan, sums: Sums, question: Question) -> Vec<Option<Why>> {
    let matters = &plan.matters;
    let aims = || plan.outcomes.iter().filter(|outcome| !outcome.aim.is_empty());
    let words = !matters.good_day.is_empty() || !matters.bad_day.is_empty() || !matters.wish.is_empty();
    match question {
        Question::Matters => {
            let noted = Note::TALK.iter().any(|note| !plan.notes.to(*note).is_empty());
            vec![unless(words || noted || aims().next().is_some(), Why::NoWords)]
        }
        Question::Change => vec![unless(aims().next().is_some(), Why::NoOutcome)],
        Question::Supported => vec![
            unless(!plan.lines.is_empty(), Why::NoLine),
            unless(
                plan.lines.is_empty() || aims().all(|outcome| plan.serving(outcome.id).next().is_some()),
                Why::OutcomeWithoutLine,
            ),
        ],
        Question::Spent => vec![
            unless(sums.is_budget_known, Why::NoBudget),
            unless(!sums.is_budget_known || !plan.lines.is_empty(), Why::NoLine),
            unless(!sums.has_unpriced, Why::NotPriced),
            unless(!sums.is_over, Why::OverBudget),
            unless(
                plan.lines.iter().all(|line| !line.is_paid() || line.outcome.is_some()),
                Why::LineWithoutOutcome,
            ),
        ],
        Question::Held => vec![unless(plan.way.is_some(), Why::NoWay)],
        Question::Control => {
            let decides = plan.year.decides.iter().any(|told| !told.who.is_empty());
            let wished = Note::MONEY.iter().any(|note| !plan.notes.to(*note).is_empty());
            let answered = plan
                .risks
                .iter()
                .all(|risk| risk.said.is_empty() || !risk.said.to(RiskWords::Response).is_empty());
            vec![
                unless(decides, Why::NobodyDecides),
                unless(wished, Why::NoWishes),
                unless(answered, Why::RiskWithoutAnswer),
            ]
        }
        Question::Action => {
            // A first step says what comes next, and not who does it.
            let first = aims().any(|outcome| !outcome.first_step.is_empty());
            let is_named = |step: &&Step| !step.said.to(StepWords::Who).is_empty();
            let mut open = plan.steps.iter().filter(|step| step.state != Some(StepState::Done));
            let named = if plan.steps.is_empty() { !first } else { open.all(|step| is_named(&step)) };
            vec![unless(first || !plan.steps.is_empty(), Why::NoStep), unless(named, Why::StepWithoutName)]
        }
    }
}

/// What the law of a nation says a plan holds. Nothing where the facts hold no list for it.
/// England: Care Act 2014 s25(1)-(2), and with them the duty on the council in (3) to involve people. Wales: SI 2015/1335 regs 2 and 3. Northern Ireland: a trust's page.
/// Not covered: plans for carers, and plans of the NHS.
pub fn contents(nation: Nation) -> &'static [Content] {
    match nation {
        Nation::England => &[
            Content::Needs,
            Content::Eligible,
            Content::How,
            Content::Outcomes,
            Content::Budget,
            Content::Direct,
            Content::Prevention,
            Content::Involved,
        ],
        Nation::Wales => &[
            Content::Eligible,
            Content::Outcomes,
            Content::How,
            Content::Progress,
            Content::Reviewed,
            Content::Direct,
        ],
        Nation::NorthernIreland => &[Content::Needs, Content::Outcomes, Content::Budget],
        Nation::Scotland | Nation::NotSure => &[],
    }
}

/// What is found of one of them.
pub fn content(plan: &Plan, sums: Sums, content: Content) -> Found {
    let said = |words: OutcomeWords| plan.outcomes.iter().any(|outcome| !outcome.said.to(words).is_empty());
    let is_outcome = plan.outcomes.iter().any(|outcome| !outcome.aim.is_empty());
    let is_direct = matches!(plan.way, None | Some(Way::Direct | Way::Mixed));
    match content {
        Content::Eligible => Found::CouncilSays,
        Content::Needs => Found::of(vec![unless(said(OutcomeWords::Need), Why::NoNeed)]),
        Content::How => Found::of(vec![unless(!plan.lines.is_empty(), Why::NoLine)]),
        Content::Outcomes => Found::of(vec![unless(is_outcome, Why::NoOutcome)]),
        Content::Budget => Found::of(vec![
            unless(sums.is_budget_known, Why::NoBudget),
            unless(!sums.is_budget_known || !sums.is_own_estimate, Why::OwnEstimate),
        ]),
        Content::Direct if !is_direct => Found::There,
        Content::Direct => Found::of(vec![
            unless(plan.way.is_some(), Why::NoWay),
            unless(sums.is_budget_known, Why::NoBudget),
            unless(sums.is_frequency_known, Why::NoFrequency),
        ]),
        Content::Prevention => {
            let early = plan.lines.iter().any(|line| {
                line.support == Some(Support::Mainstream)
                    || matches!(line.stage, Some(Stage::Prevention | Stage::Early))
            });
            let noted = !plan.notes.to(Note::Prevention).is_empty();
            Found::of(vec![unless(early || noted, Why::NoPrevention)])
        }
        Content::Involved => {
            let decided = said(OutcomeWords::Decided);
            Found::of(vec![unless(decided || !plan.circle.is_empty(), Why::NobodyInvolved)])
        }
        Content::Progress => Found::of(vec![unless(said(OutcomeWords::Measure), Why::NoMeasure)]),
        Content::Reviewed => {
            let dated = plan.reviews.iter().any(|review| review.next.reading().known().is_some());
            Found::of(vec![unless(dated, Why::NoReview)])
        }
    }
}

keyed!(
    /// "Is my choice real?": five questions for a budget that somebody else holds.
    Real { Who = "who", What = "what", When = "when", Change = "change", Figures = "figures" }
);

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Chosen {
    pub asked: Real,
    pub answer: Answer,
}

/// The answers to them. What is not in the list was skipped.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Choices(pub Vec<Chosen>);

/// What the answers say together.
#[derive(Clone, PartialEq, Debug)]
pub enum Verdict {
    /// Nothing was answered.
    NotAsked,
    /// Yes to all five.
    Real,
    /// These are not so, and these are not known.
    InPart { no: Vec<Real>, unknown: Vec<Real> },
}

impl Choices {
    pub fn to(&self, asked: Real) -> Option<Answer> {
        self.0.iter().find(|chosen| chosen.asked == asked).map(|chosen| chosen.answer)
    }

    pub fn write(&mut self, asked: Real, answer: Option<Answer>) {
        self.0.retain(|chosen| chosen.asked != asked);
        if let Some(answer) = answer {
            self.0.push(Chosen { asked, answer });
            self.0.sort_by_key(|chosen| chosen.asked as u8);
        }
    }

    pub fn verdict(&self) -> Verdict {
        let of = |is: fn(Option<Answer>) -> bool| -> Vec<Real> {
            Real::ALL.iter().copied().filter(|asked| is(self.to(*asked))).collect()
        };
        let no = of(|answer| answer == Some(Answer::No));
        let unknown = of(|answer| matches!(answer, None | Some(Answer::NotSure)));
        match (self.0.is_empty(), no.is_empty() && unknown.is_empty()) {
            (true, _) => Verdict::NotAsked,
            (false, true) => Verdict::Real,
            (false, false) => Verdict::InPart { no, unknown },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::domain::plan::review::{LineCount, Review};
    use crate::domain::plan::{Author, Line, LineId, Outcome, OutcomeId};

    fn why(plan: &Plan, question: Question) -> Vec<Why> {
        let known = Sums { is_budget_known: true, is_frequency_known: true, ..Sums::default() };
        let found = questions(plan, known).into_iter().find(|(asked, _)| *asked == question);
        match found.map(|(_, found)| found) {
            Some(Found::NotYet(why)) => why,
            _ => Vec::new(),
        }
    }

    #[test]
    fn each_reason_goes_once_what_it_asks_for_is_there() {
        let mut plan = Plan::default();
        assert_eq!(why(&plan, Question::Change), [Why::NoOutcome]);
        let mut outcome = Outcome::new(OutcomeId(1));
        outcome.aim.write(Author::Person, Author::Person, "Sundays".into());
        plan.outcomes.push(outcome);
        assert!(why(&plan, Question::Change).is_empty());
        assert_eq!(why(&plan, Question::Supported), [Why::NoLine]);
        plan.lines.push(Line { support: Some(Support::Paid), ..Line::new(LineId(2)) });
        assert_eq!(why(&plan, Question::Supported), [Why::OutcomeWithoutLine]);
        assert_eq!(why(&plan, Question::Spent), [Why::LineWithoutOutcome]);
        plan.lines[0].outcome = Some(OutcomeId(1));
        assert!(why(&plan, Question::Supported).is_empty() && why(&plan, Question::Spent).is_empty());
    }

    #[test]
    fn a_budget_with_no_line_is_not_spent() {
        let plan = Plan::default();
        assert_eq!(why(&plan, Question::Spent), [Why::NoLine]);
        let found = questions(&plan, Sums::default());
        let spent = found.iter().find(|(asked, _)| *asked == Question::Spent);
        assert_eq!(spent.map(|(_, found)| found.clone()), Some(Found::NotYet(vec![Why::NoBudget])));
    }

    #[test]
    fn a_step_has_a_name_beside_it() {
        let mut plan = Plan::default();
        assert_eq!(why(&plan, Question::Action), [Why::NoStep]);
        let mut outcome = Outcome::new(OutcomeId(1));
        outcome.aim.write(Author::Person, Author::Person, "Sundays".into());
        outcome.first_step.write(Author::Person, Author::Person, "Ring".into());
        plan.outcomes.push(outcome);
        assert_eq!(why(&plan, Question::Action), [Why::StepWithoutName]);
        plan.steps.push(Step::new(2));
        assert_eq!(why(&plan, Question::Action), [Why::StepWithoutName]);
        plan.steps[0].said.write(StepWords::Who, Author::Person, Author::Person, "Sam".into());
        assert!(why(&plan, Question::Action).is_empty());
    }

    #[test]
    fn only_a_date_that_can_be_read_is_a_date_to_look_back() {
        let mut plan = Plan::default();
        let mut review = Review::new(1, Date::constant(2026, 11, 28), LineCount::default());
        review.next.type_in("in spring".into());
        plan.reviews.push(review);
        let reviewed = |plan: &Plan| content(plan, Sums::default(), Content::Reviewed);
        assert_eq!(reviewed(&plan), Found::NotYet(vec![Why::NoReview]));
        plan.reviews[0].next.type_in("1/5/2027".into());
        assert_eq!(reviewed(&plan), Found::There);
    }

    #[test]
    fn an_estimate_of_ones_own_is_not_the_figure_that_the_plan_needs() {
        let sums = Sums { is_budget_known: true, is_own_estimate: true, ..Sums::default() };
        let found = |sums| content(&Plan::default(), sums, Content::Budget);
        assert_eq!(found(sums), Found::NotYet(vec![Why::OwnEstimate]));
        assert_eq!(found(Sums { is_own_estimate: false, ..sums }), Found::There);
        assert_eq!(found(Sums::default()), Found::NotYet(vec![Why::NoBudget]));
    }

    #[test]
    fn a_choice_is_real_only_when_all_five_are_so() {
        let mut choices = Choices::default();
        assert_eq!(choices.verdict(), Verdict::NotAsked);
        Real::ALL.iter().for_each(|asked| choices.write(*asked, Some(Answer::Yes)));
        assert_eq!(choices.verdict(), Verdict::Real);
        choices.write(Real::When, Some(Answer::No));
        choices.write(Real::Figures, None);
        let expected = Verdict::InPart { no: vec![Real::When], unknown: vec![Real::Figures] };
        assert_eq!(choices.verdict(), expected);
    }

    #[test]
    fn the_law_of_one_nation_is_not_told_in_another() {
        assert!(contents(Nation::Scotland).is_empty());
        assert!(!contents(Nation::Wales).contains(&Content::Budget), "Wales has no personal budget");
        assert!(contents(Nation::England).contains(&Content::Prevention));
    }
}
