"""Whether a goal was met: exact, by its last version, and honest about what is not known."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.measuring.attainment import Attained, attain, better_of, reached
from cyclebook.model.goal import Better, Goal, ReportedOutcome

END = date(2026, 4, 17)
DURING = date(2026, 3, 1)
AFTER = date(2026, 4, 18)

AMOUNTS = st.decimals(min_value=0, max_value=999, places=2)


def goal(**written: object) -> Goal:
    """A goal from its fields as an author writes them."""
    return Goal.model_validate({"kind": "count", "measure": "students on time", **written})


def status(written: Goal, as_of: date = AFTER, end: date | None = END, said: str | None = None) -> Attained:
    """How a goal stands; `said` is what a source says of it."""
    reported = ReportedOutcome.model_validate({"status": said, "source": "journal"}) if said else None
    return attain(written, end=end, as_of=as_of, reported=reported).status


@pytest.mark.parametrize(
    ("better", "result", "expected"),
    [
        ("higher", "41", Attained.MET),
        ("higher", "40", Attained.MET),
        ("higher", "39", Attained.NOT_MET),
        ("lower", "39", Attained.MET),
        ("lower", "40", Attained.MET),
        ("lower", "41", Attained.NOT_MET),
    ],
)
def test_result_against_target(better: str, result: str, expected: Attained) -> None:
    """A goal is met by a result at its target or beyond it on the better side, and by no other."""
    assert expected == status(goal(better=better, target="40", result=result))


@pytest.mark.parametrize(
    ("target", "result", "expected"),
    [
        ("86.7", "86.7", Attained.MET),
        ("86.7", "86.70", Attained.MET),
        ("86.7", "86.699999", Attained.NOT_MET),
        ("0.3", "0.3", Attained.MET),
        ("78%", "67%", Attained.NOT_MET),
        ("47/58", "52/58", Attained.MET),
    ],
)
def test_arithmetic_is_exact(target: str, result: str, expected: Attained) -> None:
    """Decimals are compared as written, with no rounding and no binary fractions."""
    assert expected == status(goal(kind="mean", better="higher", target=target, result=result))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"baseline": "21", "target": "40"}, Better.HIGHER),
        ({"baseline": "12", "target": "5"}, Better.LOWER),
        ({"baseline": "12", "target": "5", "better": "higher"}, Better.HIGHER),
        ({"baseline": "40", "target": "40"}, None),
        ({"target": "40"}, None),
        ({"baseline": "21"}, None),
    ],
)
def test_direction(written: dict[str, str], expected: Better | None) -> None:
    """The direction is the one written, else that from baseline to target, else not known."""
    assert expected is better_of(goal(**written))


def test_unknown_direction_is_not_judged() -> None:
    """Without a direction, a result is neither met nor not met."""
    assert Attained.NOT_REPORTED is status(goal(target="40", result="43"))


@pytest.mark.parametrize(
    ("as_of", "end", "expected"),
    [
        (DURING, END, Attained.NOT_YET),
        (END, END, Attained.NOT_YET),
        (AFTER, END, Attained.NOT_REPORTED),
        (DURING, None, Attained.NOT_REPORTED),
    ],
)
def test_without_a_result(as_of: date, end: date | None, expected: Attained) -> None:
    """Without a result a goal stands at not yet up to its last day, and at not reported from then on."""
    assert expected is status(goal(better="higher", target="40"), as_of=as_of, end=end)


@pytest.mark.parametrize(
    ("said", "expected"), [("met", Attained.REPORTED_MET), ("not met", Attained.REPORTED_NOT_MET)]
)
@pytest.mark.parametrize("written", [{"target": "40"}, {"result": "43"}, {}])
def test_word_of_a_source(written: dict[str, str], said: str, expected: Attained) -> None:
    """Where target or result is lacking, the word of a source counts, under a status of its own."""
    assert expected is status(goal(better="higher", **written), said=said)


def test_numbers_go_before_the_word_of_a_source() -> None:
    """Where there are numbers to check, they decide, whatever a source says."""
    assert Attained.NOT_MET is status(goal(better="higher", target="40", result="39"), said="met")


def test_result_counts_before_the_end() -> None:
    """A result that is there before the last day is judged."""
    assert Attained.MET is status(goal(better="higher", target="40", result="40"), as_of=DURING)


def revised_goal(result: str | None = None) -> Goal:
    """First 45, then 42 from week 3, then 40 from week 5."""
    revised = [
        {"week": "3", "was": "45", "target": "42", "because": "bus 7 was re-routed"},
        {"week": "5", "was": "42", "target": "40"},
    ]
    written = {"better": "higher", "target": "40", "revised": revised}
    return goal(**written, **({"result": result} if result else {}))


@pytest.mark.parametrize(
    ("result", "expected", "each"),
    [
        ("41", Attained.MET, [False, False, True]),
        ("45", Attained.MET, [True, True, True]),
        ("39", Attained.NOT_MET, [False, False, False]),
        (None, Attained.NOT_REPORTED, [None, None, None]),
    ],
)
def test_revised_goal(result: str | None, expected: Attained, each: list[bool | None]) -> None:
    """A revised goal is judged by its last version; every version is kept and says whether it was met."""
    stands = attain(revised_goal(result), end=END, as_of=AFTER)

    assert (expected, each) == (stands.status, [version.met for version in stands.versions])


def test_versions_keep_week_and_reason() -> None:
    """Versions stand in time order, each with its target, its first week and its reason."""
    versions = attain(revised_goal(), end=END, as_of=AFTER).versions

    assert [
        (Decimal(45), None, None),
        (Decimal(42), 3, "bus 7 was re-routed"),
        (Decimal(40), 5, None),
    ] == [(one.target, one.week, one.because) for one in versions]


def test_goal_without_target_has_no_version() -> None:
    """Where no target is written, there is no version to judge."""
    assert attain(goal(result="43", better="higher"), end=END, as_of=AFTER).versions == ()


@given(value=AMOUNTS, target=AMOUNTS)
@settings(max_examples=100, deadline=None)
def test_directions_mirror_each_other(value: Decimal, target: Decimal) -> None:
    """Turning both numbers round turns the direction round; both directions hold at equality only."""
    higher, lower = reached(value, target, Better.HIGHER), reached(value, target, Better.LOWER)

    assert higher == reached(-value, -target, Better.LOWER)
    assert (higher and lower) == (value == target)
    assert higher or lower
