"""A release that is killed leaves the old site, to the byte, and the next one succeeds."""

import signal
from pathlib import Path

import pytest
from finished_trees import killed_after, released, sums

from cyclebook.building.release import read_manifest

_SWAPPED = 20
"""The step after which the new site is there: 17 before the manifest, manifest, facts, swap."""


@pytest.mark.parametrize("fatal", range(1, 22))
def test_killed_at_any_step(tmp_path: Path, fatal: int) -> None:
    """SIGKILL at each of 21 steps: the old site to the byte, or after the swap the new one, whole."""
    site = tmp_path / "site"
    assert released(site, 1) == 0
    old = sums(site)

    assert released(site, 2, fatal=fatal) == -signal.SIGKILL
    left = sums(site)
    assert (left == old) is (fatal < _SWAPPED)
    assert read_manifest(site).differences(site) == ()

    assert released(site, 3) == 0
    assert read_manifest(site).differences(site) == ()
    assert "release 3" in (site / "index.html").read_text()
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.cyclebook"}
    assert {path.name for path in (tmp_path / ".site.cyclebook").iterdir()} == {"lock", "previous"}


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Killed from outside at ten moments, the site is always one release, whole."""
    site = tmp_path / "site"
    assert released(site, 0) == 0
    for number in range(1, 11):
        killed_after(site, number, number * 0.004)
        manifest = read_manifest(site)
        assert manifest.differences(site) == ()
        assert len({(site / name).read_text().split("release ")[1] for name in manifest.files}) == 1
    assert released(site, 99) == 0
    assert "release 99" in (site / "feed.xml").read_text()


def test_first_release_killed_leaves_no_site(tmp_path: Path) -> None:
    """Where there was no site, a killed build leaves none, and the next one makes it."""
    site = tmp_path / "site"
    assert released(site, 1, fatal=9) == -signal.SIGKILL
    assert not site.exists()
    assert released(site, 1) == 0
    assert read_manifest(site).differences(site) == ()
