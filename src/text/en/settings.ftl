### For partners: what is wrong in a settings file.

settings-title = For the people who run this site: some settings could not be used. What is right in the file is used.
settings-expected-file = the settings file was not found
settings-expected-smaller = the file is larger than 1 MB
settings-expected-object = expected an object, in curly brackets
settings-expected-list = expected a list, in square brackets
settings-expected-json = the file is not JSON
settings-expected-known-key = no setting has this name
settings-expected-short-text = expected a text of 1 to 200 letters
settings-expected-nation = expected england, scotland, wales or northern-ireland
settings-expected-amount = expected an amount in quotes, like "19.00"
settings-expected-percent = expected a number from 0 to 100 in quotes, like "8"
settings-expected-points = expected a whole number from 0 to 1000
settings-expected-ascending = expected more points than in the row before
settings-expected-weeks = expected a whole number from 1 to 520
settings-expected-yes-or-no = expected true or false
settings-expected-low-and-high = expected 2 amounts, the low one first
settings-expected-phone = expected digits and spaces
settings-expected-colour = expected a colour like #14505c that stands out from #fbf8f3 by 4.5 to 1
settings-expected-weeks-of-year = expected a whole number of weeks, at most 52
settings-expected-paid-every = expected week, four-weeks or month
settings-expected-basis = expected gross or net
