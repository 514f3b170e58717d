"""Splits a file into front matter and body, strictly, through python-frontmatter.

Plain python-frontmatter is silent on an unclosed fence, a byte-order mark, a list
and a duplicate key; the handler here is not.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from cyclebook.model.problem import Place, Problem
from cyclebook.model.storyboard import BodySection
from cyclebook.reading.places import Places
from cyclebook.reading.plain_text import MAX_MARKDOWN, plain_text
from cyclebook.reading.yaml_text import YamlText, read_yaml

SAVE_AS_UTF8 = "Save it again with the encoding UTF-8."

_FENCE = re.compile(r"---\s*")
_NEARLY_A_FENCE = re.compile(r"\s*(?:[-–—_]{2,}|[–—]|- - -)\s*")
_HEADING = re.compile(r"#{1,2}\s+(.+?)\s*#*\s*")
_CODE_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_LOOKS_LIKE_YAML = re.compile(r"(\s|-\s|[A-Za-z_][\w-]*\s*:|#\s?[a-z]|$)")


@dataclass(slots=True)
class FrontMatter:
    """The two parts of a file. `data` is None where the front matter cannot be read at all."""

    file: PurePosixPath
    data: dict[str, Any] | None
    places: Places
    body: str = ""
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    lossy: bool = False


def _near_fence(lines: list[str], end: int | None) -> int | None:
    """The line that was meant to close the front matter, where no right one stands before the text."""
    near = next(
        (number for number, line in enumerate(lines[1:end], 1) if _NEARLY_A_FENCE.fullmatch(line)), None
    )
    if near is None or not all(_LOOKS_LIKE_YAML.match(line) for line in lines[1:near]):
        return None
    if end is None:
        return near
    words = any(not _LOOKS_LIKE_YAML.match(line) or line.startswith("# ") for line in lines[near + 1 : end])
    return near if words else None


class StrictHandler(YAMLHandler):
    """Finds the fences, reads YAML with places, and collects problems instead of raising."""

    def __init__(self, file: PurePosixPath) -> None:
        super().__init__()
        self.file = file
        self.problems: list[Problem] = []
        self.body = ""
        self.body_line = 1
        self.yaml = YamlText(None, Places(file))

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body; an unclosed fence is a problem, and its end is guessed."""
        lines = text.split("\n")
        end = next((number for number, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
        near = _near_fence(lines, end)
        if near is not None:
            self.problems.append(
                Problem(
                    "open-fence",
                    Place(self.file, near + 1, 1, max(1, len(lines[near]))),
                    "This line is meant to close the front matter, but it is not exactly three hyphens.",
                    "Write --- here, with nothing before it and nothing after it.",
                )
            )
            end = near
        if end is None:
            self.problems.append(
                Problem(
                    "open-fence",
                    Place(self.file, 1, 1, 3),
                    "The front matter opens here with --- and is never closed.",
                    "Put a line with --- after the last key, before the text begins.",
                )
            )
            end = next(
                (number for number, line in enumerate(lines[1:], 1) if not _LOOKS_LIKE_YAML.match(line)),
                len(lines),
            )
            self.body_line = end + 1
            self.body = "\n".join(lines[end:])
            return "\n".join(lines[1:end]), self.body
        self.body_line = end + 2
        self.body = "\n".join(lines[end + 1 :])
        return "\n".join(lines[1:end]), self.body

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """The front matter's data as text; never raises for what an author wrote."""
        self.yaml = read_yaml(fm, self.file, first_line=2)
        return self.yaml.data if isinstance(self.yaml.data, dict) else {}


def read_front_matter(content: bytes, file: PurePosixPath) -> FrontMatter:
    """Read a Markdown file with front matter."""
    decoded = plain_text(content, file, MAX_MARKDOWN, SAVE_AS_UTF8)
    unseen = list(decoded.problems)
    if decoded.text is None:
        return FrontMatter(file, None, Places(file), problems=unseen)
    text = decoded.text
    if not _FENCE.fullmatch(text.split("\n", 1)[0]):
        return FrontMatter(file, None, Places(file), problems=[*unseen, _no_fence(text, file)])
    handler = StrictHandler(file)
    data, _ = frontmatter.parse(text, handler=handler)  # its body has lost its first empty lines
    read = handler.yaml
    if not isinstance(read.data, dict) and not read.problems and not handler.problems:
        read.problems.append(
            Problem(
                "wrong-shape",
                Place(file, 2),
                "The front matter is not a block of keys.",
                "Write one key a line, for example title: On time for breakfast",
            )
        )
    return FrontMatter(
        file,
        dict(data) if isinstance(read.data, dict) else None,
        read.places,
        handler.body,
        handler.body_line,
        [*unseen, *handler.problems, *read.problems],
        read.lossy or any(problem.place.line == 1 for problem in handler.problems),
    )


def _no_fence(text: str, file: PurePosixPath) -> Problem:
    if _NEARLY_A_FENCE.fullmatch(text.split("\n", 1)[0].rstrip()):
        return Problem(
            "no-front-matter",
            Place(file, 1),
            "The first line is meant to open the front matter, but it is not exactly three hyphens.",
            "Write --- there, with nothing before it and nothing after it.",
        )
    if re.match(r"\s+---\s*\n", text):
        return Problem(
            "no-front-matter",
            Place(file, 1),
            "Something stands before the opening ---.",
            "Make --- the very first line of the file.",
        )
    return Problem(
        "no-front-matter",
        Place(file, 1),
        "This file does not begin with front matter.",
        "Make the first line ---, then the keys, then another --- line.",
    )


def body_sections(body: str, first_line: int) -> tuple[BodySection, ...]:
    """The body by headings of the first two levels; text before any heading has an empty one."""
    sections: list[BodySection] = []
    heading, kept, started, in_code = "", list[str](), first_line, False
    for number, line in enumerate([*body.split("\n"), None], first_line):
        if line is not None and _CODE_FENCE.match(line):
            in_code = not in_code
        found = None if line is None or in_code else _HEADING.fullmatch(line)
        if line is None or found:
            markdown = "\n".join(kept).strip("\n")
            if heading or markdown.strip():
                sections.append(BodySection(heading, markdown, started))
            kept, started = [], number
            heading = found[1] if found else ""
        else:
            kept.append(line)
    return tuple(sections)
