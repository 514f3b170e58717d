"""Atom feeds of weeks (RFC 4287). Ids and days come from the facts, never from a clock or an address."""

import posixpath
from collections.abc import Iterable
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from cyclebook.catalogue import spoken_language
from cyclebook.figures.lettering import one_line
from cyclebook.outputs.addresses import Addresses
from cyclebook.outputs.templates import fill
from cyclebook.outputs.week_parts import week_parts
from cyclebook.published import WeekReport

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 60


def weeks_feed(
    reports: Iterable[WeekReport], *, title: str, network: str, address: str, about: str, addresses: Addresses
) -> str | None:
    """The feed at `address` of the weeks that have a date, newest first; None without any.

    An entry must say when it changed. `about` is the address of the page that the feed belongs to.
    Links are whole where the site's address is known, else from the feed to the page.
    """
    dated = [(one.updated, one) for one in reports if one.updated is not None]
    newest = sorted(dated, key=lambda pair: (pair[0], pair[1].cohort_slug, pair[1].week), reverse=True)[
        :_MOST
    ]
    if not newest:
        return None
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": spoken_language()})
    _text(feed, "title", title)
    _text(feed, "id", _id(network, address))
    _text(feed, "updated", _moment(newest[0][0]))
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _text(author, "name", network)
    _link(feed, "alternate", about, address, addresses)
    if addresses.site_url:
        _link(feed, "self", address, address, addresses)
    for day, report in newest:
        _entry(feed, report, day, network, address, addresses)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(
    feed: ET.Element, report: WeekReport, day: date, network: str, address: str, addresses: Addresses
) -> None:
    entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
    _text(entry, "title", report.title)
    _text(entry, "id", _id(network, f"cohorts/{report.cohort_slug}/weeks/{report.week}"))
    _text(entry, "updated", _moment(day))
    _link(entry, "alternate", addresses.week(report), address, addresses)
    _text(entry, "summary", report.sentence)
    parts = week_parts(report, addresses)
    content = ET.SubElement(entry, f"{{{_ATOM}}}content", {"type": "html"})
    content.text = one_line(fill("feed-entry.html", report=report, parts=parts))


def _id(network: str, what: str) -> str:
    """The same id for the same week of the same network, wherever the site stands."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'cyclebook:{network}:{what}')}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = one_line(words)


def _link(parent: ET.Element, rel: str, target: str, address: str, addresses: Addresses) -> None:
    kind = "application/atom+xml" if rel == "self" else "text/html"
    ET.SubElement(
        parent,
        f"{{{_ATOM}}}link",
        {"rel": rel, "type": kind, "href": addresses.whole(target) or _relative(target, address)},
    )


def _relative(target: str, address: str) -> str:
    """From the folder of the feed to a page."""
    path = posixpath.relpath(target or ".", posixpath.dirname(address) or ".")
    return f"{path}/"
