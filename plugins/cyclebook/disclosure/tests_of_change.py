"""Tests of change, published: lettered in order of start, each with the idea it is a test of."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cyclebook.catalogue import _
from cyclebook.disclosure.guard import Guard
from cyclebook.disclosure.ideas import idea_keys
from cyclebook.disclosure.wording import WITHHELD_TEXT
from cyclebook.measuring.prediction import predicted_counts, prediction_error
from cyclebook.model.change_test import Test as WrittenTest
from cyclebook.model.idea_title import folded
from cyclebook.model.network import Idea
from cyclebook.published import Decision, Form, Number, PredictedCount, Test

_AFTER_ALL_WEEKS = 99


def publish_tests(
    written: Sequence[WrittenTest],
    named: Sequence[str | None],
    ideas: Mapping[str, Idea],
    drivers: Mapping[str, str],
    guard: Guard,
    undecided: Decision,
) -> tuple[Test, ...]:
    """Tests in order of start; those without weeks last, as written.

    `named` are the declared ideas that the tests name by id. An id is no text of the team's: it
    stands even where a title would be withheld for a count in it. `undecided` stands where no
    decision is written. `ideas` and `drivers` (names) are those of network.md, by id.
    """
    ids = idea_keys(ideas.values())
    in_order = sorted(zip(written, named, strict=True), key=lambda pair: _start(pair[0]))
    found = []
    for index, (test, idea) in enumerate(in_order):
        title = folded(test.idea)
        key = idea or ids.get(title) or (None if test.idea == WITHHELD_TEXT else title)
        declared = ideas.get(key or "")
        driver = test.driver or (declared.driver if declared else None)
        found.append(
            Test(
                letter=_letter(index),
                idea=declared.title if declared else test.idea,
                short=test.short,
                first_week=test.weeks[0] if test.weeks else None,
                last_week=test.weeks[1] if test.weeks else None,
                decision=Decision(test.decision.value) if test.decision else undecided,
                scale=test.scale,
                question=test.question,
                predicted=test.predict,
                happened=test.happened,
                off=_off(test, guard),
                study=test.study,
                next=test.next,
                ramp=test.ramp,
                driver=drivers.get(driver or ""),
                driver_id=driver if driver in drivers else None,
                idea_key=key,
                counts=_counts(test, guard),
            )
        )
    return tuple(found)


def _start(test: WrittenTest) -> int:
    return test.weeks[0] if test.weeks else _AFTER_ALL_WEEKS


def _letter(index: int) -> str:
    return (chr(ord("A") + index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def _off(test: WrittenTest, guard: Guard) -> str | None:
    """How far a prediction was off in people, where counts of a group of that size may be shown."""
    found = predicted_counts(test.predict, test.happened)
    error = prediction_error(test.predict, test.happened)
    if found is None or error is None or not guard.exact or guard.refusal(found.of) is not None:
        return None
    if error == 0:
        return _("as predicted")
    if error > 0:
        return _("{number} more than predicted", number=error)
    return _("{number} fewer than predicted", number=-error)


def _counts(test: WrittenTest, guard: Guard) -> PredictedCount | None:
    """Both numbers of a prediction that was counted, where counts of the group may be shown."""
    found = predicted_counts(test.predict, test.happened)
    if found is None or not guard.exact or guard.refusal(found.of) is not None:
        return None
    counts = (found.predicted, found.happened)
    if max(counts) > found.of:
        return None
    predicted, happened = (Number(Decimal(count), Form.COUNT, found.of) for count in counts)
    return PredictedCount(predicted, happened)
