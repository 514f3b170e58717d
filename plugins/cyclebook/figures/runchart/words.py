"""A run chart in words: headline, text alternative and notes. Facts only: counts, weeks, goal met or not."""

from collections.abc import Sequence

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import lettering, phrases
from cyclebook.figures.runchart.changes import Change, decided
from cyclebook.figures.runchart.extents import known
from cyclebook.figures.runchart.goal_words import goal_clause, goal_sentences
from cyclebook.figures.runchart.missing import missing_runs, sentences
from cyclebook.figures.runchart.values import FEW, amounts
from cyclebook.published import Band, Better, Decision, Form, Known, Series, Test

_DASHED = (Decision.ABANDON, Decision.OPEN, Decision.NOT_PUBLISHED)


def headline(series: Series) -> str:
    """What the weeks show: "From 22 in week 1 to 43 in week 10; goal of 40 first met in week 8"."""
    goal = goal_clause(series)
    return _weeks_clause(series) + (f"; {goal}" if goal else "")


def alternative(series: Series, shown: Sequence[Change]) -> str:
    """The chart for readers who cannot see it, in full sentences."""
    counted = known(series)
    weeks = [point.week for point in series.points]
    said = [_kind_sentence(series, weeks)]
    said += better_sentences(series)
    if len(counted) < FEW:
        said += [
            _("Week {week}: {number}.", week=week, number=_said(series, number))
            for week, number in counted.items()
        ]
    else:
        said += _course(series, weeks)
    said += goal_sentences(series)
    if series.baseline:
        said.append(_("Baseline {number}.", number=series.baseline.short))
    if series.median:
        said.append(phrases.sentence(f"{series.median_name}: {series.median.short}"))
    if series.reading:
        said += series.reading.beyond_counts
    said += sentences(missing_runs(series))
    if shown:
        said.append(_tests_sentence(shown))
    return " ".join(said)


def notes(
    series: Series, shown: Sequence[Change], tests: Sequence[Test], unnamed: Sequence[str]
) -> tuple[str, ...]:
    """What a reader needs beside the drawing: missing weeks, the key of the bars, what is left out.

    `unnamed` are lines that a drawing has no room to name.
    """
    said = []
    missing = sentences(missing_runs(series))
    if missing:
        said.append(" ".join([_("Pale columns have no number."), *missing]))
    if series.banded:
        said.append(
            _("Each box is the range in which the share of that week lies; the exact share is withheld.")
        )
    if series.median and series.reading and series.reading.baseline_weeks:
        said.append(
            ngettext(
                "The baseline median is that of the first {number} counted week, before anything changed.",
                "The baseline median is that of the first {number} counted weeks, before anything changed.",
                series.reading.baseline_weeks,
                number=phrases.numeral(series.reading.baseline_weeks),
            )
        )
    if series.varying_group:
        said.append(_("The size of the group changes from week to week; it stands with each number."))
    if unnamed:
        said.append(_("Lines, not all named in the drawing: {lines}.", lines=phrases.listed(unnamed)))
    said += _key(shown)
    said += _left_out(shown, tests)
    return tuple(said)


def vertical_title(series: Series) -> str:
    """What the vertical axis counts: "Students, of 42", "Full-day absences", "Students, percent"."""
    unit = lettering.one_line(series.unit) or lettering.one_line(series.name)
    title = phrases.capital(unit)
    group = f"{series.of:,}" if series.of and not series.varying_group else None
    said = any(word in unit.lower() for word in ("percent", "%", _("percent")))
    if series.banded and group:
        title = _("{unit}, percent of {group}", unit=title, group=group)
    elif series.banded or (series.form is Form.PERCENT and not said):
        title = _("{unit}, percent", unit=title)
    elif series.form is Form.COUNT and group:
        title = _("{unit}, of {group}", unit=title, group=group)
    return _("{measure}, total so far", measure=title) if series.cumulative else title


def direction(series: Series) -> str:
    """ "better ↑", or nothing where the better direction is not known."""
    arrows = {Better.HIGHER: _("better ↑"), Better.LOWER: _("better ↓"), None: ""}
    return arrows[series.better]


def better_sentences(series: Series) -> list[str]:
    """ "Higher is better.", or nothing where the better direction is not known."""
    if series.better is None:
        return []
    return [_("Higher is better.") if series.better is Better.HIGHER else _("Lower is better.")]


def _kind_sentence(series: Series, weeks: Sequence[int]) -> str:
    """What kind of chart it is, of what, over which weeks."""
    span = _("week {week}", week=weeks[0])
    if len(weeks) > 1:
        span = _("weeks {first}–{last}", first=weeks[0], last=weeks[-1])
    what = f"{lettering.one_line(series.name)}, {span}"
    if series.among:
        what = _("{measure}, among {group}", measure=what, group=lettering.one_line(series.among))
    if series.banded:
        return _("Range chart: {measure}.", measure=what)
    if len(known(series)) >= FEW:
        return _("Line chart: {measure}.", measure=what)
    return _("Point chart: {measure}.", measure=what)


def _weeks_clause(series: Series) -> str:
    counted = known(series)
    if not counted:
        reasons = {run.reason for run in missing_runs(series)}
        reason = reasons.pop() if len(reasons) == 1 else _("not published")
        return _("Weekly numbers {reason}", reason=reason)
    weeks = list(counted)
    first, last = weeks[0], weeks[-1]
    begin, end = _said(series, counted[first]), _said(series, counted[last])
    if series.cumulative:
        return _("{number} in all by week {week}", number=end, week=last)
    if len(counted) < FEW:
        said = [_in_week(_said(series, number), week) for week, number in counted.items()]
        return phrases.capital(", ".join(said))
    if len(set(counted.values())) == 1:
        if len(counted) == len(series.points):
            return phrases.capital(_("{number} in every week", number=end))
        return phrases.capital(_("{number} in every counted week", number=end))
    if series.banded:
        return phrases.capital(f"{_in_week(begin, first)}, {_in_week(end, last)}")
    return _(
        "From {begin} in week {first} to {end} in week {last}", begin=begin, first=first, end=end, last=last
    )


def _in_week(number: str, week: int) -> str:
    return _("{number} in week {week}", number=number, week=week)


def _course(series: Series, weeks: Sequence[int]) -> list[str]:
    counted = known(series)
    first, last = min(counted), max(counted)
    begin, end = _said(series, counted[first]), _said(series, counted[last])
    group = _group(series)
    if series.banded:
        places: dict[str, object] = {"first": first, "begin": begin, "last": last, "end": end}
        if group:
            places["group"] = group
            return [_("In week {first} {begin}, in week {last} {end}, of {group}.", **places)]
        return [_("In week {first} {begin}, in week {last} {end}.", **places)]
    begin = begin if first == weeks[0] else _in_week(begin, first)
    end = end if last == weeks[-1] else _in_week(end, last)
    said = [_("Started at {begin}, ended at {end}.", begin=begin, end=end)]
    if group:
        said = [_("Started at {begin}, ended at {end}, of {group}.", begin=begin, end=end, group=group)]
    if not series.cumulative:
        numbers = {week: number.value for week, number in amounts(series).items()}
        ordered = sorted(numbers, key=lambda week: (numbers[week], week))
        low, high = ordered[0], ordered[-1]
        if numbers[low] < min(numbers[first], numbers[last]):
            said.append(_("Lowest: {number} in week {week}.", number=_said(series, counted[low]), week=low))
        if numbers[high] > max(numbers[first], numbers[last]):
            high = next(week for week in numbers if numbers[week] == numbers[high])
            said.append(
                _("Highest: {number} in week {week}.", number=_said(series, counted[high]), week=high)
            )
    return said


def _said(series: Series, number: Known) -> str:
    return number.text if series.varying_group or isinstance(number, Band) else number.short


def _group(series: Series) -> str:
    """ "42 students"; nothing where it is not one group that is counted."""
    if series.form is not Form.COUNT or not series.of or series.varying_group:
        return ""
    return phrases.counted(f"{series.of:,}", lettering.one_line(series.unit))


def _tests_sentence(shown: Sequence[Change]) -> str:
    letters = [change.test.letter for change in shown]
    named = phrases.listed(letters)
    if len(letters) > 2:
        named = _("{first} to {last}", first=letters[0], last=letters[-1])
    return phrases.capital(
        ngettext(
            "One test of change, {letters}, is marked on the weeks in which it ran.",
            "{number} tests of change, {letters}, are marked on the weeks in which they ran.",
            len(shown),
            number=phrases.numeral(len(shown)),
            letters=named,
        )
    )


def _key(shown: Sequence[Change]) -> list[str]:
    if not shown:
        return []
    found = {change.test.decision for change in shown}
    words = []
    if Decision.ADOPT in found:
        words.append(_("filled, {decision}", decision=decided(Decision.ADOPT)))
    if Decision.ADAPT in found:
        words.append(_("pale, {decision}", decision=decided(Decision.ADAPT)))
    others = [decided(one) for one in _DASHED if one in found]
    if others:
        words.append(_("dashed, {decisions}", decisions=phrases.either(others)))
    return [_("Bars below the chart show when each test ran: {looks}.", looks="; ".join(words))]


def _left_out(shown: Sequence[Change], tests: Sequence[Test]) -> list[str]:
    drawn = {change.test.letter for change in shown}
    hidden = [test.letter for test in tests if test.letter not in drawn]
    said = []
    if any(change.test.last_week is None for change in shown):
        said.append(_("Where the last week of a test is not known, only its first week is drawn."))
    if hidden:
        said.append(
            ngettext(
                "Test {letters} is not drawn: the weeks are not known.",
                "Tests {letters} are not drawn: the weeks are not known.",
                len(hidden),
                letters=phrases.listed(hidden),
            )
        )
    return said
