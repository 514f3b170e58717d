"""Change ideas over all cohorts: what belongs together, in which order, at which address.

Made of published storyboards only, so that what is withheld or embargoed has no part in it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from cyclebook.model.idea_title import folded
from cyclebook.model.network import Idea
from cyclebook.published import (
    DriverNetwork,
    IdeaDriver,
    IdeaTest,
    PublishedCohort,
    PublishedIdea,
    PublishedStoryboard,
    UntestedIdea,
)

RESERVED = frozenset({"by-driver", "by-level", "by-decision"})
"""Addresses below /ideas/ that are lists."""

_LONGEST_SLUG = 60


def publish_ideas(
    declared: Sequence[Idea], cohorts: Iterable[PublishedCohort], networks: Sequence[DriverNetwork]
) -> tuple[PublishedIdea, ...]:
    """Every idea with a published test: most tests of real teams first, then most tests, then by title.

    `networks` are those whose drivers have pages, the hub's own first.
    """
    drivers = drivers_by_id(networks)
    pages = frozenset((network.slug, one.id) for network in networks for one in network.every_driver)
    tests: dict[str, list[IdeaTest]] = {}
    for cohort in cohorts:
        for storyboard in cohort.storyboards:
            for one in _tests(storyboard):
                tests.setdefault(one.test.idea_key or "", []).append(one)
    tests.pop("", None)
    by_key = {idea.id: idea for idea in declared}
    slugs = _slugs({key: None if key in by_key else found[0].test.idea for key, found in tests.items()})
    ideas = [
        _idea(key, slugs[key], by_key.get(key), sorted(found, key=_order), drivers, pages)
        for key, found in tests.items()
    ]
    return tuple(sorted(ideas, key=lambda idea: (-len(idea.counted), -len(idea.tests), idea.key)))


def untested_ideas(
    declared: Sequence[Idea], published: Iterable[PublishedIdea], networks: Iterable[DriverNetwork]
) -> tuple[UntestedIdea, ...]:
    """What the hub declares and nobody has a published test of, in the hub's order."""
    drivers = drivers_by_id(networks)
    tested = {idea.key for idea in published}
    return tuple(
        UntestedIdea(idea.title, idea.about, drivers.get(idea.driver or ""))
        for idea in declared
        if idea.id not in tested
    )


def drivers_by_id(networks: Iterable[DriverNetwork]) -> dict[str, IdeaDriver]:
    """Drivers as they are named outside of any cohort: the hub's own, else of the one network that has it."""
    found: dict[str, list[IdeaDriver]] = {}
    for network in networks:
        for one in network.every_driver:
            found.setdefault(one.id, []).append(IdeaDriver(one.name, one.id, network.slug))
    return {name: homes[0] for name, homes in found.items() if homes[0].at is None or len(homes) == 1}


def idea_keys(declared: Iterable[Idea]) -> dict[str, str]:
    """The ids of declared ideas by their folded titles: a test may name an idea by either."""
    return {folded(idea.title): idea.id for idea in declared}


def _tests(storyboard: PublishedStoryboard) -> Iterable[IdeaTest]:
    for test in storyboard.tests:
        ramp = tuple(one for one in storyboard.tests if test.ramp and one.ramp == test.ramp)
        yield IdeaTest(storyboard, test, ramp if len(ramp) > 1 else ())


def _order(one: IdeaTest) -> tuple[bool, str, str, str, int]:
    storyboard = one.storyboard
    place = storyboard.tests.index(one.test)
    return (one.illustrative, storyboard.name.casefold(), storyboard.cohort_slug, storyboard.slug, place)


def _idea(
    key: str,
    slug: str,
    declared: Idea | None,
    tests: Sequence[IdeaTest],
    drivers: Mapping[str, IdeaDriver],
    pages: frozenset[tuple[str | None, str]],
) -> PublishedIdea:
    own = drivers.get(declared.driver or "") if declared else None
    named = dict.fromkeys(one for one in (own, *(_driver(one, pages) for one in tests)) if one)
    return PublishedIdea(
        key=key,
        slug=slug,
        title=declared.title if declared else " ".join(tests[0].test.idea.split()),
        about=declared.about if declared else None,
        drivers=tuple(named),
        tests=tuple(tests),
    )


def _driver(one: IdeaTest, pages: frozenset[tuple[str | None, str]]) -> IdeaDriver | None:
    """The driver that a test names, without a link where its network is not published."""
    if one.test.driver is None:
        return None
    at, driver = one.storyboard.drivers_at, one.test.driver_id
    return IdeaDriver(one.test.driver, driver if driver and (at, driver) in pages else None, at)


def _slugs(titles: Mapping[str, str | None]) -> dict[str, str]:
    """Addresses by key. A declared idea has its id; any other, the words of its title.

    Titles that would share an address, or take that of a list, end in a mark made of the title
    alone: so no address depends on the order of the files.
    """
    plain = {key: key if title is None else _slug(title) for key, title in titles.items()}
    wanted = Counter(plain.values())
    return {
        key: f"{slug}-{sha256(key.encode()).hexdigest()[:6]}".strip("-")
        if slug in RESERVED or not slug or (titles[key] is not None and wanted[slug] > 1)
        else slug
        for key, slug in plain.items()
    }


def _slug(title: str) -> str:
    """The title in small letters, digits and hyphens, cut after a word; "" where nothing is left of it."""
    letters = unicodedata.normalize("NFKD", title.casefold().replace("'", "").replace("’", ""))
    words = re.findall(r"[a-z0-9]+", letters.encode("ascii", "ignore").decode())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug
