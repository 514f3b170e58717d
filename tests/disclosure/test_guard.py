"""The rule for groups: fewer than ten are not counted in public, unknown ones only from a public source."""

from decimal import Decimal

import pytest

from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.model.amounts import Amount
from cyclebook.model.privacy import PolicyName
from cyclebook.published import Absence, Absent, Form, Number, Value

SMALL = Absent(Absence.SMALL_GROUP)
UNKNOWN = Absent(Absence.UNKNOWN_GROUP)


@pytest.mark.parametrize(
    ("size", "public", "expected"),
    [
        (0, False, SMALL),
        (1, False, SMALL),
        (9, False, SMALL),
        (10, False, None),
        (None, False, UNKNOWN),
        (0, True, SMALL),
        (1, True, SMALL),
        (9, True, SMALL),
        (10, True, None),
        (None, True, None),
    ],
)
def test_refusal(size: int | None, public: bool, expected: Absent | None) -> None:
    """Fewer than ten are refused even where a source is public; an unknown size only where none is."""
    assert expected == Guard(PolicyName.OPEN, public_source=public).refusal(size)


@pytest.mark.parametrize(
    ("form", "size", "expected"),
    [
        (Form.COUNT, 10, Number(Decimal(7), Form.COUNT, 10)),
        (Form.PERCENT, 10, Number(Decimal(7), Form.PERCENT)),
        (Form.PLAIN, 10, Number(Decimal(7), Form.PLAIN)),
        (Form.COUNT, 9, SMALL),
        (Form.PERCENT, 9, SMALL),
        (Form.PLAIN, None, UNKNOWN),
    ],
)
def test_show(form: Form, size: int | None, expected: Value) -> None:
    """A number is shown as it is or not at all; only a count carries the size of its group."""
    assert expected == Guard(PolicyName.OPEN, public_source=False).show(Decimal(7), form, size)


@pytest.mark.parametrize(
    ("size", "expected"),
    [(10, Number(Decimal(10), Form.PLAIN)), (9, SMALL), (0, SMALL), (None, Absent(Absence.NOT_PUBLISHED))],
)
def test_size(size: int | None, expected: Value) -> None:
    """The size of a small group is itself withheld; one that nobody wrote is not published."""
    assert expected == Guard(PolicyName.OPEN, public_source=False).size(size)


@pytest.mark.parametrize(
    ("of", "sizes", "expected"),
    [(52, [None], 52), (52, [50, 8], 8), (None, [50], 50), (None, [None], None), (0, [12], 0), (9, [], 9)],
)
def test_group_size(of: int | None, sizes: list[int | None], expected: int | None) -> None:
    """Where several sizes stand with a number, the smallest decides."""
    amounts = [Amount(Decimal(1), size) for size in sizes]

    assert expected == group_size(of, *amounts, None)
