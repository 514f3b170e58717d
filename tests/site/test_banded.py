"""Under the policy banded, what readers get is the same whatever the exact counts are within their bands."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from small_site import SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_SIZE = 310
_COHORT = front_matter(
    {
        "title": "Spring 2026",
        "start": "2026-02-02",
        "weeks": 10,
        "privacy": {"policy": "banded", "because": "small schools"},
    }
)


def _team(shift: int, **more: Any) -> str:
    """A storyboard whose counts lie at the foot of their bands, or `shift` students above."""
    counts = [94, 118, 131, 156, 187, 190, 211, 242, 230, 249]
    return storyboard(
        goal={"baseline": 94 + shift, "target": 240 + shift, "of": _SIZE, "result": 249 + shift},
        measures=[
            {"id": "on-time", "name": "In class by the bell", "of": _SIZE, "goal": 240 + shift},
            {
                "id": "late",
                "name": "Late slips",
                "kind": "process",
                "unit": "slips",
                "among": _SIZE,
                "better": "lower",
            },
        ],
        weeks=[
            {"week": week, "on-time": count + shift, "late": 400 - count - shift}
            for week, count in enumerate(counts, 1)
        ],
        tests=[
            {
                "idea": "Breakfast in the classroom",
                "weeks": [3, 10],
                "predict": f"{150 + shift} of {_SIZE} by week 4",
                "happened": f"{156 + shift} of {_SIZE} in week 4",
                "decision": "adopt",
            }
        ],
        groups=[
            {"name": "English learners", "of": 310, "baseline": 94 + shift, "result": 249 + shift},
        ],
        follow_up=[{"what": "on time in June", "value": 242 + shift, "of": _SIZE}],
        notes=[f"We counted {187 + shift} in the fifth week."],
        **more,
    )


def _files(team: str) -> dict[str, str | None]:
    return {"teams/2026-spring/cohort.md": _COHORT, "teams/2026-spring/marlow-creek.md": team}


def test_counts_within_a_band_leave_no_trace(small_site: Callable[..., SmallSite]) -> None:
    """Sites whose counts differ within their bands are the same in every byte, drawings and CSV included."""
    low, high = (small_site(_files(_team(shift))).build() for shift in (0, 2))
    assert low.exit_code == high.exit_code == 0, low.output + high.output
    assert low.files.keys() == high.files.keys()
    weeks = "cohorts/2026-spring/weeks/4/"
    made = {"feed.xml", "cohorts/2026-spring/feed.xml", f"{weeks}index.html", f"{weeks}email.html"}
    assert made | {"ideas/index.html", "ideas/breakfast-in-the-classroom/index.html"} <= low.files.keys()
    assert [name for name in low.files if low.files[name] != high.files[name]] == []


def test_counts_in_another_band_do_show(small_site: Callable[..., SmallSite]) -> None:
    """The comparison above can fail: counts in other bands give another page."""
    low, high = (small_site(_files(_team(shift))).build() for shift in (0, 9))
    page = "cohorts/2026-spring/marlow-creek/index.html"
    assert low.files[page] != high.files[page]


def test_page_of_a_banded_team_reads_full(small_site: Callable[..., SmallSite]) -> None:
    """The result is a band, the goal a word, and what is withheld says so."""
    site = small_site(_files(_team(0))).build()
    words = site.words("cohorts/2026-spring/marlow-creek/")
    assert "80–81%" in words
    assert "Goal met" in words
    assert "withheld under the privacy policy" in words
    assert not re.search(r"\b(?:249|240|156|242) of 310\b", words)
