"""The audit of sites that this program built: nothing to find, much to read, and tampering is seen."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from built_site import BuiltSite, build
from cyclebook.audit import audit_site
from cyclebook.hosts.command_line import main
from demo import write_demo

pytestmark = pytest.mark.site

TEAM = "cohorts/2026-winter/tern-ferry-algebra"
"""An invented team of 24 students whose numbers are ranges."""


def test_the_site_of_this_repository_gives_nothing_away(built_site: BuiltSite) -> None:
    """Open and banded cohorts side by side, hundreds of ranges and withheld numbers: no finding."""
    found = audit_site(built_site.folder)
    assert [str(one) for one in found.findings] == []
    assert found.files_read > 200
    assert found.tables > 300
    assert found.hidden > 150
    assert found.banded > 900
    assert found.drawings > 1_000
    assert found.inexact == 0
    assert found.policy == "open (2025-fall banded, 2026-winter banded)"


@pytest.mark.parametrize("policy", ["banded", "strict"])
def test_a_cohort_of_many_sizes_gives_nothing_away(policy: str, tmp_path: Path) -> None:
    """Teams from four students to a hundred, under the policies that show ranges only."""
    write_demo(8, tmp_path)
    network = tmp_path / "teams/network.md"
    opened = network.read_text("utf-8")
    closed = re.sub(r"^privacy:\n(?: .*\n)+", f"privacy: {{policy: {policy}}}\n", opened, flags=re.MULTILINE)
    assert closed != opened
    network.write_text(closed, "utf-8")
    site = build(tmp_path, tmp_path / "site")
    assert site.exit_code == 0, site.output
    found = audit_site(site.folder)
    assert [str(one) for one in found.findings] == []
    assert found.hidden > 50
    assert found.banded > 100
    assert found.policy == policy


def swap(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of one file of the site, at one place."""

    def change(site: Path) -> None:
        file = site / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


def index_a_count(site: Path) -> None:
    """The search index learns a count that the page does not show."""
    file = site / "search/search_index.json"
    index = json.loads(file.read_text("utf-8"))
    index["docs"].append({"location": f"{TEAM}/#x", "title": "x", "text": "<p>19 passed</p>"})
    file.write_text(json.dumps(index), "utf-8")


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (
            swap(f"{TEAM}/weeks.csv", "1,2026-01-23,over 10% to 30%", "1,2026-01-23,5"),
            "exact-count",
            "weeks.csv",
        ),
        (
            swap(f"{TEAM}/weeks.csv", "2,2026-01-30,over 30% to 50%", "2,2026-01-30,over 20% to 40%"),
            "range-too-narrow",
            "“Week 2”",
        ),
        (swap(f"{TEAM}/figure-1.csv", "30% to 50%,24,B", "30% to 50%,22,B"), "moved-roster", "figure-1.csv"),
        (
            swap(f"{TEAM}/index.html", ">over 50% to 70%</td>", ">14 of 24</td>"),
            "exact-count",
            "index.html",
        ),
        (
            swap(f"{TEAM}/index.html", "M131.9,179h30v49.2h-30Z", "M131.9,190h30v38.2h-30Z"),
            "mark-off-the-edge",
            "x",
        ),
        (swap(f"{TEAM}/index.html", "<desc id=", "<!-- 19 --><desc id="), "unseen-number", "a comment"),
        (
            swap(f"{TEAM}/index.html", '<td class="num">over 50%', '<td data-value="14.5">over 50%'),
            "unseen-number",
            "data-value",
        ),
        (
            swap("cohorts/2026-winter/feed.xml", "over 70% to 90% of 24", "19 of 24 students"),
            "exact-count",
            "feed.xml",
        ),
        (index_a_count, "unseen-number", "search_index.json"),
    ],
)
def test_tampering_with_a_real_page_is_seen(
    change: Callable[[Path], None], code: str, place: str, built_site: BuiltSite, tmp_path: Path
) -> None:
    """One number too many, in the markup that readers get, is found where it stands."""
    site = tmp_path / "site"
    for part in (TEAM, "cohorts/2026-winter", "about", "search"):
        shutil.copytree(built_site.folder / part, site / part, dirs_exist_ok=True)
    change(site)
    found = audit_site(site).findings
    assert [one for one in found if one.code == code and place in one.place], "\n".join(map(str, found))


def test_the_command_says_what_it_read(built_site: BuiltSite) -> None:
    """A site without a breach exits with 0, and the last line counts what was read."""
    done = CliRunner().invoke(main, ["audit", str(built_site.folder)])
    assert done.exit_code == 0
    assert done.output.startswith("Nothing that is withheld can be recovered. Read ")
    assert " tables, " in done.output


def test_the_command_fails_and_names_each_breach(tmp_path: Path) -> None:
    """A breach names page, table, row, column and value, and the exit code is 1."""
    (tmp_path / "index.html").write_text(
        "<p>The policy of this site is “banded”.</p><table><caption>Late by grade</caption>"
        "<tr><th>Grade<th>Late<tr><th>Grade 1<td>withheld<tr><th>Grade 2<td>14<tr><th>Total<td>18</table>"
    )
    done = CliRunner().invoke(main, ["audit", str(tmp_path)], env={"CI": None})
    assert done.exit_code == 1
    assert done.output.splitlines()[:3] == [
        "index.html, table “Late by grade”, row “Grade 1”, column “Late”  breach value-follows",
        "   This number is withheld, and it must be 4.",
        "   This follows from the total of each column of the table “Late by grade” in index.html.",
    ]
    assert "1 breach. Read 1 files" in done.output


def test_the_command_fails_where_there_is_no_site(tmp_path: Path) -> None:
    """A missing folder is no clean site."""
    done = CliRunner().invoke(main, ["audit", str(tmp_path / "nowhere")])
    assert done.exit_code == 1
    assert "the folder does not exist" in done.output


def test_the_command_gives_data(tmp_path: Path) -> None:
    """With --json the findings and the counts are data."""
    (tmp_path / "index.html").write_text('<html lang="es"><p>Three children came late.</p>')
    done = CliRunner().invoke(main, ["audit", str(tmp_path), "--json"])
    told = json.loads(done.output)
    assert done.exit_code == 1
    assert [(one["code"], one["place"]) for one in told["findings"]] == [("small-count", "index.html")]
    assert (told["read"]["files_read"], told["read"]["languages"]) == (1, ["es"])
