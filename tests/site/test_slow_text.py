"""A text that takes too long to render is refused by name, and costs no other team its page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from cyclebook.building import check, compile_site, markdown_trial
from cyclebook.building.markdown_trial import SHORT, Trial
from small_site import SmallSite, storyboard

LONG = "The team met on Monday and counted.\n\n" * 300


def test_long_texts_of_the_usual_kind_pass() -> None:
    """A text of ten thousand characters is rendered in time, by one worker for all of them."""
    with Trial() as trial:
        assert [trial.passes(LONG) for _ in range(3)] == [True, True, True]


def test_a_text_that_takes_too_long_is_given_up() -> None:
    """Brackets that would take minutes end after the deadline, and the next text is tried all the same."""
    with Trial(seconds=1.0) as trial:
        assert not trial.passes("[" * 60_000)
        assert trial.passes(LONG)


def test_a_text_that_overturns_the_renderer_is_given_up() -> None:
    """Lists in lists that end in too deep a recursion are refused."""
    with Trial(seconds=30.0) as trial:
        assert not trial.passes("  - " * 600)


def test_a_system_without_processes_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no worker can be started, a long text is refused rather than trusted."""
    monkeypatch.setattr(markdown_trial, "_WORKER", Path("nowhere.py"))
    with Trial() as trial:
        assert not trial.passes(LONG)


def test_slow_storyboard_is_named_and_others_keep_their_pages(
    small_site: Callable[..., SmallSite], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One problem with the file's name and the line where its text begins; the other teams have pages."""
    monkeypatch.setattr(Trial, "passes", lambda _self, text: "slow" not in text)
    slow = storyboard() + "\n## Why it is slow\n\n" + "slow\n\n" * SHORT
    article = f"---\ntitle: Slow\n---\n{'slow words' * 10}\n\n{LONG}"
    project = small_site(
        {"teams/2026-spring/marlow-creek.md": slow, "content/case-studies/slow.md": article}
    ).project

    site = compile_site(
        project / "teams",
        PurePosixPath("teams"),
        as_of=date(2026, 11, 1),
        site_url=None,
        quoting=True,
        content=(project / "content", PurePosixPath("content")),
    )
    addresses = {page.address for page in site.pages}
    problems = check([project / "teams", project / "content"]).problems

    assert "cohorts/2026-spring/tall-pines/" in addresses
    assert "cohorts/2026-spring/marlow-creek/" not in addresses
    assert "case-studies/slow/" not in addresses
    assert [told.splitlines()[0] for told in site.broken] == [
        "teams/2026-spring/marlow-creek.md has no page:",
        "content/case-studies/slow.md has no page:",
    ]
    assert {problem.place.path.name for problem in problems if problem.code == "too-large"} == {
        "marlow-creek.md",
        "slow.md",
    }
