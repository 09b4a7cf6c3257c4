### A draft privacy statement for hosts. Plain messages only: they are written into
### www/outer/privacy.html when the bundle is made. Text in square brackets is for the partner to fill in.

privacy-title = Privacy statement: text for your site
privacy-lead = Text that you can put into the privacy notice of your own site.
privacy-draft = This is a draft for your own experts. Change it where you do things in another way. Law was read from stored copies, so check it.

## The text

privacy-text-title = The text
privacy-text-what = This page shows the Personal Budget Planner. What people type into it stays in their own browser. We do not receive it, and nor does anyone else.
privacy-text-data = We get no names, no health details and no money details from it.
privacy-text-cookies = It sets no cookies and counts no visits. It loads nothing from other companies.
privacy-text-kept = It keeps no answers on a device unless a person asks it to. Then their browser keeps the plan for 7 days after it was last used there. After that it goes when the page is next opened. One button erases it.
privacy-text-files = A person can save their plan as a file, print it or copy it. Who gets it after that is their choice.
privacy-text-address-title = Internet addresses
privacy-text-address = To show the planner, the browser asks for its files. That request carries an internet address (IP address), as with any website. The files are hosted by [name of host]. They [keep no list of requests / keep a list of requests for (number) days / cut the addresses short].
privacy-text-us-title = What our own page can see
privacy-text-us = Our page sees how tall the planner is and how many of its pages were opened. It sees how long somebody stays, and when they go into it or out of it. It sees that they used the button to leave. It cannot see what is in it. [Say here what your own page records with its own tools.]
privacy-text-sent-title = If you send us your plan
privacy-text-sent = A plan or a sheet that you send us is held like any letter: [link to your main privacy notice].

## For your experts

privacy-law-title = For your experts
privacy-law-pecr-law = PECR regulation 6 covers storage in a browser even where nothing is personal. The planner stores only what a person has asked it to keep. That is likely to be “strictly necessary”, so no banner is needed.
privacy-law-changed-law = The rule was changed by the Data (Use and Access) Act 2025 from 5 February 2026. The ICO’s guidance on storage and access is dated 29 April 2026.
privacy-law-sensitive-law = Health facts are sensitive, and money often is. None reaches you through the planner. If you ask for a saved plan, you become its controller.
privacy-law-trackers = Look at your own page. A tag or a pixel on it can tell an advertiser that somebody opened a page about mental health. The planner cannot stop that.
privacy-law-consent = A cookie tool may hold back frames of other sites until people agree. Exempt the planner’s address: it needs no consent for what it does.
