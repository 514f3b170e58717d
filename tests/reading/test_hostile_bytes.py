"""Any bytes as any file that people write: a report, no traceback, and the pages of all others unchanged.

What once took minutes or crashed is kept as a plain case in `NASTY`.
"""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading_properties import WHOLE_STORYBOARD
from trees import COHORT, GOOD_STORYBOARD, NETWORK, write_tree

from cyclebook.building import BrokenFilesError, as_github, as_json, as_text, check, compile_site

SECONDS, MEGABYTES = 2.0, 300
TEAM = "teams/2026-spring/a.md"
CSV = "teams/2026-spring/a.csv"
ARTICLE = "content/case-studies/one.md"
CONVENING = "content/convenings/one.md"
PAGE = "content/about.md"
VALID: dict[str, str] = {
    TEAM: WHOLE_STORYBOARD,
    CSV: "week,date,on-time,note\n1,2026-02-06,22,first\n2,2026-02-13,19/50,\n3,,n/d,\n",
    "teams/2026-spring/cohort.md": COHORT,
    "teams/network.md": NETWORK,
    ARTICLE: "---\ntitle: One\nstoryboards: [2026-spring/b]\n---\n{result 2026-spring/b} of them.\n\n"
    "/// exhibit\n    id: dots\n    figure: dots\n    team: 2026-spring/b\n///\n\nSee [](#dots).\n",
    CONVENING: "---\ntitle: Meeting\ndate: 2026-04-16\nagenda: [{time: 9:00, what: Welcome}]\n"
    "cohorts: [2026-spring]\n---\n## What we heard\n- Good\n",
    PAGE: "---\ntitle: About\n---\n/// storyboards\n    cohort: 2026-spring\n///\n",
}
TOKENS = [
    *(
        "---\n",
        "...\n",
        ": ",
        "- ",
        "&a ",
        "*a ",
        "!!python/object:os.system ",
        "<<: ",
        "{",
        "}",
        "[",
        "]",
        "\t",
    ),
    *(
        "| ",
        "> ",
        "'",
        '"',
        "#",
        "%",
        "@",
        "\ufeff",
        "\r",
        "\r\n",
        "\x00",
        "\u202e",
        "\u200b",
        "\ud7ff",
        "\U0010ffff",
    ),
    *(
        "```\n",
        "~~~\n",
        "[^1]",
        "[^1]: ",
        "![",
        "](",
        "/// ",
        "///\n",
        "|---|\n",
        "!!! note\n",
        "    ",
        "$$",
        "<!--",
    ),
    *(
        "{result ",
        "{week}",
        "week 3",
        "5 of 52",
        "1e999",
        "9" * 40,
        "2026-02-30",
        "n/d",
        "<<<<<<< a\n",
        ",",
        ";",
        "%%",
    ),
]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file, and its good bytes with some cut out, turned over or replaced by signs that parsers mind."""
    name = draw(st.sampled_from(sorted(VALID)))
    content = bytearray(VALID[name].encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        what = draw(st.sampled_from(["token", "flip", "cut", "end", "copy", "bytes"]))
        if what == "token":
            token = draw(st.sampled_from(TOKENS)) * draw(st.sampled_from([1, 1, 2, 30]))
            content[at:at] = token.encode("utf-8", "surrogatepass")
        elif what == "flip" and at < len(content):
            content[at] ^= 1 << draw(st.integers(0, 7))
        elif what == "cut":
            del content[at : at + draw(st.integers(1, 40))]
        elif what == "end":
            del content[at:]
        elif what == "copy":
            content[at:at] = content[: draw(st.integers(0, 300))]
        else:
            content[at:at] = draw(st.binary(max_size=40))
    return name, bytes(content)


def tree_with(folder: Path, name: str, content: bytes) -> None:
    """A network with two good storyboards, an article, a convening and a page; one file is `content`."""
    good = {f"teams/2026-spring/{one}.md": GOOD_STORYBOARD for one in "bc"}
    files = {**good, **VALID, CSV: None, "content/index.md": "---\ntitle: Home\n---\n"}
    if name == CSV:
        files[CSV] = ""
        files[TEAM] = GOOD_STORYBOARD.replace(
            "goal:", "measures: [{id: on-time, name: On time, of: 52}]\ngoal:"
        )
    tree = {one: text.encode() if isinstance(text, str) else None for one, text in files.items()}
    write_tree(folder, {**tree, name: content})


def pages_of(folder: Path) -> dict[str, str] | None:
    """Every page by its address; None where the network or a cohort cannot be read."""
    try:
        site = compile_site(
            folder / "teams",
            PurePosixPath("teams"),
            as_of=date(2026, 11, 1),
            site_url=None,
            quoting=True,
            content=(folder / "content", PurePosixPath("content")),
        )
    except BrokenFilesError:
        return None
    return {page.address: page.html for page in site.pages}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples."""
    return tmp_path_factory.mktemp("hostile-bytes")


def _reports_on(folder: Path, name: str, content: bytes) -> None:
    tree_with(folder, name, content)
    begun = time.process_time()

    problems = check([folder / "teams", folder / "content"]).problems
    as_text(problems, quoting=True)

    assert time.process_time() - begun < SECONDS
    as_json(problems).encode("utf-8")
    as_github(problems).encode("utf-8")


@given(mutated())
@settings(max_examples=150, deadline=None)
def test_any_mutation_of_any_file_is_reported(folder: Path, made: tuple[str, bytes]) -> None:
    """However a good file is damaged, a check ends soon, and its reports can be written."""
    _reports_on(folder, *made)


@pytest.mark.slow
@given(mutated())
@settings(max_examples=6_000, deadline=None)
def test_thousands_of_mutations_are_reported(folder: Path, made: tuple[str, bytes]) -> None:
    """The same, thousands of times."""
    _reports_on(folder, *made)


@given(st.sampled_from(sorted(VALID)), st.binary(max_size=2_000))
@settings(max_examples=150, deadline=None)
def test_any_bytes_in_any_file_are_reported(folder: Path, name: str, content: bytes) -> None:
    """The same for bytes that were never a file."""
    _reports_on(folder, name, content)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages where the storyboard `a` is broken in the plainest way."""
    folder = tmp_path_factory.mktemp("others")
    tree_with(folder, TEAM, b"")
    found = pages_of(folder)
    assert found is not None
    return found


def _costs_no_other_page(folder: Path, others: dict[str, str], content: bytes) -> None:
    tree_with(folder, TEAM, content)
    found = pages_of(folder)

    assert found is not None
    if not any(address.startswith("cohorts/2026-spring/a/") for address in found):
        assert found == others


@given(
    st.one_of(
        st.binary(max_size=300), mutated().map(lambda made: made[1] if made[0] == TEAM else made[1][::-1])
    )
)
@settings(max_examples=12, deadline=None)
def test_a_broken_storyboard_changes_no_other_page(
    folder: Path, others: dict[str, str], content: bytes
) -> None:
    """Whatever a storyboard's file holds: where it gives no page, all others are the same to the byte."""
    _costs_no_other_page(folder, others, content)


@pytest.mark.slow
@given(mutated())
@settings(max_examples=400, deadline=None)
def test_hundreds_of_broken_storyboards_change_no_other_page(
    folder: Path, others: dict[str, str], made: tuple[str, bytes]
) -> None:
    """The same, hundreds of times."""
    _costs_no_other_page(folder, others, made[1])


def _storyboard(body: str = "", keys: str = "") -> str:
    return f"{GOOD_STORYBOARD.removesuffix('---' + chr(10))}{keys}---\n{body}"


NASTY: dict[str, tuple[str, str]] = {
    "brackets": (TEAM, _storyboard(keys=f"notes: {'[' * 50_000}\n")),
    "aliases": (TEAM, _storyboard(keys="a: &a [x]\nb: [*a, *a]\n")),
    "merge key": (TEAM, _storyboard(keys="weeks:\n  - {week: 1, <<: {a: 1}}\n")),
    "counts on one line": (TEAM, _storyboard("5 of 52 students, 10% in week 3. " * 3_000)),
    "counts in lines": (TEAM, _storyboard("5 of 52 students, 10% in week 3.\n\n" * 2_900)),
    "Markdown brackets": (TEAM, _storyboard("[" * 99_000)),
    "Markdown brackets in lines": (TEAM, _storyboard(("[" * 390 + "\n\n") * 10)),
    "lists in lists": (TEAM, _storyboard("  - " * 20_000)),
    "a list like a rule": (TEAM, _storyboard("  - " * 600)),
    "lists below lists": (TEAM, _storyboard(("  - " * 8 + "\n\n") * 2_800)),
    "definitions": (TEAM, _storyboard((": a\n" * 900 + "\n\n") * 27)),
    "headings under lines": (TEAM, _storyboard("a\n===\n" * 16_000)),
    "notes": (TEAM, _storyboard("[^a]:x\n[^1]" * 9_000)),
    "columns": (TEAM, _storyboard("|" * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|\n" * 900)),
    "weeks": (TEAM, _storyboard(keys="weeks:\n" + "  - {week: 3, on-time: 3}\n" * 8_000)),
    "measures": (TEAM, _storyboard(keys="measures:\n" + "  - {id: a, name: b}\n" * 5_000)),
    "columns and rows": (CSV, "week," + ",".join(f"c{one}" for one in range(49)) + "\n" + "1,2\n" * 1_990),
    "rows": (CSV, "week,on-time\n" + "1,2\n" * 249_000),
    "network": ("teams/network.md", NETWORK.replace("drivers:", "x: [" + "a, " * 60_000 + "]\ndrivers:")),
    "cohort": ("teams/2026-spring/cohort.md", COHORT + "- a\n\n" * 19_000),
    "article": (ARTICLE, VALID[ARTICLE] + "{result " * 12_000),
    "blocks": (ARTICLE, VALID[ARTICLE] + "/// exhibit\n    id: a\n///\n" * 3_700),
    "zero byte in a block": (PAGE, VALID[PAGE].replace("cohort:", "\0cohort:")),
    "slips": (CONVENING, VALID[CONVENING] + '- "a\n' * 19_000),
}
_LIMITED = """
import json, os, resource, sys
from pathlib import Path
from cyclebook.building import as_text, check
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
for folder in sorted(Path().iterdir()):
    os.chdir(folder)
    before = resource.getrusage(resource.RUSAGE_SELF)
    problems = check([Path("teams"), Path("content")]).problems
    told = as_text(problems, quoting=True)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    # Not ru_maxrss: that counts the memory of the process that started this one, too.
    (peak,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(json.dumps([folder.name, len(problems), seconds, int(peak.split()[1]) / 1024]), flush=True)
    os.chdir("..")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Memory is measured as Linux counts it.")
def test_nasty_files_cost_little(tmp_path: Path) -> None:
    """In a process of its own, each costs less than two seconds of computing, and all of them 300 MB."""
    for case, (name, content) in NASTY.items():
        tree_with(tmp_path / case, name, content.encode())

    done = subprocess.run(
        [sys.executable, "-c", _LIMITED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [case for case, *_ in told] == sorted(NASTY)
    assert [case for case, problems, _, _ in told if not problems] == []
    assert [(case, seconds) for case, _, seconds, _ in told if seconds >= SECONDS] == []
    assert told[-1][3] < MEGABYTES
