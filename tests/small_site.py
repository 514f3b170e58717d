"""A small network in a temporary folder: a test names the files it is about, the rest is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from built_site import BuiltSite, build

Files = Mapping[str, str | None]
"""Text by path below the project; None for a default file that is to be left out."""


def storyboard(**changes: Any) -> str:
    """A good team file with some keys changed; a block of keys is changed key by key, None takes one out."""
    return front_matter(_changed(_TEAM, changes)) + _STORY


def front_matter(keys: Mapping[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(dict(keys), sort_keys=False, allow_unicode=True)}---\n"


def _changed(old: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, new in changes.items():
        was = merged.get(key)
        merged[key] = _changed(was, new) if isinstance(was, dict) and isinstance(new, dict) else new
    return {key: value for key, value in merged.items() if value is not None}


_TEAM: dict[str, Any] = {
    "title": "On time for breakfast",
    "school": "Marlow Creek Elementary",
    "district": "riverside",
    "priority": "attendance",
    "team": [{"role": "Kindergarten teacher", "lead": True}, {"role": "Bus coordinator"}],
    "other_measures": "none chosen, because the team is small",
    "problem": "One kindergartener in five arrives after the first bell.",
    "goal": {
        "kind": "count",
        "measure": "kindergarteners late at most once a week",
        "reads": "kindergarteners were late at most once a week",
        "baseline": 21,
        "target": 40,
        "of": 52,
        "better": "higher",
        "start": "2026-02-02",
        "end": "2026-04-10",
        "result": 43,
    },
    "measures": [
        {
            "id": "on-time",
            "name": "In class by the bell all five days",
            "kind": "outcome",
            "unit": "students",
            "of": 52,
            "goal": 40,
            "better": "higher",
        }
    ],
    "weeks": [
        {"week": 1, "date": "2026-02-06", "on-time": 22},
        {"week": 2, "date": "2026-02-13", "on-time": 19},
        {"week": 3, "date": "2026-02-20", "on-time": 31, "note": "Breakfast came to the classroom."},
        {"week": 4, "date": "2026-02-27", "on-time": 36},
    ],
    "tests": [
        {
            "idea": "Breakfast in the classroom",
            "weeks": [3, 10],
            "predict": "30 of 52 by week 3",
            "happened": "31 of 52 in week 3",
            "decision": "adopt",
        }
    ],
}

_STORY = """
## Why it matters
Children who miss the first half hour miss the reading lesson.

## What went well
The driver and the cook now talk every morning.
"""

CONFIG = """
site_name: Our teams
site_url: !ENV [SITE_URL, ""]
docs_dir: content
theme: material
plugins: [search, cyclebook]
"""

NETWORK = {
    "title": "Riverside Improvement Network",
    "aim": {"statement": "Every child is in class when the day begins", "by": "2027"},
    "districts": [{"id": "riverside", "name": "Riverside Unified"}],
    "priorities": [{"id": "attendance", "name": "Every day counts"}],
    "privacy": {
        "policy": "open",
        "approved": {"by": "Superintendent", "because": "all numbers are invented"},
    },
}

DEFAULTS: Files = {
    "mkdocs.yml": CONFIG,
    "content/index.md": "---\ntitle: Home\n---\nTeams of our network.\n",
    "teams/network.md": front_matter(NETWORK),
    "teams/2026-spring/cohort.md": front_matter(
        {"title": "Spring 2026", "start": "2026-02-02", "weeks": 10, "check_ins": [3, 6, 9]}
    ),
    "teams/2026-spring/birch-hill.md": storyboard(
        title="Reading at home", school="Birch Hill Elementary", goal={"result": 44}
    ),
    "teams/2026-spring/marlow-creek.md": storyboard(),
    "teams/2026-spring/tall-pines.md": storyboard(
        title="Homework on Monday", school="Tall Pines Middle School", goal={"result": 37}
    ),
    "teams/2025-fall/cohort.md": front_matter({"title": "Fall 2025", "start": "2025-09-08", "weeks": 10}),
    "teams/2025-fall/old-mill.md": storyboard(
        title="First period",
        school="Old Mill High School",
        goal={"start": "2025-09-08", "end": "2025-11-14"},
        weeks=[{"week": 1, "date": "2025-09-12", "on-time": 27}],
        tests=[],
    ),
}
"""A network of two cohorts and four teams, all of them good."""


@dataclass(frozen=True)
class SmallSite:
    """A project that can be built, any number of times."""

    project: Path

    @classmethod
    def write(cls, project: Path, files: Files) -> "SmallSite":
        """Write the default files, and over them those given."""
        for name, text in {**DEFAULTS, **files}.items():
            if text is not None:
                path = project / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(dedent(text).lstrip("\n"), "utf-8")
        return cls(project)

    def build(self, *, strict: bool = True, **variables: str) -> BuiltSite:
        """Build into a new folder beside the project's files; `variables` are those of the process."""
        number = len(list(self.project.glob("site-*"))) + 1
        return build(self.project, self.project / f"site-{number}", strict=strict, **variables)
