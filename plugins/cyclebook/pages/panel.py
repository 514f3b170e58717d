"""What the live preview shows in place of a page that cannot be made: the problems, each with its line."""

from cyclebook.pages.page import Page
from cyclebook.pages.templates import fill


def panel_page(address: str, title: str, problems: str) -> Page:
    """A page that shows `problems`, the text of a report."""
    return Page(address, title, title, fill("panel.html", title=title, problems=problems))
