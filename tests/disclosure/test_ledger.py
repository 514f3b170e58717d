"""The ledger: all that was published, and what a release may not show beside it."""

import json
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import AFTER, cohort, network, team

from cyclebook.building.ledger import (
    Fact,
    Kind,
    Ledger,
    LedgerError,
    Verdict,
    append,
    facts_of,
    judge,
    read_ledger,
    require_ledger,
)
from cyclebook.disclosure import publish
from cyclebook.model.measure import WeekRow

BEFORE, DAY, LATER = date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 9)
TEAMS = PurePosixPath("teams")
HOME = "cohorts/2026-spring/a"
OPEN = {"policy": "open", "approved": {"by": "Data steward", "because": "invented"}}
BANDED = {"policy": "banded", "because": "small schools"}
STRICT = {"policy": "strict", "because": "suspensions"}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
FACTS = st.builds(
    lambda words, fact: Fact(f"cohorts/x/{words}", *fact),
    WORDS,
    st.sampled_from(
        [
            (Kind.COUNT, "37/52"),
            (Kind.NUMBER, "67.5%"),
            (Kind.NUMBER, "-3"),
            (Kind.BAND, "70-75/52"),
            (Kind.BAND, "95-100"),
            (Kind.WORD, "not-met"),
            (Kind.WITHHELD, "policy"),
        ]
    ),
)


def released(privacy: dict[str, Any], **written: Any) -> tuple[Fact, ...]:
    """The facts of a network with one team."""
    library = network(cohort(team(**written)), privacy=privacy)
    assert library.network is not None
    return facts_of(publish(library, library.network, AFTER))


def after(*releases: tuple[Fact, ...]) -> Verdict:
    """The last of some releases, judged beside those before it."""
    *earlier, last = releases
    return judge(ledger_of(*earlier), last, TEAMS, as_of=DAY)


def ledger_of(*releases: tuple[Fact, ...]) -> Ledger:
    """The ledger after some releases on one day, without a file."""
    return _read("".join(_lines(DAY, facts) for facts in releases))


def _lines(day: date, facts: tuple[Fact, ...]) -> str:
    told = [(one.address, day.isoformat(), one.kind.value, one.value) for one in facts]
    rows = [dict(zip(("address", "day", "kind", "value"), one, strict=True)) for one in told]
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def _read(text: str) -> Ledger:
    class Kept:
        def read_bytes(self) -> bytes:
            return text.encode()

    return read_ledger(Kept())  # type: ignore[arg-type]


def counted(*values: str) -> dict[str, Any]:
    """A team that counts every week, of 52 at first."""
    weeks = tuple(WeekRow.model_validate({"week": str(n), "on-time": v}) for n, v in enumerate(values, 1))
    return {"weeks": weeks, "measures": [{"id": "on-time", "name": "On time", "of": "52"}]}


def test_facts_of_an_open_team() -> None:
    """Goal, result, weeks and words have an address each; what is told twice is noted once."""
    found = {one.address: (one.kind, one.value) for one in released(OPEN, **counted("31", "52"))}

    assert found[f"{HOME}/goal/result"] == (Kind.COUNT, "43/52")
    assert found[f"{HOME}/goal/status"] == (Kind.WORD, "met")
    assert found[f"{HOME}/series/on-time/points/2/value"] == (Kind.COUNT, "52/52")
    assert found["cohorts/2026-spring/policy"] == (Kind.WORD, "open")
    assert not [address for address in found if "/weeks/" in address]


def test_facts_of_a_banded_and_a_strict_team() -> None:
    """A band keeps the size that readers see, and what is withheld is noted without a number."""
    banded, strict = (
        {one.address: (one.kind, one.value) for one in released(policy, **counted("31", "52"))}
        for policy in (BANDED, STRICT)
    )
    assert banded[f"{HOME}/goal/result"] == (Kind.BAND, "75-85/52")
    assert banded[f"{HOME}/goal/target"] == (Kind.WITHHELD, "policy")
    assert strict[f"{HOME}/series/on-time/points/1/value"] == (Kind.BAND, "50-60")
    assert strict[f"{HOME}/series/on-time/points/2/value"] == (Kind.WITHHELD, "policy")
    assert not [value for _, value in strict.values() if "52" in value]


@pytest.mark.parametrize("policy", [OPEN, BANDED, STRICT])
def test_the_same_release_again_is_no_news(policy: dict[str, Any]) -> None:
    """What was published may be published again, and so may another week."""
    first, more = (released(policy, **counted(*weeks)) for weeks in (("31", "33"), ("31", "33", "30")))
    assert not after(first, first).stops
    assert not after(first, more).stops


@pytest.mark.parametrize(("old", "new"), [(BANDED, OPEN), (STRICT, OPEN), (STRICT, BANDED)])
def test_a_looser_policy_reveals_and_is_refused(old: dict[str, Any], new: dict[str, Any]) -> None:
    """What was withheld must not follow from a later release; the message names file and facts, no number."""
    (problem,) = after(released(old), released(new)).refused

    assert (problem.code, problem.place.path) == ("reveals-withheld", PurePosixPath("teams/2026-spring/a.md"))
    assert not [one for one in ("40", "43", "52") if one in problem.sentence(quoting=True)]
    assert problem.hint.endswith("earlier: 2026-03-02")


@pytest.mark.parametrize(
    ("cohort", "until", "refused"),
    [
        ("2026-spring", DAY, False),
        ("2026-spring", BEFORE, True),
        ("2026-spring", LATER, False),
        ("2026-spring", date(2099, 1, 1), True),
        ("2026-winter", DAY, True),
    ],
)
def test_a_hub_may_decide_that_it_may_be_known(cohort: str, until: date, refused: bool) -> None:
    """A cohort may show what was withheld of it up to the day that the hub names, if that day has come."""
    ledger = ledger_of(released(BANDED))
    verdict = judge(ledger, released(OPEN), TEAMS, {cohort: until}, as_of=LATER)

    assert bool(verdict.refused) is refused


def test_the_day_that_the_message_names_is_the_one_to_write() -> None:
    """Of facts withheld on several days the last is named, and no earlier one is enough."""
    small = {"groups": [{"name": "Newcomers", "of": "7", "result": "3"}]}
    ledger = _read(_lines(DAY, released(BANDED)) + _lines(LATER, released(BANDED, **small)))
    grown = released(OPEN, groups=[{"name": "Newcomers", "of": "30", "result": "3"}])
    problems = judge(ledger, grown, TEAMS, as_of=LATER).refused

    assert {one.hint.rpartition(" ")[2] for one in problems} == {LATER.isoformat()}
    assert judge(ledger, grown, TEAMS, {"2026-spring": DAY}, as_of=LATER).refused
    assert not judge(ledger, grown, TEAMS, {"2026-spring": LATER}, as_of=LATER).refused


@pytest.mark.parametrize("day", [DAY, LATER])
def test_what_was_shown_since_is_withheld_no_longer(day: date) -> None:
    """Once a release has shown exact numbers, on the same day or later, the hub's word is not needed."""
    ledger = _read(_lines(DAY, released(BANDED)) + _lines(day, released(OPEN)))

    assert not judge(ledger, released(OPEN), TEAMS, as_of=day).stops
    assert not judge(ledger, released(OPEN, goal={"result": "44"}), TEAMS, as_of=day).stops


def test_what_is_withheld_again_is_withheld() -> None:
    """After a narrower policy, and where a merge put an older line below, the old number opens nothing."""
    opened = _lines(DAY, released(BANDED)) + _lines(DAY, released(OPEN))
    again = _read(opened + _lines(DAY, released(BANDED)))
    turned = _read(_lines(LATER, released(BANDED)) + _lines(DAY, released(OPEN)))

    assert judge(again, released(OPEN), TEAMS, as_of=LATER).refused
    assert judge(turned, released(OPEN), TEAMS, as_of=LATER).refused


def test_another_number_opens_no_band() -> None:
    """A corrected count told nothing of the number in the band, which stays what it was."""
    old, corrected, inside = (
        (Fact(f"{HOME}/goal/result", kind, value),)
        for kind, value in ((Kind.BAND, "70-75/52"), (Kind.COUNT, "43/52"), (Kind.COUNT, "38/52"))
    )
    assert not after(old, corrected).stops
    assert after(old, corrected, inside).refused


@pytest.mark.parametrize("until", [None, DAY])
def test_a_small_group_that_comes_later_keeps_its_neighbours(until: date | None) -> None:
    """The word that opened the past opens nothing that is withheld afterwards, left in or taken out."""
    others = [{"name": "Others", "of": "30", "result": "20"}, {"name": "Band", "of": "22", "result": "12"}]
    small = [{"name": "Newcomers", "of": "7", "result": "3"}, {"name": "Others", "of": "23", "result": "17"}]
    ledger = _read(
        _lines(DAY, released(BANDED, groups=others))
        + _lines(DAY, released(OPEN, groups=others))
        + _lines(LATER, released(OPEN, groups=small))
    )
    opened = {"2026-spring": until} if until else {}

    assert judge(ledger, released(OPEN, groups=small[1:]), TEAMS, opened, as_of=LATER).refused


@pytest.mark.parametrize(("old", "new"), [(OPEN, BANDED), (OPEN, STRICT), (BANDED, STRICT)])
def test_a_tighter_policy_comes_too_late_and_is_a_breach(old: dict[str, Any], new: dict[str, Any]) -> None:
    """What is withheld now and was shown before is reported, until a person has seen it."""
    facts = released(new)
    verdict = after(released(old), facts)
    (problem,) = verdict.breaches

    assert (problem.code, verdict.refused) == ("shown-before", ())
    assert f"{HOME}/goal/group_size" in verdict.breached or new is BANDED


def test_a_breach_that_was_seen_is_not_told_again(tmp_path: Path) -> None:
    """Once the ledger notes that a person knows, the tighter policy goes on; loosening it is refused."""
    path, facts = tmp_path / "releases/ledger.jsonl", released(BANDED)
    append(path, read_ledger(path), released(OPEN), DAY)
    verdict = judge(read_ledger(path), facts, TEAMS, as_of=LATER)
    append(path, read_ledger(path), facts, LATER, seen=verdict.breached)

    assert not judge(read_ledger(path), facts, TEAMS, as_of=LATER).stops
    assert judge(read_ledger(path), released(OPEN), TEAMS, as_of=LATER).refused


def test_another_size_that_cuts_a_band_is_refused() -> None:
    """The same count told of 52 and then of 47 leaves two possible counts between both bands."""
    old = (Fact(f"{HOME}/goal/result", Kind.BAND, "70-75/52"),)
    cutting, same = ((Fact(f"{HOME}/goal/result", Kind.BAND, value),) for value in ("73-78/52", "70-75/52"))
    assert after(old, cutting).refused
    assert not after(old, same).stops


def test_a_corrected_number_is_another_number() -> None:
    """A count outside the band that was shown, and a band beside it, tell nothing of the old one."""
    old = (Fact(f"{HOME}/goal/result", Kind.BAND, "70-75/52"),)
    assert not after(old, (Fact(f"{HOME}/goal/result", Kind.COUNT, "43/52"),)).stops
    assert not after(old, (Fact(f"{HOME}/goal/result", Kind.BAND, "75-85/52"),)).stops
    assert after(old, (Fact(f"{HOME}/goal/result", Kind.COUNT, "38/52"),)).refused


def test_a_size_that_is_known_at_last_is_no_secret() -> None:
    """A team that adds the size of its group, or whose group has grown to ten, may be shown."""
    unknown = released(BANDED, goal={"of": ""})
    small = released(BANDED, goal={"of": "9", "target": "7", "result": "8"})
    assert not after(unknown, released(BANDED)).refused
    assert not after(small, released(BANDED)).refused


def test_a_neighbour_of_a_small_group_stays_withheld() -> None:
    """Of two student groups the small one is taken out of the file: the other would now give it away."""
    groups = [{"name": "Newcomers", "of": "7", "result": "3"}, {"name": "Others", "of": "30", "result": "20"}]
    first, second = (released(OPEN, groups=one) for one in (groups, groups[1:]))

    assert after(first, second).refused


def test_a_count_that_was_small_under_strict() -> None:
    """A week that was withheld for a small count and was counted anew may show its band."""
    few, more = (released(STRICT, **counted(value)) for value in ("4", "14"))
    assert not after(few, more).refused


def test_lines_are_added_sorted_and_only_when_new(tmp_path: Path) -> None:
    """A second release adds what changed, below what stood there; the same one again adds nothing."""
    path = tmp_path / "releases/ledger.jsonl"
    first, second = released(OPEN, **counted("31")), released(OPEN, **counted("31", "33"))
    assert append(path, read_ledger(path), reversed(first), DAY) == len(first)
    before = path.read_text("utf-8")
    assert append(path, read_ledger(path), first, LATER) == 0
    assert path.read_text("utf-8") == before
    added = append(path, read_ledger(path), second, LATER)

    lines = path.read_text("utf-8").splitlines()
    assert path.read_text("utf-8").startswith(before)
    assert [json.loads(line)["address"] for line in lines[:-added]] == [one.address for one in first]
    assert {json.loads(line)["day"] for line in lines[-added:]} == {"2026-03-09"}
    assert [one.name for one in path.parent.iterdir()] == ["ledger.jsonl"]


@given(st.lists(st.lists(FACTS, max_size=6), max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_was_added_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, releases: list[list[Fact]]
) -> None:
    """Facts with any words in them come back as they were, and the last of an address is its latest."""
    path = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    latest: dict[str, Fact] = {}
    for facts in releases:
        once = {one.address: one for one in facts}
        append(path, read_ledger(path), once.values(), DAY)
        latest |= once
    ledger = read_ledger(path)
    assert {address: ledger.latest(address) for address in latest} == latest


def test_a_release_without_facts_leaves_a_ledger(tmp_path: Path) -> None:
    """From the first release on there is a file, so that its absence tells that it was lost."""
    path = tmp_path / "releases/ledger.jsonl"

    assert append(path, read_ledger(path), (), DAY) == 0
    assert path.read_bytes() == b""
    assert read_ledger(path).entries == ()


def test_a_lost_ledger_is_no_new_one(tmp_path: Path) -> None:
    """Where a release went out, its ledger must be there, or a person says that there was never one."""
    ledger, manifest = tmp_path / "ledger.jsonl", tmp_path / "manifest.json"
    require_ledger(ledger, manifest, new=False)
    manifest.touch()
    with pytest.raises(LedgerError, match="shows that a release went out before") as error:
        require_ledger(ledger, manifest, new=False)
    assert "git restore releases/ledger.jsonl" in error.value.problems[0].hint
    require_ledger(ledger, manifest, new=True)
    ledger.touch()
    require_ledger(ledger, manifest, new=False)
    with pytest.raises(LedgerError, match="There is a ledger already"):
        require_ledger(ledger, manifest, new=True)


@pytest.mark.parametrize("marks", [("<<<<<<< HEAD", "=======", ">>>>>>> b"), ("=======",), ("||||||| a",)])
def test_the_marks_of_a_merge_are_named_once(marks: tuple[str, ...]) -> None:
    """Without the marks, the lines of both halves are the ledger."""
    good = '{"address": "a", "day": "2026-03-02", "kind": "count", "value": "3/12"}'
    with pytest.raises(LedgerError, match="marks of the merge conflict") as error:
        _read("".join(f"{good}\n{mark}\n" for mark in marks))
    assert [str(one.place) for one in error.value.problems] == ["releases/ledger.jsonl:2:1"]
    assert "every line of both halves" in str(error.value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "{}",
        "<<<<<<< HEAD",
        '{"address": "a", "day": "2026-03-02", "kind": "count"}',
        '{"address": "a", "day": "2026-03-02", "kind": "count", "value": 3}',
        '{"address": "a", "day": "2026-02-30", "kind": "count", "value": "3/12"}',
        '{"address": "a", "day": "2026-03-02", "kind": "guess", "value": "3/12"}',
        '{"address": "a", "day": "2026-03-02", "kind": "count", "value": "3/12", "more": ""}',
        '{"address": "a", "day": "2026-03-02", "kind": "count", "value": "3/0"}',
        '{"address": "a", "day": "2026-03-02", "kind": "band", "value": "wide"}',
        "[" * 10_000,
    ],
)
def test_a_damaged_line_is_an_error_with_its_place(line: str) -> None:
    """Nothing is passed over: a line that is no entry stops the release and is named."""
    good = '{"address": "a", "day": "2026-03-02", "kind": "count", "value": "3/12"}'
    with pytest.raises(LedgerError) as error:
        _read(f"{good}\n{line}\n{good}\n")
    (problem,) = error.value.problems
    assert (problem.code, str(problem.place)) == ("bad-ledger", "releases/ledger.jsonl:2:1")
    assert str(error.value).startswith("releases/ledger.jsonl:2:1  error bad-ledger  ")
    assert problem.hint in str(error.value)


def test_a_cut_off_last_line_is_an_error(tmp_path: Path) -> None:
    """Wherever a file breaks off inside a line, that is noticed; a whole last line needs no line end."""
    path = tmp_path / "ledger.jsonl"
    append(path, Ledger(), (Fact(HOME, Kind.COUNT, "37/52"),), DAY)
    whole = path.read_bytes()
    for length in range(1, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(LedgerError):
            read_ledger(path)
    path.write_bytes(whole[:-1])
    assert append(path, read_ledger(path), (Fact(HOME, Kind.COUNT, "38/52"),), DAY) == 1
    assert len(read_ledger(path).entries) == 2


def test_a_failed_write_leaves_the_old_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be replaced, the old one stays to the byte and nothing is left beside it."""
    path = tmp_path / "ledger.jsonl"
    append(path, Ledger(), (Fact(HOME, Kind.COUNT, "37/52"),), DAY)
    before, ledger = path.read_bytes(), read_ledger(path)

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        append(path, ledger, (Fact(HOME, Kind.COUNT, "38/52"),), DAY)
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (before, ["ledger.jsonl"])


def test_two_releases_at_once(tmp_path: Path) -> None:
    """A ledger that another release has written meanwhile is not written over."""
    path = tmp_path / "ledger.jsonl"
    mine = read_ledger(path)
    append(path, read_ledger(path), (Fact(HOME, Kind.COUNT, "37/52"),), DAY)
    with pytest.raises(LedgerError):
        append(path, mine, (Fact(HOME, Kind.COUNT, "38/52"),), DAY)
    assert len(read_ledger(path).entries) == 1
