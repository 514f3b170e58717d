"""Words that tell a number, a range, or that a number is kept back, as a reader understands them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

_HIDDEN = re.compile(
    r"(?:(?:goal|number|count|size|group size|result|share)\s+(?:is\s+)?)?"
    r"(?:withheld|suppressed|redacted|masked|hidden|kept back|not shown)\b(?P<why>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MARKED = re.compile(r"\*{1,3}|†|‡|\[\s*\]|█+")
_FEW = re.compile(
    r"(?:<|≤|fewer than|less than|under|below|up to)\s*(?P<limit>10|9|ten|nine)\b", re.IGNORECASE
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?"
_OF = re.compile(
    rf"(?P<count>{_NUMBER})\s*(?:(?:out\s+)?of(?:\s+(?:the|our|all|these))?\s+|/\s*)(?P<size>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})(?!\s*%)"
)
_PERCENT = re.compile(rf"(?P<percent>{_NUMBER})\s?(?:%|percent\b|per cent\b)")
_PLAIN = re.compile(rf"(?P<value>{_NUMBER})")
_BAND = re.compile(
    r"(?:over\s+)?(?P<low>\d{1,2})\s?%?\s?(?:–|-|to)\s?(?P<high>\d{1,3})\s?%"
    r"|(?P<below>\d{1,2})\s?% or less|≤\s?(?P<under>\d{1,2})\s?%"
    r"|(?P<above>\d{1,3})\s?% or more|≥\s?(?P<least>\d{1,3})\s?%"
    r"|over\s+(?P<over>\d{1,3})\s?%|>\s?(?P<beyond>\d{1,3})\s?%",
    re.IGNORECASE,
)
_OF_SIZE = re.compile(r"\s*of\s+(?P<size>\d{1,3}(?:,\d{3})+|\d{1,9})\b")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A number that is kept back; `most` where the words themselves bound it."""

    most: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number, of `size` where it is said."""

    value: int
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """An exact percentage; `step` is how finely it is given: 1 for 67%, 0.1 for 66.7%."""

    percent: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """A share between whole percents: open below and closed above, but at the top edge; `over`: there too."""

    low: int
    high: int
    size: int | None = None
    over: bool = False

    def counts(self, size: int) -> range:
        """The counts of a group of `size` that lie in it."""
        closed = self.high == 100 and not self.over
        first = -(-self.low * size // 100) if closed else self.low * size // 100 + 1
        return range(0 if self.low == 0 else first, min(size, self.high * size // 100) + 1)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is no whole one: a mean, minutes."""

    value: Decimal
    step: Decimal


Told = Hidden | Count | Share | Range | Amount


def told(words: str) -> Told | None:
    """What a cell says when a number is all it says; None for other words."""
    words = words.strip()
    if not words or len(words) > 120:
        return None
    found = _HIDDEN.fullmatch(words)
    if found or _MARKED.fullmatch(words):
        few = _FEW.search(found["why"]) if found else None
        return Hidden(9 if few else None)
    if _FEW.fullmatch(words.removesuffix(" students")):
        return Hidden(9)
    if "(" in words:
        words = words.split("(", 1)[0].strip()
    if found := _BAND.match(words):
        rest = _OF_SIZE.fullmatch(words, found.end())
        if rest or found.end() == len(words):
            return band(found, whole(rest["size"]) if rest else None)
        return None
    if found := _OF.fullmatch(words):
        value = _decimal(found["count"])
        return Count(int(value), whole(found["size"])) if value == int(value) else None
    if found := _PERCENT.fullmatch(words):
        return _share(found["percent"])
    if found := _PLAIN.fullmatch(words):
        value = _decimal(found["value"])
        return Count(int(value)) if "." not in found["value"] else Amount(value, _step(found["value"]))
    return None


def bands_in(words: str) -> list[Range]:
    """Every range in running words, with the size that follows it."""
    found = []
    for one in _BAND.finditer(words):
        rest = _OF_SIZE.match(words, one.end())
        made = band(one, whole(rest["size"]) if rest else None)
        if made:
            found.append(made)
    return found


def band(found: re.Match[str], size: int | None) -> Range | None:
    """The range that a match of the band's words names; None for one that is empty."""
    if found["low"] is not None:
        low, high = int(found["low"]), int(found["high"])
    elif found["below"] or found["under"]:
        low, high = 0, int(found["below"] or found["under"])
    else:
        low, high = int(found["above"] or found["least"] or found["over"] or found["beyond"]), 100
    over = (found["over"] or found["beyond"]) is not None
    return Range(low, high, size, over) if low < high <= 100 else None


def counts_of(share: Share, size: int) -> range:
    """The counts of a group of `size` that round to a share."""
    half = share.step / 2
    first = ceil((share.percent - half) * size / 100)
    last = floor((share.percent + half) * size / 100)
    return range(max(0, first), min(size, last) + 1)


def whole(written: str) -> int:
    """A whole number with or without thousands' commas."""
    return int(written.replace(",", ""))


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _step(written: str) -> Decimal:
    return Decimal(1).scaleb(-len(written.partition(".")[2]))


def _share(written: str) -> Share:
    return Share(_decimal(written), _step(written))
