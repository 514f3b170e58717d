"""What is shipped: the wheel, alone with its dependencies, builds a site far from the checkout."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

_FILE_OF_README = re.compile(r"^`([a-z0-9./-]+)`[^\n]*\n```[a-z]+\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Installed:
    """A virtual environment that has the wheel and nothing of the checkout."""

    wheel: Path
    programs: Path

    def run(self, folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in `folder`."""
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        return subprocess.run(
            [self.programs / program, *arguments],
            cwd=folder,
            env={**kept, "PATH": str(self.programs), "NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="module")
def installed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it, alone, into a new virtual environment."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(repository)]
    subprocess.run([sys.executable, *build], check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    programs = folder / "venv" / "bin"
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run([programs / "python", *install], check=True)
    return Installed(wheel, programs)


@pytest.fixture(scope="module")
def project(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub's folder with the files that README.md tells to write, word for word."""
    folder = tmp_path_factory.mktemp("hub")
    for name, text in _FILE_OF_README.findall((repository / "README.md").read_text("utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_wheel_holds_package_templates_and_licences(installed: Installed) -> None:
    """The wheel has code, templates, fonts and both licences, and no test, team or cache."""
    with zipfile.ZipFile(installed.wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0].split("-")[0] for name in names}
    assert tops == {"cyclebook"}
    assert "cyclebook/templates/pages/storyboard.html" in names
    assert "cyclebook/templates/theme/book.html" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any(name.endswith("fonts/OFL.txt") and ".dist-info" in name for name in names)
    assert not [name for name in names if "__pycache__" in name or "/teams/" in name or "/tests/" in name]


def test_package_is_the_installed_one(installed: Installed, repository: Path, tmp_path: Path) -> None:
    """Python finds package and templates in the new environment and nothing of the checkout."""
    asked = "import sys, cyclebook; from cyclebook.building import THEME; places = cyclebook.__file__, THEME"
    asked = f"{asked}; print(*places, *sys.path, sep='\\n')"
    done = installed.run(tmp_path, "python", "-c", asked)
    assert done.returncode == 0, done.stderr
    package, theme, *search = done.stdout.splitlines()
    for place in (package, theme):
        assert Path(place).is_relative_to(installed.programs.parent)
    assert not [place for place in search if place and Path(place).is_relative_to(repository)]


def test_files_of_the_readme_make_a_site(installed: Installed, project: Path) -> None:
    """`mkdocs build --strict` makes every page, with stylesheets and fonts."""
    done = installed.run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "site"
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    guide = {"guide", "guide/fields", "guide/problems", "guide/privacy"}
    teams = {"cohorts", "cohorts/2026-spring", "cohorts/2026-spring/marlow-creek"}
    teams |= {f"cohorts/2026-spring/weeks/{week}" for week in (1, 2, 3)}
    ideas = {f"ideas{of}" for of in ("", "/by-driver", "/by-level", "/by-decision")}
    ideas |= {"ideas/breakfast-in-the-classroom"}
    assert pages == {".", "about", "how-we-read-the-numbers"} | guide | teams | ideas
    for name in ("tokens.css", "book.css"):
        assert (site / "assets/cyclebook" / name).stat().st_size > 0
    assert len(list((site / "assets/cyclebook/fonts").glob("*.woff2"))) == 5
    assert "43 of 52" in (site / "cohorts/2026-spring/marlow-creek/index.html").read_text("utf-8")


def test_site_of_the_readme_is_published(installed: Installed, project: Path) -> None:
    """`cyclebook build` puts the same site in place, whole, and `cyclebook verify` finds every byte."""
    done = installed.run(project, "cyclebook", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.match(r"site is published: \d+ pages as of ", done.stdout)
    page = (project / "site/cohorts/2026-spring/marlow-creek/index.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert installed.run(project, "cyclebook", "verify").returncode == 0


def test_check_finds_nothing(installed: Installed, project: Path) -> None:
    """`cyclebook check` ends with 0 and says so in words."""
    done = installed.run(project, "cyclebook", "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip() == "No problems found in 1 cohort and 1 storyboard."


def test_check_says_what_the_readme_shows(
    installed: Installed, project: Path, repository: Path, tmp_path: Path
) -> None:
    """With `target: forty` in the README's team, `cyclebook check` prints what the README shows."""
    shown = (
        (repository / "README.md")
        .read_text("utf-8")
        .split("$ .venv/bin/cyclebook check\n")[1]
        .split("```")[0]
    )
    shutil.copytree(project / "teams", tmp_path / "teams")
    team = tmp_path / "teams/2026-spring/marlow-creek.md"
    team.write_text(team.read_text("utf-8").replace("target: 40", "target: forty"), "utf-8")
    done = installed.run(tmp_path, "cyclebook", "check")
    assert done.returncode == 1
    assert done.stdout == shown
    assert "Traceback" not in done.stderr


def test_notes_for_github_are_those_of_the_readme(
    installed: Installed, project: Path, repository: Path, tmp_path: Path
) -> None:
    """With the same mistake, `--format github` prints what the README shows."""
    readme = (repository / "README.md").read_text("utf-8")
    shown = readme.split("$ .venv/bin/cyclebook check --format github\n")[1].split("```")[0]
    shutil.copytree(project / "teams", tmp_path / "teams")
    team = tmp_path / "teams/2026-spring/marlow-creek.md"
    team.write_text(team.read_text("utf-8").replace("target: 40", "target: forty"), "utf-8")
    done = installed.run(tmp_path, "cyclebook", "check", "--format", "github")
    assert (done.returncode, done.stdout) == (1, shown)
