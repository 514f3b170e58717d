"""The guide's page about privacy: its bands are the real ones."""

from datetime import date

from cyclebook.building.guide import guide_pages
from cyclebook.building.guide.bands import band_rows
from cyclebook.disclosure.bands import bands
from cyclebook.pages.frame import Frame
from webpage import parse


def test_bands_are_those_of_the_program() -> None:
    """Each row holds the bands of its group, end to end, and the band of its count."""
    for row in band_rows():
        assert row.bands == bands(row.size)
        assert (row.bands[0][0], row.bands[-1][1]) == (0, 100)
        assert [high for _, high in row.bands[:-1]] == [low for low, _ in row.bands[1:]]
    assert {row.count: row.shown for row in band_rows()}["37 of 52"] == "over 70% to 75%"


def test_the_example_in_the_table_of_policies_is_true() -> None:
    """What the page says of 37 of 52 is what the program makes of it."""
    *_, privacy = guide_pages(Frame(None, date(2026, 11, 1)))
    words = parse(privacy.html).words

    assert words.count("37 of 52") == 2
    assert words.count("over 70% to 75%") >= 2
