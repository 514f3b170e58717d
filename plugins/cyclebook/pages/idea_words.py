"""What is said of a change idea: how often it was tested, how it ended, what to know before borrowing it."""

from collections.abc import Iterator, Sequence

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.pages.words import begun, capital
from cyclebook.published import Caution, Decision, EvidenceLevel, IdeaTest, PublishedIdea

_DECIDED = {
    Decision.ADOPT: N_("adopted"),
    Decision.ADAPT: N_("adapted"),
    Decision.ABANDON: N_("abandoned"),
    Decision.OPEN: N_("not decided yet"),
    Decision.NOT_PUBLISHED: N_("decision not published"),
}


def tally_words(idea: PublishedIdea) -> str:
    """ "Tested 4 times: adopted 2, adapted 1, abandoned 1."; invented tests are in no such count."""
    tests = idea.counted
    if not tests:
        return _("No published test.")
    if len(tests) == 2:
        return _("Tested twice: {decisions}.", decisions=_decisions(tests))
    return ngettext(
        "Tested once: {decisions}.",
        "Tested {count} times: {decisions}.",
        len(tests),
        decisions=_decisions(tests),
    )


def illustrative_words(idea: PublishedIdea) -> str | None:
    """ "3 illustrative tests, not counted: adapted 2, adopted 1."."""
    tests = idea.illustrative
    if not tests:
        return None
    return ngettext(
        "{count} illustrative test, in no total: {decisions}.",
        "{count} illustrative tests, in no total: {decisions}.",
        len(tests),
        decisions=_decisions(tests),
    )


def _decisions(tests: Sequence[IdeaTest]) -> str:
    counts = [(_(words), sum(one.test.decision is kind for one in tests)) for kind, words in _DECIDED.items()]
    if len(tests) == 1:
        return next(words for words, count in counts if count)
    return ", ".join(_("{decision} {count}", decision=words, count=count) for words, count in counts if count)


def strongest(tests: Sequence[IdeaTest]) -> EvidenceLevel | None:
    """The highest level of evidence among the storyboards of these tests."""
    return max((one.level for one in tests if one.level is not None), default=None)


def evidence_words(idea: PublishedIdea) -> str:
    """ "Strongest evidence: level 1 of 5"; of real teams where there are any."""
    level = strongest(idea.counted or idea.tests)
    if level is None:
        return _("Evidence: not published")
    return _(
        "Strongest evidence: level {level} of {levels}", level=level.value, levels=len(EvidenceLevel) - 1
    )


def drivers_words(idea: PublishedIdea) -> str:
    """ "Driver: Mornings", "Drivers: Mornings; Tasks"."""
    return ngettext(
        "Driver: {drivers}",
        "Drivers: {drivers}",
        len(idea.driver_names),
        drivers="; ".join(idea.driver_names),
    )


def before_borrowing(idea: PublishedIdea) -> list[str]:
    """What a team should know that wants to try the idea too: reckoned from levels, cautions and weeks."""
    return list(_sentences(idea, idea.counted or idea.tests))


def _sentences(idea: PublishedIdea, tests: Sequence[IdeaTest]) -> Iterator[str]:
    if not idea.counted:
        yield _("Every test of this idea here is invented. It shows the form of a page; it is no evidence.")
    level = strongest(tests)
    if level is not None:
        words = level.words[0].lower() + level.words[1:]
        yield _(
            "The strongest evidence among its storyboards is level {level} of {levels}: {words}.",
            level=level.value,
            levels=len(EvidenceLevel) - 1,
            words=words,
        )
        if level < EvidenceLevel.COMPARED:
            yield _(
                "No team compared its group with another one formed the same way. "
                "What changed may have changed without the test."
            )
    together = [one for one in tests if _has_company(one)]
    if together:
        yield _in_company(len(together), len(tests))
    if not any(one.test.predicted for one in tests):
        yield _("No prediction is published, so nobody can say whether the idea did what was expected of it.")
    yield _levels(tests)
    for caution in Caution:
        boards = dict.fromkeys(one.storyboard.name for one in tests if _warned(one, caution))
        if boards:
            yield _("{teams}: {caution}", teams="; ".join(boards), caution=caution.sentence)


def _in_company(together: int, tests: int) -> str:
    cannot = _("Nobody can tell apart what each of them did.")
    if tests == 1:
        said = _("In the weeks of the test, the same team tried something else too.")
    elif together == tests:
        said = _("In the weeks of every test, the same team tried something else too.")
    else:
        said = ngettext(
            "In the weeks of {together} of {count} test, the same team tried something else too.",
            "In the weeks of {together} of {count} tests, the same team tried something else too.",
            tests,
            together=together,
        )
    return f"{said} {cannot}"


def _has_company(one: IdeaTest) -> bool:
    """True where another test of the storyboard, not of this idea, ran in one of the same weeks."""
    test = one.test
    if test.first_week is None:
        return False
    last = test.last_week or test.first_week
    return any(
        other.first_week <= last and test.first_week <= (other.last_week or other.first_week)
        for other in one.storyboard.tests
        if other.first_week is not None and other.idea_key != test.idea_key
    )


def _warned(one: IdeaTest, caution: Caution) -> bool:
    evidence = one.storyboard.evidence
    return evidence is not None and caution in evidence.cautions


def _levels(tests: Sequence[IdeaTest]) -> str:
    levels = list(dict.fromkeys(one.storyboard.level for one in tests if one.storyboard.level))
    schools = len({one.storyboard.name for one in tests})
    said = ngettext("{number} team tried it", "{number} teams tried it", schools, number=begun(schools))
    if not levels:
        return _("{teams}, at levels of school that are not published.", teams=said)
    if len(levels) == 1:
        return _("{teams}, at one level of school only ({level}).", teams=said, level=levels[0])
    return _("{teams}, at these levels of school: {levels}.", teams=said, levels=", ".join(levels))


def level_name(level: str | None) -> str:
    """A level of school as a heading."""
    return capital(level) if level else _("Level not given")
