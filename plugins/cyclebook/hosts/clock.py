"""The one clock: the day that a site is built as of, read once and passed down."""

import os
from datetime import UTC, date, datetime

from cyclebook.building import CyclebookError


class ClockError(CyclebookError):
    """The day that the site should be as of cannot be told."""


def as_of_day(option: date | None) -> date:
    """The option, else `SOURCE_DATE_EPOCH` (seconds, UTC), else today in UTC.

    Raises `ClockError` where `SOURCE_DATE_EPOCH` is no moment of the calendar.
    """
    if option is not None:
        return option
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ClockError(
            "SOURCE_DATE_EPOCH is not a moment that we can read. Write seconds since 1970, or take it out."
        ) from None


def today() -> date:
    """Today in UTC."""
    return datetime.now(UTC).date()
