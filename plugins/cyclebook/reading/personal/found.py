"""What the lint finds in a text: where, what kind, and what a message may show of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data from `start` to `end` of a text.

    `what` goes into the message ("a phone number"), `mask` after it in brackets; it holds too little to
    find a person by.
    """

    start: int
    end: int
    what: str
    mask: str
    code: str = "personal-data"
