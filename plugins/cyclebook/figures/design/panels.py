"""The design of small plots of weeks: stacked measures, progress against a pace, small multiples.

Several plots with scales of their own share one drawing, so a layout gives all places in
drawing units.
"""

from functools import cache

import altair as alt

from cyclebook.figures.design import layers
from cyclebook.figures.design.rendering import Design, compiled


@cache
def panels() -> Design:
    """Datasets: `columns`, `grid`, `lines`, `boxes`, `path` (x, y, segment, stroke), `points`, `texts`."""
    path = alt.Chart(alt.NamedData("path")).mark_line(
        aria=False,
        strokeJoin="round",
        strokeCap="round",
        strokeWidth=2.2,
        stroke=layers.given("stroke"),
    )
    return compiled(
        layers.page(
            layers.bars("columns"),
            layers.rules("grid"),
            layers.rules("lines"),
            layers.bars("boxes"),
            path.encode(
                x=layers.across("x"), y=layers.down("y"), detail=alt.Detail("segment", type="nominal")
            ),
            layers.discs("points"),
            layers.texts("texts"),
            parameters=(),
        )
    )
