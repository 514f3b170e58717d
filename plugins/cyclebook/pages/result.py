"""The opening of a storyboard: the result in one sentence and one drawing."""

from markupsafe import Markup

from cyclebook.figures import dots
from cyclebook.published import Absence, Number, PublishedStoryboard


def result_big(one: PublishedStoryboard) -> str | None:
    """The result as the largest thing on the page; without one, the last count so far."""
    goal = one.goal
    if isinstance(goal.result, Number):
        return goal.worded(goal.result)
    return goal.worded(goal.latest[1]) if goal.latest else None


def result_words(one: PublishedStoryboard) -> str:
    """The rest of the sentence that the result begins; or why there is none."""
    goal = one.goal
    if one.withheld is not None:
        small = one.withheld.because is Absence.SMALL_GROUP
        why = "its group has fewer than 10 students" if small else "the size of its group is not known"
        return f"The numbers of this team are withheld, because {why}."
    if isinstance(goal.result, Number):
        return goal.result_words.rstrip(".") + "."
    if goal.latest:
        return f"{goal.result_words.rstrip('.')}, in week {goal.latest[0]}."
    known = "published" if one.entered_from_source else "reported yet"
    return f"No result is {known}: {goal.result_words.rstrip('.')}."


def start_words(one: PublishedStoryboard) -> str | None:
    """Where the team began, as a sentence."""
    baseline = one.goal.baseline
    return f"At the start: {one.goal.worded(baseline)}." if isinstance(baseline, Number) else None


def result_dots(one: PublishedStoryboard) -> list[Markup]:
    """One dot for each member of the group, with the goal's tick, where the result is such a count."""
    goal = one.goal
    result = goal.result if isinstance(goal.result, Number) else goal.latest[1] if goal.latest else None
    if result is None:
        return []
    target = goal.target if isinstance(goal.target, Number) else None
    drawn = dots(result, target, id="result", unit="students", better=goal.better)
    return [Markup(drawing.svg) for drawing in drawn] if drawn else []  # noqa: S704 - our own drawing
