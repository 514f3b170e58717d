"""The command `cyclebook measure`, as a person and a program call it."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cyclebook.hosts.command_line import main
from cyclebook.measuring.runchart import RunChart

Measure = Callable[..., Result]

CSV_LIKE = st.lists(
    st.lists(
        st.sampled_from(
            ["1", "2", "3", "7", "19/50", "0/0", "67%", "n/d", "x", '"', "2024-01-09", "", "\x00"]
        )
    )
).map(lambda rows: "\n".join(",".join(row) for row in rows).encode())
HEADS = st.sampled_from(
    [b"week,value\n", b"date,value\n", b"week,date,value\n", b"\xef\xbb\xbfweek,value\r\n", b""]
)


@pytest.fixture
def measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Measure:
    """Runs `cyclebook measure` on a file s.csv with this text; no CI."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)

    def run(text: str | bytes, *arguments: str) -> Result:
        Path("s.csv").write_bytes(text.encode() if isinstance(text, str) else text)
        return CliRunner().invoke(main, ["measure", "s.csv", *arguments])

    return run


def series(*values: object) -> str:
    """A file with these values, one a week."""
    return "week,value\n" + "".join(f"{week},{value}\n" for week, value in enumerate(values, 1))


def test_says_what_a_page_would_say(measure: Measure) -> None:
    """Weeks, gaps and line come first, then the sentences, counts before claims."""
    told = measure(series(4, 7, 5, 9, "", 3, 8, 6, 2, 9, 5), "--goal", "5", "--better", "higher")

    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout == (
        "Weeks counted: 10\n"
        "Not collected: week 5\n"
        "Median: 5.5\n"
        "\n"
        "At or above the goal in 7 of 10 weeks.\n"
        "No signal of change; with so few weeks even a large change is often missed.\n"
    )


def test_shift_against_a_baseline(measure: Measure) -> None:
    """With a baseline of eight weeks the line is theirs, and a lasting change is called a shift."""
    told = measure(series(10, 12, 9, 13, 11, 8, 12, 10, *[14] * 8), "--baseline", "8", "--better", "higher")

    assert told.exit_code == 0
    assert "Baseline median: 10.5\n" in told.stdout
    assert "\nA shift above the baseline median: " in told.stdout
    assert told.stdout.endswith("eight weeks or more in a row on the better side.\n")


def test_short_baseline(measure: Measure) -> None:
    """A baseline of three weeks is a line of that name, and no shift is told."""
    told = measure(series(1, 2, 3, *[14] * 12), "--baseline", "3", "--better", "higher").stdout

    assert "Baseline: 2\n" in told
    assert "The baseline is the middle of 3 weeks." in told
    assert "shift" not in told


@pytest.mark.parametrize(
    ("text", "arguments", "median"),
    [
        (series("10/40", "12/40", "14/40", "16/40", "18/40", "20/40"), (), "15 of 40"),
        (series(10, 12, 14, 16, 18, 20), ("--of", "40"), "15 of 40"),
        (series("10/40", "12/40", "14/40", "16/40", "18/40", "10/20"), (), "37.5%"),
        (series("25%", "30%", "35%", "40%", "45%", "50%"), (), "37.5%"),
        (series(10, "12/40", 14, "40%", 18, 20), ("--of", "40"), "37.5%"),
        (series(10, 12, 14, 16, 18, 20), (), "15"),
        (series(0.125, 0.125, 0.13, 0.14, 0.2, 0.1), (), "0.13"),
    ],
)
def test_shares_and_plain_numbers(
    measure: Measure, text: str, arguments: tuple[str, ...], median: str
) -> None:
    """Counts of one group stay counts, as on a page; percents, and counts of several groups, are shares."""
    assert f"so far: {median}\n" in measure(text, *arguments).stdout


@pytest.mark.parametrize("goal", ["16", "40%", "16/40", "8/20"])
def test_goal_of_a_group(measure: Measure, goal: str) -> None:
    """A goal is exact, whether it is written as a count, a percent or a fraction."""
    told = measure(series(10, 16, 20, "15/40"), "--of", "40", "--goal", goal, "--better", "lower")

    assert "At or below the goal in 3 of 4 weeks." in told.stdout


def test_groups_of_different_size(measure: Measure) -> None:
    """Where the group in one week is more than a quarter larger than in another, that is said."""
    told = measure(series("10/20", "10/21", "12/26"))

    assert told.stdout.endswith("The size of the group differs by more than a quarter between weeks.\n")


def test_gap_in_dates(measure: Measure) -> None:
    """A holiday between two dates is a gap, named by the day on which a count was due."""
    told = measure("date,value\n2024-10-11,4\n2024-10-18,5\n2024-11-01,6\n")

    assert "Weeks counted: 3\nNot collected: 2024-10-25\n" in told.stdout


def test_week_numbers_decide(measure: Measure) -> None:
    """With week numbers and dates, the numbers tell where a gap is: a break is no week of the cycle."""
    told = measure("week,date,value,note\n1,2024-10-18,4,\n2,2024-11-01,5,after the break\n")

    assert "Not collected" not in told.stdout


def test_long_gap_is_not_listed_whole(measure: Measure) -> None:
    """Of many missing weeks, ten are named and the rest counted."""
    told = measure("week,value\n1,4\n99,5\n").stdout

    assert "Not collected: week 2, week 3, " in told
    assert "week 11 and 87 more\n" in told


def test_json_has_every_statistic(measure: Measure) -> None:
    """With `--json`, the fields of the run chart are printed, with goal, gaps and sentences."""
    told = json.loads(measure(series(4, 7, "", 9), "--goal", "5", "--better", "higher", "--json").stdout)

    extra = {"form", "of", "not_collected", "at_goal", "groups_differ", "sentences"}
    assert {field.name for field in fields(RunChart)} | extra == set(told)
    assert (told["n_obs"], told["median"], told["says"], told["at_goal"]) == (4, 7, "counts-only", [2, 3])
    assert told["not_collected"] == ["week 3"]


def test_file_without_rows(measure: Measure) -> None:
    """A first line alone is a series in which nothing was counted yet."""
    assert measure("week,value\n").stdout == "Weeks counted: 0\n\nNo week was counted.\n"


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [
        ("", (), "s.csv:1:1  error missing-key  The column week is missing."),
        ("week,on-time\n1,2\n", (), "s.csv:1:1  error missing-key  The column value is missing."),
        ("week;value\n1;2\n", (), "s.csv:1:1  error bad-separator  The columns are separated by semicolons."),
        ("week,value\n1,2,3\n", (), "s.csv:2:1  error ragged-row  This row has 3 cells"),
        (series(4, "lots"), (), 's.csv:3:3  error not-a-number  "lots" is not a number.'),
        (series("5/4"), (), 's.csv:2:3  error above-group  "5/4" counts more people than the group has.'),
        (series(4, "40%"), (), "s.csv:2:3  error mixed-units  Some weeks are plain numbers"),
        (series(53), ("--of", "52"), "s.csv:2:3  error above-group  This is more than the group of 52."),
        ("week,value\nfirst,4\n", (), 's.csv:2:1  error bad-week  "first" is not a week number.'),
        ("week,value\n1,4\n,5\n", (), "s.csv:3:1  error empty-value  This row has no week."),
        ("week,value\n1,4\n1,5\n", (), "s.csv:3:1  error week-twice  This week stands above already."),
        ("week,value\n2,4\n1,5\n", (), "s.csv:3:1  error bad-week  This week is before the one above."),
        (
            "week,date,value\n1,2024-01-09,3\n2,2024-01-02,4\n",
            (),
            "s.csv:3:3  error bad-date  This date is before the one above.",
        ),
        ("date,value\n1/9/2024,4\n", (), 's.csv:2:1  error bad-date  "1/9/2024" is not a date'),
        (b"week,value\n1,\xff\n", (), "s.csv:2:3  error not-utf8  This file is not saved as UTF-8 text."),
        (
            series(4),
            ("--baseline", "8"),
            "s.csv:1:1  error bad-week  The baseline has 8 weeks, and the series only 1.",
        ),
        (
            series(4),
            ("--goal", "40%", "--better", "higher"),
            "s.csv:1:1  error mixed-units  The goal is not of the kind of the weeks: these are plain",
        ),
        (
            series("40%"),
            ("--goal", "4", "--better", "higher"),
            "s.csv:1:1  error mixed-units  The goal is not of the kind of the weeks: these are shares.",
        ),
        (
            series(4),
            ("--of", "8", "--goal", "9", "--better", "higher"),
            "s.csv:1:1  error above-group  The goal is more than the group of 8.",
        ),
    ],
)
def test_bad_input(measure: Measure, text: str | bytes, arguments: tuple[str, ...], told: str) -> None:
    """What cannot be analysed is named with its place, in one line, and the exit code is 1."""
    result = measure(text, *arguments)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


def test_problems_as_json(measure: Measure) -> None:
    """With `--json`, problems are the list that `check` gives, without the file's words."""
    result = measure(series("lots"), "--json")

    assert result.exit_code == 1
    assert [(one["code"], one["line"], one["column"]) for one in json.loads(result.stdout)] == [
        ("not-a-number", 2, 3)
    ]
    assert "lots" not in result.stdout


def test_ci_hides_the_words_of_the_file(measure: Measure, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where CI is set, problems are told without the words of the file."""
    monkeypatch.setenv("CI", "true")

    assert measure(series("lots")).stderr.startswith(
        "s.csv:2:3  error not-a-number  This value is not a number."
    )


@pytest.mark.parametrize(("name", "code"), [("nowhere.csv", "missing-file"), (".", "bad-path")])
def test_file_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    """A path that leads to no file ends in a message like any other."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["measure", name])

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{name}:1:1  error {code}  ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--goal", "40"), "With a goal, say which way is better: --better higher or --better lower."),
        (("--goal", "forty", "--better", "lower"), '"forty" is not a number. Write digits, for example 17'),
        (("--goal", "5/4", "--better", "lower"), '"5/4" counts more people than the group has.'),
        (("--baseline", "0"), "Invalid value for '--baseline'"),
        (("--better", "up"), "Invalid value for '--better'"),
    ],
)
def test_bad_options(measure: Measure, arguments: tuple[str, ...], told: str) -> None:
    """An option that cannot be read is an error of usage, with exit code 2."""
    result = measure(series(4), *arguments)

    assert result.exit_code == 2
    assert told in result.stderr


@given(
    content=st.one_of(
        st.binary(max_size=200), st.tuples(HEADS, CSV_LIKE | st.binary(max_size=80)).map(b"".join)
    ),
    arguments=st.sampled_from(
        [(), ("--json",), ("--baseline", "2"), ("--of", "50", "--goal", "40", "--better", "higher")]
    ),
)
@example(content=b"\xef\xbb\xbf\x00\x80", arguments=())
@settings(max_examples=400, deadline=None)
def test_no_bytes_break_it(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, arguments: tuple[str, ...]
) -> None:
    """Whatever the file holds, the command ends with 0 or 1, and never with a traceback."""
    file = tmp_path_factory.getbasetemp() / "any-bytes.csv"
    file.write_bytes(content)
    result = CliRunner().invoke(main, ["measure", str(file), *arguments])

    assert result.exit_code in (0, 1)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert bool(result.output.strip())
