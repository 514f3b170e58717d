"""Warnings of the check cost nobody a page and fail no build."""

from collections.abc import Callable

import pytest

from small_site import SmallSite, storyboard

pytestmark = pytest.mark.site

TEAM = "teams/2026-spring/marlow-creek.md"


def test_warning_is_logged_as_information(small_site: Callable[..., SmallSite]) -> None:
    """A strict build passes, the team keeps its page, and the warning stands in the log at INFO."""
    wrong = storyboard(goal={"statement": "By April 10, at least 41 of 52 kindergarteners will be on time."})
    site = small_site({TEAM: wrong}).build(strict=True)

    assert site.exit_code == 0, site.output
    assert "cohorts/2026-spring/marlow-creek/index.html" in site.files
    (line,) = [line for line in site.output.splitlines() if "not-in-the-goal" in line]
    assert line.startswith("INFO")
    assert f"{TEAM}:" in line
