"""Published facts as files for other programs, and to carry away.

Feeds for feed readers, a page for e-mail, calendars, a zip for a USB stick. Hands on text or bytes;
`building` decides where each stands.
"""

from cyclebook.outputs.addresses import Addresses
from cyclebook.outputs.calendar import calendar
from cyclebook.outputs.email import week_email
from cyclebook.outputs.feed import weeks_feed
from cyclebook.outputs.usb_stick import Stick, packed

__all__ = ["Addresses", "Stick", "calendar", "packed", "week_email", "weeks_feed"]
