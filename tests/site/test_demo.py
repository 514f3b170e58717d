"""`make demo-78`: the invented cohort that is used to look at scale."""

from pathlib import Path

import pytest

from built_site import build
from cyclebook.building import as_text, check
from demo import demo_files, write_demo


def test_demo_of_six_teams_is_right(tmp_path: Path) -> None:
    """Six teams are written, and a check finds nothing wrong in any file."""
    write_demo(6, tmp_path)

    problems = check([tmp_path / "teams"]).problems

    assert len(list((tmp_path / "teams/2026-spring").glob("*-*.md"))) == 6
    assert problems == (), as_text(problems, quoting=True)


def test_every_team_of_a_large_demo_is_right(tmp_path: Path) -> None:
    """78 teams have a file each, some small, some withdrawn, some silent; a check finds nothing."""
    write_demo(78, tmp_path)
    texts = [path.read_text("utf-8") for path in (tmp_path / "teams/2026-spring").glob("*-*.md")]

    assert len(texts) == 78
    assert sum("withdrawn:" in text for text in texts) == 3
    assert 5 <= sum("\n  result:" not in text for text in texts) <= 12
    assert check([tmp_path / "teams"]).problems == ()


def test_demo_in_mid_cycle_is_right(tmp_path: Path) -> None:
    """Halfway no team has a result or a week that is still to come, and a check finds nothing wrong."""
    write_demo(12, tmp_path, 5)
    texts = [path.read_text("utf-8") for path in (tmp_path / "teams/2026-spring").glob("*-*.md")]

    assert len(texts) == 12
    assert not [text for text in texts if "\n  result:" in text or "week: 6" in text]
    assert sum("week: 5" in text for text in texts) > 6
    assert check([tmp_path / "teams"]).problems == ()


def test_demo_is_the_same_every_time(tmp_path: Path) -> None:
    """The same size gives the same files; a smaller one leaves none of a larger one's teams behind."""
    write_demo(9, tmp_path)
    write_demo(6, tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}

    assert demo_files(6) == demo_files(6)
    assert found == set(demo_files(6))


@pytest.mark.site
def test_demo_of_six_teams_builds(tmp_path: Path) -> None:
    """Six teams become a site with a page for each, under a badge."""
    write_demo(6, tmp_path)

    site = build(tmp_path, tmp_path / "site")

    assert site.exit_code == 0, site.output
    pages = [name for name in site.pages if name.startswith("cohorts/2026-spring/") and name.count("/") == 3]
    assert len(pages) == 6
    assert "Illustrative" in site.words("cohorts/2026-spring/")
