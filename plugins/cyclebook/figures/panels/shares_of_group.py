"""A series in percent of its group, so that series of different groups share a scale."""

from dataclasses import replace
from decimal import Decimal

from cyclebook.published import Form, Number, Series, Value


def share_of(series: Series, number: Number) -> float | None:
    """The percent of the group that a number is; None where it is no share, or none from 0 to 100."""
    if number.share is not None:
        return float(number.share) if 0 <= number.share <= 100 else None
    if number.form is Form.COUNT and series.of:
        share = float(number.value * 100 / series.of)
        return share if 0 <= share <= 100 else None
    return None


def in_percent(series: Series) -> Series:
    """The series in percent of its group: where everything stands. A goal past 100% has no place."""

    def as_percent(value: Value) -> Value:
        share = share_of(series, value) if isinstance(value, Number) else None
        return value if share is None else Number(Decimal(str(share)), Form.PERCENT)

    goals = tuple(
        replace(step, value=Number(Decimal(str(share)), Form.PERCENT))
        for step in series.goal
        if (share := share_of(series, step.value)) is not None
    )
    baseline = as_percent(series.baseline) if series.baseline else None
    return replace(
        series,
        points=tuple(replace(point, value=as_percent(point.value)) for point in series.points),
        goal=goals,
        baseline=baseline if isinstance(baseline, Number) and baseline.form is Form.PERCENT else None,
        median=None,
        form=Form.PERCENT,
        at_goal=None,
    )
