"""The head of a storyboard: who, where, when."""

from cyclebook.pages.page import relative
from cyclebook.pages.words import roles, spelled, weeks_reported
from cyclebook.published import PublishedStoryboard
from cyclebook.published.days import span_text


def by_line(one: PublishedStoryboard) -> str | None:
    """School and focus, where they are not the title already."""
    parts = [one.school, one.focus]
    return ", ".join(part for part in parts if part and part != one.title) or None


def masthead_facts(one: PublishedStoryboard, address: str) -> list[tuple[str, str, str | None]]:
    """(label, words, link) rows of the masthead's facts."""
    rows = [
        ("School", one.school, None),
        ("District", one.district, None),
        ("Level", one.level.capitalize() if one.level else None, None),
        ("Cohort", one.cohort_title, relative(f"cohorts/{one.cohort_slug}/", address)),
        ("Priority", one.priority, None),
        ("Dates", _dates(one), None),
        ("Team", roles(one.team), None),
        ("Coach", one.coach, None),
        ("Facilitator", one.facilitator, None),
        ("Sponsor", one.sponsor, None),
        ("Weeks counted", weeks_reported(one) if one.withheld is None else None, None),
    ]
    return [(label, words, link) for label, words, link in rows if words]


def _dates(one: PublishedStoryboard) -> str | None:
    weeks = spelled(one.weeks_planned, "week").lower() if one.weeks_planned else None
    told = ", ".join(part for part in (span_text(one.start, one.end), weeks) if part)
    return told[0].upper() + told[1:] if told else None
