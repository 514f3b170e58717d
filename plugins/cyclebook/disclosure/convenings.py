"""Convenings, published: stations are made from storyboards that are published already.

An embargoed team has no station. Of one whose numbers are withheld, its station says what its
own page says: its title, its school, and that the numbers are withheld.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cyclebook.catalogue import N_, _
from cyclebook.disclosure.ideas import drivers_by_id
from cyclebook.disclosure.lists import ListFacts, publish_list
from cyclebook.disclosure.sources import publish_source
from cyclebook.disclosure.storyboards import embargoed
from cyclebook.disclosure.walls import Work, clusters, route, shared
from cyclebook.disclosure.wording import WITHHELD_TEXT
from cyclebook.model.convening import Convening, ConveningFile, StationEntry
from cyclebook.model.lists import ListBlock, RunChartsBlock
from cyclebook.model.network import Library
from cyclebook.model.source import SourceEntry
from cyclebook.published import (
    AgendaSlot,
    Cluster,
    Heard,
    Listing,
    MeetingSection,
    Pair,
    PublishedConvening,
    PublishedNetwork,
    PublishedStoryboard,
    Route,
    Source,
    Station,
)

_OTHER = N_("Other work")
_ITEM = re.compile(r"(?:[-*+]|[0-9]+[.)])[ \t]+(?P<words>.*)")


def publish_convenings(
    files: tuple[ConveningFile, ...], library: Library, network: PublishedNetwork, as_of: date
) -> tuple[PublishedConvening, ...]:
    """The convenings whose embargo is over, newest first; those without a day last, by title."""
    shown = [_publish(file, library, network) for file in files if not embargoed(file.convening, as_of)]
    return tuple(sorted(shown, key=_newest_first))


def _newest_first(one: PublishedConvening) -> tuple[int, str, str]:
    return (-one.day.toordinal() if one.day else 0, one.title.casefold(), one.slug)


@dataclass(frozen=True, slots=True)
class _Table:
    """A station before it has a number: what a reader may see of it, and what it works on."""

    facts: Station
    work: Work


def _publish(file: ConveningFile, library: Library, network: PublishedNetwork) -> PublishedConvening:
    written = file.convening
    own = {one.id: publish_source(one) for one in written.sources if isinstance(one, SourceEntry)}
    sources = {**_sources(library, network), **own}
    ideas = {idea.key: idea.title for idea in network.ideas}
    drivers = {driver: one.name for driver, one in drivers_by_id(network.networks).items()}
    tables = [
        *(_from_storyboard(one, ideas) for one in _storyboards(written, network)),
        *(_from_entry(one, drivers, sources) for one in written.stations),
    ]
    works = [table.work for table in tables]
    laid = clusters(works)
    order = [index for _theme, members in laid for index in members]
    number = {index: place for place, index in enumerate(order, 1)}
    theme_of = {index: theme for theme, members in laid for index in members}
    stations = tuple(
        replace(tables[index].facts, number=number[index], theme=theme_of[index]) for index in order
    )
    told = _lists(ListFacts(network))
    listed = [
        publish_source(one) if isinstance(one, SourceEntry) else sources.get(one) or Source(one)
        for one in written.sources
    ]
    return PublishedConvening(
        slug=file.slug,
        title=written.title,
        eyebrow=written.eyebrow or "Convening",
        standfirst=written.standfirst,
        day=written.date,
        when=written.when,
        start=written.start or (written.agenda[0].time if written.agenda else None),
        end=written.end,
        time_zone=written.time_zone,
        place=written.place,
        who=written.who,
        bring=written.bring,
        purpose=written.purpose,
        agenda=_agenda(written),
        stations=stations,
        wall=tuple(Cluster(theme, tuple(number[index] for index in members)) for theme, members in laid),
        pairs=_pairs(order, works, number),
        routes=_routes(written, laid, order, works, number),
        walk=(written.walk.minutes, written.walk.station) if written.walk else None,
        cards=written.cards and bool(stations),
        heard=tuple(Heard(slip.words, slip.by) for slip in file.heard),
        after=told(file.after),
        story=tuple(MeetingSection(one.heading, told(one.parts)) for one in file.body),
        notes=tuple(written.notes),
        sources=tuple(dict.fromkeys([*listed, *(one.source for one in stations if one.source)])),
        illustrative=written.illustrative,
    )


def _lists(facts: ListFacts) -> Callable[[tuple[str | ListBlock, ...]], tuple[str | Listing, ...]]:
    """Fills lists among words; the charts of a page are numbered in the order in which they are asked for."""
    charts = 0

    def filled(parts: tuple[str | ListBlock, ...]) -> tuple[str | Listing, ...]:
        nonlocal charts
        shown: list[str | Listing] = []
        for part in parts:
            charts += isinstance(part, RunChartsBlock)
            shown.append(part if isinstance(part, str) else publish_list(part, facts, charts))
        return tuple(shown)

    return filled


def _sources(library: Library, network: PublishedNetwork) -> dict[str, Source]:
    """Sources by their ids: the network's, and those of cohorts that are published."""
    shown = {cohort.slug for cohort in network.cohorts}
    written = [*(library.network.sources if library.network else [])]
    for folder in library.cohorts:
        written.extend(folder.cohort.sources if folder.slug in shown else [])
    return {source.id: publish_source(source) for source in written}


def _storyboards(written: Convening, network: PublishedNetwork) -> list[PublishedStoryboard]:
    """The published storyboards that the convening names, each once, in the order of their cohorts."""
    return [
        one
        for cohort in network.cohorts
        for one in cohort.storyboards
        if cohort.slug in written.cohorts or f"{cohort.slug}/{one.slug}" in written.storyboards
    ]


def _from_storyboard(one: PublishedStoryboard, ideas: Mapping[str, str]) -> _Table:
    """`ideas` are titles by what the tests of one idea have in common."""
    named = tuple(driver.name for driver in one.drivers)
    drivers = tuple(dict.fromkeys([*named, *(test.driver for test in one.tests if test.driver)]))
    facts = Station(
        number=0,
        title=one.title,
        theme="",
        storyboard=one,
        who=one.school,
        district=one.district,
        level=one.level,
        offers=_items(one.we_offer),
        asks=_items(one.we_ask),
        illustrative=one.illustrative,
    )
    work = Work(
        themes=named or drivers[:1] or ((one.priority,) if one.priority else (_(_OTHER),)),
        ideas=tuple(
            dict.fromkeys(ideas.get(test.idea_key, test.idea) for test in one.tests if test.idea_key)
        ),
        drivers=drivers,
        measures=_told(series.name for series in one.series),
        level=one.level,
    )
    return _Table(facts, work)


def _told(words: Iterable[str]) -> tuple[str, ...]:
    """Each once; what is withheld is no match for what is withheld elsewhere."""
    return tuple(dict.fromkeys(one for one in words if one != WITHHELD_TEXT))


def _from_entry(one: StationEntry, drivers: Mapping[str, str], sources: Mapping[str, Source]) -> _Table:
    driver = drivers.get(one.driver or "")
    facts = Station(
        number=0,
        title=one.title,
        theme="",
        about=one.about,
        who=one.who,
        district=one.district,
        level=one.level,
        aim=one.aim,
        result=one.result,
        question=one.question or one.ask,
        offers=(one.offer,) if one.offer else (),
        asks=(one.ask,) if one.ask else (),
        source=sources.get(one.source or ""),
        illustrative=one.illustrative,
    )
    work = Work(
        themes=(one.theme or driver or _(_OTHER),),
        ideas=(one.idea,) if one.idea else (),
        drivers=(driver,) if driver else (),
        measures=(one.measure,) if one.measure else (),
        level=one.level,
        own_theme=one.theme,
    )
    return _Table(facts, work)


def _pairs(order: list[int], works: list[Work], number: Mapping[int, int]) -> tuple[Pair, ...]:
    """Every two stations that share something, by their numbers."""
    return tuple(
        Pair(number[one], number[other], reasons)
        for place, one in enumerate(order)
        for other in order[place + 1 :]
        if (reasons := shared(works[one], works[other]))
    )


def _routes(
    written: Convening,
    laid: list[tuple[str, list[int]]],
    order: list[int],
    works: list[Work],
    number: Mapping[int, int],
) -> tuple[Route, ...]:
    """A route for each theme, as long as the minutes allow; none where nobody set how long a walk is."""
    if written.walk is None:
        return ()
    most = written.walk.minutes // written.walk.station
    return tuple(
        Route(theme, tuple(number[index] for index in route(members, order, works, most)))
        for theme, members in laid
    )


def _agenda(written: Convening) -> tuple[AgendaSlot, ...]:
    """Each item with its end: after its own minutes, else when the next begins or the meeting ends."""
    following = [*(item.time for item in written.agenda[1:]), written.end]
    slots = []
    for item, then in zip(written.agenda, following, strict=False):
        end = then
        if item.minutes:
            begins = datetime.combine(date.min, item.time)
            end = (begins + timedelta(minutes=item.minutes)).time()
        slots.append(AgendaSlot(item.time, end, item.what, item.note))
    return tuple(slots)


def _items(markdown: str | None) -> tuple[str, ...]:
    """The items of a list in Markdown; without a list, its paragraphs."""
    if not markdown:
        return ()
    items: list[str] = []
    listed = False
    for block in re.split(r"\n\s*\n", markdown.strip()):
        paragraph: list[str] = []
        for line in block.split("\n"):
            found = _ITEM.match(line)
            if found:
                items.append(found["words"].strip())
                listed = True
            elif listed and line.startswith((" ", "\t")) and items:
                items[-1] = f"{items[-1]} {line.strip()}"
            elif line.strip():
                paragraph.append(line.strip())
        if paragraph:
            items.append(" ".join(paragraph))
            listed = False
    return tuple(items)
