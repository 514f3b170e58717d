"""Which teams keep the page of an earlier release while their file cannot be read, and under what rules."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path, PurePosixPath

import cyclebook
from cyclebook.building.release.earlier import EarlierRelease
from cyclebook.disclosure import embargoed
from cyclebook.model.network import Library
from cyclebook.pages import Page, kept_page
from cyclebook.pages.page import cohort_address
from cyclebook.reading.regular_files import read_file

_NOT_TO_RELY_ON = ("publishafter", "privacy", "embargo")
"""Keys that may hold a page back or narrow it: in a file with mistakes nobody knows what they say."""
_NEAR = 0.75
"""How alike a word may be to one of them, from 0 to 1: the mistake may be in that very word."""
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of an earlier release, marked, with its file and the day it was last made from it."""

    page: Page
    since: date
    cohort: str
    path: PurePosixPath
    earlier: EarlierRelease

    def copy_beside(self, folder: Path) -> None:
        """Copy the files beside the page into a new tree."""
        self.earlier.copy_beside(self.page.address, folder)


def privacy_rules(library: Library) -> Mapping[str, str]:
    """A number for the privacy rules of each cohort, by its address: another one once they change.

    The program's version is part of it, for a later one may be stricter.
    """
    network = library.network
    every = {}
    for folder in library.cohorts:
        written = [network.privacy.model_dump_json() if network else "", cyclebook.__version__]
        written.append(folder.cohort.privacy.model_dump_json() if folder.cohort.privacy else "")
        every[cohort_address(folder.slug)] = hashlib.sha256("\n".join(written).encode()).hexdigest()
    return every


def kept_pages(
    library: Library,
    teams: Path,
    earlier: EarlierRelease | None,
    as_of: date,
    tainted: frozenset[PurePosixPath],
) -> Iterator[KeptPage]:
    """The pages that teams keep. None where the cohort is embargoed, or where the file speaks of an embargo
    or of a narrower policy: what it says of them cannot be relied on while it has mistakes. Nor does a
    team keep its page that has personal data in one of the `tainted` files: the page may hold the same.
    """
    if earlier is None:
        return
    rules = privacy_rules(library)
    for folder in library.cohorts:
        if embargoed(folder.cohort, as_of):
            continue
        for slug in folder.broken:
            address = f"{cohort_address(folder.slug)}{slug}/"
            path = folder.path / f"{slug}.md"
            gone = _may_show_less(path, folder.slug, teams) or any(_is_of(path, one) for one in tainted)
            found = None if gone else earlier.page(address, rules)
            if found is not None:
                page, since = found
                yield KeptPage(kept_page(page, since), since, folder.slug, path, earlier)


def _may_show_less(path: PurePosixPath, cohort: str, teams: Path) -> bool:
    """True for a file with a word near one of these keys, with hidden letters, or that cannot be read."""
    content = read_file(teams / cohort / path.name, path, _MOST_BYTES)
    if not isinstance(content, bytes):
        return True
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return True
    return "\\" in text or any(_is_near(word) for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """Words, and two words together, in small letters without what joins them: publish_after as one."""
    words = [re.sub(r"[\W_]", "", word.casefold()) for word in re.findall(r"[^\W\d][\w-]*", text)]
    yield from words
    yield from (f"{first}{second}" for first, second in pairwise(words))


def _is_near(word: str) -> bool:
    return bool(get_close_matches(word, _NOT_TO_RELY_ON, n=1, cutoff=_NEAR))


def _is_of(storyboard: PurePosixPath, file: PurePosixPath) -> bool:
    """True for the storyboard itself and a file in its folder; any CSV file of the cohort may be its own."""
    table = file.suffix == ".csv" and file.parent == storyboard.parent
    return table or file == storyboard or file.is_relative_to(storyboard.with_suffix(""))
