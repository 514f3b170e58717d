"""What every page needs to know of the site around it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from cyclebook.figures.qr_code import qr_code
from cyclebook.pages.page import ABOUT, COHORTS, HOME, NUMBERS, relative


@dataclass(frozen=True, slots=True)
class Colophon:
    """The foot of a printed page: its public address and a QR code of it."""

    address: str
    qr: Markup


@dataclass(frozen=True, slots=True)
class Here:
    """Links from one page, and its colophon where the site's public address is known."""

    link: Callable[[str], str]
    home: str
    cohorts: str
    about: str
    numbers: str
    colophon: Colophon | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The site: its public address (https://…/ or None), the day, and the pages that the hub introduces."""

    site_url: str | None
    as_of: date
    worded: frozenset[str] = frozenset()

    def at(self, address: str) -> Here:
        """The frame as seen from the page at `address`."""
        colophon = None
        if self.site_url:
            url = f"{self.site_url.rstrip('/')}/{address}"
            colophon = Colophon(url.split("://", 1)[-1], Markup(qr_code(url)))  # noqa: S704 - our own drawing
        return Here(
            lambda target: relative(target, address),
            relative(HOME, address),
            relative(COHORTS, address),
            relative(ABOUT, address),
            relative(NUMBERS, address),
            colophon,
        )
