"""Altair designs a kind of chart once; no team costs an Altair chart."""

import altair as alt
import pytest
from charted_facts import MARLOW_TESTS, SPRING_2020, edison, marlow
from test_panels import GREETED, MEALS, board, multiples, paced, stacked
from test_shares import OTHERS, SOUTH, TARGET, compared
from test_shares import stacked as bands

from cyclebook.figures import design, dumbbell, run_chart


def draw_all(name: str) -> str:
    weekly = run_chart(marlow(), MARLOW_TESTS, id=f"{name}-1", subtitle="", source="")
    cohort = dumbbell(SPRING_2020, id=f"{name}-2", headline="", subtitle="", source="")
    others = (stacked(GREETED), paced(MEALS), compared(TARGET, OTHERS), bands(SOUTH))
    small = [cell.svg for cell in multiples(board("Alder", marlow())).cells]
    drawings = (drawing.svg for one in (weekly, cohort, *others) for drawing in one.drawings)
    return "".join([*drawings, *small])


def test_altair_is_called_once_for_each_kind_of_chart(monkeypatch):
    calls = []
    original = alt.TopLevelMixin.to_dict

    def counted(self, *args, **kwargs):
        calls.append(self)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(alt.TopLevelMixin, "to_dict", counted)
    for kind in (design.run_chart, design.dumbbell, design.panels, design.shares):
        kind.cache_clear()
    draw_all("first")
    designed = len(calls)
    assert designed > 0
    for name in ("second", "third"):
        draw_all(name)
    assert len(calls) == designed


def test_the_same_facts_give_the_same_bytes_in_any_order():
    first = draw_all("figure")
    run_chart(edison(), id="between", subtitle="", source="")
    assert draw_all("figure") == first


def test_a_design_keeps_no_data_of_the_last_chart():
    filled = design.run_chart().filled(
        width=740, height=300, data={"grid": [{"x": 1}]}, parameters={"first": 3}
    )
    empty = design.run_chart().filled(width=740, height=300, data={}, parameters={})
    assert [one["values"] for one in filled["data"] if one["name"] == "grid"] == [[{"x": 1}]]
    assert [one["values"] for one in empty["data"] if one["name"] == "grid"] == [[]]


def test_a_dataset_that_the_design_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        design.dumbbell().filled(width=1, height=1, data={"pie": []}, parameters={})
