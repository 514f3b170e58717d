"""What a storyboard's numbers can and cannot tell: the level of evidence, cautions, and how sure we are."""

from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.catalogue import _, ngettext
from cyclebook.pages.words import Speaker, cause_words, other_measures_words
from cyclebook.published import Evidence, EvidenceLevel, Interval, PublishedStoryboard, RunStatistics


@dataclass(frozen=True, slots=True)
class Rung:
    """A level of the ladder; `here` marks that of the storyboard."""

    level: int
    words: str
    here: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The section as a page shows it: `sure` are the paragraphs of the part that a reader opens."""

    shows: str
    does_not_show: str
    cautions: tuple[str, ...]
    ladder: tuple[Rung, ...]
    sure: tuple[str, ...]


def evidence_view(one: PublishedStoryboard, *, has_others: bool = False) -> EvidenceView | None:
    """The section of a storyboard; None where everything is withheld.

    `has_others` where the page has a section of other measures: there it says why no more were chosen.
    """
    evidence = one.evidence
    if evidence is None:
        return None
    return EvidenceView(
        evidence.shows,
        evidence.does_not_show,
        tuple(caution.sentence for caution in evidence.cautions),
        tuple(Rung(level.value, _short(level, evidence), level is evidence.level) for level in EvidenceLevel),
        tuple(_sure(one, evidence, has_others=has_others)),
    )


def _short(level: EvidenceLevel, evidence: Evidence) -> str:
    """A level's words; at a storyboard's own level they say no more than it has."""
    if level is not EvidenceLevel.TWO_VALUES or evidence.level is not level:
        return level.words
    if not evidence.ended:
        return _("A few weekly counts; no result is given")
    return _("One value after; none before is given") if evidence.starts_unknown else level.words


def _sure(one: PublishedStoryboard, evidence: Evidence, *, has_others: bool) -> Iterator[str]:
    if evidence.interval:
        yield interval_words(evidence.interval)
    last_year = one.goal.last_year
    if last_year is not None:
        yield _("In the same weeks of last year: {result}.", result=one.goal.worded(last_year))
    if evidence.reading:
        yield _("The weeks: {reading}", reading=evidence.reading.text)
    if evidence.statistics:
        yield statistics_words(evidence.statistics)
    if one.because:
        yield cause_words(Speaker.TEXT if one.entered_from_source else Speaker.TEAM, one.because)
    others = other_measures_words(one.other_measures)
    if others and not has_others:
        yield others


def interval_words(interval: Interval) -> str:
    """The interval of a count, with what it is and what it is not."""
    return _(
        "{count} is {share}. The 95% interval (Wilson) runs from {low} to {high}. These are the long-run "
        "rates that the counts would fit, had the students been a random draw. They were not. It is not a "
        "forecast.",
        count=interval.count.text,
        share=interval.share.short,
        low=interval.low.short,
        high=interval.high.short,
    )


def statistics_words(found: RunStatistics) -> str:
    """What the two rules were reckoned from, beside what chance alone usually makes."""
    weeks = ngettext(
        "The rules: {count} week lies off the median.",
        "The rules: {count} weeks lie off the median.",
        found.useful,
    )
    run = _(
        "The longest run on one side is {run}; more than {limit} would be a signal.",
        run=found.longest_run,
        limit=found.longest_run_limit,
    )
    return f"{weeks} {run} {_crossings(found.crossings, found.crossings_limit)}"


def _crossings(count: int, limit: int) -> str:
    if count == 2:
        return _(
            "The line from week to week crosses the median twice; fewer than {limit} would be one.",
            limit=limit,
        )
    return ngettext(
        "The line from week to week crosses the median once; fewer than {limit} would be one.",
        "The line from week to week crosses the median {count} times; fewer than {limit} would be one.",
        count,
        limit=limit,
    )
