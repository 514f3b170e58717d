"""A Content Security Policy for each page, made from the page: what is not listed does not run or load.

Material's own inline scripts are listed by their SHA-256. A script is known where the error page has
it too: that page is made from the theme and from `mkdocs.yml`, and holds not a word of any author.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from cyclebook.building.release.finding import Finding
from cyclebook.building.release.finished import FinishedPage, Tag, Tree

REFERENCE = "404.html"
HEADERS = "_headers"
_POLICY = "Content-Security-Policy"
_ONLY_OF_THEME = "Let the theme make every page: write it in Markdown."
_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of a script element that a browser reads and never runs."""
_SCOPE = re.compile(r'new URL\("[A-Za-z0-9/._~-]*",location\)')
_HEAD = re.compile(r"<head(?:\s[^>]*)?>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_ALWAYS = {
    "default-src": ("'none'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
"""The same for every page: the site's own files, pictures within stylesheets, and nothing else."""


def is_data(script: Tag) -> bool:
    """True for a script element that holds data for another script."""
    return (script.get("type") or "").strip().lower() in _DATA


def shape(script: Tag) -> str:
    """The text of an inline script; the way to the site's root, which differs from page to page, left out."""
    return _SCOPE.sub('new URL("",location)', script.text)


def known_scripts(tree: Tree) -> frozenset[str]:
    """The shapes of the theme's inline scripts."""
    reference = tree.pages.get(REFERENCE)
    return frozenset(shape(one) for one in _inline(reference)) if reference else frozenset()


def _inline(page: FinishedPage) -> list[Tag]:
    return [tag for tag in page.tags if tag.name == "script" and tag.get("src") is None and not is_data(tag)]


def protect(tree: Tree) -> None:
    """Write the policy into the head of every page, and `_headers` for hosts that read one.

    Run before anything reads the pages as they will be published: `tree` is read anew after it.
    """
    known = known_scripts(tree)
    scripts: set[str] = set()
    styles: set[str] = set()
    for name, page in tree.pages.items():
        own_scripts = {_hash(one.text) for one in _inline(page) if shape(one) in known}
        own_styles = {_hash(style) for style in _styles(page)}
        scripts |= own_scripts
        styles |= own_styles
        tag = f'<meta http-equiv="{_POLICY}" content="{policy(own_scripts, own_styles)}">'
        found = _HEAD.search(page.source)
        if found is not None:
            (tree.folder / name).write_bytes(
                f"{page.source[: found.end()]}\n{tag}{page.source[found.end() :]}".encode()
            )
    (tree.folder / HEADERS).write_text(_headers(policy(scripts, styles)), "utf-8")


def unprotected(tree: Tree) -> Iterator[Finding]:
    """Pages whose policy is missing or comes too late: only the character set may stand before it."""
    for name, page in tree.pages.items():
        for tag in page.tags:
            if tag.name == "meta" and (tag.get("http-equiv") or "").lower() == _POLICY.lower():
                break
            if not (tag.name in ("html", "head") or (tag.name == "meta" and tag.get("charset"))):
                yield Finding(name, "This page has no head that could hold its policy.", _ONLY_OF_THEME)
                break
        else:
            yield Finding(name, "This page has no head that could hold its policy.", _ONLY_OF_THEME)


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy that lets these inline scripts run, and these style attributes apply, by hash."""
    listed = sorted(styles)
    told: Mapping[str, Iterable[str]] = {
        **_ALWAYS,
        "script-src": ("'self'", *sorted(scripts)),
        "style-src": ("'self'", *(["'unsafe-hashes'", *listed] if listed else [])),
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in told.items())


def _styles(page: FinishedPage) -> list[str]:
    """Style attributes: files for e-mail cannot do without, for mail programs read no stylesheet."""
    return [value for tag in page.tags if (value := tag.get("style")) is not None]


def _hash(text: str) -> str:
    summed = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{summed}'"


def _headers(together: str) -> str:
    """Headers for every address: the policy of all pages together, and what a page cannot say of itself."""
    return (
        "/*\n"
        f"  {_POLICY}: {together}; frame-ancestors 'self'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    )
