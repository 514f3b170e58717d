"""Tests of change that cannot teach: no prediction, a decision on nothing, an idea that serves no driver."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cyclebook.model.change_test import Test
from cyclebook.model.idea_title import folded
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.claims.written import WrittenStoryboard, so_many

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|half|thirds?|quarters?|most|all|none|nobody|everyone|everybody)\b"
)
_LOOKS_BACK = re.compile(
    r"\b(?:predict\w*|expect\w*|guess\w*|hop(?:e|ed|ing)|thought|foresee\w*|foresaw|forecast\w*|assum\w+"
    r"|believed|supposed|sure|surpris\w+|anticipat\w+|goal|target|as planned|right|wrong|correct\w*|mistaken"
    r"|short|close|above|below|under|over|beyond|reach\w*|met|miss(?:ed|es)|held|exceed\w*|(?:came|held) true"
    r"|too (?:high|low|many|few|much|little|soon|late)|as (?:many|much|few|soon|well|often)"
    r"|(?:more|less|fewer|higher|lower|better|worse|sooner|later|faster|slower|larger|smaller|other) than"
    r"|(?:more|fewer|less|lower|higher) (?:did|came|were))\b"
)
"""Words of expecting, and of comparing."""


def check_tests(written: WrittenStoryboard) -> Iterator[Problem]:
    """One warning a storyboard for each thing that its tests lack, at the first test that lacks it."""
    if short := _short(written, lambda test: test.predict is None):
        yield Problem(
            "no-prediction",
            short.place,
            short.told("no prediction"),
            written.hint("Write predict: what you expect to count. It is written before the test begins."),
            field="tests.predict",
            severity=Severity.WARNING,
        )
    if short := _short(written, lambda test: test.decision is not None and test.happened is None):
        yield Problem(
            "bare-decision",
            short.place,
            short.told("a decision, but not what happened"),
            written.hint("Write happened: what you counted, in the same terms as the prediction."),
            field="tests.happened",
            severity=Severity.WARNING,
        )
    if short := _short(written, _studied_apart):
        yield Problem(
            "unused-prediction",
            short.place,
            short.told("a study that does not speak of the prediction"),
            written.hint(
                "Say in study how far the count was from the prediction, and what you make of it.",
                entered="If the source does not compare the two, leave it so.",
            ),
            field="tests.study",
            severity=Severity.WARNING,
        )
    # Drivers are the network's own theory: no source that a hub enters a storyboard from can name one.
    attached = not written.known.drivers or written.storyboard.entered_from is not None
    ideas = written.known.ideas_with_driver
    if not attached and (
        short := _short(written, lambda test: test.driver is None and folded(test.idea) not in ideas)
    ):
        yield Problem(
            "no-driver",
            short.place,
            short.told("no driver"),
            "Write driver: and the id of the driver in network.md that the idea works on.",
            field="tests.driver",
            severity=Severity.WARNING,
        )


@dataclass(frozen=True, slots=True)
class _Short:
    """How many of the tests lack something, and where the first of them stands."""

    place: Place
    lacking: int
    total: int

    def told(self, lack: str) -> str:
        return so_many(self.lacking, self.total, "test", "tests", lack)


def _short(written: WrittenStoryboard, is_short: Callable[[Test], bool]) -> _Short | None:
    tests = written.storyboard.tests
    short = [
        index for index, test in enumerate(tests) if is_short(test) and written.wholly_read(("tests", index))
    ]
    place = written.places.of_value(("tests", short[0], "idea")) if short else None
    return _Short(place, len(short), len(tests)) if place else None


def _studied_apart(test: Test) -> bool:
    """True where nothing in the study looks back at the prediction.

    It looks back where it shares a number with it, or where it or `happened` has a word of expecting
    (predicted, hoped, thought, sure) or of comparing (fewer than, short of, as many).
    """
    if test.predict is None or test.study is None:
        return False
    numbers = set(_NUMBER.findall(test.predict.lower())) & set(_NUMBER.findall(test.study.lower()))
    said = f"{test.study} {test.happened or ''}".lower()
    return not numbers and not _LOOKS_BACK.search(said)
