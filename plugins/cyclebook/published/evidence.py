"""How strong the evidence of a storyboard is, and what a reader should bear in mind."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from cyclebook.catalogue import N_, _
from cyclebook.published.run_reading import RunReading, RunSays
from cyclebook.published.values import Number

_SIGNALS = (RunSays.SIGNAL, RunSays.SHIFT_ABOVE, RunSays.SHIFT_BELOW)


class EvidenceLevel(IntEnum):
    """The level of evidence, from a story to groups formed at random. `words` is what a reader sees."""

    STORY = 0
    TWO_VALUES = 1
    WEEKLY = 2
    SIGNAL = 3
    COMPARED = 4
    RANDOM = 5

    @property
    def words(self) -> str:
        return {
            EvidenceLevel.STORY: _("A story only"),
            EvidenceLevel.TWO_VALUES: _("One value before, one after"),
            EvidenceLevel.WEEKLY: _("A weekly series, without a signal against a line fixed beforehand"),
            EvidenceLevel.SIGNAL: _("A weekly series with a signal against a line fixed beforehand"),
            EvidenceLevel.COMPARED: _("A weekly series and a comparison group formed the same way"),
            EvidenceLevel.RANDOM: _("Groups or starting times drawn at random"),
        }[self]


class Caution(StrEnum):
    """What weakens the evidence; `sentence` is what a reader sees."""

    LOW_BASELINE = "low-baseline"
    FAVOURABLE_BASELINE = "favourable-baseline"
    NO_BASELINE = "no-baseline"
    ONE_VALUE_BASELINE = "one-value-baseline"
    REVISED = "revised"
    DIFFERENT_TEST = "different-test"
    GROUP_CHANGED = "group-changed"
    ABSENT_AS_ZERO = "absent-as-zero"
    EXTRAPOLATED = "extrapolated"
    LAST_YEAR_UNKNOWN = "last-year-unknown"

    @property
    def sentence(self) -> str:
        return _(_SENTENCES[self])


_SENTENCES = {
    Caution.LOW_BASELINE: N_(
        "The group was chosen for a low start. Such a group tends to rise somewhat by itself "
        "(regression to the mean), so part of the change may have come without any test."
    ),
    Caution.FAVOURABLE_BASELINE: N_(
        "The group was chosen for a good start. It may have done well without any test, and its result "
        "says little of other students."
    ),
    Caution.NO_BASELINE: N_(
        "No value from before the cycle is given, so the size of the change is not known."
    ),
    Caution.ONE_VALUE_BASELINE: N_(
        "The baseline is a single value. Nobody knows how much it goes up and down by itself."
    ),
    Caution.REVISED: N_("The goal was revised during the cycle. It is judged by its last version."),
    Caution.DIFFERENT_TEST: N_(
        "The test at the end was not the one at the start: the two are not on one scale."
    ),
    Caution.GROUP_CHANGED: N_(
        "The size of the group changed between weeks, so the weeks do not count the same people."
    ),
    Caution.ABSENT_AS_ZERO: N_("Students who did not take it were counted as zero."),
    Caution.EXTRAPOLATED: N_("Some figures were carried forward beyond the weeks that were counted."),
    Caution.LAST_YEAR_UNKNOWN: N_(
        "The same weeks of last year are not known, so a change that comes every year cannot be ruled out."
    ),
}

_SHOWS = {
    EvidenceLevel.STORY: N_("This is the team’s account of its work. No count before and after is given."),
    EvidenceLevel.TWO_VALUES: N_(
        "A value before and a value after show where the group stood, and whether the goal was met."
    ),
    EvidenceLevel.WEEKLY: N_(
        "Weekly counts show the course: when it rose, when it fell, and where it ended."
    ),
    EvidenceLevel.SIGNAL: N_(
        "The weekly counts left the line that was fixed before anything changed, further or for longer "
        "than chance alone usually does. That is good evidence that something changed."
    ),
    EvidenceLevel.COMPARED: N_(
        "The weekly counts can be set beside a group that was formed the same way and did not take part."
    ),
    EvidenceLevel.RANDOM: N_(
        "Chance decided who took part, or who began when. So the groups differ by little else but the tests."
    ),
}

_DOES_NOT_SHOW = {
    EvidenceLevel.STORY: N_("It cannot show how large a change was, or whether there was one."),
    EvidenceLevel.TWO_VALUES: N_(
        "Two values cannot show the ordinary ups and downs in between. They do not show that the tests were "
        "the reason."
    ),
    EvidenceLevel.WEEKLY: N_("They do not show that the tests were the reason."),
    EvidenceLevel.SIGNAL: N_("It does not show that the tests were the reason."),
    EvidenceLevel.COMPARED: N_("Other things may still have differed between the groups."),
    EvidenceLevel.RANDOM: N_("This says nothing of other schools and other years."),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """The 95% interval of a `count` of a group, Wilson’s; `share`, `low` and `high` are percents."""

    count: Number
    share: Number
    low: Number
    high: Number


@dataclass(frozen=True, slots=True)
class RunStatistics:
    """What a run chart's rules were reckoned from: exact, so only where counts are shown."""

    useful: int
    longest_run: int
    longest_run_limit: int
    crossings: int
    crossings_limit: int


class Against(StrEnum):
    """How the group stands beside the groups that did not take part, with their interval in mind."""

    BETTER = "better"
    WORSE = "worse"
    BY_CHANCE = "by-chance"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The level, what follows from it, and the cautions, in the order of the page.

    `reading` is what the weeks of the outcome say; `interval` and `statistics` belong to
    the part that a reader opens. `against` is None where no groups are compared, where
    the counts are withheld, and where they do not all point one way. `ended` is True where
    a result is given.
    """

    level: EvidenceLevel
    cautions: tuple[Caution, ...] = ()
    reading: RunReading | None = None
    interval: Interval | None = None
    statistics: RunStatistics | None = None
    against: Against | None = None
    ended: bool = True

    @property
    def starts_unknown(self) -> bool:
        """True where no value from before the cycle is given."""
        return Caution.NO_BASELINE in self.cautions

    @property
    def shows(self) -> str:
        """What the numbers can tell, in one or two sentences."""
        signal = self.reading is not None and self.reading.says in _SIGNALS
        if self.level is EvidenceLevel.WEEKLY and signal:
            return _(
                "The weekly counts changed more than chance alone usually makes them. No line was fixed "
                "before the start, so this is weaker than it looks."
            )
        if self.level is EvidenceLevel.TWO_VALUES and not self.ended:
            return _("A few counts show where the group stood in those weeks.")
        if self.level is EvidenceLevel.TWO_VALUES and self.starts_unknown:
            return _("A value at the end shows where the group stood, and whether the goal was met.")
        shows = _(_SHOWS[self.level])
        better = self.against is Against.BETTER
        if better and self.level is EvidenceLevel.COMPARED:
            return f"{shows} {_('The result was better than in the comparison group.')}"
        if better and self.level is EvidenceLevel.RANDOM:
            return f"{shows} {_('The tests caused a difference.')}"
        return shows

    @property
    def does_not_show(self) -> str:
        """What they cannot tell."""
        if self.level >= EvidenceLevel.COMPARED and self.against is Against.BY_CHANCE:
            return _("The difference between the groups is within what chance alone makes.")
        if self.level >= EvidenceLevel.COMPARED and self.against is Against.WORSE:
            return _("The result was worse than in the comparison group.")
        if self.level is EvidenceLevel.TWO_VALUES and not self.ended:
            return _("So few cannot show a change, nor what made it.")
        if self.level is EvidenceLevel.TWO_VALUES and self.starts_unknown:
            return _("One value cannot show a change, nor what made it.")
        return _(_DOES_NOT_SHOW[self.level])
