"""The design of the scatter of schools: two figures of each, those that take part as diamonds."""

from functools import cache

import altair as alt

from cyclebook.figures.design import layers
from cyclebook.figures.design.rendering import Design, compiled

_PARAMETERS = ("lowest", "highest", "left", "right", "least", "most", "bottom", "top")


@cache
def scatter() -> Design:
    """One figure from left to right, the other upwards.

    Datasets: `grid`, `others` (across, up; circles), `taking_part` (across, up; diamonds),
    `key_others` and `key_taking_part` (x, y), `texts`. Parameters: `lowest` and `highest` amount
    at `left` and `right`, `least` and `most` at `bottom` and `top`.
    """
    across = alt.X(
        "across", type="quantitative", axis=None, scale=layers.scale("lowest", "highest", "left", "right")
    )
    up = alt.Y("up", type="quantitative", axis=None, scale=layers.scale("least", "most", "bottom", "top"))
    key = (layers.across("x"), layers.down("y"))
    return compiled(
        layers.page(
            layers.rules("grid"),
            layers.points("others", across, up),
            layers.points("taking_part", across, up, shape="diamond"),
            layers.points("key_others", *key),
            layers.points("key_taking_part", *key, shape="diamond"),
            layers.texts("texts"),
            parameters=_PARAMETERS,
        )
    )
