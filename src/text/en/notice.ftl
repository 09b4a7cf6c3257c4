### What the last action did.

notice-undo = Undo
notice-removed = Removed
notice-save-started = Your file is on its way to this device
notice-save-check = Look in your downloads. Some sites and devices block files without saying so.
notice-save-confirm = I have the file
notice-copy-instead = Copy as text
notice-saved = Good. You can open this file here again.
notice-opened = Your file is open
notice-opened-newer = It was made by a newer planner. Some parts may not show here, and a new save may leave them out. Keep the file that you opened.
notice-copied = Copied. Paste it where you want to keep it.
notice-copy-failed = Copying was blocked. Select the text and copy it yourself.
notice-copy-text = Your plan as text
notice-cleared = Everything is cleared
notice-cleared-more = Nothing that you typed is left on this page. You can close this tab.
notice-erased = Erased. This device keeps no plan.
notice-too-much = This plan is too long for a file. Make some texts shorter, or copy it as text.
notice-not-kept = This device could not keep your plan. Your answers are still here. Save them as a file.
notice-kept-elsewhere = Another tab changed what this device keeps. This plan is not kept there now.
notice-file-sent = The file is on its way to this device. If it does not come, copy the text.
