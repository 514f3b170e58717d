"""Sentences and labels that several pages share."""

import re
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

from cyclebook.catalogue import N_, _, ngettext, pgettext
from cyclebook.figures.phrases import numeral
from cyclebook.published import (
    Absent,
    Band,
    Better,
    Form,
    Goal,
    Measure,
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


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def begun(number: int) -> str:
    """ "No", "One", "Six", "12": a number at the beginning of a sentence."""
    return capital(numeral(number))


def roles(team: Sequence[Role]) -> str | None:
    """The team in one line: "Principal (lead), counselor, two teachers"."""
    words = [_("{role} (lead)", role=one.role) if one.lead else one.role for one in team]
    return ", ".join([words[0], *(_lower_first(word) for word in words[1:])]) if words else None


def _lower_first(word: str) -> str:
    """A small first letter, unless the word is an abbreviation or a name of capitals."""
    second = word[1:2]
    return word if second.isupper() else word[:1].lower() + word[1:]


class Speaker(Enum):
    """Who speaks of cause and effect: with the reason as a clause, and as a sentence of its own."""

    TEAM = (
        N_("The team speaks of cause and effect because {reason}"),
        N_("The team speaks of cause and effect. Its reason: {reason}"),
    )
    TEXT = (
        N_("This text speaks of cause and effect because {reason}"),
        N_("This text speaks of cause and effect. Its reason: {reason}"),
    )
    ARTICLE = (
        N_("This article speaks of cause and effect because {reason}"),
        N_("This article speaks of cause and effect. Its reason: {reason}"),
    )


def cause_words(who: Speaker, because: str) -> str:
    """Why `who` speaks of cause and effect; a reason that begins with a capital stays a sentence."""
    reason = _BECAUSE.sub("", because.strip())
    clause, sentence = who.value
    return _(sentence if reason[:1].isupper() else clause, reason=_ended(reason))


def _ended(words: str) -> str:
    """The end of a sentence, with its mark."""
    return words if words.endswith(("!", "?")) else f"{words.rstrip('.')}."


def other_measures_words(written: str | None) -> str | None:
    """Why no other measures were chosen; None where the author says no more than "none"."""
    told = " ".join((written or "").split()).rstrip(".")
    if not _BARE_NONE.sub("", told).strip(" ,.:;–-"):
        return None
    return _("Other measures: {reason}", reason=_ended(told))


def source_line(one: PublishedStoryboard) -> str:
    """What stands under a storyboard's figures as their source."""
    if one.sources:
        return "; ".join(source.label for source in one.sources)
    return _("counted by the team")


def kind_word(kind: Measure) -> str:
    """What a measure is for, as an adjective: "process"."""
    return {
        Measure.OUTCOME: pgettext("kind of measure", "outcome"),
        Measure.PROCESS: pgettext("kind of measure", "process"),
        Measure.BALANCING: pgettext("kind of measure", "balancing"),
    }[kind]


def result_text(one: PublishedStoryboard) -> str | None:
    """The result in a few words for lists: "74 of 80", "67%", "no result yet"."""
    goal = one.goal
    if isinstance(goal.result, Number | Band):
        return goal.worded(goal.result)
    if goal.latest:
        return _("{result} in week {week}", result=goal.worded(goal.latest[1]), week=goal.latest[0])
    return None


def goal_words(goal: Goal) -> str:
    """ "Goal: 47." or "Goal: not published."."""
    shown = goal.target
    if isinstance(shown, Absent):
        return _("Goal: {target}.", target=shown.text)
    target = _("{number} {unit}", number=shown.short, unit=goal.unit) if goal.unit else shown.short
    return (
        _("Revised goal: {target}.", target=target) if goal.revised else _("Goal: {target}.", target=target)
    )


def revision_words(goal: Goal) -> str | None:
    """How the versions of a revised goal stand: both are said."""
    if not goal.revised or goal.versions[-1].met is None:
        return None
    first, last = goal.versions[0], goal.versions[-1]
    targets = {"revised": last.target.short, "first": first.target.short}
    if last.met and first.met:
        return _(
            "The revised goal of {revised} was met; the first goal of {first} would have been met too.",
            **targets,
        )
    if last.met:
        return _("The revised goal of {revised} was met; the first goal of {first} was not.", **targets)
    if first.met:
        return _(
            "The revised goal of {revised} was not met; the first goal of {first} would have been met.",
            **targets,
        )
    return _(
        "The revised goal of {revised} was not met; the first goal of {first} was not met either.", **targets
    )


def weeks_reported(one: PublishedStoryboard) -> str | None:
    """ "10 of 10 weeks, last in week 10" or "2 of 8 weeks published"."""
    series = one.outcome
    planned = one.weeks_planned or (len(series.points) if series else 0)
    if series is None:
        return _("Weekly numbers not published") if one.entered_from_source else None
    counted = len(series.counted)
    if one.entered_from_source:
        return ngettext(
            "{counted} of {count} week published",
            "{counted} of {count} weeks published",
            planned,
            counted=counted,
        )
    return ngettext(
        "{counted} of {count} week, last in week {last}",
        "{counted} of {count} weeks, last in week {last}",
        planned,
        counted=counted,
        last=series.counted[-1].week,
    )


def at_goal_words(series: Series) -> str | None:
    """ "At or above the goal in 3 of 10 counted weeks."."""
    if series.at_goal is None or series.better is None:
        return None
    hits, counted = series.at_goal
    if series.better is Better.HIGHER:
        return ngettext(
            "At or above the goal in {met} of {count} counted week.",
            "At or above the goal in {met} of {count} counted weeks.",
            counted,
            met=hits,
        )
    return ngettext(
        "At or below the goal in {met} of {count} counted week.",
        "At or below the goal in {met} of {count} counted weeks.",
        counted,
        met=hits,
    )


def cohort_sentence(cohort: PublishedCohort) -> str:
    """What a cohort's numbers say, in one sentence; a rate only where every team is here."""
    tally = cohort.tally
    if not tally.total:
        return _("No storyboard is published here.")
    if not cohort.complete:
        return " ".join(filter(None, (_shown_here(cohort), cohort.selection)))
    if tally.not_yet == tally.total:
        return capital(
            ngettext(
                "{number} team at work; no cycle has ended yet.",
                "{number} teams at work; no cycle has ended yet.",
                tally.total,
                number=numeral(tally.total),
            )
        )
    if tally.not_yet and not tally.judged:
        return ngettext(
            "{number} of {count} team is at work; no result is known yet.",
            "{number} of {count} teams are at work; no result is known yet.",
            tally.total,
            number=tally.not_yet,
        )
    if tally.not_yet:
        return ngettext(
            "{met} of {count} team has met the goal it set; {running} still at work.",
            "{met} of {count} teams have met the goal they set; {running} still at work.",
            tally.total,
            met=tally.all_met,
            running=tally.not_yet,
        )
    return _one_team(tally) if tally.total == 1 else _met_of_all(tally)


def _shown_here(cohort: PublishedCohort) -> str:
    """How many teams of a cohort are published, where not all are."""
    if cohort.taking_part:
        return ngettext(
            "{count} team of {all} is published here.",
            "{count} teams of {all} are published here.",
            cohort.tally.total,
            all=cohort.taking_part,
        )
    return ngettext(
        "{count} team is published here; how many took part is not published.",
        "{count} teams are published here; how many took part is not published.",
        cohort.tally.total,
    )


def _one_team(tally: Tally) -> str:
    """How the goal of a cohort's only team stands."""
    if not tally.judged:
        return _("The one team has no result yet.")
    if tally.all_met:
        if tally.revised:
            return _("The one team met its revised goal.")
        return _("The one team met the goal it set.")
    if tally.revised:
        return _("The one team did not meet its revised goal.")
    return _("The one team did not meet the goal it set.")


def _met_of_all(tally: Tally) -> str:
    """How many teams met their goal; of ten teams or more, also in small numbers: "about 3 in 4"."""
    part = Fraction(tally.all_met, tally.total).limit_denominator(_SMALL_NUMBERS)
    small = tally.total >= _FEWEST_FOR_A_PART and part not in (0, 1)
    values = {
        "met": tally.all_met,
        "reported": tally.reported_met,
        "few": part.numerator,
        "small": part.denominator,
    }
    if small and tally.reported_met:
        return ngettext(
            "{met} of {count} team met the goal they set (about {few} in {small}), "
            "{reported} of them by the source’s word only.",
            "{met} of {count} teams met the goal they set (about {few} in {small}), "
            "{reported} of them by the source’s word only.",
            tally.total,
            **values,
        )
    if small:
        return ngettext(
            "{met} of {count} team met the goal they set (about {few} in {small}).",
            "{met} of {count} teams met the goal they set (about {few} in {small}).",
            tally.total,
            **values,
        )
    if tally.reported_met:
        return ngettext(
            "{met} of {count} team met the goal they set, {reported} of them by the source’s word only.",
            "{met} of {count} teams met the goal they set, {reported} of them by the source’s word only.",
            tally.total,
            **values,
        )
    return ngettext(
        "{met} of {count} team met the goal they set.",
        "{met} of {count} teams met the goal they set.",
        tally.total,
        **values,
    )


def status_note(status: Status, count: int) -> str:
    """What a row of a cohort's tally means."""
    return {
        Status.MET: _("met, checked here against the published goal"),
        Status.REPORTED_MET: _("met according to the source; the goal is not published"),
        Status.NOT_MET: _("not met, checked here against the published goal"),
        Status.REPORTED_NOT_MET: _("not met according to the source"),
        Status.NOT_YET: _("not yet: the cycle is still running"),
        Status.NOT_REPORTED: ngettext("has not reported a result", "have not reported a result", count),
        Status.WITHDRAWN: _("withdrew before the end"),
        Status.WITHHELD: _("withheld: fewer than 10 students, group size not known, or too near the goal"),
    }[status]


def value_of_group(goal: Goal) -> str | None:
    """A remark on the group's size where a reader must know it."""
    if isinstance(goal.result, Number) and goal.result.form is not Form.COUNT:
        if isinstance(goal.group_size, Number):
            return _("Group of {size}.", size=goal.group_size.short)
        return _("Group size not published.")
    return None
