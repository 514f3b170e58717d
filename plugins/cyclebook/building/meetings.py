"""Convenings: their pages with the agenda for calendars, and the zips made of finished pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cyclebook.outputs import Stick, calendar, packed
from cyclebook.pages import Download, Page, convening_page, convenings_page, tables_page
from cyclebook.pages.convening import calendar_address, stick_address
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import convening_address
from cyclebook.pages.usb_stick import carried, framed
from cyclebook.published import PublishedConvening, PublishedNetwork


def meeting_pages(convenings: tuple[PublishedConvening, ...], frame: Frame) -> Iterator[Page]:
    """The list of convenings, and each with its sheets to print; nothing where there are none."""
    if convenings:
        yield convenings_page(convenings, frame)
    for one in convenings:
        address = convening_address(one)
        url = f"{frame.site_url.rstrip('/')}/{address}" if frame.site_url else None
        agenda = calendar(one, url)
        downloads = (Download(calendar_address(one), agenda),) if agenda else ()
        page = convening_page(one, frame)
        yield replace(page, downloads=(*downloads, *page.downloads))
        if one.cards:
            yield tables_page(one, frame)


def sticks(
    convenings: tuple[PublishedConvening, ...], network: PublishedNetwork
) -> tuple[tuple[str, Stick], ...]:
    """What to carry of each convening, with the address of its zip."""
    made = []
    for one in convenings:
        pages = carried(one, network)
        made.append((stick_address(one), Stick(one.slug, pages.addresses, framed, pages.listed, one.title)))
    return tuple(made)


def write_sticks(made: tuple[tuple[str, Stick], ...], folder: Path, site_url: str | None) -> None:
    """Write the zips into a finished site."""

    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    for address, stick in made:
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(packed(stick, read, site_url))
