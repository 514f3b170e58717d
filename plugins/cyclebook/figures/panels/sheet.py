"""The paper of small plots: series drawn at their places, in drawing units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cyclebook.figures import colours, design
from cyclebook.figures.drawing import drawing
from cyclebook.figures.exhibit import Drawing, Variant
from cyclebook.figures.marks import Bar, Box, Datum, Disc, Label, Rule
from cyclebook.figures.placing import Obstacle, best_place
from cyclebook.figures.runchart import missing, values
from cyclebook.figures.runchart.extents import extents
from cyclebook.figures.runchart.frame import Frame
from cyclebook.figures.runchart.lines import LevelLine, goal_lines
from cyclebook.published import Series


@dataclass(slots=True)
class Sheet:
    """The marks put on a drawing so far, and what they cover."""

    data: dict[str, list[Datum]] = field(
        default_factory=lambda: {
            name: [] for name in ("columns", "grid", "lines", "boxes", "path", "points", "texts")
        }
    )
    taken: list[Box] = field(default_factory=list)
    lines: list[Obstacle] = field(default_factory=list)
    segments: int = 0

    def write(self, *labels: Label) -> None:
        """Put labels where they are."""
        self.data["texts"] += [label.datum() for label in labels]
        self.taken += [label.box for label in labels]

    def place(self, candidates: Iterator[Label], within: Box) -> bool:
        """Put the best of some places for a label; False where none is free."""
        label = best_place(candidates, taken=self.taken, lines=self.lines, within=within)
        if label:
            self.write(label)
        return label is not None

    def grid(self, frame: Frame, ticks: Sequence[tuple[float, str]]) -> None:
        """Level lines with their numbers on the left."""
        size = frame.format.text
        for amount, text in ticks:
            y = frame.y(amount)
            stroke = colours.RULE_2 if amount == 0 else colours.RULE
            self.data["grid"].append(Rule(frame.left, y, frame.right, y, stroke).datum())
            self.write(Label(frame.left - 7, y + size * 0.35, text, size, colours.INK_3, "end"))

    def missing(self, series: Series, frame: Frame) -> None:
        """A pale column for each week without a number."""
        runs = missing.missing_runs(series)
        self.data["columns"] += [column.datum() for column in missing.columns(runs, frame)]

    def goals(self, series: Series, frame: Frame) -> tuple[LevelLine, ...]:
        """The goal's dashed lines, without their names."""
        lines, joints = goal_lines(series, frame)
        self.data["lines"] += [rule.datum() for rule in (*(line.rule for line in lines), *joints)]
        self.lines += [Obstacle(line.rule, 3.0) for line in lines]
        return lines

    def name(self, lines: Sequence[LevelLine], frame: Frame) -> list[str]:
        """Each line named where there is room; the names that found none."""
        within = Box(frame.left, frame.top - 6, frame.format.width, frame.bottom + 2)
        return [line.name for line in reversed(lines) if not self.place(line.on_line(frame.format), within)]

    def curve(self, series: Series, frame: Frame, stroke: str) -> None:
        """The line of a series, broken where a week is missing, its points, and boxes for bands."""
        places = extents(series)
        numbers = values.amounts(series)
        self.segments += 1
        for week in frame.weeks.weeks:
            if week not in numbers:
                self.segments += 1
                continue
            x, y = frame.x(week), frame.y(places[week][0])
            self.data["path"].append(
                {"x": round(x, 2), "y": round(y, 2), "segment": f"{self.segments}", "stroke": stroke}
            )
            disc = Disc(x, y, frame.point, stroke, colours.PAPER, 1.2 if frame.point > 3 else 0.8)
            self.data["points"].append(disc.datum())
        for week, box in zip(places, values.point_boxes(series, frame), strict=True):
            self.taken.append(box)
            if week not in numbers:
                self.data["boxes"].append(Bar(box, colours.DATA_WASH, stroke).datum())
        self.lines += [Obstacle(rule, 6.0) for rule in values.joins(series, frame)]

    def last_number(self, series: Series, frame: Frame, stroke: str, within: Box) -> None:
        """The last number, larger than the others and in the hue of its line."""
        weeks = list(extents(series))
        if weeks:
            spots = values.large_places(series, weeks[-1], frame)
            self.place((replace(label, fill=stroke) for label in spots), within)

    def other_numbers(self, series: Series, frame: Frame, within: Box, *, every: bool) -> None:
        """The first number, the highest and the lowest, or all, as far as there is room."""
        for week in values.by_importance(series, every=every) if series.counted else ():
            self.place(values.value_places(series, week, frame), within)

    def finished(
        self, size: tuple[float, float], *, figure: str, variant: Variant, title: str, told: str
    ) -> Drawing:
        """The drawing."""
        svg = design.rendered(
            design.panels(), width=round(size[0]), height=round(size[1]), data=self.data, parameters={}
        )
        return drawing(svg, figure=figure, variant=variant, title=title, description=told)
