### Staying safe: leaving, clearing, and what neither can do.

safety-title = Staying safe here
safety-lead = You can clear your answers and leave fast. This page cannot hide that you were here.
safety-leave-title = Leave this page
safety-leave = The button at the top of each page clears your answers first. Then it opens a page about the weather, or one that this site has chosen.
safety-leave-shift = You can also press the Shift key 3 times within 5 seconds.
safety-leave-where = On some sites Shift works only inside this planner. Click or tap in the planner first.
safety-leave-refused = Some sites do not let the planner leave. Then it clears your answers, and asks you to close the tab.
safety-leave-off = This site has turned off the button that leaves fast. To leave, clear everything and close the tab.
safety-clear-title = Clear everything
safety-clear = At the foot of each page you can clear all your answers. You are asked once, so that it does not happen by mistake. What this device keeps of your plan goes too.
safety-clear-stays = A file that you saved stays where you put it. So does what you printed or copied.
safety-shared-title = On a shared device
safety-shared-unused = This site says that this is a shared device. After { $minutes } minutes without use, your answers are cleared. If the page is in sight, you are asked a few minutes before.
safety-shared = When you have finished, clear everything and close the tab. Do not let the device keep your plan.
safety-stays-title = What stays behind
safety-stays-history = The history of your browser shows this page. If another site shows the planner, its page stands there too.
safety-stays-back = After you leave, Back may still show the site around the planner. Your answers are gone.
safety-stays-software = Software on the device can watch what you do and type. Somebody else may have put it there.
safety-stays-network = Whoever runs your network may see which sites you go to.
safety-do-title = What you can do
safety-do-device = Use a device that nobody you fear can get at, like one at a library.
safety-do-private = Use a private window. It keeps no history on the device after you close it.
safety-do-ask = If you are in danger, look at the urgent help on this page.
safety-more = Read what this planner can and cannot see
