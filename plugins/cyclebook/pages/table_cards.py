"""The sheets that are printed for a convening: the wall, a card for each table, slips for visitors."""

from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import qr_code
from cyclebook.pages.convening import meeting_day, one_line, presented_by, result_with_status, tables_address
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import Page, convening_address, relative, storyboard_address
from cyclebook.pages.prose import Prose
from cyclebook.pages.templates import fill
from cyclebook.pages.words import capital
from cyclebook.published import PublishedConvening, Station

_SHEET = 2
"""Table cards on a sheet."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a table: large enough to read from two steps away."""

    station: Station
    by: str | None
    aim: str | None
    result: str | None
    question: Markup | None
    qr: Markup | None
    address: str | None


def tables_page(convening: PublishedConvening, frame: Frame) -> Page:
    """What is printed for the day: the order of the wall, a card for each table, slips for visitors."""
    address = tables_address(convening)
    prose = Prose()
    cards = [_card(one, convening, frame, prose) for one in convening.stations]
    title = _("Cards and slips: {title}", title=convening.title)
    html = fill(
        "convening-tables.html",
        convening=convening,
        frame=frame.at(address),
        back=relative(convening_address(convening), address),
        when=meeting_day(convening),
        sheets=[cards[start : start + _SHEET] for start in range(0, len(cards), _SHEET)],
        counted=ngettext("{count} card", "{count} cards", len(cards)),
    )
    sections = (
        ("wall", _("The wall")),
        ("cards", _("Table cards")),
        ("feedback", _("Feedback")),
        ("exit", _("Exit slip")),
    )
    return Page(address, title, _("To print for {title}.", title=convening.title), html, sections)


def _card(one: Station, convening: PublishedConvening, frame: Frame, prose: Prose) -> Card:
    storyboard = one.storyboard
    question = one.question or next(iter(one.asks), None)
    url = None
    if frame.site_url:
        where = (
            storyboard_address(storyboard)
            if storyboard
            else f"{convening_address(convening)}#station-{one.number}"
        )
        url = f"{frame.site_url.rstrip('/')}/{where}"
    aim = one.aim or one.about
    if storyboard and not storyboard.withheld:
        aim = storyboard.goal.statement or f"{capital(storyboard.goal.measure)}."
    return Card(
        station=one,
        by=presented_by(one),
        aim=aim,
        result=result_with_status(storyboard) if storyboard else one.result,
        question=one_line(question, prose) if question else None,
        qr=Markup(qr_code(url, _("QR code of station {number}", number=one.number))) if url else None,  # noqa: S704 - our own
        address=url.split("://", 1)[-1] if url else None,
    )
