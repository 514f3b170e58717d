"""The hub's own words for ours: "breakthrough team" for "team", "Cycle of Inquiry" for "cycle".

Only our own messages are renamed, before they are filled; what authors wrote stays as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

OURS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "network": (("network", "networks"),),
    "cohort": (("cohort", "cohorts"),),
    "cycle": (("cycle", "cycles"),),
    "team": (("team", "teams"),),
    "storyboard": (("storyboard", "storyboards"),),
    "test": (("test of change", "tests of change"), ("test", "tests")),
    "idea": (("change idea", "change ideas"), ("idea", "ideas")),
    "driver": (("driver", "drivers"),),
    "priority": (("priority", "priorities"),),
    "district": (("district", "districts"),),
    "check_in": (("check-in", "check-ins"),),
    "convening": (("convening", "convenings"),),
    "case_study": (("case study", "case studies"),),
    "retrospective": (("retrospective", "retrospectives"),),
    "sponsor": (("sponsor", "sponsors"),),
    "coach": (("coach", "coaches"),),
    "facilitator": (("facilitator", "facilitators"),),
}
"""Our words, one and many, by the key under which a hub gives its own. Each is a noun wherever it stands."""

STAGES = ("plan", "do", "study", "act")
"""The four stages of a test, in their order."""

_PLACE = re.compile(r"(\{[^{}]*\})")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A hub's word, for one and for many, as it stands at the beginning of a sentence."""

    one: str
    many: str

    @staticmethod
    def named(one: str) -> "Term":
        """A word with its usual plural: "Breakthrough teams", "Cycles of Inquiry", "PLC's" never."""
        head, of, rest = one.partition(" of ")
        return Term(one, f"{_plural(head)}{of}{rest}")


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:s|x|z|ch|sh)$", word) else f"{word}s"


@dataclass(frozen=True)
class Terms:
    """A hub's words by the keys of `OURS`, and its names for stages by those of `STAGES`."""

    words: tuple[tuple[str, Term], ...] = ()
    stages: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(words: Mapping[str, Term], stages: Mapping[str, str] | None = None) -> "Terms":
        """Terms from mappings; raises KeyError for a word that is not one of ours."""
        return Terms(tuple((key, words[key]) for key in words if OURS[key]), tuple((stages or {}).items()))

    def stage(self, name: str) -> str | None:
        """The hub's name for a stage; None where it has none."""
        return dict(self.stages).get(name)

    def rename(self, message: str) -> str:
        """A message in the hub's words; places such as `{team}` are left alone."""
        if not self.words:
            return message
        return "".join(
            part if part.startswith("{") else self._pattern.sub(self._renamed, part)
            for part in _PLACE.split(message)
        )

    @cached_property
    def _theirs(self) -> dict[str, str]:
        return {
            ours: theirs
            for key, term in self.words
            for pair in OURS[key]
            for ours, theirs in zip(pair, (term.one, term.many), strict=True)
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._theirs, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first))
        return re.compile(rf"\b(?:(?P<article>[Aa])n?(?P<gap> ))?(?P<word>{words})\b", re.IGNORECASE)

    def _renamed(self, found: re.Match[str]) -> str:
        word = found["word"]
        theirs = self._theirs[word.lower()]
        if word[:1].islower():
            theirs = in_a_sentence(theirs)
        if found["article"] is None:
            return theirs
        return f"{found['article']}{'n' if _VOWEL.match(theirs) else ''}{found['gap']}{theirs}"


def in_a_sentence(term: str) -> str:
    """A term inside a sentence: its first letter is small, unless it is a name or an abbreviation."""
    return term if any(letter.isupper() for letter in term[1:]) else term[:1].lower() + term[1:]
