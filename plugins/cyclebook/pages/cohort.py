"""The page of a cohort, and the list of all cohorts."""

from dataclasses import dataclass

from cyclebook.pages.cohort_figures import cohort_figures
from cyclebook.pages.exhibits import exhibit_downloads, numbered, numbered_multiples
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import COHORTS, Page, cohort_address, relative, week_address
from cyclebook.pages.prose import Prose
from cyclebook.pages.roster import TeamRow, crosstab, group_rows, team_row
from cyclebook.pages.templates import fill
from cyclebook.pages.words import cohort_sentence, many, spelled, status_note
from cyclebook.published import (
    PublishedCohort,
    PublishedNetwork,
    ReportedFact,
    Status,
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


def cohort_page(cohort: PublishedCohort, frame: Frame) -> Page:
    """Counts first, then every team from baseline through result to goal, then the table."""
    address = cohort_address(cohort.slug)
    drawn = cohort_figures(cohort)
    figures = {section: numbered(exhibits, address) for section, exhibits in drawn.placed.items()}
    every = [figure for placed in figures.values() for figure in placed]
    multiples = numbered_multiples(drawn.multiples, address) if drawn.multiples else None
    tally = cohort.tally
    sentence = cohort_sentence(cohort)
    rate = cohort.complete and tally.total > 1 and tally.not_yet < tally.total
    crosstabs = [
        table
        for table in (
            crosstab(cohort.storyboards, "By priority", lambda one: one.priority),
            crosstab(cohort.storyboards, "By district", lambda one: one.district),
        )
        if table is not None
    ]
    groups = group_rows(cohort.storyboards, address)
    prose = Prose()
    sections = [
        ("teams", "The teams", bool(cohort.storyboards)),
        ("weeks", "Week by week", multiples is not None),
        ("updates", "Weekly updates", bool(cohort.weekly)),
        ("shares", "By priority and district", bool(crosstabs)),
        ("groups", "Results by student group", bool(groups)),
        ("comparison", "Beside other groups", "comparison" in figures),
        ("reported", "As reported by the source", bool(cohort.reported)),
        ("people", "Sponsors and coaches", bool(cohort.sponsors or cohort.coaches)),
        ("numbers", "What to know about these numbers", True),
        ("sources", "Sources", bool(cohort.sources)),
    ]
    html = fill(
        "cohort.html",
        cohort=cohort,
        frame=frame.at(address),
        big=f"{tally.all_met} of {tally.total}" if rate else None,
        words="teams met the goal they set." if rate else sentence,
        tally=[TallyRow(status, count, status_note(status, count)) for status, count in tally.rows()],
        facts=_facts(cohort),
        figures=figures,
        multiples=multiples,
        updates=[
            (f"Week {one.week}", relative(week_address(one), address), one.sentence) for one in cohort.weekly
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


def _facts(cohort: PublishedCohort) -> list[tuple[str, str]]:
    districts = dict.fromkeys(one.district for one in cohort.storyboards if one.district)
    schools = {one.school for one in cohort.storyboards if one.school}
    teams = many(len(cohort.storyboards), "team")
    if len(schools) not in (0, len(cohort.storyboards)):
        teams += f", at {many(len(schools), 'school')}"
    if not cohort.complete:
        part = "not published" if cohort.taking_part is None else str(cohort.taking_part)
        teams = f"{teams} shown here; number that took part: {part}"
    weekly = [one for one in cohort.storyboards if one.outcome]
    rows = [
        ("District", "; ".join(districts)),
        ("Network", cohort.network),
        ("Start", day_text(cohort.start) if cohort.start else None),
        ("Cycle", spelled(cohort.weeks, "week") if cohort.weeks else None),
        ("Check-ins", f"Weeks {', '.join(map(str, cohort.check_ins))}" if cohort.check_ins else None),
        ("Setting", cohort.setting),
        ("Teams", teams),
        (
            "Weekly data",
            f"{len(weekly)} of {many(len(cohort.storyboards), 'team')}" if weekly else "not published",
        ),
    ]
    return [(label, words) for label, words in rows if words]


def reported_row(fact: ReportedFact) -> tuple[str, str, str]:
    """(what, value, source) of a figure that a source states."""
    return fact.what, fact.text, fact.source.label


def _cautions(cohort: PublishedCohort) -> list[str]:
    """What a cohort's counts can and cannot say, by rule, then the hub's own notes."""
    tally = cohort.tally
    told = []
    if tally.total:
        told.append(
            "Teams set their own goals. How many met them tells how well goals were set and pursued; "
            "it does not show that the method works."
        )
        revised = "No team" if not tally.revised else spelled(tally.revised, "team")
        known = not any(one.entered_from_source for one in cohort.storyboards)
        told.append(
            f"{revised} revised the goal during the cycle."
            if known
            else "How many teams revised their goals is not published."
        )
    return [*told, *cohort.notes]


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
    return Page(COHORTS, "Cohorts", f"All cohorts of {network.title}, newest first.", html)
