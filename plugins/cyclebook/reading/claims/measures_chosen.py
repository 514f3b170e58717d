"""Measures of one kind only: an outcome does not show whether the work was done, or what it cost."""

from collections.abc import Iterator

from cyclebook.model.measure import MeasureKind
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.claims.written import WrittenStoryboard


def check_measures(written: WrittenStoryboard) -> Iterator[Problem]:
    """A storyboard that counts outcomes every week, and neither the work nor harm elsewhere."""
    storyboard = written.storyboard
    kinds = {measure.kind for measure in storyboard.measures}
    if kinds != {MeasureKind.OUTCOME} or storyboard.other_measures:
        return
    if written.wholly_read(("measures",)) and not written.misspelt("other_measures"):
        yield Problem(
            "outcomes-only",
            written.places.of_key(("measures",)),
            "Every measure is an outcome. None shows whether the work was done, or whether it did harm.",
            written.hint(
                "Add one with kind: process or kind: balancing, or a line "
                "other_measures: none chosen, because … and your reason.",
                entered="If the source names no other measure, leave it so.",
            ),
            field="measures.kind",
            severity=Severity.WARNING,
        )
