"""Words of cause and effect, where counts before and after show only what came after what.

Up to level 4 of evidence a page says "after" and "while". Only where groups were formed at random
may the text speak of causes, or where its author gives a reason.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from cyclebook.model.comparison import Formed
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.claims.prose import Prose, Sentence, sentences, value_prose
from cyclebook.reading.claims.written import WrittenStoryboard

_CAUSAL = re.compile(
    r"\b(?:"
    r"caused|causing|(?:to|did|does)\s+cause|(?:it|which|that)\s+causes"
    r"|(?:led|leads|leading)\s+to|(?:to|did|does)\s+lead\s+to"
    r"|resulted\s+in|resulting\s+in|(?:it|which|that|this)\s+results\s+in|(?:to|did|does)\s+result\s+in|as\s+a\s+result"
    r"|because\s+of|due\s+to|thanks\s+to"
    r"|(?<!-)impact(?:s|ed|ing|ful)?"
    r"|prove[sdn]?\s+that|proves\s+(?:it|this|our|the)|proven\s+to|proof\s+that"
    r")\b",
    re.IGNORECASE,
)
"""The words, in the forms in which they claim. "Results in reading" and "root causes" claim nothing."""

_DOUBTS = re.compile(
    r"\bmay\b"  # not the month
    r"|(?i:\b(?:cannot|can['’]t|could(?:n['’]t)?|whether|might|perhaps|maybe|possibly|if|unless"
    r"|will|would|should|hope[ds]?|expect(?:ed|s)?|predict(?:ed|s)?|plan(?:ned|s)?|asked)\b)"
)
"""Before the word in the same sentence: who doubts, asks or plans does not claim."""

_DENIES = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|neither|nor)\b|n['’]t\b)\W+(?:[\w'’]+\W+){0,4}$", re.I
)
_OF_NOTHING = re.compile(r"\s+(?:no|nothing|none|nobody)\b", re.IGNORECASE)
_OPEN = re.compile(r"\?\s*$|\b(?:cannot|can['’]t|do not|don['’]t|could not) (?:say|tell|know|show)\b", re.I)
_CIRCUMSTANCE = re.compile(
    r"\s+(?:(?:the|a|an|one|two|three|bad|heavy|state|spring|fall|winter|summer|school|public)\s+)*"
    r"(?:(?:snow|ice|storm|snowstorm|rain|flood|heat|smoke|fire drill|power cut|holiday|break|strike|virus"
    r"|stomach bug|closure|exam)s?|weather|illness|flu|pandemic|covid|closing|testing)\b",
    re.IGNORECASE,
)
"""What keeps a school from counting or meeting is no effect of a test."""

_DATE_DUE = re.compile(
    r"\s+(?:be|start|begin|end|open|close|arrive|leave|finish|meet|return|hand)\b", re.IGNORECASE
)
_GRATITUDE = re.compile(r"(?:\b(?:our|many|special|warm|with)\s+|^\W*)$", re.IGNORECASE)
_ON_THE_PROBLEM = re.compile(
    r"\b(?:why it matters|asking why|whys|causes?|problems?|next|plans?)\b", re.IGNORECASE
)
"""Headings of text on causes of the problem, or on what is to come."""

TELL = (
    "Tell what came after what: after, while, went from … to. "
    "Or add a line because: and how you know the cause."
)
_QUOTE = "Tell what came after what, or put the words of the source in quotation marks."
_MOST_LINES = 3
_MOST_CLAIMS = 100
_NEAR = 300
"""Characters before and after a word that can take its claim away."""


def check_causal_words(written: WrittenStoryboard) -> Iterator[Problem]:
    """Causal words in what a storyboard tells of its tests, its weeks and its result.

    Causes of the problem, plans and predictions are left alone: to name causes is their task.
    So are `challenge`, which tells what stood in the way, and `notes`, which tell of the numbers.
    """
    storyboard = written.storyboard
    at_random = storyboard.comparison is not None and storyboard.comparison.formed is Formed.AT_RANDOM
    if at_random or written.misspelt("because"):
        return
    yield from causal_words(_prose(written), storyboard.because, written.hint(TELL, entered=_QUOTE))


def _prose(written: WrittenStoryboard) -> Iterator[Prose]:
    storyboard, places = written.storyboard, written.places
    yield from value_prose(storyboard.title, ("title",), places)
    if storyboard.goal is not None:
        yield from value_prose(storyboard.goal.statement, ("goal", "statement"), places)
    for index, test in enumerate(storyboard.tests):
        yield from value_prose(test.happened, ("tests", index, "happened"), places)
        yield from value_prose(test.study, ("tests", index, "study"), places)
    for index, row in enumerate(written.rows):
        for name in ("note", "success", "breakthrough"):
            yield from value_prose(getattr(row, name), ("weeks", index, name), written.row_places)
    yield Prose(written.body, Place(places.file, written.body_line), markdown=True)


def causal_words(told: Iterable[Prose], because: str | None, hint: str) -> Iterator[Problem]:
    """One warning a file, at the first such word; `because` is the author's reason to use them."""
    found: dict[str, list[tuple[Place, str]]] = {}
    for prose in told if because is None else ():
        claims = ((sentence.start, claim) for sentence in sentences(prose) for claim in _claims(sentence))
        for start, claim in islice(claims, _MOST_CLAIMS):
            words = " ".join(claim[0].split())
            place = prose.at(start + claim.start(), len(words))
            found.setdefault(str(place.path), []).append((place, words))
    for in_file in found.values():
        (place, words), *others = sorted(in_file)
        yield Problem(
            "causal-words",
            place,
            "{it} says that one thing brought about another, which these numbers cannot show."
            + _elsewhere(place.line, {other.line for other, _ in others}),
            hint,
            it=words,
            stand_in="A word here",
            severity=Severity.WARNING,
        )


def _elsewhere(first: int, lines: set[int]) -> str:
    more = sorted(lines - {first})
    if not more:
        return ""
    shown = ", ".join(str(line) for line in more[:_MOST_LINES])
    told = f" Such words also stand on {'line' if len(more) == 1 else 'lines'} {shown}"
    return f"{told} and {len(more) - _MOST_LINES} more." if len(more) > _MOST_LINES else f"{told}."


def _claims(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Causal words in a sentence that claims."""
    if _OPEN.search(sentence.text) or _ON_THE_PROBLEM.search(sentence.heading):
        return
    for found in _CAUSAL.finditer(sentence.text):
        start, end = found.span()
        before, after = sentence.text[max(0, start - _NEAR) : start], sentence.text[end : end + _NEAR]
        words = " ".join(found[0].lower().split())
        harmless = (
            _DOUBTS.search(before)
            or _DENIES.search(before)
            or _OF_NOTHING.match(after)
            or (words.split()[-1] in ("of", "to") and _CIRCUMSTANCE.match(after))
            or (words == "due to" and _DATE_DUE.match(after))
            or (words == "thanks to" and _GRATITUDE.search(before) and re.search(r"\bfor\b", after))
        )
        if not harmless:
            yield found
