"""Complementary suppression: what is hidden in a table does not follow from what is shown."""

import random
from itertools import chain
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_oracle import Cells, Truth

from cyclebook.disclosure.tables import Protected, Withheld, protect

H = Withheld()

COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 60))


def entries(protected: Protected) -> list[int | Withheld]:
    """All entries in one row: cells, row totals, column totals, grand total."""
    cells = protected.cells
    flat = chain.from_iterable(cells) if cells and isinstance(cells[0], tuple) else cells
    return [*flat, *protected.row_totals, *protected.column_totals, protected.total]  # type: ignore[list-item]


def hidden(protected: Protected) -> frozenset[int]:
    return frozenset(at for at, entry in enumerate(entries(protected)) if isinstance(entry, Withheld))


def random_table(dice: random.Random, height: int, width: int) -> list[list[int]]:
    """Counts as schools have them: many small, some zero, some large."""
    most = dice.choice([9, 15, 30, 60, 200])
    return [
        [dice.choice([0, dice.randint(1, 9), *[dice.randint(0, most)] * 4]) for _ in range(width)]
        for _ in range(height)
    ]


def random_row(dice: random.Random, width: int) -> list[int]:
    return random_table(dice, 1, width)[0]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([25, 30, 40], Protected((25, 30, 40), (), (), 95)),
        ([4, 30, 40], Protected((H, H, 40), (), (), 74)),
        ([40, 30, 4], Protected((H, 30, H), (), (), 74)),
        ([0, 30, 40], Protected((H, H, 40), (), (), 70)),
        ([4, 8, 40], Protected((H, H, 40), (), (), 52)),
        ([3, 5, 40], Protected((H, H, H), (), (), 48)),
        ([4, 5, 40], Protected((H, H, H), (), (), 49)),
        ([4, 40], Protected((H, H), (), (), 44)),
        ([4, 3], Protected((H, H), (), (), H)),
        ([0, 0, 0], Protected((H, H, H), (), (), H)),
        ([4], Protected((H,), (), (), H)),
        ([14], Protected((14,), (), (), 14)),
        ([[14]], Protected(((14,),), (14,), (14,), 14)),
        ([[4]], Protected(((H,),), (H,), (H,), H)),
        ([10**30, 4, 10**30], Protected((H, H, 10**30), (), (), 2 * 10**30 + 4)),
    ],
)
def test_tables_by_hand(cells: Cells, expected: Protected) -> None:
    """A small number takes a second one with it, and a third where the two are fewer than ten together."""
    assert expected == protect(cells)


def test_a_cell_in_a_square_takes_three_others() -> None:
    """One small cell of a two-way table hides one beside it, one below it, and the one across."""
    expected = Protected(((H, H, 40), (H, H, 60), (70, 80, 90)), (73, 140, 240), (122, 141, 190), 453)

    assert expected == protect([[3, 30, 40], [49, 31, 60], [70, 80, 90]])


def test_small_numbers_protect_each_other() -> None:
    """Four small cells in a square need nothing else where each can be from 1 to 9 still."""
    assert frozenset({0, 1, 3, 4}) == hidden(protect([[8, 9, 40], [9, 8, 50], [60, 70, 80]]))


def test_a_small_margin_is_hidden_with_its_row() -> None:
    """A row of 4 and 3 has a total below ten: the row and its total are hidden, and no column tells them."""
    protected = protect([[4, 3], [40, 50], [60, 70]])

    assert protected.row_totals[0] == H
    assert {0, 1, 6} < hidden(protected)
    assert Truth([[4, 3], [40, 50], [60, 70]]).recovered(hidden(protected)) is None


def test_public_zeros_are_shown() -> None:
    """A zero that is public is shown, protects nothing, and the small number beside it needs another."""
    assert Protected((0, 30, 40), (), (), 70) == protect([0, 30, 40], zeros_public=True)
    assert Protected((0, H, H, 40), (), (), 74) == protect([0, 4, 30, 40], zeros_public=True)
    assert Protected((0, 0), (), (), 0) == protect([0, 0], zeros_public=True)


def test_who_sees_zeros_knows_that_the_hidden_are_none() -> None:
    """2 + 3 + 5 students, none of the three zero: each would be 8 at most, so a fourth number is hidden."""
    assert Protected((H, H, H, H, 50), (), (), 100) == protect([2, 3, 5, 40, 50], zeros_public=True)
    assert Protected((H, H, H, 40, 50), (), (), 100) == protect([2, 3, 5, 40, 50])


@pytest.mark.parametrize(
    ("smallest", "expected"), [(1, set()), (2, set()), (4, {0, 1}), (6, {0, 2}), (1_000, {0, 1, 2, 3, 4})]
)
def test_the_smallest_number_shown_is_a_choice(smallest: int, expected: set[int]) -> None:
    """What is small is said by the one who asks."""
    assert expected == hidden(protect([3, 12, 5, 40], smallest=smallest))


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ([], "at least one cell"),
        ([[]], "at least one cell"),
        ([[], []], "at least one cell"),
        ([[1, 2], [3]], "same number of cells"),
        ([[1, 2], 3], "list of counts"),
        ([3, [1, 2]], "list of counts"),
        ([[[1]]], "whole number, 0 or more"),
        ([-1, 20], "whole number, 0 or more, not a negative"),
        ([True, 20], "whole number, 0 or more, not of type bool"),
        ([2.0, 20], "whole number, 0 or more, not of type float"),
        ([None, 20], "whole number, 0 or more, not of type NoneType"),
        (["12", 20], "whole number, 0 or more, not of type str"),
        ("12", "list of counts"),
        (b"12", "list of counts"),
        ({"boys": 12}, "list of counts"),
        (12, "list of counts"),
        (None, "list of counts"),
    ],
)
def test_what_is_no_table_is_refused(cells: Cells, message: str) -> None:
    """Empty and ragged tables, and what is no count, are refused in words."""
    with pytest.raises(ValueError, match=message):
        protect(cells)


@pytest.mark.parametrize("smallest", [0, -1, True, 2.5, "10"])
def test_a_smallest_number_that_is_none_is_refused(smallest: int) -> None:
    """The smallest number shown is 1 or more."""
    with pytest.raises(ValueError, match="smallest number to show"):
        protect([1, 2], smallest=smallest)


def tables(many: int, *, largest: int, seed: int) -> list[tuple[Cells, bool]]:
    """Random tables of both kinds, and whether their zeros are public."""
    dice = random.Random(seed)  # noqa: S311
    return [
        (
            random_row(dice, dice.randint(1, largest + 2))
            if dice.random() < 0.3
            else random_table(dice, dice.randint(1, largest), dice.randint(1, largest)),
            dice.random() < 0.4,
        )
        for _ in range(many)
    ]


def test_nothing_can_be_recovered() -> None:
    """From 200 random tables an integer program gets no small number, and no sum of two."""
    for cells, zeros_public in tables(200, largest=4, seed=6):
        truth = Truth(cells, zeros_public=zeros_public)
        assert truth.recovered(hidden(protect(cells, zeros_public=zeros_public))) is None, cells


def test_without_more_hidden_numbers_the_small_ones_are_recovered() -> None:
    """The same integer program does recover small numbers where they alone are hidden."""
    caught = [
        truth.recovered(truth.small) is not None
        for cells, zeros_public in tables(60, largest=4, seed=7)
        if (truth := Truth(cells, zeros_public=zeros_public)).small
    ]
    assert sum(caught) > len(caught) // 2


def fewest_hidden(many: int, *, largest: int, seed: int) -> None:
    for cells, zeros_public in tables(many, largest=largest, seed=seed):
        truth = Truth(cells, zeros_public=zeros_public)
        assert truth.fewest() == len(hidden(protect(cells, zeros_public=zeros_public))), (cells, zeros_public)


def test_no_fewer_numbers_could_be_hidden() -> None:
    """On small tables the number of hidden entries is the least that a search of all sets finds."""
    fewest_hidden(20, largest=3, seed=8)


@pytest.mark.slow
def test_no_fewer_numbers_could_be_hidden_in_larger_tables() -> None:
    """The same up to four by four."""
    fewest_hidden(200, largest=4, seed=9)


def test_zero_stays_possible_where_it_costs_nothing() -> None:
    """Where as few entries do so, a hidden number may be zero, too, for all that can be known."""
    for cells, _ in tables(40, largest=3, seed=10):
        truth = Truth(cells)
        gone = hidden(protect(cells))
        if truth.recovered(gone, lowest=0) is not None:
            assert truth.fewest(lowest=0) > len(gone), cells


@given(st.lists(COUNTS, min_size=1, max_size=7), st.integers(1, 15), st.booleans())
def test_what_is_shown_is_true(cells: list[int], smallest: int, zeros_public: bool) -> None:
    """Shown numbers are those of the table, small ones never; the same table gives the same answer."""
    protected = protect(cells, smallest=smallest, zeros_public=zeros_public)
    for true, shown in zip([*cells, sum(cells)], entries(protected), strict=True):
        assert shown in (true, H)
        assert shown == H or true >= smallest or (zeros_public and true == 0)
    assert protected == protect(tuple(cells), smallest=smallest, zeros_public=zeros_public)


@settings(deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_a_table_on_its_side_hides_as_much(height: int, width: int, data: st.DataObject) -> None:
    """Rows and columns are treated alike."""
    cells = [[data.draw(COUNTS) for _ in range(width)] for _ in range(height)]
    turned = [list(column) for column in zip(*cells, strict=True)]

    assert len(hidden(protect(cells))) == len(hidden(protect(turned)))


@given(st.lists(COUNTS, min_size=1, max_size=7), st.integers(1, 14))
def test_a_lower_bar_hides_no_more(cells: list[int], smallest: int) -> None:
    """Whoever lets smaller numbers be shown never hides more of a row of counts."""
    assert len(hidden(protect(cells, smallest=smallest))) <= len(
        hidden(protect(cells, smallest=smallest + 1))
    )


@pytest.mark.parametrize("most", [9, 20, 40, 100, 400])
def test_a_large_table_is_protected_in_time(most: int) -> None:
    """Twelve by twelve takes seconds at most and gives nothing away."""
    dice = random.Random(most)  # noqa: S311
    cells = [[dice.randint(0, most) for _ in range(12)] for _ in range(12)]
    start = process_time()
    protected = protect(cells)
    took = process_time() - start

    assert took < 5
    check = Truth(cells)
    sample = sorted(check.small)[:: max(1, len(check.small) // 8)]
    for at in sample:
        low, high = check.range_of(check.counts[at], hidden(protected))
        assert (low <= 0, high >= 9) == (True, True)


@pytest.mark.parametrize("shape", [(40, 50), (1, 2_000), (2_000, 1)])
def test_a_table_too_large_to_search_is_withheld(shape: tuple[int, int]) -> None:
    """A huge table with many small numbers is withheld as a whole; without any it is shown."""
    height, width = shape
    small = [[(row + column) % 9 for column in range(width)] for row in range(height)]
    large = [[one + 10 for one in row] for row in small]

    assert len(entries(protect(small))) == len(hidden(protect(small)))
    assert not hidden(protect(large))
