### Many possible years: what the published figures behind them do not tell.

many-caution-lately = This is from people with bipolar disorder who were unwell not long ago. You may be different.
many-caution-five-years = This is from people in the USA after their first time of being unwell. You may be different.
many-caution-settled = This is from people with bipolar disorder who had been well for a year. You may be different.
many-caution-lasts = This is from 219 people in the USA. Weeks with milder signs are not counted.
many-caution-stay = A few stays are very long. Years drawn from this figure have too few of them.
