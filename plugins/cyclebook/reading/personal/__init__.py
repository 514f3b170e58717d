"""Names and personal data in what people wrote: a lint, not a guarantee.

Looks at every file that a contributor brings, its name, text, comments and, in pictures, what a camera
wrote. Hands on `Personal`: problems that never show what they found, and the words to keep out of reports.
"""

from cyclebook.reading.personal.folders import Personal, look_for_personal_data

__all__ = ["Personal", "look_for_personal_data"]
