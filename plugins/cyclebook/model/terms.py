"""A hub's own words for ours: what readers see in place of "team", "cycle" and the rest."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

from cyclebook.model.block import Block
from cyclebook.model.fields import Text, misread, read_text

_LONGEST = 60
_EXAMPLE = "Write one word or name, and after a slash its plural: Cycle of Inquiry / Cycles of Inquiry"
_LEFT_OUT = re.compile(r"[{}<>|/\\]")


@dataclass(frozen=True, slots=True)
class TermWords:
    """A word for one and, where the hub gives it, for many."""

    one: str
    many: str | None = None


def read_term(given: Any) -> TermWords:
    """A word, or a word and its plural with a slash between them."""
    one, slash, many = (part.strip() for part in read_text(given).partition("/"))
    for word in (one, many):
        strange = _LEFT_OUT.search(word)
        if strange:
            raise misread("term-not-usable", f"A term has no {strange[0]} in it.", _EXAMPLE)
        if len(word) > _LONGEST:
            raise misread("term-not-usable", f"A term has {_LONGEST} letters at most.", _EXAMPLE)
    if not one or (slash and not many):
        raise misread("term-not-usable", "A word is missing beside the slash.", _EXAMPLE)
    return TermWords(one, many or None)


Term = Annotated[TermWords | None, BeforeValidator(read_term)]


class Stages(Block):
    """The hub's names for the four stages of a test: they then stand on every test."""

    plan: Text
    """What is asked and predicted."""
    do: Text
    """What is tried, where and with whom."""
    study: Text
    """What happened, beside the prediction."""
    act: Text
    """What is decided, and what comes next."""


class HubTerms(Block):
    """The hub's own words. Each renames ours wherever readers meet it; files and addresses keep ours."""

    network: Term = None
    """What readers see for network."""
    cohort: Term = None
    """What readers see for cohort."""
    cycle: Term = None
    """What readers see for cycle."""
    team: Term = None
    """What readers see for team."""
    storyboard: Term = None
    """What readers see for storyboard."""
    test: Term = None
    """What readers see for test, and test of change."""
    idea: Term = None
    """What readers see for idea, and change idea."""
    driver: Term = None
    """What readers see for driver."""
    priority: Term = None
    """What readers see for priority."""
    district: Term = None
    """What readers see for district."""
    check_in: Term = None
    """What readers see for check-in."""
    convening: Term = None
    """What readers see for convening."""
    case_study: Term = None
    """What readers see for case study."""
    retrospective: Term = None
    """What readers see for retrospective."""
    sponsor: Term = None
    """What readers see for sponsor."""
    coach: Term = None
    """What readers see for coach."""
    facilitator: Term = None
    """What readers see for facilitator."""
    stages: Stages | None = None
    """The four stages of a test by the hub’s own names, mapped onto plan, do, study and act."""
