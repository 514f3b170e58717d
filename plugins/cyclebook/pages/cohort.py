"""The page of a cohort, and the list of all cohorts."""

from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.catalogue import _, ngettext
from cyclebook.figures.phrases import numeral
from cyclebook.pages.cohort_figures import cohort_figures
from cyclebook.pages.exhibits import exhibit_downloads, numbered, numbered_multiples
from cyclebook.pages.frame import Frame
from cyclebook.pages.masthead import Fact, fact, weeks_in_words
from cyclebook.pages.page import (
    COHORTS,
    NETWORK,
    Page,
    cohort_address,
    drivers_address,
    has_structure,
    network_id,
    relative,
    week_address,
)
from cyclebook.pages.prose import Prose
from cyclebook.pages.roster import Common, Crosstab, TeamRow, crosstab, group_rows, team_row
from cyclebook.pages.sponsors import for_sponsors
from cyclebook.pages.templates import fill
from cyclebook.pages.words import capital, cohort_sentence, status_note
from cyclebook.published import (
    DriverNetwork,
    PublishedCohort,
    PublishedNetwork,
    ReportedFact,
    Status,
    Tally,
)
from cyclebook.published.days import day_text


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A status, how many teams have it, and what it means."""

    status: Status
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class CohortEntry:
    """A cohort in a list: its sentence and its teams."""

    title: str
    subtitle: str | None
    link: str
    sentence: str
    illustrative: bool
    teams: tuple[TeamRow, ...]


def cohort_page(cohort: PublishedCohort, frame: Frame, network: DriverNetwork | None = None) -> Page:
    """Counts first, then every team from baseline through result to goal, then the table.

    `network` is the one that the cohort belongs to; the page links to its drivers and districts.
    """
    address = cohort_address(cohort.slug)
    drawn = cohort_figures(cohort)
    figures = {section: numbered(exhibits, address) for section, exhibits in drawn.placed.items()}
    every = [figure for placed in figures.values() for figure in placed]
    multiples = numbered_multiples(drawn.multiples, address) if drawn.multiples else None
    tally = cohort.tally
    sentence = cohort_sentence(cohort)
    rate = cohort.complete and tally.total > 1 and not tally.not_yet
    by_driver = crosstab(cohort.storyboards, Common.DRIVER, lambda one: [of.name for of in one.drivers])
    by_driver = by_driver if any(one.drivers for one in cohort.storyboards) else None
    crosstabs = [
        table
        for table in (
            crosstab(cohort.storyboards, Common.PRIORITY, lambda one: [one.priority]),
            crosstab(cohort.storyboards, Common.DISTRICT, lambda one: [one.district]),
            by_driver,
        )
        if table is not None
    ]
    several = by_driver is not None and any(len(one.drivers) > 1 for one in cohort.storyboards)
    groups = group_rows(cohort.storyboards, address)
    prose = Prose()
    sponsors = for_sponsors(cohort, address)
    sections = [
        ("sponsors", sponsors.heading if sponsors else "", sponsors is not None),
        ("teams", _("The teams"), bool(cohort.storyboards)),
        ("weeks", _("Week by week"), multiples is not None),
        ("updates", _("Weekly updates"), bool(cohort.weekly)),
        ("shares", _shares(crosstabs), bool(crosstabs)),
        ("groups", _("Results by student group"), bool(groups)),
        ("comparison", _("Beside other groups"), "comparison" in figures),
        ("reported", _("As reported by the source"), bool(cohort.reported)),
        ("people", _("Sponsors and coaches"), bool(cohort.sponsors or cohort.coaches)),
        ("numbers", _("What to know about these numbers"), True),
        ("sources", _("Sources"), bool(cohort.sources)),
    ]
    html = fill(
        "cohort.html",
        cohort=cohort,
        frame=frame.at(address),
        big=_("{met} of {all}", met=tally.all_met, all=tally.total) if rate else None,
        words=_("teams met the goal they set.") if rate else sentence,
        tally=tally_rows(tally),
        facts=_facts(cohort, address, network),
        by_driver_note=_("A team that works on several drivers counts for each of them.")
        if several
        else None,
        figures=figures,
        multiples=multiples,
        updates=[
            (_("Week {week}", week=one.week), relative(week_address(one), address), one.sentence)
            for one in cohort.weekly
        ],
        feed="feed.xml" if any(one.updated for one in cohort.weekly) else None,
        teams=[team_row(one, address) for one in cohort.storyboards],
        foci=sorted({one.priority for one in cohort.storyboards if one.priority}),
        crosstabs=crosstabs,
        groups=groups,
        comparison_notes=[
            note
            for note in (
                *(one.note for one in cohort.comparisons),
                *(one.note for one in cohort.distributions),
            )
            if note
        ],
        reported=[reported_row(fact) for fact in cohort.reported],
        cautions=_cautions(cohort),
        sponsors=sponsors,
        intro=prose.html(cohort.intro) if cohort.intro else None,
        sections=[(name, heading) for name, heading, present in sections if present],
    )
    return Page(
        address,
        cohort.title,
        f"{cohort.title}: {sentence}",
        html,
        tuple((name, heading) for name, heading, present in sections if present),
        (*exhibit_downloads(every), *([multiples.download] if multiples else [])),
    )


def _shares(crosstabs: list[Crosstab]) -> str:
    """ "By priority, district and driver"."""
    match [table.common for table in crosstabs]:
        case [Common.PRIORITY, Common.DISTRICT, Common.DRIVER]:
            return _("By priority, district and driver")
        case [Common.PRIORITY, Common.DISTRICT]:
            return _("By priority and district")
        case [Common.PRIORITY, Common.DRIVER]:
            return _("By priority and driver")
        case [Common.DISTRICT, Common.DRIVER]:
            return _("By district and driver")
        case [only]:
            return only.heading
        case _none:
            return ""


def tally_rows(tally: Tally) -> list[TallyRow]:
    """Each status that occurs, with its count and what it means."""
    return [TallyRow(status, count, status_note(status, count)) for status, count in tally.rows()]


def _facts(cohort: PublishedCohort, address: str, network: DriverNetwork | None) -> list[Fact]:
    districts = dict.fromkeys(one.district for one in cohort.storyboards if one.district)
    weekly = [one for one in cohort.storyboards if one.outcome]
    rows = [
        fact(_("District"), "; ".join(districts)),
        Fact(_("Network"), tuple(_network_links(cohort, address, network))),
        fact(_("Start"), day_text(cohort.start) if cohort.start else None),
        fact(_("Cycle"), capital(weeks_in_words(cohort.weeks)) if cohort.weeks else None),
        fact(_("Check-ins"), _check_ins(cohort.check_ins) if cohort.check_ins else None),
        fact(_("Setting"), cohort.setting),
        fact(_("Teams"), _teams(cohort)),
        fact(
            _("Weekly data"),
            ngettext(
                "{counted} of {count} team",
                "{counted} of {count} teams",
                len(cohort.storyboards),
                counted=len(weekly),
            )
            if weekly
            else _("not published"),
        ),
    ]
    return [row for row in rows if row.parts]


def _check_ins(weeks: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, weeks))
    return ngettext("Week {weeks}", "Weeks {weeks}", len(weeks), weeks=listed)


def _teams(cohort: PublishedCohort) -> str:
    """How many teams are shown, at how many schools, and how many took part where not all are shown."""
    shown = len(cohort.storyboards)
    if not shown:
        return _("none shown here")
    schools = len({one.school for one in cohort.storyboards if one.school})
    teams = ngettext("{count} team", "{count} teams", shown)
    if schools not in (0, shown):
        at = ngettext("{count} school", "{count} schools", schools)
        teams = _("{teams}, at {schools}", teams=teams, schools=at)
    if cohort.complete:
        return teams
    if cohort.taking_part is None:
        return _("{teams} shown here; number that took part: not published", teams=teams)
    return _("{teams} shown here; number that took part: {all}", teams=teams, all=cohort.taking_part)


def _network_links(
    cohort: PublishedCohort, address: str, network: DriverNetwork | None
) -> Iterator[tuple[str, str | None]]:
    """The name of another network, and the pages that show how this cohort's is built."""
    if cohort.network:
        yield cohort.network, None
    if network is None:
        return
    if network.drivers:
        yield _("Aim and drivers"), relative(drivers_address(network.slug), address)
    if has_structure(network):
        yield _("Districts and teams"), f"{relative(NETWORK, address)}#{network_id(network.slug)}"


def reported_row(fact: ReportedFact) -> tuple[str, str, str]:
    """(what, value, source) of a figure that a source states."""
    return fact.what, fact.text, fact.source.label


def _cautions(cohort: PublishedCohort) -> list[str]:
    """What a cohort's counts can and cannot say, by rule, then the hub's own notes."""
    tally = cohort.tally
    told = []
    if tally.total:
        told.append(
            _(
                "Teams set their own goals. How many met them tells how well goals were set and pursued; "
                "it does not show that the method works."
            )
        )
        known = not any(one.entered_from_source for one in cohort.storyboards)
        told.append(
            _revised(tally.revised) if known else _("How many teams revised their goals is not published.")
        )
    return [*told, *cohort.notes]


def _revised(count: int) -> str:
    if not count:
        return _("No team revised the goal during the cycle.")
    return capital(
        ngettext(
            "{number} team revised the goal during the cycle.",
            "{number} teams revised the goal during the cycle.",
            count,
            number=numeral(count),
        )
    )


def cohort_entry(cohort: PublishedCohort, address: str) -> CohortEntry:
    """A cohort as a list shows it, with links from the page at `address`."""
    return CohortEntry(
        cohort.title,
        cohort.subtitle,
        relative(cohort_address(cohort.slug), address),
        cohort_sentence(cohort),
        cohort.illustrative,
        tuple(team_row(one, address) for one in cohort.storyboards),
    )


def cohorts_page(network: PublishedNetwork, frame: Frame) -> Page:
    """All cohorts, newest first."""
    html = fill(
        "cohorts.html",
        network=network,
        frame=frame.at(COHORTS),
        entries=[cohort_entry(cohort, COHORTS) for cohort in network.cohorts],
    )
    told = _("All cohorts of {network}, newest first.", network=network.title)
    return Page(COHORTS, _("Cohorts"), told, html)
