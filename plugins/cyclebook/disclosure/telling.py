"""Which of several numbers that belong together may be told, so that none of them says more than it reads.

Whether a number is told may itself tell of the number. So what may be told is decided as Kenthapadi, Mishra
and Nissim ask ("Simulatable auditing", PODS 2005): from sizes and from what has been told before, never from
a hidden number. Unlike theirs the decision is made for each answer: whoever reads the page can draw up the
list of answers that are told, and what its absence says is judged like an answer.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

from cyclebook.disclosure.bands import FEWEST_COUNTS, MOST_WITHHELD
from cyclebook.disclosure.ranges import Ranges, joined, narrowed, within


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of `size` people, or fewer, that is to stand beside others.

    `answers` are the ranges of counts that a page could give for it, which leave out no count: none for an
    exact count, and none for what is never told. `answer` is what the page would give, None where it never
    gives any. `decided` is set where it is known already whether it is told. `guarded` is a small
    group, of which nothing may be told, whatever the policy; `strict` forbids to show that it is one to nine.
    """

    size: int
    answers: tuple[Ranges, ...] = ()
    answer: Ranges | None = None
    decided: bool | None = None
    guarded: bool = False
    strict: bool = False

    @property
    def exact(self) -> bool:
        """True where the page would give the count itself."""
        return self.answer is not None and not self.answers

    @property
    def anything(self) -> Ranges:
        """What is possible before anything is told."""
        return ((0, self.size),)


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts, as places in a sequence of figures."""

    whole: int
    parts: tuple[int, ...]

    @property
    def places(self) -> tuple[int, ...]:
        return (self.whole, *self.parts)


Known = Mapping[int, Ranges]


def may_be_told(
    figures: Sequence[Figure], sums: Sequence[Sum], few_left: Sequence[frozenset[int]] = ()
) -> tuple[bool, ...]:
    """Which of the figures may be told, one after the other in their order.

    A number has answers that may be told: those with which each number told keeps its whole range for
    somebody who knows that the `sums` hold, and each that is not told keeps three possible counts; under
    `strict` nobody learns that a number is one to nine without all nine being possible. That a number is
    withheld tells that it has none of these answers. So this is held to the same, and must leave a
    whole answer possible; until it does, more answers are withheld, the nearest first.

    Nothing is told where a small group, or an exact count that is kept back, is the only unknown number
    left in a sum. `few_left` are places of figures that, told together, leave such a small group.

    A sum that what is told contradicts is none: it says nothing, and is left out.
    """
    told = {at for at, one in enumerate(figures) if one.decided and one.answer is not None}
    known = {at: figures[at].answer or figures[at].anything for at in told}
    secret = {at for at, one in enumerate(figures) if one.guarded or (one.exact and one.decided is False)}
    for place, figure in enumerate(figures):
        if figure.answer is None or figure.decided is not None:
            continue
        near = _near(place, sums)
        worked_out = _worked_out({*told, place}, near)
        few = any(worked_out >= one for one in few_left if not told >= one)
        menu: Set[Ranges] = frozenset()
        if not few and not secret & worked_out:
            menu = _answers(place, figures, near, told, known)
        if figure.answer in menu:
            told.add(place)
            known[place] = figure.answer
        elif figure.exact:
            secret.add(place)
        else:
            known[place] = _none_of(menu, figure)
    return tuple(place in told for place in range(len(figures)))


def _answers(
    place: int, figures: Sequence[Figure], sums: Sequence[Sum], told: Set[int], known: Known
) -> Set[Ranges]:
    """The answers of a figure that may be told: of an exact count all or none."""
    figure = figures[place]
    every = figure.answers or tuple(((count, count),) for count in range(figure.size + 1))
    if all(not figures[at].answers for one in sums for at in one.places):
        return {*every, figure.answer or figure.anything}

    def open_with(answer: Ranges) -> bool:
        return _all_open(figures, sums, {*told, place}, {**known, place: answer})

    menu = [answer for answer in every if open_with(answer)]
    if figure.exact and len(menu) < len(every):
        return frozenset()
    while 0 < len(menu) < len(every):
        rest = _none_of(menu, figure)
        if _all_open(figures, sums, told, {**known, place: rest}, of=place):
            break
        gone = [at for at, answer in enumerate(every) if answer not in menu]
        menu.remove(min(menu, key=lambda answer: min(abs(every.index(answer) - at) for at in gone)))
    return {*menu, figure.answer or figure.anything} if figure.exact else frozenset(menu)


def _none_of(menu: Collection[Ranges], figure: Figure) -> Ranges:
    """The counts of a figure that has none of these answers."""
    return joined(one for answer in figure.answers if answer not in menu for one in answer)


def _near(place: int, sums: Sequence[Sum]) -> list[Sum]:
    """The sums that have to do with a figure, directly or through others."""
    reached, found = {place}, set[int]()
    while more := {at for at, one in enumerate(sums) if at not in found and reached & {*one.places}}:
        found |= more
        reached |= {each for at in more for each in sums[at].places}
    return [one for at, one in enumerate(sums) if at in found]


def _worked_out(known: set[int], sums: Sequence[Sum]) -> set[int]:
    """The figures whose exact counts are known, with those that follow from sums with one unknown number."""
    while more := {left.pop() for one in sums if len(left := {*one.places} - known) == 1}:
        known = known | more
    return known


def _all_open(
    figures: Sequence[Figure], sums: Sequence[Sum], told: Set[int], known: Known, of: int | None = None
) -> bool:
    """True where, beside what is known, each figure is as open as it should be.

    Of the figure `of` at least one whole answer must be possible.
    """
    before = [known.get(at, figure.anything) for at, figure in enumerate(figures)]
    places = {place for one in sums for place in one.places}
    for left in _beliefs(before, sums):
        if not all(_open(figures[at], left[at], before[at] if at in told else None) for at in places):
            return False
        if of is not None and not any(within(answer, left[of]) for answer in figures[of].answers):
            return False
    return True


def _beliefs(known: Sequence[Ranges], sums: Sequence[Sum]) -> list[Sequence[Ranges]]:
    """What is left of each figure: by all the sums; where they contradict each other, by those that agree.

    A sum that contradicts others, but not what is told, could still be the one that holds. So it counts
    alone.
    """
    pairs = [(one.whole, one.parts) for one in sums]
    together = narrowed(known, pairs)
    if together is not None:
        return [together]
    agreed: list[tuple[int, tuple[int, ...]]] = []
    found: list[Sequence[Ranges]] = []
    for pair in pairs:
        if narrowed(known, [*agreed, pair]) is not None:
            agreed.append(pair)
        elif (alone := narrowed(known, [pair])) is not None:
            found.append(alone)
    return [*found, narrowed(known, agreed) or known]


def _open(figure: Figure, left: Ranges, told: Ranges | None) -> bool:
    """True where what is `left` of a figure is as much as a reader is to think possible."""
    if told is not None:
        return left == told or figure.exact
    if sum(high - low + 1 for low, high in left) < min(FEWEST_COUNTS, figure.size + 1):
        return False
    few = ((0, MOST_WITHHELD),)
    rest = ((figure.size - MOST_WITHHELD, figure.size),)
    return (
        figure.guarded
        or not figure.strict
        or not (
            (within(left, few) and not within(((1, MOST_WITHHELD),), left))
            or (within(left, rest) and not within(((figure.size - MOST_WITHHELD, figure.size - 1),), left))
        )
    )
