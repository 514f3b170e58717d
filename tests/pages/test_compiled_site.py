"""What compiling tells of files that become no page, and how readers find the guide without a menu."""

from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from cyclebook.building import CompiledSite, compile_site
from small_site import SmallSite, storyboard
from webpage import parse


def _compiled(folder: Path) -> CompiledSite:
    return compile_site(
        folder / "teams", PurePosixPath("teams"), as_of=date(2026, 11, 1), site_url=None, quoting=True
    )


@pytest.mark.parametrize(
    ("name", "told", "advice"),
    [
        ("old-mill.docx", "is not read. Save it in another form, or move it away:", "Copy its text"),
        ("birch-hill.csv", "has mistakes, so the storyboard beside it has no page:", "on-time"),
        ("birch-hill.md", "has no page:", "title"),
    ],
)
def test_the_first_line_says_what_comes_of_it(tmp_path: Path, name: str, told: str, advice: str) -> None:
    """A stray file, weekly rows and a storyboard with mistakes are told apart, each with what to do."""
    file = f"teams/2026-spring/{name}"
    files = {file: "week,ontime\n1,2\n" if name.endswith(".csv") else "---\nlevel: middle\n---\n"}
    if name.endswith(".csv"):
        files["teams/2026-spring/birch-hill.md"] = storyboard(weeks=None)
    SmallSite.write(tmp_path, files)

    (report,) = _compiled(tmp_path).broken

    first, _, rest = report.partition("\n")
    assert first.startswith(f"{file} {told}")
    assert advice in rest


def test_home_and_about_lead_to_the_guide(tmp_path: Path) -> None:
    """Where a site has no menu of its own, the home page and the page about the data lead to the guide."""
    SmallSite.write(tmp_path, {})
    pages = {page.address: parse(page.html) for page in _compiled(tmp_path).pages}

    for address, link in (("", "guide/"), ("about/", "../guide/")):
        (found,) = [one for one in pages[address].all("a") if one.get("href") == link]
        assert found.words.lower() == "authors’ guide"


def test_a_row_says_not_reported_once(tmp_path: Path) -> None:
    """In the list of teams, what stands for a result is left out where the status has the same words."""
    without = storyboard(goal={"result": None}, measures=None, weeks=None)
    files = {"teams/2026-spring/fern-hollow.md": without.replace("Marlow Creek", "Fern Hollow")}
    SmallSite.write(tmp_path, files)
    pages = {page.address: parse(page.html) for page in _compiled(tmp_path).pages}

    told = [row.words for rows in pages["cohorts/"].all(of_class="entry__teams") for row in rows.all("li")]
    assert [one.lower().count("not reported") for one in told if "Fern Hollow" in one] == [1]
    assert [one for one in told if "43 of 52" in one]
