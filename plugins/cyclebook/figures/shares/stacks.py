"""Groups split over ordered bands: chronic, basic, proficient; no absence, one, two, more.

What is not published is a pale hatched piece. A share known only as a range is solid as
far as it is certain and hatched up to its upper end.
"""

from collections.abc import Sequence
from typing import Literal

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import Drawing, Exhibit
from cyclebook.figures.marks import Bar, Box, Label
from cyclebook.figures.shares.looks import MISSING, UNCERTAIN, Look, hatching, looks
from cyclebook.figures.shares.sheet import NARROW, PERCENT, WIDE, Format, Sheet
from cyclebook.figures.shares.stack_words import alternative, notes, size_words, table
from cyclebook.figures.shares.stacking import pieces
from cyclebook.published import Absent, Distribution, DistributionRow

_NAMES = 200.0
_ROW_WIDE, _ROW_NARROW = 50.0, 62.0


def stacked_bands(
    spread: Distribution,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    wanted: Literal["first", "last"] = "last",
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """Stacks of ordered bands, the `wanted` one solid, the one at the other end asking for attention.

    The last of chronic, basic, proficient is wanted; of no absence, one, two, more, the
    first. `headline` and `alt` replace the computed ones.
    """
    order = looks(len(spread.bands)) if wanted == "first" else tuple(reversed(looks(len(spread.bands))))
    title = _("{measure}, by group", measure=phrases.capital(lettering.one_line(spread.title)))
    told = alt or alternative(spread)
    made = [_drawn(spread, order, format_, id, title, told) for format_ in (WIDE, NARROW)]
    return Exhibit(
        id=id,
        headline=headline or phrases.capital(lettering.one_line(spread.title)),
        subtitle=subtitle,
        drawings=tuple(drawing for drawing, _short in made),
        notes=notes(spread, unlabelled=any(short for _drawing, short in made)),
        source=source,
        table=table(spread),
        alt_title=title,
        alt_text=told,
    )


def _drawn(
    spread: Distribution, order: Sequence[Look], format_: Format, figure: str, title: str, told: str
) -> tuple[Drawing, bool]:
    """A drawing, and whether a part of it has no room for its number."""
    left, right = (_NAMES + 16, format_.width - 18) if format_.wide else (2.0, format_.width - 2)
    sheet = Sheet(format_, left=left, right=right, highest=100)
    top = _draw_key(sheet, spread.bands, order) + 4
    row = _ROW_WIDE if format_.wide else _ROW_NARROW
    unlabelled = False
    for number, group in enumerate(spread.groups):
        unlabelled = _draw_group(sheet, group, spread, order, top + row * number) or unlabelled
    bottom = top + row * len(spread.groups) + 2
    ticks = PERCENT if format_.wide else (PERCENT[0], PERCENT[2], PERCENT[4])
    height = sheet.scale(ticks, top if format_.wide else bottom - 4, bottom)
    return sheet.finished(height, figure=figure, title=title, told=told), unlabelled


def _draw_key(sheet: Sheet, bands: Sequence[str], order: Sequence[Look]) -> float:
    """A swatch and its name for each band, in lines that fit; where the key ends."""
    size = sheet.format.text
    x, y = sheet.left, 4.0
    for band, look in zip(bands, order, strict=True):
        words = lettering.fitted(lettering.one_line(band), size, sheet.format.width - sheet.left - 32)
        if x > sheet.left and x + 26 + lettering.width(words, size) > sheet.format.width:
            x, y = sheet.left, y + size + 10
        box = Box(x, y, x + 20, y + size)
        sheet.data["key_boxes"].append(Bar(box, look.fill, look.stroke).datum())
        sheet.data["hatching"] += [rule.datum() for rule in hatching(look, box)]
        label = Label(x + 26, y + size * 0.85, words, size, colours.INK_2)
        sheet.write(label)
        x = label.box.right + size * 1.3
    return y + size + 10


def _draw_group(
    sheet: Sheet, group: DistributionRow, spread: Distribution, order: Sequence[Look], top: float
) -> bool:
    """The stack of a group with its numbers; True where a number found no room."""
    format_ = sheet.format
    y = top + (_ROW_WIDE / 2 if format_.wide else _ROW_NARROW - format_.bar / 2 - 6)
    _draw_names(sheet, group, y)
    found = pieces(group)
    if not found:
        box = sheet.bar(0, 100, y, MISSING)
        _write_inside(sheet, box, _("adds up to more than 100%, not drawn"), MISSING)
        return False
    short = False
    for piece in found:
        look = MISSING if piece.band is None else order[piece.band] if piece.certain else UNCERTAIN
        if piece.high - piece.low <= 0:
            continue
        box = sheet.bar(piece.low, piece.high, y, look)
        if piece.band is None:
            short = not _write_inside(sheet, box, _missing_words(group), look) or short
        elif piece.certain:
            value = group.shares[piece.band]
            name = lettering.one_line(spread.bands[piece.band])
            long = [f"{name}: {value.short}"] if format_.wide else []
            short = not _write_inside(sheet, box, value.short, look, longer=long) or short
    return short


def _write_inside(sheet: Sheet, box: Box, words: str, look: Look, *, longer: Sequence[str] = ()) -> bool:
    """A text in the middle of a piece, the longest that fits; False where none does."""
    size = sheet.format.text
    bold = look is not MISSING
    for text in (*longer, words):
        if lettering.width(text, size, bold=bold) <= box.right - box.left - (12 if bold else 4):
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + size * 0.35
            halo = look.fill if look.hatch else None
            sheet.write(Label(x, y, text, size, look.text, "middle", bold=bold, halo=halo))
            return True
    return False


def _draw_names(sheet: Sheet, group: DistributionRow, y: float) -> None:
    format_ = sheet.format
    size = size_words(group)
    if format_.wide:
        base = y + format_.name * 0.35 - 9
        name = lettering.fitted(lettering.one_line(group.name), format_.name, _NAMES, bold=True)
        sheet.write(
            Label(0, base, name, format_.name, colours.INK, bold=True),
            Label(0, base + 18, lettering.fitted(size, format_.text, _NAMES), format_.text, colours.INK_3),
        )
        return
    base = y - format_.bar / 2 - 7
    right = Label(format_.width, base, size, format_.text, colours.INK_3, "end")
    name = lettering.fitted(lettering.one_line(group.name), format_.name, right.box.left - 12, bold=True)
    sheet.write(Label(0, base, name, format_.name, colours.INK, bold=True), right)


def _missing_words(group: DistributionRow) -> str:
    reasons = dict.fromkeys(share.text for share in group.shares if isinstance(share, Absent))
    if len(reasons) == 1:
        return next(iter(reasons))
    return _("not published") if reasons else _("known as ranges only")
