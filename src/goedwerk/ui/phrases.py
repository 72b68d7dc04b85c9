"""Words that return everywhere, each written once."""

from django.utils.translation import gettext_lazy as _

# Who sees it
ONLY_YOU_SEE_THIS = _("Only you see what you fill in here")
EVERYBODY_SEES_THIS = _("Everybody in the group sees this")
SCREENS_DOWN = _("Screens down")

# Ways on and out
NEXT = _("Next")
BACK = _("Back")
READY = _("Ready")
SAVE = _("Save")
CANCEL = _("Cancel")
SKIP_THIS_STEP = _("Skip this step")
SOMETHING_ELSE = _("Something else")
DONT_KNOW_YET = _("I don't know yet")
SHOW = _("Show")
CLOSE = _("Close")
STOP = _("Stop")
PRINT = _("Print")
COPY = _("Copy")
COPIED = _("Copied")

# What happens to a text
KEPT_ON_YOUR_PHONE = _("Kept on your phone")
NOT_KEPT = _("This browser cannot keep your text. Copy it before you leave this page.")
PUT_BACK = _("We put back what you typed before.")
NOT_SENT = _("This was not sent. What you filled in is still here. Press again in a moment, or refresh the page.")
NO_CONNECTION = _("No connection. We keep trying. Your text stays on this screen.")
MOVED_ON = _("The group has moved on. Your text is still here.")
GO_ALONG = _("Go along")
REFRESH = _("Does nothing change? Refresh this page")

# Time
MORE_TIME_IS_FINE = _("More time is fine.")

# Bands of a picture
MORE_THAN_HALF = _("more than half")
NOT_MORE_THAN_HALF = _("not more than half")
AT_LEAST_THREE = _("at least three people")
FEWER_THAN_THREE = _("fewer than three people")

# Two moments
BEFORE = _("first")
AFTER = _("then")

# How certain a sentence is
CERTAIN = _("certain")
PROBABLE = _("probable")
MAY_BE_CHANCE = _("may be chance")
