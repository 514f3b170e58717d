"""The opening of a storyboard: the result in one sentence and one drawing."""

from markupsafe import Markup

from cyclebook.figures import dots
from cyclebook.published import Absence, Absent, Band, Known, Number, PublishedStoryboard


def result_big(one: PublishedStoryboard) -> str | None:
    """The result as the largest thing on the page; without one, the last count so far."""
    goal = one.goal
    known = _known(one)
    if isinstance(known, Band):
        return known.short
    return goal.worded(known) if known else None


def result_words(one: PublishedStoryboard) -> str:
    """The rest of the sentence that the result begins; or why there is none."""
    goal = one.goal
    if one.withheld is not None:
        small = one.withheld.because is Absence.SMALL_GROUP
        why = "its group has fewer than 10 students" if small else "the size of its group is not known"
        return f"The numbers of this team are withheld, because {why}."
    known = _known(one)
    if known is not None:
        of = f"of {known.of:,} " if isinstance(known, Band) and known.of else ""
        when = f", in week {goal.latest[0]}" if goal.latest and isinstance(goal.result, Absent) else ""
        return f"{of}{goal.result_words.rstrip('.')}{when}."
    done = "published" if one.entered_from_source else "reported yet"
    return f"No result is {done}: {goal.result_words.rstrip('.')}."


def start_words(one: PublishedStoryboard) -> str | None:
    """Where the team began, as a sentence."""
    baseline = one.goal.baseline
    return f"At the start: {one.goal.worded(baseline)}." if isinstance(baseline, Number | Band) else None


def result_dots(one: PublishedStoryboard) -> list[Markup]:
    """One dot for each member of the group, with the goal's tick, where the result is such a count."""
    goal = one.goal
    result = _known(one)
    if not isinstance(result, Number):
        return []
    target = goal.target if isinstance(goal.target, Number) else None
    drawn = dots(result, target, id="result", unit="students", better=goal.better)
    return [Markup(drawing.svg) for drawing in drawn] if drawn else []  # noqa: S704 - our own drawing


def _known(one: PublishedStoryboard) -> Known | None:
    """The result; without one, the last count so far."""
    if isinstance(one.goal.result, Number | Band):
        return one.goal.result
    return one.goal.latest[1] if one.goal.latest else None
