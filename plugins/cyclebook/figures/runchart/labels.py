"""Every text inside the plot, placed so that none touches another or a point.

The most important texts choose first: the last number, the lines' names, the
reasons of missing weeks, then the other numbers. What finds no room stands in the
notes or the data table.
"""

from collections.abc import Sequence

from cyclebook.figures.marks import Box, Label, Rule
from cyclebook.figures.placing import Obstacle, best_place, nearest_free_heights
from cyclebook.figures.runchart import values
from cyclebook.figures.runchart.extents import extents
from cyclebook.figures.runchart.frame import Frame
from cyclebook.figures.runchart.lines import LevelLine
from cyclebook.figures.runchart.missing import Run, label_places
from cyclebook.published import Series

_DATA_COST, _LINE_COST = 6.0, 3.0
MARGIN_GAP = 8.0


def plot_labels(
    series: Series,
    frame: Frame,
    *,
    goals: Sequence[LevelLine],
    others: Sequence[LevelLine],
    runs: Sequence[Run],
    joints: Sequence[Rule],
    taken: Sequence[Box],
) -> list[Label]:
    """The texts in the plot and in its margin; `taken` is what stands around the plot already."""
    wide = frame.format.wide
    occupied = [*taken, *values.point_boxes(series, frame)]
    lines = [Obstacle(rule, _DATA_COST) for rule in values.joins(series, frame)]
    lines += [Obstacle(line.rule, _LINE_COST) for line in (*goals, *others)]
    lines += [Obstacle(rule, _LINE_COST) for rule in joints]
    within = Box(0, frame.top - frame.format.value, frame.format.width, frame.bottom - 1)
    found: list[Label] = []

    def put(label: Label | None) -> None:
        if label:
            found.append(label)
            occupied.append(label.box)

    counted = list(extents(series))
    large = counted if len(counted) < values.FEW else counted[-1:]
    for week in reversed(large):
        put(best_place(values.large_places(series, week, frame), taken=occupied, lines=lines, within=within))
    in_margin = [*goals[-1:], *others] if wide else []
    for label in _margin_labels(in_margin, frame, occupied):
        put(label)
    for line in (*reversed(goals), *others):
        if line not in in_margin:
            lines_of_others = [_room(other) for other in (*goals, *others) if other != line]
            taken_here = [*occupied, *lines_of_others]
            put(best_place(line.on_line(frame.format), taken=taken_here, lines=lines, within=frame.plot))
    for run in runs:
        tiers = (
            best_place(places, taken=occupied, lines=lines, within=frame.plot)
            for places in label_places(run, frame)
        )
        put(next((label for label in tiers if label), None))
    for week in values.by_importance(series, every=wide or series.varying_group):
        if week not in large:
            put(
                best_place(
                    values.value_places(series, week, frame), taken=occupied, lines=lines, within=within
                )
            )
    return found


def _room(line: LevelLine) -> Box:
    """A level line as a bar, which the name of another may not touch, or it would seem to name this one."""
    return Box(line.rule.x, line.y - 1, line.rule.x2, line.y + 1)


def margin_width(goals: Sequence[LevelLine], others: Sequence[LevelLine], frame: Frame) -> float:
    """The room that the names of lines need right of the plot."""
    labels = [label for line in (*goals[-1:], *others) for label in line.in_margin(0, frame.format, 0)]
    return max((label.width for label in labels), default=0)


def _margin_labels(lines: Sequence[LevelLine], frame: Frame, occupied: Sequence[Box]) -> list[Label]:
    x = frame.right + MARGIN_GAP
    line_height = frame.format.text + 2
    wanted = [(line.y - frame.format.text * 0.4, line_height * len(line.pieces) - 2) for line in lines]
    beside = [(box.top, box.bottom) for box in occupied if box.right > x]
    tops = nearest_free_heights(wanted, taken=beside, top=frame.top, bottom=frame.bottom)
    placed = zip(lines, tops, strict=True)
    return [
        label for line, top in placed if top is not None for label in line.in_margin(top, frame.format, x)
    ]


def unnamed(lines: Sequence[LevelLine], found: Sequence[Label]) -> tuple[str, ...]:
    """The names of the lines that found no room for them."""
    placed = {label.text for label in found}
    return tuple(line.name for line in lines if not placed & {line.name, line.words[0]})
