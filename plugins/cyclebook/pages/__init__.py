"""Published facts and figures to HTML, through the templates.

Hands on `Page`s: an address, a title, HTML and the downloads that belong to it.
"""

from cyclebook.pages.about import about_page
from cyclebook.pages.article import article_page, shelf_page
from cyclebook.pages.cohort import cohort_page, cohorts_page
from cyclebook.pages.convening import convening_page, convenings_page
from cyclebook.pages.driver import driver_page
from cyclebook.pages.drivers import drivers_page
from cyclebook.pages.home import home_page
from cyclebook.pages.hub import hub_page
from cyclebook.pages.hub_lists import MarkedPage, lists_in, marked_page
from cyclebook.pages.idea import idea_page
from cyclebook.pages.ideas import idea_lists, ideas_page
from cyclebook.pages.kept import kept_page, with_kept
from cyclebook.pages.network import network_page
from cyclebook.pages.numbers import numbers_page
from cyclebook.pages.page import WORDS_SLOT, Download, Page
from cyclebook.pages.panel import panel_page, panel_part
from cyclebook.pages.storyboard import storyboard_page
from cyclebook.pages.table_cards import tables_page
from cyclebook.pages.templates import THEME
from cyclebook.pages.week import week_page

__all__ = [
    "THEME",
    "WORDS_SLOT",
    "Download",
    "MarkedPage",
    "Page",
    "about_page",
    "article_page",
    "cohort_page",
    "cohorts_page",
    "convening_page",
    "convenings_page",
    "driver_page",
    "drivers_page",
    "home_page",
    "hub_page",
    "idea_lists",
    "idea_page",
    "ideas_page",
    "kept_page",
    "lists_in",
    "marked_page",
    "network_page",
    "numbers_page",
    "panel_page",
    "panel_part",
    "shelf_page",
    "storyboard_page",
    "tables_page",
    "week_page",
    "with_kept",
]
