"""Where things are, for files that leave the site: links are whole only where the site's address is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cyclebook.published import PublishedStoryboard, Test, WeekReport


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses from the site's root: teams by (cohort, slug), ideas by key, weeks by (cohort, week)."""

    site_url: str | None = None
    teams: Mapping[tuple[str, str], str] = field(default_factory=dict)
    ideas: Mapping[str, str] = field(default_factory=dict)
    weeks: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def whole(self, address: str | None) -> str | None:
        """The address with the site's own before it; None where either is not known."""
        if self.site_url is None or address is None:
            return None
        return f"{self.site_url.rstrip('/')}/{address}"

    def team(self, one: PublishedStoryboard) -> str | None:
        """A storyboard's whole address."""
        return self.whole(self.teams.get((one.cohort_slug, one.slug)))

    def idea(self, test: Test) -> str | None:
        """The whole address of the idea of a test."""
        return self.whole(self.ideas.get(test.idea_key or ""))

    def week(self, report: WeekReport) -> str:
        """A week's address from the site's root."""
        return self.weeks[report.cohort_slug, report.week]
