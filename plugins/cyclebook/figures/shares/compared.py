"""A target group beside comparison groups: how many of each reached the measure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.figures.marks import Label
from cyclebook.figures.round_numbers import round_step
from cyclebook.figures.shares.looks import OTHER, SOLID, UNCERTAIN
from cyclebook.figures.shares.sheet import NARROW, PERCENT, WIDE, Format, Sheet, Ticks
from cyclebook.published import Absent, Band, ComparedGroup, Comparison, Form, Number, Value
from cyclebook.published.values import rounded

_NAMES = 230.0
_ROW = 56.0
_GAP = 10.0
_CAUTION = (
    "The groups were not chosen the same way; part or all of this gap may have been there at the start."
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What bars are long in: percent of a group, or amounts."""

    percent: bool
    highest: float
    ticks: Ticks

    def extent(self, value: Value) -> tuple[float, float] | None:
        """From where to where the end of a bar may lie; None where there is none to draw."""
        if isinstance(value, Band):
            return (float(value.low), float(value.high)) if self.percent else None
        if not isinstance(value, Number) or value.value < 0:
            return None
        amount = value.share if self.percent else value.value
        if amount is None or float(amount) > self.highest:
            return None
        return float(amount), float(amount)


def compared_groups(
    comparison: Comparison,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str | None = None,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """A bar from zero for each of at least one group, the target group first.

    The difference is put in words only between published counts. `source`, `headline`
    and `alt` replace what the comparison itself says.
    """
    groups = comparison.groups
    measure = lettering.one_line(comparison.measure)
    scale = _scale(groups)
    title = f"{phrases.capital(measure)}, by group"
    told = alt or _alternative(groups, measure)
    given = comparison.source.label if comparison.source else ""
    return Exhibit(
        id=id,
        headline=headline or _headline(groups),
        subtitle=subtitle,
        drawings=tuple(_drawn(groups, scale, one, id, title, told) for one in (WIDE, NARROW)),
        notes=_notes(groups, scale),
        source=given if source is None else source,
        table=_table(groups, measure),
        alt_title=title,
        alt_text=told,
    )


def _scale(groups: Sequence[ComparedGroup]) -> _Scale:
    numbers = [group.result for group in groups if isinstance(group.result, Number)]
    percent = any(number.share is not None for number in numbers) or not numbers
    if percent or any(isinstance(group.result, Band) for group in groups):
        return _Scale(percent=True, highest=100, ticks=PERCENT)
    furthest = max(float(number.value) for number in numbers)
    step = round_step(furthest, 4)
    ticks = [
        (step * i, f"{step * i:,.6f}".rstrip("0").rstrip(".")) for i in range(math.ceil(furthest / step) + 1)
    ]
    ticks = ticks if len(ticks) > 1 else [(0.0, "0"), (1.0, "1")]
    return _Scale(percent=False, highest=ticks[-1][0], ticks=ticks)


def _drawn(
    groups: Sequence[ComparedGroup], scale: _Scale, format_: Format, figure: str, title: str, told: str
) -> Drawing:
    widest = max(lettering.width(group.result.text, format_.name, bold=True) for group in groups)
    left, right = 2.0, format_.width - 18
    if format_.wide:
        left = _NAMES + 16
        right = max(format_.width - widest - 14, left + 200)
    sheet = Sheet(format_, left=left, right=right, highest=scale.highest)
    top = 4.0
    for number, group in enumerate(groups):
        _draw_row(sheet, group, scale, top + _ROW * number, first=number == 0)
    bottom = top + _ROW * len(groups) + 2
    height = sheet.scale(scale.ticks, top, bottom) if format_.wide else _plain_scale(sheet, scale, bottom)
    return sheet.finished(height, figure=figure, title=title, told=told)


def _plain_scale(sheet: Sheet, scale: _Scale, bottom: float) -> float:
    """In a narrow drawing lines would cross the names: the numbers of the scale stand alone."""
    return sheet.scale(scale.ticks, bottom - 4, bottom)


def _draw_row(sheet: Sheet, group: ComparedGroup, scale: _Scale, top: float, *, first: bool) -> None:
    format_ = sheet.format
    y = top + (_ROW / 2 if format_.wide else _ROW - format_.bar / 2 - 4)
    extent = scale.extent(group.result)
    end = sheet.left
    if extent is not None:
        low, high = extent
        if low > 0 or low == high:
            end = sheet.bar(0, low, y, SOLID if first else OTHER).right
        if high > low:
            end = sheet.bar(low, high, y, UNCERTAIN).right
    words = group.result.text
    known = not isinstance(group.result, Absent)
    fill = colours.DATA if first and known else colours.INK if known else colours.INK_3
    if format_.wide:
        room = format_.width - end - _GAP
        text = lettering.fitted(words, format_.name, room, bold=known)
        halo = None if known else colours.PAPER
        sheet.write(
            Label(end + _GAP, y + format_.name * 0.35, text, format_.name, fill, bold=known, halo=halo)
        )
        _write_names(sheet, group, y)
        return
    base = y - format_.bar / 2 - 7
    room = format_.width * 0.62
    text = lettering.fitted(words, format_.name, room, bold=known)
    result = Label(format_.width, base, text, format_.name, fill, "end", bold=known)
    name = lettering.fitted(lettering.one_line(group.name), format_.name, result.box.left - 12, bold=True)
    sheet.write(Label(0, base, name, format_.name, colours.INK, bold=True), result)


def _write_names(sheet: Sheet, group: ComparedGroup, y: float) -> None:
    """The name of the group, and its size where the result does not say it."""
    format_ = sheet.format
    name = lettering.fitted(lettering.one_line(group.name), format_.name, _NAMES, bold=True)
    size = _size_words(group)
    base = y + format_.name * 0.35 - (9 if size else 0)
    sheet.write(Label(0, base, name, format_.name, colours.INK, bold=True))
    if size:
        sheet.write(Label(0, base + 18, size, format_.text, colours.INK_3))


def _size_words(group: ComparedGroup) -> str:
    if isinstance(group.result, Number) and group.result.of is not None:
        return ""
    if isinstance(group.size, Number):
        return f"group of {group.size.short}"
    words = "withheld" if isinstance(group.size, Absent) and group.size.withheld else group.size.text
    return f"group size {words}"


def _headline(groups: Sequence[ComparedGroup]) -> str:
    said = [f"{group.result.text} in {lettering.one_line(group.name)}" for group in groups[:3]]
    more = len(groups) - len(said)
    return phrases.capital("; ".join([*said, *([f"{phrases.count(more, 'more group')}"] if more else [])]))


def _alternative(groups: Sequence[ComparedGroup], measure: str) -> str:
    said = [f"Bar chart: {measure}, in {phrases.count(len(groups), 'group')}."]
    for group in groups:
        size = f" ({words})" if (words := _size_words(group)) else ""
        said.append(f"{lettering.one_line(group.name)}{size}: {group.result.text}.")
    return " ".join([*said, *_differences(groups)])


def _notes(groups: Sequence[ComparedGroup], scale: _Scale) -> tuple[str, ...]:
    said = _differences(groups)
    if any(isinstance(group.result, Band) for group in groups):
        said.append("Hatched: the range in which a share ends; the exact share is withheld.")
    undrawn = [
        lettering.one_line(group.name)
        for group in groups
        if isinstance(group.result, Number) and scale.extent(group.result) is None
    ]
    if undrawn:
        said.append(f"No bar for {phrases.listed(undrawn)}: the number has no place on this scale.")
    for group in groups:
        if group.formed:
            said.append(
                f"{lettering.one_line(group.name)}: {phrases.sentence(lettering.one_line(group.formed))}"
            )
    unknown = [lettering.one_line(group.name) for group in groups if not group.formed]
    if len(groups) > 1 and unknown:
        said.append(
            f"How {phrases.listed(unknown)} {'was' if len(unknown) == 1 else 'were'} formed is not published."
        )
    if len(groups) > 1 and len({group.formed for group in groups}) > 1:
        said.append(_CAUTION)
    return tuple(said)


def _differences(groups: Sequence[ComparedGroup]) -> list[str]:
    """The first group against each other one, where both are published counts of ten or more."""
    target = groups[0]
    return [words for other in groups[1:] if (words := _difference(target, other)) is not None]


def _difference(target: ComparedGroup, other: ComparedGroup) -> str | None:
    shares = [_counted_share(one.result) for one in (target, other)]
    if shares[0] is None or shares[1] is None:
        return None
    (first, size), (second, other_size) = shares[0], shares[1]
    points = rounded(abs(first - second), 0 if min(size, other_size) < 100 else 1)
    a, b = lettering.one_line(target.name), lettering.one_line(other.name)
    if points == 0:
        return f"The share in {a} and the share in {b} do not differ by a whole step of rounding."
    unit = "percentage point" if points == 1 else "percentage points"
    side = "higher" if first > second else "lower"
    return f"The share in {a} is {points.normalize():f} {unit} {side} than in {b}."


def _counted_share(value: Value) -> tuple[Decimal, int] | None:
    if not isinstance(value, Number) or value.form is not Form.COUNT or not value.of or value.of < 10:
        return None
    return value.value * 100 / value.of, value.of


def _table(groups: Sequence[ComparedGroup], measure: str) -> DataTable:
    rows = tuple(
        (
            lettering.one_line(group.name),
            _size(group),
            group.result.text,
            lettering.one_line(group.formed) if group.formed else "not published",
        )
        for group in groups
    )
    return DataTable(
        caption=f"{phrases.capital(measure)}, by group",
        columns=(
            Column("Group", numeric=False),
            Column("Group size", numeric=True),
            Column(phrases.capital(measure), numeric=True),
            Column("How the group was formed", numeric=False),
        ),
        rows=rows,
        csv_header=("group", "group size", measure, "unit", "how the group was formed"),
        csv_rows=tuple(
            (
                name,
                size.replace(",", ""),
                group.result.plain if isinstance(group.result, Number) else group.result.text,
                _unit(group.result),
                formed,
            )
            for group, (name, size, _, formed) in zip(groups, rows, strict=True)
        ),
    )


def _size(group: ComparedGroup) -> str:
    if isinstance(group.size, Number):
        return group.size.short
    of = None if isinstance(group.result, Absent) else group.result.of
    return f"{of:,}" if of is not None else group.size.text


def _unit(value: Value) -> str:
    if isinstance(value, Absent):
        return value.text
    return "percent" if isinstance(value, Band) else {Form.PERCENT: "percent"}.get(value.form, "count")
