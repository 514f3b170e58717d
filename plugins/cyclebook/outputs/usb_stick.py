"""A part of the finished site as a zip file that opens from a stick, with no network and no server.

A browser shows a file, never a folder's index: links lead to index.html. A search needs a
server; a page that lists everything takes its place. What is not on the stick is linked to at its
public address, or stands there as plain words where the site has none.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urlsplit

_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file knows: the same bytes whenever it is made."""
_CSS_URL = re.compile(r"url\(\s*['\"]?(?P<path>[^'\")]+)['\"]?\s*\)")
_OWN_SCRIPTS = "assets/cyclebook/"


@dataclass(frozen=True, slots=True)
class Stick:
    """The pages to carry, by address, below a folder of the zip; the first gives the list its styles.

    `framed` makes a whole page, from language, title, styles, scripts, contents (the link to the list) and
    article; `listed` is the article of the page that lists all of them.
    """

    folder: str
    addresses: tuple[str, ...]
    framed: Callable[..., str]
    listed: str
    title: str


def packed(stick: Stick, read: Callable[[str], bytes | None], site_url: str | None) -> bytes:
    """The zip. `read` gives a file of the finished site by its path, None where there is none.

    The same site gives the same bytes. A page that is not in the finished site is left out.
    """
    addresses = {one for one in stick.addresses if read(f"{one}index.html") is not None}
    files: dict[str, bytes] = {}
    wanted: list[str] = []
    shell: _Page | None = None
    for address in [one for one in stick.addresses if one in addresses]:
        page = _Page(address, addresses, read, site_url)
        page.feed((read(f"{address}index.html") or b"").decode("utf-8"))
        page.close()
        wanted.extend(page.files)
        files[f"{address}index.html"] = stick.framed(
            language=page.language,
            title=unescape(page.title).strip(),
            styles=tuple(page.styles),
            scripts=tuple(page.scripts),
            contents=posixpath.relpath("index.html", address or "."),
            article="".join(page.kept),
        ).encode("utf-8")
        shell = shell or page
    if shell is not None:
        styles = tuple(posixpath.normpath(posixpath.join(shell.address, one)) for one in shell.styles)
        files["index.html"] = stick.framed(
            language=shell.language,
            title=stick.title,
            styles=styles,
            scripts=(),
            contents="index.html",
            article=stick.listed,
        ).encode("utf-8")
    for path, content in _with_what_styles_need(wanted, read):
        files.setdefault(path, content)
    return _zipped({f"{stick.folder}/{path}": content for path, content in files.items()})


def _with_what_styles_need(
    wanted: Iterable[str], read: Callable[[str], bytes | None]
) -> Iterator[tuple[str, bytes]]:
    """The files and, where one is a stylesheet, the fonts and pictures that it names."""
    waiting, seen = list(wanted), set[str]()
    while waiting:
        path = waiting.pop()
        content = None if path in seen else read(path)
        seen.add(path)
        if content is None:
            continue
        yield path, content
        if path.endswith(".css"):
            for found in _CSS_URL.finditer(content.decode("utf-8")):
                if not urlsplit(found["path"]).scheme and not found["path"].startswith("#"):
                    named = unquote(urlsplit(found["path"]).path)
                    waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(path), named)))


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _BEGINNING_OF_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path])
    return out.getvalue()


@dataclass(slots=True, eq=False)
class _Page(HTMLParser):
    """One finished page: its article with links that work from a file, and what it needs."""

    address: str
    addresses: set[str]
    read: Callable[[str], bytes | None]
    site_url: str | None
    language: str = "en"
    title: str = ""
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    inside: bool = False
    drawings: int = 0
    in_title: bool = False
    closing: list[str] = field(default_factory=list)
    """What ends each link that is open: "a", or the element that took its place."""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag of the article goes through; of the rest, what the page looks like and is called."""
        known = dict(attrs)
        if tag == "article":
            self.inside = True
        if self.inside:
            self.drawings += tag == "svg"
            self.kept.append(self._started(tag, known))
        elif tag == "html":
            self.language = known.get("lang") or self.language
        elif tag == "title":
            self.in_title = not self.title
        elif tag == "link" and known.get("rel") == "stylesheet" and self._own(known.get("href")):
            self.styles.append(known["href"] or "")
        elif tag == "script" and _OWN_SCRIPTS in (known.get("src") or "") and self._own(known["src"]):
            self.scripts.append(known["src"] or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The same for an element that ends where it begins; it opens nothing."""
        drawings = self.drawings
        self.handle_starttag(tag, attrs)
        self.drawings = drawings
        if self.inside and tag == "a":
            self.kept.append(f"</{self.closing.pop()}>")

    def handle_endtag(self, tag: str) -> None:
        if not self.inside:
            self.in_title = False
            if tag == "article":
                self.inside = False
            return
        self.drawings -= tag == "svg"
        self.kept.append(f"</{self.closing.pop() if tag == 'a' and self.closing else tag}>")
        if tag == "article":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.kept.append(data)
        elif self.in_title:
            self.title += data

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Comments are not for readers."""

    def _started(self, tag: str, attrs: dict[str, str | None]) -> str:
        """The tag as it stands on the stick."""
        written = self.get_starttag_text() or ""
        if tag == "img":
            return written if self._own(attrs.get("src")) else ""
        if tag != "a":
            return written
        href = attrs.get("href")
        link = href if href is None else self._link(href)
        if link == href:
            self.closing.append("a")
            return written
        if link is None:
            plain = "g" if self.drawings else "span"
            self.closing.append(plain)
            return f"<{plain}>"
        self.closing.append("a")
        told = [(name, link if name == "href" else value) for name, value in attrs.items()]
        if urlsplit(link).scheme:
            told = [(name, value) for name, value in told if name != "download"]
        named = (name if value is None else f'{name}="{escape(value)}"' for name, value in told)
        return f"<a {' '.join(named)}>"

    def _own(self, link: str | None) -> bool:
        """True for a file of the site; it comes along."""
        if not link or urlsplit(link).scheme or link.startswith("//"):
            return bool(link and link.startswith("data:"))
        path = self._path(link)
        if self.read(path) is None:
            return False
        self.files.append(path)
        return True

    def _path(self, link: str) -> str:
        path = unquote(urlsplit(urldefrag(link)[0]).path)
        return posixpath.normpath(posixpath.join(self.address, path))

    def _link(self, href: str) -> str | None:
        """Where a link leads from the stick; None where it leads nowhere."""
        address, fragment = urldefrag(href)
        if not address or urlsplit(address).scheme:
            return href
        tail = f"#{fragment}" if fragment else ""
        path = self._path(href)
        folder = "" if path == "." else f"{path}/"
        if folder in self.addresses:
            return f"{posixpath.relpath(f'{folder}index.html', self.address or '.')}{tail}"
        beside = any(path.startswith(one) for one in self.addresses if one)
        if beside and not address.endswith("/") and self._own(href):
            return href
        if self.site_url:
            whole = folder if address.endswith("/") else path
            return f"{self.site_url.rstrip('/')}/{whole}{tail}"
        return None
