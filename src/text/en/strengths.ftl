### What there is already, from near to far, before paid support.

strengths-title = What is there already
strengths-lead = Start with you, then people, then places. Paid support comes last. This part is for all, with or without a budget.
strengths-lead-supporter = Start with them, then people, then places. Paid support comes last. This part is for all, with or without a budget.
strengths-lead-together = Start with the person, then people, then places. Paid support comes last. This part is for all, with or without a budget.
strengths-near-title = Close by
strengths-round-title = A bit further out
strengths-well-title = Staying well
strengths-people-link = Add people to the two circles
strengths-then-title = Then paid support
strengths-then = A budget fills what is still missing. A club, a class or help from a friend can be a line of the plan too. It can be free.
strengths-then-link = Go to support and costs
strengths-outcome = To be part of a group or a place can also be something to want.
strengths-outcome-link = Go to what matters
