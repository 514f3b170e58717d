"""How wide a text will be, before anything is drawn.

Charts are laid out where there is no browser to measure with. The widths were read
once from the regular sans that the site serves (`fonts/sans-regular.woff2`, 1000
units to the em) and rounded up; the semibold runs about 4% wider.
"""

import unicodedata
from functools import cache

_EM = 1000
_SEMIBOLD = 1.04
# A reader without the site's font gets the system's, which is a little wider.
_MARGIN = 1.04
_WIDE = 1000
_STEP = 4.0  # by which a paragraph is narrowed to even out its lines

_WIDTHS: dict[int, str] = {
    120: "\u202f\u2009",
    200: " ",
    250: "|iıj',.:;·‘’",
    265: "lI",
    300: "!fł",
    315: "()[]{}-•",
    350: "°tr/\\",
    430: '*s?z"“”',
    460: "xc",
    480: "vyYJ–",
    500: "LFke#$+0123456789<=>^~£§×÷€−≈≤≥_",
    520: "agåXV",
    550: "ESTZ`oøAhun",
    560: "bdpq",
    590: "PRCßKB",
    625: "&DG←↑→↓",
    665: "UNHOQØ",
    730: "wM",
    800: "Wæ—",
    850: "Æ%mœ@Œ",
    950: "…",
}
_BY_CHARACTER = {character: width for width, characters in _WIDTHS.items() for character in characters}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` in drawing units at font size `size`: an estimate a little on the wide side."""
    units = sum(_character_width(character) for character in text)
    return units / _EM * size * _MARGIN * (_SEMIBOLD if bold else 1)


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """`text`, shortened with "…" where it is wider than `room`; never shorter than one letter and "…"."""
    if width(text, size, bold=bold) <= room:
        return text
    for end in range(len(text) - 1, 1, -1):
        shorter = text[:end].rstrip(" ,;:–-") + "…"
        if width(shorter, size, bold=bold) <= room:
            return shorter
    return text[:1] + "…"


def wrapped(
    text: str, size: float, room: float, *, bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """`text` in lines no wider than `room`, broken between words, a word that is too long within it.

    With `most`, what does not go into so many lines is cut with "…". At least one line;
    several are about equally long.
    """
    lines = _broken(text, size, room, bold=bold)
    narrower = room
    whole = max((wide for word in text.split() if (wide := width(word, size, bold=bold)) <= room), default=0)
    while len(lines) > 1 and (narrower := narrower - _STEP) > max(room / 2, whole):
        closer = _broken(text, size, narrower, bold=bold)
        if len(closer) > len(lines):
            break
        lines = closer
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], fitted(" ".join(lines[most - 1 :]), size, room, bold=bold)]
    return tuple(lines) or ("",)


def _broken(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        lines += _pieces(word, size, room, bold=bold)
    return lines


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def one_line(text: str) -> str:
    """`text` on one line, without characters that XML cannot carry."""
    return " ".join("".join(c if _drawable(c) else " " for c in text).split())


def _drawable(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn"}


@cache
def _character_width(character: str) -> int:
    if character in _BY_CHARACTER:
        return _BY_CHARACTER[character]
    if unicodedata.combining(character):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    return _BY_CHARACTER.get(base, _WIDE)
