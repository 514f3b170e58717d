"""The kinds of pages that a browser looks at, each by an example.

Nearly all are pages of this repository. Its cycles are over: a running one is looked at on a site of its own.
"""

import pytest
from _pytest.mark import ParameterSet

RUNNING_TEAMS, RUNNING_WEEK = 12, 5
"""How large the invented cohort of `demo.py` is that runs, and how many of its weeks have passed."""


class RunningPage(str):
    """The address of a page on the site of the cohort that runs."""

    __slots__ = ()


KINDS = {
    "home": "",
    "list of cohorts": "cohorts/",
    "cohort": "cohorts/2020-spring/",
    "invented cohort": "cohorts/2026-winter/",
    "storyboard with few weeks": "cohorts/2020-fall/edison-attendance/",
    "storyboard without weeks": "cohorts/2020-spring/fremont-graduation/",
    "storyboard that fell short": "cohorts/2020-spring/bethune-geometry/",
    "storyboard filled in": "cohorts/2026-winter/alder-ferry-assignments/",
    "aim and drivers": "drivers/2026-winter/",
    "drivers with foci": "drivers/2018-core/",
    "list of networks with drivers": "drivers/",
    "driver": "drivers/2026-winter/families-know/",
    "network": "network/",
    "cohort without storyboards": "cohorts/2018-core/",
    "case study": "case-studies/los-angeles-2018/",
    "case study with many exhibits": "case-studies/distance-learning-2020/",
    "list of case studies": "case-studies/",
    "list of ideas": "ideas/",
    "ideas by driver": "ideas/by-driver/",
    "idea": "ideas/one-quiz-of-five-questions-every-friday/",
    "invented idea": "ideas/an-adult-at-the-door-and-in-the-hall-in-the-last-minutes/",
    "weekly update": "cohorts/2026-winter/weeks/7/",
    "weekly update from a source": "cohorts/2020-fall/weeks/3/",
    "convening": "convenings/winter-2026/",
    "convening of published facts": "convenings/core-february-2018/",
    "cards and slips": "convenings/winter-2026/print/",
    "list of convenings": "convenings/",
    "page of the hub": "how-a-cycle-runs/",
    "page of the hub with lists": "where-teams-stand/",
    "about": "about/",
    "how we read the numbers": "how-we-read-the-numbers/",
    "guide": "guide/",
    "guide to keys": "guide/fields/",
    "guide to problems": "guide/problems/",
    "guide to privacy": "guide/privacy/",
    "running cohort for its sponsors": RunningPage("cohorts/2026-spring/"),
    "idea with predictions as counts": RunningPage("ideas/a-call-on-the-first-day/"),
    "not found": "no/such/page/",
}
STORYBOARDS = {kind: path for kind, path in KINDS.items() if kind.startswith("storyboard")}


def views(*ways: tuple[object, ...], each: int = 1) -> list[ParameterSet]:
    """Every kind of page in every way of looking at it; `each` of them in `make test`, by turns.

    The others are for `make test-slow`. So every kind and every way is looked at in both.
    """
    marked = []
    for number, kind in enumerate(KINDS):
        now = {(number + turn * len(ways) // each) % len(ways) for turn in range(each)}
        marked += [
            pytest.param(kind, *way, marks=() if place in now else pytest.mark.slow)
            for place, way in enumerate(ways)
        ]
    return marked
