"""A run chart in words: headline, text alternative and notes. Facts only: counts, weeks, goal met or not."""

from collections.abc import Sequence

from cyclebook.figures import lettering, phrases
from cyclebook.figures.runchart.attainment import goal_steps, goal_weeks
from cyclebook.figures.runchart.changes import Change
from cyclebook.figures.runchart.extents import known
from cyclebook.figures.runchart.missing import missing_runs, sentences
from cyclebook.figures.runchart.values import FEW, amounts
from cyclebook.published import Band, Better, Decision, Form, Known, Series, Test


def headline(series: Series) -> str:
    """What the weeks show: "From 22 in week 1 to 43 in week 10; goal of 40 first met in week 8"."""
    goal = _goal_clause(series)
    return _weeks_clause(series) + (f"; {goal}" if goal else "")


def alternative(series: Series, shown: Sequence[Change]) -> str:
    """The chart for readers who cannot see it, in full sentences."""
    counted = known(series)
    weeks = [point.week for point in series.points]
    kind = "Range chart" if series.banded else "Line chart" if len(counted) >= FEW else "Point chart"
    said = [f"{kind}: {lettering.one_line(series.name)}, {_week_range(weeks)}{_among(series)}."]
    said += better_sentences(series)
    if len(counted) < FEW:
        said += [f"Week {week}: {_said(series, number)}." for week, number in counted.items()]
    else:
        said += _course(series, weeks)
    said += _goal_sentences(series)
    if series.baseline:
        said.append(f"Baseline {series.baseline.short}.")
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
        said.append(f"Pale columns have no number. {' '.join(missing)}")
    if series.banded:
        said.append(
            "Each box is the range in which the share of that week lies; the exact share is withheld."
        )
    if series.median and series.reading and series.reading.baseline_weeks:
        first = phrases.count(series.reading.baseline_weeks, "counted week")
        said.append(f"The baseline median is that of the first {first}, before anything changed.")
    if series.varying_group:
        said.append("The size of the group changes from week to week; it stands with each number.")
    if unnamed:
        said.append(f"Lines, not all named in the drawing: {phrases.listed(unnamed)}.")
    said += _key(shown)
    said += _left_out(shown, tests)
    return tuple(said)


def vertical_title(series: Series) -> str:
    """What the vertical axis counts: "Students, of 42", "Full-day absences", "Students, percent"."""
    unit = lettering.one_line(series.unit) or lettering.one_line(series.name)
    title = unit[:1].upper() + unit[1:]
    if series.banded:
        title += f", percent of {series.of:,}" if series.of and not series.varying_group else ", percent"
    elif series.form is Form.PERCENT and not ("percent" in unit.lower() or "%" in unit):
        title += ", percent"
    elif series.form is Form.COUNT and series.of and not series.varying_group:
        title += f", of {series.of:,}"
    return title + (", total so far" if series.cumulative else "")


def direction(series: Series) -> str:
    """ "better ↑", or nothing where the better direction is not known."""
    arrows = {Better.HIGHER: "better ↑", Better.LOWER: "better ↓", None: ""}
    return arrows[series.better]


def better_sentences(series: Series) -> list[str]:
    """ "Higher is better.", or nothing where the better direction is not known."""
    return [] if series.better is None else [f"{series.better.value.capitalize()} is better."]


def _weeks_clause(series: Series) -> str:
    counted = known(series)
    if not counted:
        reasons = {run.reason for run in missing_runs(series)}
        return f"Weekly numbers {reasons.pop() if len(reasons) == 1 else 'not published'}"
    weeks = list(counted)
    first, last = weeks[0], weeks[-1]
    if series.cumulative:
        return f"{_said(series, counted[last])} in all by week {last}"
    if len(counted) < FEW:
        said = [f"{_said(series, number)} in week {week}" for week, number in counted.items()]
        return phrases.capital(", ".join(said))
    if len(set(counted.values())) == 1:
        every = "every week" if len(counted) == len(series.points) else "every counted week"
        return phrases.capital(f"{_said(series, counted[last])} in {every}")
    if series.banded:
        begin = phrases.capital(_said(series, counted[first]))
        return f"{begin} in week {first}, {_said(series, counted[last])} in week {last}"
    begin, end = _said(series, counted[first]), _said(series, counted[last])
    return f"From {begin} in week {first} to {end} in week {last}"


def _goal_clause(series: Series) -> str:
    goal = goal_weeks(series)
    if goal is None or not goal.counted:
        return ""
    name = f"{'revised goal' if goal.revised else 'goal'} of {goal.goal.short}"
    if not goal.met:
        return f"{name} not met in {'any counted week' if len(goal.counted) > 1 else 'the counted week'}"
    if len(goal.met) == len(goal.counted):
        since = f" from week {goal.from_week} on" if goal.revised else ""
        return f"{name} met in every counted week{since}"
    if goal.counted[-1] in goal.met:
        return f"{name} first met in week {goal.met[0]}"
    return f"{name} met in {phrases.span(goal.met)}, not in week {goal.counted[-1]}"


def _goal_sentences(series: Series) -> list[str]:
    steps = goal_steps(series)
    said = []
    if len(steps) > 1:
        later = [f"from week {step.week} on {step.value.short}" for step in steps[1:]]
        said.append(f"The goal is first {steps[0].value.short}, {phrases.listed(later)}.")
    clause = _goal_clause(series)
    if clause:
        said.append(phrases.sentence(clause))
    elif len(steps) == 1:
        said.append(f"Goal of {steps[0].value.short}.")
    if steps and not clause and series.at_goal:
        met, counted = series.at_goal
        said.append(f"At or past the goal in {met} of {phrases.count(counted, 'counted week')}.")
    return said


def _course(series: Series, weeks: Sequence[int]) -> list[str]:
    counted = known(series)
    first, last = min(counted), max(counted)
    if series.banded:
        begin, end = _said(series, counted[first]), _said(series, counted[last])
        return [f"In week {first} {begin}, in week {last} {end}{_group(series)}."]
    start = f"Started at {_said(series, counted[first])}" + ("" if first == weeks[0] else f" in week {first}")
    end = f"ended at {_said(series, counted[last])}" + ("" if last == weeks[-1] else f" in week {last}")
    said = [f"{start}, {end}{_group(series)}."]
    if not series.cumulative:
        numbers = {week: number.value for week, number in amounts(series).items()}
        ordered = sorted(numbers, key=lambda week: (numbers[week], week))
        low, high = ordered[0], ordered[-1]
        if numbers[low] < min(numbers[first], numbers[last]):
            said.append(f"Lowest: {_said(series, counted[low])} in week {low}.")
        if numbers[high] > max(numbers[first], numbers[last]):
            high = next(week for week in numbers if numbers[week] == numbers[high])
            said.append(f"Highest: {_said(series, counted[high])} in week {high}.")
    return said


def _said(series: Series, number: Known) -> str:
    return number.text if series.varying_group or isinstance(number, Band) else number.short


def _group(series: Series) -> str:
    if series.form is not Form.COUNT or not series.of or series.varying_group:
        return ""
    return f", of {series.of:,} {lettering.one_line(series.unit)}".rstrip()


def _among(series: Series) -> str:
    return f", among {lettering.one_line(series.among)}" if series.among else ""


def _week_range(weeks: Sequence[int]) -> str:
    return f"weeks {weeks[0]}–{weeks[-1]}" if len(weeks) > 1 else f"week {weeks[0]}"


def _tests_sentence(shown: Sequence[Change]) -> str:
    letters = [change.test.letter for change in shown]
    number = phrases.count(len(shown), "test")
    named = phrases.listed(letters) if len(letters) < 3 else f"{letters[0]} to {letters[-1]}"
    if len(shown) == 1:
        return f"One test of change, {named}, is marked on the weeks in which it ran."
    return phrases.sentence(f"{number} of change, {named}, are marked on the weeks in which they ran")


def _key(shown: Sequence[Change]) -> list[str]:
    if not shown:
        return []
    found = {change.test.decision for change in shown}
    looks = [("filled", [Decision.ADOPT]), ("pale", [Decision.ADAPT])]
    looks.append(("dashed", [Decision.ABANDON, Decision.OPEN, Decision.NOT_PUBLISHED]))
    words = [
        f"{look}, {phrases.listed([_decided(one) for one in decisions if one in found], last='or')}"
        for look, decisions in looks
        if found & set(decisions)
    ]
    return [f"Bars below the chart show when each test ran: {'; '.join(words)}."]


def _decided(decision: Decision) -> str:
    return "decision not published" if decision is Decision.NOT_PUBLISHED else decision.word.lower()


def _left_out(shown: Sequence[Change], tests: Sequence[Test]) -> list[str]:
    drawn = {change.test.letter for change in shown}
    hidden = [test.letter for test in tests if test.letter not in drawn]
    said = []
    if any(change.test.last_week is None for change in shown):
        said.append("Where the last week of a test is not known, only its first week is drawn.")
    if hidden:
        noun = "Test" if len(hidden) == 1 else "Tests"
        verb = "is" if len(hidden) == 1 else "are"
        said.append(f"{noun} {phrases.listed(hidden)} {verb} not drawn: the weeks are not known.")
    return said
