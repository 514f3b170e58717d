"""A page of an earlier release whose file cannot be read now: shown again, and marked with its day."""

import re
from dataclasses import replace
from datetime import date

from cyclebook.pages.page import Page, relative
from cyclebook.pages.templates import fill
from cyclebook.published.days import day_text

_MARK = re.compile(r'\s*<div class="kept">.*?</div>', re.DOTALL)
_HEADER_ENDS = "</header>"


def kept_page(page: Page, since: date) -> Page:
    """The page with a mark in its heading: not updated since that day. A mark that it has already goes."""
    html = _MARK.sub("", page.html, count=1)
    mark = fill("_kept.html", day=day_text(since))
    return replace(page, html=html.replace(_HEADER_ENDS, f"{mark}{_HEADER_ENDS}", 1))


def with_kept(page: Page, kept: list[tuple[Page, date]]) -> Page:
    """A cohort's page with the list of pages that are from an earlier release."""
    if not kept:
        return page
    listed = [(one.title, relative(one.address, page.address), day_text(since)) for one, since in kept]
    return replace(page, html=f"{page.html}{fill('_kept_list.html', kept=listed)}")
