"""All change ideas: the list with its filters, and lists by driver, by level of school and by decision."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.pages.frame import Frame
from cyclebook.pages.idea_words import (
    drivers_words,
    evidence_words,
    illustrative_words,
    level_name,
    tally_words,
)
from cyclebook.pages.page import IDEAS, Page, driver_address, idea_address, relative
from cyclebook.pages.templates import fill
from cyclebook.pages.words import begun
from cyclebook.published import Decision, IdeaDriver, PublishedIdea, PublishedNetwork

_NO_DRIVER = N_("No driver given")
_EACH = {
    Decision.ADOPT: N_("Adopted"),
    Decision.ADAPT: N_("Adapted"),
    Decision.ABANDON: N_("Abandoned"),
    Decision.OPEN: N_("Not decided yet"),
    Decision.NOT_PUBLISHED: N_("Decision not published"),
}


@dataclass(frozen=True, slots=True)
class TestLine:
    """One test in the entry of an idea: how it ended, and where."""

    decision: Decision
    where: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class IdeaEntry:
    """An idea in a list. `drivers`, `levels` and `decisions` are what its filters go by."""

    title: str
    link: str
    about: str | None
    meta: tuple[str, ...]
    tally: str
    invented: str | None
    tests: tuple[TestLine, ...]
    drivers: tuple[str, ...]
    levels: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class IdeaGroup:
    """The ideas with one driver, level or decision."""

    id: str
    heading: str
    entries: tuple[IdeaEntry, ...]


def ideas_page(network: PublishedNetwork, frame: Frame) -> Page:
    """Every idea, those tested most first, with what is known of each in one line."""
    entries = [idea_entry(idea, IDEAS) for idea in network.ideas]
    untested = network.untested
    html = fill(
        "ideas.html",
        frame=frame.at(IDEAS),
        count=_count(network.ideas),
        entries=entries,
        untested=[(one, linked_driver(one.driver, IDEAS) if one.driver else None) for one in untested],
        lists=[(_(words), relative(f"{IDEAS}{name}/", IDEAS)) for name, words in _LISTS.items()]
        if entries
        else [],
        drivers=_sorted((name for entry in entries for name in entry.drivers), _(_NO_DRIVER)),
        levels=_sorted((name for entry in entries for name in entry.levels), level_name(None)),
        decisions=[
            (kind, _(words)) for kind, words in _EACH.items() if any(kind in one.decisions for one in entries)
        ],
    )
    sections = [("untested", _("Declared, and not tested yet"))] if untested else []
    told = _("Every change that a team of this network has tested: where, how often, and what was decided.")
    return Page(IDEAS, _("Change ideas"), told, html, tuple(sections))


_LISTS = {
    "by-driver": N_("Ideas by driver"),
    "by-level": N_("Ideas by level of school"),
    "by-decision": N_("Ideas by decision"),
}
_TITLES = {
    "by-driver": N_("Change ideas by driver"),
    "by-level": N_("Change ideas by level of school"),
    "by-decision": N_("Change ideas by decision"),
}


def idea_lists(network: PublishedNetwork, frame: Frame) -> list[Page]:
    """The ideas by driver, by level and by decision, each on a page: they need no script."""
    if not network.ideas:
        return []
    return [
        _list("by-driver", lambda entry: entry.drivers, _(_NO_DRIVER), network, frame),
        _list("by-level", lambda entry: entry.levels, level_name(None), network, frame),
        _list(
            "by-decision", lambda entry: [_(_EACH[kind]) for kind in entry.decisions], None, network, frame
        ),
    ]


def _list(
    name: str,
    keys: Callable[[IdeaEntry], Sequence[str]],
    last: str | None,
    network: PublishedNetwork,
    frame: Frame,
) -> Page:
    address = f"{IDEAS}{name}/"
    entries = [idea_entry(idea, address) for idea in network.ideas]
    order = [_(words) for words in _EACH.values()]
    if last is not None:
        order = _sorted((key for one in entries for key in keys(one)), last)
    groups = [
        IdeaGroup(f"list-{number}", heading, tuple(one for one in entries if heading in keys(one)))
        for number, heading in enumerate(order, 1)
    ]
    groups = [group for group in groups if group.entries]
    title = _(_TITLES[name])
    html = fill(
        "ideas-list.html",
        title=title,
        frame=frame.at(address),
        all_ideas=relative(IDEAS, address),
        others=[
            (_(words), relative(f"{IDEAS}{other}/", address))
            for other, words in _LISTS.items()
            if other != name
        ],
        groups=groups,
    )
    return Page(
        address,
        title,
        ngettext(
            "{title}: {count} list, each with every idea that belongs to it.",
            "{title}: {count} lists, each with every idea that belongs to it.",
            len(groups),
            title=title,
        ),
        html,
        tuple((group.id, group.heading) for group in groups),
    )


def idea_entry(idea: PublishedIdea, address: str) -> IdeaEntry:
    """An idea as a list shows it, with links from the page at `address`."""
    drivers = idea.driver_names or (_(_NO_DRIVER),)
    levels = tuple(dict.fromkeys(level_name(one.storyboard.level) for one in idea.tests))
    return IdeaEntry(
        title=idea.title,
        link=relative(idea_address(idea), address),
        about=idea.about,
        meta=(
            *((drivers_words(idea),) if idea.drivers else ()),
            ", ".join(levels),
            evidence_words(idea),
        ),
        tally=tally_words(idea),
        invented=illustrative_words(idea),
        tests=tuple(
            TestLine(
                one.test.decision, f"{one.storyboard.name}, {one.storyboard.cohort_title}", one.illustrative
            )
            for one in idea.tests
        ),
        drivers=drivers,
        levels=levels,
        decisions=tuple(kind for kind in _EACH if any(one.test.decision is kind for one in idea.tests)),
    )


def linked_driver(driver: IdeaDriver, address: str) -> tuple[str, str | None]:
    """(name, link) of a driver, from the page at `address`; no link where it has no page."""
    return driver.name, relative(driver_address(driver.at, driver.id), address) if driver.id else None


def _sorted(names: Iterable[str], last: str) -> list[str]:
    """Names by alphabet, what has none at the end."""
    return sorted(set(names), key=lambda name: (name == last, name.casefold(), name))


def _count(ideas: Sequence[PublishedIdea]) -> str:
    """How many ideas, and how many of them real teams tested."""
    if not ideas:
        return _("No test of an idea is published yet.")
    real = sum(bool(idea.counted) for idea in ideas)
    said = [ngettext("{number} idea.", "{number} ideas.", len(ideas), number=begun(len(ideas)))]
    if real < len(ideas):
        said.append(
            ngettext(
                "One of them was tested by real teams.", "{count} of them were tested by real teams.", real
            )
            if real
            else _("None of them was tested by real teams.")
        )
        said.append(_("The others come from invented teams, and are marked."))
    said.append(_("What did not work is as easy to find as what did, and often more useful."))
    return " ".join(said)
