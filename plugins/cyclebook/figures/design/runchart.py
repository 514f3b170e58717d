"""The design of the annotated run chart."""

from functools import cache

import altair as alt

from cyclebook.figures import colours
from cyclebook.figures.design import layers
from cyclebook.figures.design.rendering import Design, compiled

_PARAMETERS = ("first", "last", "left", "right", "lowest", "highest", "bottom", "top")


@cache
def run_chart() -> Design:
    """Weeks from left to right, amounts upwards.

    Datasets: `columns` (missing weeks), `grid`, `lines` (goal, median, baseline),
    `ranges` (at, low, high, size), `path` (at, value, segment), `points` (at, value),
    `bars` (tests), `discs` (letters), `texts`. Parameters: `first` and `last` week at `left` and `right`,
    `lowest` and `highest` amount at `bottom` and `top`.
    """
    week = alt.X("at", type="quantitative", axis=None, scale=layers.scale("first", "last", "left", "right"))
    upright = layers.scale("lowest", "highest", "bottom", "top")
    amount = alt.Y("value", type="quantitative", axis=None, scale=upright)
    low = alt.Y("low", type="quantitative", axis=None, scale=upright)
    path = alt.Chart(alt.NamedData("path")).mark_line(
        aria=False, stroke=colours.DATA, strokeWidth=2.8, strokeJoin="round", strokeCap="round"
    )
    return compiled(
        layers.page(
            layers.bars("columns"),
            layers.rules("grid"),
            layers.rules("lines"),
            layers.ranges("ranges", week, low, alt.Y2("high")),
            path.encode(x=week, y=amount, detail=alt.Detail("segment", type="nominal")),
            layers.points("points", week, amount),
            layers.bars("bars", corner=2),
            layers.discs("discs"),
            layers.texts("texts"),
            parameters=_PARAMETERS,
        )
    )
