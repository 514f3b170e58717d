"""The home page: the aim, what sources report, and every cohort with its result."""

from cyclebook.pages.cohort import cohort_entry, reported_row
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import HOME, WORDS_SLOT, Page
from cyclebook.pages.templates import fill, markup
from cyclebook.published import PublishedNetwork


def home_page(network: PublishedNetwork, frame: Frame) -> Page:
    """The home page, with a place for the hub's own words."""
    html = fill(
        "home.html",
        network=network,
        frame=frame.at(HOME),
        words=markup(WORDS_SLOT),
        reported=[reported_row(fact) for fact in network.reported],
        entries=[cohort_entry(cohort, HOME) for cohort in network.cohorts],
    )
    sections = [
        ("cohorts", "Cohorts", bool(network.cohorts)),
        ("priorities", "What teams work on", bool(network.priorities)),
        ("notes", "What to know about these numbers", bool(network.notes)),
    ]
    return Page(
        HOME,
        network.title,
        network.about or network.title,
        html,
        tuple((name, heading) for name, heading, present in sections if present),
    )
