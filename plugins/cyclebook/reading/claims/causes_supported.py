"""Causes that nobody looked into: a why without evidence, a fishbone of guesses."""

from collections.abc import Iterator

from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.claims.written import WrittenStoryboard, so_many
from cyclebook.reading.places import Path

_LOOK = "Write evidence: what you looked at to be sure. Where you have not looked yet, look first."


def check_causes(written: WrittenStoryboard) -> Iterator[Problem]:
    """Whys without evidence, in one warning; and a fishbone on which no cause has any.

    Single causes without evidence may stand: a fishbone gathers ideas, and the figure sets apart
    those with evidence.
    """
    steps = written.storyboard.root_cause
    bare = [
        ("root_cause", index)
        for index, step in enumerate(steps)
        if step.evidence is None and written.wholly_read(("root_cause", index))
    ]
    if bare:
        told = so_many(len(bare), len(steps), "answer to why", "answers to why", "no evidence")
        yield _no_evidence(written, (*bare[0], "why"), told, "root_cause.evidence")
    causes = [cause for bone in written.storyboard.fishbone for cause in bone.causes]
    if causes and all(cause.evidence is None for cause in causes) and written.wholly_read(("fishbone",)):
        told = (
            "The cause on the fishbone has no evidence."
            if len(causes) == 1
            else f"None of the {len(causes)} causes on the fishbone has evidence."
        )
        yield _no_evidence(written, ("fishbone", 0, "causes", 0, "cause"), told, "fishbone.causes.evidence")


def _no_evidence(written: WrittenStoryboard, path: Path, told: str, field: str) -> Problem:
    return Problem(
        "no-evidence",
        written.places.of_value(path),
        told,
        written.hint(_LOOK),
        field=field,
        severity=Severity.WARNING,
    )
