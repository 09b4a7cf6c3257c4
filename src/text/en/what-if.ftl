### What if.

what-if-title = What if
what-if-lead = Try out what may change. Your plan stays as it is.
what-if-add-title = What may happen?
what-if-add-lead = Choose as many as you like. Nothing here is a forecast.
what-if-empty = When you choose something that may happen, you will see here what it does to the year. For example:
what-if-empty-example = “The year ends with £100 less than planned.”
what-if-happening-price-rise = The worker’s price goes up
what-if-happening-worker-leaves = The worker leaves
what-if-happening-worker-ill = The worker is ill
what-if-happening-carer-ill = A family carer is ill
what-if-happening-payment-late = The money comes late
what-if-happening-review = A review changes the budget
what-if-happening-respite = An extra short break
what-if-name-label = Your own name for this
what-if-name-hint = You can leave this empty.
what-if-name-what = the name
what-if-percent-price-rise = By how much
what-if-percent-what = the price rise
what-if-from-price-rise = From week
what-if-from-worker-leaves = From week
what-if-from-worker-ill = From week
what-if-from-carer-ill = From week
what-if-from-payment-late = From week
what-if-from-review = From week
what-if-from-respite = In week
what-if-from-what = the week
what-if-until-worker-leaves = Until week
what-if-until-worker-leaves-hint = Empty means the rest of the year.
what-if-until-what = the last week
what-if-weeks-worker-ill = For how many weeks
what-if-weeks-carer-ill = For how many weeks
what-if-weeks-payment-late = How many weeks late
what-if-weeks-what = the number of weeks
what-if-hours-carer-ill = How many hours of help a week must be paid for
what-if-hours-what = the hours of help
what-if-amount-worker-ill = Sick pay for the worker, a week
what-if-amount-worker-ill-hint = Write 0 if none is paid.
what-if-amount-review = The new budget, a week
what-if-amount-respite = What the short break costs more
what-if-amount-what = the amount
what-if-hour-worker-leaves = What another worker costs an hour
what-if-hour-worker-leaves-hint = Empty means that nobody comes in those weeks.
what-if-hour-worker-ill = What another worker costs an hour
what-if-hour-worker-ill-hint = Empty means that nobody comes in those weeks.
what-if-hour-what = the price an hour
what-if-says-price-rise = From week { $from } the worker costs { $new } an hour. Before, it is { $old }.
what-if-says-price-rise-alone = From week { $from } the worker’s price goes up by { $percent }.
what-if-says-worker-leaves = { $count ->
    [one] In week { $from } another worker comes for { $hour } an hour.
   *[other] In weeks { $from } to { $until } another worker comes for { $hour } an hour.
}
what-if-says-worker-leaves-nobody = { $count ->
    [one] In week { $from } no worker comes and none is paid.
   *[other] In weeks { $from } to { $until } no worker comes and none is paid.
}
what-if-says-worker-ill = { $count ->
    [one] In week { $from } the worker is ill and gets { $pay }. Another one comes for { $hour } an hour.
   *[other] In weeks { $from } to { $until } the worker is ill and gets { $pay } a week. Another one comes for { $hour } an hour.
}
what-if-says-worker-ill-nobody = { $count ->
    [one] In week { $from } the worker is ill and gets { $pay }. Nobody else comes.
   *[other] In weeks { $from } to { $until } the worker is ill and gets { $pay } a week. Nobody else comes.
}
what-if-says-carer-ill = { $count ->
    [one] In week { $from } you pay for { $hours } hours of help: { $amount }.
   *[other] In weeks { $from } to { $until } you pay for { $hours } hours of help: { $amount } a week.
}
what-if-says-payment-late = { $count ->
    [one] The money due in week { $from } comes in week { $then }.
   *[other] The money due in weeks { $from } to { $until } comes in week { $then }.
}
what-if-says-payment-late-after = { $count ->
    [one] The money due in week { $from } comes after this year.
   *[other] The money due in weeks { $from } to { $until } comes after this year.
}
what-if-says-review = From week { $from } the budget is { $amount } a week.
what-if-says-respite = In week { $from } a short break costs { $amount } more.
what-if-ends-less = The year ends with { $amount } less than planned.
what-if-ends-more = The year ends with { $amount } more than planned.
what-if-ends-same = The year ends as planned, but some weeks on the way differ.
what-if-same = This way to hold the money stays the same all year.
what-if-caption = Beside your plan
what-if-column-what = What
what-if-column-plan = As planned
what-if-column-then = With this
what-if-row-end = At the end of week 52
what-if-row-lowest = The lowest point
what-if-row-short = First week that is short
what-if-row-limit = First week over the limit
what-if-cell-lowest = { $amount }, week { $week }
what-if-cell-week = week { $week }
what-if-cell-no-week = none
what-if-ways-title = Show all 4 ways
what-if-ways-caption = The 4 ways, in their fixed order
what-if-column-way = Way
what-if-column-end-plan = End of year, as planned
what-if-column-end-then = End of year, with this
what-if-pictures-title = Side by side
what-if-pictures-lead = Each picture shows the money not spent at the end of every 4 weeks. All have the same scale. Your plan comes first.
what-if-picture-plan = As planned
what-if-picture-end = End of the year: { $amount }
what-if-choose-way = Choose a way above to see pictures.
what-if-council-not-cash = Money not used here stays with the council.
