"""Sentences and labels that several pages share."""

import re
from collections.abc import Sequence
from fractions import Fraction

from cyclebook.figures.phrases import numeral
from cyclebook.published import (
    Absent,
    Band,
    Better,
    Form,
    Goal,
    Number,
    PublishedCohort,
    PublishedStoryboard,
    Role,
    Series,
    Status,
    Tally,
)

_FEWEST_FOR_A_PART, _SMALL_NUMBERS = 10, 5
_BECAUSE = re.compile(r"^because\b[\s,:]*", re.IGNORECASE)
_BARE_NONE = re.compile(
    r"^(?:none|no|nothing|n/?a)?\b(?:\s+(?:was|were))?(?:\s+chosen)?[\s,]*(?:because\W*)?$", re.IGNORECASE
)
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def many(count: int, word: str) -> str:
    """ "1 team", "6 teams"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def spelled(count: int, word: str) -> str:
    """ "One team", "Six teams", "12 teams": for the beginning of a sentence."""
    number = _COUNTS[count] if count < len(_COUNTS) else f"{count:,}"
    return f"{number} {word}{'' if count == 1 else 's'}"


def begun(number: int) -> str:
    """ "No", "One", "Six", "12": a number at the beginning of a sentence."""
    return capital(numeral(number))


def roles(team: Sequence[Role]) -> str | None:
    """The team in one line: "Principal (lead), counselor, two teachers"."""
    words = [f"{one.role} (lead)" if one.lead else one.role for one in team]
    return ", ".join([words[0], *(_lower_first(word) for word in words[1:])]) if words else None


def _lower_first(word: str) -> str:
    """A small first letter, unless the word is an abbreviation or a name of capitals."""
    second = word[1:2]
    return word if second.isupper() else word[:1].lower() + word[1:]


def cause_words(who: str, because: str) -> str:
    """Why `who` speaks of cause and effect; a reason that begins with a capital stays a sentence."""
    reason = _BECAUSE.sub("", because.strip())
    speaks = f"{who} speaks of cause and effect"
    told = f"{speaks}. Its reason: {reason}" if reason[:1].isupper() else f"{speaks} because {reason}"
    return f"{told.rstrip('.')}." if told[-1:] not in "!?" else told


def other_measures_words(written: str | None) -> str | None:
    """Why no other measures were chosen; None where the author says no more than "none"."""
    told = " ".join((written or "").split()).rstrip(".")
    if not _BARE_NONE.sub("", told).strip(" ,.:;–-"):
        return None
    return f"Other measures: {told}" + ("" if told[-1:] in "!?" else ".")


def source_line(one: PublishedStoryboard) -> str:
    """What stands under a storyboard's figures as their source."""
    if one.sources:
        return "; ".join(source.label for source in one.sources)
    return "counted by the team"


def result_text(one: PublishedStoryboard) -> str | None:
    """The result in a few words for lists: "74 of 80", "67%", "no result yet"."""
    goal = one.goal
    if isinstance(goal.result, Number | Band):
        return goal.worded(goal.result)
    if goal.latest:
        return f"{goal.worded(goal.latest[1])} in week {goal.latest[0]}"
    return None


def goal_words(goal: Goal) -> str:
    """ "Goal: 47." or "Goal: not published."."""
    shown = goal.target
    if isinstance(shown, Absent):
        return f"Goal: {shown.text}."
    name = "Revised goal" if goal.revised else "Goal"
    return f"{name}: {f'{shown.short} {goal.unit}' if goal.unit else shown.short}."


def revision_words(goal: Goal) -> str | None:
    """How the versions of a revised goal stand: both are said."""
    if not goal.revised or goal.versions[-1].met is None:
        return None
    first, last = goal.versions[0], goal.versions[-1]
    now = "was met" if last.met else "was not met"
    before = "would have been met too" if first.met else "was not"
    if not last.met and first.met:
        before = "would have been met"
    if first.met == last.met and not first.met:
        before = "was not met either"
    return f"The revised goal of {last.target.short} {now}; the first goal of {first.target.short} {before}."


def weeks_reported(one: PublishedStoryboard) -> str | None:
    """ "10 of 10 weeks, last in week 10" or "2 of 8 weeks published"."""
    series = one.outcome
    planned = one.weeks_planned or (len(series.points) if series else 0)
    if series is None:
        return "Weekly numbers not published" if one.entered_from_source else None
    counted = len(series.counted)
    if one.entered_from_source:
        return f"{counted} of {planned} weeks published"
    return f"{counted} of {planned} weeks, last in week {series.counted[-1].week}"


def at_goal_words(series: Series) -> str | None:
    """ "At or above the goal in 3 of 10 counted weeks."."""
    if series.at_goal is None or series.better is None:
        return None
    hits, counted = series.at_goal
    side = "above" if series.better is Better.HIGHER else "below"
    return f"At or {side} the goal in {hits} of {counted} counted weeks."


def cohort_sentence(cohort: PublishedCohort) -> str:
    """What a cohort's numbers say, in one sentence; a rate only where every team is here."""
    tally = cohort.tally
    if not tally.total:
        return "No storyboard is published here."
    if not cohort.complete:
        here = many(tally.total, "team")
        verb = "is" if tally.total == 1 else "are"
        part = f"{here} of {cohort.taking_part}" if cohort.taking_part else here
        whole = "" if cohort.taking_part else "; how many took part is not published"
        return " ".join(filter(None, (f"{part} {verb} published here{whole}.", cohort.selection)))
    if tally.not_yet == tally.total:
        return f"{spelled(tally.total, 'team')} at work; no cycle has ended yet."
    if tally.total == 1:
        goal = "its revised goal" if tally.revised else "the goal it set"
        told = {True: f"met {goal}", False: f"did not meet {goal}"}
        judged = tally.all_met + tally.not_met + tally.reported_not_met == 1
        return f"The one team {told[tally.all_met == 1] if judged else 'has no result yet'}."
    reported = f", {tally.reported_met} of them by the source’s word only" if tally.reported_met else ""
    return f"{tally.all_met} of {many(tally.total, 'team')} met the goal they set{_about(tally)}{reported}."


def _about(tally: Tally) -> str:
    """ " (about 3 in 4)": of ten teams or more, the part in small numbers; of fewer, the counts say it."""
    part = Fraction(tally.all_met, tally.total).limit_denominator(_SMALL_NUMBERS)
    if tally.total < _FEWEST_FOR_A_PART or part in (0, 1):
        return ""
    return f" (about {part.numerator} in {part.denominator})"


def status_note(status: Status, count: int) -> str:
    """What a row of a cohort's tally means."""
    return {
        Status.MET: "met, checked here against the published goal",
        Status.REPORTED_MET: "met according to the source; the goal is not published",
        Status.NOT_MET: "not met, checked here against the published goal",
        Status.REPORTED_NOT_MET: "not met according to the source",
        Status.NOT_YET: "not yet: the cycle is still running",
        Status.NOT_REPORTED: "has not reported a result" if count == 1 else "have not reported a result",
        Status.WITHDRAWN: "withdrew before the end",
        Status.WITHHELD: "withheld: fewer than 10 students, or group size not known",
    }[status]


def value_of_group(goal: Goal) -> str | None:
    """A remark on the group's size where a reader must know it."""
    if isinstance(goal.result, Number) and goal.result.form is not Form.COUNT:
        if isinstance(goal.group_size, Number):
            return f"Group of {goal.group_size.short}."
        return "Group size not published."
    return None
