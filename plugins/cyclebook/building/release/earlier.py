"""The release that is published now, as a source of pages whose files cannot be read any more.

A page is taken over only where its bytes are those of the release, and the privacy rules that it was
published under are still the same.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from cyclebook.building.release.manifest import Manifest, ManifestError, read_manifest
from cyclebook.pages import Page

_ARTICLE = re.compile(r'<article class="[^"]*" id="article"[^>]*>(?P<html>.*)</article>', re.DOTALL)
_TITLE = re.compile(r'<h1 class="masthead__title"[^>]*>(?P<title>.*?)</h1>', re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="(?P<text>[^"]*)"')
_SECTION = re.compile(r'<h2 class="spread__head" id="(?P<id>[^"]*)">(?P<words>.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class EarlierRelease:
    """A published site and its manifest. `rules` are the privacy rules of today, by address of a cohort."""

    folder: Path
    manifest: Manifest

    @classmethod
    def read(cls, site: Path) -> "EarlierRelease | None":
        """The release in a folder; None where there is none, or one that was changed by hand."""
        try:
            return cls(site, read_manifest(site))
        except ManifestError:
            return None

    def page(self, address: str, rules: Mapping[str, str]) -> tuple[Page, date] | None:
        """The page at an address, and the day it was last made from its file; None without a good one.

        `rules` has today's privacy rules by the address of what they are for, as `Made.rules` keeps them.
        """
        cohort = f"{address.rstrip('/').rpartition('/')[0]}/"
        same = cohort in rules and self.manifest.rules.get(cohort) == rules[cohort]
        source = self._read(f"{address}index.html") if same else None
        if source is None:
            return None
        article, title = _ARTICLE.search(source), _TITLE.search(source)
        if article is None or title is None:
            return None
        description = _DESCRIPTION.search(source)
        page = Page(
            address,
            _plain(title["title"]),
            unescape(description["text"]) if description else "",
            article["html"],
            tuple((one["id"], _plain(one["words"])) for one in _SECTION.finditer(article["html"])),
        )
        return page, self.manifest.kept.get(address, self.manifest.as_of)

    def copy_beside(self, address: str, folder: Path) -> None:
        """Copy what lies beside a page (its CSV files, its pictures) into a new tree, where it is not yet."""
        for name in self.manifest.files:
            target = folder / name
            beside = name.startswith(address) and name != f"{address}index.html"
            content = self._bytes(name) if beside and not target.exists() else None
            if content is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)

    def _read(self, name: str) -> str | None:
        content = self._bytes(name)
        return None if content is None else content.decode("utf-8", "replace")

    def _bytes(self, name: str) -> bytes | None:
        """A file of the release, None where it is not there as it was published, or lies behind a link."""
        path = self.folder / name
        try:
            if path.resolve() != self.folder.resolve() / name:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == self.manifest.files.get(name) else None


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
