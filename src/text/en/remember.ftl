### Keeping the plan on this device.

remember-title = Keep it on this device?
remember-what = We keep nothing unless you say so. If you say yes, this browser keeps your plan for 7 days after you last use it here.
remember-what-supporter = We keep nothing unless you say so. If you say yes, this browser keeps their plan for 7 days after you last use it here.
remember-what-together = We keep nothing unless you both say so. If you say yes, this browser keeps the plan for 7 days after it was last used here.
remember-shared = On a shared device, anyone who opens this page here can read it. At a library, save a file to take with you.
remember-not-here = This site says that this is a shared device. After { $minutes } minutes without use, your answers are cleared. So nothing can be kept here. Save a file to take with you.
remember-replaces = This takes the place of the plan from { $saved } that is kept here.
remember-yes = Yes, keep it on this device
remember-on = Your plan is kept on this device until { $until }. Each change you make is kept too.
remember-on-supporter = Their plan is kept on this device until { $until }. Each change you make is kept too.
remember-on-together = The plan is kept on this device until { $until }. Each change is kept too.
remember-erase = Erase it from this device
remember-failed = This browser did not keep it. Your answers are still here. Save them as a file.
remember-limits = After that it goes when this page is next opened. Some browsers erase what a page keeps when you close them. A file is safer.
