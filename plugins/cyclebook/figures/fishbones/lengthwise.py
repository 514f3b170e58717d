"""The fishbone lying: the effect on the right, groups above and below the spine."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from cyclebook.figures import colours, lettering
from cyclebook.figures.fishbones.skeleton import LEADING, block, cause_lines, cut, tick
from cyclebook.figures.marks import Label, Path, Rule
from cyclebook.figures.pen import Mark
from cyclebook.figures.sketch import Sketch
from cyclebook.published import Bone, Fishbone

_WIDTH, _END = 740, 590.0
_NAME, _TEXT = 15.0, 14.0
_SLANT = 52.0  # how far a bone leans
_TICK, _BESIDE = 16.0, 6.0
_WIDEST = 230.0  # from bone to bone
_LEAST = 84.0  # height of a bone
_APART = 14.0  # between two causes
_CLEAR = 9.0  # between a cause and the bone on its left
_MOST = 5  # lines of one text


@dataclass(frozen=True, slots=True)
class _Side:
    """The bones above or below the spine, with their texts in lines, and the height they need."""

    bones: tuple[tuple[Bone, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]

    @property
    def height(self) -> float:
        needs = [
            sum(len(lines) * _TEXT * LEADING + _APART for lines in causes) + _APART * 1.5
            for _, _, causes in self.bones
        ]
        return max(needs, default=0)

    @property
    def names(self) -> float:
        return max((len(names) * _NAME * LEADING for _, names, _ in self.bones), default=0)


def sketched(diagram: Fishbone) -> Sketch:
    """The marks of the lying fishbone."""
    columns = ceil(len(diagram.bones) / 2)
    pitch = min((_END - 10 - (_SLANT - _CLEAR)) / columns, _WIDEST)
    upper = _side(diagram.bones[:columns], pitch)
    lower = _side(diagram.bones[columns:], pitch)
    end = min(_END, 12 + pitch * columns + _SLANT - _CLEAR)
    effect = lettering.wrapped(diagram.effect, _NAME, _WIDTH - end - 24, bold=True, most=8)
    room = len(effect) * _NAME * LEADING / 2
    above = max(upper.height, _LEAST, room - upper.names)
    below = max(lower.height, _LEAST, room - lower.names) if lower.bones else max(room, 16)
    spine = round(upper.names + 8 + above)
    marks: list[Mark] = [
        Rule(6, spine, end + 4, spine, colours.INK, 2.5),
        Path(((end, spine - 7), (end + 12, spine), (end, spine + 7)), colours.INK, 2.5),
    ]
    marks += _effect(effect, end + 22, spine)
    feet = [end - 6 - pitch * (columns - 1 - number) for number in range(columns)]
    marks += _bones(upper, feet, spine, -above)
    marks += _bones(lower, feet, spine, below)
    height = spine + below + (lower.names + 10 if lower.bones else 6)
    return Sketch(tuple(marks), (_WIDTH, round(height)), cut(_texts(diagram, effect, upper, lower)))


def _side(bones: Sequence[Bone], pitch: float) -> _Side:
    room = pitch - _TICK - _BESIDE - _CLEAR
    return _Side(
        tuple(
            (
                bone,
                lettering.wrapped(lettering.one_line(bone.name), _NAME, pitch - 12, bold=True, most=2),
                tuple(cause_lines(cause, _TEXT, room, _MOST) for cause in bone.causes),
            )
            for bone in bones
        )
    )


def _effect(lines: Sequence[str], x: float, spine: float) -> list[Label]:
    first = spine + _NAME * 0.35 - (len(lines) - 1) * _NAME * LEADING / 2
    return [
        Label(x, first + _NAME * LEADING * i, line, _NAME, colours.INK, bold=True)
        for i, line in enumerate(lines)
    ]


def _bones(side: _Side, feet: Sequence[float], spine: float, reach: float) -> list[Mark]:
    """The bones of one side; `reach` is how far their tips stand from the spine, negative above it."""
    marks: list[Mark] = []
    away = 1 if reach > 0 else -1
    for foot, (bone, names, causes) in zip(feet, side.bones, strict=False):
        tip = spine + reach
        marks.append(Rule(foot - _SLANT, tip, foot, spine, colours.INK_2, 1.5))
        marks += _name(names, foot - _SLANT - 6, tip, below=reach > 0)
        y = tip - away * _APART
        for cause, lines in zip(bone.causes, causes, strict=True):
            height = len(lines) * _TEXT * LEADING
            middle = y - away * height / 2
            x = foot - _SLANT * (middle - spine) / reach
            marks.append(tick(cause, x - _TICK, x, middle))
            marks += block(
                lines,
                x - _TICK - _BESIDE,
                middle,
                _TEXT,
                anchor="end",
                strong=cause.evidence is not None,
            )
            y -= away * (height + _APART)
    return marks


def _name(lines: Sequence[str], x: float, tip: float, *, below: bool) -> list[Label]:
    leading = _NAME * LEADING
    first = tip + _NAME + 3 if below else tip - 8 - leading * (len(lines) - 1)
    return [
        Label(x, first + leading * i, line, _NAME, colours.INK, "middle", bold=True)
        for i, line in enumerate(lines)
    ]


def _texts(
    diagram: Fishbone, effect: Sequence[str], upper: _Side, lower: _Side
) -> list[tuple[str, Sequence[str]]]:
    texts: list[tuple[str, Sequence[str]]] = [(diagram.effect, effect)]
    for bone, names, causes in (*upper.bones, *lower.bones):
        texts.append((lettering.one_line(bone.name), names))
        texts += [
            (lettering.one_line(cause.text), lines) for cause, lines in zip(bone.causes, causes, strict=True)
        ]
    return texts
