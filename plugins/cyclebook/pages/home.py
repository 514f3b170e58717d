"""The home page: the aim, what sources report, and every cohort with its result."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import _, ngettext
from cyclebook.pages.article import ArticleEntry, article_entry, shelf_name, whole_shelf
from cyclebook.pages.cohort import cohort_entry, reported_row
from cyclebook.pages.convening import meeting_day
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import (
    DRIVERS,
    HOME,
    IDEAS,
    WORDS_SLOT,
    Page,
    convening_address,
    relative,
    shelf_address,
    storyboard_address,
    week_address,
)
from cyclebook.pages.result import result_dots
from cyclebook.pages.templates import fill, markup
from cyclebook.pages.words import goal_words
from cyclebook.published import (
    ArticleKind,
    Number,
    PublishedArticle,
    PublishedConvening,
    PublishedNetwork,
    Status,
)

_BIG_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class Feature:
    """One storyboard at the top of the home page: its result, and one dot for each child."""

    kicker: str
    title: str
    link: str
    result: str
    words: str
    goal: str
    status: Status
    dots: list[Markup]


@dataclass(frozen=True, slots=True)
class Lead:
    """A way into what teams learned from each other: what kind of page, its title, and a line on it."""

    kind: str
    title: str
    link: str
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The case studies, or the reports, as the home page lists them."""

    id: str
    name: str
    whole: str
    link: str
    entries: tuple[ArticleEntry, ...]


def home_page(
    network: PublishedNetwork,
    frame: Frame,
    articles: tuple[PublishedArticle, ...] = (),
    convenings: tuple[PublishedConvening, ...] = (),
) -> Page:
    """The home page, with a place for the hub's own words. `convenings` are published, newest first."""
    shelves = _shelves(articles)
    reported = [reported_row(fact) for fact in network.reported]
    html = fill(
        "home.html",
        network=network,
        frame=frame.at(HOME),
        words=markup(WORDS_SLOT) if HOME in frame.worded else None,
        feature=_feature(network),
        leads=list(_leads(network, convenings)),
        reported=reported[:_BIG_NUMBERS],
        also_reported=reported[_BIG_NUMBERS:],
        entries=[cohort_entry(cohort, HOME) for cohort in network.cohorts],
        shelves=shelves,
    )
    sections = [
        ("cohorts", _("Cohorts"), bool(network.cohorts)),
        *((shelf.id, shelf.name, True) for shelf in shelves),
        ("priorities", _("What teams work on"), bool(network.priorities)),
        ("reported", _("Also reported by sources"), len(network.reported) > _BIG_NUMBERS),
        ("notes", _("What to know about these numbers"), bool(network.notes)),
    ]
    return Page(
        HOME,
        network.title,
        network.about or network.title,
        html,
        tuple((name, heading) for name, heading, present in sections if present),
    )


def _shelves(articles: tuple[PublishedArticle, ...]) -> list[Shelf]:
    """Each kind of article that there is."""
    return [
        Shelf(
            kind.value,
            shelf_name(kind),
            whole_shelf(kind),
            relative(shelf_address(kind), HOME),
            tuple(article_entry(one, HOME) for one in articles if one.kind is kind),
        )
        for kind in ArticleKind
        if any(one.kind is kind for one in articles)
    ]


def _leads(network: PublishedNetwork, convenings: tuple[PublishedConvening, ...]) -> Iterator[Lead]:
    """Ideas, causes, the newest week and the newest meeting, as far as there are any."""
    if network.ideas:
        yield Lead(
            _("Change ideas"),
            _("What teams tried, and what came of it"),
            relative(IDEAS, HOME),
            _("What each team expected, what happened, and what it decided."),
        )
    if any(one.drivers for one in network.networks):
        yield Lead(
            _("Aim and drivers"),
            _("Causes that teams work on"),
            relative(DRIVERS, HOME),
            _("Who works on the same cause, and which cause nobody works on yet."),
        )
    dated = [(one.day, one) for cohort in network.cohorts for one in cohort.weekly if one.day]
    if dated:
        newest = max(dated, key=lambda pair: (pair[0], pair[1].cohort_slug))[1]
        yield Lead(_("Newest week"), newest.title, relative(week_address(newest), HOME), newest.sentence)
    if convenings:
        meeting = convenings[0]
        stations = ngettext("{count} station", "{count} stations", len(meeting.stations))
        words = ", ".join(filter(None, (meeting_day(meeting), stations if meeting.stations else None)))
        yield Lead(
            _("Convening"),
            _("{meeting} (illustrative)", meeting=meeting.title) if meeting.illustrative else meeting.title,
            relative(convening_address(meeting), HOME),
            f"{words}." if words else "",
        )


def _feature(network: PublishedNetwork) -> Feature | None:
    """The first storyboard, newest cohort first, whose result is a count of a known group."""
    for cohort in network.cohorts:
        for one in cohort.storyboards:
            drawn = result_dots(one)
            if drawn and isinstance(one.goal.result, Number):
                names = {"cohort": cohort.title, "team": one.name}
                return Feature(
                    kicker=_("{cohort}, {team} (illustrative)", **names)
                    if one.illustrative
                    else _("{cohort}, {team}", **names),
                    title=one.title,
                    link=relative(storyboard_address(one), HOME),
                    result=one.goal.result.text,
                    words=f"{one.goal.result_words.rstrip('.')}.",
                    goal=goal_words(one.goal),
                    status=one.goal.status,
                    dots=drawn,
                )
    return None
