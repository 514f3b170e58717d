"""The goal of a run chart in words: its versions, and the weeks that met it."""

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import phrases
from cyclebook.figures.runchart.attainment import goal_steps, goal_weeks
from cyclebook.published import Series


def goal_clause(series: Series) -> str:
    """ "goal of 40 first met in week 8"; nothing where that cannot be told."""
    goal = goal_weeks(series)
    if goal is None or not goal.counted:
        return ""
    name = _("goal of {number}", number=goal.goal.short)
    if goal.revised:
        name = _("revised goal of {number}", number=goal.goal.short)
    if not goal.met and len(goal.counted) > 1:
        return _("{goal} not met in any counted week", goal=name)
    if not goal.met:
        return _("{goal} not met in the counted week", goal=name)
    if len(goal.met) == len(goal.counted):
        if goal.revised:
            return _("{goal} met in every counted week from week {week} on", goal=name, week=goal.from_week)
        return _("{goal} met in every counted week", goal=name)
    if goal.counted[-1] in goal.met:
        return _("{goal} first met in week {week}", goal=name, week=goal.met[0])
    return _(
        "{goal} met in {weeks}, not in week {week}",
        goal=name,
        weeks=phrases.span(goal.met),
        week=goal.counted[-1],
    )


def goal_sentences(series: Series) -> list[str]:
    """The versions of the goal, and the weeks that met it."""
    steps = goal_steps(series)
    said = []
    if len(steps) > 1:
        later = [_("from week {week} on {goal}", week=step.week, goal=step.value.short) for step in steps[1:]]
        said.append(
            _("The goal is first {goal}, {later}.", goal=steps[0].value.short, later=phrases.listed(later))
        )
    clause = goal_clause(series)
    if clause:
        said.append(phrases.sentence(clause))
    elif len(steps) == 1:
        said.append(_("Goal of {goal}.", goal=steps[0].value.short))
    if steps and not clause and series.at_goal:
        met, counted = series.at_goal
        said.append(
            ngettext(
                "At or past the goal in {met} of {number} counted week.",
                "At or past the goal in {met} of {number} counted weeks.",
                counted,
                met=met,
                number=phrases.numeral(counted),
            )
        )
    return said
