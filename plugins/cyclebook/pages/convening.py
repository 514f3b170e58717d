"""The page of a convening, the sheets to print for its tables, and the list of convenings."""

from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import _, ngettext
from cyclebook.pages.article_body import links_to_pages
from cyclebook.pages.clock import clock_words, hours_words, zone_words
from cyclebook.pages.frame import Frame
from cyclebook.pages.lists import rendered_list
from cyclebook.pages.masthead import Fact, fact
from cyclebook.pages.page import (
    CONVENINGS,
    WORDS_SLOT,
    Download,
    Page,
    convening_address,
    relative,
    storyboard_address,
)
from cyclebook.pages.prose import Prose
from cyclebook.pages.templates import fill, markup
from cyclebook.pages.words import capital, goal_words, result_text
from cyclebook.published import (
    Listing,
    Number,
    PublishedConvening,
    PublishedStoryboard,
    Shared,
    Station,
    Status,
)
from cyclebook.published.days import day_text

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Same:
    """A thing that a station shares with others: the reason, and the other stations (number, title)."""

    reason: str
    stations: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station as the page shows it. `status` is that of its storyboard's goal."""

    station: Station
    link: str | None
    by: str | None
    about: str | None
    result: str | None
    status: Status | None
    status_word: str | None
    same: tuple[Same, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class ClusterRows:
    """The stations of a theme; `first` is the number of the first."""

    theme: str
    first: int
    stations: tuple[StationRow, ...]

    @property
    def across(self) -> int:
        """How many columns of a wide page they take."""
        return min(len(self.stations), _COLUMNS)


@dataclass(frozen=True, slots=True)
class Exchange:
    """An offer or an ask, and the station that it comes from."""

    words: Markup
    number: int
    title: str


def tables_address(convening: PublishedConvening) -> str:
    """Where the cards and slips to print are."""
    return f"{convening_address(convening)}print/"


def calendar_address(convening: PublishedConvening) -> str:
    """Where the agenda for calendars is."""
    return f"{convening_address(convening)}agenda.ics"


def stick_address(convening: PublishedConvening) -> str:
    """Where the zip for a USB stick is."""
    return f"{CONVENINGS}{convening.slug}.zip"


def convening_page(convening: PublishedConvening, frame: Frame) -> Page:
    """Purpose, agenda, stations with what they share, routes, offers and asks, and what was heard."""
    address = convening_address(convening)
    prose = Prose()
    downloads: list[Download] = []

    def told(parts: tuple[str | Listing, ...]) -> list[tuple[str, Markup]]:
        """Each part with what it is, "words" or "list"; the files of lists are kept."""
        shown = []
        for part in parts:
            if isinstance(part, str):
                shown.append(("words", _told(part, address, prose)))
            else:
                made = rendered_list(part, address)
                downloads.extend(made.downloads)
                shown.append(("list", made.html))
        return shown

    titles = {one.number: one.title for one in convening.stations}
    stations = {one.number: _station(one, convening, titles, address) for one in convening.stations}
    offers = [_exchange(words, one, prose) for one in convening.stations for words in one.offers]
    asks = [_exchange(words, one, prose) for one in convening.stations for words in one.asks]
    html = fill(
        "convening.html",
        convening=convening,
        frame=frame.at(address),
        facts=_facts(convening),
        agenda=[
            (f"{one.start:%H:%M}", clock_words(one.start), one.what, one.note) for one in convening.agenda
        ],
        zone=capital(zone_words(convening.time_zone)) if convening.time_zone else None,
        calendar=relative(calendar_address(convening), address) if convening.day else None,
        stick=relative(stick_address(convening), address),
        tables=relative(tables_address(convening), address) if convening.cards else None,
        clusters=[
            ClusterRows(one.theme, one.stations[0], tuple(stations[number] for number in one.stations))
            for one in convening.wall
        ],
        pairs=bool(convening.pairs),
        routes=[
            (one.theme, [(number, titles[number]) for number in one.stations]) for one in convening.routes
        ],
        walk=_walk_words(convening),
        offers=offers,
        asks=asks,
        quotes=[one for one in convening.heard if one.by],
        said=[one for one in convening.heard if not one.by],
        after=told(convening.after),
        story=[
            (f"part-{number}", section.heading, told(section.parts))
            for number, section in enumerate(convening.story, 1)
        ],
    )
    sections = [
        ("purpose", _("Why we meet"), bool(convening.purpose)),
        ("agenda", _("Agenda"), bool(convening.agenda)),
        ("stations", _("Stations"), bool(stations)),
        ("routes", _("Walking routes"), bool(convening.routes)),
        ("offers", _("Offers and asks"), bool(offers or asks)),
        ("heard", _("What we heard"), bool(convening.heard or convening.after)),
        *((f"part-{n}", one.heading, bool(one.heading)) for n, one in enumerate(convening.story, 1)),
        ("notes", _("What to know about this page"), bool(convening.notes)),
        ("sources", _("Sources"), bool(convening.sources)),
    ]
    return Page(
        address,
        convening.title,
        convening.standfirst or convening.purpose or convening.title,
        html,
        tuple((name, heading) for name, heading, present in sections if present),
        tuple(downloads),
    )


def convenings_page(convenings: tuple[PublishedConvening, ...], frame: Frame) -> Page:
    """All convenings, newest first."""
    html = fill(
        "convenings.html",
        frame=frame.at(CONVENINGS),
        words=markup(WORDS_SLOT) if CONVENINGS in frame.worded else None,
        entries=[
            (
                one,
                relative(convening_address(one), CONVENINGS),
                meeting_day(one),
                ngettext("{count} station", "{count} stations", len(one.stations)),
            )
            for one in convenings
        ],
    )
    told = _("Convenings: {titles}", titles="; ".join(one.title for one in convenings))
    return Page(CONVENINGS, _("Convenings"), told, html)


def meeting_day(convening: PublishedConvening) -> str | None:
    """ "21 April 2026", or the hub's own words."""
    return day_text(convening.day) if convening.day else convening.when


def _facts(convening: PublishedConvening) -> list[Fact]:
    when = [meeting_day(convening), hours_words(convening.start, convening.end)]
    if convening.start and convening.time_zone:
        when.append(zone_words(convening.time_zone))
    rows = [
        fact(_("When"), ", ".join(part for part in when if part)),
        fact(_("Where"), convening.place),
        fact(_("Who"), convening.who),
        fact(_("Bring"), convening.bring),
    ]
    return [row for row in rows if row.parts]


def _walk_words(convening: PublishedConvening) -> str | None:
    """ "40 minutes for 4 stations, 10 minutes each with the way there."."""
    if convening.walk is None or not convening.routes:
        return None
    minutes, each = convening.walk
    longest = max(len(one.stations) for one in convening.routes)
    return _(
        "{minutes} for {stations}, {each} each with the way there.",
        minutes=ngettext("{count} minute", "{count} minutes", minutes),
        stations=ngettext("{count} station", "{count} stations", longest),
        each=ngettext("{count} minute", "{count} minutes", each),
    )


def presented_by(station: Station) -> str | None:
    """Who shows it, and the district: "Tern Ferry High School, Lowmarsh Valley"."""
    return ", ".join(filter(None, (station.who, station.district))) or None


def _result(one: PublishedStoryboard) -> str | None:
    """The result in a few words, with its goal where that is published: "43 of 52. Goal: 40."."""
    if one.withheld is not None:
        return f"{capital(one.withheld.text)}."
    told = result_text(one)
    if told is None:
        return None
    goal = f" {goal_words(one.goal)}" if isinstance(one.goal.target, Number) else ""
    return f"{capital(told)}.{goal}"


def result_with_status(one: PublishedStoryboard) -> str:
    """The result and how the goal stands, for paper: "43 of 52. Goal: 40. Goal met."."""
    told = _result(one)
    if one.withheld is not None and told:
        return told
    return " ".join(filter(None, (told, f"{one.goal.status_word}.")))


def _station(one: Station, convening: PublishedConvening, titles: dict[int, str], address: str) -> StationRow:
    storyboard = one.storyboard
    goal = storyboard.goal if storyboard and not storyboard.withheld else None
    return StationRow(
        station=one,
        link=relative(storyboard_address(storyboard), address) if storyboard else None,
        by=presented_by(one),
        about=one.about or (f"{capital(goal.measure)}." if goal else None),
        result=_result(storyboard) if storyboard else one.result,
        status=storyboard.goal.status if storyboard else None,
        status_word=storyboard.goal.status_word if storyboard else None,
        same=_same(one, convening, titles),
        source=one.source.label if one.source else None,
    )


def _same(one: Station, convening: PublishedConvening, titles: dict[int, str]) -> tuple[Same, ...]:
    """Each thing that a station shares, the strongest reason first, with all who share it."""
    found: dict[Shared, list[int]] = {}
    for pair in convening.pairs_of(one.number):
        for reason in pair.reasons:
            found.setdefault(reason, []).append(pair.other(one.number))
    return tuple(
        Same(capital(reason.words), tuple((number, titles[number]) for number in sorted(numbers)))
        for reason, numbers in sorted(found.items())
    )


def _exchange(words: str, station: Station, prose: Prose) -> Exchange:
    return Exchange(one_line(words, prose), station.number, station.title)


def one_line(words: str, prose: Prose) -> Markup:
    """One line of an author's Markdown, without the paragraph around it."""
    html = str(prose.html(words)).strip()
    alone = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return markup(html[3:-4] if alone else html)


def _told(markdown: str, address: str, prose: Prose) -> Markup:
    """The hub's own words; links to its Markdown files lead to their pages."""
    return markup(links_to_pages(str(prose.html(markdown)), address))
