"""All pages of one small network, word for word.

After a change of wording, run with `REGOLD=1` in the environment, and read what changed.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from cyclebook.building import compile_site
from small_site import NETWORK, Files, SmallSite, front_matter, storyboard
from webpage import Element, parse

GOLDEN = Path(__file__).parent / "golden/small-network.txt"

_LINES = (
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "li",
    "dt",
    "dd",
    "caption",
    "tr",
    "title",
    "desc",
    "summary",
    "legend",
)

_FILES: Files = {
    "teams/network.md": front_matter(
        {
            **NETWORK,
            "drivers": [
                {
                    "id": "mornings",
                    "name": "Mornings work",
                    "drivers": [
                        {"id": "breakfast", "name": "Children eat before class", "strength": "strong"},
                        {"id": "buses", "name": "Buses arrive before the bell", "strength": "weak"},
                    ],
                }
            ],
            "ideas": [{"id": "cart", "title": "Breakfast in the classroom", "driver": "breakfast"}],
            "notes": ["Late means after the first bell."],
        }
    ),
    "teams/2026-spring/birch-hill.md": storyboard(
        title="Reading at home",
        school="Birch Hill Elementary",
        drivers=["breakfast"],
        goal={"result": 44, "selection": "low-baseline", "last_year": 23},
    ),
    "teams/2026-spring/marlow-creek.md": storyboard(
        drivers=["breakfast"],
        tests=[
            {
                "idea": "cart",
                "weeks": [3, 10],
                "predict": "30 of 52 by week 3",
                "happened": "31 of 52 in week 3",
                "decision": "adopt",
            }
        ],
    ),
    "content/convenings/may.md": front_matter(
        {
            "title": "Mornings in May",
            "date": "2026-05-07",
            "time_zone": "America/Los_Angeles",
            "purpose": "To meet those who work on the same thing.",
            "agenda": [{"time": "9:00", "what": "First walk", "minutes": 40}],
            "cohorts": ["2026-spring"],
            "walk": {"minutes": 40, "station": 10},
        }
    ),
}


def _lines(page: Element) -> Iterator[str]:
    """The text of a page, a line for each heading, paragraph, entry and row."""
    for one in page.walk():
        if one.tag in _LINES and not any(below.tag in _LINES for below in one.walk() if below is not one):
            words = " | ".join(cell.words for cell in one.all("th", "td")) if one.tag == "tr" else one.words
            if words:
                yield f"{one.tag:>8}  {words}"


def test_every_page_reads_as_written(tmp_path: Path) -> None:
    """Each page of a small network, but those of the guide, says what the golden file says."""
    project = SmallSite.write(tmp_path, _FILES).project
    site = compile_site(
        project / "teams",
        PurePosixPath("teams"),
        as_of=date(2026, 6, 1),
        site_url="https://example.org/",
        quoting=True,
        content=(project / "content", PurePosixPath("content")),
    )
    told = "\n\n".join(
        "\n".join([f"=== {page.address or 'home'}", f"{'page':>8}  {page.title}", *_lines(parse(page.html))])
        for page in site.pages
        if not page.address.startswith(("guide", "how-we-read"))
    )

    assert site.broken == ()
    if os.environ.get("REGOLD"):
        GOLDEN.write_text(f"{told}\n", "utf-8")
        pytest.skip("pages written anew")
    assert f"{told}\n" == GOLDEN.read_text("utf-8")
