"""What the live preview shows in place of a page that cannot be made: the problems, each with its line."""

from collections.abc import Iterable

from cyclebook.pages.guide import PROBLEMS
from cyclebook.pages.page import Page, relative
from cyclebook.pages.templates import fill


def panel_page(address: str, title: str, problems: str, codes: Iterable[str]) -> Page:
    """A page that shows `problems`, the text of a report, and links the `codes` to their explanations."""
    guide = relative(PROBLEMS, address)
    links = [(code, f"{guide}#{code}") for code in codes]
    return Page(address, title, title, fill("panel.html", title=title, problems=problems, codes=links))
