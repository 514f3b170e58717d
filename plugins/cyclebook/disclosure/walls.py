"""Which stations of a convening belong together: pairs with their reasons, the order of the wall, routes.

Pure functions of what stations share. Stations are known by their place in a list; nothing here looks
at a number of a team.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cyclebook.published import Shared, SharedKind

_WEIGHTS = {
    SharedKind.IDEA: 8,
    SharedKind.DRIVER: 4,
    SharedKind.THEME: 4,
    SharedKind.MEASURE: 2,
    SharedKind.LEVEL: 1,
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a station works on: in words, as published.

    `themes` are what it may stand under on the wall, the first choice first; at least one.
    """

    themes: tuple[str, ...]
    ideas: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    level: str | None = None
    own_theme: str | None = None


def shared(one: Work, other: Work) -> tuple[Shared, ...]:
    """What two stations have in common, the strongest reason first; the same whichever comes first."""
    both = [
        (SharedKind.IDEA, one.ideas, other.ideas),
        (SharedKind.DRIVER, one.drivers, other.drivers),
        (SharedKind.THEME, _some(one.own_theme), _some(other.own_theme)),
        (SharedKind.MEASURE, one.measures, other.measures),
        (SharedKind.LEVEL, _some(one.level), _some(other.level)),
    ]
    return tuple(
        Shared(kind, what) for kind, mine, theirs in both for what in sorted(_in_common(mine, theirs))
    )


def _some(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _in_common(mine: Sequence[str], theirs: Sequence[str]) -> set[str]:
    """Words that both have, however they are capitalised and spaced; as whoever sorts first wrote them."""
    by_key: dict[str, set[str]] = {}
    keys = {_key(one) for one in mine} & {_key(one) for one in theirs}
    for word in (*mine, *theirs):
        by_key.setdefault(_key(word), set()).add(word)
    return {min(by_key[key]) for key in keys}


def _key(words: str) -> str:
    return " ".join(words.split()).rstrip(".").casefold()


def affinity(one: Work, other: Work) -> int:
    """How strongly two stations belong together: the sum of the weights of what they share."""
    return sum(_WEIGHTS[reason.kind] for reason in shared(one, other))


def clusters(stations: Sequence[Work]) -> list[tuple[str, list[int]]]:
    """Stations by theme, in an order of the wall: themes together, neighbours related where possible.

    A station stands under that theme of its own which most stations have. Then the wall is laid
    once from each station, always going on to the most closely related one that is left; a cluster
    is finished before the next begins. The wall whose neighbours share most is taken, and of equal ones
    that which begins with the earliest station. Stations cost n^3 comparisons, for n below 200.
    """
    if not stations:
        return []
    frequent = Counter(theme for work in stations for theme in dict.fromkeys(work.themes))
    theme_of = [max(work.themes, key=lambda one: frequent[one]) for work in stations]
    ties = [[affinity(one, other) for other in stations] for one in stations]
    walls = [_wall(first, theme_of, ties) for first in range(len(stations))]
    best = max(walls, key=lambda wall: sum(ties[a][b] for a, b in pairwise(wall)))
    found: list[tuple[str, list[int]]] = []
    for index in best:
        if not found or found[-1][0] != theme_of[index]:
            found.append((theme_of[index], []))
        found[-1][1].append(index)
    return found


def _wall(first: int, theme_of: Sequence[str], ties: Sequence[Sequence[int]]) -> list[int]:
    wall, left = [first], [index for index in range(len(theme_of)) if index != first]
    while left:
        here = wall[-1]
        same = [index for index in left if theme_of[index] == theme_of[here]]
        following = max(same or left, key=lambda index: (ties[here][index], -index))
        wall.append(following)
        left.remove(following)
    return wall


def route(cluster: Sequence[int], wall: Sequence[int], stations: Sequence[Work], most: int) -> list[int]:
    """A walk of at most `most` stations: those of the cluster, then the most closely related, then the rest.

    No station comes twice. What is equally related comes in the order of the wall.
    """
    place = {index: number for number, index in enumerate(wall)}

    def related(index: int) -> int:
        return max((affinity(stations[index], stations[one]) for one in cluster), default=0)

    own = [index for index in wall if index in set(cluster)]
    others = [index for index in wall if index not in set(cluster)]
    others.sort(key=lambda index: (-related(index), place[index]))
    return [*own, *others][: max(most, 1)]
