"""A group of children as dots: filled ones reached what the team counts, a line marks the goal."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import ceil

from cyclebook.catalogue import _
from cyclebook.figures import colours
from cyclebook.figures.drawing import framed
from cyclebook.figures.exhibit import Drawing, Variant
from cyclebook.figures.marks import Label
from cyclebook.published import Better, Form, Known, Number

_MOST = 600  # dots that can still be told apart on a phone
_EDGE = 6.0  # free room above the dots


@dataclass(frozen=True, slots=True)
class _Format:
    variant: Variant
    width: float
    text: float
    rows: int  # at least

    def pitch(self, group: int) -> float:
        """From dot to dot: smaller for a large group."""
        return 20.0 if group <= 120 else 15.0 if group <= 300 else 11.0

    def grid(self, group: int) -> tuple[int, int]:
        """Columns and rows."""
        fitting = int(self.width // self.pitch(group))
        rows = max(min(self.rows, group), ceil(group / fitting))
        return ceil(group / rows), rows


_WIDE = _Format("wide", 740, 14, 2)
_NARROW = _Format("narrow", 328, 14, 3)


def dots(
    result: Known,
    goal: Number | None,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    unit: str,
    better: Better | None = None,
    alt: str | None = None,
) -> tuple[Drawing, Drawing] | None:
    """One dot for each member of the group, filled column by column, wide and narrow.

    None unless the result is a whole count of a known group of at most 600: a band is no count. The
    goal is marked where it is a whole count of the same group. `alt` replaces the computed text alternative.
    """
    filled = _whole(result)
    group = result.of
    if filled is None or not group or filled > group or group > _MOST:
        return None
    marked = _whole(goal) if goal and goal.of in (group, None) else None
    marked = marked if marked is not None and marked <= group else None
    title = _("{filled} of {group} {unit}", filled=f"{filled:,}", group=f"{group:,}", unit=unit)
    said = [
        _(
            "Each dot is one of {group} {unit}: {filled} filled, {open} open.",
            group=f"{group:,}",
            unit=unit,
            filled=f"{filled:,}",
            open=f"{group - filled:,}",
        )
    ]
    if marked is not None:
        said.append(_("A line marks the goal of {goal}.", goal=_goal_words(marked, better)))
    told = alt or " ".join(said)
    wide, narrow = (
        _drawn(filled, group, marked, one, figure=id, title=title, told=told, better=better)
        for one in (_WIDE, _NARROW)
    )
    return wide, narrow


def _whole(number: Known) -> int | None:
    if (
        not isinstance(number, Number)
        or number.form is not Form.COUNT
        or number.value < 0
        or number.value != int(number.value)
    ):
        return None
    return int(number.value)


def _goal_words(goal: int, better: Better | None) -> str:
    return _("{number} or fewer", number=f"{goal:,}") if better is Better.LOWER else f"{goal:,}"


def _drawn(
    filled: int,
    group: int,
    goal: int | None,
    format_: _Format,
    *,
    figure: str,
    title: str,
    told: str,
    better: Better | None,
) -> Drawing:
    columns, rows = format_.grid(group)
    pitch = format_.pitch(group)
    body = "".join(_circles(filled, group, rows, pitch))
    width, height = columns * pitch + 2, rows * pitch + _EDGE + 4
    if goal is not None:
        text = _("goal {goal}", goal=_goal_words(goal, better))
        label = Label(0, height + format_.text * 0.9, text, format_.text, colours.MARK, "middle", bold=True)
        width = max(width, label.width + 2)
        x = goal // rows * pitch + 1
        at = min(max(x, label.width / 2), width - label.width / 2)
        height += format_.text + 6
        body += _goal_line(goal, rows, pitch) + (
            f'<text x="{at:g}" y="{label.y:g}" font-size="{format_.text:g}" fill="{label.fill}" '
            f'text-anchor="middle" font-weight="600">{escape(label.text, quote=False)}</text>'
        )
    size = (ceil(width), ceil(height))
    return framed(
        body,
        figure=figure,
        variant=format_.variant,
        title=title,
        description=told,
        size=size,
        fixed_width=True,
    )


def _circles(filled: int, group: int, rows: int, pitch: float) -> Iterator[str]:
    radius = round(pitch * 0.35, 1)
    thin = 1.5 if pitch > 15 else 1
    open_ = f'fill="{colours.PAPER}" stroke="{colours.RULE_2}" stroke-width="{thin}"'
    for number in range(group):
        column, row = divmod(number, rows)
        place = f'cx="{column * pitch + pitch / 2 + 1:g}" cy="{row * pitch + pitch / 2 + _EDGE:g}"'
        if number < filled:
            yield f'<circle {place} r="{radius:g}" fill="{colours.DATA}"/>'
        else:
            yield f'<circle {place} r="{radius - thin / 2:g}" {open_}/>'


def _goal_line(goal: int, rows: int, pitch: float) -> str:
    """A line after the goal's last dot, with a step where the goal ends within a column."""
    full, rest = divmod(goal, rows)
    x, top, bottom = full * pitch + 1, _EDGE - 4, rows * pitch + _EDGE + 4
    path = f"M{x:g} {top:g}V{bottom:g}"
    if rest:
        step = rest * pitch + _EDGE
        path = f"M{x + pitch:g} {top:g}V{step:g}H{x:g}V{bottom:g}"
    return f'<path d="{path}" fill="none" stroke="{colours.MARK}" stroke-width="2.5"/>'
