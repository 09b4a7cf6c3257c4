### Spent so far.

actual-title = Spent so far
actual-lead = Type what was really spent. See it beside the plan, and what is left for the rest of the year.
actual-by-label = I know what was spent
actual-by-week = week by week
actual-by-four-weeks = for every 4 weeks
actual-by-month = for every month
actual-until-label = The last week that is over
actual-until-hint = A number from 1 to 52. Week 1 is the first week of the plan’s year.
actual-until-what = the last week
actual-spent-title = What was spent
actual-spent-lead = Leave a box empty if you do not know.
actual-spent-week = Week { $from }
actual-spent-weeks = Weeks { $from } to { $until }
actual-spent-what = what was spent
actual-late-label = Bought, but not paid for yet
actual-late-hint = Bills that have not come yet. You can leave this empty.
actual-late-what = what is not paid for yet
actual-balance-label = What the account holds now
actual-balance-hint = All that is in it, with money set aside. You can leave this empty.
actual-balance-what = what the account holds
actual-file-title = Take it from a file
actual-file-lead = A table from your bank or a spreadsheet can fill the boxes. It needs a column for the date or week, and one for the amount.
actual-file-private = The file is read on this device. We keep the amounts for each week, and nothing else from it.
actual-file-no-start = For dates, say first when your plan’s year starts.
actual-file-start-link = Say when the year starts
actual-file-label = Choose a .csv file
actual-file-hint = Up to 10,000 lines.
actual-took-title = { $count ->
    [one] We took in { $count } line
   *[other] We took in { $count } lines
}
actual-took-all = Look at the boxes, and change what is wrong.
actual-left-when = These lines have no date or week that we can read: { $lines }.
actual-left-how-much = These lines have no amount that we can read: { $lines }.
actual-left-outside-year = These lines are for days outside the plan’s year: { $lines }.
actual-left-came-in = These lines are money that came in, so we left them out: { $lines }.
actual-left-more = { $lines } and { $count } more
actual-failed-too-large = This file is too big
actual-failed-damaged = This file cannot be read
actual-failed-too-many-lines = This file has more than 10,000 lines
actual-failed-no-lines = We found no line with a date or week and an amount
actual-failed-no-start = This file has dates, and we do not know when your year starts
actual-failed-outside-year = All days in this file are outside the plan’s year
actual-failed-nothing-changed = What you typed has not changed.
actual-less = You spent { $amount } less than planned so far.
actual-more = You spent { $amount } more than planned so far.
actual-same = You spent as much as planned so far.
actual-late-in = { $amount } that is not paid for yet is counted in.
actual-not-written = { $count ->
    [one] Nothing is written down for { $count } part of this time. There we use the plan.
   *[other] Nothing is written down for { $count } parts of this time. There we use the plan.
}
actual-holds-less = By these amounts, it would hold { $sum }. You say { $holds }, which is { $amount } less.
actual-holds-more = By these amounts, it would hold { $sum }. You say { $holds }, which is { $amount } more.
actual-holds-same = It holds what these amounts come to: { $sum }.
actual-holds-plan = As planned, the account would hold { $plan } at the end of week { $week }.
actual-holds-sum = By these amounts, it would hold { $sum }.
actual-ends-over = If the rest of the year goes as planned, { $amount } is not spent by the end of week 52.
actual-ends-short = If the rest of the year goes as planned, it is { $amount } short by the end of week 52. It first runs short in week { $week }.
actual-dips = If the rest of the year goes as planned, it runs short in week { $week }. By the end of week 52, { $amount } is not spent.
actual-talk = You can talk this over with your council or the people who support you.
actual-pictures = Money not spent, at the end of every 4 weeks
actual-picture-plan = As planned
actual-picture-then = As spent so far, then as planned
actual-caption = Planned and spent
actual-column-when = Weeks
actual-column-planned = Planned
actual-column-spent = Spent
actual-column-difference = Difference
actual-row-total = So far
actual-cell-not-written = not written down
actual-cell-less = { $amount } less
actual-cell-more = { $amount } more
actual-cell-same = the same
actual-late-row = Not paid for yet
actual-choose-way = Choose a way to hold the money first.
