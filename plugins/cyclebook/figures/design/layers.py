"""Layers that several kinds of chart share: bars, rules, discs and texts at given places.

Each takes the name of the dataset that a layout will fill in with marks
(`figures.marks`). What a mark looks like comes with its row, where it stands too;
values on a scale are the business of the designs themselves.
"""

from typing import Literal

import altair as alt


def given(field: str) -> alt.ExprRef:
    """A property of the mark that stands in the dataset."""
    return alt.ExprRef(f"datum.{field}")


def across(field: str) -> alt.X:
    """A distance from the left edge, in drawing units."""
    return alt.X(field, type="quantitative", scale=None, axis=None)


def down(field: str) -> alt.Y:
    """A distance from the upper edge, in drawing units."""
    return alt.Y(field, type="quantitative", scale=None, axis=None)


def bars(dataset: str, *, corner: float = 0) -> alt.Chart:
    """Rectangles."""
    mark = alt.Chart(alt.NamedData(dataset)).mark_rect(
        aria=False,
        opacity=1,
        cornerRadius=corner,
        fill=given("fill"),
        stroke=given("stroke"),
        strokeDash=given("dash"),
        strokeWidth=1.2,
    )
    placed: alt.Chart = mark.encode(x=across("x"), x2="x2", y=down("y"), y2="y2")
    return placed


def rules(dataset: str) -> alt.Chart:
    """Straight lines."""
    mark = alt.Chart(alt.NamedData(dataset)).mark_rule(
        aria=False,
        opacity=1,
        stroke=given("stroke"),
        strokeWidth=given("width"),
        strokeDash=given("dash"),
    )
    placed: alt.Chart = mark.encode(x=across("x"), x2="x2", y=down("y"), y2="y2")
    return placed


def discs(dataset: str) -> alt.Chart:
    """Circles at given places."""
    return points(dataset, across("x"), down("y"))


def points(dataset: str, x: alt.X, y: alt.Y, *, shape: Literal["circle", "diamond"] = "circle") -> alt.Chart:
    """Circles or diamonds on scales."""
    mark = alt.Chart(alt.NamedData(dataset)).mark_point(
        aria=False,
        shape=shape,
        opacity=1,
        filled=False,
        size=given("area"),
        fill=given("fill"),
        stroke=given("stroke"),
        strokeWidth=given("width"),
    )
    placed: alt.Chart = mark.encode(x=x, y=y)
    return placed


def ranges(dataset: str, x: alt.X, y: alt.Y, end: alt.Y2 | alt.X2) -> alt.Chart:
    """Boxes from one amount to another on a scale, as thick as their row says."""
    mark = alt.Chart(alt.NamedData(dataset)).mark_bar(
        aria=False,
        opacity=1,
        size=given("size"),
        fill=given("fill"),
        stroke=given("stroke"),
        strokeWidth=1.6,
        minBandSize=0,
    )
    ends = {"y2": end} if isinstance(end, alt.Y2) else {"x2": end}
    placed: alt.Chart = mark.encode(x=x, y=y, **ends)
    return placed


def texts(dataset: str) -> alt.Chart:
    """Lines of text, with a halo where their row names its colour.

    The renderer measures whatever it sets, which takes four fifths of its time, and
    a layout has measured already. So the words travel as the mark's description, and
    `figures.drawing` sets them.
    """
    mark = alt.Chart(alt.NamedData(dataset)).mark_text(
        text="",
        baseline="alphabetic",
        align=given("align"),
        angle=given("angle"),
        fill=given("fill"),
        fontSize=given("size"),
        fontWeight=given("weight"),
        stroke=given("halo"),
        strokeWidth=4,
    )
    placed: alt.Chart = mark.encode(
        x=across("x"), y=down("y"), description=alt.Description("text", type="nominal")
    )
    return placed


def scale(low: str, high: str, start: str, end: str) -> alt.Scale:
    """A linear scale from two amounts to two places, each a parameter that a layout sets."""
    return alt.Scale(
        type="linear",
        domain=[alt.ExprRef(low), alt.ExprRef(high)],
        range=[alt.ExprRef(start), alt.ExprRef(end)],
        nice=False,
        zero=False,
        padding=0,  # a layer of bars would pad the scale of every layer
    )


def page(*layers: alt.Chart, parameters: tuple[str, ...]) -> alt.LayerChart:
    """The layers on one page, bottom first: no axes, frame, background or padding of its own."""
    chart = alt.layer(*layers).add_params(*(alt.param(name=name, value=0) for name in parameters))
    chart = chart.properties(padding=0, autosize=alt.AutoSizeParams(type="none"), background="transparent")
    plain: alt.LayerChart = chart.configure_view(strokeWidth=0)
    return plain
