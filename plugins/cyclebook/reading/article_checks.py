"""What one part of an article cannot show alone: references, figures without data, quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.model.article import (
    Article,
    BlockOptions,
    ExhibitBlock,
    FastFactsBlock,
    PullQuoteBlock,
    SideBoxBlock,
    SmartGoalBlock,
)
from cyclebook.model.article_text import ExhibitReference, LiveReference, Words
from cyclebook.model.lists import ListBlock
from cyclebook.model.near_values import did_you_mean
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.model.source import SourceEntry
from cyclebook.reading.article_ground import NEEDS, Ground
from cyclebook.reading.ids import unknown_id
from cyclebook.reading.list_checks import check_list
from cyclebook.reading.places import Path, Places, dotted

MOST_QUOTATIONS = 2
MOST_WORDS = 25

_IN_TEAMS = "storyboards in teams"
_IN_SOURCES = "sources in network.md, cohort.md or this file"


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """A reference in running text, and its place."""

    part: LiveReference | ExhibitReference
    place: Place


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block whose options are read: its words, its own place and those of its options."""

    options: BlockOptions
    words: Words
    place: Place
    places: Places


def check_article(
    article: Article,
    places: Places,
    placed: list[PlacedWords],
    blocks: list[ReadBlock],
    ground: Ground,
    unread: set[str],
) -> Iterator[Problem]:
    """Everything about an article as a whole. `unread` are the ids of exhibits with a mistake."""
    own = frozenset(source.id for source in article.sources if isinstance(source, SourceEntry))
    sources = None if ground.sources is None else ground.sources | own
    for index, team in enumerate(article.storyboards):
        yield from _known_team(team, ("storyboards", index), places, ground)
    for index, source in enumerate(article.sources):
        if isinstance(source, str) and " " not in source:
            yield from _known_source(source, ("sources", index), places, sources)
    yield from _live_numbers(article.standfirst or (), ("standfirst",), places, ground)
    for reference in placed:
        if isinstance(reference.part, LiveReference) and reference.part.team not in ground.teams:
            yield _nowhere(reference.part.team, reference.place, sorted(ground.teams))
    for block in blocks:
        yield from _check_block(block, ground, sources)
    yield from _references(placed, blocks, unread)
    yield from _quotations(blocks)


def _known_team(team: str, path: Path, places: Places, ground: Ground) -> Iterator[Problem]:
    if team not in ground.teams:
        yield unknown_id(team, path, sorted(ground.teams), _IN_TEAMS, places)


def _known_source(
    source: str | None, path: Path, places: Places, sources: frozenset[str] | None
) -> Iterator[Problem]:
    if source and sources is not None and source not in sources:
        yield unknown_id(source, path, sorted(sources), _IN_SOURCES, places)


def _live_numbers(words: Words, path: Path, places: Places, ground: Ground) -> Iterator[Problem]:
    for part in words:
        if isinstance(part, LiveReference) and part.team not in ground.teams:
            yield _nowhere(part.team, places.of_value(path), sorted(ground.teams), dotted(path))


def _nowhere(team: str, place: Place, known: list[str], field: str = "") -> Problem:
    """A live number of a storyboard that is not there."""
    near = did_you_mean(team, known)
    return Problem(
        "unknown-id",
        place,
        f"{{it}} is not among the {_IN_TEAMS}.",
        f"Did you mean {near}?" if near else "Write the folder of the cohort, a slash and the team's file.",
        field=field,
        it=team,
        public_hint="Write the folder of the cohort, a slash and the team's file.",
    )


def _check_block(block: ReadBlock, ground: Ground, sources: frozenset[str] | None) -> Iterator[Problem]:
    options, places = block.options, block.places
    if isinstance(options, ExhibitBlock):
        yield from _check_exhibit(options, block, ground)
        yield from _live_numbers(options.headline or (), ("headline",), places, ground)
    elif isinstance(options, SmartGoalBlock):
        yield from _known_team(options.team, ("team",), places, ground)
        file = ground.storyboards.get(options.team)
        if file is not None and file.storyboard.goal is None:
            yield _no_figure("the storyboard has no goal", places.of_value(("team",)))
    elif isinstance(options, FastFactsBlock):
        for index, fact in enumerate(options.facts):
            yield from _live_numbers(fact.value, ("facts", index, "value"), places, ground)
    elif isinstance(options, ListBlock):
        yield from check_list(options, places, ground)
    if isinstance(options, ExhibitBlock | FastFactsBlock | PullQuoteBlock):
        yield from _known_source(options.source, ("source",), places, sources)
    if isinstance(options, SideBoxBlock | PullQuoteBlock) and not _text(block.words).strip():
        yield Problem(
            "empty-block",
            block.place,
            "This block has no words.",
            "Write them below its options, after an empty line.",
        )


def _check_exhibit(options: ExhibitBlock, block: ReadBlock, ground: Ground) -> Iterator[Problem]:
    """The keys that this kind of figure uses lead somewhere, and what is there can be drawn."""
    needs, places = NEEDS[options.figure], block.places
    given = {"team": options.team, "cohort": options.cohort}
    used = [name for name in needs.of if given[name]]
    if not used:
        yield Problem(
            "missing-key",
            places.of_value(("figure",)),
            f"The figure {options.figure.value} needs the key {' or '.join(needs.of)}.",
            "Add a line: team: 2026-spring/marlow-creek"
            if needs.of[0] == "team"
            else "Add a line: cohort: 2026-spring",
            field=needs.of[0],
        )
    extra = [name for name, value in given.items() if value and name not in used[:1]]
    for name in [*extra, *(["measure"] if options.measure and not needs.measures else [])]:
        yield Problem(
            "unused-key",
            places.of_key((name,)),
            f"The figure {options.figure.value} does not use {name} here.",
            "Delete the line, or choose another figure.",
            field=name,
        )
    if not used or extra:
        return
    found = list(_leads_somewhere(options, places, ground))
    yield from found
    if not found:
        file = ground.storyboards.get(options.team or "")
        why = needs.missing(options, file, ground.folders.get(options.cohort or ""))
        if why:
            yield _no_figure(why, places.of_value(("figure",)))


def _no_figure(why: str, place: Place) -> Problem:
    return Problem(
        "no-figure",
        place,
        f"This cannot be shown: {why}.",
        "Add it to the file in teams, or show something else.",
    )


def _leads_somewhere(options: ExhibitBlock, places: Places, ground: Ground) -> Iterator[Problem]:
    if options.cohort and options.cohort not in ground.cohorts:
        yield unknown_id(options.cohort, ("cohort",), sorted(ground.cohorts), "cohorts in teams", places)
    if options.team:
        yield from _known_team(options.team, ("team",), places, ground)
    measures = NEEDS[options.figure].measures
    if options.measure is None or measures is None:
        return
    file = ground.storyboards.get(options.team or "")
    found = measures.known(file, ground.folders.get(options.cohort or ""))
    if found is not None and options.measure not in found:
        yield unknown_id(options.measure, ("measure",), found, measures.where, places)


def _references(placed: list[PlacedWords], blocks: list[ReadBlock], unread: set[str]) -> Iterator[Problem]:
    """Text and exhibits refer to each other, both ways."""
    exhibits = [(block.options, block) for block in blocks if isinstance(block.options, ExhibitBlock)]
    named = {one.part.id for one in placed if isinstance(one.part, ExhibitReference)}
    seen: set[str] = set()
    for options, block in exhibits:
        where = block.places.of_value(("id",))
        if options.id in seen:
            yield Problem(
                "duplicate-id",
                where,
                "{it} is the id of another exhibit already.",
                "Give each exhibit its own id.",
                field="id",
                it=options.id,
                stand_in="This",
            )
        elif options.id not in named:
            yield Problem(
                "unnamed-exhibit",
                where,
                "The text never refers to this exhibit.",
                f"Write [](#{options.id}) where the text speaks of it.",
                field="id",
                severity=Severity.WARNING,
                public_hint="Write its id in the text: [](#weekly-count)",
            )
        seen.add(options.id)
    known = sorted(seen)
    for one in placed:
        if isinstance(one.part, ExhibitReference) and one.part.id not in seen | unread:
            near = did_you_mean(one.part.id, known)
            listed = f"Exhibits of this article: {', '.join(known) or 'none yet'}"
            yield Problem(
                "unknown-exhibit",
                one.place,
                "{it} is no exhibit of this article.",
                f"Did you mean [](#{near})?" if near else listed,
                it=f"#{one.part.id}",
                stand_in="What this refers to",
                public_hint="Use the id of an exhibit: [](#weekly-count)",
            )


def _quotations(blocks: list[ReadBlock]) -> Iterator[Problem]:
    """At most two attributed quotations stand in an article, each of 25 words or fewer."""
    quoted = [block for block in blocks if isinstance(block.options, PullQuoteBlock) and block.options.by]
    for block in quoted[MOST_QUOTATIONS:]:
        yield Problem(
            "too-many-quotations",
            block.place,
            f"An article quotes others at most {MOST_QUOTATIONS} times.",
            "Tell it in your own words, or leave out by: where the words are your own.",
        )
    for block in quoted:
        count = len(_text(block.words).split())
        if count > MOST_WORDS:
            yield Problem(
                "long-quotation",
                block.place,
                f"This quotation has {count} words; at most {MOST_WORDS} may stand.",
                "Shorten it to what matters.",
            )


def _text(words: Words) -> str:
    return "".join(part if isinstance(part, str) else "…" for part in words)
