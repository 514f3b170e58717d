"""The gate for what sources hold back: raw counts, teams under embargo, the files themselves."""

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path, PurePosixPath

from cyclebook.building.release.finding import Finding
from cyclebook.building.release.finished import Tree
from cyclebook.model.file_kinds import PUBLISHED_TEXT, SOURCES, ending
from cyclebook.reading.personal.picture_facts import MAX_BYTES
from cyclebook.reading.regular_files import read_file

_PAIR = re.compile(
    r"(?<![\w./-])(?P<count>\d{1,6})\s?(?:/|(?:out\s+)?of)\s?(?:the\s+|these\s+|our\s+|all\s+)?(?P<size>\d{1,6})"
    r"(?![\w/]|[.,]\d|\s+(?:weeks?|teams?|tests?|schools?|days?|changes?|ideas?|storyboards?)\b)",
    re.IGNORECASE,
)
_SHORTEST = 6
_GUIDE = "guide/"
"""The program's own pages, the same on every site: their invented cohort may have the name of a real one."""
_SEARCH = "search/search_index.json"
_BETWEEN_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a finished tree is searched for.

    `words` are personal data that stand in source files, `names` finds names of a roster in a text;
    neither is ever shown. `counts` are pairs "17 of 23" of groups whose counts are not published, by
    the address of their team; `addresses` are those of teams and cohorts under embargo; `folders`
    hold files that are never copied.
    """

    counts: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    folders: tuple[Path, ...] = ()
    words: tuple[str, ...] = ()
    names: Callable[[str], bool] | None = None


def sources_told(tree: Tree, sources: Sources) -> Iterator[Finding]:
    """Where a file of the tree, or one in a zip, gives away what its sources hold back."""
    personal = _personal(sources.words)
    own = {_sum(content) for folder in sources.folders for content in _files(folder)}
    for name, content in _contents(tree):
        where = _without_addresses(name, sources)
        if ending(name) in SOURCES or _sum(content) in own:
            yield Finding(
                where,
                "This is a source file, with the raw numbers in it.",
                "Move it out of the folder of pages.",
            )
        if any(address in f"{name}/" for address in sources.addresses):
            yield Finding("the site", "A team under embargo has a file in the site.", "Build again.")
        if ending(name) in PUBLISHED_TEXT:
            yield from _in_text(where, name, content.decode("utf-8", "replace"), sources, personal)


def _personal(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Whole words only, and none so short that it stands everywhere."""
    every = "|".join(re.escape(one) for one in words if len(one) >= _SHORTEST)
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)") if every else None


def _in_text(
    where: str, name: str, text: str, sources: Sources, personal: re.Pattern[str] | None
) -> Iterator[Finding]:
    plain = unescape(_BETWEEN_TAGS.sub("", text))
    if personal is not None and (personal.search(plain) or personal.search(text)):
        yield Finding(
            where,
            "This holds personal data that stands in a source file, too.",
            "`cyclebook check` names the place in the source. Take it out of this page as well.",
        )
    if sources.names is not None and sources.names(plain):
        yield Finding(
            where, "This holds a name on the roster.", "Take the name out of the page, or out of mkdocs.yml."
        )
    if not name.startswith(_GUIDE) and any(address in text for address in sources.addresses):
        yield Finding(
            where,
            "This names a team whose embargo is not over.",
            "Take the link out of the page until the day has passed.",
        )
    if name == _SEARCH:
        entries = json.loads(text).get("docs", [])
        told = [(str(one.get("location")), f"{one.get('title')}\n{one.get('text')}") for one in entries]
    else:
        told = [(name, text)]
    for place, words in told:
        address = f"{posixpath.dirname(place)}/"
        if _tells_one_of(sources.counts.get(address, frozenset()), _BETWEEN_TAGS.sub("", words)):
            yield Finding(
                where,
                f"This tells a count of the team at {address}, whose counts are not published.",
                "Leave the number out, or say it in the words that the team's page uses.",
            )


def _tells_one_of(counts: frozenset[tuple[int, int]], words: str) -> bool:
    return bool(counts) and any(
        (int(found["count"]), int(found["size"])) in counts for found in _PAIR.finditer(words)
    )


def _contents(tree: Tree) -> Iterator[tuple[str, bytes]]:
    for name, path in tree.files.items():
        yield name, path.read_bytes()
    yield from tree.packed()


def _files(folder: Path) -> Iterator[bytes]:
    """What the files below a folder hold, one at a time.

    Not what a link leads to, and nothing larger than the largest photo: no page is made of either.
    """
    for path in sorted(folder.rglob("*")):
        content = read_file(path, PurePosixPath(path.name), MAX_BYTES)
        if isinstance(content, bytes) and content:
            yield content


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _without_addresses(name: str, sources: Sources) -> str:
    return "the site" if any(address in f"{name}/" for address in sources.addresses) else name
