"""Secrets planted wherever a contributor can write: none reaches the site, a log or a message."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from built_site import BuiltSite
from small_pictures import picture
from small_site import SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

SECRETS = (
    "Zoraida",
    "Quispe",
    "quispe",
    "Jasmine",
    "jasmine",
    "Okonkwo",
    "zq.parent@mail.example.org",
    "zq.parent",
    "555-0187",
    "4471234",
    "123-45-6789",
    "Elm Street",
    "2012-03-04",
    "40.446",
    "79.982",
)
"""What is planted below, each in a form that no good file holds."""

ROSTER = "Quispe, Zoraida\n"


def _exif() -> Image.Exif:
    """A place on Earth, and an author."""
    exif = Image.Exif()
    exif[0x013B] = "Zoraida Quispe"
    exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 26.0, 46.2), 3: "W", 4: (79.0, 58.0, 56.4)})
    return exif


def _located() -> bytes:
    """A photo that says where it was taken, and in a comment of what; no word of it is a name."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 26.0, 46.2), 3: "W", 4: (79.0, 58.0, 56.4)})
    exif[0x0112] = 6
    return picture(size=(3000, 1000), exif=exif, comment=b"north gate 40.446 79.982")


@dataclass(frozen=True)
class Planted:
    """A project with secrets, what the check says of it in every form, and its site."""

    site: BuiltSite
    messages: Mapping[str, str]


@pytest.fixture(scope="module")
def planted(small_site: Callable[..., SmallSite]) -> Planted:
    """Good teams, and beside them one for each place where a secret can stand."""
    one = small_site(
        {
            "teams/2026-spring/in-the-text.md": storyboard(
                title="Letters",
                problem="Zoraida Quispe lives at 12 Elm Street. Ask zq.parent@mail.example.org.",
            ),
            "teams/2026-spring/in-a-comment.md": storyboard(title="Bells").replace(
                "\nschool:", "\n# Jasmine's number is 123-45-6789\nschool:"
            )
            + "\n<!-- born 2012-03-04 -->\n",
            "teams/2026-spring/in-the-csv.md": storyboard(title="Doors", weeks=None, tests=[]),
            "teams/2026-spring/in-the-csv.csv": (
                "week,on-time,note\n1,22,student id 4471234\n2,19,Ms. Okonkwo\n"
            ),
            "teams/2026-spring/jasmine-lopez.md": storyboard(title="Gates"),
            "teams/2026-spring/in-a-photo.md": storyboard(
                title="Photos", photos=[{"file": "wall.jpg", "alt": "A wall", "people": "no"}]
            ),
            "teams/2026-spring/with-a-place.md": storyboard(
                title="Maps", photos=[{"file": "gate.jpg", "alt": "A gate", "people": "no"}]
            ),
            "teams/2026-spring/too-few.md": storyboard(
                title="Few",
                goal={"of": 7, "baseline": 1, "target": 5, "result": 3},
                weeks=[],
                measures=[],
                tests=[],
            ),
            "content/plain.md": "# Plain\nCall Jasmine Okonkwo, 323-555-0187.\n",
            "content/case-studies/told.md": front_matter({"title": "Told"}) + "Jasmine Okonkwo said so.\n",
            "content/quispe-zoraida.txt": "nothing",
            "content/drawing.svg": "<svg><desc>Zoraida Quispe</desc></svg>",
            "teams/2026-spring/with-mistakes.md": storyboard(title="Slips", level="Jasmine Okonkwo").replace(
                "\nlevel:", "\nlevels:"
            ),
        }
    )
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Comment", "north gate 40.446 79.982")
    for name, content in {
        "teams/2026-spring/in-a-photo/wall.jpg": picture(exif=_exif()),
        "teams/2026-spring/with-a-place/gate.jpg": _located(),
        "content/gate.png": picture("PNG", pnginfo=chunks),
    }.items():
        path = one.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    roster = one.project.parent / f"{one.project.name}-roster.txt"
    roster.write_text(ROSTER, "utf-8")
    site = one.build(strict=False, CYCLEBOOK_ROSTER=str(roster))
    return Planted(site, {form: _checked(one.project, roster, form) for form in ("text", "github")})


def _checked(project: Path, roster: Path, form: str) -> str:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from cyclebook.hosts.command_line import main; main()",
            "check",
            "--format",
            form,
        ],
        cwd=project,
        env={**os.environ, "CYCLEBOOK_ROSTER": str(roster), "CI": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout + done.stderr


def test_no_secret_reaches_the_site(planted: Planted) -> None:
    """No file of the site holds one, in its name, its text or the bytes of a picture."""
    assert planted.site.exit_code == 0, planted.site.output
    assert len(planted.site.pages) > 20

    found = [
        (name, secret)
        for name, content in planted.site.files.items()
        for secret in SECRETS
        if secret in name or secret.encode() in content
    ]

    assert found == []


def test_no_secret_reaches_a_log_or_a_message(planted: Planted) -> None:
    """Neither the build nor the check prints one, in any form; both name every file by its place."""
    for told in (planted.site.output, *planted.messages.values()):
        assert [secret for secret in SECRETS if secret in told] == []
        for name in (
            "in-the-text.md",
            "in-a-comment.md",
            "in-the-csv.csv",
            "wall.jpg",
            "plain.md",
            "told.md",
        ):
            assert name in told


def test_only_what_holds_secrets_is_left_out(planted: Planted) -> None:
    """Other teams have their pages, and the photo with a place is there, made anew and upright."""
    pages = {name.split("/")[2] for name in planted.site.pages if name.startswith("cohorts/2026-spring/")}
    out = {"in-the-text", "in-a-comment", "in-the-csv", "jasmine-lopez", "in-a-photo", "with-mistakes"}

    assert {"birch-hill", "marlow-creek", "tall-pines", "with-a-place", "too-few"} <= pages
    assert pages & out == set()
    assert "plain/index.html" not in planted.site.files
    assert "drawing.svg" not in planted.site.files
    photo = Image.open(BytesIO(planted.site.files["cohorts/2026-spring/with-a-place/gate.jpg"]))
    assert photo.size == (533, 1600)
    assert dict(photo.getexif()) == {}
    assert "comment" not in photo.info
    shown = (
        planted.site.article("cohorts/2026-spring/with-a-place/").one("figure", of_class="picture").one("img")
    )
    assert (shown.get("src"), shown.get("alt")) == ("gate.jpg", "A gate")


def test_a_small_count_is_not_published(planted: Planted) -> None:
    """A result of 3 of 7 stands nowhere on the page of its team."""
    words = planted.site.words("cohorts/2026-spring/too-few/")

    assert "3 of 7" not in words
    assert " 3 " not in words.partition("Sources and data")[0].partition("Few")[2].partition("10 students")[0]


def test_a_roster_that_cannot_be_read_stops_the_build(small_site: Callable[..., SmallSite]) -> None:
    """Without the roster nothing was compared, so nothing is published."""
    site = small_site().build(CYCLEBOOK_ROSTER="/nowhere/roster.txt")

    assert site.exit_code != 0
    assert "roster-unread" in site.output
    assert not any(name.startswith("cohorts/") for name in site.files)
