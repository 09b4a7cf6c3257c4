### Many possible years.

chances-title = Many possible years
chances-lead = Nobody knows how a year will go. Here you see how the money may go in many of them.
chances-illustration = An illustration, not a forecast
chances-questions-title = How it has been for you
chances-now-label = How are things now?
chances-now-well = Well
chances-now-unwell = Not well
chances-now-hospital = In hospital
chances-often-label = How often do bad spells come?
chances-often-hint = If you choose none, we use the first study.
chances-often-own = As in my own last year
chances-often-lately = Like people in a study who were unwell lately: 44 of 100 within a year
chances-often-five-years = Like people in a study after their first time: 82 of 100 within 5 years
chances-often-settled = Like people in a study who had a settled year: 19 of 100 within a year
chances-spells-label = How many bad spells began last year?
chances-spells-what = the number of bad spells
chances-bad-weeks-label = How many weeks of last year were bad?
chances-bad-weeks-what = the number of bad weeks
chances-lasts-label = How long does a bad spell last?
chances-lasts-hint = If you choose none, we use the study.
chances-lasts-middle = Like people in a study: half of them were well again within 13 weeks
chances-lasts-own = I know how long mine last
chances-lasts-weeks-label = Weeks, on average
chances-lasts-weeks-what = how long a bad spell lasts
chances-hospital-label = Of 10 bad spells, how many led to a stay in hospital?
chances-hospital-hint = No study tells us this, so we ask you. It may be 0.
chances-hospital-what = how many of 10 bad spells led to hospital
chances-stay-label = How long does a stay in hospital last?
chances-stay-hint = If you choose none, we use the first figure.
chances-stay-middle = Half of all stays in England last 23 days or less
chances-stay-average = Stays in England last 39 days on average
chances-stay-own = I know how long mine last
chances-stay-weeks-label = Weeks, on average
chances-stay-weeks-what = how long a stay lasts
chances-pattern-title = How a bad spell goes for you
chances-pattern-lead = You can leave this out. Then every week of a bad spell counts as a crisis.
chances-struggling-label = Weeks of struggling before a crisis
chances-struggling-what = the weeks of struggling
chances-recovering-label = Weeks of recovering after a spell
chances-recovering-what = the weeks of recovering
chances-result-title = What may happen to the money
chances-ask = Show 10,000 possible years
chances-running = { $done } of { $of } years so far.
chances-stop = Stop
chances-stopped = Stopped. Your answers are all here.
chances-stale = Something in your plan has changed. You can see the years again with it.
chances-failed-no-worker = The part that works this out could not start.
chances-failed-died = The part that works this out stopped in the middle.
chances-failed-silent = The part that works this out did not answer.
chances-failed-unreadable = The answer could not be read.
chances-failed-nothing-lost = Nothing you wrote is lost. This page can work it out itself. It may take a little longer.
chances-here = Work it out in this page
chances-short = { $count ->
        [one] In 100 possible years, about { $count } ran short.
       *[other] In 100 possible years, about { $count } ran short.
    }
chances-short-none = In none of the years did the money run short.
chances-short-few = In fewer than 1 of 100 possible years the money ran short.
chances-middle = The middle year ends with { $amount } not spent.
chances-middle-council = The middle year ends with { $amount } not used. It stays with the council.
chances-middle-short = The middle year ends { $amount } short.
chances-tenth = In 1 of 10 years it is { $amount } or less.
chances-tenth-short = In 1 of 10 years it is at least { $amount } short.
chances-reserve = With { $amount } more set aside at the start, about 1 year in 20 runs short.
chances-reserve-none = At most 1 year in 20 runs short, with no more set aside.
chances-limit = { $count ->
        [one] In about { $count } of 100 years the money not spent passes the limit.
       *[other] In about { $count } of 100 years the money not spent passes the limit.
    }
chances-picture = Money not spent, at the end of every 4 weeks
chances-picture-key = The dark part holds the middle half of the years. Light and dark together hold 8 of 10. The line is the middle year.
chances-table-title = Show the figures
chances-save = Download these figures as a table
chances-caption = Money not spent, in pounds
chances-column-week = End of week
chances-column-10 = 1 in 10 has this or less
chances-column-25 = 1 in 4 has this or less
chances-column-50 = The middle year
chances-column-75 = 1 in 4 has this or more
chances-column-90 = 1 in 10 has this or more
chances-weeks = A year holds on average: { $list }.
chances-weeks-of = { $weeks } weeks { $phase }
chances-based-on = What these years are drawn from
chances-leaves-out = In these years the chances stay the same all year. Real life is not like that.
