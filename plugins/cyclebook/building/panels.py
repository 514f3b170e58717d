"""Pages of the live preview that show what to mend."""

from itertools import groupby

from cyclebook.building.report import as_text
from cyclebook.model.article import ArticleKind
from cyclebook.model.convening import CONVENINGS
from cyclebook.model.problem import Problem
from cyclebook.pages import (
    Page,
    panel_page,
)


def with_panels(pages: list[Page], fatal: list[Problem], broken: list[Problem]) -> list[Page]:
    """Pages for the live preview: problems take the place of what cannot be made."""
    if fatal:
        panel = _panel("", "The network cannot be published yet", fatal)
        pages = [panel, *(page for page in pages if page.address)]
    for path, found in groupby(broken, lambda problem: problem.place.path):
        if path.suffix == ".md":
            folder = path.parent.name
            articles = folder in {CONVENINGS, *(kind.value for kind in ArticleKind)}
            address = f"{folder}/{path.stem}/" if articles else f"cohorts/{folder}/{path.stem}/"
            pages.append(_panel(address, f"{path.name} cannot be read yet", list(found)))
    return pages


def _panel(address: str, title: str, problems: list[Problem]) -> Page:
    codes = sorted({problem.code for problem in problems})
    return panel_page(address, title, as_text(problems, quoting=True), codes)
