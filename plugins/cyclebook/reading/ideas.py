"""Change ideas across files: what network.md declares, and titles so alike that they may be one idea.

Ideas are the same by id or by exact title. Nothing is merged by likeness: a near title is a
question to the people who wrote both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from cyclebook.model.change_test import Test
from cyclebook.model.idea_title import folded
from cyclebook.model.network import Idea
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.ids import driver_problems
from cyclebook.reading.places import Places

_ALIKE = 0.8
"""Of 42 titles of different ideas in real and invented storyboards, no two came above 0.53. One idea told
twice ("Call the family on the same morning", "Call families the same morning") comes above it."""


def check_ideas(ideas: Sequence[Idea], places: Places) -> Iterator[Problem]:
    """Ideas of network.md that stand twice."""
    ids: set[str] = set()
    titles: set[str] = set()
    for index, idea in enumerate(ideas):
        for name, value, seen in (("id", idea.id, ids), ("title", folded(idea.title), titles)):
            if value in seen:
                yield Problem(
                    "duplicate-id",
                    places.of_value(("ideas", index, name)),
                    f"{{it}} is the {name} of another idea already.",
                    "Each idea stands here once, with an id and a title of its own.",
                    field=f"ideas.{name}",
                    it=getattr(idea, name),
                    stand_in="This",
                )
            seen.add(value)


def check_idea_drivers(
    ideas: Sequence[Idea], places: Places, homes: Mapping[str, Sequence[str | None]]
) -> Iterator[Problem]:
    """Ideas of network.md on a driver that nothing names, or several networks; `homes` are who names it."""
    for index, idea in enumerate(ideas):
        if idea.driver:
            yield from driver_problems(idea.driver, ("ideas", index, "driver"), homes, places)


_DECLARE = "If they are one idea, name it under ideas in network.md and write its id in both places."


@dataclass(frozen=True, slots=True)
class _Written:
    """An idea where it first stands; one of network.md has an id."""

    title: str
    place: Place
    id: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The words to compare: those of the title, and of the id."""
        return tuple(_plain(text) for text in (self.title, self.id) if text)

    @property
    def mend(self) -> str:
        """How to make another title one idea with this one."""
        if self.id:
            return f"If they are one idea, write its id: {self.id}"
        return _DECLARE


@dataclass(slots=True)
class IdeaTitles:
    """Every idea of a network by its folded title, in the order of reading: network.md first."""

    _ids: set[str] = field(default_factory=set)
    _written: dict[str, _Written] = field(default_factory=dict)

    def declare(self, ideas: Sequence[Idea], places: Places) -> None:
        """The ideas of network.md."""
        for index, idea in enumerate(ideas):
            if idea.id not in self._ids:
                place = places.of_value(("ideas", index, "title"))
                self._written.setdefault(folded(idea.title), _Written(idea.title, place, idea.id))
            self._ids.add(idea.id)

    def use(self, tests: Sequence[Test], places: Places) -> None:
        """The ideas that a storyboard tests, but for those it names by id."""
        for index, test in enumerate(tests):
            if folded(test.idea) not in self._ids:
                place = places.of_value(("tests", index, "idea"))
                self._written.setdefault(folded(test.idea), _Written(test.idea, place))

    def near_ones(self) -> Iterator[Problem]:
        """A warning at each title that is nearly one that was read before it, with the place of both."""
        before: list[_Written] = []
        for one in self._written.values():
            nearest = _nearest(one, before)
            before.append(one)
            if nearest is not None:
                yield Problem(
                    "near-idea",
                    one.place,
                    f"{{it}} is nearly the title of an idea in {nearest.place}. They count as two ideas.",
                    nearest.mend,
                    field="ideas.title" if one.id else "tests.idea",
                    it=one.title,
                    stand_in="This title",
                    severity=Severity.WARNING,
                    public_hint=_DECLARE,
                    also=nearest.place,
                )


def _plain(title: str) -> str:
    """Small letters and digits with single spaces: what is left to compare of a title or an id."""
    return " ".join(re.findall(r"\w+", title.casefold().replace("'", "").replace("’", "")))


def _nearest(one: _Written, others: Sequence[_Written]) -> _Written | None:
    """The most alike of the others that is alike enough; the earlier of two that are equally so."""
    best, most = None, 0.0
    for form in one.forms:
        # The matcher keeps what it learned of its second text, so that one stays and the others change.
        matcher = SequenceMatcher(None, "", form, autojunk=False)
        for other in others:
            for theirs in other.forms:
                alike = _likeness(matcher, theirs, form)
                if alike > most:
                    best, most = other, alike
    return best


def _likeness(matcher: SequenceMatcher[str], theirs: str, form: str) -> float:
    """From `_ALIKE` to 1; 0 where they are not alike. The same words in another order are."""
    if sorted(theirs.split()) == sorted(form.split()):
        return 1.0
    matcher.set_seq1(theirs)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    found = matcher.ratio()
    return found if found >= _ALIKE else 0.0
