### Next steps, each with who does it.

steps-title = Next steps
steps-lead = Say what happens next, who does it and by when. A name stands beside each step, so that everyone knows whose it is.
steps-empty = A step is one thing that someone does next. For example:
steps-empty-example = “Ask about the art class. Sam, by Friday.”
steps-add = Add a step
steps-one = Step { $number }
steps-what-label = What happens next?
steps-what-hint = One small thing. For example: ring the housing office.
steps-what-what = the step
steps-who-label = Who does it?
steps-who-hint = A first name or a job is enough. If you do not know yet, the sheet has room to write it by hand.
steps-who-what = who does the step
steps-due-label = By when?
steps-due-hint = For example, 6 4 2027
steps-due-what = the date of the step
steps-state-label = How far is it?
steps-state-open = Still to do
steps-state-done = Done
steps-no-who = No name here yet. You can ask in the meeting who does it.
steps-caption = Each step, and who does it
steps-column-what = What
steps-column-who = Who
steps-column-due = By when
steps-column-state = How far
