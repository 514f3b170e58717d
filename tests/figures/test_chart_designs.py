"""Altair designs a kind of chart once; no team costs an Altair chart."""

import altair as alt
import pytest
from charted_facts import MARLOW_TESTS, SPRING_2020, edison, marlow

from cyclebook.figures import design, dumbbell, run_chart


def draw_both(name: str) -> str:
    weekly = run_chart(marlow(), MARLOW_TESTS, id=f"{name}-1", subtitle="", source="")
    cohort = dumbbell(SPRING_2020, id=f"{name}-2", headline="", subtitle="", source="")
    return "".join(drawing.svg for drawing in (*weekly.drawings, *cohort.drawings))


def test_altair_is_called_once_for_each_kind_of_chart(monkeypatch):
    calls = []
    original = alt.TopLevelMixin.to_dict

    def counted(self, *args, **kwargs):
        calls.append(self)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(alt.TopLevelMixin, "to_dict", counted)
    design.run_chart.cache_clear()
    design.dumbbell.cache_clear()
    draw_both("first")
    designed = len(calls)
    assert designed > 0
    for name in ("second", "third"):
        draw_both(name)
    assert len(calls) == designed


def test_the_same_facts_give_the_same_bytes_in_any_order():
    first = draw_both("figure")
    run_chart(edison(), id="between", subtitle="", source="")
    assert draw_both("figure") == first


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
