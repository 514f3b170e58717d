"""The guide's first storyboard, followed word for word: every file, change and command that it shows."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from built_site import build
from cyclebook.building import check
from cyclebook.building.guide import guide_pages
from cyclebook.hosts.command_line import main
from cyclebook.pages.frame import Frame
from webpage import Element, parse

TEAM = "teams/2026-spring/marlow-creek.md"


def _listings() -> list[Element]:
    page = next(guide_pages(Frame(None, date(2026, 11, 1))))
    return parse(page.html).all("figure", of_class="listing")


def _text(one: Element) -> str:
    """What stands in an element, to the letter."""
    return "".join(part if isinstance(part, str) else _text(part) for part in one.children)


def _follow(folder: Path, listing: Element) -> Iterator[tuple[str, str]]:
    """Do what a listing says in `folder`; gives the commands to run, each with what it should print."""
    shown = [_text(one) for one in listing.all("pre")]
    path = folder / (listing.get("data-file") or "")
    how = listing.get("data-how")
    if how == "whole":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown[0], "utf-8")
    elif how == "keys":
        before, fence, after = path.read_text("utf-8").rpartition("---\n")
        assert fence
        path.write_text(f"{before}{shown[0]}{fence}{after}", "utf-8")
    elif how == "end":
        path.write_text(path.read_text("utf-8") + shown[0], "utf-8")
    elif how == "after":
        _replace(path, f"{listing.get('data-after')}\n", f"{listing.get('data-after')}\n{shown[0]}")
    elif how == "change":
        _replace(path, shown[0], shown[1] if len(shown) == 2 else "")
    elif command := listing.get("data-run"):
        first, _, printed = shown[0].partition("\n")
        assert first == f"$ {command}"
        yield command, printed


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "teams" / "2026-spring").mkdir(parents=True)
    return tmp_path


def test_every_check_prints_what_the_guide_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each `cyclebook check` on the way prints, to the letter, what stands below it in the guide."""
    monkeypatch.chdir(_folder(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    checked = 0
    for listing in _listings():
        for command, printed in _follow(tmp_path, listing):
            if command == "cyclebook check":
                assert CliRunner().invoke(main, ["check"]).output == printed
                checked += 1
    assert checked == 6


def test_every_step_but_the_mistake_leaves_good_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first storyboard on, the files are right after every step that is no mistake on purpose."""
    monkeypatch.chdir(_folder(tmp_path))
    mistakes = 0
    for listing in _listings():
        list(_follow(tmp_path, listing))
        if (tmp_path / TEAM).exists() and list(check([Path("teams")]).problems):
            mistakes += 1
            assert "forty" in _text(listing)
    assert mistakes == 2, "the change to forty, and the terminal below it"


@pytest.mark.site
def test_the_way_ends_with_a_page(tmp_path: Path) -> None:
    """The files of the whole guide build, with `--strict`, the page that it promises."""
    for listing in _listings():
        list(_follow(_folder(tmp_path) if not (tmp_path / "content").exists() else tmp_path, listing))

    site = build(tmp_path, tmp_path / "site")

    assert site.exit_code == 0, site.output
    words = site.words("cohorts/2026-spring/marlow-creek/")
    for told in (
        "43 of 52",
        "Revised goal met",
        "Breakfast in the classroom",
        "Both buses broke down on Tuesday.",
        "not collected",
        "two rooms now, one cart",
        "Bus 7 was re-routed.",
    ):
        assert told in words, told


@pytest.mark.site
def test_what_happens_when_something_is_missing(small_site: Callable[..., object]) -> None:
    """The hub's own words stand at the top of the guide where `content/guide.md` has some."""
    site = small_site({"content/guide.md": "---\ntitle: Guide\n---\nAsk **Room 12** for help.\n"}).build()  # type: ignore[attr-defined]

    assert site.exit_code == 0, site.output
    assert "Ask Room 12 for help." in site.words("guide/")
    assert "Your first storyboard in ten minutes" in site.words("guide/")
