"""An exhibit of an article, drawn: a figure of a team or of a cohort, with its source."""

from cyclebook.catalogue import _
from cyclebook.figures import Exhibit, Multiples
from cyclebook.pages.asked_exhibit import AskedExhibit
from cyclebook.pages.cohort_exhibits import OF_COHORT
from cyclebook.pages.team_exhibits import OF_STORYBOARD
from cyclebook.published import ExhibitFacts


def exhibit_id(name: str) -> str:
    """The id of an exhibit on its page."""
    return f"exhibit-{name}"


def drawn(facts: ExhibitFacts) -> Exhibit | Multiples | None:
    """The exhibit; None where disclosure has left nothing to draw."""
    if facts.absent:
        return None
    asked = AskedExhibit(
        exhibit_id(facts.id),
        _source(facts),
        facts.source.label if facts.source else None,
        facts.measure,
        facts.headline,
        facts.alt,
        bool(facts.note),
    )
    if facts.storyboard is not None:
        draw = OF_STORYBOARD.get(facts.figure)
        return draw(facts.storyboard, asked) if draw else None
    draw_cohort = OF_COHORT.get(facts.figure)
    return draw_cohort(facts.cohort, asked) if draw_cohort and facts.cohort else None


def _source(facts: ExhibitFacts) -> str:
    if facts.source:
        return facts.source.label
    known = facts.storyboard.sources if facts.storyboard else facts.cohort.sources if facts.cohort else ()
    by = _("counted by the team") if facts.storyboard else _("counted by the teams")
    return "; ".join(source.label for source in known) or by


DRAWN = frozenset({*OF_STORYBOARD, *OF_COHORT})
"""Every figure that can be drawn."""
