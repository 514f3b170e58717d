"""Counts of teams whose exact numbers are not published, typed into the words of an article.

An article's exhibits and live numbers take only what is published. Its words are the
author's own, so a count in them is a mistake: with it the article has no page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath

from cyclebook.model.article import Article, ExhibitBlock, FastFactsBlock, SideBoxBlock, SmartGoalBlock
from cyclebook.model.article_text import LiveReference, Words
from cyclebook.model.counts_in_words import TeamCounts
from cyclebook.model.lists import CohortSummaryBlock, RunChartsBlock, StoryboardsBlock
from cyclebook.model.network import Library
from cyclebook.model.privacy import SMALLEST_GROUP, Policies, PolicyName, narrowest
from cyclebook.model.problem import Place, Problem
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.reading.article_body import Item, Passage, WrittenBlock
from cyclebook.reading.article_checks import PlacedWords, ReadBlock
from cyclebook.reading.claims.prose import Prose, value_prose
from cyclebook.reading.places import Path, Places

_GAP = re.compile(r"\n[ \t]*\n")
_NOT_SAID = re.compile(
    r"\{[^{}\n]*\}|(?<=\])\([^()\n]*\)|\[\^[^\]\n]*\]|^[ \t]*[0-9]+[.)](?=\s)", re.MULTILINE
)
"""What stands in Markdown and is not printed as written: live numbers, addresses, notes, list numbers."""

_LIVE = (
    "Write a live number in its place, {result 2026-spring/marlow-creek}, or leave it out. "
    "A number that counts something else stands in words: twelve."
)


def counts_kept_back(library: Library) -> Mapping[str, TeamCounts]:
    """By "cohort/team", the counts of every storyboard whose exact numbers are not published."""
    if library.network is None:
        return {}
    found = {}
    for folder in library.cohorts:
        policies = Policies(library.network.privacy, folder.cohort.privacy)
        for file in folder.storyboards:
            own = file.storyboard.privacy
            measures = [policies.of_measure(m.id, own, m.privacy) for m in file.storyboard.measures]
            policy = narrowest(policies.of_storyboard(own), *measures)
            if policy is not PolicyName.OPEN or _too_few(file):
                sizes_shown = policy is not PolicyName.STRICT
                found[f"{folder.slug}/{file.slug}"] = TeamCounts.of(file, sizes_shown=sizes_shown)
    return found


def _too_few(file: StoryboardFile) -> bool:
    goal = file.storyboard.goal
    amounts = [goal.baseline, goal.target, goal.result] if goal else []
    sizes = [one.of for one in (goal, *amounts) if one is not None and one.of]
    return min(sizes, default=SMALLEST_GROUP) < SMALLEST_GROUP


def check_counts(
    article: Article,
    places: Places,
    items: list[Item],
    placed: list[PlacedWords],
    blocks: list[ReadBlock],
    kept_back: Mapping[str, TeamCounts],
) -> Iterator[Problem]:
    """One problem for each paragraph that tells a count of a team that the article refers to."""
    if not kept_back:
        return
    named = set(_teams(article, placed, blocks, kept_back))
    counts = [kept_back[team] for team in sorted(named & kept_back.keys())]
    if not counts:
        return
    yield from counts_told(
        chain(_in_front(article, places), _in_body(items, places.file), _in_options(blocks)), counts
    )


def counts_told(words: Iterable[Prose], counts: Sequence[TeamCounts], hint: str = _LIVE) -> Iterator[Problem]:
    """One problem for each paragraph of `words` that tells one of `counts`; `hint` says how to mend it."""
    for told in words:
        gaps = [(gap.start(), gap.end()) for gap in _GAP.finditer(told.text)]
        starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(told.text)]
        for start, end in zip(starts, ends, strict=True):
            yield from _count_in(start, end, told, counts, hint)


def _count_in(
    start: int, end: int, told: Prose, counts: Sequence[TeamCounts], hint: str
) -> Iterator[Problem]:
    """The first count in the paragraph between two places of a text."""
    said = _NOT_SAID.sub(lambda found: "~" * len(found[0]), told.text[start:end]).replace("_", " ")
    matches = [found for one in counts if (found := one.told_in(said)) is not None]
    first = min(matches, key=lambda one: one.start(), default=None)
    if first is None:
        return
    place = told.at(start + first.start(), len(first[0].split("\n")[0]))
    yield Problem(
        "count-in-words",
        place,
        "{it} looks like a count of a team whose exact counts are not published.",
        hint,
        it=first[0],
        stand_in="A number here",
    )


def _teams(
    article: Article, placed: list[PlacedWords], blocks: list[ReadBlock], kept_back: Mapping[str, TeamCounts]
) -> Iterator[str]:
    """Every storyboard that an article refers to; a cohort stands for all of its own."""
    yield from article.storyboards
    yield from (one.part.team for one in placed if isinstance(one.part, LiveReference))
    yield from _live(article.standfirst)
    for block in blocks:
        options = block.options
        if isinstance(options, ExhibitBlock | StoryboardsBlock | CohortSummaryBlock | RunChartsBlock):
            yield from (team for team in kept_back if team.startswith(f"{options.cohort}/"))
        if isinstance(options, ExhibitBlock):
            yield from [options.team] if options.team else []
            yield from _live(options.headline)
        elif isinstance(options, SmartGoalBlock):
            yield options.team
        elif isinstance(options, FastFactsBlock):
            yield from chain.from_iterable(_live(fact.value) for fact in options.facts)


def _live(words: Words | None) -> Iterator[str]:
    yield from (part.team for part in words or () if isinstance(part, LiveReference))


def _in_front(article: Article, places: Places) -> Iterator[Prose]:
    for key in ("title", "eyebrow", "standfirst", "because"):
        yield from _value(getattr(article, key), (key,), places)


def _in_body(items: list[Item], file: PurePosixPath) -> Iterator[Prose]:
    for item in items:
        if isinstance(item, Passage):
            yield Prose(item.text, Place(file, item.line), markdown=True)
        elif isinstance(item, WrittenBlock):
            yield Prose(item.passage.text, Place(file, item.passage.line), markdown=True)
        else:
            yield Prose(f"{item.alt} {item.caption or ''}", item.place)


def _in_options(blocks: list[ReadBlock]) -> Iterator[Prose]:
    for block in blocks:
        options = block.options
        if isinstance(options, ExhibitBlock):
            for key in ("alt", "headline"):
                yield from _value(getattr(options, key), (key,), block.places)
        elif isinstance(options, FastFactsBlock | SideBoxBlock):
            yield from _value(options.title, ("title",), block.places)
        if isinstance(options, FastFactsBlock):
            for index, fact in enumerate(options.facts):
                yield from _value(fact.label, ("facts", index, "label"), block.places)
                yield from _value(fact.value, ("facts", index, "value"), block.places)


def _value(words: str | Words | None, path: Path, places: Places) -> Iterator[Prose]:
    parts = (words,) if isinstance(words, str) else words or ()
    text = "".join(part if isinstance(part, str) else "~" for part in parts)
    yield from value_prose(" ".join(text.split()), path, places)
