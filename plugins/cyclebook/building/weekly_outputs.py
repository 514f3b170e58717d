"""Weekly updates: their pages, the files for e-mail beside them, and the feeds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cyclebook.catalogue import _
from cyclebook.outputs import Addresses, week_email, weeks_feed
from cyclebook.pages import Download, Page, week_page
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import HOME, cohort_address, relative, storyboard_address, week_address
from cyclebook.pages.week import EMAIL
from cyclebook.published import PublishedCohort, PublishedNetwork

_FEED = "feed.xml"


class WeeklyOutputs:
    """All that is made of the weeks of a network, on the same addresses."""

    def __init__(self, network: PublishedNetwork, ideas: Mapping[str, str], frame: Frame) -> None:
        self._network, self._ideas, self._frame = network, ideas, frame
        self._addresses = Addresses(
            frame.site_url,
            {
                (one.cohort_slug, one.slug): storyboard_address(one)
                for cohort in network.cohorts
                for one in cohort.storyboards
            },
            ideas,
            {
                (one.cohort_slug, one.week): week_address(one)
                for cohort in network.cohorts
                for one in cohort.weekly
            },
        )
        every = [report for cohort in network.cohorts for report in cohort.weekly]
        self.site_feed = weeks_feed(
            every,
            title=_updates(network.title),
            network=network.title,
            address=_FEED,
            about=HOME,
            addresses=self._addresses,
        )

    def with_feeds(self, page: Page, cohort: PublishedCohort | None = None) -> Page:
        """A page that tells feed readers of its feeds; the site's own feed lies beside the home page."""
        feeds = []
        if cohort is not None and self.cohort_feed(cohort):
            link = relative(self.feed_address(cohort), page.address)
            feeds.append((_updates(cohort.title), link))
        if self.site_feed:
            feeds.append((_updates(self._network.title), relative(_FEED, page.address)))
        beside = [Download(_FEED, self.site_feed)] if self.site_feed and page.address == HOME else []
        return replace(page, feeds=tuple(feeds), downloads=(*page.downloads, *beside))

    def feed_address(self, cohort: PublishedCohort) -> str:
        """Where a cohort's feed is."""
        return f"{cohort_address(cohort.slug)}{_FEED}"

    def cohort_feed(self, cohort: PublishedCohort) -> str | None:
        """A cohort's feed; None where none of its weeks has a date."""
        return weeks_feed(
            cohort.weekly,
            title=_updates(cohort.title),
            network=self._network.title,
            address=self.feed_address(cohort),
            about=cohort_address(cohort.slug),
            addresses=self._addresses,
        )

    def weeks(self, cohort: PublishedCohort) -> Iterator[Page]:
        """The page of each week of a cohort, with its file for e-mail; the feed lies beside the first."""
        feed = self.cohort_feed(cohort)
        for number, report in enumerate(cohort.weekly):
            page = week_page(
                report, cohort, self._ideas, self._frame, self.feed_address(cohort) if feed else None
            )
            files = [
                Download(f"{page.address}{EMAIL}", week_email(report, self._network.title, self._addresses))
            ]
            if feed and not number:
                files.append(Download(self.feed_address(cohort), feed))
            yield self.with_feeds(replace(page, downloads=(*page.downloads, *files)), cohort)


def _updates(title: str) -> str:
    """What a feed is called."""
    return _("{title}: weekly updates", title=title)
