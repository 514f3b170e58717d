"""From the aim through drivers to those who work on them."""

from xml.etree import ElementTree as ET

import pytest
from drawn import assert_clean, assert_readable, labels, size, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import Exhibit, driver_diagram
from cyclebook.published import DriverNetwork, Focus, PublishedDriver, Strength

NO_TEST = "no published test"


def focus(what: str, district: str = "District A", *, in_schools: bool = True) -> Focus:
    """A focus of a district; which driver it belongs to says the driver that holds it."""
    return Focus("a", district, what, None, None, in_schools)


def driver(name: str, *below: PublishedDriver, foci: tuple[str, ...] = (), **more) -> PublishedDriver:
    """A driver with those beneath it, and what districts do about it."""
    return PublishedDriver(
        f"id-{name}", name, more.get("strength"), below, foci=tuple(focus(one) for one in foci)
    )


def network(*drivers: PublishedDriver, aim: str | None = "Every child reads") -> DriverNetwork:
    """A network of these drivers, with neither districts nor meetings."""
    return DriverNetwork(
        None,
        "Riverside",
        illustrative=False,
        aim=aim,
        aim_by=None,
        drivers=drivers,
        districts=(),
        events=(),
        schools=None,
        cohorts=(),
        notes=(),
        sources=(),
    )


def chart(*drivers: PublishedDriver, **more) -> Exhibit:
    return driver_diagram(network(*drivers, **more), id="figure-1", subtitle="", source="notes")


READING = driver(
    "Children read",
    driver("At home", strength=Strength.STRONG, foci=("Books to take home",)),
    driver("In class", strength=Strength.WEAK),
    driver("With friends", strength=Strength.MODERATE, foci=("Reading in pairs", "A reading club")),
)


def dashed(drawing) -> list[ET.Element]:
    return [one for one in tree(drawing).iter() if one.get("stroke-dasharray")]


def test_a_driver_that_nobody_tests_has_a_dash_and_words():
    """One box and one link are dashed, and the words stand beside them, in the note and in the table."""
    exhibit = chart(READING)
    (drawing,) = exhibit.drawings
    assert exhibit.headline == "One of four drivers has no published test"
    assert sorted(one.tag.rpartition("}")[2] for one in dashed(drawing)) == ["path", "rect"]
    assert texts(drawing).count(NO_TEST) == 1
    assert NO_TEST in " ".join(exhibit.notes)
    assert [row[0] for row in exhibit.table.rows if row[-1] == NO_TEST] == ["In class"]


def test_strength_is_a_weight_and_a_word():
    """The stronger the link, the heavier its line; the word stands in the box of the lower driver."""
    (drawing,) = chart(READING).drawings
    said = texts(drawing)
    assert all(f"{one.value} link" in said for one in Strength)
    lines = [float(one.get("stroke-width")) for one in tree(drawing).iter("path")]
    assert {4.0, 2.2, 0.9} <= set(lines)


def test_without_strength_nothing_is_said_of_links():
    """Where no link is rated, no word and no note speaks of strength, and the table says so."""
    exhibit = chart(driver("One", foci=("This",)), driver("Two", foci=("That",)))
    assert exhibit.headline == "Every driver is worked on"
    assert exhibit.notes == ()
    assert {row[2] for row in exhibit.table.rows} == {"not rated"}
    assert not any("link" in text for text in texts(exhibit.drawings[0]))


def test_a_district_without_teams_in_schools_says_so():
    """The focus of a district that launched no team says that there is no team in a school."""
    one = PublishedDriver("a", "Teachers stay", None, foci=(focus("Hiring", in_schools=False),))
    exhibit = chart(one)
    assert exhibit.table.rows[0][3] == "District A: Hiring (no team in a school)"


def test_a_tree_too_deep_for_a_drawing_is_a_list_only():
    """Four levels have no drawing; the table still has every driver and what it belongs to."""
    tree_of_four = driver("a", driver("b", driver("c", driver("d"))))
    exhibit = chart(tree_of_four)
    assert exhibit.drawings == ()
    assert [row[:2] for row in exhibit.table.rows] == [("a", "the aim"), ("b", "a"), ("c", "b"), ("d", "c")]


@pytest.mark.parametrize("count", [1, 40])
def test_many_drivers_take_a_row_each(count):
    """Forty drivers stand one below the other, each with its own row."""
    exhibit = chart(*(driver(f"Driver {one}", foci=("Something",)) for one in range(count)))
    (drawing,) = exhibit.drawings
    assert_readable(drawing)
    assert len([text for text in texts(drawing) if text.startswith("Driver ")]) == count
    assert min(label.size for label in labels(drawing)) >= 13


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=90)
STRENGTHS = st.one_of(st.none(), st.sampled_from(Strength))
FOCI = st.lists(st.builds(Focus, WORDS, WORDS, WORDS, st.none(), st.none(), st.booleans()), max_size=4)


def drivers(levels: int) -> st.SearchStrategy[PublishedDriver]:
    below = st.just(()) if levels == 1 else st.lists(drivers(levels - 1), max_size=4).map(tuple)
    return st.builds(PublishedDriver, WORDS, WORDS, STRENGTHS, below, foci=FOCI.map(tuple))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(drivers(3), min_size=1, max_size=6), st.one_of(st.none(), WORDS))
def test_any_drivers_stay_on_the_paper_and_apart(found, aim):
    """However many drivers and words there are, no text touches another, and boxes stand apart."""
    exhibit = chart(*found, aim=aim)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        boxes = [
            (float(one.get("x")), float(one.get("y")), float(one.get("width")), float(one.get("height")))
            for one in tree(drawing).iter("rect")
        ]
        paper = size(drawing)
        for number, (x, y, width, height) in enumerate(boxes):
            assert x >= 0
            assert x + width <= paper.right
            assert y >= 0
            assert y + height <= paper.bottom
            for x2, y2, width2, height2 in boxes[number + 1 :]:
                apart = x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y
                assert apart
    assert len(exhibit.table.rows) == sum(1 for one in found for _ in one.walk())
    assert chart(*found, aim=aim) == exhibit
