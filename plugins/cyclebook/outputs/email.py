"""A week as a page for e-mail: one column, styles in place, no script, nothing fetched from anywhere."""

from cyclebook.outputs.addresses import Addresses
from cyclebook.outputs.templates import fill
from cyclebook.outputs.week_parts import week_parts
from cyclebook.published import WeekReport
from cyclebook.published.days import day_text


def week_email(report: WeekReport, network: str, addresses: Addresses) -> str:
    """The whole HTML file. Links stand in it only where the site's address is known."""
    return fill(
        "email.html",
        network=network,
        title=report.title,
        when=day_text(report.updated) if report.updated else None,
        sentence=report.sentence,
        illustrative=report.illustrative,
        parts=week_parts(report, addresses),
        link=addresses.whole(addresses.week(report)),
    )
