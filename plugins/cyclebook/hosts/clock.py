"""The one clock: the day that a site is built as of, read once and passed down."""

import os
from datetime import UTC, date, datetime


def as_of_day(option: date | None) -> date:
    """The option, else `SOURCE_DATE_EPOCH` (seconds, UTC), else today in UTC."""
    if option is not None:
        return option
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.date()
