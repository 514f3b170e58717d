"""What one key of a convening cannot show alone: ids, the order of the agenda, counts typed into words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from itertools import pairwise

from cyclebook.model.convening import Convening
from cyclebook.model.counts_in_words import TeamCounts
from cyclebook.model.network import Library
from cyclebook.model.networks import driver_homes, networks_of
from cyclebook.model.problem import Place, Problem
from cyclebook.model.source import SourceEntry
from cyclebook.reading.article_body import Passage
from cyclebook.reading.article_counts import counts_told
from cyclebook.reading.article_ground import Ground
from cyclebook.reading.claims.causal_words import TELL, causal_words
from cyclebook.reading.claims.prose import Prose, value_prose
from cyclebook.reading.ids import driver_problems, unknown_id
from cyclebook.reading.places import Path, Places, dotted

_LEAVE_OUT = (
    "Leave it out: its station shows what is published. "
    "A number that counts something else stands in words: twelve."
)
_FRONT = ("title", "eyebrow", "standfirst", "when", "place", "who", "bring", "purpose", "because")
_OF_STATION = (
    *("title", "about", "who", "theme", "measure", "idea", "aim", "result", "question", "offer", "ask"),
)


def check_convening(
    convening: Convening,
    places: Places,
    body: Sequence[Passage],
    library: Library,
    ground: Ground,
    kept_back: Mapping[str, TeamCounts],
) -> Iterator[Problem]:
    """Everything about a convening as a whole. `body` are its words without the options of its lists."""
    yield from _ids(convening, places, library, ground)
    yield from _times(convening, places)
    shown = {
        team
        for team in kept_back
        if team in convening.storyboards or team.partition("/")[0] in convening.cohorts
    }
    counts = [kept_back[team] for team in sorted(shown)]
    if counts:
        yield from counts_told(_words(convening, places, body), counts, _LEAVE_OUT)
    told = [
        *value_prose(convening.standfirst, ("standfirst",), places),
        *value_prose(convening.purpose, ("purpose",), places),
        *_told(body, places),
    ]
    yield from causal_words(told, convening.because, TELL)


def _ids(convening: Convening, places: Places, library: Library, ground: Ground) -> Iterator[Problem]:
    for index, cohort in enumerate(convening.cohorts):
        if cohort not in ground.cohorts:
            path: Path = ("cohorts", index)
            yield unknown_id(cohort, path, sorted(ground.cohorts), "cohorts in teams", places)
    for index, team in enumerate(convening.storyboards):
        if team not in ground.teams:
            path = ("storyboards", index)
            yield unknown_id(team, path, sorted(ground.teams), "storyboards in teams", places)
    own = {source.id for source in convening.sources if isinstance(source, SourceEntry)}
    sources = None if ground.sources is None else ground.sources | own
    where = "sources in network.md, cohort.md or this file"
    for index, source in enumerate(convening.sources):
        named = source if isinstance(source, str) and " " not in source else None
        if named and sources is not None and named not in sources:
            yield unknown_id(named, ("sources", index), sorted(sources), where, places)
    hub = library.network
    homes = driver_homes(hub, networks_of(library.cohorts).values()) if hub else None
    for index, station in enumerate(convening.stations):
        if station.driver and homes is not None:
            yield from driver_problems(station.driver, ("stations", index, "driver"), homes, places)
        if station.source and sources is not None and station.source not in sources:
            path = ("stations", index, "source")
            yield unknown_id(station.source, path, sorted(sources), where, places)


def _times(convening: Convening, places: Places) -> Iterator[Problem]:
    """The agenda runs from its start to its end; hours of a known day have a time zone."""
    timed: list[tuple[time | None, Path]] = [
        (convening.start, ("start",)),
        *((one.time, ("agenda", n, "time")) for n, one in enumerate(convening.agenda)),
        (convening.end, ("end",)),
    ]
    known = [(moment, path) for moment, path in timed if moment is not None]
    for (before, _), (moment, path) in pairwise(known):
        opens = path == ("agenda", 0, "time")  # the first item may begin when the meeting does
        if moment < before or (moment == before and not opens):
            yield Problem(
                "times-out-of-order",
                places.of_value(path),
                "{it} does not come after the time before it.",
                "Put the agenda in order, from the start to the end. Hours run from 0 to 23.",
                field=dotted(path),
                it=f"{moment:%H:%M}".removeprefix("0"),
                stand_in="This time",
            )
    if known and convening.time_zone is None and ("time_zone",) not in places.keys:
        yield Problem(
            "missing-key",
            places.of_key((str(known[0][1][0]),)),
            "These times have no time zone, so no calendar can take them.",
            "Add a line: time_zone: America/Los_Angeles",
            field="time_zone",
        )


def _told(body: Sequence[Passage], places: Places) -> Iterator[Prose]:
    for one in body:
        yield Prose(one.text, Place(places.file, one.line), markdown=True)


def _words(convening: Convening, places: Places, body: Sequence[Passage]) -> Iterator[Prose]:
    """Every word of the hub's own on the page, with its place."""
    for key in _FRONT:
        yield from value_prose(getattr(convening, key), (key,), places)
    for n, item in enumerate(convening.agenda):
        yield from value_prose(item.what, ("agenda", n, "what"), places)
        yield from value_prose(item.note, ("agenda", n, "note"), places)
    for n, station in enumerate(convening.stations):
        for key in _OF_STATION:
            yield from value_prose(getattr(station, key), ("stations", n, key), places)
    for n, note in enumerate(convening.notes):
        yield from value_prose(note, ("notes", n), places)
    yield from _told(body, places)
