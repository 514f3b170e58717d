"""The page of a cohort, and the list of all cohorts."""

from dataclasses import dataclass

from cyclebook.figures import Exhibit, dumbbell
from cyclebook.pages.exhibits import exhibit_downloads, numbered
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import COHORTS, Page, cohort_address, relative, storyboard_address
from cyclebook.pages.prose import Prose
from cyclebook.pages.templates import fill
from cyclebook.pages.words import cohort_sentence, many, roles, spelled, status_note, weeks_reported
from cyclebook.published import (
    Band,
    Number,
    PublishedCohort,
    PublishedNetwork,
    PublishedStoryboard,
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
class TeamRow:
    """One team in the table of a cohort."""

    name: str
    focus: str | None
    link: str
    status: Status
    illustrative: bool
    baseline: str
    latest: str
    goal: str
    weeks: str
    tests: str


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
    figures = numbered(_exhibits(cohort), address)
    tally = cohort.tally
    sentence = cohort_sentence(cohort)
    rate = cohort.complete and tally.total > 1 and tally.not_yet < tally.total
    prose = Prose()
    sections = [
        ("teams", "The teams", bool(cohort.storyboards)),
        ("reported", "As reported by the source", bool(cohort.reported)),
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
        teams=[team_row(one, address) for one in cohort.storyboards],
        reported=[reported_row(fact) for fact in cohort.reported],
        cautions=_cautions(cohort),
        intro=prose.html(cohort.intro) if cohort.intro else None,
    )
    return Page(
        address,
        cohort.title,
        f"{cohort.title}: {sentence}",
        html,
        tuple((name, heading) for name, heading, present in sections if present),
        tuple(exhibit_downloads(figures)),
    )


def _exhibits(cohort: PublishedCohort) -> list[Exhibit]:
    drawable = [one for one in cohort.storyboards if _has_result(one)]
    if len(cohort.storyboards) < 2 or not drawable:
        return []
    headline = cohort_sentence(cohort).rstrip(".")
    source = "; ".join(dict.fromkeys(source.label for source in cohort.sources)) or "counted by the teams"
    return [
        dumbbell(
            cohort.storyboards,
            id="figure-1",
            headline=headline,
            subtitle=(
                "From baseline to result, with the goal, each team in its own unit. "
                "Teams measured different things: compare each row with its own goal. In alphabetical order"
            ),
            source=source,
        )
    ]


def _has_result(one: PublishedStoryboard) -> bool:
    return isinstance(one.goal.result, Number | Band) or one.goal.latest is not None


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
        ("Sponsors", roles(cohort.sponsors)),
        ("Coaches", roles(cohort.coaches)),
        ("Teams", teams),
        (
            "Weekly data",
            f"{len(weekly)} of {many(len(cohort.storyboards), 'team')}" if weekly else "not published",
        ),
    ]
    return [(label, words) for label, words in rows if words]


def team_row(one: PublishedStoryboard, address: str) -> TeamRow:
    """A team's row, with links from the page at `address`."""
    goal = one.goal
    latest = goal.result.text
    if isinstance(goal.result, Number | Band):
        latest = goal.worded(goal.result)
    elif goal.latest:
        latest = f"{goal.worded(goal.latest[1])} (week {goal.latest[0]})"
    return TeamRow(
        name=one.name,
        focus=one.focus or (one.title if one.school else None),
        link=relative(storyboard_address(one), address),
        status=goal.status,
        illustrative=one.illustrative,
        baseline=goal.worded(goal.baseline),
        latest=latest,
        goal=goal.worded(goal.target),
        weeks=_weeks(one),
        tests="not published" if one.entered_from_source and not one.tests else str(len(one.tests)),
    )


def _weeks(one: PublishedStoryboard) -> str:
    if one.withheld is not None:
        return "withheld"
    if one.outcome is None:
        return "not published" if one.entered_from_source else "none reported"
    return weeks_reported(one) or ""


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
