"""The design of the dumbbell chart: baseline, result and goal, one row for each team."""

from functools import cache

import altair as alt

from cyclebook.figures import colours
from cyclebook.figures.design import layers
from cyclebook.figures.design.rendering import Design, compiled

_PARAMETERS = ("lowest", "highest", "left", "right")


@cache
def dumbbell() -> Design:
    """Amounts from left to right, rows downwards.

    Datasets: `grid`, `links` (from, to, y), `ranges` (low, high, y, size), `points`
    (at, y), `goals` (at, y, y2), `key` (discs), `key_boxes`, `key_rules`, `texts`. Parameters:
    `lowest` and `highest` amount at `left` and `right`.
    """
    ends = layers.scale("lowest", "highest", "left", "right")
    links = alt.Chart(alt.NamedData("links")).mark_rule(
        aria=False, stroke=colours.DATA, strokeWidth=3.5, opacity=1
    )
    goals = alt.Chart(alt.NamedData("goals")).mark_rule(
        aria=False, stroke=colours.MARK, strokeWidth=3, opacity=1
    )
    at = alt.X("at", type="quantitative", axis=None, scale=ends)
    low = alt.X("low", type="quantitative", axis=None, scale=ends)
    return compiled(
        layers.page(
            layers.rules("grid"),
            links.encode(
                x=alt.X("from", type="quantitative", axis=None, scale=ends), x2="to", y=layers.down("y")
            ),
            layers.ranges("ranges", low, layers.down("y"), alt.X2("high")),
            layers.points("points", at, layers.down("y")),
            goals.encode(x=at, y=layers.down("y"), y2="y2"),
            layers.discs("key"),
            layers.bars("key_boxes"),
            layers.rules("key_rules"),
            layers.texts("texts"),
            parameters=_PARAMETERS,
        )
    )
