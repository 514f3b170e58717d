"""Change ideas, each with all its tests across teams and cohorts, as a reader may see them."""

from dataclasses import dataclass

from cyclebook.published.change_test import Test
from cyclebook.published.evidence import EvidenceLevel
from cyclebook.published.storyboard import PublishedStoryboard


@dataclass(frozen=True, slots=True)
class IdeaTest:
    """One test of an idea, with the storyboard that it stands in.

    `ramp` are the tests of the same team that carry on what this one began, itself included, in
    order; empty where it stands alone.
    """

    storyboard: PublishedStoryboard
    test: Test
    ramp: tuple[Test, ...] = ()

    @property
    def illustrative(self) -> bool:
        return self.storyboard.illustrative

    @property
    def level(self) -> EvidenceLevel | None:
        """The level of evidence of the whole storyboard."""
        return self.storyboard.evidence.level if self.storyboard.evidence else None


@dataclass(frozen=True, slots=True)
class IdeaDriver:
    """A driver that an idea works on. `id` is None where it has no page.

    `at` says whose page has it: the cohort that describes another network, or None for the hub.
    """

    name: str
    id: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class PublishedIdea:
    """An idea and its tests: real ones first, then by school, cohort and letter.

    `key` is what the tests of one idea have in common (see `Test.idea_key`); `slug` is its part of
    the address. `drivers` are the hub's own for this idea, then those that teams named.
    """

    key: str
    slug: str
    title: str
    about: str | None
    drivers: tuple[IdeaDriver, ...]
    tests: tuple[IdeaTest, ...]

    @property
    def driver_names(self) -> tuple[str, ...]:
        """The names of its drivers, each once: two networks may call theirs alike."""
        return tuple(dict.fromkeys(one.name for one in self.drivers))

    @property
    def counted(self) -> tuple[IdeaTest, ...]:
        """The tests that enter totals: those of real teams."""
        return tuple(one for one in self.tests if not one.illustrative)

    @property
    def illustrative(self) -> tuple[IdeaTest, ...]:
        """The invented tests, told apart."""
        return tuple(one for one in self.tests if one.illustrative)


@dataclass(frozen=True, slots=True)
class UntestedIdea:
    """An idea that the hub declares and no published test has tried."""

    title: str
    about: str | None
    driver: IdeaDriver | None
