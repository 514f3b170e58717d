"""How much of each kind a storyboard may hold: more fits on no page, and takes minutes to draw."""

from collections.abc import Iterator

from cyclebook.model.problem import Problem
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.places import Places

_DRAWN = {"measures": 20, "groups": 40, "tests": 40, "other_results": 40, "follow_up": 40}
"""Keys whose every item becomes a drawing or a part of one."""
_OTHERS = 100


def check_lengths(storyboard: Storyboard, places: Places) -> Iterator[Problem]:
    """Lists that are longer than any team needs. Rows of weeks are counted where they are read."""
    for name in type(storyboard).model_fields:
        value = getattr(storyboard, name)
        most = _DRAWN.get(name, _OTHERS)
        if name != "weeks" and isinstance(value, list) and len(value) > most:
            yield Problem(
                "too-large",
                places.of_value((name, most)),
                f"This list has more than {most} items.",
                "Keep those that matter most to readers.",
                field=name,
            )
