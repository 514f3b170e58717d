"""Published facts as files for other programs: feeds for feed readers, a page for e-mail.

Hands on their text; `building` decides where each stands.
"""

from cyclebook.outputs.addresses import Addresses
from cyclebook.outputs.email import week_email
from cyclebook.outputs.feed import weeks_feed

__all__ = ["Addresses", "week_email", "weeks_feed"]
