"""The files of a finished site, as a visitor could download them; zip archives are opened too."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from cyclebook.audit.findings import UnreadableSite

_KINDS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".svg": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".geojson": "json",
    ".vg": "json",
    ".xml": "xml",
    ".atom": "xml",
    ".rss": "xml",
    ".ics": "text",
    ".txt": "text",
    ".md": "text",
}
_LARGEST = 50_000_000
_LARGEST_ARCHIVE = 400_000_000


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that holds words: its path below the site (inside an archive after `!/`), kind and text."""

    path: str
    kind: str
    text: str

    @property
    def folder(self) -> str:
        """The folder it lies in, "" at the top."""
        parent = str(PurePosixPath(self.path).parent)
        return "" if parent == "." else parent


def site_files(site: Path) -> Iterator[SiteFile]:
    """Every file with words, in the order of their paths.

    Raises UnreadableSite where the folder or a file of it cannot be read.
    """
    if not site.is_dir():
        raise UnreadableSite(f"There is no site in {site}: the folder does not exist. Build it first.")
    try:
        paths = sorted(path for path in site.rglob("*") if path.is_file())
        if not paths:
            raise UnreadableSite(f"There is no site in {site}: the folder is empty. Build it first.")
        for path in paths:
            name, suffix = path.relative_to(site).as_posix(), path.suffix.lower()
            if suffix == ".zip":
                yield from _archived(name, path.read_bytes())
            elif suffix in _KINDS:
                yield _read(name, suffix, path.read_bytes())
    except OSError as error:
        raise UnreadableSite(f"The site in {site} cannot be read: {error.strerror or error}.") from error


def _read(name: str, suffix: str, raw: bytes) -> SiteFile:
    if len(raw) > _LARGEST:
        raise UnreadableSite(
            f"{name} is larger than {_LARGEST // 1_000_000} MB; the audit reads no such file."
        )
    return SiteFile(name, _KINDS[suffix], raw.decode("utf-8-sig", errors="replace"))


def _archived(name: str, raw: bytes) -> Iterator[SiteFile]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = sorted(archive.infolist(), key=lambda one: one.filename)
            if sum(one.file_size for one in entries) > _LARGEST_ARCHIVE:
                raise UnreadableSite(f"{name} unpacks to more than the audit reads.")
            for entry in entries:
                suffix = PurePosixPath(entry.filename).suffix.lower()
                if suffix in _KINDS and not entry.is_dir():
                    yield _read(f"{name}!/{entry.filename}", suffix, archive.read(entry))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableSite(f"{name} is not a zip archive that can be opened.") from error
