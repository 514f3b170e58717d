"""Under the policy strict, readers get neither a count nor the size of a group, in no file of the site."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from small_site import SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_COHORT = front_matter(
    {
        "title": "Spring 2026",
        "start": "2026-02-02",
        "weeks": 10,
        "privacy": {"policy": "strict", "because": "these are suspensions"},
        "comparisons": [
            {
                "what": "Suspended at most once",
                "groups": [
                    {"name": "Students of the teams", "of": 4310, "result": "1719/4310"},
                    {"name": "Others", "of": 6120, "result": "25%"},
                ],
                "note": "There are 4310 students in these classes.",
            }
        ],
        "distributions": [
            {
                "what": "Days at home",
                "bands": ["none", "one or more"],
                "groups": [{"name": "Students of the teams", "of": 4310, "shares": ["62%", "38%"]}],
            }
        ],
    }
)
_SIZES = re.compile(r"(?<![0-9.])(?:31[01]|4,?310|6,?120)(?![0-9.])")
_PAGE = "cohorts/2026-spring/marlow-creek/index.html"


def _team(size: int, shift: int, **more: Any) -> str:
    """A storyboard of `size` students; its counts lie `shift` above the foot of their bands."""
    counts = [94, 118, 131, 156, 187, 190, 211, 242, 230, 249]
    return storyboard(
        goal={
            "baseline": 94 + shift,
            "target": 240 + shift,
            "of": size,
            "result": 249 + shift,
            "last_year": 94 + shift,
            "group": f"all {size} students of the two lower grades",
        },
        measures=[
            {"id": "on-time", "name": "Days without a removal", "of": size, "goal": 240 + shift},
            {
                "id": "late",
                "name": "Removals",
                "kind": "process",
                "unit": "removals",
                "among": size,
                "better": "lower",
            },
            {"id": "few", "name": "Suspended", "kind": "balancing", "of": size, "better": "lower"},
        ],
        weeks=[
            {"week": week, "on-time": count + shift, "late": 400 - count - shift, "few": week % 9 + shift}
            for week, count in enumerate(counts, 1)
        ],
        tests=[
            {
                "idea": "A second adult at the door",
                "weeks": [3, 10],
                "predict": f"{150 + shift} of {size} by week 4",
                "happened": f"{156 + shift} of {size} in week 4",
                "study": f"The roster has {size} names.",
                "decision": "adopt",
            }
        ],
        groups=[
            {"name": "English learners", "of": size, "baseline": 94 + shift, "result": 249 + shift},
        ],
        comparison={
            "what": "without a removal",
            "groups": [
                {"name": "These students", "of": size, "result": f"{249 + shift}/{size}"},
                {"name": "Others", "of": size, "result": f"{118 + shift}/{size}"},
            ],
        },
        follow_up=[{"what": "without a removal in June", "value": 242 + shift, "of": size}],
        notes=[f"We counted {187 + shift} in the fifth week.", f"The group had {size} members all along."],
        **more,
    )


def _files(team: str) -> dict[str, str | None]:
    case = """\
        ---
        title: A second adult
        storyboards: [2026-spring/marlow-creek]
        ---
        It ended at {result 2026-spring/marlow-creek}, of {goal 2026-spring/marlow-creek} wished for.

        /// exhibit
            id: weeks
            figure: run-chart
            team: 2026-spring/marlow-creek
        ///
        """
    return {
        "teams/2026-spring/cohort.md": _COHORT,
        "teams/2026-spring/marlow-creek.md": team,
        "content/case-studies/door.md": case,
    }


def test_counts_and_sizes_leave_no_trace(small_site: Callable[..., SmallSite]) -> None:
    """Sites whose counts and group sizes differ within their bands are the same in every byte.

    Counts in other bands give another page, so the comparison can fail. No size stands in any text.
    """
    low, high, other = (
        small_site(_files(_team(size, shift))).build() for size, shift in ((310, 0), (311, 1), (310, 9))
    )
    assert low.exit_code == high.exit_code == 0, low.output + high.output
    assert low.files.keys() == high.files.keys()
    assert {_PAGE, "cohorts/2026-spring/feed.xml", "case-studies/door/index.html"} <= low.files.keys()
    assert [name for name in low.files if low.files[name] != high.files[name]] == []
    assert low.files[_PAGE] != other.files[_PAGE]

    words = low.words("cohorts/2026-spring/marlow-creek/")
    assert ">70%" in words
    assert "withheld under the privacy policy" in words
    texts = {name: page.words for name, page in low.pages.items()} | {
        name: low.text(name) for name in low.files if name.endswith((".csv", ".xml", "search_index.json"))
    }
    assert [name for name, text in texts.items() if _SIZES.search(text)] == []
