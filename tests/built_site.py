"""Runs `mkdocs build` the way a person does, and holds the site that came out."""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from demo import write_demo
from page_kinds import RUNNING_TEAMS, RUNNING_WEEK
from webpage import Element, parse

SITE_URL = "https://example.org/cyclebook/"
AS_OF = "1793491200"
"""1 November 2026, as SOURCE_DATE_EPOCH: after the last day of every cycle in this repository."""


@dataclass(frozen=True)
class BuiltSite:
    """A site in `folder`, with the exit code and all that the build printed."""

    folder: Path
    exit_code: int
    output: str

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file by its path below the site."""
        if not self.folder.is_dir():
            return {}
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    @property
    def sums(self) -> dict[str, str]:
        """The SHA-256 of every file."""
        return {name: hashlib.sha256(content).hexdigest() for name, content in self.files.items()}

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Every page as a tree, by its path "cohorts/2020-spring/index.html"; files for e-mail are none."""
        names = (name for name in self.files if name.endswith(".html") and not name.endswith("/email.html"))
        return {name: parse(self.text(name)) for name in names}

    def text(self, name: str) -> str:
        return self.files[name].decode("utf-8")

    def page(self, address: str) -> str:
        """The HTML at an address: "cohorts/2020-spring/"."""
        return self.text(f"{address}index.html")

    def article(self, address: str) -> Element:
        """The article of a page at an address."""
        return self.pages[f"{address}index.html"].one("article")

    def words(self, address: str) -> str:
        """What the article of a page says, on one line."""
        return self.article(address).words


def build_running(folder: Path) -> BuiltSite:
    """The site of an invented cohort in mid-cycle; its files lie beside `folder`."""
    project = folder.with_name(f"{folder.name}-files")
    write_demo(RUNNING_TEAMS, project, RUNNING_WEEK)
    return build(project, folder)


def build(
    project: Path, folder: Path, *, strict: bool = True, host: str = "mkdocs", **variables: str
) -> BuiltSite:
    """Build the project that `mkdocs.yml` in `project` describes, into `folder`, in a process of its own.

    `host` is the program that builds: mkdocs, or properdocs, which takes the same plugins.
    """
    config = str(project / "mkdocs.yml")
    command = [sys.executable, "-m", host, "build", "--config-file", config, "--site-dir", str(folder)]
    surroundings = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTHONHASHSEED")}
    done = subprocess.run(
        [*command, "--strict"] if strict else command,
        cwd=project,
        env={
            **surroundings,
            "NO_MKDOCS_2_WARNING": "1",
            "SITE_URL": SITE_URL,
            "SOURCE_DATE_EPOCH": AS_OF,
            **variables,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return BuiltSite(folder, done.returncode, done.stdout)
