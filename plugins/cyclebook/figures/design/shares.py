"""The design of bars that begin at zero: compared groups, and stacks of bands."""

from functools import cache

import altair as alt

from cyclebook.figures.design import layers
from cyclebook.figures.design.rendering import Design, compiled

_PARAMETERS = ("lowest", "highest", "left", "right")


@cache
def shares() -> Design:
    """Amounts from left to right, one bar or stack below the other.

    Datasets: `grid`, `ranges` (low, high, y, size), `hatching` (rules), `key_boxes`,
    `texts`. Parameters: `lowest` and `highest` amount at `left` and `right`.
    """
    ends = layers.scale("lowest", "highest", "left", "right")
    low = alt.X("low", type="quantitative", axis=None, scale=ends)
    return compiled(
        layers.page(
            layers.rules("grid"),
            layers.bars("key_boxes"),
            layers.ranges("ranges", low, layers.down("y"), alt.X2("high")),
            layers.rules("hatching"),
            layers.texts("texts"),
            parameters=_PARAMETERS,
        )
    )
