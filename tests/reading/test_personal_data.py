"""The lint for names and personal data: what it sees, what it leaves alone, and what it costs."""

import time
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import write_tree

from cyclebook.building import as_github, as_json, as_lines, as_text, check
from cyclebook.reading.personal.acknowledged import Acknowledged, Person
from cyclebook.reading.personal.contacts import contacts_in
from cyclebook.reading.personal.names import names_in
from cyclebook.reading.personal.roster import Roster, read_roster
from cyclebook.reading.personal.small_counts import small_counts_in
from cyclebook.reading.personal.text import Lint, search_text

LINE = 32_000
LONGEST_LINE = 256_000


def _names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in names_in(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We asked Ms. Okafor twice.", "Ms. Okafor"),
        ("Dr. Elena Whitman came.", "Dr. Elena Whitman"),
        ("Coach Rivera helped.", "Coach Rivera"),
        ("So did Maria G. and others", "Maria G"),
        ("Jayden's mother called.", "Jayden"),
        ("Then Jayden said so.", "Jayden"),
        ("JASMINE LOPEZ", "JASMINE LOPEZ"),
        ("Lopez, Jasmine", "Lopez, Jasmine"),
        ("José de la Cruz Peña", "José de la Cruz Peña"),
        ("**Emily** Zabrinski", "Emily** Zabrinski"),
    ],
)
def test_names_are_seen(text: str, name: str) -> None:
    """Each form of a name is found whole."""
    assert _names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Marcus Foster Elementary School",
        "Thomas Jefferson Middle School opened",
        "Dr. Martin Luther King Jr. Elementary",
        "Bill & Melinda Gates Foundation",
        "San Jose and Santa Maria and St. Thomas Aquinas",
        "In May and June, Hope Street was closed",
        "Carnegie Foundation for the Advancement of Teaching",
        "District Management Group, Local District South",
        "The Breakthrough Team Approach in Los Angeles",
        "Austin, Madison and Lincoln are schools",
        "maria lopez in small letters is not seen",
        "Coach Training begins; Principal Leadership too",
    ],
)
def test_what_is_no_person_is_left_alone(text: str) -> None:
    """Schools, places, months, organisations and programmes are no persons."""
    assert _names(text) == []


def test_sources_and_content_of_this_repository_hold_no_false_alarm(repository: Path) -> None:
    """Nothing is found in the repository's own pages, which name schools and authors and no one else."""
    files = [*repository.glob("content/**/*.md"), *repository.glob("teams/**/*.md")]
    assert len(files) > 20

    found = {file.name: _names(file.read_text("utf-8")) for file in files}

    assert {name: names for name, names in found.items() if names} == {}


HOSTILE = [
    "a" * LINE,
    "A" * LINE,
    "@" * LINE,
    "a.@" * (LINE // 3),
    "a@a." * (LINE // 4),
    "1" * LINE,
    "1-" * (LINE // 2),
    "(323) " * (LINE // 6),
    "+1 1 1 1 " * (LINE // 9),
    "student id " * (LINE // 11),
    "born " * (LINE // 5),
    "1 A " * (LINE // 4),
    "12 North " * (LINE // 9),
    "Ms. " * (LINE // 4),
    "Maria " * (LINE // 6),
    "Maria de " * (LINE // 9),
    "Lopez, " * (LINE // 7),
    "San " * (LINE // 4),
    "O'" * (LINE // 2),
    "only one of the " * (LINE // 16),
    "one two " * (LINE // 8),
    "&#64;" * (LINE // 5),
    "\\x41" * (LINE // 4),
    "<" * LINE,
    "ana " * (LINE // 4),
    "\n" * LINE,
    "A\n" * (LINE // 2),
]


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: repr(line[:9]))
def test_a_hostile_line_costs_no_more_than_its_length(line: str) -> None:
    """A line is searched in a time that its length bounds, whatever stands in it."""
    assert _seconds(line) < 0.5


@pytest.mark.slow
@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: repr(line[:9]))
def test_the_longest_hostile_line_takes_less_than_two_seconds(line: str) -> None:
    """The same for a line of 256 kB, which is as large as a file may be."""
    assert _seconds(line * (LONGEST_LINE // LINE)) < 2.0


def _seconds(line: str) -> float:
    """The processor's time that a search takes."""
    known = Acknowledged(("Ana Bell",), (Person("bell", frozenset({"ana"})),))
    lint = Lint(known, Roster({"ana": (("ana", "ana", "prueba"),)}))
    lint.found("Ana")  # reads the lists of names
    before = time.process_time()

    search_text(line, PurePosixPath("teams/a.md"), lint)
    list(small_counts_in(line))

    return time.process_time() - before


@given(st.text(alphabet="Maria Lopez'sG.,-@()0123456789\n\x00é", max_size=80))
def test_what_is_found_lies_in_the_text(text: str) -> None:
    """Every find has a place in its text and is not empty."""
    for one in [*names_in(text), *names_in(text, cells=True), *contacts_in(text), *small_counts_in(text)]:
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("how", ["terminal", "public", "lines", "json", "github"])
def test_no_form_of_the_report_shows_what_was_found(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its own problem nor one about the same words shows personal data, in no form of the report."""
    secrets = ["Jasmine", "Lopez", "lopez", "prueba", "Prueba", "555-0134", "mail@", "4471234"]
    story = (
        "---\ntitle: Jasmine Lopez, mail@example.org\nbogus-lopez: ana prueba\nschool: [Jasmine Lopez]\n"
        "goal: {kind: count, measure: 323-555-0134, target: Jasmine Lopez, of: student id 4471234}\n---\n"
    )
    write_tree(tmp_path / "in", {"teams/2026-spring/jasmine-lopez.md": story.replace("bogus-lopez", "bogus")})
    (tmp_path / "roster.txt").write_text("Prueba, Ana\n", "utf-8")
    monkeypatch.chdir(tmp_path / "in")

    found = check([Path("teams")], tmp_path / "roster.txt").problems
    report = {
        "terminal": as_text(found, quoting=True),
        "public": as_text(found, quoting=False),
        "lines": as_lines(found, quoting=True),
        "json": as_json(found),
        "github": as_github(found),
    }[how]

    codes = {one.code for one in found}
    assert {"personal-data", "personal-name", "roster-name", "unknown-key", "not-a-number"} <= codes
    assert [secret for secret in secrets if secret in report] == []


def test_a_roster_is_found_in_any_order_case_and_accent(tmp_path: Path) -> None:
    """Whole names only, whatever stands between their words."""
    (tmp_path / "roster.txt").write_text("\ufeffJosé Núñez-Ortega\nPrueba, Ana\n", "utf-8")
    roster = read_roster(tmp_path / "roster.txt", tmp_path / "project", PurePosixPath("teams/network.md"))
    assert isinstance(roster, Roster)

    texts = ["JOSE NUNEZ ORTEGA", "jose_nunez-ortega.jpg", "Ana\n  Prueba", "prueba, ana", "ana-prueba"]
    assert [len(list(roster.names_in(text))) for text in texts] == [1, 1, 1, 1, 1]
    assert not [
        text for text in ("Jose Ortega", "Ana Pruebas", "Juana Prueba") if list(roster.names_in(text))
    ]


def test_a_roster_in_the_project_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also through a link, and also where only one good file is checked; a missing one too."""
    write_tree(tmp_path / "in", {})
    inside = tmp_path / "in" / "roster.txt"
    inside.write_text("Ana Prueba\n", "utf-8")
    (tmp_path / "link.txt").symlink_to(inside)
    monkeypatch.chdir(tmp_path / "in")

    for path in (inside, tmp_path / "link.txt", tmp_path / "missing.txt", tmp_path, Path()):
        found = check([Path("teams/2026-spring/cohort.md")], path).problems
        assert [one.code for one in found] == ["roster-unread"]
        assert ("is set and empty" in found[0].message) is (path == Path())
