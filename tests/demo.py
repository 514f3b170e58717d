"""Invents a cohort of any size, to look at scale: `python tests/demo.py 78 demo`.

The same size gives the same files.
It stands among the tests because one of them checks what it writes. It needs nothing but a site's own
requirements. Everything is invented and says so.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

START = date(2026, 2, 2)
WEEKS = 10
_AFTER = date(2026, 5, 1)
"""A day after the whole cycle."""

_PLACES = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fern", "Gorse", "Hazel", "Iris", "Juniper")
_LANDS = ("Hill", "Ferry", "Hollow", "Creek", "Weir", "Ridge", "Mill", "Bridge")
_LEVELS = {"elementary": "Elementary School", "middle": "Middle School", "high": "High School"}
_DISTRICTS = {"north": "Northvale (invented)", "south": "Southmarsh (invented)", "east": "Eastlea (invented)"}
_FOCUSES = {
    "attendance": {
        "name": "Every day counts (invented)",
        "measure": "students who missed at most one day in the last four weeks",
        "weekly": "Students in school on all days of the week",
        "tests": (
            "A call on the first day",
            "A buddy who waits at the gate",
            "Breakfast in class",
        ),
        "driver": "glad-to-come",
    },
    "reading": {
        "name": "Reading (invented)",
        "measure": "students who read the weekly page without help",
        "weekly": "Students who read the page without help",
        "tests": ("Ten minutes in pairs", "A book to take home", "The page read aloud first"),
        "driver": "daily-practice",
    },
    "coursework": {
        "name": "Finished coursework (invented)",
        "measure": "students with no assignment missing on Friday",
        "weekly": "Students with no assignment missing on Friday",
        "tests": ("First three problems together", "Help in advisory", "A list sent home on Thursday"),
        "driver": "help-in-reach",
    },
}
_DRIVERS = {
    "glad-to-come": "Students are glad to come (invented)",
    "daily-practice": "Short practice on every day (invented)",
    "help-in-reach": "Help is in reach (invented)",
}


class Dice:
    """Chances that fall the same way every time; only `random()`, which all versions of Python share."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented data, nothing secret

    def upto(self, first: int, last: int) -> int:
        """A whole number from `first` to `last`."""
        return first + int(self._random.random() * (last - first + 1))

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self._random.random() * 100 < percent

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of the choices."""
        return choices[self.upto(0, len(choices) - 1)]


def demo_files(teams: int, so_far: int = WEEKS) -> dict[str, str]:
    """Every file of the demo by its path: `mkdocs.yml`, the network, the cohort, and a file for each team.

    The cycle is over, or `so_far` weeks of it have passed.
    """
    as_of = _AFTER if so_far == WEEKS else START + timedelta(weeks=so_far, days=1)
    files = {
        "mkdocs.yml": _CONFIG.format(as_of=as_of.isoformat()),
        "content/index.md": "Every team, school and number on this site is invented.\n",
        "teams/network.md": _front_matter(_network()),
        "teams/2026-spring/cohort.md": _front_matter(_cohort(teams)),
    }
    for number in range(teams):
        name, keys = _team(number, so_far)
        files[f"teams/2026-spring/{name}.md"] = _front_matter(keys) + _WORDS
    return files


def write_demo(teams: int, folder: Path, so_far: int = WEEKS) -> None:
    """Write the files; those of an earlier, larger demo go."""
    for old in sorted(folder.glob("teams/*/*.md")):
        old.unlink()
    for name, text in demo_files(teams, so_far).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


_CONFIG = """\
site_name: A large cohort (invented)
site_url: !ENV [SITE_URL, ""]
docs_dir: content
site_dir: site
theme: {{name: material}}
plugins:
  - search
  - cyclebook: {{as_of: {as_of}}}
"""

_WORDS = """
## Why it matters
This text is invented, like everything on this page. It shows how a page looks when a team has written one.

## What went well
- We changed one thing at a time.

## What could be better
- We counted on different days in the first weeks.
"""


def _front_matter(keys: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(keys, sort_keys=False, allow_unicode=True)}---\n"


def _network() -> dict[str, Any]:
    return {
        "title": "A large network (invented)",
        "about": "Invented teams, to see what pages look like when there are many.",
        "districts": [{"id": key, "name": name} for key, name in _DISTRICTS.items()],
        "priorities": [{"id": key, "name": focus["name"]} for key, focus in _FOCUSES.items()],
        "drivers": [{"id": key, "name": name} for key, name in _DRIVERS.items()],
        "privacy": {
            "policy": "open",
            "approved": {"by": "Editor of this demo", "because": "everything is invented"},
        },
    }


def _cohort(teams: int) -> dict[str, Any]:
    return {
        "title": "Spring 2026 (invented)",
        "subtitle": f"{teams} invented teams",
        "start": START.isoformat(),
        "weeks": WEEKS,
        "check_ins": [3, 6, 9],
        "teams_taking_part": teams,
        "illustrative": True,
    }


def _team(number: int, so_far: int) -> tuple[str, dict[str, Any]]:
    """The file's name and the keys of one team. In every dozen, some are small, silent or gone."""
    dice = Dice(f"team {number}")
    place = f"{_PLACES[number % len(_PLACES)]} {_LANDS[number // len(_PLACES) % len(_LANDS)]}"
    again = number // (len(_PLACES) * len(_LANDS))
    level = dice.pick(tuple(_LEVELS))
    priority = dice.pick(tuple(_FOCUSES))
    focus = _FOCUSES[priority]
    size = dice.upto(4, 9) if number % 12 == 5 else dice.upto(12, 30) if number % 3 else dice.upto(31, 140)
    withdrawn = number % 24 == 11
    silent = number % 12 == 8
    baseline = size * dice.upto(20, 50) // 100
    target = min(size, baseline + max(2, size * dice.upto(15, 35) // 100))
    ended = min(size, max(0, target + size * dice.upto(-14, 12) // 100))
    last = dice.upto(3, 6) if withdrawn else dice.upto(6, 9) if silent else WEEKS
    running = so_far < WEEKS
    withdrawn = withdrawn and last < so_far
    weeks = _weeks(dice, baseline, ended, size, min(last, so_far - silent if running else WEEKS))
    goal = {
        "kind": "count",
        "measure": focus["measure"],
        "unit": "students",
        "baseline": baseline,
        "target": target,
        "of": size,
        "better": "higher",
        "start": START.isoformat(),
        "end": (START + timedelta(weeks=WEEKS, days=-3)).isoformat(),
        **({} if withdrawn or silent or running else {"result": ended}),
    }
    if dice.chance(15):
        goal["revised"] = [{"week": 3, "was": target + 1, "target": target, "because": "a change of roster"}]
    keys: dict[str, Any] = {
        "title": f"{focus['weekly']}, {place}",
        "school": f"{place} {_LEVELS[level]}{f' {again + 1}' if again else ''}",
        "district": dice.pick(tuple(_DISTRICTS)),
        "level": level,
        "priority": priority,
        "drivers": [focus["driver"]],
        "team": [{"role": "Teacher", "lead": True}, {"role": "Counselor"}, {"role": "Office manager"}],
        "coach": "Network coach",
        "sponsor": "Principal",
        "goal": goal,
        "measures": [
            {"id": "weekly", "name": focus["weekly"], "of": size, "goal": target, "better": "higher"}
        ],
        "other_measures": "none chosen, because the demo draws one series for each team",
        "weeks": weeks,
        "tests": _tests(dice, focus, size, weeks),
        "illustrative": True,
    }
    if withdrawn:
        keys["withdrawn"] = {"week": last, "because": "the team lost its meeting time"}
    name = f"{place} {priority}{f' {again + 1}' if again else ''}"
    return name.lower().replace(" ", "-"), keys


def _weeks(dice: Dice, baseline: int, ended: int, size: int, last: int) -> list[dict[str, Any]]:
    """Weekly counts from the baseline to the result, up and down on the way, with weeks that are missing."""
    rows: list[dict[str, Any]] = []
    for week in range(1, last + 1):
        if dice.chance(7) and week < last:
            continue
        way = baseline + (ended - baseline) * week // WEEKS + dice.upto(-size // 14, size // 14)
        count: int | str = min(size, max(0, way))
        if week == WEEKS:
            count = ended
        elif dice.chance(5):
            count = "n/d"
        day = START + timedelta(weeks=week, days=-3)
        row: dict[str, Any] = {"week": week, "date": day.isoformat(), "weekly": count}
        if dice.chance(20):
            row["challenge"] = dice.pick(("A short week", "The meeting fell out", "Two teachers were away"))
        if dice.chance(8):
            row["breakthrough"] = "The students told us what we had not asked."
        rows.append(row)
    return rows


def _tests(dice: Dice, focus: dict[str, Any], size: int, weeks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tests of three weeks each; what happened is the count of the last of them, where there is one."""
    counts = {row["week"]: row["weekly"] for row in weeks}
    last = max(counts, default=0)
    tests = []
    for number, idea in enumerate(focus["tests"][: dice.upto(1, 3)]):
        first = 1 + 3 * number
        if first > last:
            break
        expected = size * dice.upto(40, 80) // 100
        test = {
            "idea": idea,
            "driver": focus["driver"],
            "weeks": [first, min(last, first + 2)],
            "scale": "one class",
            "predict": f"{expected} of {size} by week {first + 2}",
        }
        seen = counts.get(first + 2)
        if isinstance(seen, int) and dice.chance(95):
            test["happened"] = f"{seen} of {size} in week {first + 2}"
            test["decision"] = dice.pick(("adopt", "adapt", "abandon"))
        tests.append(test)
    return tests


if __name__ == "__main__":
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    write_demo(count, folder)
    sys.stdout.write(f"{count} invented teams are in {folder}/teams\n")
