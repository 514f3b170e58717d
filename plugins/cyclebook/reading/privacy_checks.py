"""Policies: who may loosen, who must give a reason, and whether a measure of that name exists."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cyclebook.model.near_values import did_you_mean
from cyclebook.model.privacy import MeasurePrivacy, OwnPrivacy, Policies, PolicyName, Privacy, narrowest
from cyclebook.model.problem import Problem, Severity
from cyclebook.model.storyboard import Storyboard, StoryboardFile
from cyclebook.reading.block_types import known_keys
from cyclebook.reading.field_problems import meant_keys
from cyclebook.reading.ids import unknown_id
from cyclebook.reading.places import Path, Places, dotted

_NAMING_THE_SIZE = ("of", "baseline", "target", "result")
"""Keys of a goal that can say how many people its group has."""


def check_privacy(privacy: Privacy, places: Places, *, of_cohort: bool) -> Iterator[Problem]:
    """What the hub wrote under `privacy`: exact counts have someone who answers, other policies a reason."""
    if privacy.policy is PolicyName.OPEN and privacy.approved is None:
        yield _not_approved(("privacy",), "", places)
    elif of_cohort and privacy.because is None and privacy.approved is None:
        yield _no_reason(("privacy",), "This cohort", places)
    seen: set[str] = set()
    for index, one in enumerate(privacy.measures):
        path: Path = ("privacy", "measures", index)
        if one.policy is PolicyName.OPEN and one.approved is None:
            yield _not_approved(path, " of this measure", places)
        elif one.because is None and one.approved is None:
            yield _no_reason(path, "This measure", places)
        if one.measure in seen:
            yield Problem(
                "duplicate-id",
                places.of_value((*path, "measure")),
                "{it} has a policy already.",
                "Keep one of the two.",
                field=dotted((*path, "measure")),
                it=one.measure,
                stand_in="This measure",
            )
        seen.add(one.measure)


def _not_approved(path: Path, whose: str, places: Places) -> Problem:
    return Problem(
        "missing-key",
        places.of_value(path),
        f"The policy open shows exact counts{whose}, so someone must answer for it.",
        f"Add {'here' if whose else 'under privacy'}: approved: {{by: a role, because: the reason}}",
        field=dotted((*path, "approved")),
    )


def _no_reason(path: Path, what: str, places: Places) -> Problem:
    here = "under privacy" if len(path) == 1 else "here"
    return Problem(
        "missing-key",
        places.of_value(path),
        f"{what} has a policy of its own, and no reason for it.",
        f"Add {here}: because: the reason",
        field=dotted((*path, "because")),
    )


def unknown_measures(
    measures: Iterable[MeasurePrivacy], places: Places, storyboards: Iterable[StoryboardFile]
) -> Iterator[Problem]:
    """Policies for measures that none of the storyboards has: an error where one has nearly that name.

    A narrower policy for a misspelt measure would protect nothing.
    """
    ids = sorted({measure.id for file in storyboards for measure in file.storyboard.measures})
    for index, one in enumerate(measures):
        if ids and one.measure not in ids:
            path: Path = ("privacy", "measures", index, "measure")
            problem = unknown_id(one.measure, path, ids, "measures of the storyboards", places)
            near = did_you_mean(one.measure, ids)
            yield problem if near else replace(problem, severity=Severity.WARNING)


def check_own_privacy(written: Storyboard, places: Places, policies: Policies | None) -> Iterator[Problem]:
    """Whether a storyboard and its measures ask for less to be shown than the hub's policy shows."""
    if policies is None:
        return
    yield from _loosened(written.privacy, policies.usual, ("privacy",), places)
    for index, measure in enumerate(written.measures):
        hubs = policies.of_measure(measure.id, written.privacy)
        yield from _loosened(measure.privacy, hubs, ("measures", index, "privacy"), places)


def _loosened(own: OwnPrivacy | None, hubs: PolicyName, path: Path, places: Places) -> Iterator[Problem]:
    if own is not None and narrowest(own.policy, hubs) is not own.policy:
        yield Problem(
            "policy-loosened",
            places.of_value((*path, "policy")),
            f"The policy {own.policy.value} shows more than {hubs.value}, which holds here.",
            "A storyboard may only show less. Take these lines out, or ask the hub to loosen its policy.",
            field=dotted((*path, "policy")),
        )


def check_group_size(
    written: Storyboard, places: Places, policies: Policies | None, *, lossy: bool
) -> Iterator[Problem]:
    """Whether the size of the goal's group is known, where without it nothing is published.

    Where a source has published the numbers, the policy open shows them without it.
    """
    goal = written.goal
    if lossy or goal is None or goal.of or any(amount.of for amount in goal.amounts):
        return
    if written.entered_from and (
        policies is None or policies.of_storyboard(written.privacy) is PolicyName.OPEN
    ):
        return
    names = {str(path[1]) for path in places.keys if len(path) > 1 and path[0] == "goal"}
    keys = meant_keys(names, known_keys(Storyboard, ("goal",)))
    if any(name in keys and getattr(goal, name) is None for name in _NAMING_THE_SIZE):
        return  # It may stand in what could not be read.
    yield Problem(
        "no-group-size",
        places.of_key(("goal",)),
        "Nothing says how many people the group of this goal has. "
        "Without it no number and no result of this goal is published.",
        "Write of: and how many people the group has.",
        field="goal.of",
        severity=Severity.WARNING,
    )
