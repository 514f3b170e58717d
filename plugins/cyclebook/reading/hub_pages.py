"""Finds the list blocks in the hub's plain pages, which MkDocs renders.

Plain MkDocs would print a block with a mistake as text without a word; here it is a problem with its line.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cyclebook.model.article import ArticleKind
from cyclebook.model.convening import CONVENINGS
from cyclebook.model.lists import (
    CohortSummaryBlock,
    HubList,
    HubPageFile,
    HubPages,
    IdeasBlock,
    ListBlock,
    RunChartsBlock,
    StoryboardsBlock,
)
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.article_body import Passage, WrittenBlock, scan_body
from cyclebook.reading.article_ground import Ground, ground_of
from cyclebook.reading.list_checks import check_list
from cyclebook.reading.written_blocks import read_options

LISTS: dict[str, type[ListBlock]] = {
    "storyboards": StoryboardsBlock,
    "ideas": IdeasBlock,
    "cohort-summary": CohortSummaryBlock,
    "run-charts": RunChartsBlock,
}
LIST_OPTIONS = {name: frozenset(model.model_fields) for name, model in LISTS.items()}

_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_READ_ELSEWHERE = frozenset({*(kind.value for kind in ArticleKind), CONVENINGS})
_LISTS_OF_ARTICLES = ("index.md", "README.md")


def read_hub_pages(content: Path, shown: PurePosixPath, teams: Path, library: Library) -> HubPages:
    """Every plain page below `content` that holds blocks; problems name paths below `shown`."""
    pages: list[HubPageFile] = []
    problems: list[Problem] = []
    ground: Ground | None = None
    for path in _plain_pages(content):
        try:
            text = path.read_text("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            continue  # MkDocs reads the page too, and says what is wrong with it
        if not has_blocks(text):
            continue
        ground = ground or ground_of(teams, library)
        name = PurePosixPath(path.relative_to(content).as_posix())
        lists, found = _read(text, shown / name, ground)
        problems.extend(found)
        pages.append(HubPageFile(name, lists))
    return HubPages(tuple(pages), tuple(sorted(set(problems), key=lambda problem: problem.order)))


def _plain_pages(content: Path) -> Iterator[Path]:
    """The pages that MkDocs renders: all but case studies, reports and convenings."""
    for path in sorted(content.rglob("*.md")) if content.is_dir() else ():
        parts = path.relative_to(content).parts
        article = len(parts) == 2 and parts[0] in _READ_ELSEWHERE and parts[1] not in _LISTS_OF_ARTICLES
        if not article and not any(part.startswith(".") for part in parts):
            yield path


def has_blocks(text: str) -> bool:
    """True where a line of a page begins with three slashes."""
    return re.search(r"^ {0,3}///", text, re.MULTILINE) is not None


def _read(text: str, shown: PurePosixPath, ground: Ground) -> tuple[tuple[HubList, ...], list[Problem]]:
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    items, misplaced = scan_body(
        text[start:], shown, text[:start].count("\n") + 1, LIST_OPTIONS, with_pictures=False
    )
    problems = list(misplaced)
    lists = []
    for item in items:
        if isinstance(item, WrittenBlock):
            found: list[Problem] = []
            read = read_options(item, LISTS, shown, found)
            if read and read.value:
                found.extend(check_list(read.value, read.places, ground))
            own = range(item.place.line, item.options.line + item.options.text.count("\n") + 1)
            wrong = any(problem.severity is Severity.ERROR for problem in found) or any(
                problem.place.line in own for problem in misplaced
            )
            problems.extend(found)
            options = read.value if read and item.closed and not wrong else None
            lists.append(HubList(item.name, item.options.text, options))
    return tuple(lists), problems


def split_page(text: str) -> list[str | tuple[str, str, str]]:
    """A page's Markdown in order: words, and blocks as (name, options as written, the words in it).

    The words of a block that does not exist go with it, unless nothing says where it ends.
    """
    items, _ = scan_body(text, PurePosixPath(), 1, LIST_OPTIONS, with_pictures=False)
    parts: list[str | tuple[str, str, str]] = []
    for item in items:
        if isinstance(item, Passage):
            parts.append(item.text)
        elif isinstance(item, WrittenBlock):
            kept = item.name in LISTS or not item.closed
            parts.append((item.name, item.options.text, item.passage.text if kept else ""))
    return parts
