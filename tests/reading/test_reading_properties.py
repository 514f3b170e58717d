"""What holds for every file that anybody could write, hostile and broken ones included."""

import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from trees import COHORT, GOOD_STORYBOARD, NETWORK, cases, write_tree

from cyclebook.building import as_github, as_json, as_text, check
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem
from cyclebook.reading import read_library

TEAM = "teams/2026-spring/a.md"
WEEKS = "teams/2026-spring/a.csv"
LONGEST_CHECK = 2.0

ODD_TEXT = st.text(
    st.one_of(
        st.sampled_from("\n\t\r -:#{}[]'\"|>&*!%@`?,.~0123456789/"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=60,
)
KEYS = st.sampled_from(
    ["title", "goal", "weeks", "drivers", "team", "tests", "measures", "level", "sources", "reported", "x"]
)

WHOLE_STORYBOARD = """\
---
title: Pinewood Primary, reading by the window
school: Pinewood Primary
district: riverside
level: elementary
priority: attendance
drivers: [morning-routines]
team:
  - {role: Second-grade teacher, lead: true}
  - {role: Librarian}
coach: Network coach
facilitator: District facilitator
sponsor: Principal
continues: 2025-fall/pinewood-reading
problem: Two second-graders in five read less than ten minutes a day.
root_cause:
  - {why: The library is shut at lunch, evidence: door counter}
  - {why: Nobody is free to open it, evidence: duty roster}
goal:
  kind: count
  measure: second-graders who read ten minutes a day
  unit: students
  baseline: 19
  target: 36
  of: 48
  better: higher
  group: all second-graders
  selection: whole-group
  start: 2026-02-02
  end: 2026-04-17
  result: 38
  revised:
    - {week: 4, target: 36, was: 40, because: one class moved away}
measures:
  - {id: readers, name: Read ten minutes, kind: outcome, unit: students, of: 48, goal: 36, better: higher}
  - {id: loans, name: Books lent, kind: process, unit: books, cumulative: true, targets: {5: 150, 10: 400}}
groups:
  - {name: English learners, of: 16, baseline: 5, result: 11}
weeks:
  - {week: 1, date: 2026-02-06, readers: 20, loans: 31}
  - {week: 2, date: 2026-02-13, readers: 21/46, challenge: two days of snow, next: open at recess}
  - {week: 3, readers: n/d, note: no count}
tests:
  - idea: The library opens at lunch
    driver: morning-routines
    weeks: [3, 10]
    scale: two classes, then all
    question: Will children come in on their own?
    predict: 30 of 48 by week 5
    happened: 29 of 48 in week 5
    decision: adopt
actions:
  - {what: Hang up the key by the door, who: Librarian, week: 3, done: true}
support:
  - {week: 4, kind: check-in, note: goal revised with the sponsor}
follow_up:
  - {date: 2026-06-05, what: read ten minutes a day, value: 37, of: 48}
illustrative: true
---
## Why it matters
Reading grows by reading.
## Week 4
The first full week.
## What went well
The key was always there.
"""


def problems_of(folder: Path, tree: dict[str, str | bytes | None]) -> tuple[Problem, ...]:
    """Problems of a tree below `folder`."""
    write_tree(folder, {name: one.encode() if isinstance(one, str) else one for name, one in tree.items()})
    return check([folder / "teams"]).problems


def reports(problems: tuple[Problem, ...]) -> list[str]:
    """Every public form of a report."""
    return [as_text(problems, quoting=False), as_json(problems), as_github(problems)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples of a property: each overwrites the files of the last."""
    return tmp_path_factory.mktemp("reading")


def test_example_storyboard_has_no_problems(tmp_path: Path) -> None:
    """A storyboard that uses every documented key reads without a problem."""
    assert problems_of(tmp_path, {TEAM: WHOLE_STORYBOARD}) == ()


def test_whole_storyboard_uses_every_block(tmp_path: Path) -> None:
    """The storyboard above really is read: its blocks arrive in the model."""
    write_tree(tmp_path, {TEAM: WHOLE_STORYBOARD})
    (file,) = read_library(tmp_path / "teams").cohorts[0].storyboards

    assert [row.week for row in file.weeks] == [1, 2, 3]
    assert [section.heading for section in file.body] == ["Why it matters", "Week 4", "What went well"]


def test_scalars_stay_as_written(tmp_path: Path) -> None:
    """Words that YAML would turn into something else stay words, and 010 is ten."""
    front = GOOD_STORYBOARD.replace("title: On time for breakfast", "title: 12:30\nschool: no\nlevel: 010")
    front = front.replace("target: 40", "target: 010\n  reads: 1e3\n  group: ~\n  unit: 2026-02-30")
    write_tree(tmp_path, {TEAM: front.encode()})

    library = read_library(tmp_path / "teams")

    (read,) = (file.storyboard for file in library.cohorts[0].storyboards)
    assert (read.title, read.school, read.level) == ("12:30", "no", "010")
    assert (read.goal.reads, read.goal.group, read.goal.unit) == ("1e3", "~", "2026-02-30")
    assert read.goal.target.value == 10


@given(values=st.dictionaries(KEYS, ODD_TEXT, max_size=6))
@example(values={"title": "[{0", "goal": ""})
@example(values={"title": "x\x07", "level": "\u2028", "goal": "\ue03a"})
@settings(max_examples=150, deadline=None)
def test_any_text_as_values(folder: Path, values: dict[str, str]) -> None:
    """Whatever text stands as values of front matter, a check ends with places in the file and no crash."""
    lines = "".join(f"{key}: {value}\n" for key, value in values.items())

    problems = problems_of(folder, {TEAM: f"---\n{lines}---\n", WEEKS: None})

    assert as_text(problems, quoting=True) != "" or not problems
    assert outside(problems) == []


@given(
    values=st.recursive(
        st.none() | ODD_TEXT | st.sampled_from(["40", "19/50", "67%", "2026-02-06", "3", "on-time", "met"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["kind", "target", "of", "week", "id", "name", "revised", "was", "idea", "weeks"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ),
    key=KEYS,
)
@settings(max_examples=150, deadline=None)
def test_any_shape_as_value(folder: Path, key: str, values: object) -> None:
    """Whatever lists and blocks stand under a key, well-formed as they are, a check never raises."""
    front = yaml.safe_dump({"title": "On time", key: values}, allow_unicode=True)

    problems = problems_of(folder, {TEAM: f"---\n{front}---\n", WEEKS: None})

    assert outside(problems) == []


@given(content=st.binary(max_size=400), name=st.sampled_from([TEAM, WEEKS]), fenced=st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_bytes_as_file(folder: Path, content: bytes, name: str, *, fenced: bool) -> None:
    """Any bytes in place of a file give a report, soon, and every place in it lies inside the file."""
    if fenced and name == TEAM:
        content = b"---\n" + content + b"\n---\n"
    tree: dict[str, str | bytes | None] = {TEAM: GOOD_STORYBOARD, WEEKS: None, name: content}
    begun = time.process_time()

    problems = problems_of(folder, tree)

    assert time.process_time() - begun < LONGEST_CHECK
    assert outside(problems) == []


def outside(problems: tuple[Problem, ...]) -> list[str]:
    """Places that do not lie in their files; the end of a line and of a file count as inside."""
    wrong = []
    for problem in problems:
        place = problem.place
        file = Path(place.path)
        text = file.read_bytes().decode("utf-8-sig", "replace") if file.is_file() else ""
        lines = text.replace("\r\n", "\n").split("\n")
        inside = 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1
        if not inside or place.length < 1:
            wrong.append(f"{place}: {problem.code}")
    return wrong


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.file.stem)
def test_places_lie_inside_files(case: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every case, each problem points at a line and column that its file has."""
    write_tree(tmp_path, case.tree)
    monkeypatch.chdir(tmp_path)

    assert outside(check(Path(path) for path in case.paths).problems) == []


HOSTILE = {
    "brackets": "notes: " + "[" * 50_000,
    "braces": "notes: " + "{a: " * 50_000,
    "indents": "\n".join(" " * depth + "a:" for depth in range(400)),
    "aliases": "a: &a [x, x]\n" + "\n".join(f"{one}: [*a, *a]" for one in "bcdefgh"),
    "wrong keys": "\n".join(f"key{number}: {number}" for number in range(4_000)),
    "wrong rows": "weeks:\n" + "\n".join("  - {week: x, on-time: y}" for _ in range(2_500)),
    "tabs": "\n".join("\ta: b" for _ in range(10_000)),
    "bad colons": "\n".join(f"key{number}:x" for number in range(10_000)),
    "quotes": "a: '" + "'" * 100_001,
    "one long line": "title: " + "a: " * 60_000,
    "one long word": "title: " + "a" * 100_000 + ": b: c: d",
    "wide spaces": "title: x" + "\u00a0" * 100_000 + "x",
    "rows without hyphens": "weeks:\n" + "  -{a: 1}\n  • {a: 1}\n" * 10_000,
    "commas": "notes: [{a: b" + ", c" * 80_000 + "}]",
}


@pytest.mark.parametrize("front", HOSTILE.values(), ids=HOSTILE)
def test_hostile_front_matter(front: str, tmp_path: Path) -> None:
    """Front matter made to exhaust a parser is refused in little time."""
    begun = time.process_time()

    problems = problems_of(tmp_path, {TEAM: f"---\n{front}\n---\n"})
    told = as_text(problems, quoting=True)

    assert time.process_time() - begun < 5 * LONGEST_CHECK
    assert told.startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (TEAM, GOOD_STORYBOARD + "x" * 256_000),
        (WEEKS, "week,on-time\n" + "1,2\n" * 300_000),
        (WEEKS, "week,on-time\n" + "1,2\n" * 2_002),
        (WEEKS, "week,note\n1," + "x" * 200_000 + "\n"),
        (WEEKS, "week,on-time\n" + "1,2\n" * 41),
        (TEAM, GOOD_STORYBOARD + "words\n\n" * 15_000),
        (TEAM, GOOD_STORYBOARD.replace("On time", "On time " * 1_300)),
        (TEAM, GOOD_STORYBOARD.replace("goal:", f"notes: [{'a, ' * 100}a]\ngoal:")),
        ("teams/network.md", NETWORK.replace("drivers:", f"notes: [{'a, ' * 500}a]\ndrivers:")),
    ],
    ids=[
        *("markdown of 256 kB", "CSV of 1 MB", "CSV of 2,000 rows", "CSV cell of 200 kB", "CSV of 41 weeks"),
        *("text of 100,000 characters", "value of 10,000 characters", "100 notes", "list of 500 items"),
    ],
)
def test_limits(name: str, content: str, tmp_path: Path) -> None:
    """A file beyond the limits is refused as a whole, by one problem."""
    tree: dict[str, str | bytes | None] = {TEAM: GOOD_STORYBOARD, name: content}

    assert [problem.code for problem in problems_of(tmp_path, tree)] == ["too-large"]


def test_links_are_refused(tmp_path: Path) -> None:
    """A storyboard or CSV file that is a link out of its folder is not read."""
    write_tree(tmp_path, {"secret.md": GOOD_STORYBOARD, "secret.csv": "week,on-time\n1,99\n"})
    cohort = tmp_path / "teams/2026-spring"
    (cohort / "a.md").symlink_to(tmp_path / "secret.md")
    (cohort / "b.md").write_text(GOOD_STORYBOARD.replace("goal:", "weeks: b.csv\ngoal:"), encoding="utf-8")
    (cohort / "b.csv").symlink_to(tmp_path / "secret.csv")

    found = [(problem.place.path.name, problem.code) for problem in check([tmp_path / "teams"]).problems]

    assert found == [("a.md", "bad-path"), ("b.csv", "bad-path")]


def test_same_tree_same_result(tmp_path: Path) -> None:
    """Reading the same files twice gives equal models and equal problems, in the same order."""
    write_tree(
        tmp_path,
        {
            TEAM: WHOLE_STORYBOARD,
            "teams/2026-spring/b.md": WHOLE_STORYBOARD.replace("better: higher", "beter: higher"),
            "teams/2026-spring/c.md": "---\ntitle:x\nweeks: none\n---\n",
        },
    )

    first, second = (read_library(tmp_path / "teams") for _ in range(2))

    assert isinstance(first, Library)
    assert first == second
    assert sorted({problem.place.path.name for problem in first.problems}) == ["b.md", "c.md"]


SECRET = "zzqx" + "kwv"
SPOTS = {
    "value": (TEAM, "colour: {}\n"),
    "key": (TEAM, "{}: green\n"),
    "key without space": (TEAM, "{}:green\n"),
    "value after a second colon": (TEAM, "problem: late: {}: often\n"),
    "line without colon": (TEAM, "{}\n"),
    "number": (TEAM, "groups: [{{name: a, of: {}}}]\n"),
    "date": (TEAM, "publish_after: {}\n"),
    "week": (TEAM, "tests: [{{idea: a, weeks: {}}}]\n"),
    "choice": (TEAM, "tests: [{{idea: a, decision: {}}}]\n"),
    "flag": (TEAM, "illustrative: {}\n"),
    "id": (TEAM, "district: {}\n"),
    "known id": (TEAM, "measures: [{{id: {}, name: b}}, {{id: {}, name: c}}]\n"),
    "beside a measure": (TEAM, "measures: [{{id: {}, name: b}}]\nweeks: [{{week: 1, buses: 2}}]\n"),
    "near a measure": (TEAM, "measures: [{{id: {}, name: b}}]\nweeks: [{{week: 1, {}x: 2}}]\n"),
    "name of weeks": (TEAM, "weeks: {}\n"),
    "name of a CSV": (TEAM, "weeks: {}.csv\n"),
    "address": (TEAM, "sources: [{{id: a, text: b, url: {}}}]\n"),
    "sign": (TEAM, "problem: @{}\n"),
    "anchor": (TEAM, "problem: &{} x\n"),
    "comment": (TEAM, "problem: 1 #{}\n"),
    "quote": (TEAM, "problem: '{}\n"),
    "bracket": (TEAM, "drivers: [{}\n"),
    "duplicate": (TEAM, "{}: 1\n{}: 2\n"),
    "shape": (TEAM, "notes: {}\n"),
    "fraction": (TEAM, "goal: {{kind: count, measure: a, better: lower, target: {}/3}}\n"),
    "CSV column": (WEEKS, "week,{}\n1,2\n"),
    "CSV column twice": (WEEKS, "week,{},{}\n1,2,3\n"),
    "CSV cell": (WEEKS, "week,date\n1,{}\n"),
    "CSV row": (WEEKS, "week,date\n1,2026-02-06,{}\n"),
    "after a comma": (TEAM, "team: [{{role: a, {}, lead: true}}]\n"),
    "before a comma": (TEAM, "team: [{{role: {}, b, lead: true}}]\n"),
    "key before a comma": (TEAM, "measures: [{{id: {}, name: b}}]\nweeks: [{{week: 1, {}: a, b}}]\n"),
    "measure without space": (TEAM, "measures: [{{id: {}, name: b}}]\nweeks: [{{week: 1, {}:2}}]\n"),
    "measure without colon": (TEAM, "measures: [{{id: {}, name: b}}]\nweeks: [{{week: 1, {} 2}}]\n"),
    "key before a second colon": (TEAM, "{}: a: b\n"),
    "row without hyphen": (TEAM, "weeks:\n  -{{{}: 1}}\n"),
    "id of two words": (TEAM, "measures: [{{id: {} x, name: b}}]\n"),
    "curved quotes": (TEAM, "publish_after: “{}”\n"),
    "no-break space": (TEAM, "problem:\u00a0{}\n"),
    "network": ("teams/network.md", "districts: [{{id: {}, name: a}}]\n"),
    "cohort": ("teams/2026-spring/cohort.md", "weeks: {}\n"),
}


def planted(spots: list[str]) -> dict[str, str | bytes | None]:
    """A tree with the secret in these spots."""
    extra = {
        TEAM: "district: nowhere\n",
        WEEKS: "",
        "teams/network.md": "",
        "teams/2026-spring/cohort.md": "",
    }
    for spot in spots:
        name, text = SPOTS[spot]
        extra[name] += text.format(SECRET, SECRET)

    def with_front(name: str, file: str) -> str:
        return f"{file.removesuffix('---' + chr(10))}{extra[name]}---\n"

    return {
        TEAM: with_front(TEAM, GOOD_STORYBOARD),
        WEEKS: extra[WEEKS] or None,
        "teams/network.md": with_front("teams/network.md", NETWORK),
        "teams/2026-spring/cohort.md": with_front("teams/2026-spring/cohort.md", COHORT),
    }


@given(spots=st.lists(st.sampled_from(sorted(SPOTS)), min_size=1, max_size=4, unique=True))
@settings(max_examples=150, deadline=None)
def test_public_reports_keep_the_authors_words(folder: Path, spots: list[str]) -> None:
    """A word that an author wrote, wherever it stands, is in no report that a public log may hold."""
    problems = problems_of(folder, planted(spots))

    assert [report for report in reports(problems) if SECRET in report.lower()] == []
    assert problems


@pytest.mark.parametrize("spot", sorted(SPOTS))
def test_a_terminal_shows_the_authors_words(spot: str, folder: Path) -> None:
    """Wherever the secret is planted, the report for a terminal shows it: the property above can fail."""
    assert SECRET in as_text(problems_of(folder, planted([spot])), quoting=True)


@given(
    number=st.integers(min_value=10_001, max_value=99_999),
    where=st.sampled_from(["of", "result", "date", "people", "share", "comma", "point", "week"]),
)
@settings(max_examples=60, deadline=None)
def test_public_reports_keep_the_authors_numbers(folder: Path, number: int, where: str) -> None:
    """A count, a group size or a date that is part of a mistake is in no public report."""
    lines = {
        "of": f"other_results: [{{what: a, of: {number}, value: 999999}}]\n",
        "result": f"groups: [{{name: a, of: 20, result: {number}}}]\n",
        "date": f"publish_after: 12/25/{number}\n",
        "people": f"groups: [{{name: a, of: {number} people}}]\n",
        "share": f"groups: [{{name: a, result: {number} of {number}}}]\n",
        "comma": f"groups: [{{name: a, result: {number},{number}}}]\n",
        "point": f"groups:\n  - name: a\n    result: {number},5\n",
        "week": f"tests: [{{idea: a, weeks: week {number}}}]\n",
    }
    front = GOOD_STORYBOARD.removesuffix("---\n") + lines[where] + "---\n"

    problems = problems_of(folder, {TEAM: front, WEEKS: None, "teams/network.md": NETWORK})

    assert len(problems) == 1
    assert [report for report in reports(problems) if str(number) in report] == []


def test_json_has_no_more_than_it_says(tmp_path: Path) -> None:
    """JSON gives code, severity, place, message and hint, and nothing that could carry an author's words."""
    problems = problems_of(tmp_path, {TEAM: GOOD_STORYBOARD.replace("title:", "title:x")})

    assert [{"code", "severity", "path", "line", "column", "message", "hint"}] == [
        set(row) for row in json.loads(as_json(problems))
    ]
