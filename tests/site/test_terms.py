"""A hub's own words wherever readers meet ours: pages, drawings, tables, e-mail and feeds."""

import re
from datetime import date
from pathlib import PurePosixPath

import pytest

from cyclebook.building import CompiledSite, compile_site
from small_site import NETWORK, front_matter, storyboard
from webpage import parse

TERMS = {
    "team": "Breakthrough team",
    "cohort": "Round",
    "cycle": "Cycle of Inquiry / Cycles of Inquiry",
    "test": "Trial",
    "driver": "Lever",
    "stages": {"plan": "Ask", "do": "Try", "study": "Look", "act": "Decide"},
}
HUB = {
    **NETWORK,
    "terms": TERMS,
    "drivers": [{"id": "mornings", "name": "Mornings work", "strength": "strong"}],
}
OTHER = {
    "title": "Autumn 2025",
    "network": "Lowmarsh Partnership",
    "terms": {"team": "Local improvement team"},
    "drivers": [{"id": "evenings", "name": "Evenings work"}],
    "start": "2025-09-01",
    "weeks": 8,
}

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def site(small_site) -> CompiledSite:  # type: ignore[no-untyped-def]
    """A hub with words of its own, and a cohort of another network with others."""
    made = small_site(
        {
            "teams/network.md": front_matter(HUB),
            "teams/2026-spring/marlow-creek.md": storyboard(drivers=["mornings"]),
            "teams/2025-fall/cohort.md": front_matter(OTHER),
            "teams/2025-fall/tern-ferry.md": storyboard(
                title="Evening classes",
                school="Tern Ferry High School",
                district=None,
                priority=None,
                drivers=["evenings"],
            ),
        }
    )
    return compile_site(
        made.project / "teams",
        PurePosixPath("teams"),
        content=(made.project / "content", PurePosixPath("content")),
        as_of=date(2026, 4, 20),
        site_url="https://example.org/",
        quoting=True,
    )


def html(site: CompiledSite, address: str) -> str:
    return next(page.html for page in site.pages if page.address == address)


def text(site: CompiledSite, address: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html(site, address)))


def test_pages_speak_in_the_hubs_words(site: CompiledSite) -> None:
    """Headings, sentences and tables; the article before the word fits it."""
    read = text(site, "cohorts/2026-spring/")
    assert "breakthrough team" in read.lower()
    assert not re.search(r"(?<!Breakthrough )(?<!breakthrough )\b[Tt]eams?\b", read)
    assert "Trials of change" not in read
    assert "Rounds" in text(site, "cohorts/")


def test_drawings_speak_in_them_too(site: CompiledSite) -> None:
    """The heading of the bars in a run chart, and what a screen reader is told."""
    drawn = list(parse(html(site, "cohorts/2026-spring/marlow-creek/")).all("svg"))
    said = " ".join(str(one.attributes) + " ".join(map(str, one.children)) for one in drawn)
    whole = html(site, "cohorts/2026-spring/marlow-creek/")
    assert "Trial" in re.sub(r"<(?!/?(?:text|title|desc|tspan))[^>]*>", " ", whole)
    assert drawn
    assert "Tests" not in said


def test_stages_stand_on_every_test(site: CompiledSite) -> None:
    """Plan, do, study and act by the hub's names, in this order."""
    card = parse(html(site, "cohorts/2026-spring/marlow-creek/")).all("li", of_class="test")[0]
    named = [" ".join(str(part) for part in one.children) for one in card.all("span", of_class="stage")]
    assert named == ["Try", "Ask", "Look", "Decide"]


def test_another_network_has_words_of_its_own(site: CompiledSite) -> None:
    """Its cohorts and drivers speak in them; none of the hub's words reaches them."""
    for address in ("cohorts/2025-fall/", "drivers/2025-fall/"):
        read = text(site, address)
        assert "local improvement team" in read.lower()
        assert "breakthrough team" not in read.lower().replace("breakthrough teams in", "")
    assert "stage" not in html(site, "cohorts/2025-fall/tern-ferry/")


def test_files_that_leave_the_site_speak_in_them(site: CompiledSite) -> None:
    """A week for e-mail and the feed of its cohort."""
    week = next(page for page in site.pages if page.address == "cohorts/2026-spring/weeks/3/")
    for file in week.downloads:
        assert "team reported" not in file.text or "breakthrough team reported" in file.text


def test_authors_words_stay(site: CompiledSite) -> None:
    """What a teacher wrote is never renamed."""
    assert "Breakfast in the classroom" in text(site, "cohorts/2026-spring/marlow-creek/")
    assert "The driver and the cook now talk every morning." in text(
        site, "cohorts/2026-spring/marlow-creek/"
    )
