"""Rosters that do not add up: a team and its roles, a cohort and its teams, a group and the groups in it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cyclebook.model.amounts import Amount
from cyclebook.model.cohort import Cohort
from cyclebook.model.goal import GoalKind
from cyclebook.model.problem import Problem, Severity
from cyclebook.model.storyboard import Member, StoryboardFile
from cyclebook.reading.agreement.account import IF_THE_SOURCE, Account
from cyclebook.reading.agreement.numbers_in_text import NUMBER, number
from cyclebook.reading.places import Places

_SEVERAL = re.compile(rf"(?P<x>{NUMBER})\s+\S", re.IGNORECASE)
_TURN = re.compile(r"\s+(?:of|for|from|in|with|to|at|and)\s+", re.IGNORECASE)
_TEAMS = re.compile(rf"(?P<x>{NUMBER})(?:\s+(?!of\b)[a-z-]+){{0,2}}?\s+teams?\b", re.IGNORECASE)
_RANGE = re.compile(rf"(?P<x>{NUMBER})\s*(?:to|–|-|or)\s*(?P<y>{NUMBER})(?:\s+\w+)?", re.IGNORECASE)
_MEMBERS = re.compile(r"\b(?:members|people)\b.*\b(?:a|each|every) team\b", re.IGNORECASE)


def check_team(account: Account) -> Iterator[Problem]:
    """How many people a team has, against its roles."""
    told = account.storyboard.team_size
    if told is None or not account.storyboard.team:
        return
    fewest, whole = people_in(account.storyboard.team)
    if told != fewest if whole else told < fewest:
        counted = f"The roles come to {fewest}{'' if whole else ' or more'}."
        hint = account.advice("Check team and team_size.")
        yield Problem(
            "team-does-not-add-up",
            account.places.of_value(("team_size",)),
            "This is not how many people the roles of the team come to.",
            f"{counted} {hint}",
            field="team_size",
            severity=Severity.WARNING,
            public_hint=hint,
        )


def people_in(team: list[Member]) -> tuple[int, bool]:
    """How many people a list of roles names at least, and whether that is all: "Teachers" are two or more."""
    fewest, whole = 0, True
    for member in team:
        role = member.role.split(",")[0].strip()
        several = _SEVERAL.match(role)
        if several:
            fewest += number(several["x"])
        elif _is_plural(role) and _is_plural(_TURN.split(role)[0]):
            fewest, whole = fewest + 2, False
        else:
            fewest += 1
    return fewest, whole


def _is_plural(words: str) -> bool:
    return words.endswith("s") and not words.endswith("ss")


def check_groups(account: Account) -> Iterator[Problem]:
    """Groups that make up the whole of the goal's group, and whose numbers do not make up the goal's."""
    goal, groups = account.storyboard.goal, account.storyboard.groups
    if goal is None or goal.kind is not GoalKind.COUNT or goal.of is None or len(groups) < 2:
        return
    if sum(group.of or 0 for group in groups) != goal.of or any(group.of is None for group in groups):
        return
    for name, whole in (("baseline", goal.baseline), ("result", goal.result)):
        parts = [getattr(group, name) for group in groups]
        total = _total(parts)
        if whole is not None and not whole.percent and total is not None and total != whole.value:
            hint = account.advice(f"Check {name} in groups and in goal.")
            yield Problem(
                "groups-do-not-add-up",
                account.places.of_value(("groups", len(groups) - 1, name)),
                f"The groups are the whole group, and their {name}s do not add up to the goal’s.",
                f"Together they come to {total:f}; the goal has {whole.value:f}. {hint}",
                field=f"groups.{name}",
                severity=Severity.WARNING,
                public_hint=hint,
            )


def _total(parts: list[Amount | None]) -> Decimal | None:
    if any(part is None or part.percent for part in parts):
        return None
    return sum((part.value for part in parts if part is not None), Decimal(0))


def check_cohort_roster(
    cohort: Cohort, places: Places, storyboards: list[StoryboardFile], files: int
) -> Iterator[Problem]:
    """How many teams a cohort has, against its storyboards (`files` many), its districts and its title."""
    told = cohort.teams_taking_part
    entered = any(board.storyboard.entered_from for board in storyboards)
    keep = f" {IF_THE_SOURCE}" if entered or cohort.reported or cohort.sources else ""
    by_district = sum(district.teams for district in cohort.teams_by_district)
    if told is not None and cohort.teams_by_district and by_district != told:
        yield Problem(
            "teams-do-not-add-up",
            places.of_value(("teams_taking_part",)),
            "This is not how many teams the districts together have.",
            f"The districts come to {by_district}. Check both.{keep}",
            field="teams_taking_part",
            severity=Severity.WARNING,
            public_hint=f"Add up the teams of the districts.{keep}",
        )
    if told is not None and files > told:
        yield _other_number_of_files(told, files, places, "more storyboards than teams that took part")
    if told is not None and files < told and entered and cohort.selection is None:
        yield _other_number_of_files(
            told, files, places, "fewer storyboards than teams, and nothing says why"
        )
    for key in ("title", "subtitle"):
        words = getattr(cohort, key)
        found = _TEAMS.match(words) if words else None
        if told is not None and found and number(found["x"]) != told:
            yield Problem(
                "teams-do-not-add-up",
                places.of_value((key,)),
                "{it} is not what teams_taking_part gives.",
                f"Check both.{keep}",
                field=key,
                it=found[0],
                stand_in="The number of teams here",
                severity=Severity.WARNING,
            )
    yield from _sizes(cohort, places, storyboards)


def _other_number_of_files(told: int, files: int, places: Places, what: str) -> Problem:
    hint = "Correct the number, or say in selection: how the teams shown were chosen."
    return Problem(
        "teams-do-not-add-up",
        places.of_value(("teams_taking_part",)),
        f"This cohort has {what}.",
        f"Teams that took part: {told}. Storyboards in this folder: {files}. {hint}",
        field="teams_taking_part",
        severity=Severity.WARNING,
        public_hint=hint,
    )


def _sizes(cohort: Cohort, places: Places, storyboards: list[StoryboardFile]) -> Iterator[Problem]:
    """A reported number of members of each team, against the roles of the teams."""
    for index, figure in enumerate(cohort.reported):
        found = _RANGE.fullmatch(figure.value.strip())
        if not found or not _MEMBERS.search(figure.what):
            continue
        for board in storyboards:
            fewest, whole = people_in(board.storyboard.team)
            if board.storyboard.team and (
                fewest > number(found["y"]) or (whole and fewest < number(found["x"]))
            ):
                yield Problem(
                    "team-does-not-add-up",
                    places.of_value(("reported", index, "value")),
                    f"The team in {board.path.name} has another number of people than {{it}}.",
                    f"By its roles it has {fewest}{'' if whole else ' or more'}. {IF_THE_SOURCE}",
                    field="reported.value",
                    it=figure.value,
                    stand_in="this",
                    severity=Severity.WARNING,
                    public_hint=IF_THE_SOURCE,
                )
