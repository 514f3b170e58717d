"""Boxes in a box for a network, and the scatter of its schools."""

from decimal import Decimal

from drawn import assert_clean, assert_readable, circles, labels, size, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import nested_structure, school_scatter
from cyclebook.published import (
    Absence,
    Absent,
    DriverNetwork,
    Form,
    Number,
    PublishedDistrict,
    SchoolFigures,
    SchoolPoint,
    Source,
)

DATA = "var(--book-data)"


def district(name: str, launched: int | None, *, said: bool = True) -> PublishedDistrict:
    return PublishedDistrict(name, name, launched, said, (), None, ())


def structure(*districts: PublishedDistrict, title: str = "Riverside"):
    network = DriverNetwork(
        None,
        title,
        illustrative=False,
        aim=None,
        aim_by=None,
        drivers=(),
        districts=districts,
        events=(),
        schools=None,
        cohorts=(),
        notes=(),
        sources=(),
    )
    return nested_structure(network, id="figure-1", subtitle="", source="notes")


def school(name: str, across: float | None, up: float | None, *, takes_part: bool = False) -> SchoolPoint:
    def number(value: float | None) -> Number | Absent:
        return Absent(Absence.NOT_PUBLISHED) if value is None else Number(Decimal(str(value)), Form.PLAIN)

    return SchoolPoint(name, "Riverside", "middle", number(across), number(up), takes_part)


def scatter(*schools: SchoolPoint):
    figures = SchoolFigures("Meeting the standard (percent)", "Growth", schools, Source("A report"))
    return school_scatter(figures, id="figure-1", subtitle="")


def test_each_team_is_a_dot_and_none_is_said_in_words():
    """Four teams are four dots; a district without a team, or with an unknown number, says so."""
    exhibit = structure(district("A", 4), district("B", 0), district("C", None))
    assert exhibit.headline == "Three districts"
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert len(circles(drawing, DATA)) == 4
        assert {"four teams", "no team", "not published"} <= set(texts(drawing))
    assert exhibit.table.rows == (("A", "four teams"), ("B", "no team"), ("C", "not published"))


def test_districts_that_all_say_their_teams_are_added_up():
    """Where every number is given, the headline adds them."""
    assert structure(district("A", 4), district("B", 17)).headline == "Two districts, 21 teams"
    assert structure(district("A", None, said=False)).headline == "One district, no storyboards here"


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
DISTRICTS = st.builds(district, WORDS, st.one_of(st.none(), st.integers(0, 60)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DISTRICTS, min_size=1, max_size=9), WORDS)
def test_any_structure_stays_on_its_paper(districts, title):
    """However long the names and however many the teams, texts and dots stay on the paper and apart."""
    for drawing in structure(*districts, title=title).drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        paper, dots = size(drawing), circles(drawing, DATA)
        assert len(dots) == sum(one.launched or 0 for one in districts)
        assert len(set(dots)) == len(dots)
        assert all(0 < x < paper.right and 0 < y < paper.bottom for x, y in dots)


def test_schools_that_take_part_are_diamonds_with_names():
    """Circles are the others; each school that takes part has a diamond of its own and its name."""
    exhibit = scatter(
        school("Old Mill", 61, 55, takes_part=True), school("Birch Hill", 40, 48), school("Elm", None, 20)
    )
    assert exhibit.headline == "One of two schools takes part"
    assert "one school" in exhibit.notes[1]
    assert len(exhibit.table.rows) == 3
    assert exhibit.table.rows[2][3] == "not published"
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert {"Takes part", "Does not take part", "Old Mill"} <= set(texts(drawing))
        assert "Birch Hill" not in texts(drawing)
        diamonds = [one for one in tree(drawing).iter("path") if one.get("fill") == DATA]
        assert len(diamonds) == 2, "one in the key, one for the school"


def test_without_figures_there_is_no_scatter():
    """Where no school has both figures nothing is drawn."""
    assert scatter(school("Old Mill", None, 55)) is None


FIGURES = st.one_of(st.none(), st.decimals(-50, 400, places=1).map(float))
SCHOOLS = st.builds(school, WORDS, FIGURES, FIGURES, takes_part=st.booleans())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SCHOOLS, min_size=1, max_size=30))
def test_any_scatter_can_be_read(schools):
    """Whatever the figures, no text touches another or leaves the drawing, and the table has every school."""
    exhibit = scatter(*schools)
    drawable = [one for one in schools if isinstance(one.across, Number) and isinstance(one.up, Number)]
    assert (exhibit is None) == (not drawable)
    if exhibit is not None:
        for drawing in exhibit.drawings:
            assert_clean(drawing)
            assert_readable(drawing)
            assert min(label.size for label in labels(drawing)) >= 13
        assert len(exhibit.table.rows) == len(schools)
