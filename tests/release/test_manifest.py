"""The list of a release finds every byte that is not as it was published."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from finished_trees import tree, write_tree

from cyclebook.building.release import MANIFEST, Manifest, ManifestError, read_manifest
from cyclebook.building.release.earlier import EarlierRelease


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site with its manifest."""
    write_tree(tmp_path, tree(1))
    Manifest.of(tmp_path, date(2026, 11, 1), {"cohorts/a/b/": date(2026, 3, 2)}).write(tmp_path)
    return tmp_path


def test_whole_site_has_no_differences(site: Path) -> None:
    """What was written is read again, and nothing differs."""
    manifest = read_manifest(site)
    assert manifest == Manifest.of(site, date(2026, 11, 1), {"cohorts/a/b/": date(2026, 3, 2)})
    assert manifest.differences(site) == ()
    assert set(manifest.files) == set(tree(1))


def test_every_difference_is_named(site: Path) -> None:
    """A byte changed, a file missing, a file too many, a link: each on a line of its own."""
    (site / "index.html").write_bytes((site / "index.html").read_bytes().replace(b"1", b"2"))
    (site / "feed.xml").unlink()
    (site / "extra.txt").touch()
    page = site / "pages/3/index.html"
    page.unlink()
    page.symlink_to(site / "pages/4/index.html")
    (site / "linked").symlink_to(site / "pages")
    assert read_manifest(site).differences(site) == (
        "extra.txt is not part of the release.",
        "feed.xml is missing.",
        "index.html has been changed.",
        "linked is not part of the release.",
        "pages/3/index.html has been changed.",
    )


def test_same_files_give_the_same_manifest(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever order files are written in, the manifest is the same to the byte."""
    other = tmp_path_factory.mktemp("other")
    write_tree(other, dict(reversed(tree(1).items())))
    Manifest.of(other, date(2026, 11, 1), {"cohorts/a/b/": date(2026, 3, 2)}).write(other)
    assert (other / MANIFEST).read_bytes() == (site / MANIFEST).read_bytes()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "has no manifest.json"),
        (b"", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b"\xff", "cannot be read"),
        (b"[]", "has been changed"),
        (b'{"files": 3}', "has been changed"),
    ],
)
def test_damaged_manifest(site: Path, content: bytes | None, told: str) -> None:
    """A manifest that is missing, is no JSON, or lists nothing is told in a sentence."""
    (site / MANIFEST).unlink()
    if content is not None:
        (site / MANIFEST).write_bytes(content)
    with pytest.raises(ManifestError, match=told):
        read_manifest(site)


def test_list_that_was_edited(site: Path) -> None:
    """A file taken out of the list does not go unnoticed."""
    text = (site / MANIFEST).read_text()
    (site / MANIFEST).write_text("\n".join(line for line in text.splitlines() if "feed.xml" not in line))
    with pytest.raises(ManifestError, match="does not add up"):
        read_manifest(site)


@pytest.mark.parametrize(
    "name",
    [
        "cohorts/a/../../../secret.txt",
        "../secret.txt",
        "..",
        ".",
        "/secret.txt",
        "a//b",
        "./a",
        "a\\b",
        "C:/a",
        "",
    ],
)
def test_list_that_names_files_elsewhere(tmp_path: Path, name: str) -> None:
    """A list that was made by hand, and adds up, can name no file outside of the site."""
    site = tmp_path / "project/site"
    write_tree(site, tree(1))
    (tmp_path / "secret.txt").write_text("secret")
    summed = hashlib.sha256(b"secret").hexdigest()
    Manifest(date(2026, 11, 1), {"index.html": summed, name: summed}).write(site)

    with pytest.raises(ManifestError, match="it lists a file that cannot be in a site"):
        read_manifest(site)
    assert EarlierRelease.read(site) is None


def test_nothing_is_copied_from_behind_a_link(tmp_path: Path) -> None:
    """A folder of the earlier site that is a link by now gives no file to the new one."""
    site, other, new = tmp_path / "site", tmp_path / "other", tmp_path / "new"
    write_tree(site, {"cohorts/a/b/index.html": "page", "cohorts/a/b/weeks.csv": "week"})
    Manifest.of(site, date(2026, 11, 1), {}).write(site)
    earlier = EarlierRelease(site, read_manifest(site))
    earlier.copy_beside("cohorts/a/b/", new)
    assert (new / "cohorts/a/b/weeks.csv").read_text() == "week"

    (site / "cohorts").rename(other)
    (site / "cohorts").symlink_to(other)
    (new / "cohorts/a/b/weeks.csv").unlink()
    earlier.copy_beside("cohorts/a/b/", new)
    assert not (new / "cohorts/a/b/weeks.csv").exists()
