"""Bands: how exactly the share of a group may be told."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.disclosure.bands import FEWEST_COUNTS, band_of, bands, counted_share, counts_in, strict_band_of
from cyclebook.disclosure.guard import Guard
from cyclebook.model.privacy import PolicyName
from cyclebook.published import Absence, Absent, Band, Form

SIZES = st.integers(10, 1_500)


@pytest.mark.parametrize(
    ("size", "lowest", "highest"),
    [
        (10, (0, 20), (80, 100)),
        (19, (0, 20), (80, 100)),
        (20, (0, 10), (90, 100)),
        (39, (0, 10), (90, 100)),
        (40, (0, 5), (95, 100)),
        (99, (0, 5), (95, 100)),
        (100, (0, 2), (98, 100)),
        (299, (0, 2), (98, 100)),
        (300, (0, 1), (99, 100)),
    ],
)
def test_outer_edges_depend_on_the_size(size: int, lowest: tuple[int, int], highest: tuple[int, int]) -> None:
    """The larger the group, the nearer its outer bands come to 0 and 100%."""
    assert lowest == bands(size)[0]
    assert highest == bands(size)[-1]


@given(SIZES)
def test_bands_cover_everything_once(size: int) -> None:
    """Each band begins where the one before it ends, from 0 to 100%."""
    edges = bands(size)
    assert (edges[0][0], edges[-1][1]) == (0, 100)
    assert [high for _, high in edges[:-1]] == [low for low, _ in edges[1:]]


@given(SIZES)
def test_every_band_hides_the_count_among_three_or_more(size: int) -> None:
    """From a band nobody can tell fewer than three possible counts."""
    counts = Counter(band_of(Decimal(count * 100) / size, size) for count in range(size + 1))
    assert min(counts.values()) >= FEWEST_COUNTS
    assert len(bands(size)) == len(counts)


@given(SIZES, st.data())
def test_the_share_lies_in_its_band(size: int, data: st.DataObject) -> None:
    """A band is open below and closed above, except that the top one holds its own edge."""
    share = Decimal(data.draw(st.integers(0, size)) * 100) / size
    band = band_of(share, size)
    assert band.low <= share <= band.high
    assert share > band.low or band.low == 0 or band.high == 100


def test_the_top_edge_belongs_to_the_top_band() -> None:
    """Of 20, 18 are 90%: in the band of 90% or more."""
    assert Band(90, 100, 20) == band_of(Decimal(90), 20)


@pytest.mark.parametrize(
    ("form", "size", "mean", "expected"),
    [
        (Form.COUNT, 42, False, Band(70, 80, 42)),
        (Form.PERCENT, 42, False, Band(25, 35, 42)),
        (Form.COUNT, 9, False, Absent(Absence.SMALL_GROUP)),
        (Form.COUNT, None, False, Absent(Absence.UNKNOWN_GROUP)),
        (Form.PLAIN, 42, False, Absent(Absence.POLICY)),
        (Form.PERCENT, 42, True, Absent(Absence.POLICY)),
    ],
)
def test_banded_shows_shares_and_nothing_else(
    form: Form, size: int | None, mean: bool, expected: Band | Absent
) -> None:
    """Under banded a share is a band; events, averages and groups of unknown size are withheld."""
    guard = Guard(PolicyName.BANDED, public_source=True)
    assert expected == guard.show(Decimal(31), form, size, mean=mean)


def test_banded_withholds_the_target() -> None:
    """Beside "met" a target would narrow the band of the result."""
    guard = Guard(PolicyName.BANDED, public_source=False)
    assert Absent(Absence.POLICY) == guard.target(Decimal(30), Form.COUNT, 42)


@given(SIZES)
@settings(deadline=None)
def test_strict_shows_nothing_near_nobody_or_everybody(size: int) -> None:
    """Under strict up to nine, counted or left over, have no band; of the others three or more share one."""
    shown = Counter(strict_band_of(Decimal(count * 100) / size, size) for count in range(size + 1))
    withheld = [
        count for count in range(size + 1) if strict_band_of(Decimal(count * 100) / size, size) is None
    ]
    enough = size >= 25
    expected = [count for count in range(size + 1) if not enough or count < 10 or size - count < 10]

    assert expected == withheld
    assert all(many >= FEWEST_COUNTS for band, many in shown.items() if band is not None)
    assert all(band.of is None for band in shown if band is not None)


@pytest.mark.parametrize("policy", [PolicyName.BANDED, PolicyName.STRICT])
def test_bands_without_a_size_tell_no_size(policy: PolicyName) -> None:
    """Where a size is withheld, bands tell of it no more than one of two classes, whatever the count is."""
    guard = Guard(policy, public_source=False, sizes_withheld=True)
    occurring = set()
    for size in range(10, 401):
        shown = Counter(guard.show(Decimal(count), Form.COUNT, size) for count in range(size + 1))
        labels = {one.text: many for one, many in shown.items() if isinstance(one, Band)}
        assert all(many >= FEWEST_COUNTS for many in labels.values())
        assert all(one.of is None for one in shown if isinstance(one, Band))
        for found in shown:
            if isinstance(found, Band):
                counts = {n for n in range(size + 1) if guard.show(Decimal(n), Form.COUNT, size) == found}
                first, last = counts_in((found.low, found.high), size)
                assert counts <= set(range(first, last + 1))
        occurring.add(frozenset(labels))
    assert len(occurring - {frozenset()}) == 2


@pytest.mark.parametrize(
    ("value", "form", "size", "expected"),
    [
        ("31", Form.COUNT, 52, Band(50, 60)),
        ("10", Form.COUNT, 52, Band(0, 30)),
        ("9", Form.COUNT, 52, Absent(Absence.POLICY)),
        ("0", Form.COUNT, 52, Absent(Absence.POLICY)),
        ("43", Form.COUNT, 52, Absent(Absence.POLICY)),
        ("52", Form.COUNT, 52, Absent(Absence.POLICY)),
        ("10", Form.COUNT, 21, Absent(Absence.POLICY)),
        ("11", Form.COUNT, 24, Absent(Absence.POLICY)),
        ("11", Form.COUNT, 25, Band(0, 50)),
        ("15", Form.COUNT, 30, Band(0, 50)),
        ("16", Form.COUNT, 30, Band(50, 100, over=True)),
        ("98", Form.PERCENT, 310, Absent(Absence.POLICY)),
        ("31", Form.PLAIN, 310, Absent(Absence.POLICY)),
        ("8", Form.COUNT, 9, Absent(Absence.SMALL_GROUP)),
        ("8", Form.COUNT, None, Absent(Absence.UNKNOWN_GROUP)),
    ],
)
def test_strict_shows_bands_without_sizes(
    value: str, form: Form, size: int | None, expected: Band | Absent
) -> None:
    """Under strict a share is a band without its size, and nothing where few are counted or left over."""
    guard = Guard(PolicyName.STRICT, public_source=True)
    assert expected == guard.show(Decimal(value), form, size)
    assert isinstance(guard.size(size), Absent)
    assert guard.target(Decimal(value), form, size) in (
        Absent(Absence.POLICY),
        guard.refusal(size),
    )


@pytest.mark.parametrize(("places", "most"), [(0, 99), (1, 999)])
@pytest.mark.parametrize("policy", [PolicyName.BANDED, PolicyName.STRICT])
@given(data=st.data())
def test_a_count_has_one_band_however_it_is_written(
    policy: PolicyName, places: int, most: int, data: st.DataObject
) -> None:
    """Of 29 people 90% and 26 are the same: a rounded percent has the band of its count."""
    guard = Guard(policy, public_source=False)
    size = data.draw(st.integers(10, most))
    count = Decimal(data.draw(st.integers(0, size)))
    written = round(count * 100 / size, places)

    assert guard.show(count, Form.COUNT, size) == guard.show(written, Form.PERCENT, size)


@pytest.mark.parametrize(
    ("percent", "size", "expected"),
    [
        ("90", 29, Decimal(2600) / 29),
        ("45", 62, Decimal(2800) / 62),
        ("55", 52, Decimal(2900) / 52),
        ("44.6", 62, Decimal("44.6")),
        ("45", 50, Decimal(45)),
        ("12.5", 1_000, Decimal("12.5")),
        ("45", 250, Decimal(45)),
        ("45", 90, Decimal(4100) / 90),
        ("76", 310, Decimal(76)),
        ("100", 29, Decimal(100)),
        ("0", 29, Decimal(0)),
    ],
)
def test_a_percent_of_no_count_stays(percent: str, size: int, expected: Decimal) -> None:
    """A percent stands for the one count that is rounded or cut to it; without just one, for itself."""
    assert counted_share(Decimal(percent), size) == expected


@pytest.mark.parametrize(("percent", "expected"), [("44.6", (40, 45)), ("45", (45, 50)), ("40", (40, 45))])
def test_both_policies_put_a_percent_in_one_band(percent: str, expected: tuple[int, int]) -> None:
    """Of 62 people, 28 are 45.2%; 44.6% is no count of theirs. Strict says the same as banded."""
    shown = [
        Guard(policy, public_source=False).show(Decimal(percent), Form.PERCENT, 62)
        for policy in (PolicyName.BANDED, PolicyName.STRICT)
    ]
    assert shown == [Band(*expected, 62), Band(40, 50)]


@pytest.mark.parametrize("policy", [one for one in PolicyName if one is not PolicyName.OPEN])
def test_only_open_shows_everybody_or_nobody(policy: PolicyName) -> None:
    """0% and 100% of a group are a band of three counts or more, or nothing, unless the policy is open."""
    guard = Guard(policy, public_source=True)
    for size in (10, 52, 310, 1_500):
        shown = [guard.show(Decimal(count), Form.COUNT, size) for count in range(size + 1)]
        for found in (shown[0], shown[-1]):
            assert shown.count(found) >= FEWEST_COUNTS
