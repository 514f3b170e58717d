"""Finds the list blocks in the hub's plain pages, which MkDocs renders.

Plain MkDocs would print a block with a mistake as text without a word; here it is a problem with its line.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

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
from cyclebook.reading.content_files import is_article, is_taken, not_taken
from cyclebook.reading.front_matter import SAVE_AS_UTF8
from cyclebook.reading.list_checks import check_list
from cyclebook.reading.plain_text import MAX_MARKDOWN, plain_text
from cyclebook.reading.regular_files import linked, no_plain_file, read_file
from cyclebook.reading.written_blocks import read_options

LISTS: dict[str, type[ListBlock]] = {
    "storyboards": StoryboardsBlock,
    "ideas": IdeasBlock,
    "cohort-summary": CohortSummaryBlock,
    "run-charts": RunChartsBlock,
}
LIST_OPTIONS = {name: frozenset(model.model_fields) for name, model in LISTS.items()}

_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_hub_pages(
    content: Path,
    shown: PurePosixPath,
    teams: Path,
    library: Library,
    of_theme: frozenset[str] = frozenset(),
) -> HubPages:
    """Every plain page below `content` that holds blocks; problems name paths below `shown`.

    Also what stays off the site: files of other kinds, in other places, or named as one `of_theme`.
    """
    pages: list[HubPageFile] = []
    problems: list[Problem] = []
    left_out: list[PurePosixPath] = []
    ground: Ground | None = None
    for path in odd_ones(content):
        name = PurePosixPath(path.relative_to(content).as_posix())
        if is_article(name):
            continue
        problems.append(linked(shown / name) if path.is_symlink() else no_plain_file(shown / name))
        left_out.append(name)
    for name, problem in not_taken(content, shown, of_theme):
        left_out.append(name)
        problems.extend([problem] if problem else [])
    for path in _plain_pages(content):
        name = PurePosixPath(path.relative_to(content).as_posix())
        if _within(name, left_out):
            continue
        text = _text(path, shown / name)
        if isinstance(text, Problem):
            problems.append(text)
            left_out.append(name)
            continue
        if not has_blocks(text):
            continue
        ground = ground or ground_of(teams, library)
        lists, found = _read(text, shown / name, ground)
        problems.extend(found)
        pages.append(HubPageFile(name, lists))
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.order))
    return HubPages(tuple(pages), ordered, tuple(left_out))


def odd_ones(content: Path) -> Iterator[Path]:
    """What MkDocs must not follow or copy: links, pipes and devices below the folder of the hub's pages."""
    for folder, folders, files in os.walk(content):
        for name in sorted((*folders, *files)):
            path = Path(folder) / name
            try:
                mode = path.lstat().st_mode
            except OSError:
                continue
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                yield path


def _within(name: PurePosixPath, left_out: list[PurePosixPath]) -> bool:
    return any(name.is_relative_to(one) for one in left_out)


def _text(path: Path, shown: PurePosixPath) -> str | Problem:
    """The text of a page; a problem where MkDocs would stumble over it."""
    content = read_file(path, shown, MAX_MARKDOWN)
    if isinstance(content, Problem):
        return content
    decoded = plain_text(content, shown, MAX_MARKDOWN, SAVE_AS_UTF8)
    return decoded.problems[0] if decoded.problems else decoded.text or ""


def _plain_pages(content: Path) -> Iterator[Path]:
    """The pages that MkDocs renders: all but case studies, reports and convenings."""
    for path in sorted(content.rglob("*.md")) if content.is_dir() else ():
        name = PurePosixPath(path.relative_to(content).as_posix())
        if is_taken(name) and not is_article(name):
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
            options, found = read_list(item, shown, ground, misplaced)
            problems.extend(found)
            lists.append(HubList(item.name, item.options.text, options))
    return tuple(lists), problems


def read_list(
    item: WrittenBlock, shown: PurePosixPath, ground: Ground, misplaced: Sequence[Problem] = ()
) -> tuple[ListBlock | None, list[Problem]]:
    """What a list block says, None where it cannot be used, and the problems in it.

    `misplaced` are those that were found while the page was split.
    """
    found: list[Problem] = []
    read = read_options(item, LISTS, shown, found)
    if read and read.value:
        found.extend(check_list(read.value, read.places, ground))
    own = range(item.place.line, item.options.line + item.options.text.count("\n") + 1)
    wrong = any(problem.severity is Severity.ERROR for problem in found) or any(
        problem.place.line in own for problem in misplaced
    )
    return (read.value if read and item.closed and not wrong else None), found


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
