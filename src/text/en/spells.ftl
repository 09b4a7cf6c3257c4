### Good and bad spells: how things may be in a year, and what happens to the support then.

spells-title = Good and bad spells
spells-lead = Say when things may be hard, and what happens to your support then. This page asks about crisis and hospital. You can skip it.
spells-lead-supporter = Say when things may be hard, and what happens to the support then. This page asks about crisis and hospital. You can skip it.
spells-sum-none = In this year, all 52 weeks are well.
spells-sum = In this year: { $spells }.
spells-sum-struggling = { $count ->
    [one] 1 week of struggling (week { $weeks })
   *[other] { $count } weeks of struggling (weeks { $weeks })
}
spells-sum-crisis = { $count ->
    [one] 1 week in crisis (week { $weeks })
   *[other] { $count } weeks in crisis (weeks { $weeks })
}
spells-sum-hospital = { $count ->
    [one] 1 week in hospital (week { $weeks })
   *[other] { $count } weeks in hospital (weeks { $weeks })
}
spells-sum-recovering = { $count ->
    [one] 1 week of getting better (week { $weeks })
   *[other] { $count } weeks of getting better (weeks { $weeks })
}
spells-numbers = { $from } to { $until }
spells-days = { $from } to { $until }
spells-own-title = Your own last year
spells-own-title-supporter = Their own last year
spells-own-lead = Think back over the last 12 months. Were there hard times? Type in when they were. The plan then shows a year like it.
spells-own-lead-supporter = Think back together over the last 12 months. Were there hard times? Type in when they were. The plan then shows a year like it.
spells-week-1 = Week 1 starts on { $date }. Use the weeks at the same time of year.
spells-one = Spell { $number }
spells-add = Add a spell
spells-phase-label = How things are
spells-phase-none = Choose
spells-phase-well = Well
spells-phase-struggling = Struggling
spells-phase-crisis = In crisis
spells-phase-hospital = In hospital
spells-phase-recovering = Getting better
spells-in-struggling = While struggling
spells-in-crisis = In crisis
spells-in-hospital = In hospital
spells-in-recovering = While getting better
spells-letter-well = W
spells-letter-struggling = S
spells-letter-crisis = C
spells-letter-hospital = H
spells-letter-recovering = B
spells-from-label = From week
spells-from-what = the first week
spells-until-label = To week
spells-until-what = the last week
spells-examples-title = Start from an example
spells-examples-lead = Examples to try out. They are made up, and are no forecast.
spells-examples-replace = An example takes the place of the spells you have. You can undo it.
spells-preset-bad-winter = A bad winter
spells-preset-two-weeks-in-hospital = Two weeks in hospital
spells-preset-three-hard-spells = Three hard spells
spells-calendar-title = Paint the year
spells-calendar-help = Choose how things are. Then choose the weeks. You can drag over several weeks with a mouse.
spells-brush-label = Paint weeks as
spells-calendar-keys = With a keyboard: arrow keys move, Space paints. Hold Shift with the arrow keys to mark several weeks.
spells-week-said = Week { $week }, { $date }, { $phase }
spells-week-said-bare = Week { $week }, { $phase }
spells-day = { $day } { $month }
spells-month-1 = Jan
spells-month-2 = Feb
spells-month-3 = Mar
spells-month-4 = Apr
spells-month-5 = May
spells-month-6 = Jun
spells-month-7 = Jul
spells-month-8 = Aug
spells-month-9 = Sep
spells-month-10 = Oct
spells-month-11 = Nov
spells-month-12 = Dec
spells-undo = Undo the last change
spells-redo = Bring it back
spells-happens-title = What happens to the support
spells-lines-none = When your plan has paid support, you can say here what happens to it.
spells-lines-lead = Open a line to say what happens to it. What you leave out stays as it says here.
spells-others = At other hard times
spells-happens-label = What happens to it
spells-happens-usual = As usual
spells-happens-more = More of it
spells-happens-less = Less of it
spells-happens-paused = It stops
spells-happens-kept-on = Part pay, to keep the worker
spells-unsaid-usual = Not said: as usual
spells-unsaid-paused = Not said: it stops
spells-unsaid-half = Not said: half pay
spells-unsaid-all = Not said: full pay
spells-said = { $phase }: { $happens }
spells-said-usual = as usual
spells-said-more = { $share }% of the usual
spells-said-less = { $share }% of the usual
spells-said-paused = it stops
spells-said-kept-on = the worker gets { $share }% of the pay
spells-said-half = the worker gets half pay
spells-said-all = the worker gets full pay
spells-said-unclear = not clear yet
spells-share-label = How much of the usual
spells-share-hint = 100 is as usual, 50 is half, 150 is half as much again.
spells-share-what = how much of the usual
spells-decides-title = Who decides then
spells-decides-lead = Who may decide for you, who keeps being paid, who must be asked? Write what you want.
spells-decides-lead-supporter = Who may decide, who keeps being paid, who must be asked? Write what the person wants.
spells-decides-note = This says what you wish. It is not binding.
spells-decides-any = Write it for a hard time
spells-decides-label = { $phase }: who decides, and what must happen
spells-decides-what = who decides
spells-money-title = The money in hospital
spells-payments-weeks = In hospital the payments go on for { $weeks } weeks of a stay.
spells-payments-set = In hospital the payments go on for { $weeks } weeks of a stay. This comes from { $partner }.
spells-payments-go-on = Nothing is set for a stay in hospital, so the payments go on. Your agreement may say otherwise.
spells-payments-unreadable = The weeks that payments go on in hospital cannot be read.
spells-charge-yes = You go on paying your own part.
spells-charge-no = You do not pay your own part then.
spells-charge-not-sure = We do not know if you pay your own part then. Here it goes on. Ask your council.
spells-money-link = Change it on the page of the year
