"""Numbers in the source of a page that the page itself does not show."""

import json
import re
from collections.abc import Iterator

from cyclebook.audit.page import Page, Unseen

_NUMBER = re.compile(r"(?<![\w.#&/-])\d+(?:[.,]\d+)*(?![\w-])")
_ORDER = re.compile(
    r"data-(?:week|index|level|row|col|column|page|order|id|sort-index|after|run|width|height|number|count-of)\b"
)
_SCRIPT = re.compile(r"script of the type (?P<type>\S*)")
_DATA = re.compile(r"json|vega|csv|data", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"(?<![\w.])\d+ (?:[a-z]+ )?(?:lists?|ideas?|teams?|weeks?|tests?|storyboards?|schools?|districts?|"
    r"drivers?|days?|charts?|figures?|measures?|causes?|pages?|stations?|sources?|cohorts?|rows?)\b",
    re.IGNORECASE,
)
_ONLY_NUMBERS = re.compile(r"[\d\s.,/%-]{1,40}")  # settings of the theme are sentences with numbers
_MOST_DEPTH = 50


def numbers_in(text: str) -> set[str]:
    """The numbers of a text, without thousands' commas and ends of sentences."""
    return {found[0].replace(",", "").rstrip(".").removesuffix(".0") for found in _NUMBER.finditer(text)}


def unseen_numbers(page: Page) -> Iterator[tuple[Unseen, list[str]]]:
    """Words of the source that hold numbers which no reader of the page sees."""
    shown: set[str] | None = None
    for one in page.unseen:
        if _ORDER.search(one.where):
            continue
        script = _SCRIPT.search(one.where)
        if script and not _DATA.search(script["type"]):
            continue
        numbers = set(data_numbers(one.text)) if script else numbers_in(_OF_THINGS.sub("", one.text))
        if not numbers:
            continue
        if shown is None:
            shown = {number for words in page.words for number in numbers_in(words.text)}
        missing = sorted(numbers - shown)
        if missing:
            yield one, missing


def data_numbers(text: str) -> Iterator[str]:
    """The numbers among the values of JSON, at any depth within reason; of other text, all."""
    try:
        waiting = [(json.loads(text), 0)]
    except (ValueError, RecursionError):
        yield from numbers_in(text)
        return
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, bool) or value is None or depth > _MOST_DEPTH:
            continue
        if isinstance(value, int | float):
            yield f"{value:g}"
        elif isinstance(value, str):
            yield from numbers_in(value) if _ONLY_NUMBERS.fullmatch(value) else ()
        elif isinstance(value, list):
            waiting.extend((one, depth + 1) for one in value)
        elif isinstance(value, dict):
            waiting.extend((one, depth + 1) for one in value.values())
