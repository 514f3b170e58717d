"""The head of a storyboard: who, where, when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cyclebook.catalogue import _, ngettext
from cyclebook.figures.phrases import numeral
from cyclebook.pages.page import NETWORK, convening_address, district_id, driver_address, relative
from cyclebook.pages.words import capital, roles, weeks_reported
from cyclebook.published import PublishedConvening, PublishedStoryboard
from cyclebook.published.days import day_text, span_text


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of facts at the head of a page: a label, and its words with their links."""

    label: str
    parts: tuple[tuple[str, str | None], ...]


def fact(label: str, words: str | None, link: str | None = None) -> Fact:
    """A row of one part; of none where there are no words."""
    return Fact(label, ((words, link),) if words else ())


def by_line(one: PublishedStoryboard) -> str | None:
    """School and focus, where they are not the title already."""
    parts = [one.school, one.focus]
    return ", ".join(part for part in parts if part and part != one.title) or None


def masthead_facts(
    one: PublishedStoryboard,
    address: str,
    meetings: tuple[PublishedConvening, ...] = (),
    as_of: date = date.max,
) -> list[Fact]:
    """The rows of the masthead's facts: what is linked leads to those who share it.

    `meetings` are those where it has a station, newest first; one after `as_of` is still to come.
    """
    coming = tuple(meeting for meeting in meetings if meeting.day and meeting.day > as_of)
    past = tuple(meeting for meeting in meetings if meeting not in coming)
    district = None
    if one.district_id:
        district = f"{relative(NETWORK, address)}#{district_id(one.district_at, one.district_id)}"
    rows = [
        fact(_("School"), one.school),
        fact(_("District"), one.district, district),
        fact(_("Level"), one.level.capitalize() if one.level else None),
        fact(_("Cohort"), one.cohort_title, relative(f"cohorts/{one.cohort_slug}/", address)),
        fact(_("Priority"), one.priority),
        Fact(_("Drivers") if len(one.drivers) > 1 else _("Driver"), tuple(_driver_links(one, address))),
        fact(_("Dates"), _dates(one)),
        fact(_("Team"), roles(one.team)),
        fact(_("Coach"), one.coach),
        fact(_("Facilitator"), one.facilitator),
        fact(_("Sponsor"), one.sponsor),
        fact(_("Weeks counted"), weeks_reported(one) if one.withheld is None else None),
        Fact(_("Shown at"), tuple(_meeting_links(past, address))),
        Fact(_("To be shown at"), tuple(_meeting_links(coming, address))),
    ]
    return [row for row in rows if row.parts]


def _driver_links(one: PublishedStoryboard, address: str) -> Iterator[tuple[str, str | None]]:
    for driver in one.drivers:
        yield driver.name, relative(driver_address(one.drivers_at, driver.id), address)


def _meeting_links(
    meetings: tuple[PublishedConvening, ...], address: str
) -> Iterator[tuple[str, str | None]]:
    """Each meeting with its day: "Winter convening, 21 January 2026"."""
    for one in meetings:
        when = day_text(one.day) if one.day else one.when
        words = _("{meeting}, {day}", meeting=one.title, day=when) if when else one.title
        yield words, relative(convening_address(one), address)


def _dates(one: PublishedStoryboard) -> str | None:
    weeks = weeks_in_words(one.weeks_planned) if one.weeks_planned else None
    told = ", ".join(part for part in (span_text(one.start, one.end), weeks) if part)
    return capital(told) or None


def weeks_in_words(count: int) -> str:
    """How long a cycle is: "eight weeks"."""
    return ngettext("{number} week", "{number} weeks", count, number=numeral(count))
