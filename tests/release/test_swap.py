"""Readers who look while releases swap, two builds at once, and systems that cannot exchange folders."""

import errno
import fcntl
import hashlib
import json
import os
import threading
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from finished_trees import start, sums, tree, write_tree

from cyclebook.building.release import BusyError, Made, PlaceError, Places, RefusedError, release
from cyclebook.building.release.finding import Finding
from cyclebook.building.release.lock import alone
from cyclebook.building.release.swap import exchanged, swap


def _places(tmp_path: Path) -> Places:
    return Places.beside(tmp_path / "site", tmp_path / "project")


def _released(places: Places, number: int, **options: bool) -> None:
    def make(folder: Path) -> Made:
        write_tree(folder, tree(number))
        return Made(date(2026, 11, 1))

    release(places, make, **options)


def _one_look(site: Path) -> str | None:
    """The release that a reader sees who opens the folder once; None where it went away in the meantime.

    Raises AssertionError where files of two releases came together.
    """
    folder = os.open(site, os.O_RDONLY)
    try:
        told = json.loads(_read("manifest.json", folder))
        for name, summed in told["files"].items():
            assert hashlib.sha256(_read(name, folder)).hexdigest() == summed, name
        return str(told["release"])
    except FileNotFoundError:
        return None
    finally:
        os.close(folder)


def _read(name: str, folder: int | None = None) -> bytes:
    handle = os.open(name, os.O_RDONLY, dir_fd=folder)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def test_reader_never_sees_a_mixture(tmp_path: Path) -> None:
    """While twenty releases swap, every look through one opened folder is one release, whole.

    And by path the site is never absent: each of its files is there at every moment, complete.
    """
    places = _places(tmp_path)
    _released(places, 0)
    whole = {number: set(tree(number).values()) for number in range(21)}
    seen: Counter[str | None] = Counter()
    wrong: list[str] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            try:
                seen[_one_look(places.site)] += 1
                page = (places.site / "pages/3/index.html").read_text()
                if not any(page in files for files in whole.values()):
                    wrong.append(page)
            except (AssertionError, OSError) as error:
                wrong.append(repr(error))

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(1, 21):
        _released(places, number)
    stop.set()
    for reader in readers:
        reader.join()

    assert wrong == []
    assert len(seen.keys() - {None}) > 5, seen
    assert seen[None] < sum(seen.values()) / 10


def test_system_exchanges_folders(tmp_path: Path) -> None:
    """On Linux the swap is one step of the file system."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    assert exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one/name").read_text() == "other"


def test_two_renames_where_folders_cannot_be_exchanged(tmp_path: Path) -> None:
    """Without an exchange the site is moved aside, and a build that dies there finds it again."""
    places = _places(tmp_path)
    _released(places, 1)
    places.next.mkdir()
    (places.next / "index.html").write_text("new")
    swap(places, exchange=lambda _one, _other: False)
    assert (places.site / "index.html").read_text() == "new"
    assert "release 1" in (places.previous / "index.html").read_text()
    assert not places.aside.exists()

    places.site.rename(places.aside)  # killed between the two renames
    places.recover()
    assert (places.site / "index.html").read_text() == "new"


def test_failed_swap_leaves_the_old_site(tmp_path: Path) -> None:
    """Where the new tree cannot be moved, the old one is put back."""
    places = _places(tmp_path)
    _released(places, 1)
    old = sums(places.site)
    with pytest.raises(FileNotFoundError):  # there is no next tree
        swap(places, exchange=lambda _one, _other: False)
    assert sums(places.site) == old


def test_second_build_refuses(tmp_path: Path) -> None:
    """While a build is at work another refuses, names its process, and touches nothing."""
    places = _places(tmp_path)
    first = start(places.site, 1, pause=1)
    first.under_way()
    try:
        with pytest.raises(BusyError, match=rf"process {first.process}\b"):
            _released(places, 2)
        assert places.next.is_dir()
    finally:
        first.kill()
        first.ended()
    _released(places, 2)  # the lock of a dead process is free
    assert "release 2" in (places.site / "index.html").read_text()


def test_second_build_waits(tmp_path: Path) -> None:
    """With `wait` it begins when the first has ended."""
    places = _places(tmp_path)
    first = start(places.site, 1, pause=0.05)
    first.under_way()
    _released(places, 2, wait=True)
    assert first.ended() == 0
    assert "release 2" in (places.site / "index.html").read_text()
    assert "release 1" in (places.previous / "index.html").read_text()


def test_lock_is_free_after_an_exception(tmp_path: Path) -> None:
    """A build that fails lets go of the lock."""
    with pytest.raises(ZeroDivisionError), alone(tmp_path / "lock", wait=False):
        raise ZeroDivisionError
    with alone(tmp_path / "lock", wait=False):
        pass


def test_refused_tree_leaves_the_old_site(tmp_path: Path) -> None:
    """The first gate that finds something stops the release; later ones are not asked."""
    places = _places(tmp_path)
    _released(places, 1)
    old = sums(places.site)
    asked: list[str] = []

    def gate(name: str, *findings: Finding) -> tuple[str, object]:
        return name, lambda: (asked.append(name), findings)[1]

    found = Finding("index.html", "This is wrong.", "Mend it.")
    gates = (gate("one"), gate("two", found), gate("three"))
    noted: list[str] = []
    with pytest.raises(RefusedError, match=r"gate for two\.\n\nindex\.html: This is wrong\.\n   Mend it\."):
        release(
            places,
            lambda _folder: Made(date(2026, 11, 1), gates=gates, publish=lambda: noted.append("facts")),
        )
    assert (asked, noted) == (["one", "two"], [])
    assert sums(places.site) == old
    assert not places.next.exists()


@pytest.mark.parametrize(("gone", "refused"), [(2, False), (3, True)])
def test_shrink_guard(tmp_path: Path, gone: int, refused: bool) -> None:
    """A fifth of the pages gone needs leave: 3 of 11 does, 2 of 11 does not."""
    places = _places(tmp_path)
    _released(places, 1)

    def make(folder: Path) -> Made:
        write_tree(folder, dict(list(tree(2).items())[: len(tree(2)) - gone]))
        return Made(date(2026, 11, 1))

    if refused:
        with pytest.raises(RefusedError, match=r"3 of 11 pages would be gone.*\n.*--allow-shrink"):
            release(places, make)
        assert "release 1" in (places.site / "index.html").read_text()
        release(places, make, allow_shrink=True)
    else:
        release(places, make)
    assert "release 2" in (places.site / "index.html").read_text()


def test_site_that_holds_the_project_is_refused(tmp_path: Path) -> None:
    """A release may not replace the folder that it is made from, nor a file."""
    with pytest.raises(PlaceError, match="holds the files that the site is made of"):
        Places.beside(tmp_path, tmp_path / "project")
    (tmp_path / "site").write_text("")
    with pytest.raises(PlaceError, match="is a file"):
        Places.beside(tmp_path / "site", tmp_path / "project")


def test_files_of_others_are_not_replaced(tmp_path: Path) -> None:
    """A folder that holds what no build of ours has made: refused, untouched. An empty one is taken."""
    notes = tmp_path / "notes/plan.txt"
    notes.parent.mkdir()
    Places.beside(tmp_path / "notes", tmp_path / "project")
    notes.write_text("buy chalk")
    with pytest.raises(PlaceError, match="are no site of ours"):
        Places.beside(tmp_path / "notes", tmp_path / "project")
    assert notes.read_text() == "buy chalk"
    drafted = tmp_path / "draft/assets/cyclebook/book.css"
    drafted.parent.mkdir(parents=True)
    drafted.write_text("")
    assert Places.beside(tmp_path / "draft", tmp_path / "project").site == tmp_path / "draft"


def test_disk_without_locks_is_no_other_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a disk knows no locks, nobody waits for ever for a build that is not there."""

    def none(*_given: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with pytest.raises(OSError, match="No locks available"), alone(tmp_path / "lock", wait=True):
        pass


def test_linked_site_stays_a_link(tmp_path: Path) -> None:
    """Where the site is a link to a folder, the folder is swapped and the link stays."""
    (tmp_path / "there").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "there")
    _released(_places(tmp_path), 1)
    assert (tmp_path / "site").is_symlink()
    assert "release 1" in (tmp_path / "there/index.html").read_text()
