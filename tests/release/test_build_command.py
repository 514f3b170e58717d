"""`cyclebook build` on a small network: what is published, what is refused, and what a person is told."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from finished_trees import sums

from built_site import AS_OF, SITE_URL, build
from cyclebook.audit import Audit, audit_site
from cyclebook.audit import Finding as AuditFinding
from cyclebook.building.release import Manifest
from cyclebook.hosts import publishing
from cyclebook.hosts.command_line import main
from small_site import SmallSite, storyboard

pytestmark = pytest.mark.site

TEAM = "teams/2026-spring/marlow-creek.md"
PAGE = "site/cohorts/2026-spring/marlow-creek/index.html"
HELD = "---\ntitle: Spring\nstart: 2026-02-02\nweeks: 10\npublish_after: 2027-01-01\n---\n"
BROKEN = storyboard(goal={"result": "forty-three"})


@dataclass(frozen=True)
class Told:
    """How a command ended, and everything that it printed."""

    code: int
    output: str


def run(project: Path, *arguments: str, **variables: str) -> Told:
    """Run the command in a project, in this process: importing the program anew takes seconds."""
    changed = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": AS_OF, "CI": None, **variables}
    with chdir(project):
        result = CliRunner().invoke(main, arguments, env=changed)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return Told(result.exit_code, result.output)


def run_apart(project: Path, *arguments: str, before: str = "", **variables: str) -> Told:
    """Run the command in a process of its own; `before` is Python that goes first."""
    program = f"{before}\nfrom cyclebook.hosts.command_line import main\nmain()"
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTHONHASHSEED")}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=project,
        env={**kept, "SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": AS_OF, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stdout
    return Told(done.returncode, done.stdout)


@pytest.fixture(scope="module")
def published(small_site: Callable[..., SmallSite]) -> Path:
    """A project whose site is published; tests take copies of it."""
    project = small_site().project
    told = run(project, "build")
    assert told.code == 0, told.output
    return project


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """A project of its own, with its published site."""
    shutil.copytree(published, tmp_path / "project")
    return tmp_path / "project"


def write(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, "utf-8")


def test_published_site_is_verified(project: Path) -> None:
    """`cyclebook verify` finds nothing, and then the byte that was changed."""
    assert run(project, "verify").output.startswith("site is as it was published: ")
    assert run(project, "verify", "site", "--quiet") == Told(0, "")
    page = project / PAGE
    page.write_bytes(page.read_bytes().replace(b"43 of 52", b"44 of 52", 1))
    assert run(project, "verify") == Told(
        1, "cohorts/2026-spring/marlow-creek/index.html has been changed.\n"
    )
    (project / "site/manifest.json").unlink()
    told = run(project, "verify")
    assert told == Told(2, "site has no manifest.json. Only `cyclebook build` writes one.\n")


_CUT_OFF = """
import socket
def cut(*_given, **_more): raise OSError("a connection was tried")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = cut
"""


def test_same_files_give_the_same_bytes_without_a_network(project: Path, tmp_path: Path) -> None:
    """Another hash seed, time zone and order of files, and no way out of the machine: the same site."""
    again = tmp_path / "again"
    again.mkdir()
    for path in sorted(project.iterdir(), reverse=True):
        if path.name not in ("site", ".site.cyclebook"):
            (shutil.copytree if path.is_dir() else shutil.copy)(path, again / path.name)
    told = run_apart(again, "build", before=_CUT_OFF, PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    assert told.code == 0, told.output
    assert sums(again / "site") == sums(project / "site")


def test_broken_team_keeps_its_page(project: Path) -> None:
    """The page stays, marked with its day, and the cohort's page names it; mended, all is as before."""
    before = sums(project / "site")
    write(project, TEAM, BROKEN)
    told = run(project, "build", SOURCE_DATE_EPOCH=str(int(AS_OF) + 3 * 86_400))
    assert told.code == 0, told.output
    assert (
        f"{TEAM} has mistakes, so the page of the storyboard stays as it was on 1 November 2026"
        in told.output
    )
    assert "Not updated, because of mistakes in the file: cohorts/2026-spring/marlow-creek/" in told.output
    kept = (project / PAGE).read_text("utf-8")
    assert '<p class="badge">Not updated since 1 November 2026</p>' in kept
    assert "43 of 52" in kept
    cohort = (project / "site/cohorts/2026-spring/index.html").read_text("utf-8")
    assert '<a href="marlow-creek/">On time for breakfast</a>, not updated since 1 November 2026' in cohort
    assert json.loads((project / "site/manifest.json").read_text())["kept"] == {
        "cohorts/2026-spring/marlow-creek/": "2026-11-01"
    }
    assert (
        sums(project / "site")["cohorts/2026-spring/marlow-creek/figure-1.csv"]
        == (before["cohorts/2026-spring/marlow-creek/figure-1.csv"])
    )

    told = run(project, "build", SOURCE_DATE_EPOCH=str(int(AS_OF) + 5 * 86_400))
    assert told.code == 0, told.output
    kept = (project / PAGE).read_text("utf-8")
    assert kept.count("Not updated since 1 November 2026") == 1  # a second time: marked once, the same day

    write(project, TEAM, storyboard())
    assert run(project, "build").code == 0
    assert sums(project / "site") == before


@pytest.mark.parametrize(
    "line",
    [
        "publish-after: 2027-01-01",
        "Publish_after: 2027-01-01",
        "publish after 2027-01-01",
        "publsh_after: 2027-01-01",
        '"publish\\u005fafter": 2027-01-01',
        "privcy: {policy: strict, because: few}",
        "embargo: 2027-01-01",
    ],
)
def test_mistake_in_the_very_key_keeps_no_page(project: Path, line: str) -> None:
    """A team that meant to hold its page back, and made the mistake there, does not keep the old one."""
    write(project, TEAM, BROKEN.replace("goal:", f"{line}\ngoal:", 1))
    told = run(project, "build", "--allow-shrink")
    assert told.code == 0, told.output
    assert not (project / PAGE).exists()


@pytest.mark.parametrize("reason", ["option", "embargo", "narrower", "pipe", "policy", "changed"])
def test_broken_team_is_absent(project: Path, reason: str) -> None:
    """Where the hub says so, an embargo or a narrower policy may be meant, the file is a pipe that nobody
    writes to, the rules changed, or the page was changed by hand.
    """
    write(project, TEAM, BROKEN)
    if reason == "option":
        config = (project / "mkdocs.yml").read_text().replace("cyclebook]", "cyclebook: {broken: absent}]")
        write(project, "mkdocs.yml", config)
    elif reason == "embargo":
        write(project, TEAM, BROKEN.replace("goal:", "publish_after: [2027\ngoal:", 1))
    elif reason == "narrower":
        own = "privacy: {policy: banded, because: few families}\n"
        write(project, TEAM, BROKEN.replace("goal:", f"{own}goal:", 1))
    elif reason == "pipe":
        (project / TEAM).unlink()
        os.mkfifo(project / TEAM)
    elif reason == "policy":
        cohort = project / "teams/2026-spring/cohort.md"
        privacy = "privacy: {policy: banded, because: small schools}\n---"
        write(project, "teams/2026-spring/cohort.md", cohort.read_text().replace("\n---", f"\n{privacy}", 1))
    else:
        write(project, PAGE, (project / PAGE).read_text("utf-8") + "\n")
    seen = ("--breaches-seen",) if reason == "policy" else ()  # counts were shown that are withheld now
    told = run(project, "build", "--allow-shrink", *seen)
    assert told.code == 0, told.output
    assert not (project / PAGE).exists()
    assert json.loads((project / "site/manifest.json").read_text())["kept"] == {}


@pytest.mark.parametrize(
    ("name", "text", "options", "told", "code"),
    [
        ("content/a.md", "# A\n<script>alert(1)</script>\n", (), "This script is not known", 1),
        ("content/a.md", "# A\n[b](nothing/)\n", (), '"nothing/" leads to nothing', 1),
        ("content/copy.csv", "week,value\n1,22\n", (), "This is a source file", 1),
        ("teams/network.md", "---\ntitle: [\n---\n", (), "The site cannot be built", 1),
        (TEAM, BROKEN, ("--strict",), "--strict allows none", 1),
        ("teams/2026-spring/cohort.md", HELD, (), "pages would be gone", 1),
        ("mkdocs.yml", "site_name: A\ndocs_dir: content\nplugins: []\n", (), "does not list the plugin", 2),
        ("mkdocs.yml", "site_name: [\n", (), "", 2),
        ("mkdocs.yml", "site_name: Ours\ndocs_dir: content\nsite_dir: .\nplugins: [cyclebook]\n", (), "", 2),
    ],
)  # fmt: skip
def test_refused_build_leaves_the_old_site(
    project: Path, name: str, text: str, options: tuple[str, ...], told: str, code: int
) -> None:
    """A gate, or a mistake in the network or in mkdocs.yml: a message, an exit code, the site untouched."""
    before = sums(project / "site")
    write(project, "teams/spare.csv", "week,value\n1,22\n")
    write(project, name, text)
    result = run(project, "build", *options)
    assert result.code == code, result.output
    assert told in result.output
    assert sums(project / "site") == before


@pytest.mark.parametrize("public", [False, True])
def test_breach_stops_the_release(project: Path, monkeypatch: pytest.MonkeyPatch, public: bool) -> None:
    """What the audit recovers stops everything; a public log says where, and not which number."""
    found = SimpleNamespace(
        findings=[AuditFinding("sum", "about/index.html", "There are 17.", "From 40 - 23.")]
    )
    monkeypatch.setattr(publishing, "audit_site", lambda _folder: found)
    before = sums(project / "site")
    told = run(project, "build", CI="true") if public else run(project, "build")
    assert told.code == 1
    assert "about/index.html: " in told.output
    assert ("17" in told.output) is not public
    assert sums(project / "site") == before


def test_other_language_is_audited_in_english(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit knows our words in English only: a site in Spanish is made in both, and Spanish goes out."""
    config = (project / "mkdocs.yml").read_text()
    write(project, "mkdocs.yml", config.replace("theme: material", "theme: {name: material, language: es}"))
    message = 'msgid "This page is not here"\nmsgstr "Esta página no está aquí"\n'
    write(project, "translations/es.po", f'msgid ""\nmsgstr ""\n"Language: es\\n"\n\n{message}')
    audited: list[str] = []

    def audit(folder: Path) -> Audit:
        audited.append((folder / "404.html").read_text("utf-8"))
        return audit_site(folder)

    monkeypatch.setattr(publishing, "audit_site", audit)
    told = run(project, "build")
    assert told.code == 0, told.output
    [heard] = audited
    assert "This page is not here" in heard
    assert '<html lang="en"' in heard
    lost = (project / "site/404.html").read_text("utf-8")
    assert "Esta página no está aquí" in lost
    assert '<html lang="es"' in lost
    assert "43 of 52" in (project / PAGE).read_text("utf-8")
    found = SimpleNamespace(findings=[AuditFinding("sum", "about/index.html", "There are 17.", "Why.")])
    monkeypatch.setattr(publishing, "audit_site", lambda _folder: found)
    before = sums(project / "site")
    assert run(project, "build").code == 1
    assert sums(project / "site") == before


def test_ledger_remembers(project: Path) -> None:
    """What was shown and is now withheld stops a release until someone has seen it; so does a bad ledger."""
    ledger = project / "releases/ledger.jsonl"
    assert ledger.read_text("utf-8").count("\n") > 20
    assert run(project, "build").code == 0
    noted = ledger.read_bytes()

    cohort = project / "teams/2026-spring/cohort.md"
    privacy = "privacy: {policy: banded, because: small schools}\n---"
    cohort.write_text(cohort.read_text("utf-8").replace("\n---", f"\n{privacy}", 1), "utf-8")
    before = sums(project / "site")
    told = run(project, "build")
    assert told.code == 1, told.output
    assert "Stopped at the gate for what earlier releases have shown." in told.output
    assert (sums(project / "site"), ledger.read_bytes()) == (before, noted)
    assert run(project, "build", "--breaches-seen").code == 0
    assert run(project, "build").code == 0

    ledger.write_text("not an entry\n", "utf-8")
    told = run(project, "build")
    assert told.code == 1
    assert "releases/ledger.jsonl:1:1  error bad-ledger  " in told.output
    assert "Put the file back as Git has it" in told.output


def test_lost_ledger_stops_the_release(project: Path) -> None:
    """A site that was published, and no ledger: refused, whatever the policy, until it is put back."""
    ledger, before = project / "releases/ledger.jsonl", sums(project / "site")
    noted = ledger.read_bytes()
    shutil.rmtree(ledger.parent)
    told = run(project, "build")
    assert told.code == 1, told.output
    assert "releases/ledger.jsonl:1:1  error bad-ledger  The ledger is not here" in told.output
    assert f"{Path('site/manifest.json')} shows that a release went out before" in told.output
    assert "git restore releases/ledger.jsonl" in told.output
    assert "--new-ledger" in told.output
    assert (sums(project / "site"), ledger.exists()) == (before, False)
    assert run(project, "build", "--new-ledger").code == 0
    assert ledger.read_bytes() == noted
    told = run(project, "build", "--new-ledger")
    assert (told.code, "There is a ledger already" in told.output) == (1, True)
    assert sums(project / "site") == before


def test_opened_policy_needs_its_day_once(project: Path) -> None:
    """From banded to open: the message names the day, and after the release the line can go."""
    network = project / "teams/network.md"
    opened = network.read_text("utf-8")
    shutil.rmtree(project / "releases")
    shutil.rmtree(project / "site")
    network.write_text(opened.replace("open", "banded", 1), "utf-8")
    assert run(project, "build").code == 0
    network.write_text(opened, "utf-8")
    told = run(project, "build")
    assert told.code == 1, told.output
    assert "write under privacy, in approved: earlier: 2026-11-01" in told.output
    word = "by: Superintendent\n    earlier: 2026-11-01"
    network.write_text(opened.replace("by: Superintendent", word, 1), "utf-8")
    told = run(project, "build")
    assert told.code == 0, told.output
    network.write_text(opened, "utf-8")
    assert run(project, "build", "--as-of", "2026-11-02").code == 0


def test_full_disk_is_a_sentence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is told in a line, with exit code 2."""

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "there")

    monkeypatch.setattr(Manifest, "write", full)
    assert run(project, "build") == Told(2, "The disk is full. (there)\n")
    assert run(project, "verify").code == 0


def test_defect_is_a_sentence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the program itself shows where it is and none of the values at hand."""

    def broken(*_given: object, **_more: object) -> None:
        raise TypeError("a secret")

    monkeypatch.setattr(publishing, "ready_to_judge", broken)
    told = run(project, "build")
    assert told.code == 2
    assert "Cyclebook has a defect: TypeError in hosts/publishing.py, line " in told.output
    assert "secret" not in told.output
    assert run(project, "verify").code == 0


@pytest.mark.parametrize("epoch", ["99999999999999999999", "yesterday"])
def test_moment_that_is_none_is_a_sentence(project: Path, epoch: str) -> None:
    """`SOURCE_DATE_EPOCH` that no calendar holds: a line and exit code 2, in `mkdocs build` no traceback."""
    told = run(project, "build", SOURCE_DATE_EPOCH=epoch)
    assert told.code == 2
    assert told.output.startswith("SOURCE_DATE_EPOCH is not a moment that we can read.")
    done = SmallSite(project).build(SOURCE_DATE_EPOCH=epoch)
    assert done.exit_code == 1
    assert "Traceback" not in done.output


def test_day_that_has_not_come_is_said(project: Path) -> None:
    """With it embargoes end: a warning, so that `--strict` refuses."""
    told = run(project, "build", "--as-of", "2962-01-01")
    assert told.code == 0
    assert "as of 2962-01-01, a day that has not come" in told.output
    assert run(project, "build", "--as-of", "2962-01-01", "--strict").code == 1
    assert "has not come" not in run(project, "build").output


def test_preview_without_its_file_is_a_sentence(project: Path) -> None:
    """`cyclebook serve` of a file that is not there: words and exit code 2."""
    told = run(project, "serve", "-f", "nowhere.yml")
    assert told.code == 2
    assert "defect" not in told.output
    assert "nowhere.yml" in told.output


def test_mkdocs_build_says_that_it_has_no_gates(project: Path) -> None:
    """`mkdocs build` still makes a site, without policy or manifest, and says what is missing."""
    before = sums(project / "site")
    refused = build(project, project / "site")
    assert refused.exit_code == 1
    assert "site holds a published release. This command has no gates" in refused.output
    assert sums(project / "site") == before
    shutil.rmtree(project / "site")
    done = SmallSite(project).build()
    assert done.exit_code == 0
    assert "Nothing looks through the finished pages: `cyclebook build` has gates that do." in done.output
    assert "manifest.json" not in done.files
    assert "Content-Security-Policy" not in done.page("")
