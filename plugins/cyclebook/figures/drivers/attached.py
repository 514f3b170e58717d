"""Who works on a driver, in a few words each: what stands at the right of the diagram and in its list."""

from dataclasses import dataclass

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.figures import phrases
from cyclebook.published import DriverNetwork, PublishedDriver, PublishedStoryboard

NOBODY = N_("no published test")
"""A message: what stands beside a driver that nobody works on."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A team with its tests, or a district with its focus; `tested` is False where no test is under way.

    `what` holds no name: "3 tests", "no test yet", or the focus of a district.
    """

    who: str
    what: str
    tested: bool
    team: PublishedStoryboard | None = None

    @property
    def text(self) -> str:
        return f"{self.who}: {self.what}"


def attached(driver: PublishedDriver, network: DriverNetwork) -> tuple[Attached, ...]:
    """Districts with foci, then teams, as they work on this driver itself."""
    foci = (
        Attached(
            one.district,
            one.what if one.in_schools else _("{focus} (no team in a school)", focus=one.what),
            tested=True,
        )
        for one in driver.foci
    )
    return (*foci, *(_team(one, driver, network) for one in driver.teams))


def _team(team: PublishedStoryboard, driver: PublishedDriver, network: DriverNetwork) -> Attached:
    tests = sum(one.storyboard is team for one in driver.tests)
    namesakes = {one.cohort_slug for one in driver.teams if one.name == team.name}
    name = team.name if len(namesakes) < 2 else f"{team.name}, {team.cohort_title}"
    if team.illustrative and not network.illustrative:
        name = _("{team} (illustrative)", team=name)
    told = _("no test yet")
    if tests:
        told = ngettext("{number} test", "{number} tests", tests, number=phrases.numeral(tests))
    return Attached(name, told, tested=tests > 0, team=team)
