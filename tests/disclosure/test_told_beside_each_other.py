"""Numbers that belong together: what is told of some, and what is withheld, says little of the others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from small_networks import AFTER, cohort, network, team

from cyclebook.building import compile_site
from cyclebook.disclosure import publish
from cyclebook.disclosure.bands import answers, band_of, strict_band_of
from cyclebook.disclosure.comparisons import publish_distribution
from cyclebook.disclosure.guard import Guard
from cyclebook.disclosure.ranges import Ranges
from cyclebook.disclosure.sums import Beside, Group, figure_of, told_beside
from cyclebook.model.comparison import Distribution
from cyclebook.model.measure import WeekRow
from cyclebook.model.privacy import PolicyName
from cyclebook.published import Absence, Absent, Form, Number, PublishedCohort, Value
from small_site import SmallSite, front_matter, storyboard

POLICIES = {
    "strict": {"policy": "strict", "because": "small schools"},
    "open": {"policy": "open", "approved": {"by": "Data steward", "because": "the counts are invented"}},
    "banded": {"policy": "banded", "because": "small schools"},
}
FEW = frozenset(range(10))
GONE = "withheld, so that private numbers cannot be worked out"

Counts = tuple[int, ...]
Output = tuple[Ranges | None, ...]


def shown(count: int, size: int, policy: PolicyName) -> Value:
    """What a page shows of a count that stands alone."""
    share = Decimal(count * 100) / size
    if policy is PolicyName.STRICT:
        return strict_band_of(share, size) or Absent(Absence.POLICY)
    return band_of(share, size)


def read(values: Sequence[Value], told: Sequence[bool], sizes: Sequence[int], policy: PolicyName) -> Output:
    """What a reader sees: the counts that each number stands for, None for those withheld."""
    figures = [figure_of(value, size, policy) for value, size in zip(values, sizes, strict=True)]
    return tuple(one.answer if one and seen else None for one, seen in zip(figures, told, strict=True))


def inputs(whole: int, parts: Sequence[int]) -> Iterator[Counts]:
    """All counts of a whole, its parts, and the rest of it where the parts are not all of it."""
    rest = whole - sum(parts)
    for counts in product(*(range(size + 1) for size in parts), range(rest + 1)):
        yield (sum(counts), *counts) if rest else (sum(counts), *counts[:-1])


def pages(whole: int, parts: Sequence[int], policy: PolicyName) -> dict[Output, list[Counts]]:
    """Every page of a goal's group and student groups, with all inputs that it can come from."""
    sizes = (whole, *parts)
    every = {size: [shown(count, size, policy) for count in range(size + 1)] for size in sizes}
    seen: dict[tuple[Value, ...], Output] = {}
    found = defaultdict(list)
    for counts in inputs(whole, parts):
        values = tuple(every[size][count] for size, count in zip(sizes, counts, strict=False))
        if values not in seen:
            groups = [Group.GOAL, *(Group.PART for _ in parts)]
            told = told_beside(
                [Beside(*one[:2], policy, one[2]) for one in zip(values, sizes, groups, strict=True)]
            )
            seen[values] = read(values, told, sizes, policy)
        found[seen[values]].append(counts)
    return found


def hold(found: dict[Output, list[Counts]], policy: PolicyName) -> None:
    """Whoever tries every input learns of no number more than the page says, and of a withheld one little."""
    for output, possible in found.items():
        for place, counts in enumerate(map(frozenset, zip(*possible, strict=True))):
            answer = output[place] if place < len(output) else None
            if answer is not None:
                assert counts == {one for low, high in answer for one in range(low, high + 1)}, output
            else:
                assert len(counts) >= 3, output
                assert policy is PolicyName.BANDED or not counts <= FEW or counts >= FEW - {0}, output


def decided_alike(found: dict[Output, list[Counts]], sizes: Sequence[int], policy: PolicyName) -> None:
    """Which answers are told is the same wherever the same was told before: no hidden number has a say."""
    decisions = defaultdict(set)
    for output, possible in found.items():
        for place, answer in enumerate(output):
            for count in {one[place] for one in possible}:
                value = [shown(count, sizes[place], policy)]
                alone = read(value, [True], [sizes[place]], policy)
                decisions[output[:place], alone].add(answer is None)
    assert {len(one) for one in decisions.values()} == {1}


@pytest.mark.parametrize("policy", [PolicyName.BANDED, PolicyName.STRICT])
@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (100, (45, 55)),
        (40, (20, 20)),
        (52, (26, 26)),
        (22, (12, 10)),
        (52, (12, 14, 26)),
        (22, (12,)),
        (52, (16,)),
        (60, (20, 25)),
    ],
)
def test_every_input_of_a_goal_and_its_groups(whole: int, parts: tuple[int, ...], policy: PolicyName) -> None:
    """Over all inputs no page narrows a number that it tells, or gives one away that it withholds."""
    found = pages(whole, parts, policy)

    hold(found, policy)
    decided_alike(found, (whole, *parts), policy)
    assert {output[0] for output in found} == {*answers(whole, strict=policy is PolicyName.STRICT)}


@pytest.mark.parametrize(
    ("size", "bands", "policy"),
    [
        (20, 2, PolicyName.BANDED),
        (40, 2, PolicyName.BANDED),
        (26, 3, PolicyName.BANDED),
        (52, 2, PolicyName.STRICT),
        (45, 3, PolicyName.STRICT),
    ],
)
def test_every_input_of_a_distribution(size: int, bands: int, policy: PolicyName) -> None:
    """The same holds for shares that make up a group; so strict withholds 0, 18 and 27 of 45 like others."""
    guard = Guard(policy, public_source=False)
    found = defaultdict(list)
    for some in product(range(size + 1), repeat=bands - 1):
        if sum(some) > size:
            continue
        counts = (*some, size - sum(some))
        shares = [f"{count}/{size}" for count in counts]
        names = [f"band {at}" for at in range(bands)]
        written = {"what": "Days", "bands": names, "groups": [{"name": "All", "shares": shares}]}
        published = publish_distribution(Distribution.model_validate(written), {}, guard)
        (row,) = published.spread.groups
        told = [share != Absent(Absence.WORKED_OUT) for share in row.shares]
        found[read(row.shares, told, [size] * bands, policy)].append(counts)

    hold(found, policy)


def test_two_breakdowns_of_everybody() -> None:
    """Girls and boys beside English learners and the others: each pair withholds its second number."""
    found = released(
        goal={"of": "100", "target": "99", "result": "50"},
        groups=[
            {"name": "English learners", "of": "45", "result": "0"},
            {"name": "Not English learners", "of": "55", "result": "50"},
            {"name": "Girls", "of": "48", "result": "24"},
            {"name": "Boys", "of": "52", "result": "26"},
        ],
    )
    (one,) = found.storyboards

    assert [group.result.short for group in one.groups] == ["≤5%", "withheld", "40–50%", "withheld"]
    assert {group.result.text for group in one.groups[1::2]} == {GONE}


@pytest.mark.parametrize(
    ("result", "expected"), [("0", GONE), ("2", GONE), ("5", GONE), ("12", "80% or more")]
)
def test_one_group_alone(result: str, expected: str) -> None:
    """Of 22 twelve reached the goal: the others are ten, so that few of the group did is never said."""
    groups = [{"name": "English learners", "of": "12", "result": result}]
    found = released(goal={"of": "22", "target": "20", "result": "12"}, groups=groups)

    assert [group.result.text for group in found.storyboards[0].groups] == [expected]


def released(
    policy: str = "banded", *, of_cohort: dict[str, Any] | None = None, **written: Any
) -> PublishedCohort:
    """A cohort of one team, and one of eight students, as published."""
    small = team("b", goal={"of": "8", "target": "6", "result": "3"})
    library = network(cohort(team(**written), small, **(of_cohort or {})), privacy=POLICIES[policy])
    assert library.network is not None
    found = publish(library, library.network, AFTER).cohorts[0]
    assert len(found.storyboards) == 2
    return PublishedCohort(
        **{name: getattr(found, name) for name in found.__dataclass_fields__}
        | {"storyboards": found.storyboards[:1]}
    )


def test_measures_whose_groups_add_up() -> None:
    """Three measures of everybody, a group and the others: the third is withheld in each week."""
    sizes = {"all": "100", "learners": "45", "others": "55"}
    rows = tuple(
        WeekRow.model_validate({"week": str(week), "all": "50", "learners": "0", "others": "50"})
        for week in (1, 2)
    )
    measures = [{"id": name, "name": name, "of": of, "better": "higher"} for name, of in sizes.items()]
    found = released(goal={"of": "100", "target": "99", "result": "50"}, measures=measures, weeks=rows)

    series = found.storyboards[0].series
    assert [[point.value.short for point in one.counted] for one in series] == [
        ["45–50%", "45–50%"],
        ["≤5%", "≤5%"],
        [],
    ]
    assert {point.value.text for point in series[2].points[:2]} == {GONE}
    assert (series[2].reading, series[2].of) == (None, None)


@pytest.mark.parametrize("count", ["0", "4", "45"])
def test_a_week_of_which_strict_shows_nothing(count: str) -> None:
    """Beside 88 of 100 a group of 45 is withheld in the last week, also where no number of it has a band."""
    rows = tuple(
        WeekRow.model_validate({"week": str(week), "learners": value, "others": "0"})
        for week, value in ((1, "20"), (2, count))
    )
    sizes = {"learners": "45", "others": "55"}
    measures = [{"id": name, "name": name, "of": of, "better": "higher"} for name, of in sizes.items()]
    found = released("strict", goal={"of": "100", "result": "88"}, measures=measures, weeks=rows)
    first, second, *_ = found.storyboards[0].series[0].points

    assert (isinstance(first.value, Absent), second.value.text) == (False, GONE)


@pytest.mark.parametrize("policy", ["open", "banded"])
def test_results_that_lack_a_few(policy: str) -> None:
    """Numbers of 52 and of 45 beside each other tell of seven, so the second is withheld."""
    found = released(
        policy,
        other_results=[
            {"what": "all in May", "value": "40", "of": "52"},
            {"what": "without newcomers", "value": "38", "of": "45"},
            {"what": "newcomers", "value": "2", "of": "7"},
        ],
    )
    first, second, third = found.storyboards[0].beside

    assert isinstance(first.value, Number) is (policy == "open")
    assert (second.value.text, third.value.text) == (GONE, "withheld: fewer than 10 students")


@pytest.mark.parametrize("policy", ["open", "banded"])
@pytest.mark.parametrize(("groups", "expected"), [((50, 43, 48, 52), True), ((45, 55, 48, 52), False)])
def test_groups_that_leave_a_few_beside_others(policy: str, groups: Sequence[int], *, expected: bool) -> None:
    """50 and 43 of 100 leave seven, whoever stands beside them; two complete breakdowns leave nobody."""
    found = released(
        policy,
        goal={"of": "100", "target": "99", "result": "50"},
        groups=[{"name": f"group {at}", "of": str(size), "result": "18"} for at, size in enumerate(groups)],
    )

    assert ({group.size.text for group in found.storyboards[0].groups} == {GONE}) is expected


def compared(policy: str, *groups: tuple[int, int], source: str | None = None) -> list[str]:
    """The groups of a cohort's comparison beside a team of 52, of whom 43 met the goal, and one of eight."""
    written = {
        "what": "On time",
        "groups": [{"name": f"g{of}", "of": str(of), "result": str(n)} for n, of in groups],
    }
    found = released(
        policy, of_cohort={"comparisons": [{**written, **({"source": source} if source else {})}]}
    )
    return [group.result.short for group in found.comparisons[0].comparison.groups]


def test_a_comparison_with_all_teams() -> None:
    """46 of 60 less 43 of 52 are three of the eight students of a withheld team."""
    assert compared("open", (46, 60), (700, 1000)) == ["withheld", "700"]
    assert compared("open", (46, 60), source="journal") == ["46"]
    assert compared("open", (49, 64), (700, 1000)) == ["49", "700"]
    assert compared("banded", (46, 60), (700, 1000)) == ["withheld", "69–70%"]


def test_a_comparison_that_adds_a_group_to_a_team() -> None:
    """The team, both together, and the others: those would tell of the team, so they are withheld."""
    assert compared("banded", (50, 100), (7, 48)) == ["45–50%", "withheld"]
    assert compared("open", (50, 100), (7, 48)) == ["50", "7"]


def test_exact_counts_beside_bands() -> None:
    """A whole and a part in exact counts would tell the count of a part that shows a band."""
    exact, other = PolicyName.OPEN, PolicyName.STRICT
    numbers = [
        Beside(Number(Decimal(50), Form.COUNT, 100), 100, exact, decided=True),
        Beside(shown(20, 45, other), 45, other),
        Beside(Number(Decimal(40), Form.COUNT, 55), 55, exact),
    ]

    assert told_beside(numbers) == (True, True, False)
    assert told_beside(numbers[::2]) == (True, True)


def test_sizes_that_add_up_by_chance() -> None:
    """Where the numbers told contradict a sum, their groups are no parts of it, and it withholds nothing."""
    policy = PolicyName.BANDED
    numbers = [Beside(shown(count, size, policy), size, policy) for count, size in ((2, 100), (40, 45))]
    other = Beside(shown(3, 55, policy), 55, policy)

    assert told_beside([*numbers, other])[0] is True
    decided = [Beside(one.value, one.size, policy, decided=True) for one in numbers]
    assert told_beside([*decided, other]) == (True, True, True)


def test_a_whole_site_of_two_breakdowns(tmp_path: Path) -> None:
    """From files to pages and downloads: the second number of each pair is nowhere."""
    privacy = {"title": "Spring 2026", "start": "2026-02-02", "weeks": 10, "privacy": POLICIES["banded"]}
    groups = [
        {"name": "English learners", "of": 45, "result": 0},
        {"name": "Not English learners", "of": 55, "result": 50},
        {"name": "Girls", "of": 48, "result": 24},
        {"name": "Boys", "of": 52, "result": 26},
    ]
    files = {
        "teams/2026-spring/cohort.md": front_matter(privacy),
        "teams/2026-spring/marlow-creek.md": storyboard(
            goal={"baseline": None, "target": 99, "of": 100, "result": 50},
            measures=None,
            weeks=None,
            tests=None,
            groups=groups,
        ),
    }
    SmallSite.write(tmp_path, files)
    site = compile_site(tmp_path / "teams", PurePosixPath("teams"), as_of=AFTER, site_url=None, quoting=True)
    (page,) = (one for one in site.pages if one.address == "cohorts/2026-spring/marlow-creek/")
    results = {
        name: re.search(rf">{name}</th>(.*?)</tr>", page.html, re.DOTALL)[1].count(GONE)
        for name in (group["name"] for group in groups)
    }

    assert results == {"English learners": 0, "Not English learners": 1, "Girls": 0, "Boys": 1}
    downloads = "".join(one.text for one in page.downloads)
    assert "over 90% to 95%" not in page.html + downloads
