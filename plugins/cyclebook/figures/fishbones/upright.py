"""The fishbone standing: the effect on top, one group below the other. For a phone."""

from cyclebook.figures import colours, lettering
from cyclebook.figures.fishbones.skeleton import LEADING, block, cause_lines, cut, tick
from cyclebook.figures.marks import Label, Path, Rule
from cyclebook.figures.pen import Mark
from cyclebook.figures.sketch import Sketch
from cyclebook.published import Fishbone

_WIDTH = 328
_NAME, _TEXT = 14.0, 13.0
_SPINE, _NAMES, _CAUSES = 8.0, 32.0, 53.0
_MOST = 6  # lines of one text


def sketched(diagram: Fishbone) -> Sketch:
    """The marks of the standing fishbone."""
    effect = lettering.wrapped(diagram.effect, _NAME, _WIDTH - 20, bold=True, most=_MOST)
    marks: list[Mark] = [
        Label(20, _NAME + 2 + _NAME * LEADING * i, line, _NAME, colours.INK, bold=True)
        for i, line in enumerate(effect)
    ]
    texts = [(diagram.effect, effect)]
    y = _NAME + 2 + _NAME * LEADING * (len(effect) - 1) + 12
    for bone in diagram.bones:
        name = lettering.one_line(bone.name)
        names = lettering.wrapped(name, _NAME, _WIDTH - _NAMES, bold=True, most=2)
        marks.append(Rule(_SPINE, y + 2, _NAMES - 6, y + 11, colours.INK_2, 1.5))
        y += 11 + _NAME * 0.35
        marks += [
            Label(_NAMES, y + _NAME * LEADING * i, line, _NAME, colours.INK, bold=True)
            for i, line in enumerate(names)
        ]
        y += _NAME * LEADING * (len(names) - 1) + 6
        texts.append((name, names))
        for cause in bone.causes:
            lines = cause_lines(cause, _TEXT, _WIDTH - _CAUSES, _MOST)
            height = len(lines) * _TEXT * LEADING
            marks.append(tick(cause, _NAMES + 2, _CAUSES - 7, y + _TEXT * LEADING / 2))
            marks += block(
                lines, _CAUSES, y + height / 2, _TEXT, anchor="start", strong=cause.evidence is not None
            )
            texts.append((lettering.one_line(cause.text), lines))
            y += height + 4
        y += 10
    spine: list[Mark] = [
        Rule(_SPINE, 10, _SPINE, y - 6, colours.INK, 2.2),
        Path(((_SPINE - 5, 17), (_SPINE, 8), (_SPINE + 5, 17)), colours.INK, 2.2),
    ]
    return Sketch((*spine, *marks), (_WIDTH, round(y)), cut(texts))
