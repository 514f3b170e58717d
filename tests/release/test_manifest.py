"""The list of a release finds every byte that is not as it was published."""

from datetime import date
from pathlib import Path

import pytest
from finished_trees import tree, write_tree

from cyclebook.building.release import MANIFEST, Manifest, ManifestError, read_manifest


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
