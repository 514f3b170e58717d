"""One weekly series from its CSV file to what a page would say of it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path, PurePosixPath

from cyclebook.measuring.attainment import reached
from cyclebook.measuring.gaps import days_between, weeks_between
from cyclebook.measuring.runchart import Line, RunChart, analyse
from cyclebook.measuring.weekly import sizes_differ
from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Better
from cyclebook.model.problem import Place, Problem
from cyclebook.published import Better as PublishedBetter
from cyclebook.published import Form, Number, RunLine, RunReading, RunReason, RunRule, RunSays
from cyclebook.published.values import decimals
from cyclebook.reading.plain_text import MAX_CSV
from cyclebook.reading.regular_files import read_file
from cyclebook.reading.series_csv import SeriesRow, goal_of, read_series

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a series: a baseline of the first weeks, a goal, the size of the group.

    A plain number counts people of a group where the size `of` it is given.
    """

    baseline: int | None = None
    goal: Amount | None = None
    better: Better | None = None
    of: int | None = None

    @classmethod
    def asked(cls, baseline: int | None, goal: str | None, better: str | None, of: int | None) -> "Question":
        """The question as it is written. Raises ValueError with a sentence."""
        if goal is not None and better is None:
            raise ValueError("With a goal, say which way is better: --better higher or --better lower.")
        return cls(
            baseline, goal_of(goal) if goal is not None else None, Better(better) if better else None, of
        )


@dataclass(frozen=True, slots=True)
class MeasuredSeries:
    """A series, analysed. `not_collected` names the weeks without a number; percents are 0 to 100.

    `size` is that of the group, where every week counts the same one.
    """

    chart: RunChart
    reading: RunReading
    form: Form
    not_collected: tuple[str, ...]
    size: int | None = None

    @property
    def text(self) -> str:
        """The weeks and the line, then what a page would say, one sentence a line."""
        lines = [f"Weeks counted: {self.chart.n_weeks}"]
        if self.not_collected:
            more = len(self.not_collected) - MOST_NAMED
            named = ", ".join(self.not_collected[:MOST_NAMED])
            lines.append(f"Not collected: {named}{f' and {more} more' if more > 0 else ''}")
        name = self.reading.line_name
        if name and self.chart.median is not None:
            value = decimals(self.chart.median, 1 if self.form is Form.PERCENT else 2)
            lines.append(f"{name.capitalize()}: {Number(value, self.form, self.size).text}")
        return "\n".join([*lines, "", *self.reading.sentences])

    @property
    def json(self) -> str:
        """The fields of the run chart, and the sentences."""
        told = {
            **asdict(self.chart),
            "form": self.form.value,
            "of": self.size,
            "not_collected": self.not_collected,
            "at_goal": self.reading.at_goal,
            "groups_differ": self.reading.groups_differ,
            "sentences": self.reading.sentences,
        }
        return json.dumps(told, indent=2, ensure_ascii=False)


def measure(file: Path, question: Question) -> tuple[MeasuredSeries | None, tuple[Problem, ...]]:
    """The series in `file`, or every problem that stands in the way."""
    shown = PurePosixPath(file.as_posix())
    content = read_file(file, shown, MAX_CSV, "Check the path.", links=True)
    if isinstance(content, Problem):
        return None, (content,)
    rows, problems = read_series(content, shown)
    found = problems or list(_misfits(rows, question, shown))
    if found:
        return None, tuple(sorted(found, key=lambda problem: problem.order))
    return _measured(rows, question), ()


def _misfits(rows: tuple[SeriesRow, ...], question: Question, file: PurePosixPath) -> Iterator[Problem]:
    """Numbers that do not go together: weeks with weeks, weeks with the group, the goal with the weeks."""
    counted = [row for row in rows if row.value is not None]
    amounts = [row.value for row in counted if row.value]
    scale = _scale(amounts, question.of)
    for row, amount in zip(counted, amounts, strict=True):
        if _too_many(amount, question.of):
            yield Problem(
                "above-group", row.place, f"This is more than the group of {question.of}.", "Check it."
            )
        elif scale.level(amount) is None:
            yield Problem(
                "mixed-units",
                row.place,
                "Some weeks are plain numbers, and others are percents or counts of a group.",
                "Write all weeks in one way, or give the size of the group: --of 52",
            )
            return
    goal = question.goal
    size = question.of or scale.size
    if goal and _too_many(goal, size):
        yield Problem("above-group", Place(file), f"The goal is more than the group of {size}.", "Check it.")
    elif goal and amounts and scale.level(goal) is None:
        shares = scale.form is Form.PERCENT
        yield Problem(
            "mixed-units",
            Place(file),
            f"The goal is not of the kind of the weeks: these are {'shares' if shares else 'plain numbers'}.",
            "Write the goal as 80% or as 40/52." if shares else "Write the goal as a plain number.",
        )
    weeks = len(rows) + sum(map(len, _gaps(rows)))
    if question.baseline and question.baseline > weeks:
        told = f"The baseline has {_weeks(question.baseline)}, and the series only {weeks}."
        yield Problem("bad-week", Place(file), told, "Give a shorter baseline.")


def _too_many(amount: Amount, of: int | None) -> bool:
    return of is not None and amount.of is None and not amount.percent and amount.value > of


@dataclass(frozen=True, slots=True)
class _Scale:
    """What weeks are compared in: counts of one group of `size`, percents, or plain numbers."""

    form: Form
    size: int | None = None

    def level(self, amount: Amount) -> Decimal | None:
        """The number to plot; None where it has no place on the scale."""
        size = amount.of or self.size
        if self.form is Form.PLAIN:
            return None if amount.percent or amount.of else amount.value
        if self.form is Form.PERCENT:
            return amount.value if amount.percent else amount.value * 100 / size if size else None
        share = amount.value / 100 if amount.percent else amount.value / size if size else Decimal(0)
        return amount.value if size == self.size and not amount.percent else share * (self.size or 0)


def _scale(amounts: list[Amount], of: int | None) -> _Scale:
    """Counts where every week counts the same group, as on a page; percents where groups or forms differ."""
    sizes = {amount.of or of for amount in amounts if not amount.percent}
    if any(amount.percent for amount in amounts) or len(sizes) > 1:
        return _Scale(Form.PERCENT, of)
    size = next(iter(sizes), None)
    return _Scale(Form.COUNT, size) if size else _Scale(Form.PLAIN)


def _gaps(rows: tuple[SeriesRow, ...]) -> tuple[tuple[str, ...], ...]:
    """After each row, the names of the weeks that were passed over, by week number where there is one."""
    weeks = [row.week for row in rows if row.week is not None]
    days = [row.day for row in rows if row.day is not None]
    if weeks:
        return tuple(tuple(f"week {week}" for week in gap) for gap in weeks_between(weeks))
    return tuple(tuple(day.isoformat() for day in gap) for gap in days_between(days))


def _measured(rows: tuple[SeriesRow, ...], question: Question) -> MeasuredSeries:
    amounts = [row.value for row in rows if row.value is not None]
    scale = _scale(amounts, question.of)
    values: list[Decimal | None] = []
    missing: list[str] = []
    for row, gap in zip(rows, _gaps(rows), strict=True):
        values.append(None if row.value is None else scale.level(row.value))
        if row.value is None:
            missing.append(_name(row))
        values.extend([None] * len(gap))
        missing.extend(gap)
    chart = analyse(values, baseline=question.baseline, better=question.better)
    target = scale.level(question.goal) if question.goal else None
    reading = _reading(chart, values, amounts, question, target)
    return MeasuredSeries(chart, reading, scale.form, tuple(missing), scale.size)


def _reading(
    chart: RunChart,
    values: list[Decimal | None],
    amounts: list[Amount],
    question: Question,
    target: Decimal | None,
) -> RunReading:
    levels = [value for value in values if value is not None]
    first = None if question.baseline is None else values[: question.baseline]
    at_goal = None
    if target is not None and question.better is not None and levels:
        at_goal = sum(reached(level, target, question.better) for level in levels), len(levels)
    return RunReading(
        says=RunSays(chart.says),
        line=RunLine(chart.line),
        rules=tuple(RunRule(rule) for rule in chart.rules),
        reasons=tuple(RunReason(reason) for reason in chart.reasons),
        weeks=chart.n_weeks,
        useful=chart.n_useful,
        at_goal=at_goal,
        better=PublishedBetter(question.better) if question.better else None,
        baseline_weeks=None if first is None else sum(value is not None for value in first),
        # A file does not tell whether the cycle is over; with so few weeks, more may come.
        finished=chart.line is not Line.MEDIAN_SO_FAR,
        groups_differ=sizes_differ([size for amount in amounts if (size := amount.of or question.of)]),
    )


def _name(row: SeriesRow) -> str:
    return f"week {row.week}" if row.week is not None else row.day.isoformat() if row.day else ""


def _weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"
