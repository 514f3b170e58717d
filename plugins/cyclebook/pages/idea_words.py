"""What is said of a change idea: how often it was tested, how it ended, what to know before borrowing it."""

from collections.abc import Iterator, Sequence

from cyclebook.pages.words import capital, many, spelled
from cyclebook.published import Caution, Decision, EvidenceLevel, IdeaTest, PublishedIdea

_DECIDED = {
    Decision.ADOPT: "adopted",
    Decision.ADAPT: "adapted",
    Decision.ABANDON: "abandoned",
    Decision.OPEN: "not decided yet",
    Decision.NOT_PUBLISHED: "decision not published",
}
_TIMES = {1: "once", 2: "twice"}


def tally_words(idea: PublishedIdea) -> str:
    """ "Tested 4 times: adopted 2, adapted 1, abandoned 1."; invented tests are in no such count."""
    tests = idea.counted
    if not tests:
        return "No published test."
    return f"Tested {_TIMES.get(len(tests), f'{len(tests)} times')}: {_decisions(tests)}."


def illustrative_words(idea: PublishedIdea) -> str | None:
    """ "3 illustrative tests, not counted: adapted 2, adopted 1."."""
    tests = idea.illustrative
    if not tests:
        return None
    return f"{many(len(tests), 'illustrative test')}, in no total: {_decisions(tests)}."


def _decisions(tests: Sequence[IdeaTest]) -> str:
    counts = [(words, sum(one.test.decision is kind for one in tests)) for kind, words in _DECIDED.items()]
    if len(tests) == 1:
        return next(words for words, count in counts if count)
    return ", ".join(f"{words} {count}" for words, count in counts if count)


def strongest(tests: Sequence[IdeaTest]) -> EvidenceLevel | None:
    """The highest level of evidence among the storyboards of these tests."""
    return max((one.level for one in tests if one.level is not None), default=None)


def evidence_words(idea: PublishedIdea) -> str:
    """ "Strongest evidence: level 1 of 5"; of real teams where there are any."""
    level = strongest(idea.counted or idea.tests)
    if level is None:
        return "Evidence: not published"
    return f"Strongest evidence: level {level.value} of {len(EvidenceLevel) - 1}"


def before_borrowing(idea: PublishedIdea) -> list[str]:
    """What a team should know that wants to try the idea too: reckoned from levels, cautions and weeks."""
    return list(_sentences(idea, idea.counted or idea.tests))


def _sentences(idea: PublishedIdea, tests: Sequence[IdeaTest]) -> Iterator[str]:
    if not idea.counted:
        yield "Every test of this idea here is invented. It shows the form of a page; it is no evidence."
    level = strongest(tests)
    if level is not None:
        words = level.words[0].lower() + level.words[1:]
        yield (
            f"The strongest evidence among its storyboards is level {level.value} "
            f"of {len(EvidenceLevel) - 1}: {words}."
        )
        if level < EvidenceLevel.COMPARED:
            yield (
                "No team compared its group with another one formed the same way. "
                "What changed may have changed without the test."
            )
    together = [one for one in tests if _has_company(one)]
    if together:
        part = f"{len(together)} of {len(tests)} tests"
        if len(together) == len(tests):
            part = "the test" if len(tests) == 1 else "every test"
        yield (
            f"In the weeks of {part}, the same team tried something else too. "
            "Nobody can tell apart what each of them did."
        )
    if not any(one.test.predicted for one in tests):
        yield "No prediction is published, so nobody can say whether the idea did what was expected of it."
    yield _levels(tests)
    for caution in Caution:
        boards = dict.fromkeys(one.storyboard.name for one in tests if _warned(one, caution))
        if boards:
            yield f"{'; '.join(boards)}: {caution.sentence}"


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
    where = f"at these levels of school: {', '.join(levels)}"
    if len(levels) == 1:
        where = f"at one level of school only ({levels[0]})"
    if not levels:
        where = "at levels of school that are not published"
    return f"{spelled(schools, 'team')} tried it, {where}."


def level_name(level: str | None) -> str:
    """A level of school as a heading."""
    return capital(level) if level else "Level not given"
