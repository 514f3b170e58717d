"""The pages of a convening on a USB stick: our articles in a plain frame, and a list of them."""

from dataclasses import dataclass

from cyclebook.catalogue import _
from cyclebook.pages.convening import tables_address
from cyclebook.pages.page import (
    ABOUT,
    NUMBERS,
    cohort_address,
    convening_address,
    storyboard_address,
)
from cyclebook.pages.templates import fill, markup
from cyclebook.published import PublishedConvening, PublishedNetwork


@dataclass(frozen=True, slots=True)
class Carried:
    """The pages on the stick by address, in the order of the list, and the list itself as HTML."""

    addresses: tuple[str, ...]
    listed: str


def carried(convening: PublishedConvening, network: PublishedNetwork) -> Carried:
    """The convening with its sheets, the storyboards of its stations, their cohorts, and how to read them."""
    shown = [one.storyboard for one in convening.stations if one.storyboard]
    slugs = {one.cohort_slug for one in shown}
    groups = [
        (_("The convening"), [(convening_address(convening), convening.title)]),
        (
            _("Stations"),
            [
                (storyboard_address(one.storyboard), f"{one.number}. {one.title}")
                for one in convening.stations
                if one.storyboard
            ],
        ),
        (
            _("Cohorts"),
            [(cohort_address(one.slug), one.title) for one in network.cohorts if one.slug in slugs],
        ),
        (_("About"), [(NUMBERS, _("How we read the numbers")), (ABOUT, _("About the data"))]),
    ]
    if convening.cards:
        groups[0][1].append((tables_address(convening), _("Cards and slips to print")))
    return Carried(
        tuple(address for group in groups for address, words in group[1]),
        fill(
            "usb_stick_list.html",
            title=convening.title,
            groups=[
                (heading, [(f"{address}index.html", words) for address, words in pages])
                for heading, pages in groups
                if pages
            ],
        ),
    )


def framed(
    *,
    language: str,
    title: str,
    styles: tuple[str, ...],
    scripts: tuple[str, ...],
    contents: str,
    article: str,
) -> str:
    """A whole page for the stick around one of our articles; links are relative to the page."""
    return fill(
        "usb_stick.html",
        language=language,
        title=title,
        styles=styles,
        scripts=scripts,
        contents=contents,
        article=markup(article),
    )
