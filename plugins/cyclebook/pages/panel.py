"""What the live preview shows in place of a page that cannot be made: the problems, each with its line."""

from collections.abc import Iterable

from cyclebook.pages.guide import PROBLEMS
from cyclebook.pages.page import Page, relative
from cyclebook.pages.templates import fill


def panel_page(address: str, title: str, problems: str, codes: Iterable[str]) -> Page:
    """A page that shows `problems`, the text of a report, and links the `codes` to their explanations."""
    links = _links(address, codes)
    return Page(address, title, title, fill("panel.html", title=title, problems=problems, codes=links))


def panel_part(address: str, problems: str, codes: Iterable[str]) -> str:
    """The same at the top of a page that can be shown without some of its blocks."""
    return fill("_panel.html", problems=problems, codes=_links(address, codes))


def _links(address: str, codes: Iterable[str]) -> list[tuple[str, str]]:
    guide = relative(PROBLEMS, address)
    return [(code, f"{guide}#{code}") for code in codes]
