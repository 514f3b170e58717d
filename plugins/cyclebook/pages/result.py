"""The opening of a storyboard: the result in one sentence and one drawing."""

from markupsafe import Markup

from cyclebook.catalogue import _
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
        if one.withheld.because is Absence.SMALL_GROUP:
            return _("The numbers of this team are withheld, because its group has fewer than 10 students.")
        return _("The numbers of this team are withheld, because the size of its group is not known.")
    known, reads = _known(one), goal.result_words.rstrip(".")
    if known is not None:
        so_far = goal.latest[0] if goal.latest and isinstance(goal.result, Absent) else None
        return _rest(reads, known.of if isinstance(known, Band) else None, so_far)
    if one.entered_from_source:
        return _("No result is published: {reads}.", reads=reads)
    return _("No result is reported yet: {reads}.", reads=reads)


def _rest(reads: str, of: int | None, week: int | None) -> str:
    """What follows the number: of how many, what they did, and in which week where it is a last count."""
    group = f"{of:,}" if of else None
    if group and week:
        return _("of {group} {reads}, in week {week}.", group=group, reads=reads, week=week)
    if group:
        return _("of {group} {reads}.", group=group, reads=reads)
    return _("{reads}, in week {week}.", reads=reads, week=week) if week else _("{reads}.", reads=reads)


def start_words(one: PublishedStoryboard) -> str | None:
    """Where the team began, as a sentence."""
    baseline = one.goal.baseline
    if not isinstance(baseline, Number | Band):
        return None
    return _("At the start: {baseline}.", baseline=one.goal.worded(baseline))


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
