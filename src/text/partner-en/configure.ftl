### The page on which a partner sets the planner up. Plain messages only: they are written into
### www/outer/configure.html when the bundle is made.

configure-title = Set up the planner for your website
configure-lead = Fill in what you know. Leave the rest empty. You can change it at any time.
configure-private = What you type here stays in this page. It is sent nowhere, and nothing is stored. Save your file before you close the page.
configure-noscript = This page needs JavaScript. Without it you can write the settings file by hand.
configure-noscript-schema = The list of all settings
configure-skip = Skip to the settings
configure-on-this-page = On this page
configure-loading = The form is loading.
configure-failed = A part of this page did not arrive. Load the page again.
configure-gallery = See the planner in example pages

# Step 1: where to start from.
configure-start = 1. Start
configure-start-text = You can start with an empty form. Or open a file that you saved before.
configure-open = Open a settings file
configure-open-hint = A file that ends in .json. It is read in this page only.
configure-paste = Paste settings as text
configure-paste-hint = Paste the whole text of a settings file.
configure-paste-use = Use this text
configure-example = Fill in Demoshire’s example
configure-example-hint = Demoshire is made up. Take its figures out before you use the file.
configure-empty = Empty the form
configure-undo = Put back what was there
configure-opened = Opened. The form shows what is in the file.
configure-opened-twice = Opened. A setting stood in the file 2 times. The form shows the last one.
configure-emptied = The form is empty.
configure-put-back = Your settings are back.
configure-not-read = This is not a settings file. The form stays as it was.
configure-too-large = This file is larger than 1 MB. The form stays as it was.

# Step 2: the settings.
configure-settings = 2. Your settings
configure-settings-text = Every field can stay empty. The planner then asks the person, or uses the national figure.
configure-no-sources = You cannot change our sources, our safety words or what we keep private.
configure-not-set = Not set
configure-yes = Yes
configure-no = No
configure-add = Add
configure-remove = Take out
configure-filled = Filled in:
configure-problems-here = To put right:
configure-picker = Pick a colour
configure-problem = Problem:

# What the check says.
configure-check = Check of your settings
configure-checking = We are checking.
configure-fine = There is nothing to put right.
configure-problems = Things to put right:
configure-problems-text = These settings are left out until they are right. All others work.
configure-place = Place in the file:
configure-take-out = Take this setting out
configure-repairs = Colours that we changed
configure-repairs-text = These colours are hard to read on our page. The planner uses the nearest colour that people can read. Your own colour stays in the file.
configure-repair-from = Your colour:
configure-repair-to = The planner uses:
configure-outdated = Figures that may be old
configure-outdated-text = Their last day is behind us. The planner still uses them, and marks them.

# What was expected in a field. One for each word that the check knows.
configure-expected-file = The file was not found.
configure-expected-smaller = The file is larger than 1 MB.
configure-expected-object = A group of settings belongs here, in curly brackets.
configure-expected-list = A list belongs here, in square brackets.
configure-expected-json = This is not a settings file. A comma or a bracket may be missing.
configure-expected-known-key = No setting has this name. It may be an old one, or a slip.
configure-expected-short-text = Write 1 to 200 letters.
configure-expected-nation = Choose one of the 4 nations.
configure-expected-amount = Write an amount in pounds, like 19.00.
configure-expected-percent = Write a number from 0 to 100.
configure-expected-points = Write a whole number from 0 to 1000.
configure-expected-ascending = Put the row with the fewest points first.
configure-expected-weeks = Write a whole number from 1 to 520.
configure-expected-yes-or-no = Choose Yes, No or Not set.
configure-expected-low-and-high = Write both amounts. The first one must not be the higher one.
configure-expected-phone = Write a phone number with digits and spaces.
configure-expected-colour = Write a colour like #14505c.
configure-expected-weeks-of-year = Write a whole number of weeks, 52 at most.
configure-expected-paid-every = Choose one of the 3 answers.
configure-expected-basis = Choose one of the 2 answers.
configure-expected-minutes = Write a whole number from 5 to 120.
configure-expected-few-words = Write 1 to 60 letters.
configure-expected-amount-above-nought = Write an amount above 0, like 250.00.
configure-expected-raised-percent = Write a number from 100 to 1000.
configure-expected-nights = Write a whole number from 0 to 366.
configure-expected-date = Write a day like 2026-04-06. The year comes first.
configure-expected-later-date = The last day must not be before the first.
configure-expected-https = Write an address that starts with https://.
configure-expected-contact-kind = Choose one of the 3 answers.
configure-expected-corners = Choose one of the 3 answers.
configure-expected-page-off = This page cannot be left out.
configure-expected-nation-for-charging = Choose the nation. What people pay differs from nation to nation.
configure-expected-switch-of-nation = Your nation has no such rule. Take it out.
configure-expected-flatter = The file has too many brackets inside each other.
configure-expected-once = This setting stands in the file 2 times.
configure-expected-other = Look at the hint of this field.

# Step 3: the preview.
configure-preview = 3. See it
configure-preview-text = This is the real planner with your settings. It starts again after each change.
configure-preview-width = How wide
configure-preview-phone = Phone
configure-preview-desktop = Desktop
configure-preview-title = The planner as your visitors see it
configure-preview-box = Preview
configure-preview-load = Load the preview again
configure-preview-silent = The planner does not answer. Check that it can be reached from here.

# Step 4: saving.
configure-save = 4. Save your file
configure-save-text = Keep this file safe. You need it to change your settings later.
configure-save-button = Save the settings file
configure-save-again = Look for the file in your downloads.
configure-save-see = See the file as text
configure-save-label = Your settings as text
configure-save-upload = Then put the file on your website, as you would add a picture. Write its address in step 5.

# Step 5: the code.
configure-code = 5. Put it in your page
configure-code-text = Answer these first. The code below changes with your answers.
configure-where = The address of your settings file
configure-where-hint = Like https://www.example.org/files/planner.json. It must be on the website that shows the planner.
configure-where-problem = The address must end in .json.
configure-name = Or the short name of your file
configure-name-hint = Only if whoever hosts the planner put your file beside it. Like demoshire.
configure-name-problem = Use small letters, digits and dashes, 40 at most.
configure-frame-title = The name of the frame
configure-frame-title-hint = People who use a screen reader hear it. Two planners on one page need two names.
configure-page = The page that comes after the first one
configure-page-start = The list of all parts
configure-leave = Where “Leave this page” goes
configure-leave-hint = An address that starts with https://. Empty means the BBC weather.
configure-leave-problem = The address must start with https://.
configure-height = The height of the frame
configure-height-fit = As high as the planner
configure-height-fixed = Always the same. The planner scrolls inside.
configure-eager = Load the planner
configure-eager-near = When people come near it
configure-eager-once = At once
configure-more-answers = More answers
configure-follow = Code that keeps up with us
configure-follow-text = You get April’s rates and repairs without doing anything. This suits most websites.
configure-pinned = Code that never changes
configure-pinned-text = Your browser checks that the script is the very same one. You must change the code yourself to get new rates.
configure-element = The same as an element of its own
configure-element-text = For websites that are made from components.
configure-bare = A frame alone
configure-bare-text = For websites that allow no script. The frame has one height and scrolls inside. It can only use a file with a short name.
configure-copy = Copy the code
configure-copied = Copied. Paste it into your page.
configure-not-copied = This browser did not let us copy. The code is selected. Copy it by hand.
configure-own-page = Open the planner on its own page
configure-loader-title = Personal budget planner
configure-integrity-none = This browser did not work out the check value here. Open this page over https.

# The host's policy.
configure-policy = Lines for your security policy
configure-policy-text = Does your website send a Content-Security-Policy? Add these.
configure-policy-frame = For every kind of code:
configure-policy-script = For code with our script, add this too:
configure-policy-none = If you do not know what this is, you can leave it. If the planner stays blank, show these lines to your web team.

# Notes for systems.
configure-systems = 6. Notes for your system
configure-systems-text = Some systems take code out when you save. Open the one that you use. We have not tried these notes in the systems themselves.
configure-wordpress = WordPress
configure-wordpress-1 = Add a block called Custom HTML. Paste the code into it.
configure-wordpress-2 = Only some roles may keep a frame or a script. WordPress calls it unfiltered_html. If the code is gone after you save, ask an administrator to paste it.
configure-wordpress-3 = WordPress may not take a .json file. Ask whoever hosts the planner to put your file beside it. Then use its short name.
configure-multisite = WordPress with many sites
configure-multisite-1 = Here only a super administrator keeps a frame or a script. Send them the code for the frame alone.
configure-multisite-2 = They can also add the code with a small plugin for one page.
configure-oembed = WordPress, by pasting an address
configure-oembed-1 = WordPress shuts an unknown address in a strict frame. The planner works there. But it keeps answers in memory only, and cannot save a file.
configure-oembed-2 = Use the Custom HTML block if you can.
configure-drupal = Drupal and CKEditor
configure-drupal-1 = The rule “Limit allowed HTML” takes out frames and scripts. Choose a text format without that rule, such as Full HTML.
configure-drupal-2 = Or ask your administrator to allow the frame. Then use the code for the frame alone.
configure-drupal-3 = Paste it in the source view of the editor.
configure-umbraco = Umbraco
configure-umbraco-1 = The rich text editor may take the code out. Ask your web team for a field that takes raw HTML, and paste it there.
configure-umbraco-2 = If they allow no script, use the code for the frame alone.
configure-wix = Wix
configure-wix-1 = Add an element that embeds code. Paste the code for the frame alone.
configure-wix-2 = Wix puts your code in a frame of its own. So the height does not follow the planner. Make the element 900 high or more.
configure-delayed = Websites that delay scripts
configure-delayed-1 = Rocket Loader, WP Rocket and others may start our script late. It still works. The code asks Rocket Loader to leave it alone.
configure-delayed-2 = If the planner comes too late, leave our script out in their settings. Or use the code for the frame alone.
configure-consent = Websites with a cookie banner
configure-consent-1 = A banner may block the planner until people agree. The planner sets no cookie and follows nobody. It stores something only if the person asks for it.
configure-consent-2 = So you can tell the banner to let our address through:
configure-after = After you paste it
configure-after-1 = Open your page. Read the first page of the planner. It lists any setting that could not be used.
configure-after-2 = Look at it on a phone too.

# The groups of settings.
configure-group-about = About you
configure-group-indicative = A first guess at the budget
configure-group-prices = Prices
configure-group-payments = How you pay
configure-group-charging = What people pay
configure-group-contacts = People to ask
configure-group-colours = Colours
configure-group-page = The page itself
configure-group-words = Your words

# The settings. Each has a label, and most have a hint. Answers of a choice end in the answer's name.
configure-key-name = Your name
configure-key-name-hint = The planner names you as the source of your figures. Like Demoshire Together.
configure-key-nation = Nation
configure-key-nation-hint = Whose law applies. Not set means that the planner asks.
configure-key-nation-england = England
configure-key-nation-scotland = Scotland
configure-key-nation-wales = Wales
configure-key-nation-northern-ireland = Northern Ireland

configure-key-indicative-low-weekly = The low end, £ a week
configure-key-indicative-low-weekly-hint = Do you publish a range for a first guess? Fill in both ends.
configure-key-indicative-high-weekly = The high end, £ a week
configure-key-indicative-help-counted = Is help from family and friends taken off already?
configure-key-indicative-points = Your table from points to money
configure-key-indicative-points-hint = Each row holds from its points up to the next row. Start with the fewest points.
configure-key-indicative-points-points = From this many points
configure-key-indicative-points-weekly = Money, £ a week

configure-key-prices-own-hour = An hour of a personal assistant, £
configure-key-prices-own-hour-hint = With all costs of having a worker in it.
configure-key-prices-council-hour = An hour that the council arranges, £
configure-key-prices-running-weekly = Running a direct payment, £ a week
configure-key-prices-running-weekly-hint = Such as payroll and insurance.
configure-key-prices-isf-fee-percent = Fee of a support organisation that holds the budget, %
configure-key-prices-isf-fee-percent-hint = A part of the whole budget.
configure-key-unspent-limit-weeks = Weeks of money that may stay unspent
configure-key-unspent-limit-weeks-hint = After that some may be asked back.

configure-key-payments-every = How often do you pay the budget?
configure-key-payments-every-week = Every week
configure-key-payments-every-four-weeks = Every 4 weeks
configure-key-payments-every-month = Every month
configure-key-payments-basis = Do you pay the person’s own part too?
configure-key-payments-basis-gross = Yes, and we ask them for it
configure-key-payments-basis-net = No, we pay less by that part
configure-key-hospital-payment-weeks = Weeks of a hospital stay that you go on paying
configure-key-hospital-charge-stops = Does the person’s own part stop in hospital?
configure-key-unspent-counts-reserve = Does the limit count money set aside?
configure-key-unspent-taken-back-every-weeks = How many weeks between taking money back
configure-key-unspent-taken-back-every-weeks-hint = Empty means that you may, but do not always.

configure-key-charging-protected-weekly = What a person must be left with, £ a week
configure-key-charging-protected-weekly-hint = In place of the nation’s rule. Leave it empty if you use that rule.
configure-key-charging-savings-lower-limit = Lower limit on savings, £
configure-key-charging-savings-lower-limit-hint = Savings up to this do not count.
configure-key-charging-savings-upper-limit = Upper limit on savings, £
configure-key-charging-savings-upper-limit-hint = Above this the person pays for all of it. You may set it higher than the law, not lower.
configure-key-charging-savings-step = Step of savings, £
configure-key-charging-savings-step-hint = Each step above the lower limit counts as income.
configure-key-charging-income-per-step = Income for each step, £ a week
configure-key-charging-guarantee-uplift-weekly = England: added to the income guarantee, £ a week
configure-key-charging-guarantee-uplift-percent = England: added to the income guarantee, %
configure-key-charging-share-percent = England: part of spare income that you charge, %
configure-key-charging-share-percent-hint = Empty means all of it.
configure-key-charging-maximum-weekly = The most that you charge, £ a week
configure-key-charging-minimum-weekly = The least that you charge, £ a week
configure-key-charging-minimum-weekly-hint = A smaller sum is not charged.
configure-key-charging-standard-costs-weekly = Costs of disability without receipts, £ a week
configure-key-charging-night-gap-ignored = Do you leave out the night part of a care benefit?
configure-key-charging-night-gap-ignored-hint = Where you pay for no care at night.
configure-key-charging-savings-credit-ignored = Do you leave out all of a savings credit?
configure-key-charging-tariff-rounds-down = Do you leave out a step of savings that is not full?
configure-key-charging-insurance-counts = Do you take off home insurance?
configure-key-charging-respite-nights-as-home-care = Nights of respite charged like care at home
configure-key-charging-respite-nights-as-home-care-hint = How many in a year. It is told on the page, and in no sum.
configure-key-charging-threshold-weekly = Scotland: charging threshold, £ a week
configure-key-charging-taper-percent = Scotland: taper, %
configure-key-charging-capital-limit = Scotland and Wales: limit on savings, £
configure-key-charging-earnings-ignored-weekly = Scotland: earnings that you ignore, £ a week
configure-key-charging-charges = Scotland: do you charge at all?
configure-key-charging-minimum-income-percent = Wales: your share of basic entitlement, %
configure-key-charging-minimum-income-percent-hint = The national share is 145. A smaller one is not used.
configure-key-charging-paid-net = Do you pay a direct payment without the person’s own part?

configure-key-contacts = People and lines to ask
configure-key-contacts-hint = They stand in “Need help now?” on every page.
configure-key-contacts-kind = What they do
configure-key-contacts-kind-help = They help in a hard hour
configure-key-contacts-kind-advocacy = They speak up for people
configure-key-contacts-kind-council = They are the council
configure-key-contacts-web = Their website
configure-key-contacts-web-hint = It is shown as text. People can copy it.
configure-key-help-lines = Your own help lines
configure-key-help-lines-hint = They stand beside the national ones, and never in their place.
configure-key-help-lines-name = Name
configure-key-help-lines-phone = Phone
configure-key-help-lines-about = When, and for whom
configure-key-words-team = Your name for the team
configure-key-words-team-hint = Like adult social care.
configure-key-words-personal-budget = Your name for a personal budget
configure-key-words-isf = Your name for an individual service fund
configure-key-pages-off = Pages to leave out
configure-key-pages-off-hint = Rights, privacy and sources always stay.
configure-key-corners = Corners
configure-key-corners-none = Square
configure-key-corners-small = A little round
configure-key-corners-round = Round
configure-key-contacts-name = Name
configure-key-contacts-phone = Phone
configure-key-contacts-about = What they are there for
configure-key-colours-accent = Main colour
configure-key-colours-accent-hint = For buttons and links. Like #14505c.
configure-key-colours-warm = Warm colour
configure-key-colours-warm-hint = For marks and what is open. Like #7e340f.
configure-key-leave-button = Show the button “Leave this page”?
configure-key-leave-button-hint = It hides the page at once. Not set means yes.
configure-key-idle-minutes = Shared device: clear after so many minutes
configure-key-idle-minutes-hint = For libraries and offices. The planner warns first. Empty means never.

# Where a figure comes from.
configure-source = Where this figure comes from
configure-source-title = Name of the source
configure-source-href = Its address
configure-source-from = From this day
configure-source-until = Until this day
configure-source-checked = You checked it on
