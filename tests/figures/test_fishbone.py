"""Causes of an effect, lying and standing."""

import pytest
from drawn import assert_clean, assert_readable, labels, size, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import Exhibit, fishbone
from cyclebook.published import Bone, Cause, Fishbone


def bone(name: str, *causes: str | tuple[str, str]) -> Bone:
    return Bone(name, tuple(Cause(*one) if isinstance(one, tuple) else Cause(one) for one in causes))


SALTMARSH = Fishbone(
    "Students miss the first ten minutes of first period",
    (
        bone("Timetable", "Bell moved ten minutes earlier", "Bus 14 arrives one minute before"),
        bone("People", ("No adult posted at the bus loop", "duty roster"), "Hall duty ends at 8:05"),
        bone("Building", "North door locked until 8:00", "Lockers far from first period"),
        bone("Habits", ("Friends wait for each other", "observation"), "First ten minutes feel optional"),
        bone("Families", "Letters go out monthly", ("Late slips never reach home", "calls")),
        bone("Records", "Late log kept on paper", "Counted once a term"),
    ),
)


def chart(diagram=SALTMARSH, **options) -> Exhibit:
    return fishbone(diagram, **{"id": "figure-2", "subtitle": "", "source": "notes", **options})


def heavy(drawing):
    return [e for e in tree(drawing).iter("line") if e.get("stroke") == "var(--book-mark)"]


def test_evidence_is_heavy_and_bold():
    exhibit = chart()
    assert exhibit.headline == "Three of 12 causes have evidence"
    assert exhibit.notes == ("Heavy orange ticks and bold type: the team found evidence.",)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert len(heavy(drawing)) == 3
        bold = " ".join(label.text for label in labels(drawing) if label.bold)
        assert "No adult posted" in bold
        assert "Hall duty" not in bold


def test_the_wide_drawing_lies_and_the_narrow_one_stands():
    wide, narrow = chart().drawings
    assert (size(wide).right, size(narrow).right) == (740, 328)
    assert size(narrow).bottom > size(wide).bottom
    assert min(label.size for label in labels(narrow)) >= 12


@pytest.mark.parametrize(
    ("evidence", "headline"),
    [
        ((None, None), "Two causes, none of them with evidence yet"),
        (("log", None), "One of two causes has evidence"),
        (("log", "log"), "All two causes have evidence"),
        (("log",), "The one cause has evidence"),
    ],
)
def test_the_headline_counts_the_evidence(evidence, headline):
    people = Bone("People", tuple(Cause("A cause", one) for one in evidence))
    assert chart(Fishbone("Late", (people,))).headline == headline


def test_the_text_alternative_and_the_table_have_every_cause():
    bones = (Bone("People", (Cause("Nobody there.", "roster"), Cause("Too few"))), Bone("Empty", ()))
    exhibit = chart(Fishbone("Students are late", bones))
    assert exhibit.alt_text == (
        "Fishbone diagram of possible causes in one group. Effect: Students are late. "
        "People: Nobody there; Too few. Evidence was found for: Nobody there."
    )
    assert exhibit.table.rows == (("People", "Nobody there.", "roster"), ("People", "Too few", "none given"))


def test_a_text_that_is_cut_is_said_to_stand_in_the_table():
    exhibit = chart(Fishbone("Late", (Bone("People", (Cause("word " * 90),)),)))
    assert "the data table has them whole" in exhibit.notes[0]
    assert any("…" in text for text in texts(exhibit.drawings[0]))


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=110)
CAUSES = st.builds(Cause, WORDS, st.one_of(st.none(), WORDS))
BONES = st.builds(Bone, WORDS, st.lists(CAUSES, min_size=1, max_size=6).map(tuple))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Fishbone, WORDS, st.lists(BONES, min_size=1, max_size=8).map(tuple)))
def test_any_fishbone_stays_on_its_paper_and_its_texts_apart(diagram):
    exhibit = chart(diagram)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert len(heavy(drawing)) == sum(c.evidence is not None for b in diagram.bones for c in b.causes)
    assert len(exhibit.table.rows) == sum(len(bone.causes) for bone in diagram.bones)
    assert chart(diagram) == exhibit
