"""Small networks for tests of disclosure, and a walk over everything that was published."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import PurePosixPath

from cyclebook.disclosure import publish
from cyclebook.model.cohort import Cohort, CohortFolder
from cyclebook.model.measure import WeekRow
from cyclebook.model.network import Library, Network
from cyclebook.model.storyboard import BodySection, Storyboard, StoryboardFile
from cyclebook.published import PublishedCohort, PublishedStoryboard

AFTER = date(2026, 6, 1)
DURING = date(2026, 3, 1)

SOURCE = {"id": "journal", "text": "A journal"}
GOAL = {
    "kind": "count",
    "measure": "students on time",
    "target": "40",
    "of": "52",
    "better": "higher",
    "end": "2026-04-17",
    "result": "43",
}


def network(*cohorts: CohortFolder, **written: object) -> Library:
    """A network under the policy open, with one source."""
    privacy = {"policy": "open", "approved": {"by": "Data steward", "because": "the teams are invented"}}
    front = {"title": "Riverside", "privacy": privacy, "sources": [SOURCE], **written}
    return Library(PurePosixPath("teams"), Network.model_validate(front), cohorts, ())


def cohort(*files: StoryboardFile, broken: tuple[str, ...] = (), **written: object) -> CohortFolder:
    """A cohort of ten weeks."""
    front = {"title": "Spring 2026", "start": "2026-02-02", "weeks": "10", **written}
    path = PurePosixPath("teams/2026-spring")
    return CohortFolder(path, "2026-spring", Cohort.model_validate(front), files, broken)


def team(
    slug: str = "a",
    *,
    goal: dict[str, str] | None = None,
    weeks: tuple[WeekRow, ...] = (),
    body: tuple[BodySection, ...] = (),
    **written: object,
) -> StoryboardFile:
    """A storyboard whose goal, 40 of 52, was met with 43; `goal` changes single fields, "" takes one away."""
    fields_of_goal = {key: value for key, value in {**GOAL, **(goal or {})}.items() if value}
    front = {"title": f"Team {slug}", "goal": fields_of_goal, **written}
    path = PurePosixPath(f"teams/2026-spring/{slug}.md")
    return StoryboardFile(path, "2026-spring", slug, Storyboard.model_validate(front), weeks, body)


def changed(file: StoryboardFile, **updates: object) -> StoryboardFile:
    """The same file with other parts in its front matter, unchecked."""
    storyboard = file.storyboard.model_copy(update=updates)
    return StoryboardFile(file.path, file.cohort, file.slug, storyboard, file.weeks, file.body)


def published_cohort(folder: CohortFolder, as_of: date = AFTER) -> PublishedCohort | None:
    """The cohort as published in a network of its own, or None."""
    library = network(folder)
    assert library.network is not None
    return next(iter(publish(library, library.network, as_of).cohorts), None)


def published_team(file: StoryboardFile, as_of: date = AFTER) -> PublishedStoryboard:
    """The storyboard as published in a cohort of its own."""
    found = published_cohort(cohort(file), as_of)
    assert found is not None
    (one,) = found.storyboards
    return one


def everything(published: object) -> Iterator[object]:
    """Every object below a published one, itself included."""
    yield published
    if is_dataclass(published):
        for field in fields(published):
            yield from everything(getattr(published, field.name))
    elif isinstance(published, (tuple, list, set, frozenset)):
        for one in published:
            yield from everything(one)


def text_of(published: object) -> str:
    """All that a reader could get of it, one leaf a line; numbers with their digits only."""
    leaves = (one for one in everything(published) if not is_dataclass(one) and not isinstance(one, tuple))
    return "\n".join(str(one) for one in leaves)
